"""Trains models/text-embedding from open data, measures it on what was kept apart, and writes the model, its figures and its card.

    /usr/bin/python3 models/train/text_embedding.py --data ../shared/data

Hashed character n-grams -> an int8 table, one row a bucket (a row's length is its weight) -> weighted mean -> projection -> unit length.
Needs Debian 12's python3-torch (1.13.1), python3-onnx (1.12), python3-scipy (1.10) and, for the TF-IDF floor, python3-sklearn (1.2); one CPU
thread, about ten minutes: apt-get install --no-install-recommends python3-torch python3-onnx python3-scipy python3-sklearn
Everything is seeded; on one machine and thread count two runs give the same bytes.
"""

import argparse
import json
import os
import time

import numpy as np
import torch
from scipy import sparse
from torch import nn
import torch.nn.functional as F

import corpora
from hashed_ngrams import HashedNGrams

SEED = 20261121
VERSION = "1"
BUCKETS, WIDTH, DIMENSION = 32768, 112, 128
STEPS, BATCH, RATE = 2800, 320, 4e-3
TEMPERATURE = 0.06

# How often each kind of step is taken.
MIX = {"titles": 0.24, "sentences": 0.16, "topics": 0.12, "sts": 0.12, "nli": 0.03, "translations": 0.10, "spelling": 0.23}

# The share of features that a step sees: the smaller the set, the more is hidden, or it is learned by heart.
KEEP = {"sentences": 0.85, "sts": 0.7, "nli": 0.6, "translations": 0.5}


class Spelling:
    """The teacher of plain likeness: TF-IDF cosines over the same n-grams at full width, which few columns can only approach."""

    def __init__(self, texts):
        self.tokenizer = HashedNGrams(1 << 20)
        documents = np.zeros(1 << 20)
        for text in texts:
            documents[self.tokenizer.features(text)[0]] += 1
        self.idf = np.log((1 + len(texts)) / (1 + documents)) + 1

    def rows(self, texts):
        found = [self.tokenizer.features(text) for text in texts]
        ends = np.cumsum([0] + [len(ids) for ids, _ in found])
        ids = np.concatenate([ids for ids, _ in found])
        values = np.concatenate([weights for _, weights in found]) * self.idf[ids]
        lengths = np.sqrt(np.add.reduceat(values**2, ends[:-1]))
        return sparse.csr_matrix((values / np.repeat(lengths, np.diff(ends)), ids, ends), shape=(len(texts), 1 << 20))

    def cosines(self, left, right):
        return torch.from_numpy((self.rows(left) @ self.rows(right).T).toarray()).float()


class Texts:
    """Features of many texts as flat arrays, so that a batch is a few slices."""

    def __init__(self, tokenizer, texts):
        self.ids, self.weights = [], []
        for text in texts:
            ids, weights = tokenizer.features(text)
            self.ids.append(np.array(ids, dtype=np.int64))
            self.weights.append(np.array(weights, dtype=np.float32))

    def __len__(self):
        return len(self.ids)

    def batch(self, picks, keep=None, chance=None):
        ids, weights, offsets, at = [], [], [], 0
        for pick in picks:
            row, weight = self.ids[pick], self.weights[pick]
            if keep is not None and len(row) > 4:
                chosen = chance.random(len(row)) < keep
                if chosen.any():
                    row, weight = row[chosen], weight[chosen]
            ids.append(row)
            weights.append(weight)
            offsets.append(at)
            at += len(row)
        return (torch.from_numpy(np.concatenate(ids)), torch.from_numpy(np.concatenate(weights)), torch.tensor(offsets))


class Embedder(nn.Module):
    def __init__(self, idf):
        super().__init__()
        self.rows = nn.Parameter(torch.randn(BUCKETS, WIDTH) / WIDTH**0.5)
        self.log_weight = nn.Parameter(torch.from_numpy(np.log(idf)).float())
        projection = torch.empty(WIDTH, DIMENSION)
        nn.init.orthogonal_(projection)
        self.projection = nn.Parameter(projection)

    def forward(self, ids, weights, offsets):
        # The mean's divisor falls out: what follows is linear without offset and then scaled to length one.
        total = F.embedding_bag(ids, self.rows, offsets, mode="sum", per_sample_weights=weights * self.log_weight[ids].exp())
        return F.normalize(total @ self.projection, dim=1, eps=1e-12)


def word_crops(texts, chance, keep=0.65):
    """Each text twice, each time without a random third of its words."""
    views = [[], []]
    for text in texts:
        parts = text.split()
        for view in views:
            kept = [p for p in parts if chance.random() < keep]
            view.append(" ".join(kept or parts))
    return views


def likeness(model, tokenizer, spelling, left, right):
    """How far the model's cosines are from the teacher's, pairs that belong together counted more."""
    a, b = (model(*Texts(tokenizer, side).batch(range(len(side)))) for side in (left, right))
    wrong = (a @ b.T - spelling.cosines(left, right)) ** 2
    return 20 * wrong.mean() + 5 * wrong.diagonal().mean()


def contrast(left, right):
    scores = left @ right.T / TEMPERATURE
    own = torch.arange(len(left))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2


def ordered(cosines, gold):
    """CoSENT: a pair judged closer must have the higher cosine."""
    difference = (cosines[:, None] - cosines[None, :]) * 20
    wrong = difference[gold[:, None] < gold[None, :]]
    return torch.logsumexp(torch.cat([torch.zeros(1), wrong]), dim=0)


def train(tokenizer, root, log):
    chance = np.random.default_rng(SEED)
    torch.manual_seed(SEED)
    news, _ = corpora.ynat(root)
    similar, _ = corpora.korsts(root)
    translated, _ = corpora.sib200(root)
    entailed = corpora.kornli(root)
    neighbours = corpora.page_pairs(root, SEED)
    titles = [t for t, _ in news] + corpora.headlines(root) + corpora.reviews(root)
    log(f"{len(titles)} titles and reviews, {len(neighbours)} sentence pairs, {len(similar)} STS, {len(entailed)} NLI, {len(translated)} ko-en")

    labels = sorted({l for _, l in news})
    kinds = sorted({c for _, _, c in translated})
    topical = Texts(tokenizer, [t for t, _ in news] + [t for pair in translated for t in pair[:2]])
    topic = np.array([labels.index(l) for _, l in news] + [len(labels) + kinds.index(c) for _, _, c in translated for _ in range(2)])
    # Translations are few: show them as often as a class of headlines.
    share = np.where(topic < len(labels), 1.0, 4.0)
    share /= share.sum()

    sides = {}
    for name, pairs in (("sentences", neighbours), ("sts", similar), ("nli", entailed), ("translations", translated)):
        sides[name] = [Texts(tokenizer, [p[side] for p in pairs]) for side in (0, 1)]
    gold = torch.tensor([s for _, _, s in similar])

    documents = np.zeros(BUCKETS)
    count = 0
    for texts in (topical, *sides["sentences"], *sides["sts"]):
        for ids in texts.ids:
            documents[ids] += 1
        count += len(texts)
    idf = np.log((1 + count) / (1 + documents)) + 1

    spelling = Spelling([t for t, _ in news[::4]] + [s for p in similar for s in p[:2]])
    model = Embedder(idf)
    centres = nn.Parameter(torch.randn(len(labels) + len(kinds), DIMENSION) / DIMENSION**0.5)
    optimizer = torch.optim.Adam(
        [{"params": [model.rows], "lr": RATE}, {"params": [model.log_weight], "lr": RATE}, {"params": [model.projection, centres], "lr": RATE / 2}]
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, step / 100) * (1 - step / STEPS) + 0.01)
    names, odds = list(MIX), np.array(list(MIX.values()))
    sums = {name: [0.0, 0] for name in names}
    for step in range(STEPS):
        name = names[chance.choice(len(names), p=odds / odds.sum())]
        if name == "titles":
            views = [Texts(tokenizer, view) for view in word_crops([titles[i] for i in chance.integers(len(titles), size=BATCH)], chance)]
            loss = contrast(*(model(*view.batch(range(BATCH))) for view in views))
        elif name == "spelling":
            some = [similar[i][:2] for i in chance.choice(len(similar), size=BATCH // 2, replace=False)]
            crops = word_crops([titles[i] for i in chance.integers(len(titles), size=BATCH // 2)], chance)
            loss = likeness(model, tokenizer, spelling, [p[0] for p in some] + crops[0], [p[1] for p in some] + crops[1])
        elif name == "topics":
            picks = chance.choice(len(topic), size=BATCH, p=share)
            vectors = model(*topical.batch(picks, 0.8, chance))
            scores = vectors @ F.normalize(centres, dim=1).T / 0.1
            wanted = torch.from_numpy(topic[picks])
            # The two label sets overlap in meaning: a headline competes among headline topics only.
            other = (wanted[:, None] < len(labels)) != (torch.arange(len(centres))[None, :] < len(labels))
            loss = 0.5 * F.cross_entropy(scores.masked_fill(other, -1e4), wanted)
        else:
            left, right = sides[name]
            picks = chance.choice(len(left), size=min(BATCH, len(left)), replace=False)
            keep = KEEP[name]
            a, b = model(*left.batch(picks, keep, chance)), model(*right.batch(picks, keep, chance))
            loss = 0.3 * ordered((a * b).sum(1), gold[picks]) if name == "sts" else contrast(a, b)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        sums[name][0] += loss.item()
        sums[name][1] += 1
        if (step + 1) % 250 == 0:
            log(f"step {step + 1}: " + ", ".join(f"{n} {s / max(c, 1):.3f}" for n, (s, c) in sums.items()))
            sums = {n: [0.0, 0] for n in names}
    return model


def quantised(model):
    """Rows as int8 with one scale each; the learned weight is folded into the scale."""
    with torch.no_grad():
        rows = (model.rows * model.log_weight.exp()[:, None]).numpy()
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127
    table = np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8)
    return table, scale.astype(np.float32), model.projection.detach().numpy().astype(np.float32)


def embed(tokenizer, parts, texts):
    """The reference: what the ONNX model computes, in numpy."""
    table, scale, projection = parts
    out = np.zeros((len(texts), projection.shape[1]), dtype=np.float32)
    for i, text in enumerate(texts):
        ids, weights = tokenizer.features(text)
        total = (np.array(weights, dtype=np.float32) * scale[ids]) @ table[ids].astype(np.float32)
        vector = total @ projection
        out[i] = vector / max(np.linalg.norm(vector), 1e-12)
    return out


def export(parts, path):
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    table, scale, projection = parts
    nodes = [
        # The first two have constant inputs: the runtime folds them when it opens the file, so the table is int8 on disk and float in memory.
        helper.make_node("Cast", ["table"], ["unscaled_rows"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["unscaled_rows", "scale"], ["rows"]),
        helper.make_node("Gather", ["rows", "ids"], ["found"], axis=0),
        helper.make_node("Unsqueeze", ["weights", "one"], ["weights_3d"]),
        helper.make_node("MatMul", ["weights_3d", "found"], ["total_3d"]),
        helper.make_node("Squeeze", ["total_3d", "one"], ["total"]),
        helper.make_node("MatMul", ["total", "projection"], ["projected"]),
        helper.make_node("ReduceL2", ["projected"], ["length"], axes=[1], keepdims=1),
        helper.make_node("Max", ["length", "tiny"], ["safe_length"]),
        helper.make_node("Div", ["projected", "safe_length"], ["vectors"]),
    ]
    constants = {"table": table, "scale": scale[:, None], "projection": projection, "one": np.array([1], np.int64), "tiny": np.array(1e-12, np.float32)}
    graph = helper.make_graph(
        nodes,
        "text-embedding",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT32, ["texts", "features"]),
            helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["texts", "features"]),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", projection.shape[1]])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="trendgrains")
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def spearman(a, b):
    return float(np.corrcoef(ranked(a), ranked(b))[0, 1])


def ranked(values):
    values = np.asarray(values, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(len(values))
    for value in np.unique(values):
        same = values == value
        ranks[same] = ranks[same].mean()
    return ranks


def measure(vectors_of, root):
    _, held_sts = corpora.korsts(root)
    a, b = vectors_of([p[0] for p in held_sts]), vectors_of([p[1] for p in held_sts])
    sts = spearman((a * b).sum(1), [p[2] for p in held_sts])

    train_news, held_news = corpora.ynat(root)
    index, queries = vectors_of([t for t, _ in train_news]), vectors_of([t for t, _ in held_news])
    index_labels, query_labels = (np.array([l for _, l in part]) for part in (train_news, held_news))
    nearest = np.concatenate([np.argmax(queries[i : i + 500] @ index.T, axis=1) for i in range(0, len(queries), 500)])
    among = queries @ queries.T
    np.fill_diagonal(among, -2)

    _, held_pairs = corpora.sib200(root)
    korean, english = vectors_of([p[0] for p in held_pairs]), vectors_of([p[1] for p in held_pairs])
    scores = korean @ english.T
    own = np.arange(len(scores))
    return {
        "korsts_spearman": round(sts, 4),
        "ynat_nearest_neighbour_accuracy": round(float((index_labels[nearest] == query_labels).mean()), 4),
        "ynat_nearest_neighbour_accuracy_among_held_out": round(float((query_labels[among.argmax(1)] == query_labels).mean()), 4),
        "sib200_ko_to_en_accuracy_at_1": round(float((scores.argmax(1) == own).mean()), 4),
        "sib200_en_to_ko_accuracy_at_1": round(float((scores.argmax(0) == own).mean()), 4),
        "held_out": {"korsts_pairs": len(held_sts), "ynat_titles": len(held_news), "sib200_pairs": len(held_pairs)},
    }


def floors(tokenizer, root):
    """What needs no training: a random projection of the same n-grams, and TF-IDF over character n-grams at its full width."""
    torch.manual_seed(SEED)
    untrained = quantised(Embedder(np.ones(BUCKETS)))

    from sklearn.feature_extraction.text import TfidfVectorizer

    news, _ = corpora.ynat(root)
    similar, _ = corpora.korsts(root)
    pairs, _ = corpora.sib200(root)
    tfidf = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, max_features=60000, dtype=np.float32)
    tfidf.fit([t for t, _ in news] + [t for p in similar for t in p[:2]] + [t for p in pairs for t in p[:2]])

    class Sparse:
        """Just enough of an array for `measure`, without making 40,000 x 60,000 floats."""

        def __init__(self, matrix):
            self.matrix = matrix

        def __len__(self):
            return self.matrix.shape[0]

        def __getitem__(self, rows):
            return Sparse(self.matrix[rows])

        def __mul__(self, other):
            return self.matrix.multiply(other.matrix).toarray()

        def __matmul__(self, other):
            return (self.matrix @ other.matrix).toarray()

        @property
        def T(self):
            return Sparse(self.matrix.T)

    return {
        "random_projection_of_the_same_ngrams": measure(lambda texts: embed(tokenizer, untrained, texts), root),
        "tfidf_character_2_to_4_grams": measure(lambda texts: Sparse(tfidf.transform(texts).tocsr()), root),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, help="the folder that holds ynat/, sib200/, korsts/, ...")
    arguments.add_argument("--models", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    arguments.add_argument("--quick", action="store_true", help="no floors")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    started = time.time()
    log = lambda line: print(f"[{time.time() - started:5.0f} s] {line}", flush=True)

    tokenizer = HashedNGrams(BUCKETS)
    parts = quantised(train(tokenizer, options.data, log))
    folder = os.path.join(options.models, "text-embedding")
    os.makedirs(folder, exist_ok=True)
    export(parts, os.path.join(folder, "model.onnx"))
    figures = measure(lambda texts: embed(tokenizer, parts, texts), options.data)
    log(json.dumps(figures))
    if not options.quick:
        import card

        baseline = floors(tokenizer, options.data)
        log(json.dumps(baseline))
        card.write(folder, options.models, VERSION, tokenizer, figures, baseline, SEED, STEPS, DIMENSION)
        import golden

        golden.write(tokenizer, lambda texts: embed(tokenizer, parts, texts))
    log("done")


if __name__ == "__main__":
    main()
