"""What questions depend on."""

from collections.abc import Mapping

from generator.loading import Content


def circles(content: Content) -> dict[str, set[str]]:
    """Return the questions that depend on themselves by way of others, each with all in its circle."""
    gates = {id_: set(question.value.ask_if) for id_, question in content.questions.items()}
    reached = {id_: _reached_from(id_, gates) for id_ in gates}
    in_circle = {id_ for id_ in gates if id_ not in gates[id_] and id_ in reached[id_]}
    return {id_: {other for other in reached[id_] if id_ in reached.get(other, ())} for id_ in sorted(in_circle)}


def _reached_from(id_: str, gates: Mapping[str, set[str]]) -> set[str]:
    """Return the questions that a question depends on, directly or through others."""
    reached, waiting = set[str](), set(gates[id_])
    while waiting:
        question = waiting.pop()
        reached.add(question)
        waiting |= gates.get(question, set()) - reached
    return reached
