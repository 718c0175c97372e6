#!/usr/bin/python3
"""Trains models/topic: nine topics of Korean and English texts.

    /usr/bin/python3 models/train/topic.py --data ../shared/data --more FOLDER

FOLDER holds what ../shared/data lacks: huffpost.jsonl ({text, class_name}: the 36,900 headlines of HuffPost's News Category Dataset, CC BY 4.0, that
few-shot learning uses, 900 a section). Two tables over the same n-grams: one of news, and one of SIB-200's encyclopaedic sentences, which is let in as far
as a text sounds like one. Writes model.onnx (learned from everything but the YNAT rows kept apart) and tuning.onnx (without what is kept apart; all figures of the card are its), and
the catalog entry.
"""

import argparse
import os
import time

import numpy as np
import scipy.sparse as sp

import catalog
import linear_texts as linear
import topic_texts as texts
import topic_words
from hashed_ngrams import HashedNGrams

SEED, BUCKETS, COST = 20261121, 1 << 17, 0.5
TOKENIZER = dict(buckets=BUCKETS, max_chars=1200, cjk=(1, 3), other=(3, 5))
TOPICS = texts.TOPICS
# How much a small class is lifted (1: every class counts alike), how surely a headline must label itself, how sharply the gate opens and
# how much comes in.
BALANCE, SURE, SHARP, SHARE = 0.7, 0.3, 4.0, 1.0


def weighted(groups):
    """A group counts as much as its factor says, its topics more alike than they are frequent."""
    rows, weights = [], []
    for factor, group in groups:
        counts = {t: sum(l == t for _, l in group) for t in {l for _, l in group}}
        mean = sum(counts.values()) / max(1, len(counts))
        for text, label in group:
            rows.append((text, label))
            weights.append(factor * (mean / counts[label]) ** BALANCE)
    return rows, np.array(weights)


def one_table(tokenizer, groups, cost=COST):
    rows, weights = weighted(groups)
    matrix = linear.matrix(tokenizer, [t for t, _ in rows])
    idf = linear.inverse_document_frequency(matrix)
    table, bias = linear.one_against_rest((matrix @ sp.diags(idf)).tocsr(), np.array([l for _, l in rows]), TOPICS, cost, weights)
    return table * idf[:, None], bias


def labelled_by_itself(tokenizer, english, unlabelled, log):
    """Headlines of which a model of the labelled English ones is sure."""
    table, bias = one_table(tokenizer, english)
    margins = linear.matrix(tokenizer, unlabelled) @ table + bias
    best = np.sort(margins, 1)
    picked = np.where(best[:, -1] - best[:, -2] > SURE)[0]
    log(f"{len(picked)} of {len(unlabelled)} headlines label themselves")
    return [(unlabelled[i], TOPICS[margins[i].argmax()]) for i in picked]


def learn(tokenizer, news, sentences, log):
    """(table [buckets, 19], bias [19]): nine margins of news, nine of encyclopaedic sentences, and whether a text is such a sentence."""
    from sklearn.svm import LinearSVC

    log(f"{sum(len(group) for _, group in news)} rows of news, {len(sentences)} sentences")
    table, bias = one_table(tokenizer, [*news, (1, sentences)])
    own, own_bias = one_table(tokenizer, [(1, sentences)], cost=1.0)
    others = [t for _, group in news for t, _ in group[::3]]
    matrix = linear.matrix(tokenizer, [t for t, _ in sentences] + others)
    idf = linear.inverse_document_frequency(matrix)
    gate = LinearSVC(C=1.0, tol=0.02, max_iter=30, class_weight="balanced", random_state=SEED).fit((matrix @ sp.diags(idf)).tocsr(), [1] * len(sentences) + [0] * len(others))
    log("learned")
    return np.concatenate([table, own, (gate.coef_[0] * idf)[:, None]], 1).astype(np.float32), np.concatenate([bias, own_bias, gate.intercept_]).astype(np.float32)


def parts(bias, scale, factor, share):
    """spread, bias and aside of linear.scored() for the 19 columns."""
    nine, none = np.eye(9), np.zeros
    spread = np.concatenate([nine, none((10, 9))]) * scale[:, None] * factor
    more = np.concatenate([none((9, 9)), nine, none((1, 9))]) * scale[:, None] * factor * share
    gate = np.concatenate([none((18, 1)), [[1.0]]]) * scale[:, None] * SHARP
    return spread, bias[:9] * factor, ((more, bias[9:18] * factor * share), (gate, bias[18:] * SHARP))


def measure(scores, truths, reading):
    """(plain, among the set's own topics): macro-F1 and accuracy."""
    from sklearn.metrics import f1_score

    read = [reading.get(t) for t in TOPICS]
    own = sorted(set(reading.values()))
    plain = np.array([read[i] or "none" for i in scores.argmax(1)])
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
    read, unlabelled, listicles = texts.headlines(options.data)
    huffpost = texts.more(options.more)
    others = texts.adverts(6, SEED) + [(t, "other") for t in listicles[:1500]]
    words = topic_words.words()
    surely = labelled_by_itself(tokenizer, [(3, read), (1, huffpost), (1, words)], unlabelled, log)
    shared = [(3, read), (1, huffpost), (1, words), (0.7, surely), (0.5, others), (0.5, texts.reviews(options.data, 600, SEED))]

    # A tenth of what is learned from says how far margins are to be trusted; it stays out of the model that is measured.
    calibrating = [r for r in learned if texts.part(r[0]) == 5]
    tuning = learn(tokenizer, [(1, [r for r in learned if texts.part(r[0]) != 5]), *shared], sib["kor_Hang"][0] + sib["eng_Latn"][0], log)
    rounded, scale = linear.quantised(tuning[0])
    summed = lambda table, some: linear.matrix(tokenizer, some) @ table.astype(np.float32)
    truths = np.array([TOPICS.index(l) for _, l in calibrating])
    factor = linear.temperature(summed(tuning[0], [t for t, _ in calibrating])[:, :9] + tuning[1][:9], truths)
    log(f"temperature {factor:.2f}")
    for name, set_rows, reading in (
        ("ynat", held, "ynat"), ("sib200 ko", sib["kor_Hang"][1], "sib200"), ("sib200 en", sib["eng_Latn"][1], "sib200"),
    ):
        truths = [l for _, l in set_rows]
        for kind, table, by in (("float", tuning[0], np.ones(19)), ("int8", rounded, scale)):
            sums = summed(table, [t for t, _ in set_rows])
            for share in (0.0, SHARE) if kind == "float" else (SHARE,):
                scores = linear.scored(sums, *parts(tuning[1], by, factor, share))
                error = linear.calibration_error(scores, np.array([TOPICS.index(l) for l in truths]))
                log(f"{name}: {len(truths)} rows, {kind}, sentences {share}: {measure(scores, truths, texts.READ_AS[reading])}, calibration error {error:.3f}")
    if options.try_only:
        return
    folder = os.path.join(catalog.MODELS, "topic")
    os.makedirs(folder, exist_ok=True)
    final = learn(tokenizer, [(1, every), *shared], sum((part for language in sib.values() for part in language), []), log)
    for file, (table, bias) in (("model.onnx", final), ("tuning.onnx", tuning)):
        table, scale = linear.quantised(table)
        spread, shift, aside = parts(bias, scale, factor, SHARE)
        linear.export(os.path.join(folder, file), "topic", table, spread, shift, aside)
        if file == "model.onnx":
            linear.write_golden("topic", tokenizer, table, spread, shift, aside)
    catalog.put(
        "topic", "topic", ["model.onnx"], ["tuning.onnx"],
        tokenizer=tokenizer.describe(), labels=TOPICS,
        trainedOn=[
            {"set": "KLUE YNAT v1.1 train", "license": "CC BY-SA 4.0", "rows": len(every)},
            {"set": "SIB-200 train, Korean and English", "license": "Apache-2.0", "rows": sum(len(p) for language in sib.values() for p in language)},
            {"set": "Clickbait headlines, labelled by our own reading", "license": "MIT", "rows": len(read)},
            {"set": "Clickbait headlines, labelled by a first model where it was sure, and listicles", "license": "MIT", "rows": len(surely) + 1500},
            {"set": "News Category Dataset (HuffPost), few-shot subset", "license": "CC BY 4.0", "rows": len(huffpost)},
            {"set": "English words and phrases a topic (models/train/topic_words.py)", "license": "own", "rows": len(words)},
            {"set": "NSMC", "license": "CC0", "rows": 600},
            {"set": "adverts from templates", "license": "own", "rows": len(others) - 1500},
        ],
        license="CC BY-SA 4.0 (made in part from CC BY-SA data)", source="models/train/topic.py",
    )


if __name__ == "__main__":
    main()
