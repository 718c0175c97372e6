"""The rows that `trendgrains evaluate extract --features` writes, and what the block models need beside them."""

import json
import re

import numpy as np

WORD = re.compile(r"\w+")
HOPELESS = 0.2
STEPS = 64
MOST_COMMENTS = 0.2


class Page:
    def __init__(self, line, at):
        self.id, self.kind, self.fold, self.is_held_out = line["id"], line["kind"], line["fold"], line["isHeldOut"]
        self.words = np.array(line["words"], float)
        self.shares = np.array(line["shares"], float)
        self.size = len(self.words)
        self.at = at
        numbers = {}
        self.gold = self.bag(line["gold"], numbers)
        self.blocks = [self.bag(text, numbers) for text in line["texts"]]
        self.gold_words = len(self.gold)
        self.gold = np.bincount(self.gold, minlength=len(numbers))

    @staticmethod
    def bag(text, numbers):
        return np.array([numbers.setdefault(word, len(numbers)) for word in WORD.findall(text.lower())], np.int64)

    @property
    def rows(self):
        return slice(self.at, self.at + self.size)

    def f1(self, keep):
        """Word F1 of a choice of blocks, as WCXB counts it."""
        chosen = [self.blocks[i] for i in np.flatnonzero(keep)]
        bag = np.bincount(np.concatenate(chosen), minlength=len(self.gold)) if chosen else np.zeros(len(self.gold), int)
        words = int(bag.sum())
        if words == 0 or self.gold_words == 0:
            return 1.0 if words == self.gold_words else 0.0
        return 2 * int(np.minimum(bag, self.gold).sum()) / (words + self.gold_words)


def is_one_text(page, rows, kinds, names):
    """ContentChoice.cs: an article whose visitors have not written a part of it."""
    if page.size == 0 or names[kinds[int(np.argmax(rows[page.at, kinds]))]] != "page.kind_article":
        return False
    return (page.words * rows[page.rows, names.index("around.comments")]).sum() <= page.words.sum() * MOST_COMMENTS


def load(path):
    """(names of the features, pages, rows of all their blocks)."""
    with open(path, encoding="utf-8") as lines:
        names = json.loads(next(lines))["features"]
        rows = np.memmap(path + ".bin", dtype=np.float32, mode="r").reshape(-1, len(names))
        kinds = [i for i, name in enumerate(names) if name.startswith("page.kind_")]
        pages, at = [], 0
        for line in lines:
            page = Page(json.loads(line), at)
            page.is_one_text = is_one_text(page, rows, kinds, names)
            pages.append(page)
            at += pages[-1].size
    assert at == len(rows)
    return names, pages, rows


def weights(page):
    """Words count as they do in F1: against the gold of their page, so that every page counts alike."""
    return page.words / (page.gold_words + 0.5 * page.words.sum() + 1) + 0.1 / page.size


def draw(pages, count, seed):
    """About so many blocks, the weightier the likelier, and the weights that make up for it: (places, shares, weights)."""
    pages = [p for p in pages if p.size > 0 and p.gold_words > 0]
    weight = np.concatenate([weights(p) for p in pages])
    places = np.concatenate([np.arange(p.at, p.at + p.size) for p in pages])
    shares = np.concatenate([p.shares for p in pages])
    likely = weight**0.7
    low, high = 0.0, 1e9
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if np.minimum(1, middle * likely).sum() > count else (middle, high)
    chance = np.minimum(1, high * likely)
    drawn = np.random.default_rng(seed).random(len(chance)) < chance
    return places[drawn], shares[drawn], (weight / chance)[drawn]


def best_choice(page, chances, together):
    """The blocks whose expected F1 is highest (ExpectedF1.cs)."""
    keep = np.zeros(page.size, bool)
    if page.words.sum() == 0:
        return keep
    order = np.argsort(-chances, kind="stable")
    chosen = np.cumsum(page.words[order])
    if together:
        bounds = (np.arange(STEPS) + 0.5) / STEPS
        content = np.concatenate([[0], chosen])[np.searchsorted(-chances[order], -bounds, side="left")]
        expected = (2 * np.minimum(chosen[:, None], content) / np.maximum(chosen[:, None] + content, 1e-9)).mean(axis=1)
    else:
        expected = 2 * np.cumsum(chances[order] * page.words[order]) / np.maximum(chosen + (chances * page.words).sum(), 1e-9)
    if expected.max() >= (HOPELESS / 2 if together else HOPELESS):
        keep[order[: int(np.argmax(expected)) + 1]] = True
    return keep
