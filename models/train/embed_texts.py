"""What embed.py learns from beside the parallel texts, and what is kept apart from it."""

import collections
import glob
import gzip
import hashlib
import json
import os
import subprocess

import corpora

# The English texts of STS-B keep the terms of their sources; only those of the image descriptions (PASCAL VOC 2008, CC BY-SA) are open.
OPEN_STSB = {"images"}

# Beside the parallel texts: what, terms, rows.
SETS = [
    ("KorSTS train without the held-out part (Korean sentence pairs, likeness 0-5)", "CC BY-SA 4.0", 4217),
    ("STS-B train, image captions only, without the held-out part (English sentence pairs, likeness 0-5)", "CC BY-SA", 762),
    ("SIB-200 train without the held-out part (translations, topics)", "Apache-2.0; text from FLORES, CC BY-SA 4.0", 556),
    ("KLUE YNAT v1.1 train (Korean headlines, topics)", "CC BY-SA 4.0", 39116),
    ("KorNLI (XNLI dev, Korean)", "CC BY-SA 4.0", 2490),
    ("NSMC (Korean film reviews, labels unused)", "CC0", 15000),
    ("Clickbait (English headlines, labels unused)", "MIT", 25600),
    ("WCXB 1.0 dev (English pages: title and first sentence, neighbouring sentences)", "CC BY 4.0", 54737),
    ("paraKQC (Korean questions and commands in ten wordings; warnikchow/paraKQC)", "CC BY-SA 4.0", 10000),
    ("WikiSplit tune, validation, test (English sentences split in two; google-research-datasets/wiki-split)", "CC BY-SA 4.0", 15000),
    ("WordNet 3.0 glosses and synonyms (Debian wordnet-base)", "WordNet License", 117659),
]


def part_of(row, name):
    digest = hashlib.md5(f"{row[name]}|{row['year']}|{row['id']}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 5


def similar(root):
    """(part, open English, korean 1, korean 2, english 1, english 2, score); part 0 is held out, in both languages alike."""
    english = {(r["file"], r["year"], r["id"]): r for r in corpora.rows(root, "stsb/stsb_train.jsonl.gz")}
    found = []
    for r in corpora.rows(root, "korsts/korsts_train.jsonl.gz"):
        e = english[r["filename"], r["year"], r["id"]]
        found.append([part_of(r, "filename"), r["filename"] in OPEN_STSB, r["sentence1"], r["sentence2"], e["sentence1"], e["sentence2"], float(r["score"])])
    return found


def is_shared(rows, apart):
    """For each pair, whether it is kept apart or has a sentence, in either language, of what is."""
    seen = {corpora.squeezed(s) for r in rows if r[0] in apart for s in r[2:6]}
    return [r[0] in apart or any(corpora.squeezed(s) in seen for s in r[2:6]) for r in rows]


def sib200(root):
    korean = {r["index_id"]: r for r in corpora.rows(root, "sib200/kor_Hang_train.jsonl.gz")}
    return [(int(r["index_id"]) % 5, korean[r["index_id"]]["text"], r["text"], r["category"]) for r in corpora.rows(root, "sib200/eng_Latn_train.jsonl.gz") if r["index_id"] in korean]


def parallel(folder):
    sets = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        if path.endswith("-test.tsv"):
            continue
        with open(path, encoding="utf-8") as file:
            sets[os.path.basename(path)[:-4]] = [tuple(line.rstrip("\n").split("\t")) for line in file]
    return sets


def snapshot(folder, name, path):
    return subprocess.run(["git", "-C", os.path.join(folder, name, "repo"), "show", "HEAD:" + path], check=True, capture_output=True).stdout.decode("utf-8")


def paraphrases(snapshots):
    """paraKQC: Korean questions and commands, ten ways to say each."""
    groups = collections.defaultdict(list)
    for number, line in enumerate(snapshot(snapshots, "warnikchow+paraKQC", "data/paraKQC_v1.txt").splitlines()):
        parts = line.split("\t")
        if len(parts) == 3:
            groups[number // 10].append(parts[2])
    return [(a, b) for group in groups.values() for i, a in enumerate(group) for b in group[i + 1 :]]


def split_sentences(snapshots):
    """WikiSplit's small parts: an English sentence and the two simpler ones it was split into."""
    pairs = []
    for name in ("tune.tsv", "validation.tsv", "test.tsv"):
        for line in snapshot(snapshots, "google-research-datasets+wiki-split", name).splitlines():
            whole, _, parts = line.partition("\t")
            if parts:
                pairs.append((whole.replace("''", '"'), parts.replace("<::::>", " ").replace("''", '"')))
    return pairs


def wordnet(packages):
    """WordNet: the words of a sense and its gloss, and two words of one sense."""
    glosses, synonyms = [], []
    for kind in ("noun", "verb", "adj", "adv"):
        for line in open(os.path.join(packages, "wordnet-base/usr/share/wordnet/data." + kind), encoding="latin-1"):
            if line.startswith("  ") or "|" not in line:
                continue
            head, gloss = line.split("|", 1)
            parts = head.split()
            words = [parts[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(int(parts[3], 16))]
            glosses.append((", ".join(words), gloss.split('; "')[0].strip()))
            synonyms += [(words[0], w) for w in words[1:]]
    return glosses, synonyms


def inferred(root):
    """KorNLI (XNLI dev): a premise with what follows from it and what contradicts it."""
    by = collections.defaultdict(dict)
    for r in corpora.rows(root, "kornli/xnli.dev.ko.jsonl.gz"):
        by[r["sentence1"]][r["gold_label"]] = r["sentence2"]
    return [(p, f["entailment"], f["contradiction"]) for p, f in by.items() if "entailment" in f and "contradiction" in f]
