"""Trains models/page-kind, models/article and models/advert on the signals that the executable reads off pages and texts.

    dotnet build src/TrendGrains -c Release
    /usr/bin/python3 models/train/page_decisions.py page-kind article advert --data ../shared/data --trendgrains <the executable>

Needs Debian 12's python3-sklearn (1.2), python3-onnx (1.12) and python3-scipy (1.10); one CPU thread, a few minutes. Everything is seeded.
The figures are the executable's to tell, each model's command stands in its card.
"""

import argparse
import gzip
import json
import os
import random
import subprocess
import tempfile

import numpy as np

import advert_texts
import catalog
import decision_cards
import page_words
from signal_models import SEED, SignalModel

KINDS = ["article", "service", "forum", "product", "collection", "listing", "documentation"]
FOLDS = 5
PARTS = [f"fold-{fold}" for fold in range(FOLDS)] + ["tuning"]
WCXB_LICENSE = "CC BY 4.0 (made from WCXB 1.0, Murrough Foley, CC BY 4.0)"
ADVERT_LICENSE = "CC BY-SA 4.0 (made in part from CC BY-SA data)"

# What a page's row weighs beside its own: without an address, its text alone, the first paragraphs alone. Files come like that.
BARE_WEIGHTS = [0.1, 0.05, 0.05]

# The kinds that are still what they are without markup; names and prices in a row of paragraphs are no shop.
PROSE = ["article", "service", "forum", "documentation"]

# The first signal that needs the chosen text; what decides before the text is chosen uses those before it.
FIRST_OF_TEXT = "is-entry"


class Pages:
    """Rows of signals with their words, kinds and folds by site."""

    def __init__(self, rows):
        names = list(rows[0]["signals"])
        self.names = [name for name in names[:names.index(FIRST_OF_TEXT)] if not name.startswith("words-")]
        self.signals = self.table(rows)
        self.words = page_words.matrix([row["words"] for row in rows])
        bare = [form for row in rows for form in row["bare"]]
        self.bare_signals, self.bare_words = self.table(bare), page_words.matrix([form["words"] for form in bare])
        self.folds = np.array([row["fold"] for row in rows])
        self.held_out = np.array([row["heldOut"] for row in rows])
        self.kinds = np.array([KINDS.index(row["kind"]) for row in rows])

    def table(self, rows):
        return np.array([[row["signals"][name] for name in self.names] for row in rows], dtype=np.float32)


def dump(arguments, task, gold):
    """What the executable reads off the pages or texts of a gold file."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", suffix=".jsonl") as file:
        subprocess.run([arguments.trendgrains, "evaluate", task, "--gold", gold, "--signals", file.name], check=True)
        return [json.loads(line) for line in file]


def bare_weights(kinds):
    """What each form of each page weighs: page by form."""
    is_prose = np.isin(kinds, [KINDS.index(kind) for kind in PROSE])
    return np.where(is_prose[:, None] | (np.arange(len(BARE_WEIGHTS)) == 0), BARE_WEIGHTS, 0)


def learn(pages, chosen, answers, labels, settings):
    """Words of kinds, then trees and a line over the signals and the words' scores; the latter from models that did not see the page's site."""
    words, kinds, folds = pages.words[chosen], pages.kinds[chosen], pages.folds[chosen]
    forms = len(BARE_WEIGHTS)
    bare = np.repeat(chosen, forms)
    outer, bare_outer = page_words.out_of_fold(len(KINDS), words, kinds, folds, pages.bare_words[bare], np.repeat(folds, forms))
    table = page_words.WordModel(len(KINDS)).fit(words, kinds)
    rows = np.vstack([np.hstack([pages.signals[chosen], outer]), np.hstack([pages.bare_signals[bare], bare_outer])])
    weights = np.concatenate([np.ones(len(kinds)), bare_weights(kinds).ravel()])
    rows, weights, answers = rows[weights > 0], weights[weights > 0], np.concatenate([answers[chosen], np.repeat(answers[chosen], forms)])[weights > 0]
    model = SignalModel(labels, **settings).fit(rows, answers, weights)
    return table, model


def bare_accuracy(pages, answers, test, table, model):
    """Share of the bare rows whose answer is right, for each of their forms."""
    bare = np.repeat(test, len(BARE_WEIGHTS))
    said = model.logits(np.hstack([pages.bare_signals[bare], table.scores(pages.bare_words[bare])]).astype(np.float32)).argmax(axis=1)
    return (said.reshape(-1, len(BARE_WEIGHTS)) == answers[test][:, None]).mean(axis=0)


def rows_of(pages, chosen, table):
    return np.hstack([pages.signals[chosen], table.scores(pages.words[chosen])]).astype(np.float32)


def train(pages, answers, labels, folder, settings, with_words):
    """
    Writes model.onnx, learned from every page; fold-N.onnx, which know no site of a fifth; and tuning.onnx, which knows no held-out site. Returns
    logits of every page by models that do not know its site, and what the served model learned from.
    """
    os.makedirs(folder, exist_ok=True)
    everything, tuning = np.ones(len(answers), dtype=bool), ~pages.held_out
    logits = np.zeros((len(answers), labels))
    parts, bare = {}, []
    for fold in range(FOLDS):
        table, model = learn(pages, pages.folds != fold, answers, labels, settings)
        test = pages.folds == fold
        logits[test] = model.logits(rows_of(pages, test, table))
        bare.append(bare_accuracy(pages, answers, test & tuning, table, model))
        parts[f"fold-{fold}"] = (table, model, pages.folds != fold)
    # Nothing of a fold decides what its own pages are measured with, the temperature included.
    parts["tuning"] = (*learn(pages, tuning, answers, labels, settings), tuning)
    parts["model"] = (*learn(pages, everything, answers, labels, settings), everything)
    for name, (table, model, others) in parts.items():
        model.calibrate(logits[others], answers[others])
        model.save(os.path.join(folder, f"{name}.onnx"))
        if with_words:
            table.save(os.path.join(folder, "words.bin" if name == "model" else f"{name}.words.bin"))
    print("    right without an address, as text alone, as its first paragraphs:", np.round(np.mean(bare, axis=0), 3))
    table, model, _ = parts["model"]
    return logits, model, rows_of(pages, everything, table)


def usual(rows):
    """The median and the 95th percentile of each feature, as the catalog keeps them."""
    return {name: [float(f"{value:.4g}") for value in np.percentile(rows, share, axis=0)] for name, share in (("typical", 50), ("marked", 95))}


def f1_of(truth, said):
    return 2 * np.sum(truth & said) / max(1, np.sum(truth) + np.sum(said))


def page_kind(arguments, pages):
    logits, model, rows = train(
        pages, pages.kinds, len(KINDS), os.path.join(catalog.MODELS, "page-kind"), {"iterations": 40, "leaves": 8, "least": 8, "rate": 0.12}, with_words=True)
    use = ~pages.held_out
    said = logits.argmax(axis=1)
    each = [f1_of(pages.kinds[use] == kind, said[use] == kind) for kind in range(len(KINDS))]
    print(f"page-kind, {use.sum()} pages cross-validated by site: macro F1 {np.mean(each):.4f}", dict(zip(KINDS, np.round(each, 3))), f"temperature {model.temperature:.2f}")
    decision_cards.page_kind()
    catalog.put(
        "page-kind", "page-kind", ["model.onnx", "words.bin", "card.md"], [f"{part}{end}" for part in PARTS for end in (".onnx", ".words.bin")],
        features=pages.names + [f"words-{kind}" for kind in KINDS], labels=KINDS, **usual(rows), trainedOn=[{**catalog.WCXB, "rows": len(rows)}], license=WCXB_LICENSE, source="models/train/page_decisions.py")


def article(arguments, pages):
    answers = (pages.kinds == 0).astype(int)
    logits, model, rows = train(
        pages, answers, 2, os.path.join(catalog.MODELS, "article"), {"iterations": 60, "leaves": 8, "least": 8, "rate": 0.1}, with_words=False)
    use = ~pages.held_out
    moved = logits[use] / model.temperature + model.shift
    chances = 1 / (1 + np.exp(moved[:, 0] - moved[:, 1]))
    truth = answers[use] == 1
    # A threshold that is best by the smoothed mean over its neighbours, not by one lucky step.
    steps = np.arange(0.25, 0.76, 0.01)
    scores = np.convolve(np.pad([f1_of(truth, chances >= step) for step in steps], 4, mode="edge"), np.ones(9) / 9, mode="valid")
    threshold = float(np.round(steps[scores.argmax()], 2))
    print(f"article, {use.sum()} pages cross-validated by site: F1 {f1_of(truth, chances >= threshold):.4f} at {threshold}, {f1_of(truth, chances >= 0.5):.4f} at 0.5")
    decision_cards.article(threshold)
    catalog.put(
        "article", "article", ["model.onnx", "card.md"], [f"{part}.onnx" for part in PARTS],
        features=pages.names + [f"words-{kind}" for kind in KINDS], labels=["other", "article"], thresholds={"article": threshold}, **usual(rows),
        trainedOn=[{**catalog.WCXB, "rows": len(rows)}],
        license=WCXB_LICENSE, source="models/train/page_decisions.py")


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def open_texts(data):
    """Editorial lines of open sets: headlines of both kinds, headlines in Korean, opinions of films. None is an advert."""
    chance = random.Random(SEED)
    clickbait = [row for name in sorted(os.listdir(os.path.join(data, "clickbait"))) if name.endswith(".jsonl.gz") for row in lines_of(os.path.join(data, "clickbait", name))]
    ynat = lines_of(os.path.join(data, "ynat", "train", "ynat-v1_train.jsonl.gz"))
    nsmc = [row for name in sorted(os.listdir(os.path.join(data, "nsmc"))) if name.endswith(".jsonl.gz") for row in lines_of(os.path.join(data, "nsmc", name))]
    rows = [{"id": f"clickbait-{i}", "title": row["headline"], "source": "clickbait", "language": "en"} for i, row in enumerate(chance.sample(clickbait, 400))]
    rows += [{"id": f"ynat-{i}", "title": row["title"], "source": "ynat", "language": "ko"} for i, row in enumerate(chance.sample(ynat, 400))]
    rows += [{"id": f"nsmc-{i}", "text": row["document"], "source": "nsmc", "language": "ko"} for i, row in enumerate(chance.sample(nsmc, 300)) if row["document"]]
    return [{**row, "label": "editorial"} for row in rows]


def text_signals(arguments, rows):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        for row in rows:
            file.write(json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False) + "\n")
        file.flush()
        return dump(arguments, "advert", file.name)


def advert(arguments, rows):
    """Texts written for this, open headlines and opinions, and WCXB's pages: articles, forums and manuals are editorial; shops and services sell."""
    names = list(rows[0]["signals"])
    # The length of a text says where it was found, not what it is; an entry is no advert for being one.
    names = [name for name in names[names.index(FIRST_OF_TEXT) + 1:] if name not in ("text-chars", "text-words", "sponsored-links", "ld-advertiser", "affiliate-links")]
    made = text_signals(arguments, advert_texts.made(advert_texts.TRAIN, 12, SEED) + advert_texts.disclosed(120, SEED) + open_texts(arguments.data))
    checks = text_signals(arguments, advert_texts.made(advert_texts.CHECK, 6, SEED + 1))
    # Nobody has labelled WCXB's articles for adverts: those that disclose, label or earn by every paragraph may be either and are left out.
    doubtful = {"labelled-advert": 0, "disclosed-advert": 0, "disclosure-tags": 0, "press-release-marks": 0, "affiliate-density": 1}
    plain = [
        row for row in rows
        if not row["heldOut"] and row["signals"]["text-chars"] > 200 and all(row["signals"][name] <= most for name, most in doubtful.items())
    ]
    learn_pages = [row for row in plain if row["fold"] != 0]
    check_pages = [row for row in plain if row["fold"] == 0 and row["kind"] in ("article", "forum", "documentation")]
    sells = {"product", "service"}

    def table(some):
        return np.array([[row["signals"][name] for name in names] for row in some], dtype=np.float32)

    answers = np.array([int(row["isAdvert"]) for row in made] + [int(row["kind"] in sells) for row in learn_pages])
    # A page of a shop sells without being an advert among articles, and a company's blog is both: they count for less than what was written to be clear.
    weights = np.array([1.0 for row in made] + [0.15 if row["kind"] in sells else 0.5 for row in learn_pages])
    features = table(made + learn_pages)
    truth = np.array([int(row["isAdvert"]) for row in checks] + [0] * len(check_pages))
    check_features = table(checks + check_pages)
    # Long pages are many and alike: they count as much as the short texts together.
    check_weights = np.concatenate([np.ones(len(checks)), np.full(len(check_pages), 0.3)])
    model, logits, least = None, None, np.inf
    for strength in (0.02, 0.05, 0.1, 0.2, 0.5, 1.0):
        tried = SignalModel(2, iterations=30, leaves=4, least=40, rate=0.08, ridge=30.0, strength=strength, weight=4.0).fit(features, answers, weights)
        said = tried.logits(check_features)
        tried.calibrate(said, truth, check_weights)
        loss = -np.average(np.log(tried.probabilities(check_features)[np.arange(len(truth)), truth]), weights=check_weights)
        print(f"    strength {strength}: log loss {loss:.4f}")
        if loss < least:
            model, logits, least = tried, said, loss
    chances = model.probabilities(check_features)[:, 1]
    # Calling news an advert is worse than missing one: the lowest threshold that is right nineteen times in twenty, and no lower than two to one.
    threshold = next((step for step in np.arange(0.66, 0.96, 0.01) if np.sum((chances >= step) & (truth == 0)) <= 0.05 * np.sum(chances >= step)), 0.95)
    folder = os.path.join(catalog.MODELS, "advert")
    os.makedirs(folder, exist_ok=True)
    model.save(os.path.join(folder, "model.onnx"))
    said = chances >= threshold
    print(
        f"advert: {len(answers)} learned, {len(truth)} checked: precision {np.sum(said & (truth == 1)) / max(1, said.sum()):.3f}, recall {np.sum(said & (truth == 1)) / truth.sum():.3f} "
        f"at {threshold:.2f}, temperature {model.temperature:.2f}, shift {model.shift[1]:.2f}")
    order = np.argsort(-np.abs(model.coef[1]))
    print("   ", ", ".join(f"{names[i]} {model.coef[1][i]:+.2f}" for i in order[:30]))
    if arguments.show:
        for row, chance in sorted(zip(checks + check_pages, chances), key=lambda pair: -pair[1]):
            print(f"    {chance:.3f}", row.get("isAdvert", 0), row["id"], {n: round(row["signals"][n], 3) for n in names if row["signals"][n]})
    decision_cards.advert(threshold, len(made), len(learn_pages))
    editorial = {"clickbait": ("Clickbait headlines", "MIT"), "ynat": ("KLUE YNAT v1.1 train", "CC BY-SA 4.0"), "nsmc": ("NSMC", "CC0")}
    opened = [{"set": full, "license": terms, "rows": sum(row["id"].startswith(f"{name}-") for row in made)} for name, (full, terms) in editorial.items()]
    trained = [{"set": "texts from templates", "license": "own", "rows": len(made) - sum(o["rows"] for o in opened)}, *opened, {**catalog.WCXB, "rows": len(learn_pages)}]
    catalog.put(
        "advert", "advert", ["model.onnx", "card.md"], features=names, labels=["editorial", "advert"], thresholds={"advert": round(float(threshold), 2)},
        **usual(features), trainedOn=trained, license=ADVERT_LICENSE, source="models/train/page_decisions.py")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="+", choices=["page-kind", "article", "advert"])
    parser.add_argument("--data", required=True, help="the folder that holds wcxb, clickbait, ynat and nsmc")
    parser.add_argument("--wcxb", help="WCXB's development split; <data>/wcxb/wcxb-dev.tar.xz when absent")
    parser.add_argument("--trendgrains", required=True)
    parser.add_argument("--show", action="store_true", help="what was checked, the likeliest advert first")
    given = parser.parse_args()
    read = dump(given, "page-kind", given.wcxb or os.path.join(given.data, "wcxb", "wcxb-dev.tar.xz"))
    for task in given.tasks:
        if task == "advert":
            advert(given, read)
        else:
            {"page-kind": page_kind, "article": article}[task](given, Pages(read))
