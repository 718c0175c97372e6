#!/usr/bin/env python3
"""Makes src/TrendGrains.Text/Korean/nouns.txt: Korean nouns learned from open text, without a dictionary.

    python3 models/train/korean_nouns.py --data DIR

An eojeol is a left part and, often, a particle. What takes several different particles, each under its own condition on the syllable
before it, is a noun (H. Kim, soynlp's L-R graphs; the method, not its code); what mostly stands alone or takes verbal endings is none.
Data: YNAT train titles (KLUE, CC BY-SA 4.0) but for those that tests/TrendGrains.Text.Tests/TestData/eojeol.tsv was drawn from, KorSTS
train and KorNLI dev (CC BY-SA 4.0), NSMC reviews (CC0), SIB-200 train (CC BY-SA 4.0). Lines are "noun level", the level a base-2
logarithm of how often it was met. Standard library only; the same input gives the same bytes.
"""

import argparse
import collections
import gzip
import hashlib
import json
import math
import re
from pathlib import Path

# What follows a consonant, a vowel (for 로 also ㄹ), and either.
AFTER_CONSONANT = "은 이 을 과 으로 이라는 이라고 이나 이며 이다 이었다".split()
AFTER_VOWEL = "는 가 를 와 로 라는 라고 나 며 다 였다".split()
AFTER_ANY = "의 에 에서 에게 에는 에도 도 만 까지 부터 보다 처럼 들 들이 들은 들의 들을 서 엔 입니다 에서는 에선".split()
STRONG = set("은 는 을 를 의 에 에서 에게 으로 과 와 까지 부터 들이 들은 들의 들을".split())
# Last syllables of conjugated forms, by which what only ever stands alone is not taken for a noun.
VERB_ENDS = set("혀겨춰켜펴춘운다고며면던러려게워춰쳐져켜려해돼어아와봐줘까요죠네음됨된한할될인운른린긴친힌진난든온간던듯채라니나야데으질릴킬칠는은려서")
# Never the end of a noun, and forms of 하다 and 되다.
CERTAIN = set("을 를 에서 에게 으로 들이 들은 들을 에서는 에선 입니다 적으로 하지 하는 하고 한다".split())
ENDINGS = set("적으로 하지 하는 하고 한다 하기 하게 되는 되고 된다 되지".split())
LEAST = 3
LONGEST = 7


def eojeols(root):
    read = lambda name: (json.loads(line) for line in gzip.open(root / name, "rt", encoding="utf-8"))
    texts = []
    for row in read("ynat/train/ynat-v1_train.jsonl.gz"):
        if hashlib.sha256(row["title"].encode()).digest()[0] % 32:
            texts.append(re.sub(r"종합\d?보?$", "", row["title"]))
    for row in read("korsts/korsts_train.jsonl.gz"):
        texts += [row["sentence1"], row["sentence2"]]
    for row in read("kornli/xnli.dev.ko.jsonl.gz"):
        texts += [row["sentence1"], row["sentence2"]]
    for row in read("sib200/kor_Hang_train.jsonl.gz"):
        texts.append(row["text"])
    news = len(texts)
    for row in read("nsmc/nsmc_raw_sample_train.jsonl.gz"):
        texts.append(row["document"])
    counts = collections.Counter()
    for number, text in enumerate(texts):
        # Reviews are chat: they weigh a third.
        counts.update({w: 3 if number < news else 1 for w in re.findall("[가-힣]+", text)})
    return counts


def closed(syllable):
    return (ord(syllable) - 0xAC00) % 28


def follows(left, particle):
    final = closed(left[-1])
    if particle in AFTER_CONSONANT:
        return final not in (0, 8) if particle == "으로" else final != 0
    if particle in AFTER_VOWEL:
        return final in (0, 8) if particle == "로" else final == 0
    return True


def nouns(counts):
    particles = set(AFTER_CONSONANT + AFTER_VOWEL + AFTER_ANY)
    took = collections.defaultdict(collections.Counter)
    for word, count in counts.items():
        for cut in range(1, min(4, len(word) - 1) + 1):
            left, right = word[:-cut], word[-cut:]
            if right in particles and len(left) <= LONGEST and follows(left, right):
                took[left][right] += count
    found = {}
    for left in set(took) | set(counts):
        if len(left) > LONGEST:
            continue
        alone, with_particle = counts[left] // 3, {p: n // 3 for p, n in took.get(left, {}).items() if n >= 3}
        kinds, strong = len(with_particle), len(STRONG & with_particle.keys())
        tokens = sum(with_particle.values())
        if len(left) == 1:
            # One syllable is too often part of another word: KoreanStem names those it cuts after.
            continue
        if strong >= 2 and kinds >= 2 and tokens >= LEAST and (alone > 0 or kinds >= 4):
            found[left] = alone + tokens
        elif alone + tokens >= 4 and alone > 0 and left[-1] not in VERB_ENDS and not any(map(lambda c: closed(c) == 20, left)):
            found[left] = alone + tokens
    return found, took


def drop_with_particle(found, took, counts):
    """총리는 is no noun though it stands alone often: what is a commoner noun and a particle stays only if it takes particles itself."""
    kept = {}
    particles = set(AFTER_CONSONANT + AFTER_VOWEL + AFTER_ANY) | ENDINGS
    strong = {left: {p: n for p, n in rights.items() if n >= 3 and p in STRONG} for left, rights in took.items()}
    for word, count in found.items():
        own = strong.get(word, {})
        suspect = False
        for cut in range(1, min(4, len(word) - 1) + 1):
            left, right = word[:-cut], word[-cut:]
            if right in particles and follows(left, right):
                # The shorter is a noun by more particles, or by as many and more often.
                other = strong.get(left, {})
                more = len(other) > len(own) + (3 if len(left) == 1 else 0) or (len(left) > 1 and found.get(left, 0) >= 2 * count)
                suspect |= more and (len(own) < 3 or right in CERTAIN or sum(other.values()) > 8 * sum(own.values()))
        plural = len(word) > 2 and word[-1] == "들" and word[:-1] in found
        if not plural and not suspect and word not in particles:
            kept[word] = count
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    given = parser.parse_args()
    counts = eojeols(given.data)
    found, took = nouns(counts)
    kept = drop_with_particle(found, took, counts)
    lines = [f"{word} {max(1, round(math.log2(count)))}\n" for word, count in sorted(kept.items())]
    (given.root / "src/TrendGrains.Text/Korean/nouns.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(counts):,} eojeols, {len(lines):,} nouns")


if __name__ == "__main__":
    main()
