"""
Writes the rows on which ONNX Runtime must agree with the arithmetic written out here, for page-kind, article and advert:

    /usr/bin/python3 models/train/golden_decisions.py

The rows are the usual one, the one where everything stands out, and mixtures of both.
"""

import json
import os

import numpy as np
import onnx
from onnx import numpy_helper

import catalog
from signal_models import SEED, log_softmax, squashed

PATH = os.path.join(catalog.MODELS, "..", "tests", "TrendGrains.Reading.Tests", "TestData", "decisions.golden.json")


def trees(node, rows):
    """The sums over the leaves that each row falls into."""
    values = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    nodes = {}
    for i, (tree, number) in enumerate(zip(values["nodes_treeids"], values["nodes_nodeids"])):
        nodes[tree, number] = i
    leaves = {(t, n): (label, weight) for t, n, label, weight in zip(values["target_treeids"], values["target_nodeids"], values["target_ids"], values["target_weights"])}
    sums = np.tile(np.array(values["base_values"], dtype=np.float64), (len(rows), 1))
    for r, row in enumerate(rows):
        for tree in sorted(set(values["nodes_treeids"])):
            number = 0
            while (tree, number) not in leaves:
                i = nodes[tree, number]
                goes = row[values["nodes_featureids"][i]] <= np.float32(values["nodes_values"][i])
                number = values["nodes_truenodeids"][i] if goes else values["nodes_falsenodeids"][i]
            label, weight = leaves[tree, number]
            sums[r, label] += weight
    return sums


def scores(path, rows):
    graph = onnx.load(path).graph
    constants = {c.name: numpy_helper.to_array(c).astype(np.float64) for c in graph.initializer}
    of_trees = trees(graph.node[0], rows)
    if of_trees.shape[1] == 1:
        of_trees = np.hstack([np.zeros_like(of_trees), of_trees])
    line = squashed(rows.astype(np.float64)) @ constants["weights"] + constants["bias"]
    both = log_softmax(of_trees) + constants["weight"] * log_softmax(line)
    return np.exp(log_softmax(both * constants["coolness"] + constants["shift"]))


golden = {}
chance = np.random.default_rng(SEED)
with open(os.path.join(catalog.MODELS, "catalog.json"), encoding="utf-8") as listed:
    for entry in json.load(listed)["models"]:
        if entry["name"] not in ("page-kind", "article", "advert"):
            continue
        usual, marked = np.array(entry["typical"]), np.array(entry["marked"])
        mixed = [np.where(chance.random(len(usual)) < share, marked, usual) for share in (0.1, 0.3, 0.5, 0.7)]
        rows = np.array([usual, marked, *mixed], dtype=np.float32)
        answers = scores(os.path.join(catalog.MODELS, entry["name"], "model.onnx"), rows)
        golden[entry["name"]] = [
            {"features": [float(f"{v:.7g}") for v in row], "scores": [round(float(s), 6) for s in answer]} for row, answer in zip(rows, answers)]
with open(PATH, "w", encoding="ascii") as file:
    json.dump(golden, file, separators=(",", ":"))
    file.write("\n")
