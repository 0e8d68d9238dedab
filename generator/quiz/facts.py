"""Guide -> debrief/facts.json: what people say in their own words instead of the answers.

The quiz loads it when somebody writes down what happened, so it is no part of quiz.json.
"""

import json

from generator.guide import Guide

PATH = "debrief/facts.json"


def facts_json(guide: Guide) -> str:
    """Return the text of facts.json: `alsoSaid`, the phrases by question and answer, without answers that have none."""
    also_said: dict[str, dict[str, list[str]]] = {}
    for question_id, question in guide.content.questions.items():
        phrases = {id_: answer.also_said for id_, answer in question.value.answers.items() if answer.also_said}
        if phrases:
            also_said[question_id] = phrases
    return json.dumps({"format": 1, "alsoSaid": also_said}, ensure_ascii=False, separators=(",", ":"))
