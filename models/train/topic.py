#!/usr/bin/python3
"""Trains models/topic: nine topics of Korean and English texts.

    /usr/bin/python3 models/train/topic.py --data ../shared/data --more FOLDER

FOLDER holds English headlines with sections that ../shared/data lacks: huffpost.jsonl ({text, class_name}: the 36,900 headlines of HuffPost's News Category
Dataset, CC BY 4.0, that few-shot learning uses) and news_aggregator.tsv (title, section: 10,683 of UCI's News Aggregator, CC BY 4.0). Writes model.onnx
(learned from everything) and tuning.onnx (without what is kept apart; all figures of the card are its), and the catalog entry.
"""

import argparse
import os
import time

import numpy as np
import scipy.sparse as sp

import catalog
import linear_texts as linear
import topic_texts as texts
from hashed_ngrams import HashedNGrams

SEED, BUCKETS, COST = 20261121, 200_000, 0.5
TOKENIZER = dict(buckets=BUCKETS, max_chars=1200, cjk=(1, 4), other=(3, 5))
TOPICS = texts.TOPICS


def weighted(groups):
    """Every topic of a group counts alike, by the root; a group as much as its factor says."""
    rows, weights = [], []
    for factor, group in groups:
        counts = {t: sum(l == t for _, l in group) for t in {l for _, l in group}}
        mean = sum(counts.values()) / max(1, len(counts))
        for text, label in group:
            rows.append((text, label))
            weights.append(factor * (mean / counts[label]) ** BALANCE)
    return rows, np.array(weights)


BALANCE = 0.7


def learn(tokenizer, groups, unlabelled, log, cost=COST):
    """A model; one round of its own surest labels for the unlabelled headlines."""
    rows, weights = weighted(groups)
    matrix, extra = linear.matrix(tokenizer, [t for t, _ in rows]), linear.matrix(tokenizer, unlabelled)
    idf = linear.inverse_document_frequency(sp.vstack([matrix, extra]))
    matrix, extra = (m @ sp.diags(idf) for m in (matrix, extra))
    truths = np.array([l for _, l in rows])
    table, bias = linear.one_against_rest(matrix.tocsr(), truths, TOPICS, cost, weights)
    margins = extra @ table + bias
    sure = np.sort(margins, 1)
    picked = np.where(sure[:, -1] - sure[:, -2] > 0.4)[0]
    log(f"{len(rows)} rows; {len(picked)} of {len(unlabelled)} headlines label themselves")
    again, more = sp.vstack([matrix, extra[picked]]).tocsr(), np.concatenate([truths, np.array(TOPICS)[margins[picked].argmax(1)]])
    table, bias = linear.one_against_rest(again, more, TOPICS, cost, np.concatenate([weights, np.full(len(picked), 0.7)]))
    return table * idf[:, None], bias


def margins_of(tokenizer, model, some):
    return linear.matrix(tokenizer, some) @ model[0] + model[1]


def measure(margins, truths, reading):
    """(plain, among the set's own topics): macro-F1 and accuracy."""
    from sklearn.metrics import f1_score

    read = [reading.get(t) for t in TOPICS]
    own = sorted(set(reading.values()))
    scores = linear.softmax(margins)
    plain = np.array([read[i] or "none" for i in margins.argmax(1)])
    among = np.array(own)[np.stack([scores[:, [i for i, r in enumerate(read) if r == o]].sum(1) for o in own]).argmax(0)]
    truths = np.array(truths)
    return {name: (round(f1_score(truths, said, labels=own, average="macro"), 4), round(float((said == truths).mean()), 4)) for name, said in (("plain", plain), ("among", among))}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--more")
    arguments.add_argument("--try-only", action="store_true", help="figures on the parts kept apart, nothing written")
    options = arguments.parse_args()
    started = time.time()
    log = lambda line: print(f"[{time.time() - started:4.0f} s] {line}", flush=True)

    tokenizer = HashedNGrams(**TOKENIZER)
    learned, held, every = texts.ynat(options.data)
    sib = texts.sib200(options.data)
    read, news, listicles = texts.headlines(options.data)
    huffpost, aggregator = texts.more(options.more)
    others = texts.adverts(6, SEED) + [(t, "other") for t in listicles[:1500]]
    shared = [(3, read), (1, huffpost), (1, aggregator), (1, others), (1, texts.reviews(options.data, 600, SEED))]

    def groups(ynat, part):
        return [(1, ynat), *shared, *((2, sum((sib[language][p] for p in part), [])) for language in sib)]

    # A tenth of what is learned from says how far margins are to be trusted.
    apart = [i for i in range(len(learned)) if texts.part(learned[i][0]) == 5]
    calibrating = [learned[i] for i in apart]
    first = learn(tokenizer, groups([learned[i] for i in range(len(learned)) if texts.part(learned[i][0]) != 5], [0]), news, log)
    factor = linear.temperature(margins_of(tokenizer, first, [t for t, _ in calibrating]), np.array([TOPICS.index(l) for _, l in calibrating]))
    log(f"temperature {factor:.2f}")
    tuning = learn(tokenizer, groups(learned, [0]), news, log)
    rounded, scale = linear.quantised(tuning[0])
    for name, set_rows, reading in (
        ("ynat", held, "ynat"), ("sib200 ko", sib["kor_Hang"][1], "sib200"), ("sib200 en", sib["eng_Latn"][1], "sib200"), ("ag_news", texts.ag_news(options.data), "ag-news"),
    ):
        whole = margins_of(tokenizer, tuning, [t for t, _ in set_rows]) * factor
        small = (linear.matrix(tokenizer, [t for t, _ in set_rows]) @ rounded.astype(np.float32) * scale + tuning[1]) * factor
        truths = [l for _, l in set_rows]
        error = linear.calibration_error(linear.softmax(small), np.array([TOPICS.index(l) for l in truths]))
        log(f"{name}: {len(truths)} rows, float {measure(whole, truths, texts.READ_AS[reading])}, int8 {measure(small, truths, texts.READ_AS[reading])}, calibration error {error:.3f}")
    if options.try_only:
        return
    folder = os.path.join(catalog.MODELS, "topic")
    os.makedirs(folder, exist_ok=True)
    final = learn(tokenizer, groups(every, [0, 1]), news, log)
    for file, model in (("model.onnx", final), ("tuning.onnx", tuning)):
        table, scale = linear.quantised(model[0])
        linear.export(os.path.join(folder, file), "topic", table, scale * factor, model[1] * factor)
    catalog.put(
        "topic", "topic", ["model.onnx"], ["tuning.onnx"],
        tokenizer=tokenizer.describe(), labels=TOPICS,
        trainedOn=[
            {"set": "KLUE YNAT v1.1 train", "license": "CC BY-SA 4.0", "rows": len(every)},
            {"set": "SIB-200 train, Korean and English", "license": "Apache-2.0", "rows": sum(len(p) for language in sib.values() for p in language)},
            {"set": "Clickbait headlines: labelled by our own reading", "license": "MIT", "rows": len(read)},
            {"set": "Clickbait headlines: labelled by the model itself, or listicles", "license": "MIT", "rows": len(news) + 1500},
            {"set": "News Category Dataset (HuffPost), few-shot subset", "license": "CC BY 4.0", "rows": len(huffpost)},
            {"set": "News Aggregator (UCI), a sample", "license": "CC BY 4.0", "rows": len(aggregator)},
            {"set": "NSMC", "license": "CC0", "rows": 600},
            {"set": "adverts from templates", "license": "own", "rows": len(others) - 1500},
        ],
        license="CC BY-SA 4.0 (made in part from CC BY-SA data)", source="models/train/topic.py",
    )


if __name__ == "__main__":
    main()
