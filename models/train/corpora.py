"""The open data that text_embedding.py learns from, each set with its licence, and the rule that keeps a part of it apart."""

import gzip
import hashlib
import json
import os
import random
import re
import tarfile
import unicodedata

SETS = [
    ("KLUE YNAT v1.1 train (Korean headlines, topics)", "CC BY-SA 4.0"),
    ("SIB-200 train, Korean and English (topics, translations of each other)", "Apache-2.0; text from FLORES, CC BY-SA 4.0"),
    ("KorSTS train (Korean sentence pairs, similarity 0-5)", "CC BY-SA 4.0"),
    ("KorNLI (XNLI dev, Korean; entailed pairs)", "CC BY-SA 4.0"),
    ("NSMC (Korean film reviews, labels unused)", "CC0"),
    ("Clickbait (English headlines, labels unused)", "MIT"),
    ("WCXB 1.0 dev (English pages: title and first sentence, neighbouring sentences)", "CC BY 4.0"),
]

HELD_OUT_RULE = (
    "YNAT (no dates, rows shuffled): the last tenth of the rows, and every earlier row that shares three words running with a held-out title, "
    "or has its letters and digits, is dropped from training and from the search index; "
    "KorSTS: MD5 of filename|year|id modulo 5 is 0, and every training pair that shares a sentence with those is dropped; "
    "SIB-200: index_id modulo 5 is 0, in both languages"
)


def rows(root, name):
    with gzip.open(os.path.join(root, name), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def squeezed(text):
    return "".join(c for c in unicodedata.normalize("NFC", text).lower() if c.isalnum())


def traces(title):
    words = unicodedata.normalize("NFC", title).lower().split()
    return [squeezed(title), *zip(words, words[1:], words[2:])]


def ynat(root):
    every = sorted(rows(root, "ynat/train/ynat-v1_train.jsonl.gz"), key=lambda r: r["guid"])
    cut = len(every) * 9 // 10
    held = every[cut:]
    seen = {trace for r in held for trace in traces(r["title"])}
    train = [r for r in every[:cut] if seen.isdisjoint(traces(r["title"]))]
    return [[(r["title"], r["label"]) for r in part] for part in (train, held)]


def korsts(root):
    train, held = [], []
    for r in rows(root, "korsts/korsts_train.jsonl.gz"):
        digest = hashlib.md5(f"{r['filename']}|{r['year']}|{r['id']}".encode()).digest()
        (held if int.from_bytes(digest[:4], "big") % 5 == 0 else train).append((r["sentence1"], r["sentence2"], float(r["score"])))
    seen = {squeezed(s) for a, b, _ in held for s in (a, b)}
    return [p for p in train if squeezed(p[0]) not in seen and squeezed(p[1]) not in seen], held


def sib200(root):
    korean = {r["index_id"]: r for r in rows(root, "sib200/kor_Hang_train.jsonl.gz")}
    train, held = [], []
    for r in rows(root, "sib200/eng_Latn_train.jsonl.gz"):
        if r["index_id"] in korean:
            pair = (korean[r["index_id"]]["text"], r["text"], r["category"])
            (held if int(r["index_id"]) % 5 == 0 else train).append(pair)
    return train, held


def kornli(root):
    return [(r["sentence1"], r["sentence2"]) for r in rows(root, "kornli/xnli.dev.ko.jsonl.gz") if r["gold_label"] == "entailment"]


def headlines(root):
    return [r["headline"] for r in rows(root, "clickbait/clickbait_train.jsonl.gz")]


def reviews(root):
    return [r["document"] for r in rows(root, "nsmc/nsmc_raw_sample_train.jsonl.gz") if len(r["document"]) > 20]


def page_pairs(root, seed, most_a_page=40):
    """Title with first sentence, and sentences that stand side by side in one paragraph or across two."""
    pairs = []
    chance = random.Random(seed)
    with tarfile.open(os.path.join(root, "wcxb/wcxb-dev.tar.xz")) as pages:
        for member in pages:
            if "/ground-truth/" not in member.name or not member.name.endswith(".json"):
                continue
            truth = json.load(pages.extractfile(member))["ground_truth"]
            text = truth.get("main_content") or ""
            sentences = [s.strip() for s in re.split(r"(?<=[.!?。])\s+|\n+", text) if 25 <= len(s.strip()) <= 400]
            own = list(zip(sentences, sentences[1:]))
            chance.shuffle(own)
            own = own[:most_a_page]
            if truth.get("title") and sentences:
                own += [(truth["title"], sentence) for sentence in sentences[:3]]
            pairs += own
    return pairs
