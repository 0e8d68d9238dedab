"""What people call fields elsewhere, and what they are called here."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from generator.model.types import as_model, fields_of, inside

# By the names of fields, the likelier first, what they are called elsewhere; a dot leads to a field of a group.
_NAMES: Mapping[tuple[str, ...], str] = {
    ("effort.minutes", "minutes", "deadline.within", "within"): "time duration length time_needed how_long",
    ("effort.feels", "feels"): "difficulty level hardness how_hard",
    ("also_called", "also_said"): "tags keywords aliases synonyms search_terms search_words other_names",
    ("pitfalls",): "common_mistakes mistakes risks dangers what_goes_wrong",
    ("handle_with_care", "limits"): "warning warnings caution cautions who_should_not harm",
    ("limits", "not_this_if"): "limitations caveats restrictions",
    ("not_this_if", "limits"): "when_it_is_not_this not_this when_not exceptions unless counter_signs",
    (
        "what_happened",
        "rule",
        "what_is_known",
        "finding",
        "story",
    ): "explanation description details body background",
    ("sounds_like", "words"): "example dialogue script scripts message messages template templates wording",
    ("contributors", "authors"): "author authors by written_by writer writers credit credits",
    ("reviewed", "year"): "date updated last_updated reviewed_on last_reviewed review_date checked last_checked",
    ("year", "as_of"): "published publication_year publication_date",
    ("evidence.sources", "sources"): "sources source references reference citations bibliography studies literature",
    ("title", "claim", "text"): "name heading headline question",
    ("stage", "topic", "shelf"): "category section phase theme",
    ("region",): "country jurisdiction state",
    ("how_common", "base"): "probability frequency likelihood prevalence commonness prior",
    ("signs",): "symptoms indicators signals clues",
    ("actions", "steps", "first_step", "instead"): "solutions what_to_do remedies fixes next_steps tips advice",
    ("applies_if", "only_if", "ask_if"): "conditions condition applies_to requires show_if",
    ("not_if",): "exclude excludes excluded except_if",
    ("answers",): "options choices responses",
    ("what_is_known",): "truth fact facts reality correction",
    ("verdict",): "rating judgement",
    ("venue",): "journal publisher publication",
    ("url", "references"): "link links website web href",
    ("finding",): "abstract result results findings conclusion",
    ("turned_out", "main"): "outcome cause reason real_reason",
    ("do",): "step instruction action task",
    ("for",): "purpose situation occasion",
    ("says",): "note explanation details",
    ("sentence_words",): "sentence_length max_sentence_length longest_sentence words_per_sentence sentence_max",
    ("title_words",): "title_length max_title_length longest_title words_per_title title_max",
    ("summary_sentences",): "summary_length max_summary_length longest_summary summary_max",
    ("was",): "old_id former_id former_ids renamed_from redirect_from",
}
_MEANT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    name: tuple(fields for fields, names in _NAMES.items() if name in names.split())
    for names in _NAMES.values()
    for name in names.split()
}


def field_meant(name: str, owner: Any, there: Container[str]) -> tuple[str, ...]:
    """Return the names that lead to what a field is called here, or none where that is not known.

    Args:
        name: What it is called elsewhere.
        owner: The model in which it was written.
        there: The fields that are there already; of several that it may be, one that isn't is the likelier.
    """
    paths = [path for fields in _MEANT.get(name.lower().replace("-", "_"), ()) for path in _inside(owner, fields)]
    missing = [path for path in paths if path[0] not in there]
    return next(iter(missing or paths), ())


def _inside(owner: Any, fields: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the paths of fields that a model has."""
    paths = [tuple(field.split(".")) for field in fields]
    return [
        path
        for path in paths
        if path[0] in fields_of(owner) and (not path[1:] or path[1] in fields_of(as_model(inside(owner, path[0]))))
    ]
