"""The event lexicon of models/severity: weak labels for training, and the baseline that a model must beat."""

import os
import re
import unicodedata

PATH = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "severity", "lexicon.tsv"))


class Lexicon:
    def __init__(self, path=PATH):
        self.entries = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    weight, _, pattern = line.rstrip("\n").split("\t")
                    self.entries.append((float(weight), re.compile(pattern)))

    def score(self, text):
        """The sum of the weights of the patterns that are found. Marks of harm count at most 6, marks against it at most −6."""
        text = unicodedata.normalize("NFC", text).lower()
        found = [weight for weight, pattern in self.entries if pattern.search(text)]
        return min(6, sum(w for w in found if w > 0)) + max(-6, sum(w for w in found if w < 0))

    def without(self, text, chance, share):
        """The text with each word that marks harm left out with the given chance."""
        text = unicodedata.normalize("NFC", text)
        spans = [m.span() for weight, pattern in self.entries if weight > 0 for m in pattern.finditer(text.lower())]
        if not spans or len(text.lower()) != len(text):
            return text
        for start, end in sorted(spans, reverse=True):
            if chance.random() < share:
                text = text[:start] + " " + text[end:]
        return text
