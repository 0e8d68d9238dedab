"""Every reason that public career sources name is covered by a cause of this guide, or by a sign of one."""

import yaml

from generator.linting import linter
from tests.conftest import ROOT

INVENTORY = ROOT / "tests/fixtures/inventory.yml"
REASONS = 131


def test_every_reason_of_the_inventory_is_covered() -> None:
    guide = linter.check(ROOT / "content").guide
    assert guide
    inventory = yaml.load(INVENTORY.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert len(inventory) == REASONS
    causes = guide.content.causes
    for reason, target in inventory.items():
        cause, _, sign = target.partition("/")
        assert cause in causes, f"{reason}: there is no cause {cause}"
        if sign:
            question, answer = sign.split(".")
            assert answer in causes[cause].value.signs.get(question, {}), f"{reason}: {cause} has no sign {sign}"


def test_the_guide_is_as_full_as_it_means_to_be() -> None:
    guide = linter.check(ROOT / "content").guide
    assert guide
    content, controls = guide.content, guide.setup.controls
    outside = [cause for cause in content.causes.values() if controls[cause.value.control].outside]
    assert len(content.causes) >= 65
    assert len(outside) >= 12
    assert {cause.value.stage for cause in content.causes.values()} == set(guide.setup.stages)
    assert {cause.value.control for cause in content.causes.values()} == set(controls)
    assert all(len(cause.value.actions) >= 2 for cause in content.causes.values())
    assert len(content.actions) >= 55
    assert sum(bool(action.value.words) for action in content.actions.values()) >= 20
    assert len(content.questions) >= 60
    assert len(content.sources) == 90
    assert len(content.myths) == 14
    assert len(content.cases) >= 40
    mains = [content.causes[case.value.turned_out.main].value for case in content.cases.values()]
    assert sum(controls[cause.control].outside for cause in mains) >= 12
