"""The event lexicon of models/severity: weak labels for training, and the baseline that a model must beat."""

import os
import re
import re._constants as parts
import re._parser as parser
import unicodedata

PATH = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "severity", "lexicon.tsv"))


class Lexicon:
    def __init__(self, path=PATH):
        self.entries, self.languages = [], []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    weight, language, pattern = line.rstrip("\n").split("\t")
                    self.entries.append((float(weight), re.compile(pattern)))
                    self.languages.append(language)

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

    def examples(self, chance, each=6):
        """(weight, language, words that a pattern finds): some for each alternative, so that a rare word is seen too."""
        for (weight, pattern), language in zip(self.entries, self.languages):
            tree = parser.parse(pattern.pattern)
            found = set()
            for _ in range(each * (pattern.pattern.count("|") + 1)):
                words = " ".join(spoken(tree, chance).split())
                if pattern.search(words):
                    found.add(words)
            yield from ((weight, language, words) for words in sorted(found))


def spoken(tree, chance):
    """Something that a regular expression finds, more or less: what it looks ahead for is left out."""
    text = ""
    for kind, value in tree:
        if kind is parts.LITERAL:
            text += chr(value)
        elif kind is parts.BRANCH:
            text += spoken(chance.choice(value[1]), chance)
        elif kind is parts.SUBPATTERN:
            text += spoken(value[3], chance)
        elif kind in (parts.MAX_REPEAT, parts.MIN_REPEAT):
            least, most, inner = value
            text += "".join(spoken(inner, chance) for _ in range(chance.randint(least, max(least, min(most, 1)))))
        elif kind is parts.IN:
            text += spoken([chance.choice(value)], chance)
        elif kind is parts.CATEGORY:
            text += chance.choice("23456789") if value is parts.CATEGORY_DIGIT else ""
        elif kind is parts.AT and value is parts.AT_BOUNDARY:
            text += " "
        elif kind is parts.ANY:
            text += " "
    return text
