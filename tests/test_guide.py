"""What a linked guide says of its entries."""

import pytest

from generator.model import Source


def source(*authors: str) -> Source:
    return Source(
        authors=list(authors),
        year="2020",
        title="t",
        venue="v",
        kind="k",
        finding="f",  # type: ignore[arg-type]
        limits="l",  # type: ignore[arg-type]
        confidence="high",
    )


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["Kline, P."], "Kline, 2020"),
        (["Kluger, A. N.", "DeNisi, A."], "Kluger and DeNisi, 2020"),
        (["Abel, M.", "Burger, R.", "Piraino, P."], "Abel and others, 2020"),
        (["Acas (Advisory, Conciliation and Arbitration Service, Great Britain)"], "Acas, 2020"),
        (["van Inwegen, E. (now Wiles, E.)", "Horton, J."], "van Inwegen and Horton, 2020"),
    ],
)
def test_a_short_citation_names_people_and_bodies_by_what_they_are_called(authors: list[str], expected: str) -> None:
    assert source(*authors).citation == expected
