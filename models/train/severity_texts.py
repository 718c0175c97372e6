"""The openly licensed texts that models/severity learns from, with what their own sets say of them; nothing near a labelled row is among them."""

import json
import os
import random
import tarfile

import severity_gold
from severity_gold import lines, traces

SETS = {
    "ynat": ("KLUE YNAT v1.1 train", "CC BY-SA 4.0"),
    "clickbait": ("Clickbait headlines", "MIT"),
    "sib200": ("SIB-200 train, Korean and English", "Apache-2.0; text from FLORES, CC BY-SA 4.0"),
    "sts": ("KorSTS train, sentences from news", "CC BY-SA 4.0"),
    "wcxb": ("WCXB 1.0 development pages, titles", "CC BY 4.0"),
    "nsmc": ("NSMC, film reviews, all mild", "CC0"),
}

# What the sets' own topics say before a word is read: sports, lists and films tell of nobody's harm, whatever their words.
MILDER = {"스포츠": 4.0, "생활문화": 1.0, "IT과학": 1.2, "경제": 1.0, "정치": 0.5, "clickbait": 5.0, "sports": 1.5, "entertainment": 1.5, "travel": 2.0, "science/technology": 1.0}


def labelled(part="validation"):
    name = {"test": "labelled.jsonl", "validation": "labelled.validation.jsonl"}[part]
    with open(os.path.join(severity_gold.MODELS, "severity", name), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def every(root, seed):
    """(set, text, how much milder its topic makes it)."""
    for row in lines(root, "ynat/train/ynat-v1_train.jsonl.gz"):
        yield "ynat", row["title"], MILDER.get(row["label"], 0.0)
    for row in lines(root, "clickbait/clickbait_train.jsonl.gz"):
        yield "clickbait", row["headline"], MILDER.get(row["label"], 0.0)
    for name in ("eng_Latn", "kor_Hang"):
        for row in lines(root, f"sib200/{name}_train.jsonl.gz"):
            yield "sib200", row["text"].strip('"'), MILDER.get(row["category"], 0.5)
    seen = set()
    for row in lines(root, "korsts/korsts_train.jsonl.gz"):
        for text in (row["sentence1"], row["sentence2"]):
            if text not in seen:
                seen.add(text)
                yield "sts", text, 0.0 if row["genre"] == "main-news" else 2.0
    with tarfile.open(os.path.join(root, "wcxb/wcxb-dev.tar.xz")) as pages:
        for member in pages:
            if "/ground-truth/" in member.name and member.name.endswith(".json"):
                title = (json.load(pages.extractfile(member))["ground_truth"].get("title") or "").strip()
                if title:
                    yield "wcxb", title, 1.0
    reviews = [row["document"] for row in lines(root, "nsmc/nsmc_raw_sample_train.jsonl.gz") if len(row["document"]) > 15]
    for text in random.Random(seed).sample(reviews, 5000):
        yield "nsmc", text, 5.0


def training(root, seed):
    """All of them but the labelled ones, their near copies and repetitions."""
    kept = {trace for part in ("test", "validation") for row in labelled(part) for trace in traces(row["text"])}
    seen = set()
    for name, text, milder in every(root, seed):
        own = traces(text)
        squeezed = severity_gold.squeezed(text)
        if kept.isdisjoint(own) and squeezed and squeezed not in seen:
            seen.add(squeezed)
            yield name, text, milder
