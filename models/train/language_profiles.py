#!/usr/bin/env python3
"""Makes the language profiles that TrendGrains.Reading/Language compares a text with, and the sentences they are measured on.

    python3 models/train/language_profiles.py --sib DIR --ntrex DIR --gsd DIR --clickbait FILE

DIRs: data/annotated of SIB-200 (github.com/dadelani/sib-200, 593cea885199; only its train.tsv files are read), a checkout of NTREX-128
(github.com/MicrosoftTranslator/NTREX, 8561f6a622db), and one folder with the dev and test files of UD_Japanese-GSD (7bc20119f476) and
UD_Chinese-GSDSimp (eb3aed31ebb1), all CC BY-SA 4.0 (SIB-200's labels Apache-2.0, its sentences FLORES-200's); clickbait_train.jsonl.gz,
English headlines (github.com/bhargaviparanjape/clickbait, MIT). Standard library only; the same input gives the same bytes.

Kept apart from the counts: SIB-200 rows whose index_id is a multiple of 5, NTREX documents whose name's SHA-256 begins with a multiple
of 5, GSD sentences likewise by their text. Of these the half that is a multiple of 10 sets the confidence (Reading/Language/Posterior);
sentences of the other half go into models/language/sentences.jsonl.gz, which `trendgrains evaluate language` scores.
"""

import argparse
import collections
import csv
import gzip
import hashlib
import io
import json
import math
import struct
import unicodedata
from pathlib import Path

# BCP 47 tag, SIB-200 codes, NTREX codes. One tag may have two profiles' worth of text: both Norwegians, both Portugueses.
LANGUAGES = {
    "Latn": """en eng eng|de deu deu|fr fra fra|es spa spa,spa-MX|it ita ita|pt por por,por-BR|nl nld nld|sv swe swe|da dan dan
        no nob,nno nob,nno|fi fin fin|pl pol pol|cs ces ces|sk slk slk|hu hun hun|ro ron ron|hr hrv hrv|bs bos bos|sr - srp-Latn|sl slv slv
        et est est|lv lvs lav|lt lit lit|tr tur tur|az azj aze-Latn|uz uzn uzb|vi vie vie|id ind ind|ms zsm msa|tl tgl fil|ca cat cat
        gl glg glg|eu eus eus|sw swh swa|is isl isl|fo fao fao|sq als sqi|ga gle gle|cy cym cym|mt mlt mlt|lb ltz ltz|af afr afr|so som som
        zu zul zul|xh xho xho|ha hau hau|yo yor yor|ig ibo ibo|rw kin kin|eo epo -|ku kmr kmr|mg plt mlg|mi mri mri|tk tuk tuk|om gaz orm
        sn sna sna-Latn""",
    "Cyrl": """ru rus rus|uk ukr ukr|be bel bel|bg bul bul|mk mkd mkd|sr srp srp-Cyrl|kk kaz kaz|ky kir kir|tt tat tat|ba bak bak|mn khk mon
        tg tgk tgk-Cyrl""",
    "Arab": "ar arb arb|fa pes,prs fas,prs|ur urd urd|ps pbt pus|ckb ckb ckb-Arab|sd snd snd-Arab|ug uig uig",
    "Deva": "hi hin hin|mr mar mar|ne npi nep",
    "Beng": "bn ben ben|as asm -",
    "Ethi": "am amh amh|ti tir tir",
    "Hebr": "he heb heb|yi ydd -",
}
# Scripts of one language are known by their letters alone; their sentences are only measured on.
ALONE = {
    "Hang": "ko kor kor", "Jpan": "ja jpn jpn", "Hans": "zh zho zho-CN", "Hant": "zh zho zho-TW", "Grek": "el ell ell", "Thai": "th tha tha",
    "Armn": "hy hye hye", "Geor": "ka kat kat", "Guru": "pa pan pan", "Gujr": "gu guj guj", "Taml": "ta tam tam", "Telu": "te tel tel",
    "Knda": "kn kan kan", "Mlym": "ml mal mal", "Sinh": "si sin sin", "Mymr": "my mya mya", "Laoo": "lo lao lao", "Khmr": "km khm khm",
}
KEPT = {"Latn": 76_000, "Cyrl": 30_000, "Arab": 18_000, "Deva": 8_000, "Beng": 4_000, "Ethi": 4_000, "Hebr": 4_000, "Hani": 30_000}
LEAST_SEEN = 4
LONGEST_GRAM = 4
LONGEST_WORD = 12
SMOOTHING = 0.05
STEP = 0.5
HEADLINES = 6_000
MEASURED = 20  # sentences of each set and language


def turn(text):
    return hashlib.sha256(text.encode()).digest()[0]


def words(text):
    word = []
    for c in unicodedata.normalize("NFC", text).lower() + " ":
        if unicodedata.category(c)[0] in "LM":
            word.append(c)
        elif word:
            yield "".join(word)
            word = []


def letters(text):
    """1- to 4-grams of each word between marks, and the word itself where it is longer: what Reading/Language/Grams reads."""
    for word in words(text):
        marked = f"_{word}_"
        for start in range(len(marked)):
            for n in range(1, LONGEST_GRAM + 1):
                if start + n <= len(marked) and marked[start:start + n] != "_":
                    yield n, marked[start:start + n]
        if LONGEST_GRAM < len(marked) <= LONGEST_WORD + 2:
            yield LONGEST_GRAM + 1, marked


def ideographs(text):
    """Ideographs one by one and in pairs of neighbours."""
    before = None
    for c in unicodedata.normalize("NFC", text):
        if "\u4e00" <= c <= "\u9fff" or c == "々":
            yield 1, c
            if before:
                yield 2, before + c
            before = c
        else:
            before = None


class Corpus:
    def __init__(self, sib, ntrex, gsd, clickbait):
        self.sib, self.ntrex, self.gsd, self.clickbait = Path(sib), Path(ntrex), Path(gsd), clickbait
        self.documents = (self.ntrex / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")

    def rows(self, script, names):
        """(remainder of 10, set, sentence)"""
        _, sib, ntrex = names.split()
        for code in (c for c in sib.split(",") if c != "-"):
            with open(self.sib / f"{code}_{script}" / "train.tsv", encoding="utf-8") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    yield int(row["index_id"]) % 10, "SIB-200", row["text"].strip()
        for code in (c for c in ntrex.split(",") if c != "-"):
            name = "src.eng" if code == "eng" else f"ref.{code}"
            lines = (self.ntrex / "NTREX-128" / f"newstest2019-{name}.txt").read_text(encoding="utf-8").split("\n")
            for document, line in zip(self.documents, lines):
                if line.strip():
                    yield turn(document) % 10, "NTREX-128", line.strip()

    def headlines(self):
        with gzip.open(self.clickbait, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line)["headline"] for line in lines]
        return sorted(rows, key=lambda r: hashlib.sha256(r.encode()).digest())[:HEADLINES]

    def treebank(self, language):
        for file in sorted(self.gsd.glob(f"{language}_gsd*.conllu")):
            with open(file, encoding="utf-8") as lines:
                for line in lines:
                    if line.startswith("# text = "):
                        yield turn(line) % 10, line[9:].strip()


def languages(names):
    return [n.strip() for line in names.split("\n") for n in line.split("|") if n.strip()]


def profile(script, counted):
    """counted: tag -> Counter of (order, gram). Keeps the grams that tell most, and says how far above unseen each language has them."""
    tags = sorted(counted)
    orders = sorted({order for grams in counted.values() for order, _ in grams})
    vocabulary = collections.defaultdict(list)
    for index, tag in enumerate(tags):
        for gram, count in counted[tag].items():
            vocabulary[gram].append((index, count))
    vocabulary = {g: c for g, c in vocabulary.items() if sum(n for _, n in c) >= LEAST_SEEN}
    sizes = collections.Counter(order for order, _ in vocabulary)
    totals = {(i, o): 0 for i in range(len(tags)) for o in orders}
    for (order, _), counts in vocabulary.items():
        for index, count in counts:
            totals[index, order] += count
    everything = sum(totals.values())
    prior = [sum(totals[i, o] for o in orders) / everything for i in range(len(tags))]

    def told(counts):
        """What the gram says of the language, in all its occurrences."""
        seen, total = dict(counts), sum(n for _, n in counts) + 0.1 * len(tags)
        return total * sum((p := (seen.get(i, 0) + 0.1) / total) * math.log(p / prior[i]) for i in range(len(tags)))

    kept = sorted(sorted(vocabulary, key=lambda g: (-round(told(vocabulary[g]), 6), g))[: KEPT[script]], key=lambda g: g[1])
    floors = [[math.log(SMOOTHING / (totals[i, o] + SMOOTHING * sizes[o])) for o in orders] for i in range(len(tags))]
    return tags, floors, [(gram, [(i, round(math.log(1 + n / SMOOTHING) / STEP)) for i, n in sorted(vocabulary[order, gram])]) for order, gram in kept]


def write(path, profiles):
    """Little endian: see Reading/Language/ProfileFile, which reads it."""
    out = io.BytesIO()
    out.write(b"TGL1" + struct.pack("<fB", STEP, len(profiles)))
    text = lambda s: struct.pack("<B", len(s.encode())) + s.encode()
    for script, (tags, floors, grams) in profiles.items():
        out.write(text(script) + struct.pack("<BBI", len(tags), len(floors[0]), len(grams)))
        for tag, floor in zip(tags, floors):
            out.write(text(tag) + struct.pack(f"<{len(floor)}f", *floor))
        before = ""
        for gram, _ in grams:
            shared = next((i for i, (a, b) in enumerate(zip(before, gram)) if a != b), min(len(before), len(gram)))
            out.write(struct.pack("<B", shared) + text(gram[shared:]))
            before = gram
        # Columns of like things compress best.
        out.write(bytes(len(languages) for _, languages in grams))
        out.write(bytes(index for _, languages in grams for index, _ in languages))
        out.write(bytes(level for _, languages in grams for _, level in languages))
    with open(path, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=9, mtime=0) as packed:
        packed.write(out.getvalue())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("sib", "ntrex", "gsd", "clickbait"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--held", help="also write every sentence kept apart, {text, language, set, half}, for setting the confidence")
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    given = parser.parse_args()
    corpus = Corpus(given.sib, given.ntrex, given.gsd, given.clickbait)
    profiles, held = {}, []

    def keep(remainder, name, text, tag, script):
        held.append({"text": text, "language": tag, "script": script, "set": name, "half": "confidence" if remainder == 0 else "measured"})

    for script, names in LANGUAGES.items():
        counted = collections.defaultdict(collections.Counter)
        for row in languages(names):
            tag = row.split()[0]
            for remainder, name, text in corpus.rows(script, row):
                if remainder % 5 == 0:
                    keep(remainder, name, text, tag, script)
                else:
                    counted[tag].update(letters(text))
        if script == "Latn":
            for headline in corpus.headlines():
                counted["en"].update(letters(headline))
        profiles[script] = profile(script, counted)
    counted = {"ja": collections.Counter(), "zh": collections.Counter()}
    for script, row in ALONE.items():
        tag = row.split()[0]
        for remainder, name, text in corpus.rows(script, row):
            if remainder % 5 == 0:
                keep(remainder, name, text, tag, script)
            elif tag in counted:
                counted[tag].update(ideographs(text))
    for tag in counted:
        for remainder, text in corpus.treebank(tag):
            if remainder % 5 != 0:
                counted[tag].update(ideographs(text))
    profiles["Hani"] = profile("Hani", counted)
    write(given.root / "src/TrendGrains.Reading/Language/profiles.bin.gz", profiles)

    measured = collections.defaultdict(list)
    for row in sorted((r for r in held if r["half"] == "measured"), key=lambda r: hashlib.sha256(r["text"].encode()).digest()):
        measured[row["script"], row["language"], row["set"]].append(row)
    rows = [r for key in sorted(measured) for r in measured[key][:MEASURED]]
    folder = given.root / "models/language"
    folder.mkdir(exist_ok=True)
    with open(folder / "sentences.jsonl.gz", "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=9, mtime=0) as packed:
        for number, row in enumerate(rows):
            line = {"id": number, "text": row["text"], "language": row["language"], "script": row["script"], "set": row["set"]}
            packed.write((json.dumps(line, ensure_ascii=False) + "\n").encode())
    if given.held:
        with open(given.held, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in held)
    for script, (tags, _, grams) in profiles.items():
        print(f"{script}: {len(tags)} languages, {len(grams):,} grams, {sum(len(c) for _, c in grams):,} counts")
    print(f"{len(rows):,} sentences to measure on, {sum(r['half'] == 'confidence' for r in held):,} to set the confidence by")


if __name__ == "__main__":
    main()
