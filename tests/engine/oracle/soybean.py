"""Accuracy on the soybean diseases of Michalski & Chilausky (1980), asked one question after another."""

from pathlib import Path

import numpy as np

from tests.engine.process import Engine, Json, pick_one, quiz_model

FILE = "soybean.arff"
MOST_QUESTIONS = 8
SMOOTHING = 1.0
MISSING = "?"


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns and the rows of an ARFF file; the last column is the class."""
    names, rows = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.lower().startswith("@attribute"):
            names.append(text.split(None, 2)[1].strip("'\""))
        elif text and text[0] not in "%@":
            rows.append([value.strip().strip("'\"") for value in text.split(",")])
    return names, rows


def halves(rows: list[list[str]], seed: int) -> tuple[list[list[str]], list[list[str]]]:
    """Return the rows in two halves, each with half of every class."""
    rng = np.random.default_rng(seed)
    learnt, tested = [], []
    for disease in sorted({row[-1] for row in rows}):
        members = [row for row in rows if row[-1] == disease]
        order = rng.permutation(len(members))
        middle = (len(members) + 1) // 2
        learnt += [members[at] for at in order[:middle]]
        tested += [members[at] for at in order[middle:]]
    return learnt, tested


def learnt_model(names: list[str], rows: list[list[str]]) -> tuple[Json, list[str]]:
    """Return a quiz whose base is how all answer and whose signs are how each class does, and the classes."""
    diseases = sorted({row[-1] for row in rows})
    questions = []
    for column, name in enumerate(names[:-1]):
        values = sorted({row[column] for row in rows} - {MISSING})
        if len(values) <= 1:
            continue
        base = _shares([row[column] for row in rows], values, np.full(len(values), 1 / len(values)))
        signs = {
            f"c{at}": _shares([row[column] for row in rows if row[-1] == disease], values, base).tolist()
            for at, disease in enumerate(diseases)
        }
        answers = [{"id": value, "text": ""} for value in values]
        questions.append({**pick_one(name, base.tolist(), signs), "answers": answers})
    priors = [sum(row[-1] == disease for row in rows) / len(rows) for disease in diseases]
    model = quiz_model(priors, questions)
    return {
        **model,
        "stopping": {**model["stopping"], "pages": MOST_QUESTIONS, "gain": 0.001, "change": 0.01},
    }, diseases


def adaptive(engine: Engine, path: Path, seed: int) -> tuple[float, float]:
    """Return the share of plants whose disease came first, and the questions asked on average."""
    names, rows = read(path)
    learnt, tested = halves(rows, seed)
    model, diseases = learnt_model(names, learnt)
    engine.call("compile", model=model)
    known = {question["id"]: {answer["id"] for answer in question["answers"]} for question in model["questions"]}
    right, asked = 0, 0
    for row in tested:
        values = dict(zip(names, row, strict=True))
        answers: list[Json] = []
        while page := engine.call("page", answers=answers):
            value = values[page["question"]]
            answers.append(
                {"question": page["question"], "chosen": [value] if value in known[page["question"]] else None}
            )
        first = engine.call("diagnose", answers=answers)[0]["id"]
        right += diseases[int(first[1:])] == row[-1]
        asked += len(answers)
    return right / len(tested), asked / len(tested)


def _shares(values: list[str], states: list[str], prior: np.ndarray) -> np.ndarray:
    counts = np.array([values.count(state) for state in states]) + SMOOTHING * prior
    return np.array(counts / counts.sum())
