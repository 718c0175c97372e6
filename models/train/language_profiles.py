#!/usr/bin/env python3
"""Makes src/TrendGrains.Reading/Language/profiles.tsv: trigram log-frequencies of the languages that share a script.

Data: the train.tsv files of SIB-200 (github.com/dadelani/sib-200, Apache-2.0; its sentences are FLORES-200's, CC BY-SA 4.0),
one folder a language (eng_Latn/train.tsv, ...). Only counts of three letters at a time leave this script.
Every fifth row (index_id % 5 == 0) is kept out of the counts and measured; the same input gives the same bytes.

    python3 models/train/language_profiles.py DIR src/TrendGrains.Reading/Language/profiles.tsv
"""
import collections
import csv
import math
import sys
import unicodedata
from pathlib import Path

LANGUAGES = {
    "Latn": "en:eng de:deu fr:fra es:spa it:ita pt:por nl:nld sv:swe da:dan no:nob fi:fin pl:pol cs:ces sk:slk hu:hun ro:ron hr:hrv sl:slv "
            "et:est lv:lvs lt:lit tr:tur az:azj vi:vie id:ind tl:tgl ca:cat sw:swh is:isl sq:als ga:gle af:afr eu:eus gl:glg cy:cym mt:mlt "
            "so:som zu:zul ha:hau",
    "Cyrl": "ru:rus uk:ukr bg:bul be:bel sr:srp mk:mkd kk:kaz tt:tat mn:khk",
    "Arab": "ar:arb fa:pes ur:urd ckb:ckb ps:pbt",
    "Deva": "hi:hin mr:mar ne:npi",
}
KEPT = 600


def trigrams(text):
    word = []
    for c in unicodedata.normalize("NFC", text).lower() + " ":
        if unicodedata.category(c)[0] in "LM":
            word.append(c)
        elif word:
            padded = "_" + "".join(word) + "_"
            yield from (padded[i:i + 3] for i in range(len(padded) - 2))
            word = []


def rows(directory, code):
    with open(Path(directory) / code / "train.tsv", encoding="utf-8") as file:
        return [(int(r["index_id"]), r["text"]) for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def main(directory, output):
    lines, held = [], []
    for script, names in LANGUAGES.items():
        for tag, code in (name.split(":") for name in names.split()):
            counts = collections.Counter()
            for index, text in rows(directory, f"{code}_{script}"):
                if index % 5 == 0:
                    held.append((script, tag, text))
                else:
                    counts.update(trigrams(text))
            total = sum(counts.values())
            top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:KEPT]
            grams = " ".join(f"{gram}{round(-10 * math.log(count / total)):d}" for gram, count in top)
            lines.append(f"{script}\t{tag}\t{grams}")
    Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")
    measure(lines, held)


def measure(lines, held):
    profiles = collections.defaultdict(dict)
    for line in lines:
        script, tag, grams = line.split("\t")
        profiles[script][tag] = {g[:3]: -int(g[3:]) / 10 for g in grams.split(" ")}
    right = collections.Counter()
    all_ = collections.Counter()
    for script, tag, text in held:
        for length in (40, 1000):
            seen = list(trigrams(text[:length]))
            best = max(profiles[script], key=lambda t: sum(profiles[script][t].get(g, -11) for g in seen))
            all_[length] += 1
            right[length] += best == tag
    for length in all_:
        print(f"first {length} letters: {right[length] / all_[length]:.3f} of {all_[length]} held-out sentences right")


if __name__ == "__main__":
    main(*sys.argv[1:])
