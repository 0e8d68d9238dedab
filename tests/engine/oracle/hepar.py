"""Accuracy on a network that nobody made for this engine: HEPAR II, of liver disorders (Onisko 2003).

The network has dependencies that the engine's model lacks (findings that cause findings, disorders that cause
disorders), so this measures the model and not only its arithmetic. pgmpy carries the network as a file.
"""

import gzip
import itertools
from dataclasses import dataclass
from importlib import resources

import numpy as np
import pandas as pd
from pgmpy.inference import VariableElimination
from pgmpy.models import DiscreteBayesianNetwork
from pgmpy.readwrite import BIFReader

from tests.engine.process import Engine, Json, pick_one, quiz_model

DISORDERS = [
    "ChHepatitis", "THepatitis", "RHepatitis", "PBC", "fibrosis",
    "Steatosis", "Cirrhosis", "Hyperbilirubinemia", "carcinoma",
]  # fmt: skip
CASES = 771
SAME = 1e-9


@dataclass(frozen=True)
class Hepar:
    network: DiscreteBayesianNetwork
    states: dict[str, list[str]]
    findings: list[str]
    model: Json

    def sampled(self, size: int) -> pd.DataFrame:
        return self.network.simulate(n_samples=size, seed=0, show_progress=False)


def load_hepar() -> Hepar:
    """Return the network, and the quiz that the engine makes of it."""
    packed = (resources.files("pgmpy") / "utils/example_models/hepar2.bif.gz").read_bytes()
    network = BIFReader(string=gzip.decompress(packed).decode()).get_model()
    states = {node: list(network.get_cpds(node).state_names[node]) for node in network.nodes()}
    findings = sorted(set(network.nodes()) - set(DISORDERS))
    elimination = VariableElimination(network)
    priors = [1 - table(elimination, states, [name], {})[states[name].index("absent")] for name in DISORDERS]
    questions = [question(elimination, states, finding) for finding in findings]
    return Hepar(network, states, findings, quiz_model(list(map(float, priors)), questions))


def table(
    elimination: VariableElimination, states: dict[str, list[str]], nodes: list[str], evidence: dict[str, str]
) -> np.ndarray:
    """Return P(nodes | evidence), its axes in the order of the nodes and of their states."""
    factor = elimination.query(nodes, evidence=evidence, show_progress=False)
    values = np.transpose(factor.values, [factor.variables.index(node) for node in nodes])
    orders = ([factor.state_names[node].index(state) for state in states[node]] for node in nodes)
    return np.array(values[np.ix_(*orders)])


def question(elimination: VariableElimination, states: dict[str, list[str]], finding: str) -> Json:
    """Return a finding as a question: how it comes out with no disorder, and with each alone where that differs."""
    signs = {}
    for index, disorder in enumerate(DISORDERS):
        others_absent = {other: "absent" for other in DISORDERS if other != disorder}
        joint = table(elimination, states, [finding, disorder], others_absent)
        absent = states[disorder].index("absent")
        base = joint[:, absent] / joint[:, absent].sum()
        alone = np.delete(joint, absent, axis=1).sum(axis=1)
        alone = alone / alone.sum()
        if np.abs(alone - base).max() > SAME:
            signs[f"c{index}"] = alone.tolist()
    pick = pick_one(finding, base.tolist(), signs)
    return {**pick, "answers": [{"id": state, "text": ""} for state in states[finding]]}


def exact_beliefs(hepar: Hepar, cases: pd.DataFrame) -> np.ndarray:
    """Return the posterior of each disorder by summing the network itself over all states of the nine."""
    combinations = np.array(list(itertools.product(*(range(len(hepar.states[name])) for name in DISORDERS))))
    log_joint = np.zeros((len(cases), len(combinations)))
    for node in hepar.network.nodes():
        cpd = hepar.network.get_cpds(node)
        index = []
        for variable in cpd.variables:
            if variable in DISORDERS:
                order = np.array([cpd.state_names[variable].index(state) for state in hepar.states[variable]])
                index.append(order[combinations[:, DISORDERS.index(variable)]][None, :])
            else:
                index.append(np.array([cpd.state_names[variable].index(state) for state in cases[variable]])[:, None])
        log_joint += np.log(np.asarray(cpd.values)[tuple(np.broadcast_arrays(*index))])
    joint = np.exp(log_joint - log_joint.max(axis=1, keepdims=True))
    joint /= joint.sum(axis=1, keepdims=True)
    absent = [hepar.states[name].index("absent") for name in DISORDERS]
    present = [combinations[:, column] != state for column, state in enumerate(absent)]
    return np.stack([joint[:, combination].sum(axis=1) for combination in present], axis=1)


def simple_beliefs(hepar: Hepar, cases: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return what one-cause naive Bayes and independent log odds make of the same tables."""
    priors = np.array([cause["prior"] for cause in hepar.model["causes"]])
    evidence = np.zeros((len(cases), len(DISORDERS)))
    for question in hepar.model["questions"]:
        answers = np.array([hepar.states[question["id"]].index(state) for state in cases[question["id"]]])
        for cause, alone in question["signs"].items():
            evidence[:, int(cause[1:])] += np.log(np.array(alone) / np.array(question["base"]))[answers]
    weighed = priors * np.exp(evidence - evidence.max(axis=1, keepdims=True))
    return weighed / weighed.sum(axis=1, keepdims=True), 1 / (1 + (1 - priors) / priors * np.exp(-evidence))


def log_losses(engine: Engine, hepar: Hepar, *, someone_ill: bool) -> dict[str, float]:
    """Return the log loss per disorder with all findings known, by method.

    Args:
        engine: The engine.
        hepar: The network.
        someone_ill: Whether only people with at least one disorder are sampled: like those who take the quiz,
            something is the matter with them.
    """
    cases = hepar.sampled(2 * CASES if someone_ill else CASES)
    if someone_ill:
        cases = cases[(cases[DISORDERS] != "absent").any(axis=1)].iloc[:CASES]
    truth = (cases[DISORDERS] != "absent").to_numpy()
    assert truth.shape == (CASES, len(DISORDERS))
    rows = cases.to_dict("records")
    answers = [[{"question": finding, "chosen": [row[finding]]} for finding in hepar.findings] for row in rows]
    naive, independent = simple_beliefs(hepar, cases)
    beliefs = {
        "engine": np.array(engine.beliefs(hepar.model, *answers)),
        "one-cause naive Bayes": naive,
        "independent log odds": independent,
        "exact": exact_beliefs(hepar, cases),
    }
    truth_given = {name: np.clip(np.where(truth, belief, 1 - belief), 1e-12, 1) for name, belief in beliefs.items()}
    return {name: float(-np.log(probability).mean()) for name, probability in truth_given.items()}
