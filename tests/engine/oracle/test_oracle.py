"""The engine's beliefs against exact inference: enumeration and pgmpy.

Belief propagation is exact where the observed findings and their causes form a tree, no finding has more than sixteen
causes, and the messages need three sweeps or fewer to cross it. Elsewhere the error is measured and printed, and a
bound that can be proved is checked: see `log_odds_bounds`.
"""

import itertools
import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pgmpy.factors.discrete import TabularCPD
from pgmpy.inference import VariableElimination
from pgmpy.models import DiscreteBayesianNetwork

from tests.engine.process import Engine, Json, pick_any, pick_one, quiz_model

EXACT = 1e-9

thorough = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


# ---------------------------------------------------------------- models and their exact beliefs


def tables(question: Json) -> list[tuple[list[float], dict[str, list[float]]]]:
    """Return the base and the signs of each finding of a question."""
    if question["kind"] == "pick-one":
        return [(question["base"], question["signs"])]
    return [
        ([option["base"], 1 - option["base"]], {cause: [tick, 1 - tick] for cause, tick in option["signs"].items()})
        for option in question["answers"]
    ]


def observed(model: Json, answers: list[Json]) -> list[tuple[np.ndarray, dict[int, np.ndarray], int]]:
    """Return the base, the table of each cause, and the answer, for every finding that was observed."""
    questions = {question["id"]: question for question in model["questions"]}
    found = []
    for each in answers:
        if each["chosen"] is None:
            continue
        question = questions[each["question"]]
        ids = [answer["id"] for answer in question["answers"]]
        for at, (base, signs) in enumerate(tables(question)):
            one = question["kind"] == "pick-one"
            answer = ids.index(each["chosen"][0]) if one else int(ids[at] not in each["chosen"])
            found.append((np.array(base), {int(cause[1:]): np.array(table) for cause, table in signs.items()}, answer))
    return found


def possible(model: Json, answers: list[Json]) -> list[bool]:
    chosen = {each["question"]: each["chosen"] for each in answers}
    return [
        all(chosen.get(q) is None or set(chosen[q]) & set(listed) for q, listed in cause["gate"].items())
        for cause in model["causes"]
    ]


def exact_beliefs(model: Json, answers: list[Json]) -> np.ndarray:
    """Return the posterior of each cause by summing over all sets of causes."""
    count = len(model["causes"])
    sets = np.array(list(itertools.product([0, 1], repeat=count)), dtype=float)
    priors = np.array([cause["prior"] for cause in model["causes"]]) * possible(model, answers)
    joint = np.where(sets == 1, priors, 1 - priors).prod(axis=1)
    for base, tables_of_causes, answer in observed(model, answers):
        joint *= likelihoods(sets, base, tables_of_causes)[:, answer]
    return np.array((joint @ sets) / joint.sum())


def likelihoods(sets: np.ndarray, base: np.ndarray, tables_of_causes: dict[int, np.ndarray]) -> np.ndarray:
    """Return P(answer | set) for each set of causes: the mean of what each cause of the set makes of the answer."""
    mixed = np.zeros((len(sets), len(base)))
    for cause, table in tables_of_causes.items():
        mixed += sets[:, [cause]] * table
    linked = sets[:, list(tables_of_causes)].sum(axis=1, keepdims=True)
    return np.where(linked > 0, mixed / np.maximum(linked, 1), base)


def log_odds_bounds(model: Json, answers: list[Json]) -> tuple[np.ndarray, np.ndarray]:
    """Return what no correct message can leave: the least and the greatest log odds of each cause.

    Added to a set of others, a cause moves the likelihood of an answer from their mean towards its own. The
    likelihood ratio is therefore between 1 and its own over the least or the greatest of theirs, for every set, so
    also for every average over sets, the exact one and the engine's, and for any part of it in log odds.
    """
    priors = np.array([cause["prior"] for cause in model["causes"]])
    least = np.log(priors / (1 - priors))
    greatest = least.copy()
    for base, tables_of_causes, answer in observed(model, answers):
        for cause, table in tables_of_causes.items():
            others = [base[answer], *(each[answer] for other, each in tables_of_causes.items() if other != cause)]
            least[cause] += min(0, math.log(table[answer] / max(others)))
            greatest[cause] += max(0, math.log(table[answer] / min(others)))
    return least, greatest


# ---------------------------------------------------------------- strategies

probability = st.floats(0.02, 0.95)


@st.composite
def shares(draw: st.DrawFn, count: int) -> list[float]:
    parts = [draw(st.floats(0.02, 1)) for _ in range(count)]
    return [part / sum(parts) for part in parts]


@st.composite
def asked(draw: st.DrawFn, name: str, causes: list[int], *, options: int = 3) -> tuple[Json, Json]:
    """Draw a question about the given causes, and an answer to it."""
    if draw(st.booleans()):
        count = draw(st.integers(2, 5))
        question = pick_one(name, draw(shares(count)), {f"c{cause}": draw(shares(count)) for cause in causes})
        return question, {"question": name, "chosen": [f"a{draw(st.integers(0, count - 1))}"]}
    # Several options about the same causes make loops, so where those are unwanted there is one option.
    drawn = [
        (draw(probability), {f"c{cause}": draw(probability) for cause in causes})
        for _ in range(draw(st.integers(1, options)))
    ]
    ticked = [f"a{at}" for at in range(len(drawn)) if draw(st.booleans())]
    return pick_any(name, drawn), {"question": name, "chosen": ticked}


@st.composite
def disturbed(draw: st.DrawFn, count: int, parts: list[tuple[Json, Json]]) -> tuple[Json, list[Json]]:
    """Draw priors, gates, "not sure" answers and an order of answers around the questions given."""
    unsure = [draw(asked(f"unsure{at}", list(range(count)))) for at in range(draw(st.integers(0, 2)))]
    parts = [*parts, *((question, {**answer, "chosen": None}) for question, answer in unsure)]
    gate_question = pick_one("gate", [0.5, 0.5], {})
    gated = draw(st.sets(st.integers(0, count - 1), max_size=2))
    gates = {cause: {"gate": [draw(st.sampled_from(["a0", "a1"]))]} for cause in gated}
    parts = [*parts, (gate_question, {"question": "gate", "chosen": draw(st.sampled_from([None, ["a0"]]))})]
    questions = [question for question, _ in parts]
    model = quiz_model([draw(st.floats(0.01, 0.6)) for _ in range(count)], questions, gates)
    return model, draw(st.permutations([answer for _, answer in parts]))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Json, list[Json]]:
    """Draw one of the shapes for which the engine must be exact."""
    shape = draw(st.sampled_from(["single", "disjoint", "hub", "chain", "naive"]))
    if shape == "single":
        count = draw(st.integers(1, 10))
        groups = [list(range(count))]
    elif shape == "naive":  # every finding has one cause
        count = draw(st.integers(1, 4))
        groups = [[draw(st.integers(0, count - 1))] for _ in range(draw(st.integers(1, 8)))]
    else:
        sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=3))
        groups, count = [], int(shape == "hub")
        for size in sizes:
            group = list(range(count, count + size))
            if shape == "hub":
                group = [0, *group[: min(size, 4)]]
            elif shape == "chain" and groups:
                group = [groups[-1][-1], *group[:4]]
            groups.append(group)
            count = max(max(each) for each in groups) + 1
    names = draw(st.permutations([f"q{at}" for at in range(len(groups))]))
    parts = [draw(asked(name, group, options=1)) for name, group in zip(names, groups, strict=True)]
    return draw(disturbed(count, parts))


@st.composite
def networks(draw: st.DrawFn) -> tuple[Json, list[Json]]:
    """Draw any network of up to twelve causes."""
    count = draw(st.integers(1, 12))
    parts = []
    for at in range(draw(st.integers(1, 6))):
        causes = draw(st.lists(st.integers(0, count - 1), max_size=min(count, 8), unique=True))
        parts.append(draw(asked(f"q{at}", causes)))
    return draw(disturbed(count, parts))


def log_odds(belief: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(belief) - np.log1p(-belief))


# ---------------------------------------------------------------- enumeration


@thorough
@given(case=trees())
def test_beliefs_are_exact_where_findings_and_causes_form_a_tree(engine: Engine, case: tuple[Json, list[Json]]) -> None:
    model, answers = case
    assert np.abs(engine.beliefs(model, answers)[0] - exact_beliefs(model, answers)).max() <= EXACT


@thorough
@given(case=networks())
def test_no_belief_leaves_the_bounds_that_the_evidence_sets(engine: Engine, case: tuple[Json, list[Json]]) -> None:
    model, answers = case
    least, greatest = log_odds_bounds(model, answers)
    able = np.array(possible(model, answers))
    for beliefs in (np.array(engine.beliefs(model, answers)[0]), exact_beliefs(model, answers)):
        assert ((beliefs > 0) == able).all()
        assert (beliefs < 1).all()
        assert (log_odds(beliefs)[able] >= least[able] - 1e-6).all()
        assert (log_odds(beliefs)[able] <= greatest[able] + 1e-6).all()


@thorough
@given(case=networks())
def test_answers_in_another_order_give_the_same_beliefs_to_the_last_bit(
    engine: Engine, case: tuple[Json, list[Json]]
) -> None:
    model, answers = case
    there, back = engine.beliefs(model, answers, answers[::-1])
    assert there == back


@thorough
@given(case=networks())
def test_decibans_add_up_to_the_change_in_log_odds(engine: Engine, case: tuple[Json, list[Json]]) -> None:
    model, answers = case
    engine.call("compile", model=model)
    for cause in engine.call("diagnose", answers=answers):
        if cause["possible"]:
            change = cause["logOdds"] - math.log(cause["prior"] / (1 - cause["prior"]))
            assert abs(sum(weight["decibans"] for weight in cause["weights"]) - change * 10 / math.log(10)) <= EXACT
            assert abs(1 / (1 + math.exp(-cause["logOdds"])) - cause["belief"]) <= EXACT


def random_network(rng: np.random.Generator, causes: int, links: int, findings: int) -> tuple[Json, list[Json]]:
    questions, answers = [], []
    for at in range(findings):
        linked = rng.choice(causes, size=links, replace=False)
        if rng.random() < 1 / 3:
            options = [(rng.uniform(0.05, 0.6), {f"c{c}": rng.uniform(0.05, 0.9) for c in linked})]
            questions.append(pick_any(f"q{at}", options))
            answers.append({"question": f"q{at}", "chosen": ["a0"] if rng.random() < 0.4 else []})
        else:
            signs = {f"c{c}": rng.dirichlet(np.ones(4)).clip(0.02).tolist() for c in linked}
            signs = {cause: [share / sum(table) for share in table] for cause, table in signs.items()}
            questions.append(pick_one(f"q{at}", rng.dirichlet(np.full(4, 3)).tolist(), signs))
            answers.append({"question": f"q{at}", "chosen": [f"a{rng.integers(4)}"]})
    return quiz_model(rng.choice([0.02, 0.05, 0.1, 0.2], size=causes).tolist(), questions), answers


@pytest.mark.parametrize(("links", "findings"), [(3, 8), (6, 1), (6, 8), (9, 1), (9, 8), (12, 15)])
def test_the_error_on_networks_with_loops_is_small_and_reported(engine: Engine, links: int, findings: int) -> None:
    rng = np.random.default_rng([links, findings])
    errors, independent = [], []
    for _ in range(100):
        model, answers = random_network(rng, 12, links, findings)
        exact = exact_beliefs(model, answers)
        errors.append(np.abs(engine.beliefs(model, answers)[0] - exact))
        alone = log_odds(np.array([cause["prior"] for cause in model["causes"]]))
        for base, tables_of_causes, answer in observed(model, answers):
            for cause, table in tables_of_causes.items():
                alone[cause] += math.log(table[answer] / base[answer])
        independent.append(np.abs(1 / (1 + np.exp(-alone)) - exact))
    error, worst = float(np.mean(errors)), float(np.max(errors))
    print(
        f"\n12 causes, {findings} questions, {links} links: mean |error of belief| {error:.5f}, greatest {worst:.4f}"
        f" (causes taken as independent: {np.mean(independent):.5f}, {np.max(independent):.4f})"
    )
    assert error <= np.mean(independent) / 2
    assert error <= 0.02


# ---------------------------------------------------------------- expected information


def exact_gain(model: Json, question: Json) -> float:
    """Return what each finding of a question tells about which cause it is where it is one, in bits, added up."""
    count = len(model["causes"])
    sets = np.array(list(itertools.product([0, 1], repeat=count)))
    priors = np.array([cause["prior"] for cause in model["causes"]])
    chance = np.where(sets == 1, priors, 1 - priors).prod(axis=1) * (sets.sum(axis=1) == 1)
    bits = 0.0
    for base, signs in tables(question):
        tables_of_causes = {int(cause[1:]): np.array(table) for cause, table in signs.items()}
        joint = (chance / chance.sum())[:, None] * likelihoods(sets, np.array(base), tables_of_causes)
        joint = joint[joint.sum(axis=1) > 0]
        apart = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
        bits += float((joint * np.log2(joint / apart)).sum())
    return bits


@thorough
@given(data=st.data(), count=st.integers(1, 10))
def test_the_gain_of_a_question_is_exact(engine: Engine, data: st.DataObject, count: int) -> None:
    linked = data.draw(st.lists(st.integers(0, count - 1), unique=True))
    question, _ = data.draw(asked("q", linked))
    model = quiz_model([data.draw(st.floats(0.02, 0.6)) for _ in range(count)], [question])
    engine.call("compile", model=model)
    (ranked,) = engine.call("gains", answers=[])
    assert abs(ranked["gainBits"] - exact_gain(model, question)) <= EXACT


# ---------------------------------------------------------------- pgmpy


def pgmpy_beliefs(model: Json, answers: list[Json]) -> np.ndarray:
    """Return the posterior of each cause by variable elimination."""
    network = DiscreteBayesianNetwork()
    evidence = {}
    for at, cause in enumerate(model["causes"]):
        prior = cause["prior"] if possible(model, answers)[at] else 0
        network.add_node(f"c{at}")
        network.add_cpds(TabularCPD(f"c{at}", 2, [[1 - prior], [prior]]))
    for at, (base, tables_of_causes, answer) in enumerate(observed(model, answers)):
        name, parents = f"f{at}", [f"c{cause}" for cause in tables_of_causes]
        columns = []
        for held in itertools.product([False, True], repeat=len(parents)):
            holding = list(itertools.compress(tables_of_causes.values(), held))
            columns.append(np.mean(holding, axis=0) if holding else base)
        network.add_node(name)
        network.add_edges_from((parent, name) for parent in parents)
        network.add_cpds(TabularCPD(name, len(base), np.array(columns).T, parents, [2] * len(parents)))
        evidence[name] = answer
    elimination = VariableElimination(network)
    causes = [f"c{at}" for at in range(len(model["causes"]))]
    return np.array([elimination.query([cause], evidence=evidence, show_progress=False).values[1] for cause in causes])


@settings(thorough, max_examples=25)
@given(case=trees())
def test_pgmpy_gives_the_same_beliefs_on_trees(engine: Engine, case: tuple[Json, list[Json]]) -> None:
    model, answers = case
    assert np.abs(engine.beliefs(model, answers)[0] - pgmpy_beliefs(model, answers)).max() <= EXACT


@settings(thorough, max_examples=25)
@given(case=networks())
def test_pgmpy_gives_the_same_beliefs_as_enumeration(case: tuple[Json, list[Json]]) -> None:
    model, answers = case
    assert np.abs(exact_beliefs(model, answers) - pgmpy_beliefs(model, answers)).max() <= EXACT


# ---------------------------------------------------------------- how things are told


def saying(way: Json, share: float) -> float:
    return float(way["told"] * share + way["stray"] * (1 - share))


def plainly(model: Json, events: list[Json]) -> tuple[Json, list[Json]]:
    """Return the same network and answers without telling or `notIf`: each option as a question."""
    questions = {question["id"]: question for question in model["questions"]}
    plain, answers = [], []
    for event in events:
        question = questions[event["question"]]
        if question["kind"] == "pick-one" or event["chosen"] is None:
            plain.append(question)
            answers.append(event)
            continue
        way = model["telling"]["list"]
        for option in question["answers"]:
            base = saying(way, option["base"])
            chances = {cause: saying(way, share) for cause, share in option["signs"].items()}
            shares = {cause: [chance, 1 - chance] for cause, chance in chances.items()}
            name = f"{question['id']} {option['id']}"
            plain.append(pick_one(name, [base, 1 - base], shares))
            answers.append({"question": name, "chosen": [f"a{int(option['id'] not in event['chosen'])}"]})
    chosen_now = {(event["question"], id_) for event in events for id_ in event["chosen"] or []}
    causes = []
    for cause in model["causes"]:
        is_out = any((name, id_) in chosen_now for name, listed in cause["notIf"].items() for id_ in listed)
        causes.append({**cause, "prior": 0.0 if is_out else cause["prior"]})
    return {**model, "causes": causes, "questions": plain}, answers


@thorough
@given(data=st.data(), case=trees())
def test_ticks_and_what_rules_out_are_told_exactly(
    engine: Engine, data: st.DataObject, case: tuple[Json, list[Json]]
) -> None:
    model, answers = case
    share = st.floats(0.02, 0.98)
    way = {"told": data.draw(share), "stray": data.draw(st.floats(0.001, 0.3))}
    # No gate, so that what is ruled out is ruled out by what was told alone.
    ruling = data.draw(st.sampled_from(model["questions"]))
    causes = [{**cause, "gate": {}} for cause in model["causes"]]
    causes[0]["notIf"] = {ruling["id"]: ["a0"]} if ruling["kind"] == "pick-one" else {}
    model = {**model, "causes": causes, "telling": {**model["telling"], "list": way}}
    assert np.abs(engine.beliefs(model, answers)[0] - exact_beliefs(*plainly(model, answers))).max() <= EXACT


# ---------------------------------------------------------------- answers that tell one thing


def sum_of_what_counts(observations: list[tuple[str, bool, str | None, float]], family_discount: float) -> float:
    """Return the change in log odds from what was seen: its group, whether it was told, its synonym and its weight."""
    expected = 0.0
    strongest: dict[str, int] = {}
    for at, (_, told, synonym, weight) in enumerate(observations):
        if told and synonym and (synonym not in strongest or abs(weight) > abs(observations[strongest[synonym]][3])):
            strongest[synonym] = at
    groups: dict[str, list[float]] = {}
    spoken_for = {name for name, told, _, weight in observations if told and weight > 0}
    for at, (name, told, synonym, weight) in enumerate(observations):
        is_silent_and_open = not told and name not in spoken_for and synonym not in strongest
        if is_silent_and_open or (told and strongest.get(synonym, at) == at):
            groups.setdefault(name, []).append(weight)
    for counted in groups.values():
        for sign in (1, -1):
            alike = sorted((abs(weight) for weight in counted if (weight >= 0) == (sign > 0)), reverse=True)
            expected += sign * sum(weight * family_discount**rank for rank, weight in enumerate(alike))
    return expected


@thorough
@given(data=st.data(), count=st.integers(1, 5), family_discount=st.floats(0.1, 1))
def test_of_answers_that_tell_one_thing_the_strongest_counts_and_further_ones_less_or_nothing(
    engine: Engine, data: st.DataObject, count: int, family_discount: float
) -> None:
    """With one cause there is nothing to average over, so what each answer counts can be added up by hand."""
    drawn = [data.draw(asked(f"q{at}", [0])) for at in range(count)]
    for question, _ in drawn:
        question["family"] = data.draw(st.sampled_from([None, "one", "two"]))
        for choice in question["answers"]:
            choice["synonym"] = data.draw(st.sampled_from([None, None, "same", "alike"]))
    model = quiz_model([0.1], [question for question, _ in drawn]) | {"familyDiscount": family_discount}
    expected = math.log(0.1 / 0.9)
    observations: list[tuple[str, bool, str | None, float]] = []
    for question, answer in drawn:
        for at, (base, tables_of_causes, given_answer) in enumerate(observed(model, [answer])):
            told = question["kind"] == "pick-one" or f"a{at}" in answer["chosen"]
            synonym = question["answers"][given_answer if question["kind"] == "pick-one" else at]["synonym"]
            weight = math.log(tables_of_causes[0][given_answer] / base[given_answer])
            observations.append((question["family"] or question["id"], told, synonym, weight))
    expected += sum_of_what_counts(observations, family_discount)
    engine.call("compile", model=model)
    (cause,) = engine.call("diagnose", answers=[answer for _, answer in drawn])
    assert abs(cause["logOdds"] - expected) <= EXACT
