"""Gradient-boosted trees over weighted rows with shares as targets, and their ONNX form."""

import numpy as np
import onnx
from onnx import TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier


class BoostedTrees:
    """The mean, in log-odds, of several boosted models, each grown on rows drawn anew."""

    def __init__(self, width, members):
        self.width, self.members = width, members

    def scores(self, rows):
        return 1 / (1 + np.exp(-sum(m._raw_predict(np.ascontiguousarray(rows))[:, 0] for m in self.members) / len(self.members)))

    def gains(self):
        total = np.zeros(self.width)
        for _, tree in self.trees():
            inner = tree["is_leaf"] == 0
            np.add.at(total, tree["feature_idx"][inner], tree["gain"][inner])
        return total

    def trees(self):
        for member in self.members:
            for (tree,) in member._predictors:
                yield member, tree.nodes


def grow(rows, shares, weights, iterations, leaves, rate, seed):
    """A block half of whose words are content is both: half a positive row, half a negative one."""
    shares = np.where(shares >= 0.95, 1.0, np.where(shares <= 0.05, 0.0, shares))
    between = (shares > 0) & (shares < 1)
    x = np.concatenate([rows, rows[between]])
    y = np.concatenate([shares > 0, np.zeros(between.sum(), bool)])
    w = np.concatenate([np.where(between, weights * shares, weights), (weights * (1 - shares))[between]])
    model = HistGradientBoostingClassifier(
        max_iter=iterations, learning_rate=rate, max_leaf_nodes=leaves, min_samples_leaf=20, l2_regularization=1.0, max_bins=128, early_stopping=False, random_state=seed
    )
    return model.fit(x, y, sample_weight=w * len(w) / w.sum())


def save(trees, path):
    """features [rows, width] -> scores [rows, 1]: a TreeEnsembleRegressor and a sigmoid."""
    node = {k: [] for k in ("treeids", "nodeids", "featureids", "values", "modes", "truenodeids", "falsenodeids", "hitrates", "missing_value_tracks_true")}
    leaf = {k: [] for k in ("treeids", "nodeids", "ids", "weights")}
    share = 1 / len(trees.members)
    for number, (_, tree) in enumerate(trees.trees()):
        for place, n in enumerate(tree):
            is_leaf = bool(n["is_leaf"])
            # The runtime compares 32-bit numbers: a threshold rounded upwards would let its neighbour through.
            threshold = np.float32(n["num_threshold"])
            if float(threshold) > float(n["num_threshold"]):
                threshold = np.nextafter(threshold, np.float32(-np.inf))
            node["treeids"].append(number)
            node["nodeids"].append(place)
            node["featureids"].append(0 if is_leaf else int(n["feature_idx"]))
            node["values"].append(0.0 if is_leaf else float(threshold))
            node["modes"].append("LEAF" if is_leaf else "BRANCH_LEQ")
            node["truenodeids"].append(0 if is_leaf else int(n["left"]))
            node["falsenodeids"].append(0 if is_leaf else int(n["right"]))
            node["hitrates"].append(1.0)
            node["missing_value_tracks_true"].append(0)
            if is_leaf:
                leaf["treeids"].append(number)
                leaf["nodeids"].append(place)
                leaf["ids"].append(0)
                leaf["weights"].append(float(n["value"]) * share)
    base = sum(float(m._baseline_prediction.ravel()[0]) for m in trees.members) * share
    ensemble = helper.make_node(
        "TreeEnsembleRegressor", ["features"], ["margin"], domain="ai.onnx.ml", n_targets=1, base_values=[base], post_transform="NONE", aggregate_function="SUM",
        **{f"nodes_{k}": v for k, v in node.items()}, **{f"target_{k}": v for k, v in leaf.items()},
    )
    graph = helper.make_graph(
        [ensemble, helper.make_node("Sigmoid", ["margin"], ["scores"])],
        "boosted-trees",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", trees.width])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", 1])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13), helper.make_opsetid("ai.onnx.ml", 1)], ir_version=7, producer_name="trendgrains")
    onnx.save(model, path)
