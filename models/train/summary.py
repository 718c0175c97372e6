"""Trains models/summary: which sentences of a text stand in its summary, from features that the executable reads off them.

    dotnet build src/TrendGrains -c Release
    /usr/bin/python3 models/train/summary.py --data ../shared/data --trendgrains <the executable>

A sentence's worth is the mean of two shares, each of the best sentence's in its text: how much of the page's own description it says (F of its words
without stop words, recall counted more), and how much of what the text says more than once it holds. The description alone teaches "take the first
sentence", which a quarter of the descriptions are: those pages count half. Boosted trees; seeded; one CPU thread, a minute; Debian 12's
python3-sklearn (1.2) and python3-onnx (1.12).
"""

import argparse
import collections
import json
import os
import subprocess
import tempfile

import numpy as np

import boosted_trees
import catalog
import summary_texts
from summary_texts import fold, words

SEED = 20261121
LEAST_SENTENCES = 4
STOP = set("the a an of to in and for on with is are was were be by at as it that this from or but not have has had will its his her their they he she we you i our your".split())


def f_measure(said, wanted, recall_weight=1.0):
    said, wanted = collections.Counter(said), collections.Counter(wanted)
    shared = sum(min(count, wanted[word]) for word, count in said.items())
    if not shared:
        return 0.0
    precision, recall = shared / sum(said.values()), shared / sum(wanted.values())
    b = recall_weight**2
    return (1 + b) * precision * recall / (b * precision + recall)


class Document:
    def __init__(self, row, share):
        self.fold = fold(row["group"])
        self.rows = np.array([s["row"] for s in row["sentences"]], np.float32)
        self.wanted = words(row["summary"])
        self.words = [words(s["text"]) for s in row["sentences"]]
        content = [[w for w in each if w not in STOP] for each in self.words]
        counts = collections.Counter(w for each in content for w in each)
        told = np.array([f_measure(each, [w for w in self.wanted if w not in STOP], 1.5) for each in content])
        held = np.array([sum(counts[w] for w in set(each) if counts[w] > 1) / max(1, sum(counts.values())) for each in content])
        self.worth = (1 - share) * told / max(told.max(), 1e-6) + share * held / max(held.max(), 1e-6)
        self.is_lead = row["summary"][:40].lower() in row["sentences"][0]["text"].lower() or f_measure(self.words[0], self.wanted) > 0.75

    @property
    def weights(self):
        return np.full(len(self.rows), (0.5 if self.is_lead else 1.0) / len(self.rows) ** 0.7)


def learn(documents):
    rows, worth, weights = (np.concatenate([getattr(d, name) for d in documents]) for name in ("rows", "worth", "weights"))
    return boosted_trees.BoostedTrees(rows.shape[1], [boosted_trees.grow(rows, worth, weights, 60, 8, 0.08, SEED)])


def read(arguments):
    with tempfile.TemporaryDirectory() as folder:
        gold, signals = os.path.join(folder, "gold.jsonl"), os.path.join(folder, "signals.jsonl")
        with open(gold, "w", encoding="utf-8") as file:
            for page in summary_texts.pages(os.path.join(arguments.data, "wcxb", "wcxb-dev.tar.xz")):
                file.write(json.dumps(page, ensure_ascii=False) + "\n")
        subprocess.run([arguments.trendgrains, "evaluate", "summary", "--gold", gold, "--signals", signals], check=True)
        with open(signals, encoding="utf-8") as file:
            return [row for row in map(json.loads, file) if len(row["sentences"]) >= LEAST_SENTENCES]


def report(documents):
    """Three sentences against the page's description and against the text's own words, by models that have not seen the site."""
    figures = collections.defaultdict(list)
    for part in range(5):
        model = learn([d for d in documents if d.fold != part])
        for d in (d for d in documents if d.fold == part):
            best = np.argsort(-model.scores(d.rows), kind="stable")[:3]
            for name, chosen in (("model", best), ("first three", range(3))):
                said = [w for i in chosen for w in d.words[i]]
                figures[name, "description"].append(f_measure(said, d.wanted))
                figures[name, "text"].append(f_measure(said, [w for each in d.words for w in each]))
    for (name, against), values in figures.items():
        print(f"{name} against the {against}: ROUGE-1 F1 {np.mean(values):.4f}, {len(values)} pages")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--trendgrains", required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of what the text says more than once in a sentence's worth")
    parser.add_argument("--report", action="store_true", help="cross-validate first")
    given = parser.parse_args()
    rows = read(given)
    documents = [Document(row, given.share) for row in rows]
    print(f"{len(documents)} pages, of {sum(d.is_lead for d in documents)} the description is the beginning")
    if given.report:
        report(documents)
    model = learn(documents)
    folder = os.path.join(catalog.MODELS, "summary")
    os.makedirs(folder, exist_ok=True)
    boosted_trees.save(model, os.path.join(folder, "model.onnx"))
    names = rows[0]["features"]
    print(", ".join(f"{names[i]} {share:.2f}" for i, share in sorted(enumerate(model.gains() / model.gains().sum()), key=lambda g: -g[1])[:12]))
    catalog.put(
        "summary", "summary", ["model.onnx"], features=names, labels=["summary"],
        trainedOn=[{**catalog.WCXB, "rows": len(documents)}], license="CC BY 4.0 (made from WCXB 1.0, Murrough Foley, CC BY 4.0)", source="models/train/summary.py")


if __name__ == "__main__":
    main()
