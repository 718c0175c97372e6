"""Draws the headlines that a reader labelled for models/severity and joins them with the labels.

    python3 models/train/severity_gold.py draw --data ../shared/data > to-read.tsv
    python3 models/train/severity_gold.py join --data ../shared/data --labels labels.tsv     (id, tab, level)

Only openly licensed sets, because the texts go into the repository. The draw knows no lexicon and no model: rows stand in the order of the SHA-256
of "severity:" and their text, and each stratum gives its first so many. Strata are the sets' own topics, weighted so that grave events are well
represented: topics that report harm (society, world) give more rows than those that do not. The first rows are the test, the next the validation.
Even so one Korean headline in ten was grave, so 600 more of society and world were read in the same order: the grave ones of them (three of four for
the test, the fourth for the validation) stand in the place of as many mild ones, the last of the same two topics.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import tarfile
import unicodedata

MODELS = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
YNAT = ("KLUE YNAT v1.1 train", "CC BY-SA 4.0")
CLICKBAIT = ("Clickbait headlines", "MIT")
SIB = ("SIB-200 train", "Apache-2.0; text from FLORES, CC BY-SA 4.0")
WCXB = ("WCXB 1.0 development pages, titles", "CC BY 4.0")

# (language, set, the set's own topic): rows for the test, for the validation, and read for their grave ones.
STRATA = {
    ("ko", YNAT, "사회"): (70, 26, 300), ("ko", YNAT, "세계"): (70, 26, 300), ("ko", YNAT, "경제"): (12, 5, 0), ("ko", YNAT, "정치"): (14, 5, 0),
    ("ko", YNAT, "생활문화"): (12, 5, 0), ("ko", YNAT, "IT과학"): (8, 3, 0), ("ko", YNAT, "스포츠"): (14, 5, 0),
    ("en", CLICKBAIT, "news"): (155, 60, 0), ("en", CLICKBAIT, "clickbait"): (20, 7, 0), ("en", SIB, "any"): (15, 5, 0), ("en", WCXB, "article"): (10, 3, 0),
}


def lines(root, name):
    with gzip.open(os.path.join(root, name), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def squeezed(text):
    return "".join(c for c in unicodedata.normalize("NFC", text).lower() if c.isalnum())


def traces(text):
    """What a near copy shares: the letters and digits, or four words running."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return {squeezed(text), *zip(words, words[1:], words[2:], words[3:])}


def candidates(root):
    for row in lines(root, "ynat/train/ynat-v1_train.jsonl.gz"):
        yield ("ko", YNAT, row["label"]), row["guid"], row["title"]
    for i, row in enumerate(lines(root, "clickbait/clickbait_train.jsonl.gz")):
        yield ("en", CLICKBAIT, row["label"]), f"clickbait-{i}", row["headline"]
    for row in lines(root, "sib200/eng_Latn_train.jsonl.gz"):
        yield ("en", SIB, "any"), f"sib200-{row['index_id']}", row["text"].strip('"')
    with tarfile.open(os.path.join(root, "wcxb/wcxb-dev.tar.xz")) as pages:
        for member in pages:
            if "/ground-truth/" in member.name and member.name.endswith(".json"):
                page = json.load(pages.extractfile(member))
                title = (page["ground_truth"].get("title") or "").strip()
                kind = page.get("page_type") or page.get("_internal", {}).get("page_type", {})
                kind = kind.get("primary") if isinstance(kind, dict) else kind
                if title and kind == "article":
                    yield ("en", WCXB, "article"), "wcxb-" + os.path.basename(member.name)[:-5], title


def draw(root):
    """(part, stratum, id, text) of each row to read: the test, the validation, and what is read for its grave rows alone."""
    order = sorted(candidates(root), key=lambda row: hashlib.sha256(("severity:" + row[2]).encode()).digest())
    taken = {stratum: [] for stratum in STRATA}
    seen = set()
    for stratum, key, text in order:
        if stratum in STRATA and len(taken[stratum]) < sum(STRATA[stratum]) and seen.isdisjoint(traces(text)):
            seen |= traces(text)
            taken[stratum].append((key, text))
    for number, part in enumerate(("test", "validation", "more")):
        for stratum, rows in taken.items():
            first = sum(STRATA[stratum][:number])
            for key, text in rows[first:first + STRATA[stratum][number]]:
                yield part, stratum, key, text


def join(root, levels):
    """The rows of the test and of the validation with their levels; a row of "more" without one is mild."""
    every = list(draw(root))
    parts = {part: [row for row in every if row[0] == part] for part in ("test", "validation")}
    graves = [row for row in every if row[0] == "more" and levels.get(row[2], 0) >= 2]
    for part, chosen in (("test", [row for i, row in enumerate(graves) if i % 4 != 3]), ("validation", graves[3::4])):
        topics = {row[1] for row in graves}
        for _ in chosen:
            last = max(i for i, row in enumerate(parts[part]) if row[1] in topics and levels[row[2]] < 2)
            del parts[part][last]
        parts[part] += chosen
    return parts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["draw", "join"])
    parser.add_argument("--data", required=True)
    parser.add_argument("--labels")
    given = parser.parse_args()
    if given.step == "draw":
        for _, _, key, text in draw(given.data):
            print(key, text, sep="\t")
        return
    with open(given.labels, encoding="utf-8") as file:
        levels = {key: int(level) for key, level in (line.split() for line in file)}
    for part, rows in join(given.data, levels).items():
        with open(os.path.join(MODELS, "severity", {"test": "labelled.jsonl", "validation": "labelled.validation.jsonl"}[part]), "w", encoding="utf-8") as file:
            for _, (language, source, _), key, text in rows:
                level = levels[key]
                row = {"id": key, "text": text, "label": "grave" if level >= 2 else "mild", "level": level, "language": language, "source": source[0], "license": source[1]}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
