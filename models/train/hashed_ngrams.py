"""Hashed character n-grams: the tokenizer of models/text-embedding.

src/TrendGrains.Inference/Tokenizers/HashedNGrams.cs is the same thing in C#; text_embedding.py writes the golden file that holds them
together. Whatever changes here changes `tokenizer.kind` in the catalog.

    text -> the first `max_chars` code points (lone surrogates and U+FFFE become U+FFFD) -> NFC -> simple lower case, code point by code point
         -> words: runs without separators -> per word, between the markers 2 and 3:
              the whole word, and its n-grams: `cjk` lengths when the word holds Hangul, Han or Kana, `other` lengths else
         -> FNV-1a over code points, mixed, modulo `buckets`
    feature: bucket, weight = square root of how often it occurs; in order of first occurrence
A text without words has one feature: the word of no letters.
"""

import unicodedata

START, END = 2, 3
WORD_SEED, GRAM_SEED = 0x9747B28C, 0x811C9DC5
PRIME, MASK = 0x01000193, 0xFFFFFFFF


def is_separator(c):
    return (
        c < 0x30
        or 0x3A <= c <= 0x40
        or 0x5B <= c <= 0x60
        or 0x7B <= c <= 0xA9
        or 0xAB <= c <= 0xB4
        or 0xB6 <= c <= 0xB9
        or 0xBB <= c <= 0xBF
        or c in (0xD7, 0xF7, 0x1680, 0x180E, 0xFEFF, 0xFFFD)
        or 0x2000 <= c <= 0x206F
        or 0x2190 <= c <= 0x21FF
        or 0x2500 <= c <= 0x25FF
        or (0x3000 <= c <= 0x3020 and c not in (0x3005, 0x3007))
        or 0xFE00 <= c <= 0xFE0F
        or 0xFF01 <= c <= 0xFF0F
        or 0xFF1A <= c <= 0xFF20
        or 0xFF3B <= c <= 0xFF40
        or 0xFF5B <= c <= 0xFF65
        or 0xD800 <= c <= 0xDFFF
    )


def is_cjk(c):
    return (
        0x1100 <= c <= 0x11FF
        or 0x3005 <= c <= 0x30FF
        or 0x3131 <= c <= 0x318E
        or 0x3400 <= c <= 0x4DBF
        or 0x4E00 <= c <= 0x9FFF
        or 0xAC00 <= c <= 0xD7A3
        or 0xF900 <= c <= 0xFAFF
        or 0x20000 <= c <= 0x3FFFF
    )


def lower(c):
    small = chr(c).lower()
    return ord(small) if len(small) == 1 else c


def words(text, max_chars):
    prefix = "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF or c == "\ufffe" else c for c in text[:max_chars])
    word = []
    for c in unicodedata.normalize("NFC", prefix):
        c = lower(ord(c))
        if is_separator(c):
            if word:
                yield word
                word = []
        else:
            word.append(c)
    if word:
        yield word


def mix(h):
    h ^= h >> 16
    h = h * 0x85EBCA6B & MASK
    h ^= h >> 13
    h = h * 0xC2B2AE35 & MASK
    return h ^ h >> 16


class HashedNGrams:
    def __init__(self, buckets, max_chars=1024, cjk=(1, 3), other=(3, 5)):
        self.buckets, self.max_chars, self.cjk, self.other = buckets, max_chars, cjk, other
        self.known = {}

    def describe(self):
        return {
            "kind": "hashed-ngrams-1",
            "hash": "fnv1a-32 over code points, murmur3 finaliser",
            "buckets": self.buckets,
            "maxChars": self.max_chars,
            "cjkNGrams": list(self.cjk),
            "otherNGrams": list(self.other),
        }

    def of_word(self, word):
        h = WORD_SEED
        for c in (START, *word, END):
            h = (h ^ c) * PRIME & MASK
        found = [mix(h) % self.buckets]
        shortest, longest = self.cjk if any(map(is_cjk, word)) else self.other
        padded = (START, *word, END)
        for start in range(len(padded)):
            h = GRAM_SEED
            for length in range(1, min(longest, len(padded) - start) + 1):
                c = padded[start + length - 1]
                h = (h ^ c) * PRIME & MASK
                if length >= shortest and not (length == 1 and c in (START, END)):
                    found.append(mix(h) % self.buckets)
        return found

    def features(self, text):
        """(buckets, weights), the buckets distinct and in order of first occurrence."""
        counts = {}
        for word in words(text, self.max_chars):
            key = tuple(word)
            grams = self.known.get(key)
            if grams is None:
                grams = self.known[key] = self.of_word(key)
            for bucket in grams:
                counts[bucket] = counts.get(bucket, 0) + 1
        if not counts:
            counts = {bucket: 1 for bucket in self.of_word(())[:1]}
        return list(counts), [n**0.5 for n in counts.values()]
