"""Trains models/embed from openly licensed text: 256 numbers for the meaning of a sentence, Korean and English in one space.

    /usr/bin/python3 models/train/parallel_texts.py --packages P --snapshots S --out PAIRS
    /usr/bin/python3 models/train/embed.py --data ../shared/data --pairs PAIRS --packages P --snapshots S
    trendgrains evaluate embed --data ../shared/data --parallel PAIRS --write-card

Hashed character n-grams and words -> an int8 table -> sum -> a projection and a hidden layer -> length one. First translations and other texts that
belong together, against all others of a batch; then half of the steps pairs that people judged (CoSENT), with the first kind kept up. Settings were
chosen on part 1 of each split set, part 0 is held out for good (embed_texts.py); the last two stages learn from part 1 too.
Needs Debian 12's python3-torch (1.13.1), python3-onnx (1.12), python3-scipy, gcc; one CPU thread. Optional: OpenBLAS makes the matrix products ten times as
fast, installed (libopenblas0-pthread) or unpacked beside (`apt-get download libopenblas0-pthread && dpkg -x libopenblas0-pthread_*.deb B`, then
LD_LIBRARY_PATH=B/usr/lib/x86_64-linux-gnu/openblas-pthread OPENBLAS_NUM_THREADS=1).
Everything is seeded, and steps are counted, not timed.
"""

import argparse
import ctypes
import json
import os
import subprocess
import tempfile
import time

import numpy as np
import torch
from scipy import sparse
from torch import nn
import torch.nn.functional as F

import catalog
import corpora
import embed_texts
from hashed_ngrams import HashedNGrams
from text_embedding import spearman

SEED = 7
BUCKETS, WIDTH, HIDDEN, DIMENSION = 65536, 160, 256, 256
BATCH, TEMPERATURE = 512, 0.05
LICENSE = "CC BY-SA 4.0 (made in part from CC BY-SA data)"

# How often each kind of step is taken in the first stage.
MIX = {"set": 0.40, "mixed": 0.22, "judged": 0.15, "title": 0.07, "topic": 0.04, "para": 0.02, "split": 0.02, "page": 0.04, "gloss": 0.02, "synonym": 0.01, "inferred": 0.01}
# A set is drawn as often as its size to the power of 0.6, times this.
FAVOUR = {
    "ntrex": 4, "sib200": 6, "pud": 4, "news-park": 4, "news-north": 2, "tatoeba": 2, "tatoeba-laser": 2, "captions": 4, "kengdic": 1.5, "school-jhe": 2, "libreoffice": 0.5,
    "libreoffice-help": 0.6, "mediawiki": 0.6, "programs": 0.6, "bible-bbe": 1.2, "bible-akjv": 0.7, "gimp-help": 0.6, "widelands": 0.7,
}  # fmt: skip
# Each begins from the weights of the one before. The last two learn from part 1 too; nothing was chosen on what they give.
STAGES = [
    {"steps": 11000, "rate": 4e-3, "mix": MIX, "hidden": 0.4, "judged_hidden": 0.4, "apart": {0, 1}},
    {"steps": 700, "rate": 3e-3, "mix": {**MIX, "judged": 1.0}, "hidden": 0.4, "judged_hidden": 0.15, "apart": {0, 1}},
    {"steps": 1100, "rate": 3e-3, "mix": {**MIX, "judged": 1.0, "spelling": 0.15}, "hidden": 0.3, "judged_hidden": 0.1, "apart": {0}},
    {"steps": 800, "rate": 2e-3, "mix": {**MIX, "judged": 1.0, "spelling": 0.15}, "hidden": 0.3, "judged_hidden": 0.1, "apart": {0}},
]


def library():
    """embedding_rows.c, compiled for this machine."""
    out = os.path.join(tempfile.mkdtemp(), "rows.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "embedding_rows.c")
    subprocess.run(["gcc", "-O3", "-march=native", "-fno-math-errno", "-shared", "-fPIC", source, "-o", out, "-lm"], check=True)
    return ctypes.CDLL(out)


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


class Texts:
    """Features of all texts as flat arrays; a text is known by its number."""

    def __init__(self):
        self.tokenizer, self.numbers, self.ids, self.weights = HashedNGrams(BUCKETS), {}, [], []

    def number(self, text):
        if text not in self.numbers:
            ids, weights = self.tokenizer.features(text)
            self.numbers[text] = len(self.ids)
            self.ids.append(np.array(ids, np.int32))
            self.weights.append(np.array(weights, np.float32))
        return self.numbers[text]

    def pairs(self, rows):
        return np.array([[self.number(t) for t in row] for row in rows], np.int64)

    def close(self):
        self.lengths = np.array([len(i) for i in self.ids])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        self.ids, self.weights = np.concatenate(self.ids), np.concatenate(self.weights)
        documents = np.bincount(self.ids, minlength=BUCKETS)
        self.idf = np.log((1 + len(self.lengths)) / (1 + documents)) + 1

    def bags(self, rows, hidden=0.0, chance=None):
        lengths = self.lengths[rows]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        at = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths) + np.repeat(self.starts[rows], lengths)
        if hidden:
            seen = chance.random(len(at)) >= hidden
            seen[starts[:-1]] |= np.add.reduceat(seen, starts[:-1]) == 0
            at, starts = at[seen], np.concatenate([[0], np.cumsum(seen)])[starts]
        return self.ids[at], self.weights[at], starts.astype(np.int64)

    def spelling(self, rows):
        ids, weights, starts = self.bags(rows)
        matrix = sparse.csr_matrix((weights * (self.idf[ids] - 1) ** 1.5, ids, starts), shape=(len(rows), BUCKETS))
        return sparse.diags(1 / np.maximum(np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)))[:, 0], 1e-9)) @ matrix


class Table:
    """The rows and their Adam moments; steps touch only the rows that a batch has."""

    def __init__(self, idf):
        self.c = library()
        chance = np.random.default_rng(SEED)
        self.rows = chance.standard_normal((BUCKETS, WIDTH), dtype=np.float32) / WIDTH**0.5 * 0.5 * idf[:, None].astype(np.float32)
        self.place, self.touched, self.gradients = np.full(BUCKETS, -1, np.int32), np.empty(BUCKETS, np.int32), np.empty((BUCKETS, WIDTH), np.float32)
        self.forget()

    def forget(self):
        self.first, self.second, self.steps = np.zeros_like(self.rows), np.zeros_like(self.rows), 0

    def sums(self, bags, rows=None):
        ids, weights, starts = bags
        out = np.empty((len(starts) - 1, WIDTH), np.float32)
        self.c.sum_rows(pointer(self.rows if rows is None else rows), WIDTH, pointer(ids), pointer(weights), pointer(starts), len(out), pointer(out))
        return out

    def step(self, seen, rate):
        self.steps += 1
        count = 0
        for (ids, weights, starts), sums in seen:
            wanted = np.ascontiguousarray(sums.grad.numpy())
            count = self.c.gather_gradients(
                WIDTH, pointer(ids), pointer(weights), pointer(starts), len(starts) - 1, pointer(wanted), pointer(self.place), pointer(self.touched), count, pointer(self.gradients)
            )
        rate *= (1 - 0.999**self.steps) ** 0.5 / (1 - 0.9**self.steps)
        self.c.adam(
            pointer(self.rows), pointer(self.first), pointer(self.second), WIDTH, pointer(self.place), pointer(self.touched), count, pointer(self.gradients), ctypes.c_float(rate)
        )


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        projection = torch.empty(WIDTH, DIMENSION)
        nn.init.orthogonal_(projection)
        self.p = nn.Parameter(projection)
        self.a = nn.Linear(WIDTH, HIDDEN)
        self.b = nn.Linear(HIDDEN, DIMENSION, bias=False)
        nn.init.normal_(self.b.weight, std=0.02)

    def forward(self, sums):
        sums = F.normalize(sums, dim=1, eps=1e-9) * WIDTH**0.5
        return F.normalize(sums @ self.p + self.b(torch.relu(self.a(sums))), dim=1, eps=1e-12)


def contrast(left, right):
    scores = left @ right.T / TEMPERATURE
    own = torch.arange(len(left))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2


def ordered(cosines, gold):
    """CoSENT: a pair judged closer must have the higher cosine."""
    difference = (cosines[:, None] - cosines[None, :]) * 20
    return torch.logsumexp(torch.cat([torch.zeros(1), difference[gold[:, None] < gold[None, :]]]), 0)


class Corpus:
    """All that is learned from, as numbers of texts; `apart` says which parts of the split sets are not."""

    def __init__(self, options):
        self.texts = texts = Texts()
        similar = embed_texts.similar(options.data)
        self.part, self.open, self.gold = (np.array([r[i] for r in similar]) for i in (0, 1, 6))
        self.judged = texts.pairs(r[2:6] for r in similar)
        self.shared = {part: np.array(embed_texts.is_shared(similar, part)) for part in (frozenset({0}), frozenset({0, 1}))}
        topical = embed_texts.sib200(options.data)
        self.topical_part, self.topical = np.array([r[0] for r in topical]), texts.pairs(r[1:3] for r in topical)
        self.sets = {name: texts.pairs(rows) for name, rows in embed_texts.parallel(options.pairs).items()}
        glosses, synonyms = embed_texts.wordnet(options.packages)
        self.others = {
            "para": texts.pairs(embed_texts.paraphrases(options.snapshots)),
            "split": texts.pairs(embed_texts.split_sentences(options.snapshots)),
            "page": texts.pairs(corpora.page_pairs(options.data, SEED)),
            "gloss": texts.pairs(glosses),
            "synonym": texts.pairs(synonyms),
        }
        self.inferred = texts.pairs(embed_texts.inferred(options.data))
        news, _ = corpora.ynat(options.data)
        labels, kinds = sorted({l for _, l in news}), sorted({r[3] for r in topical})
        self.labels, self.kinds = len(labels), len(kinds)
        self.news = np.array([[texts.number(t), labels.index(l)] for t, l in news])
        self.topical_kind = np.array([self.labels + kinds.index(r[3]) for r in topical])
        self.titles = np.array([texts.number(t) for t in [t for t, _ in news] + corpora.headlines(options.data) + corpora.reviews(options.data)[:15000]])
        texts.close()

    def without(self, apart):
        """(translations by set, judged pairs, topics) of what is not kept apart."""
        judged = np.where(~self.shared[frozenset(apart)])[0]
        free = ~np.isin(self.topical_part, list(apart))
        sets = dict(self.sets)
        sets["ntrex"] = sets["ntrex"][~np.isin(np.arange(len(sets["ntrex"])) % 5, list(apart))]
        sets["sib200"] = self.topical[free]
        captions = self.judged[judged[self.open[judged]]]
        sets["captions"] = np.unique(np.concatenate([captions[:, [0, 2]], captions[:, [1, 3]]]), axis=0)
        topics = np.concatenate([self.news] + [np.stack([self.topical[free][:, side], self.topical_kind[free]], 1) for side in (0, 1)])
        return sets, judged, topics


class Training:
    def __init__(self, corpus, log):
        torch.manual_seed(SEED)
        self.corpus, self.log, self.chance = corpus, log, np.random.default_rng(SEED)
        self.table, self.head = Table(corpus.texts.idf), Head()
        self.centres = nn.Parameter(torch.randn(corpus.labels + corpus.kinds, DIMENSION) / DIMENSION**0.5)

    def vectors(self, rows, table=None):
        with torch.no_grad():
            return torch.cat([self.head(torch.from_numpy(self.table.sums(self.corpus.texts.bags(rows[i : i + 1000]), table))) for i in range(0, len(rows), 1000)]).numpy()

    def figures(self, part, table=None):
        """Spearman of both languages and recall at 1, both ways averaged, on one part."""
        corpus, found = self.corpus, {}
        rows = np.where(corpus.part == part)[0]
        for name, (left, right) in {"korsts": (0, 1), "stsb": (2, 3), "across": (0, 3)}.items():
            cosines = (self.vectors(corpus.judged[rows, left], table) * self.vectors(corpus.judged[rows, right], table)).sum(1)
            found[name] = spearman(cosines, corpus.gold[rows])
        ntrex = corpus.sets["ntrex"]
        for name, pairs in {"sib200": corpus.topical[corpus.topical_part == part], "ntrex": ntrex[np.arange(len(ntrex)) % 5 == part]}.items():
            scores = self.vectors(pairs[:, 0], table) @ self.vectors(pairs[:, 1], table).T
            own = np.arange(len(scores))
            found[name] = float(((scores.argmax(1) == own).mean() + (scores.argmax(0) == own).mean()) / 2)
        return {name: round(value, 4) for name, value in found.items()}

    def stage(self, steps, rate, mix, hidden, judged_hidden, apart):
        """hidden: the share of features that a step does not see, of judged pairs and of all others."""
        corpus, chance, (sets, judged, topics) = self.corpus, self.chance, self.corpus.without(apart)
        self.table.forget()
        optimizer = torch.optim.Adam([*self.head.parameters(), self.centres], lr=rate)
        names = list(sets)
        favour = np.array([len(sets[n]) ** 0.6 * FAVOUR.get(n, 1) for n in names])
        favour /= favour.sum()
        every = np.concatenate([sets[n] for n in names])
        reach = np.cumsum(np.concatenate([np.full(len(sets[n]), f / len(sets[n])) for n, f in zip(names, favour)]))
        shares = np.where(topics[:, 1] < corpus.labels, 1.0, 4.0)
        kinds, odds = list(mix), np.array(list(mix.values())) / sum(mix.values())
        captions = judged[corpus.open[judged]]
        for step in range(1, steps + 1):
            now = rate * (min(1, step / 100) * (1 - step / steps) + 0.01)
            optimizer.param_groups[0]["lr"] = now / 2
            seen, kind = [], kinds[chance.choice(len(kinds), p=odds)]

            def see(rows, share):
                bags = corpus.texts.bags(rows, share, chance)
                sums = torch.from_numpy(self.table.sums(bags)).requires_grad_()
                seen.append((bags, sums))
                return self.head(sums)

            if kind == "judged":
                rows = judged[chance.choice(len(judged), size=384, replace=False)]
                # English where it is open, on either side at random.
                left, right = (np.where(corpus.open[rows] & (chance.random(len(rows)) < 0.5), corpus.judged[rows, side + 2], corpus.judged[rows, side]) for side in (0, 1))
                loss = 0.3 * ordered((see(left, judged_hidden) * see(right, judged_hidden)).sum(1), torch.from_numpy(corpus.gold[rows]).float())
            elif kind == "spelling":
                pools = (corpus.judged[judged][:, :2], corpus.judged[captions][:, 2:], corpus.others["page"], corpus.others["split"], corpus.others["para"])
                rows = np.concatenate([pool[chance.integers(len(pool), size=count)] for pool, count in zip(pools, (160, 60, 80, 60, 40))])
                teacher = np.asarray(corpus.texts.spelling(rows[:, 0]).multiply(corpus.texts.spelling(rows[:, 1])).sum(1))[:, 0]
                loss = 0.1 * ordered((see(rows[:, 0], judged_hidden) * see(rows[:, 1], judged_hidden)).sum(1), torch.from_numpy(teacher).float())
            elif kind == "title":
                rows = corpus.titles[chance.integers(len(corpus.titles), size=BATCH)]
                loss = contrast(see(rows, 0.5), see(rows, 0.5))
            elif kind == "topic":
                rows = topics[chance.choice(len(topics), size=BATCH, p=shares / shares.sum())]
                scores, wanted = see(rows[:, 0], 0.3) @ F.normalize(self.centres, dim=1).T / 0.1, torch.from_numpy(rows[:, 1])
                # The two label sets overlap in meaning: a headline competes among headline topics only.
                foreign = (wanted[:, None] < corpus.labels) != (torch.arange(len(self.centres))[None] < corpus.labels)
                loss = 0.5 * F.cross_entropy(scores.masked_fill(foreign, -1e4), wanted)
            elif kind == "inferred":
                rows = corpus.inferred[chance.choice(len(corpus.inferred), size=min(300, len(corpus.inferred)), replace=False)]
                premise, follows, contradicts = (see(rows[:, i], 0.35) for i in range(3))
                loss = F.cross_entropy(torch.cat([premise @ follows.T, premise @ contradicts.T], 1) / TEMPERATURE, torch.arange(len(rows)))
            else:
                if kind == "mixed":
                    pool, picks = every, np.searchsorted(reach, chance.random(BATCH) * reach[-1]).clip(0, len(every) - 1)
                else:
                    pool = sets[names[chance.choice(len(names), p=favour)]] if kind == "set" else corpus.others[kind]
                    picks = chance.integers(len(pool), size=min(BATCH, len(pool)))
                rows = pool[np.unique(picks)]
                loss = contrast(see(rows[:, 0], hidden), see(rows[:, 1], hidden))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            self.table.step(seen, now)
            if step in (100, steps) or step % 1000 == 0:
                self.log(f"{step}: {self.figures(1)}")


def quantised(rows):
    """Rows as int8 with one scale each."""
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8) / 127
    return np.clip(np.rint(rows / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


def export(table, scale, head, path):
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    value = lambda tensor: tensor.detach().numpy().astype(np.float32)
    constants = {
        "table": table, "scale": scale, "p": value(head.p), "a": value(head.a.weight).T.copy(), "a_bias": value(head.a.bias), "b": value(head.b.weight).T.copy(),
        "one": np.array([1], np.int64), "tiny": np.array(1e-9, np.float32), "spread": np.array(WIDTH**0.5, np.float32),
    }  # fmt: skip
    nodes = [
        # The first two have constant inputs: the runtime folds them when it opens the file, so the table is int8 on disk and float in memory.
        ("Cast", ["table"], "unscaled_rows", {"to": TensorProto.FLOAT}),
        ("Mul", ["unscaled_rows", "scale"], "rows", {}),
        ("Gather", ["rows", "ids"], "found", {"axis": 0}),
        ("Unsqueeze", ["weights", "one"], "weights_3d", {}),
        ("MatMul", ["weights_3d", "found"], "total_3d", {}),
        ("Squeeze", ["total_3d", "one"], "total", {}),
        ("ReduceL2", ["total"], "total_length", {"axes": [1], "keepdims": 1}),
        ("Max", ["total_length", "tiny"], "safe_total_length", {}),
        ("Div", ["total", "safe_total_length"], "total_unit", {}),
        ("Mul", ["total_unit", "spread"], "sums", {}),
        ("MatMul", ["sums", "p"], "straight", {}),
        ("MatMul", ["sums", "a"], "hidden_unbiased", {}),
        ("Add", ["hidden_unbiased", "a_bias"], "hidden", {}),
        ("Relu", ["hidden"], "active", {}),
        ("MatMul", ["active", "b"], "bent", {}),
        ("Add", ["straight", "bent"], "projected", {}),
        ("ReduceL2", ["projected"], "length", {"axes": [1], "keepdims": 1}),
        ("Max", ["length", "tiny"], "safe_length", {}),
        ("Div", ["projected", "safe_length"], "vectors", {}),
    ]
    graph = helper.make_graph(
        [helper.make_node(kind, inputs, [output], **more) for kind, inputs, output, more in nodes],
        "embed",
        [helper.make_tensor_value_info(name, kind, ["texts", "features"]) for name, kind in (("ids", TensorProto.INT32), ("weights", TensorProto.FLOAT))],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", DIMENSION])],
        [numpy_helper.from_array(constant, name) for name, constant in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="trendgrains")
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def golden(training, rows, texts, path):
    """A few texts with the first numbers of their vectors: the model served by C# must give the same."""
    tokenizer = HashedNGrams(BUCKETS)
    lines = []
    for text in texts:
        ids, weights = (np.array(part) for part in tokenizer.features(text))
        bags = (ids.astype(np.int32), weights.astype(np.float32), np.array([0, len(ids)], np.int64))
        with torch.no_grad():
            vector = training.head(torch.from_numpy(training.table.sums(bags, rows)))[0].numpy()
        lines.append({"text": text, "begins": [round(float(x), 5) for x in vector[:8]]})
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def trained_on(pairs):
    with open(os.path.join(pairs, "sets.json"), encoding="utf-8") as file:
        sets = [{"set": f"{name}: {s['source']}", "license": s["licence"], "rows": s["pairs"]} for name, s in json.load(file).items() if not name.endswith("-test")]
    for s in sets:
        s["rows"] -= (s["rows"] + 4) // 5 if s["set"].startswith("ntrex") else 0
    return sets + [{"set": name, "license": licence, "rows": rows} for name, licence, rows in embed_texts.SETS]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("data", "pairs", "packages", "snapshots"):
        arguments.add_argument("--" + name, required=True)
    options = arguments.parse_args()
    torch.set_num_threads(1)
    started = time.time()
    log = lambda line: print(f"[{time.time() - started:5.0f} s] {line}", flush=True)
    corpus = Corpus(options)
    log(f"{len(corpus.texts.lengths)} texts, {sum(map(len, corpus.sets.values()))} translations")
    training = Training(corpus, log)
    for stage in STAGES:
        training.stage(**stage)
    finish(training, options, log)


def finish(training, options, log):
    table, scale = quantised(training.table.rows)
    rows = table * scale
    log(f"held out, as trained: {training.figures(0)}; as int8: {training.figures(0, rows)}")
    folder = os.path.join(catalog.MODELS, "embed")
    os.makedirs(folder, exist_ok=True)
    export(table, scale, training.head, os.path.join(folder, "model.onnx"))
    tests = os.path.join(catalog.MODELS, "..", "tests", "TrendGrains.Inference.Tests", "TestData", "embed.jsonl")
    golden(training, rows, ["한국 경제가 지난해 2.6% 성장했다.", "South Korea's economy grew 2.6% last year.", "Two dogs play in the snow!", ""], tests)
    catalog.put(
        "embed", "text-embedding", ["model.onnx"], tokenizer=HashedNGrams(BUCKETS).describe(), dimension=DIMENSION, trainedOn=trained_on(options.pairs), license=LICENSE,
        source="models/train/embed.py",
    )  # fmt: skip


if __name__ == "__main__":
    main()
