#!/usr/bin/python3
"""Trains models/tone: negative, neutral or positive, in Korean and English.

    /usr/bin/python3 models/train/tone.py --data ../shared/data --more FOLDER

FOLDER holds huffpost.jsonl (as for topic.py) and vader_lexicon.txt (MIT). Two linear parts over the same n-grams: which way a text leans, learned from NSMC's
reviews and weakly labelled headlines, and whether it leans at all, learned from reviews and telling headlines against headlines without any telling word.
Writes model.onnx (learned from everything) and tuning.onnx (without what is kept apart; all figures of the card are its), and the catalog entry.
"""

import argparse
import json
import os
import random
import re
import time

import numpy as np
import scipy.sparse as sp

import catalog
import linear_texts as linear
import tone_words as words
from corpora import rows, squeezed
from hashed_ngrams import HashedNGrams
from topic_texts import part

SEED, BUCKETS, COST = 20261121, 524_288, 0.5
TOKENIZER = dict(buckets=BUCKETS, max_chars=1200, cjk=(1, 4), other=(3, 5))
TONES = ["negative", "neutral", "positive"]
ENGLISH = {**{w: -1 for w in words.EN_NEGATIVE}, **{w: 1 for w in words.EN_POSITIVE}}


def leaning(title):
    """How many telling words lean which way: (negative, positive)."""
    found = [ENGLISH.get(w, 0) for w in re.findall("[a-z']+", title.lower())]
    return sum(f < 0 for f in found) + sum(w in title for w in words.KO_NEGATIVE), sum(f > 0 for f in found) + sum(w in title for w in words.KO_POSITIVE)


def weak(titles):
    """Titles whose telling words all lean one way, and those without any."""
    found = {"negative": [], "neutral": [], "positive": []}
    for title in titles:
        negative, positive = leaning(title)
        if not negative or not positive:
            found["negative" if negative else "positive" if positive else "neutral"].append(title)
    return found


def polarity(tokenizer, texts, signs, weights, balance_words=True):
    """Table of margins: naive Bayes log-count ratios as the features' weights, then a support vector machine (Wang and Manning 2012)."""
    matrix = linear.matrix(tokenizer, texts)
    seen = (matrix > 0).astype(np.float32)
    liked, disliked = (np.asarray(seen[signs == s].sum(0)).ravel() + 1 for s in (1, -1))
    ratio = np.log(liked / liked.sum()) - np.log(disliked / disliked.sum())
    ratio = ratio.astype(np.float32)
    from sklearn.svm import LinearSVC

    svm = LinearSVC(C=COST, tol=1e-3, max_iter=60, random_state=SEED).fit((matrix @ sp.diags(ratio)).tocsr(), signs, sample_weight=weights)
    return svm.coef_[0].astype(np.float32) * ratio, float(svm.intercept_[0])


def learn(tokenizer, reviews, headlines, lexicon, log):
    """(lean table, bias), (telling table, bias)."""
    leaning_rows = [(t, 1 if l else -1, 1.0) for t, l in reviews]
    leaning_rows += [(t, s, 0.5) for s, name in ((-1, "negative"), (1, "positive")) for t in headlines[name]]
    leaning_rows += [(w, s, 0.3) for w, s in lexicon]
    log(f"leaning: {len(leaning_rows)} rows")
    lean = polarity(tokenizer, [t for t, _, _ in leaning_rows], np.array([s for _, s, _ in leaning_rows]), np.array([w for _, _, w in leaning_rows]))
    flat = headlines["neutral"]
    chance = random.Random(SEED)
    telling = headlines["negative"] + headlines["positive"] + [t for t, _ in chance.sample(reviews, min(len(reviews), 15000))] + [w for w, _ in lexicon]
    log(f"telling: {len(telling)} against {len(flat)}")
    matrix = linear.matrix(tokenizer, telling + flat)
    idf = linear.inverse_document_frequency(matrix)
    from sklearn.svm import LinearSVC

    svm = LinearSVC(C=0.3, tol=1e-3, max_iter=60, random_state=SEED, class_weight="balanced").fit((matrix @ sp.diags(idf)).tocsr(), np.array([0] * len(telling) + [1] * len(flat)))
    return lean, (svm.coef_[0].astype(np.float32) * idf, float(svm.intercept_[0]))


def calibrate(tokenizer, model, reviews, headlines):
    """(table [buckets, 3], bias [3]) whose softmax is trusted: lean is scaled on reviews, then telling on headlines and reviews."""
    (lean, lean_bias), (flat, flat_bias) = model
    def parts(texts):
        m = linear.matrix(tokenizer, texts)
        return m @ lean + lean_bias, m @ flat + flat_bias
    s, _ = parts([t for t, _ in reviews])
    truth = np.array([l for _, l in reviews])
    a = min(np.linspace(0.3, 6, 58), key=lambda a: -np.log(1 / (1 + np.exp(-2 * a * s * (2 * truth - 1)))).mean())
    chance = random.Random(SEED)
    some = [(t, 0) for t in headlines["negative"]] + [(t, 1) for t in headlines["neutral"]] + [(t, 2) for t in headlines["positive"]]
    some = chance.sample(some, min(len(some), 3000)) + [(t, 2 * l) for t, l in chance.sample(reviews, 1500)]
    s, n = parts([t for t, _ in some])
    truth = np.array([l for _, l in some])
    def loss(b, c):
        return -np.log(linear.softmax(np.stack([-a * s, b * n + c, a * s], 1))[np.arange(len(truth)), truth] + 1e-9).mean()
    b, c = min(((b, c) for b in np.linspace(0.5, 8, 16) for c in np.linspace(-3, 3, 13)), key=lambda p: loss(*p))
    table = np.stack([-a * lean, b * flat, a * lean], 1).astype(np.float32)
    return table, np.array([-a * lean_bias, b * flat_bias + c, a * lean_bias], np.float32)


def read_lexicon(folder):
    if folder is None:
        return []
    with open(os.path.join(folder, "vader_lexicon.txt"), encoding="utf-8") as file:
        entries = [line.split("\t")[:2] for line in file]
    return [(word, 1 if float(value) > 0 else -1) for word, value in entries if abs(float(value)) >= 1.5 and word.isalpha()]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--more")
    arguments.add_argument("--try-only", action="store_true")
    options = arguments.parse_args()
    started = time.time()
    log = lambda line: print(f"[{time.time() - started:4.0f} s] {line}", flush=True)
    tokenizer = HashedNGrams(**TOKENIZER)

    every = [(r["id"], r["document"], r["label"]) for r in rows(options.data, "nsmc/nsmc_raw_sample_train.jsonl.gz")]
    held = [(t, l) for i, t, l in every if part(i) == 0]
    seen = {squeezed(t) for t, _ in held}
    learned = [(i, t, l) for i, t, l in every if part(i) != 0 and squeezed(t) not in seen]
    titles = [r["title"] for r in rows(options.data, "ynat/train/ynat-v1_train.jsonl.gz")] + [r["headline"] for r in rows(options.data, "clickbait/clickbait_train.jsonl.gz")]
    if options.more:
        with open(os.path.join(options.more, "huffpost.jsonl"), encoding="utf-8") as file:
            titles += [json.loads(line)["text"] for line in file]
    titles = list(dict.fromkeys(titles))
    random.Random(SEED).shuffle(titles)
    headlines, apart = weak(titles[6000:]), weak(titles[:6000])
    lexicon = read_lexicon(options.more)
    log(", ".join(f"{len(v)} {k}" for k, v in headlines.items()) + f"; {len(lexicon)} words")

    some = learn(tokenizer, [(t, l) for i, t, l in learned if part(i) != 5], headlines, lexicon, log)
    # The scales found without a tenth of the reviews and 6,000 headlines serve the others too.
    scaled = calibrate(tokenizer, some, [(t, l) for i, t, l in learned if part(i) == 5], apart)
    factors = [float(np.abs(scaled[0][:, k]).sum() / np.abs(p[0]).sum()) for k, p in ((2, some[0]), (1, some[1]))]
    shift = float(scaled[1][1] - factors[1] * some[1][1])
    log(f"factors {factors[0]:.2f} {factors[1]:.2f}, shift {shift:.2f}")

    def put_together(model):
        (lean, lean_bias), (flat, flat_bias) = model
        a, b = factors
        return np.stack([-a * lean, b * flat, a * lean], 1), np.array([-a * lean_bias, b * flat_bias + shift, a * lean_bias], np.float32)

    tuning = put_together(learn(tokenizer, [(t, l) for _, t, l in learned], headlines, lexicon, log))
    small, scale = linear.quantised(tuning[0])
    for name, table in (("float", tuning[0]), ("int8", small.astype(np.float32) * scale)):
        scores = linear.softmax(linear.matrix(tokenizer, [t for t, _ in held]) @ table + tuning[1])
        truth = np.array([l for _, l in held])
        two = scores[:, [0, 2]] / scores[:, [0, 2]].sum(1, keepdims=True)
        log(f"NSMC {name}: {len(held)} rows, lean {(two.argmax(1) == truth).mean():.4f}, three ways {(scores.argmax(1) == 2 * truth).mean():.4f}, calibration error {linear.calibration_error(two, truth):.3f}, neutral {(scores.argmax(1) == 1).mean():.3f}")
        finance = rows(options.data, "finance_sentiment/finance_sentiment_train.jsonl.gz")
        for side in ("sentence_en", "sentence_ko"):
            from sklearn.metrics import f1_score

            scores = linear.softmax(linear.matrix(tokenizer, [r[side] for r in finance]) @ table + tuning[1])
            said, true = np.array(TONES)[scores.argmax(1)], np.array([r["label"] for r in finance])
            telling = true != "neutral"
            log(f"finance {side}: accuracy {(said == true).mean():.4f} macro-F1 {f1_score(true, said, average='macro'):.4f}; which way, where it leans {((scores[:, 2] > scores[:, 0]) == (true == 'positive'))[telling].mean():.4f}; said {dict(zip(*np.unique(said, return_counts=True)))}")
    if options.try_only:
        return
    folder = os.path.join(catalog.MODELS, "tone")
    os.makedirs(folder, exist_ok=True)
    final = put_together(learn(tokenizer, [(t, l) for _, t, l in every], headlines, lexicon, log))
    for file, (table, bias) in (("model.onnx", final), ("tuning.onnx", tuning)):
        small, scale = linear.quantised(table)
        linear.export(os.path.join(folder, file), "tone", small, scale, bias)
    catalog.put(
        "tone", "tone", ["model.onnx"], ["tuning.onnx"],
        tokenizer=tokenizer.describe(), labels=TONES,
        trainedOn=[
            {"set": "NSMC (film reviews)", "license": "CC0", "rows": len(every)},
            {"set": "KLUE YNAT v1.1 train, titles labelled weakly by our own words", "license": "CC BY-SA 4.0", "rows": 45678},
            {"set": "Clickbait headlines, labelled weakly by our own words", "license": "MIT", "rows": 25600},
            {"set": "News Category Dataset (HuffPost), few-shot subset, labelled weakly by our own words", "license": "CC BY 4.0", "rows": 36900},
            {"set": "VADER's lexicon", "license": "MIT", "rows": len(lexicon)},
        ],
        license="CC BY-SA 4.0 (made in part from CC BY-SA data)", source="models/train/tone.py",
    )


if __name__ == "__main__":
    main()
