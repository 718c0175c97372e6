"""Trains models/block-content on the blocks that the executable cuts WCXB's development pages into.

    dotnet build src/TrendGrains -c Release
    /usr/bin/python3 models/train/block_content.py --wcxb ../shared/data/wcxb/wcxb-dev.tar.xz --trendgrains <the executable>

Needs Debian 12's python3-sklearn (1.2) and python3-onnx (1.12); one CPU thread, some minutes. Everything is seeded. What is measured on pages
not trained on is the executable's to tell, and written by this script through it: models/block-content/metrics.json.
"""

import argparse
import os
import shutil
import subprocess
import tempfile

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

import block_rows
import boosted_trees
import catalog

FOLDS = 5
LICENSE = "CC BY 4.0 (made from WCXB 1.0, Murrough Foley, CC BY 4.0)"

# Chosen by cross-validation inside the tuning part.
KEPT = 170
SETTINGS = {"count": 30000, "iterations": 100, "leaves": 31, "rate": 0.1, "members": 4}


def learn(rows, pages, columns, seed, members=SETTINGS["members"]):
    grown = []
    for member in range(members):
        places, shares, weights = block_rows.draw(pages, SETTINGS["count"], seed * 100 + member)
        grown.append(boosted_trees.grow(rows[places][:, columns], shares, weights, SETTINGS["iterations"], SETTINGS["leaves"], SETTINGS["rate"], seed))
    return boosted_trees.BoostedTrees(len(columns), grown)


def choose(model, rows, pages, columns):
    """Page -> word F1 of the choice that the model leads to."""
    figures = {}
    for page in pages:
        if page.size:
            chances = model.scores(rows[page.rows][:, columns])
            figures[page.id] = page.f1(block_rows.best_choice(page, chances, page.is_one_text))
        else:
            figures[page.id] = page.f1(np.zeros(0, bool))
    return figures


def report(title, pages, figures):
    kinds = sorted({p.kind for p in pages})
    each = ", ".join(f"{kind} {np.mean([figures[p.id] for p in pages if p.kind == kind]):.4f}" for kind in kinds)
    print(f"{title}: word F1 {np.mean([figures[p.id] for p in pages]):.4f} ({each})", flush=True)


def main(arguments):
    work = arguments.work or tempfile.mkdtemp()
    table = os.path.join(work, "blocks.jsonl")
    if not os.path.exists(table):
        subprocess.run([arguments.trendgrains, "evaluate", "extract", "--gold", arguments.wcxb, "--features", table], check=True)
    names, pages, rows = block_rows.load(table)
    tuning = [p for p in pages if not p.is_held_out]
    gains = learn(rows, tuning, np.arange(len(names)), seed=99, members=1).gains()
    columns = np.sort(np.argsort(-gains, kind="stable")[:KEPT])
    folder = os.path.join(catalog.MODELS, "block-content")
    made = os.path.join(work, "models")
    os.makedirs(made, exist_ok=True)
    figures = {}
    for fold in range(FOLDS):
        model = learn(rows, [p for p in pages if p.fold != fold], columns, seed=fold + 1)
        figures.update(choose(model, rows, [p for p in pages if p.fold == fold], columns))
        boosted_trees.save(model, os.path.join(made, f"fold-{fold}.onnx"))
    report("all pages, cross-validated by site", pages, figures)
    boosted_trees.save(learn(rows, tuning, columns, seed=6), os.path.join(made, "tuning.onnx"))
    boosted_trees.save(learn(rows, pages, columns, seed=7), os.path.join(made, "model.onnx"))
    # Moved in one go: half of them would not be what the catalog lists.
    evaluation = ["tuning.onnx"] + [f"fold-{fold}.onnx" for fold in range(FOLDS)]
    for file in ["model.onnx"] + evaluation:
        shutil.copy(os.path.join(made, file), os.path.join(folder, file))
    catalog.put(
        "block-content", "block-content", ["model.onnx"], evaluation,
        features=[names[c] for c in columns], labels=["content"], trainedOn=[{**catalog.WCXB, "rows": len(pages)}], license=LICENSE, source="models/train/block_content.py")
    metrics = os.path.join(folder, "metrics.json")
    subprocess.run([arguments.trendgrains, "evaluate", "extract", "--gold", arguments.wcxb, "--part", "all", "--cross-validated", "--metrics", metrics], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wcxb", required=True, help="WCXB's development split, archive or folder")
    parser.add_argument("--trendgrains", required=True, help="the executable")
    parser.add_argument("--work", help="folder for the table of blocks (half a gigabyte), used again where it is there; else a temporary one")
    main(parser.parse_args())
