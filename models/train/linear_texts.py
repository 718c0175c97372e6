"""Linear classifiers over hashed n-grams: what topic.py and tone.py share.

    features of hashed_ngrams.py -> divided by their length -> table [buckets, columns] (int8, a scale a column) summed -> scores, calibrated

Trained as one-against-the-rest support vector machines on features times their inverse document frequency, which is folded into the table.
"""

import numpy as np
import scipy.sparse as sp


def matrix(tokenizer, texts):
    """One row of unit length a text."""
    if hasattr(tokenizer, "matrix"):
        return tokenizer.matrix(texts)
    ids, weights, ends = [], [], [0]
    for text in texts:
        found, counted = tokenizer.features(text)
        norm = sum(w * w for w in counted) ** 0.5
        ids += found
        weights += [w / norm for w in counted]
        ends.append(len(ids))
    return sp.csr_matrix((np.array(weights, np.float32), np.array(ids, np.int32), np.array(ends)), (len(texts), tokenizer.buckets))


def inverse_document_frequency(rows, least=1.0):
    """Scaled so that a row keeps a length near one."""
    idf = np.log((1 + rows.shape[0]) / (1 + np.asarray((rows > 0).sum(0)).ravel())) + least
    lengths = np.sqrt(np.asarray(rows.multiply(rows) @ (idf**2)).ravel())
    return (idf / lengths.mean()).astype(np.float32)


def one_against_rest(rows, truths, labels, cost, weights=None, seed=20261121, tolerance=0.02, rounds=30):
    """(table [buckets, labels], bias [labels]) of margins."""
    from sklearn.svm import LinearSVC

    svm = LinearSVC(C=cost, tol=tolerance, max_iter=rounds, random_state=seed).fit(rows, truths, sample_weight=weights)
    table, bias = np.zeros((rows.shape[1], len(labels)), np.float32), np.full(len(labels), -1.0, np.float32)
    for place, label in enumerate(svm.classes_):
        table[:, labels.index(label)], bias[labels.index(label)] = svm.coef_[place], svm.intercept_[place]
    return table, bias


def softmax(margins):
    powers = np.exp(margins - margins.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def temperature(margins, truths):
    """The factor of the margins under which the truths (places of labels) are likeliest (Guo et al. 2017, where it is one over it)."""
    best = min((-np.log(softmax(margins * f)[np.arange(len(truths)), truths] + 1e-12).mean(), f) for f in np.linspace(0.5, 12, 116))
    return float(best[1])


def calibration_error(scores, truths, bins=10):
    said, sure = scores.argmax(1), scores.max(1)
    places = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs((said == truths)[places == b].mean() - sure[places == b].mean()) * (places == b).mean() for b in range(bins) if (places == b).any()))


def quantised(table):
    """int8 with a scale a column; the thousandth part of a per cent of the heaviest weights is clipped."""
    scale = np.maximum(np.quantile(np.abs(table), 0.99999, axis=0), 1e-8).astype(np.float32) / 127
    return np.clip(np.rint(table / scale), -127, 127).astype(np.int8), scale


def scored(sums, spread, bias, aside=None):
    """What export() computes of the summed columns; aside is (spread, bias) of margins that count as far as the (spread, bias) of a gate says."""
    margins = sums @ spread + bias
    if aside is not None:
        (more, more_bias), (gate, gate_bias) = aside
        margins = margins + (sums @ more + more_bias) / (1 + np.exp(-(sums @ gate + gate_bias)))
    return softmax(margins)


def export(path, name, table, spread, bias, aside=None):
    """
    ids, weights -> scores: softmax of (sum of rows x weights / length of weights) x spread + bias; scales and temperature are in spread [columns, labels]
    and bias. aside is as in scored().
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["small"], axis=0),
        helper.make_node("Cast", ["small"], ["found"], to=TensorProto.FLOAT),
        helper.make_node("ReduceL2", ["weights"], ["length"], axes=[1], keepdims=1),
        helper.make_node("Max", ["length", "tiny"], ["safe_length"]),
        helper.make_node("Div", ["weights", "safe_length"], ["shares"]),
        helper.make_node("Unsqueeze", ["shares", "one"], ["shares_3d"]),
        helper.make_node("MatMul", ["shares_3d", "found"], ["total_3d"]),
        helper.make_node("Squeeze", ["total_3d", "one"], ["total"]),
        helper.make_node("MatMul", ["total", "spread"], ["scaled"]),
        helper.make_node("Add", ["scaled", "bias"], ["margins"]),
    ]
    if aside is not None:
        nodes += [
            helper.make_node("MatMul", ["total", "more"], ["more_scaled"]),
            helper.make_node("Add", ["more_scaled", "more_bias"], ["more_margins"]),
            helper.make_node("MatMul", ["total", "gate"], ["gate_scaled"]),
            helper.make_node("Add", ["gate_scaled", "gate_bias"], ["gate_margin"]),
            helper.make_node("Sigmoid", ["gate_margin"], ["open"]),
            helper.make_node("Mul", ["more_margins", "open"], ["let_in"]),
            helper.make_node("Add", ["margins", "let_in"], ["both"]),
        ]
    nodes.append(helper.make_node("Softmax", ["margins" if aside is None else "both"], ["scores"], axis=1))
    constants = {"table": table, "spread": spread.astype(np.float32), "bias": bias[None, :].astype(np.float32), "one": np.array([1], np.int64), "tiny": np.array(1e-12, np.float32)}
    if aside is not None:
        (more, more_bias), (gate, gate_bias) = aside
        constants |= {key: np.atleast_2d(value).astype(np.float32) for key, value in (("more", more), ("more_bias", more_bias), ("gate", gate), ("gate_bias", gate_bias))}
    graph = helper.make_graph(
        nodes,
        name,
        [
            helper.make_tensor_value_info("ids", TensorProto.INT32, ["texts", "features"]),
            helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["texts", "features"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["texts", spread.shape[1]])],
        [numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="trendgrains")
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def write_golden(name, tokenizer, table, spread, bias, aside=None):
    """The scores of golden.py's texts, by numpy: what the C# tokenizer and ONNX Runtime must agree with."""
    import base64
    import json
    import os

    import catalog
    import golden

    scores = scored(matrix(tokenizer, golden.TEXTS) @ table.astype(np.float32), spread, bias, aside)
    rows = [
        {"buckets": sorted(tokenizer.features(text)[0])[:300], "utf16": base64.b64encode(text.encode("utf-16-le", "surrogatepass")).decode(), "scores": [round(float(s), 6) for s in row]} for text, row in zip(golden.TEXTS, scores)
    ]
    with open(os.path.join(catalog.MODELS, "..", "tests", "TrendGrains.Inference.Tests", "TestData", f"{name}.golden.json"), "w", encoding="ascii") as file:
        json.dump(rows, file, separators=(",", ":"))
        file.write("\n")
