"""Models over rows of signals, and how they become ONNX: boosted trees and a linear model side by side, their log probabilities added.

The input is "features" [rows, features] in float32, the output "scores" [rows, labels], which are probabilities.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

SEED = 20261121


def squashed(features):
    """Counts grow without bound; a linear model sees their logarithm, the sign kept."""
    return np.sign(features) * np.log(1 + np.abs(features))


def log_softmax(scores):
    scores = scores - scores.max(axis=1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


class SignalModel:
    """Trees and a line over the same rows; their log probabilities are added and divided by a temperature."""

    def __init__(self, labels, iterations=60, leaves=6, least=10, rate=0.08, ridge=5.0, strength=0.02, weight=1.0):
        self.labels, self.strength, self.weight, self.temperature = labels, strength, weight, 1.0
        self.shift = np.zeros(labels)
        self.trees = HistGradientBoostingClassifier(
            learning_rate=rate, max_iter=iterations, max_leaf_nodes=leaves, min_samples_leaf=least, l2_regularization=ridge, random_state=SEED)

    def fit(self, features, answers, weights=None):
        features = np.asarray(features, dtype=np.float32)
        self.trees.fit(features, answers, sample_weight=weights)
        line = squashed(features.astype(np.float64))
        self.mean, self.scale = line.mean(axis=0), line.std(axis=0)
        self.scale[self.scale < 1e-6] = 1.0
        linear = LogisticRegression(C=self.strength, max_iter=3000).fit((line - self.mean) / self.scale, answers, sample_weight=weights)
        if self.labels == 2:
            self.coef = np.vstack([np.zeros(features.shape[1]), linear.coef_[0]])
            self.bias = np.array([0.0, linear.intercept_[0]])
        else:
            self.coef, self.bias = linear.coef_, linear.intercept_
        return self

    def logits(self, features):
        features = np.asarray(features, dtype=np.float32)
        trees = self.trees._raw_predict(features)
        if trees.shape[1] == 1:
            trees = np.hstack([np.zeros_like(trees), trees])
        line = (squashed(features.astype(np.float64)) - self.mean) / self.scale @ self.coef.T + self.bias
        return (log_softmax(trees) + self.weight * log_softmax(line)) / (1 + self.weight)

    def calibrate(self, logits, answers, weights=None):
        """Temperature, and for two labels a shift, that make held-out log loss least; the logits are those of rows that were not learned from."""
        best = None
        shifts = np.linspace(-1.5, 1.5, 61) if self.labels == 2 else [0.0]
        for temperature in np.linspace(0.3, 2.5, 111):
            for shift in shifts:
                moved = logits / temperature
                moved = moved + np.array([0.0, shift]) if self.labels == 2 else moved
                loss = -np.average(log_softmax(moved)[np.arange(len(answers)), answers], weights=weights)
                if best is None or loss < best[0]:
                    best = (loss, temperature, shift)
        self.temperature = best[1]
        if self.labels == 2:
            self.shift = np.array([0.0, best[2]])
        return self

    def calibrated_like(self, other):
        self.temperature, self.shift = other.temperature, other.shift
        return self

    def probabilities(self, features):
        return np.exp(log_softmax(self.logits(features) / self.temperature + self.shift))

    def save(self, path):
        width = self.mean.shape[0]
        constants, nodes = [], []

        def constant(name, value):
            constants.append(numpy_helper.from_array(np.asarray(value, dtype=np.float32), name))
            return name

        def node(operator, inputs, output, **attributes):
            nodes.append(helper.make_node(operator, inputs, [output], **attributes))
            return output

        nodes.append(self._tree_node())
        trees = "tree_scores"
        if self.labels == 2:
            trees = node("MatMul", [trees, constant("second", [[0.0, 1.0]])], "tree_pairs")
        trees = node("LogSoftmax", [trees], "tree_logs", axis=1)
        logs = node("Log", [node("Add", [node("Abs", ["features"], "sizes"), constant("one", 1.0)], "beyond")], "logs")
        line = node("Mul", [node("Sign", ["features"], "signs"), logs], "squashed")
        weights = (self.coef / self.scale).T
        bias = self.bias - (self.mean / self.scale) @ self.coef.T
        line = node("Add", [node("MatMul", [line, constant("weights", weights)], "sums"), constant("bias", bias)], "line")
        line = node("LogSoftmax", [line], "line_logs", axis=1)
        both = node("Add", [trees, node("Mul", [line, constant("weight", self.weight)], "weighed")], "both")
        cooled = node("Mul", [both, constant("coolness", 1 / ((1 + self.weight) * self.temperature))], "cooled")
        node("Softmax", [node("Add", [cooled, constant("shift", self.shift)], "moved")], "scores", axis=1)
        graph = helper.make_graph(
            nodes, "signals",
            [helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, width])],
            [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, self.labels])],
            constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13), helper.make_opsetid("ai.onnx.ml", 3)])
        model.ir_version = 8
        onnx.checker.check_model(model)
        with open(path, "wb") as file:
            file.write(model.SerializeToString())

    def _tree_node(self):
        names = ("treeids", "nodeids", "featureids", "values", "modes", "truenodeids", "falsenodeids")
        lists = {name: [] for name in names}
        leaves = {name: [] for name in ("treeids", "nodeids", "ids", "weights")}
        number = 0
        for predictors in self.trees._predictors:
            for label, predictor in enumerate(predictors):
                for i, entry in enumerate(predictor.nodes):
                    leaf = bool(entry["is_leaf"])
                    lists["treeids"].append(number)
                    lists["nodeids"].append(i)
                    lists["featureids"].append(0 if leaf else int(entry["feature_idx"]))
                    lists["values"].append(0.0 if leaf else float(below(entry["num_threshold"])))
                    lists["modes"].append("LEAF" if leaf else "BRANCH_LEQ")
                    lists["truenodeids"].append(0 if leaf else int(entry["left"]))
                    lists["falsenodeids"].append(0 if leaf else int(entry["right"]))
                    if leaf:
                        leaves["treeids"].append(number)
                        leaves["nodeids"].append(i)
                        leaves["ids"].append(label)
                        leaves["weights"].append(float(entry["value"]))
                number += 1
        baseline = np.ravel(self.trees._baseline_prediction).tolist()
        return helper.make_node(
            "TreeEnsembleRegressor", ["features"], ["tree_scores"], domain="ai.onnx.ml", n_targets=len(baseline), base_values=baseline,
            aggregate_function="SUM", post_transform="NONE",
            **{f"nodes_{name}": value for name, value in lists.items()}, **{f"target_{name}": value for name, value in leaves.items()})


def below(threshold):
    """The greatest float32 not above: what float32 numbers are at most the threshold stays the same."""
    rounded = np.float32(threshold)
    return rounded if float(rounded) <= threshold else np.nextafter(rounded, np.float32(-np.inf))
