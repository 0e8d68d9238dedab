"""Accuracy on WIN95PTS, a network for trouble with printers (Heckerman and others 1994), which pgmpy carries as a file.

Its faults are the nodes without parents that something may be wrong with; what a user can see are the nodes without
children.
"""

import gzip
from importlib import resources

import numpy as np
from pgmpy.inference import VariableElimination
from pgmpy.models import DiscreteBayesianNetwork
from pgmpy.readwrite import BIFReader

from tests.engine.oracle.hepar import SAME, table
from tests.engine.process import Engine, Json, pick_one, quiz_model

MACHINES = 1000
# What more machines than these have is a setting.
MOST_PRIOR = 0.2


def load_network() -> DiscreteBayesianNetwork:
    packed = (resources.files("pgmpy") / "utils/example_models/win95pts.bif.gz").read_bytes()
    return BIFReader(string=gzip.decompress(packed).decode()).get_model()


def usual_states(network: DiscreteBayesianNetwork, faults: list[str]) -> dict[str, str]:
    """Return for each fault its state when nothing is wrong, which is the likelier one."""
    states = {}
    for node in faults:
        priors = network.get_cpds(node)
        states[node] = priors.state_names[node][int(np.argmax(np.asarray(priors.values)))]
    return states


def log_loss(engine: Engine, seed: int) -> float:
    """Return the log loss for each fault over machines with at least one, with every symptom known.

    The tables are exact: the base without any fault, the signs with one fault alone.
    """
    network = load_network()
    faults = [node for node in sorted(network.nodes()) if not network.get_parents(node) and _is_fault(network, node)]
    symptoms = sorted(node for node in network.nodes() if not network.get_children(node))
    usual = usual_states(network, faults)
    states = {node: list(network.get_cpds(node).state_names[node]) for node in network.nodes()}
    model = _model(network, faults, symptoms, usual, states)
    machines = network.simulate(n_samples=4 * MACHINES, seed=seed, show_progress=False)
    wrong = np.stack([(machines[fault] != usual[fault]).to_numpy() for fault in faults], axis=1)
    chosen = wrong.any(axis=1).nonzero()[0][:MACHINES]
    rows = machines.iloc[chosen].to_dict("records")
    answers = [[{"question": node, "chosen": [row[node]]} for node in symptoms] for row in rows]
    beliefs = np.array(engine.beliefs(model, *answers))
    chance = np.clip(np.where(wrong[chosen], beliefs, 1 - beliefs), 1e-12, 1)
    return float(-np.log(chance).mean())


def _is_fault(network: DiscreteBayesianNetwork, node: str) -> bool:
    """Return whether a node without parents is something that may be wrong, and not one of two usual settings."""
    return float(np.min(network.get_cpds(node).values)) <= MOST_PRIOR


def _model(
    network: DiscreteBayesianNetwork,
    faults: list[str],
    symptoms: list[str],
    usual: dict[str, str],
    states: dict[str, list[str]],
) -> Json:
    elimination = VariableElimination(network)
    shares = {fault: _shares_with(elimination, symptoms, usual, states, fault) for fault in [None, *faults]}
    priors = []
    for fault in faults:
        at = states[fault].index(usual[fault])
        priors.append(float(1 - np.asarray(network.get_cpds(fault).values)[at]))
    questions = []
    for node in symptoms:
        base = shares[None][node]
        signs = {
            f"c{at}": shares[fault][node].tolist()
            for at, fault in enumerate(faults)
            if np.abs(shares[fault][node] - base).max() > SAME
        }
        answers = [{"id": state, "text": ""} for state in states[node]]
        questions.append({**pick_one(node, base.tolist(), signs), "answers": answers})
    return quiz_model(priors, questions)


def _shares_with(
    elimination: VariableElimination,
    symptoms: list[str],
    usual: dict[str, str],
    states: dict[str, list[str]],
    fault: str | None,
) -> dict[str, np.ndarray]:
    """Return how likely each state of each symptom is where one fault alone, or none, is there."""
    given = {node: state for node, state in usual.items() if node != fault}
    if fault is None:
        return {node: table(elimination, states, [node], given) for node in symptoms}
    at = states[fault].index(usual[fault])
    shares = {}
    for node in symptoms:
        joint = np.delete(table(elimination, states, [node, fault], given), at, axis=1).sum(axis=1)
        shares[node] = joint / joint.sum()
    return shares
