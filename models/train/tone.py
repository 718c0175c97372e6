#!/usr/bin/python3
"""Trains models/tone: negative, neutral or positive, in Korean and English.

    /usr/bin/python3 models/train/tone.py --data ../shared/data --more FOLDER

FOLDER holds huffpost.jsonl (as for topic.py) and vader_lexicon.txt (cjhutto/vaderSentiment, MIT). Two linear parts over the same n-grams: which way a text leans, learned from NSMC's
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
from hashed_stream import HashedStream
from topic_texts import part

SEED, BUCKETS, COST, SMOOTH, BLEND = 20261121, 1 << 20, 0.7, 0.3, 0.3
# An n-gram that so many reviews have is theirs to judge.
MET = 5
# Headlines and words, and reviews, that stand against as many titles without any telling word.
TELLING = 16000, 8000
HANGUL = re.compile("[가-힣]")
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


def polarity(tokenizer, texts, signs, weights):
    """Column of margins, its bias, and in how many texts each n-gram stands: naive Bayes log-count ratios as the features' weights, then a support vector machine, blended with naive Bayes itself (Wang and Manning 2012)."""
    from sklearn.svm import LinearSVC

    matrix = linear.matrix(tokenizer, texts)
    seen = sp.diags(weights.astype(np.float32)) @ (matrix > 0).astype(np.float32)
    liked, disliked = (np.asarray(seen[signs == s].sum(0)).ravel() for s in (1, -1))
    known = liked + disliked > 0
    ratio = np.log((liked + SMOOTH) / (liked + SMOOTH).sum()) - np.log((disliked + SMOOTH) / (disliked + SMOOTH).sum())
    ratio = np.where(known, ratio, 0).astype(np.float32)
    svm = LinearSVC(C=COST, tol=1e-2, max_iter=40, random_state=SEED).fit((matrix @ sp.diags(ratio)).tocsr(), signs, sample_weight=weights)
    blended = BLEND * svm.coef_[0] + (1 - BLEND) * np.abs(svm.coef_[0][known]).mean()
    return (blended * ratio).astype(np.float32), float(svm.intercept_[0] * BLEND), np.asarray((matrix > 0).sum(0)).ravel()


def learn(tokenizer, reviews, headlines, lexicon, log):
    """(table [buckets, 2], bias [2]): which way a text leans, and whether it is flat."""
    from sklearn.svm import LinearSVC

    log(f"{len(reviews)} reviews")
    said, said_bias, met = polarity(tokenizer, [t for t, _ in reviews], np.array([1 if l else -1 for _, l in reviews]), np.ones(len(reviews)))
    rows = [(t, s, 1.0) for s, name in ((-1, "negative"), (1, "positive")) for t in headlines[name]] + [(w, s, 0.5) for w, s in lexicon]
    told = []
    for is_korean in (True, False):
        some = [r for r in rows if bool(HANGUL.search(r[0])) == is_korean]
        log(f"{len(some)} headlines and words")
        told.append(polarity(tokenizer, [t for t, _, _ in some], np.array([s for _, s, _ in some]), np.array([w for _, _, w in some])))
    chance = random.Random(SEED)
    telling = chance.sample([t for t, _, _ in rows], TELLING[0]) + [t for t, _ in chance.sample(reviews, TELLING[1])]
    flat = headlines["neutral"][: sum(TELLING)]
    log(f"telling: {len(telling)} against {len(flat)}")
    matrix = linear.matrix(tokenizer, telling + flat)
    idf = linear.inverse_document_frequency(matrix)
    svm = LinearSVC(C=0.3, tol=0.05, max_iter=10, random_state=SEED, class_weight="balanced").fit((matrix @ sp.diags(idf)).tocsr(), np.array([0] * len(telling) + [1] * len(flat)))
    log("learned")
    # What people said goes before what lists of words say: headlines speak where reviews are silent, marks and short n-grams of other languages aside.
    lean = said + np.where(met < MET, told[0][0] + told[1][0], 0)
    return np.stack([lean, svm.coef_[0] * idf], 1).astype(np.float32), np.array([said_bias, float(svm.intercept_[0])], np.float32)


def spread(factors):
    """[2, 3] and [3]: margins of lean and flat -> of negative, neutral, positive."""
    a, b, c = factors
    return np.array([[-a, 0, a], [0, b, 0]], np.float32), np.array([0, c, 0], np.float32)


def scores(tokenizer, table, bias, factors, texts):
    mix, shift = spread(factors)
    return linear.softmax((linear.matrix(tokenizer, texts) @ table + bias) @ mix + shift)


def calibrate(tokenizer, model, reviews, headlines):
    """Factors under which the softmax can be trusted: of lean on reviews, then of flat on headlines and reviews."""
    margins = linear.matrix(tokenizer, [t for t, _ in reviews]) @ model[0] + model[1]
    signs = 2 * np.array([l for _, l in reviews]) - 1
    a = min(np.linspace(0.3, 6, 58), key=lambda a: np.log1p(np.exp(-2 * a * margins[:, 0] * signs)).mean())
    chance = random.Random(SEED)
    some = [(t, place) for place, name in enumerate(TONES) for t in headlines[name]]
    some = chance.sample(some, min(len(some), 3000)) + [(t, 2 * l) for t, l in chance.sample(reviews, 1500)]
    margins = linear.matrix(tokenizer, [t for t, _ in some]) @ model[0] + model[1]
    truths = np.array([l for _, l in some])

    def loss(factors):
        mix, shift = spread(factors)
        return -np.log(linear.softmax(margins @ mix + shift)[np.arange(len(truths)), truths] + 1e-9).mean()

    return min(((a, b, c) for b in np.linspace(0.5, 8, 16) for c in np.linspace(-3, 3, 13)), key=loss)


def read_lexicon(folder):
    if folder is None:
        return []
    with open(os.path.join(folder, "vader_lexicon.txt"), encoding="utf-8") as file:
        entries = [line.split("\t")[:2] for line in file]
    return [(word, 1 if float(value) > 0 else -1) for word, value in entries if abs(float(value)) >= 1.5 and word.isalpha()]


def counted(titles, headlines):
    """How many of each set's titles are learned from; a title that two sets have counts for the first."""
    used = set(headlines["negative"] + headlines["positive"] + headlines["neutral"][: sum(TELLING)])
    counts = {}
    for name, some in titles.items():
        counts[name] = len(used.intersection(some))
        used.difference_update(some)
    return counts


def weakly_labelled(root, folder):
    """(titles of each set, {"negative", "neutral", "positive"} to learn from, the same of the 6,000 that calibrate)."""
    sets = {"ynat": [r["title"] for r in rows(root, "ynat/train/ynat-v1_train.jsonl.gz")], "clickbait": [r["headline"] for r in rows(root, "clickbait/clickbait_train.jsonl.gz")], "huffpost": []}
    if folder:
        with open(os.path.join(folder, "huffpost.jsonl"), encoding="utf-8") as file:
            sets["huffpost"] = [json.loads(line)["text"] for line in file]
    titles = list(dict.fromkeys(title for some in sets.values() for title in some))
    random.Random(SEED).shuffle(titles)
    return sets, weak(titles[6000:]), weak(titles[:6000])


def trained_on(reviews, titles, headlines, lexicon):
    counts = counted(titles, headlines)
    return [
        {"set": "NSMC (film reviews)", "license": "CC0", "rows": reviews},
        {"set": "KLUE YNAT v1.1 train, titles labelled weakly by our own words", "license": "CC BY-SA 4.0", "rows": counts["ynat"]},
        {"set": "Clickbait headlines, labelled weakly by our own words", "license": "MIT", "rows": counts["clickbait"]},
        {"set": "News Category Dataset (HuffPost), few-shot subset, labelled weakly by our own words", "license": "CC BY 4.0", "rows": counts["huffpost"]},
        {"set": "VADER's lexicon (cjhutto/vaderSentiment)", "license": "MIT", "rows": len(lexicon)},
    ]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--more")
    arguments.add_argument("--try-only", action="store_true")
    options = arguments.parse_args()
    started = time.time()
    log = lambda line: print(f"[{time.time() - started:4.0f} s] {line}", flush=True)
    tokenizer = HashedStream(BUCKETS, max_chars=1200)

    every = [(r["id"], r["document"], r["label"]) for r in rows(options.data, "nsmc/nsmc_raw_sample_train.jsonl.gz")]
    held = [(t, l) for i, t, l in every if part(i) == 0]
    seen = {squeezed(t) for t, _ in held}
    learned = [(i, t, l) for i, t, l in every if part(i) != 0 and squeezed(t) not in seen]
    titles, headlines, apart = weakly_labelled(options.data, options.more)
    lexicon = read_lexicon(options.more)
    log(", ".join(f"{len(v)} {k}" for k, v in headlines.items()) + f"; {len(lexicon)} words")

    # A tenth of the reviews and 6,000 headlines say how far margins are to be trusted; they stay out of the model that is measured.
    tuning = learn(tokenizer, [(t, l) for i, t, l in learned if part(i) != 5], headlines, lexicon, log)
    factors = calibrate(tokenizer, tuning, [(t, l) for i, t, l in learned if part(i) == 5], apart)
    log(f"factors {factors}")
    small, scale = linear.quantised(tuning[0])
    for name, table in (("float", tuning[0]), ("int8", small.astype(np.float32) * scale)):
        found = scores(tokenizer, table, tuning[1], factors, [t for t, _ in held])
        truth = np.array([l for _, l in held])
        two = found[:, [0, 2]] / found[:, [0, 2]].sum(1, keepdims=True)
        log(f"NSMC {name}: {len(held)} rows, lean {(two.argmax(1) == truth).mean():.4f}, three ways {(found.argmax(1) == 2 * truth).mean():.4f}, calibration error {linear.calibration_error(two, truth):.3f}, neutral {(found.argmax(1) == 1).mean():.3f}")
    if options.try_only:
        return
    folder = os.path.join(catalog.MODELS, "tone")
    os.makedirs(folder, exist_ok=True)
    final = learn(tokenizer, [(t, l) for _, t, l in every], headlines, lexicon, log)
    mix, shift = spread(factors)
    for file, (table, bias) in (("model.onnx", final), ("tuning.onnx", tuning)):
        small, scale = linear.quantised(table)
        parts = small, np.diag(scale) @ mix, bias @ mix + shift
        linear.export(os.path.join(folder, file), "tone", *parts)
        if file == "model.onnx":
            linear.write_golden("tone", tokenizer, *parts)
    catalog.put(
        "tone", "tone", ["model.onnx"], ["tuning.onnx"],
        tokenizer=tokenizer.describe(), labels=TONES,
        trainedOn=trained_on(len(every), titles, headlines, lexicon),
        license="CC BY-SA 4.0 (made in part from CC BY-SA data)", source="models/train/tone.py",
    )


if __name__ == "__main__":
    main()
