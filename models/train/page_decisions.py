"""Trains models/page-kind on the signals that the executable reads off WCXB's development pages.

    dotnet build src/TrendGrains -c Release
    /usr/bin/python3 models/train/page_decisions.py page-kind --wcxb ../shared/data/wcxb/wcxb-dev.tar.xz --trendgrains <the executable>

Needs Debian 12's python3-sklearn (1.2), python3-onnx (1.12) and python3-scipy (1.10); one CPU thread, a minute or two. Everything is seeded.
The figures are the executable's to tell: trendgrains evaluate page-kind --gold … --cross-validated --metrics models/page-kind/metrics.json
"""

import argparse
import json
import os
import subprocess
import tempfile

import numpy as np

import catalog
import page_words
from signal_models import SignalModel, below, log_softmax

KINDS = ["article", "service", "forum", "product", "collection", "listing", "documentation"]
FOLDS = 5
VERSION = "1"
LICENSE = "CC BY 4.0 (made from WCXB 1.0, Murrough Foley, CC BY 4.0)"


class Pages:
    """Rows of signals with their words, answers and folds by site."""

    def __init__(self, rows, answers):
        self.names = [name for name in rows[0]["signals"] if not name.startswith("words-")]
        self.signals = np.array([[row["signals"][name] for name in self.names] for row in rows], dtype=np.float32)
        self.words = page_words.matrix([row["words"] for row in rows])
        self.folds = np.array([row["fold"] for row in rows])
        self.held_out = np.array([row["heldOut"] for row in rows])
        self.answers = np.array(answers)


def read_pages(arguments):
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", suffix=".jsonl") as file:
        subprocess.run([arguments.trendgrains, "evaluate", "page-kind", "--gold", arguments.wcxb, "--signals", file.name], check=True)
        return [json.loads(line) for line in file]


def learn(pages, chosen, labels, settings):
    """Words, then trees and line over the signals and the words' scores; the latter from models that did not see the page's site."""
    words, answers, folds = pages.words[chosen], pages.answers[chosen], pages.folds[chosen]
    outer = page_words.out_of_fold(labels, words, answers, folds)
    table = page_words.WordModel(labels).fit(words, answers)
    model = SignalModel(labels, **settings).fit(np.hstack([pages.signals[chosen], outer]), answers)
    return table, model


def rows_of(pages, chosen, table):
    return np.hstack([pages.signals[chosen], table.scores(pages.words[chosen])]).astype(np.float32)


def train(pages, labels, folder, settings):
    """Writes model.onnx and words.bin, and for each fold a pair that knows no site of it; returns logits of every page by models that do not know its site."""
    os.makedirs(folder, exist_ok=True)
    use = ~pages.held_out
    logits = np.zeros((len(pages.answers), labels))
    parts = []
    for fold in range(FOLDS):
        table, model = learn(pages, use & (pages.folds != fold), labels, settings)
        test = pages.folds == fold
        logits[test] = model.logits(rows_of(pages, test, table))
        parts.append((table, model))
    for fold, (table, model) in enumerate(parts):
        # Nothing of a fold decides what its own pages are measured with, the temperature included.
        others = use & (pages.folds != fold)
        model.calibrate(logits[others], pages.answers[others])
        model.save(os.path.join(folder, f"fold-{fold}.onnx"))
        table.save(os.path.join(folder, f"fold-{fold}.words.bin"))
    table, model = learn(pages, use, labels, settings)
    model.calibrate(logits[use], pages.answers[use])
    model.save(os.path.join(folder, "model.onnx"))
    table.save(os.path.join(folder, "words.bin"))
    typical = np.median(rows_of(pages, use, table), axis=0)
    return logits, model, table, typical


def macro_f1(answers, said, labels):
    scores = []
    for label in range(labels):
        both = np.sum((answers == label) & (said == label))
        scores.append(2 * both / max(1, np.sum(answers == label) + np.sum(said == label)))
    return float(np.mean(scores)), scores


def page_kind(arguments):
    rows = read_pages(arguments)
    pages = Pages(rows, [KINDS.index(row["kind"]) for row in rows])
    folder = os.path.join(catalog.MODELS, "page-kind")
    logits, model, _, typical = train(pages, len(KINDS), folder, {"iterations": 40, "leaves": 8, "least": 8, "rate": 0.12})
    use = ~pages.held_out
    mean, each = macro_f1(pages.answers[use], logits[use].argmax(axis=1), len(KINDS))
    print(f"{use.sum()} pages cross-validated by site: macro F1 {mean:.4f}", dict(zip(KINDS, np.round(each, 3))), f"temperature {model.temperature:.2f}")
    files = ["model.onnx", "words.bin"] + [f"fold-{fold}{end}" for fold in range(FOLDS) for end in (".onnx", ".words.bin")]
    catalog.put(
        "page-kind", VERSION, "page-kind", files, features=pages.names + [f"words-{kind}" for kind in KINDS], labels=KINDS,
        typical=[float(f"{value:.4g}") for value in typical], license=LICENSE, source="models/train/page_decisions.py")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["page-kind"])
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--trendgrains", required=True)
    page_kind(parser.parse_args())
