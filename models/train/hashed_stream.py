"""Hashed n-grams that run across words, with marks and pairs of words: the tokenizer `hashed-ngrams-2`, of models/tone.

src/TrendGrains.Inference/Tokenizers/HashedStream.cs is the same thing in C#; tone.golden.json holds them together.

    text -> prefix, NFC and lower case as in hashed_ngrams.py; of a letter or mark that is repeated, the first three in a row
         -> words: runs of letters, and runs of ASCII marks or U+2026 (`...`, `?!`, `^^`), which are words of their own; other separators part words
         -> with a space before, between and after the words: n-grams of `letters` lengths, a lone space aside
         -> n-grams of `words` lengths of whole words
         -> FNV-1a over code points (over the words' own hashes), mixed, modulo `buckets`; weight = square root of how often
A text without words has one feature: the hash of nothing.
"""

import unicodedata

import numpy as np
import scipy.sparse as sp

from hashed_ngrams import GRAM_SEED, MASK, PRIME, WORD_SEED, is_separator, lower, mix

PAIR_SEED, SPACE, MOST_REPEATED = 0x1B873593, 0x20, 3


def is_mark(c):
    return 0x20 < c < 0x7F or c == 0x2026


class HashedStream:
    def __init__(self, buckets, max_chars=1024, letters=(1, 4), words=(1, 2)):
        self.buckets, self.max_chars, self.letters, self.words = buckets, max_chars, letters, words
        self.parting = {}

    def describe(self):
        return {
            "kind": "hashed-ngrams-2",
            "hash": "fnv1a-32 over code points, murmur3 finaliser",
            "buckets": self.buckets,
            "maxChars": self.max_chars,
            "cjkNGrams": list(self.letters),
            "otherNGrams": list(self.letters),
            "wordNGrams": list(self.words),
        }

    def parted(self, text):
        prefix = "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF or c == "\ufffe" else c for c in text[: self.max_chars])
        words, word, of_marks, last, run = [], [], False, -1, 0
        for c in unicodedata.normalize("NFC", prefix):
            c = lower(ord(c))
            run = run + 1 if c == last else 1
            last = c
            if run > MOST_REPEATED:
                continue
            parts = self.parting.get(c)
            if parts is None:
                parts = self.parting[c] = is_separator(c)
            if parts and not is_mark(c):
                if word:
                    words.append(word)
                    word = []
                continue
            if word and of_marks != parts:
                words.append(word)
                word = []
            of_marks = parts
            word.append(c)
        if word:
            words.append(word)
        return words

    def features(self, text):
        """The reference: (buckets, weights), the buckets distinct."""
        counts = {}

        def add(h):
            bucket = mix(h) % self.buckets
            counts[bucket] = counts.get(bucket, 0) + 1

        words = self.parted(text)
        stream = [SPACE]
        for word in words:
            stream += [*word, SPACE]
        for start in range(len(stream) if words else 0):
            h = GRAM_SEED
            for size in range(1, min(self.letters[1], len(stream) - start) + 1):
                h = (h ^ stream[start + size - 1]) * PRIME & MASK
                if size >= self.letters[0] and (size > 1 or stream[start] != SPACE):
                    add(h)
        own = []
        for word in words:
            h = WORD_SEED
            for c in word:
                h = (h ^ c) * PRIME & MASK
            own.append(h)
        for start in range(len(own)):
            h = PAIR_SEED
            for size in range(1, min(self.words[1], len(own) - start) + 1):
                h = (h ^ own[start + size - 1]) * PRIME & MASK
                if size >= self.words[0]:
                    add(h)
        if not counts:
            add(GRAM_SEED)
        return list(counts), [n**0.5 for n in counts.values()]

    def matrix(self, texts):
        """Rows of unit length, all at once; the same numbers as features()."""
        parted = [self.parted(text) for text in texts]
        streams = [[SPACE, *(c for word in words for c in (*word, SPACE))] if words else [] for words in parted]
        own = []
        for words in parted:
            hashes = []
            for word in words:
                h = WORD_SEED
                for c in word:
                    h = (h ^ c) * PRIME & MASK
                hashes.append(h)
            own.append(hashes)
        rows, hashes = zip(*(self.grams(streams, self.letters, GRAM_SEED, True), self.grams(own, self.words, PAIR_SEED, False)))
        empty = np.array([i for i, words in enumerate(parted) if not words], np.int64)
        rows, hashes = np.concatenate([*rows, empty]), np.concatenate([*hashes, np.full(len(empty), mix(GRAM_SEED), np.uint32)])
        counts = sp.coo_matrix((np.ones(len(rows), np.float32), (rows, (hashes % np.uint32(self.buckets)).astype(np.int64))), (len(texts), self.buckets)).tocsr()
        counts.sum_duplicates()
        # The root of the counts, over its length, which is the root of how many n-grams there are.
        lengths = np.sqrt(np.asarray(counts.sum(1)).ravel())
        counts.data = np.sqrt(counts.data)
        return (sp.diags((1 / lengths).astype(np.float32)) @ counts).tocsr()

    def grams(self, streams, lengths, seed, no_lone_space):
        sizes = np.fromiter((len(s) for s in streams), np.int64, len(streams))
        flat = np.fromiter((c for s in streams for c in s), np.uint32, int(sizes.sum()))
        row = np.repeat(np.arange(len(streams)), sizes)
        rows, hashes, h = [np.zeros(0, np.int64)], [np.zeros(0, np.uint32)], np.full(len(flat), seed, np.uint32)
        for size in range(1, lengths[1] + 1):
            count = len(flat) - size + 1
            if count <= 0:
                break
            h = (h[:count] ^ flat[size - 1 :]) * np.uint32(PRIME)
            if size >= lengths[0]:
                inside = row[:count] == row[size - 1 :]
                if no_lone_space and size == 1:
                    inside &= flat != SPACE
                rows.append(row[:count][inside])
                hashes.append(mixed(h[inside]))
        return np.concatenate(rows), np.concatenate(hashes)


def mixed(h):
    h = h ^ h >> np.uint32(16)
    h = h * np.uint32(0x85EBCA6B)
    h = h ^ h >> np.uint32(13)
    h = h * np.uint32(0xC2B2AE35)
    return h ^ h >> np.uint32(16)
