"""Trains models/severity: how grave the event of a headline or text is for the people in it.

    /usr/bin/python3 models/train/severity.py --data ../shared/data

Weak labels from an event lexicon (models/severity/lexicon.tsv) and the sets' own topics; half of the lexicon's words are left out of a second copy of each
text, so that the words around them must speak. Texts that a person read (models/severity/read.jsonl; --doubtful proposes them) count more. Temperature and shift come from the validation rows, which nothing else has seen.
Seeded; one CPU thread, minutes; Debian 12's python3-torch, python3-onnx, python3-sklearn.
"""

import argparse
import json
import os
import random

import numpy as np
import torch
from torch import nn

import catalog
import severity_texts
from hashed_ngrams import HashedNGrams
from severity_words import Lexicon

SEED = 20261121
BUCKETS, WIDTH, MAX_CHARS = 1 << 16, 16, 480
FOLDER = os.path.join(catalog.MODELS, "severity")


class Severity(nn.Module):
    """A table row a bucket: one number that is added up, and a few that a small hidden layer puts together."""

    def __init__(self):
        super().__init__()
        self.rows = nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum", sparse=False)
        nn.init.normal_(self.rows.weight, std=0.05)
        with torch.no_grad():
            self.rows.weight[:, 0] = 0
        self.bias = nn.Parameter(torch.zeros(WIDTH))
        self.out = nn.Parameter(torch.randn(WIDTH) * 0.3)
        with torch.no_grad():
            self.bias[0], self.out[0] = -1.0, 1.0

    def forward(self, ids, weights, offsets, norms):
        sums = self.rows(ids, offsets, per_sample_weights=weights) / norms[:, None] + self.bias
        return sums[:, 0] * self.out[0] + torch.relu(sums[:, 1:]) @ self.out[1:]


class Features:
    def __init__(self, tokenizer, texts):
        found = [tokenizer.features(text) for text in texts]
        self.ids = [np.array(ids, np.int64) for ids, _ in found]
        self.weights = [np.array(weights, np.float32) for _, weights in found]

    def batch(self, picks, chance=None, keep=1.0):
        ids, weights = [self.ids[i] for i in picks], [self.weights[i] for i in picks]
        if keep < 1:
            masks = [chance.random(len(row)) < keep for row in ids]
            ids = [row[mask] if mask.any() else row for row, mask in zip(ids, masks)]
            weights = [row[mask] if mask.any() else row for row, mask in zip(weights, masks)]
        offsets = np.concatenate([[0], np.cumsum([len(row) for row in ids])[:-1]])
        norms = np.array([np.sqrt((row**2).sum()) for row in weights], np.float32)
        return torch.from_numpy(np.concatenate(ids)), torch.from_numpy(np.concatenate(weights)), torch.from_numpy(offsets), torch.from_numpy(norms)


def fit(features, answers, weights, epochs=6, decay=2e-5, keep=0.85, log=None):
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    model = Severity()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    answers, weights = torch.tensor(answers, dtype=torch.float32), torch.tensor(weights, dtype=torch.float32)
    size = 512
    steps = epochs * (len(answers) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for _ in range(epochs):
        order = chance.permutation(len(answers))
        for start in range(0, len(order) - size + 1, size):
            picks = order[start:start + size]
            said = model(*features.batch(picks, chance, keep))
            loss = (nn.functional.binary_cross_entropy_with_logits(said, answers[picks], reduction="none") * weights[picks]).mean()
            loss = loss + decay * (model.rows.weight**2).sum() / 100
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model


def logits(model, features):
    with torch.no_grad():
        return np.concatenate([model(*features.batch(range(i, min(i + 1024, len(features.ids))))).numpy() for i in range(0, len(features.ids), 1024)])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def read_rows():
    path = os.path.join(FOLDER, "read.jsonl")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return {row["text"]: row["level"] for row in map(json.loads, file)}


def shown(texts, lexicon, answers, weights, chance):
    """What training sees: each text, those with words of harm once more without half of these words, and some run together as a longer text."""
    rows = list(zip(texts, answers, weights))
    for text, answer, weight in zip(texts, answers, weights):
        if answer > 0.3:
            less = lexicon.without(text, chance, 0.5)
            if less != text:
                # Less is said, so less is sure.
                rows.append((less, 0.15 + 0.7 * answer if answer > 0.5 else answer, weight * 0.6))
    graves = [text for text, answer in zip(texts, answers) if answer > 0.8]
    milds = [text for text, answer in zip(texts, answers) if answer < 0.15]
    for side, answer, count in ((graves, 0.97, 3000), (milds, 0.03, 6000)):
        for _ in range(count):
            rows.append(("\n".join(chance.sample(side, chance.randint(2, 5))), answer, 0.7))
    rows += named(milds, lexicon, chance)
    chance.shuffle(rows)
    return [list(column) for column in zip(*rows)]


def named(milds, lexicon, chance):
    """The lexicon's words among words of mild headlines of the same script, so that words that headlines seldom have are known as well."""
    korean = [text for text in milds if any("가" <= c <= "힣" for c in text)]
    english = [text for text in milds if text.isascii()]
    rows = []
    for weight, language, words in lexicon.examples(chance):
        around = chance.choice(korean if language == "ko" else english).split()
        chance.shuffle(around)
        around = around[:chance.randint(1, 6)]
        place = chance.randint(0, len(around))
        answer = 0.03 if weight < 0 else 0.25 if weight < 1.2 else 0.55 if weight < 1.8 else 0.85
        rows.append((" ".join([*around[:place], words, *around[place:]]), answer, 0.6))
    return rows


def weak(lexicon, rows):
    """(P(grave), how much it counts) by the lexicon and the set's own topic."""
    scores = np.array([lexicon.score(text) - milder for _, text, milder in rows])
    answers = sigmoid(1.4 * (scores - 1.7))
    return np.clip(answers, 0.02, 0.98), 0.25 + 0.75 * np.abs(2 * answers - 1), scores


def auc(truth, scores):
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        same = scores == value
        ranks[same] = ranks[same].mean()
    truth = np.asarray(truth, bool)
    return (ranks[truth].sum() - truth.sum() * (truth.sum() + 1) / 2) / (truth.sum() * (~truth).sum())


def calibrate(said, truth):
    """Temperature and shift of the least log loss."""
    best = (np.inf, 1.0, 0.0)
    for temperature in np.linspace(0.4, 4, 73):
        for shift in np.linspace(-3, 3, 121):
            p = np.clip(sigmoid(said / temperature + shift), 1e-6, 1 - 1e-6)
            loss = -np.mean(np.where(truth, np.log(p), np.log(1 - p)))
            if loss < best[0]:
                best = (loss, temperature, shift)
    return best[1], best[2]


def quantised(model):
    rows = model.rows.weight.detach().numpy()
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def export(model, temperature, shift, path):
    """ids, weights [texts, n-grams] -> scores [texts, 2]: mild, grave."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    table, scale = quantised(model)
    out = model.out.detach().numpy()
    # The first column is added up as it is, the others pass the hidden layer.
    first = np.zeros((WIDTH, 1), np.float32)
    first[0, 0] = out[0] / temperature
    others = (out / temperature)[:, None].astype(np.float32)
    others[0] = 0
    constants = {
        "table": table, "scale": scale[:, None], "bias": model.bias.detach().numpy().astype(np.float32), "first": first, "others": others,
        "shift": np.array(shift, np.float32), "axis": np.array([1], np.int64), "tiny": np.array(1e-12, np.float32), "one": np.array(1.0, np.float32),
    }
    nodes = [
        # The first two have constant inputs: the runtime folds them when it opens the file, so the table is int8 on disk and float in memory.
        helper.make_node("Cast", ["table"], ["unscaled"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["unscaled", "scale"], ["rows"]),
        helper.make_node("Gather", ["rows", "ids"], ["found"], axis=0),
        helper.make_node("Unsqueeze", ["weights", "axis"], ["weights_3d"]),
        helper.make_node("MatMul", ["weights_3d", "found"], ["total_3d"]),
        helper.make_node("Squeeze", ["total_3d", "axis"], ["total"]),
        helper.make_node("ReduceL2", ["weights"], ["length"], axes=[1], keepdims=1),
        helper.make_node("Max", ["length", "tiny"], ["safe_length"]),
        helper.make_node("Div", ["total", "safe_length"], ["mean"]),
        helper.make_node("Add", ["mean", "bias"], ["sums"]),
        helper.make_node("MatMul", ["sums", "first"], ["line"]),
        helper.make_node("Relu", ["sums"], ["bent"]),
        helper.make_node("MatMul", ["bent", "others"], ["hidden"]),
        helper.make_node("Add", ["line", "hidden"], ["uncalibrated"]),
        helper.make_node("Add", ["uncalibrated", "shift"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["grave"]),
        helper.make_node("Sub", ["one", "grave"], ["mild"]),
        helper.make_node("Concat", ["mild", "grave"], ["scores"], axis=1),
    ]
    graph = helper.make_graph(
        nodes, "severity",
        [helper.make_tensor_value_info("ids", TensorProto.INT32, ["texts", "features"]), helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["texts", "features"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["texts", 2])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()])
    onnx_model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="trendgrains")
    onnx_model.ir_version = 8
    onnx.checker.check_model(onnx_model)
    onnx.save(onnx_model, path)


def learn(tokenizer, lexicon, texts, answers, weights, seed, **settings):
    texts, answers, weights = shown(texts, lexicon, answers, weights, random.Random(seed))
    return fit(Features(tokenizer, texts), answers, weights, **settings)


def doubtful(path, tokenizer, lexicon, rows, answers, weights, known):
    """Texts that a person should read next: where a model of the other half of the texts contradicts the lexicon, or is in doubt itself."""
    texts, milder = [text for _, text, _ in rows], np.array([m for _, _, m in rows])
    halves = np.array([int(i) % 2 for i in np.random.default_rng(SEED).permutation(len(texts))])
    plain, peers = Features(tokenizer, texts), np.zeros(len(texts))
    for half in (0, 1):
        own = np.flatnonzero(halves == half)
        model = learn(tokenizer, lexicon, [texts[i] for i in own], answers[own], weights[own], SEED + half, epochs=5)
        peers[halves != half] = sigmoid(logits(model, plain))[halves != half]
    doubt = np.abs(peers - answers) + 0.7 * (1 - np.abs(2 * peers - 1))
    doubt[(known >= 0) | (milder >= 4)] = -1
    with open(path, "w", encoding="utf-8") as file:
        for i in np.argsort(-doubt)[:3000]:
            file.write(f"{peers[i]:.2f}\t{answers[i]:.2f}\t{rows[i][0]}\t{texts[i]}\n".replace("\r", " "))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--doubtful", help="file for the texts that a person should read next")
    given = parser.parse_args()
    torch.set_num_threads(1)
    lexicon, tokenizer = Lexicon(), HashedNGrams(BUCKETS, MAX_CHARS, (1, 3), (3, 5))
    rows = list(severity_texts.training(given.data, SEED))
    texts = [text for _, text, _ in rows]
    answers, weights, scores = weak(lexicon, rows)
    read = read_rows()
    known = np.array([read.get(text, -1) for text in texts])
    answers[known >= 0] = np.array([0.02, 0.05, 0.92, 0.99])[known[known >= 0]]
    weights[known >= 0] = 4.0
    validation = severity_texts.labelled()
    truth = np.array([row["label"] == "grave" for row in validation])
    check = Features(tokenizer, [row["text"] for row in validation])

    def report(name, said):
        parts = {language: np.array([row["language"] == language for row in validation]) for language in ("ko", "en")}
        print(f"{name}: validation AUC {auc(truth, said):.4f}, " + ", ".join(f"{k} {auc(truth[p], said[p]):.4f}" for k, p in parts.items()), flush=True)

    print(f"{len(texts)} texts, {np.sum(answers > 0.5)} grave by the lexicon, {np.sum(known >= 0)} read")
    report("lexicon", np.array([lexicon.score(row["text"]) for row in validation]))
    model = learn(tokenizer, lexicon, texts, answers, weights, SEED, epochs=5)
    said = logits(model, check)
    report("severity", said)
    temperature, shift = calibrate(said, truth)
    print(f"temperature {temperature:.2f}, shift {shift:.2f}")
    os.makedirs(FOLDER, exist_ok=True)
    export(model, temperature, shift, os.path.join(FOLDER, "model.onnx"))
    if given.doubtful:
        doubtful(given.doubtful, tokenizer, lexicon, rows, answers, weights, known)
    counts = {name: sum(row[0] == name for row in rows) for name in severity_texts.SETS}
    catalog.put(
        "severity", "severity", ["model.onnx"], tokenizer=tokenizer.describe(), labels=["mild", "grave"], thresholds={"grave": 0.5},
        trainedOn=[{"set": full, "license": terms, "rows": counts[name]} for name, (full, terms) in severity_texts.SETS.items()],
        license="CC BY-SA 4.0 (made in part from CC BY-SA data)", source="models/train/severity.py")


if __name__ == "__main__":
    main()
