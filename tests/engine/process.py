"""The engine that ships, called from Python, and small models to call it with."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parent / "engine_process.mjs"
Json = dict[str, Any]


class Engine:
    """The engine that ships, in one Node process for all tests."""

    def __init__(self) -> None:
        node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
        assert node, "the engine's tests need Node 20 or newer on the path"
        self.process = subprocess.Popen([node, str(SCRIPT)], stdin=-1, stdout=-1, text=True, encoding="utf-8")

    def call(self, name: str, **arguments: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": name, **arguments}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def beliefs(self, model: Json, *answers: list[Json]) -> list[list[float]]:
        """Return one row of beliefs for each list of answers, in the model's order of causes."""
        self.call("compile", model=model)
        rows: list[list[float]] = self.call("beliefs", answers=answers)["beliefs"]
        return rows

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()


def quiz_model(priors: list[float], questions: list[Json], gates: dict[int, Json] | None = None) -> Json:
    causes = [
        {"id": f"c{index}", "title": "", "summary": "", "url": "", "stage": "s", "control": "c", "prior": prior,
         "gate": (gates or {}).get(index, {}), "notIf": {}, "outsideIf": {}, "actions": {}}
        for index, prior in enumerate(priors)
    ]  # fmt: skip
    return {
        "format": 1, "version": "0", "name": "", "language": "en", "causes": causes, "actions": [],
        "questions": questions, "opening": [],
        "stopping": {"pages": 15, "least": 0, "gain": 0.01, "change": 0.2, "clear": 1},
        "familyDiscount": 0.7, "roleShares": {"evidence": 1, "routing": 0.2, "fear": 0, "scenes": 1},
        "telling": {"list": {"told": 1, "stray": 0}, "asked": {"told": 1, "stray": 0},
                    "firstScene": {"told": 0.5, "stray": 0.02}, "standingOut": None},
        "bands": [{"id": "none", "label": "", "least": 0}], "stages": {}, "controls": {},
        "howFar": {}, "inAnyCase": [], "blanks": {}, "when": {}, "strings": {},
    }  # fmt: skip


def pick_one(name: str, base: list[float], signs: dict[str, list[float]]) -> Json:
    answers = [{"id": f"a{index}", "text": ""} for index in range(len(base))]
    return {"kind": "pick-one", **_common(name), "answers": answers, "base": base, "signs": signs}


def pick_any(name: str, options: list[tuple[float, dict[str, float]]]) -> Json:
    answers = [
        {"id": f"a{index}", "text": "", "base": base, "signs": signs} for index, (base, signs) in enumerate(options)
    ]
    return {"kind": "pick-any", **_common(name), "answers": answers}


def _common(name: str) -> Json:
    texts = {"id": name, "text": "", "help": None, "why": ""}
    return {**texts, "role": "evidence", "family": None, "gate": {}, "follows": {}, "cost": 1}
