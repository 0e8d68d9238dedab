"""The small models that tests reason with have all the numbers that quiz.json has."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import ValidationError

from generator.quiz.model import QuizModel, Role
from tests.conftest import ROOT
from tests.engine.process import Json, pick_one, quiz_model

# Tests leave out what they don't look at of causes, actions and questions.
IN_PART = {"causes", "actions", "questions"}
SCRIPT = """
import { bread } from "./tests/engine/bread.mjs";
import { random, randomModel } from "./tests/engine/random_models.mjs";
const drawn = randomModel(random(1), { causes: 5, questions: 5, any: 0.5, actions: 3 });
console.log(JSON.stringify({ "bread.mjs": bread, "random_models.mjs": drawn }));
"""


def models() -> Iterator[tuple[str, Json]]:
    yield "process.py", quiz_model([0.1], [pick_one("a", [0.5, 0.5], {"c0": [0.1, 0.9]})])
    yield "bread.json", json.loads((ROOT / "tests/browser/debrief/bread.json").read_bytes())
    node = shutil.which("node")
    assert node
    printed = subprocess.run([node, "--input-type=module", "--eval", SCRIPT], cwd=ROOT, stdout=-1, check=True).stdout
    yield from json.loads(printed).items()


def test_no_number_of_the_quiz_is_missing_from_a_model_of_the_tests() -> None:
    """A number that is not there is undefined to the engine, and whatever is compared with it quietly false."""
    for name, model in models():
        with pytest.raises(ValidationError) as raised:
            QuizModel.model_validate(model)
        errors = [error for error in raised.value.errors() if error["loc"][0] not in IN_PART]
        missing = [error["loc"] for error in errors if error["type"] in ("missing", "extra_forbidden")]
        assert not missing, name
        assert {*model["roleShares"]} == {*get_args(Role)}, f"{name}: name every role in `roleShares`"
