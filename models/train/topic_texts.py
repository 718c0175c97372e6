"""The open texts that topic.py learns from, how their labels become the nine topics, and the parts that are kept apart."""

import hashlib
import json
import os
import random
import re

import advert_texts
from corpora import rows, traces

TOPICS = ["economy", "politics", "society", "world", "it-science", "culture-life", "sports", "entertainment", "other"]
HERE = os.path.dirname(os.path.abspath(__file__))

YNAT = {"경제": "economy", "정치": "politics", "사회": "society", "세계": "world", "IT과학": "it-science", "생활문화": "culture-life", "스포츠": "sports"}
SIB200 = {
    "science/technology": "it-science", "travel": "culture-life", "health": "culture-life", "politics": "politics", "sports": "sports",
    "entertainment": "entertainment", "geography": "world",
}
AG_NEWS = {"World": "world", "Sports": "sports", "Business": "economy", "Sci/Tech": "it-science"}
# A topic that a set has no label for is read as the nearest that it has; one that is not named here is never read.
READ_AS = {
    "ynat": {**{t: t for t in YNAT.values()}, "entertainment": "culture-life"},
    "sib200": {**{t: t for t in SIB200.values()}, "society": "politics"},
    "ag-news": {**{t: t for t in AG_NEWS.values()}, "politics": "world", "society": "world"},
}

HUFFPOST = {
    "economy": "business,money", "politics": "politics", "society": "crime,education,college", "world": "world news,the worldpost,worldpost", "it-science": "tech,science,environment",
    "sports": "sports", "entertainment": "entertainment,comedy",
    "culture-life": "wellness,healthy living,food & drink,taste,travel,style & beauty,style,parenting,parents,weddings,divorce,home & living,religion,arts & culture,culture & arts,arts",
}

# YNAT files show business under 생활문화: these words tell it apart.
SHOWS = re.compile("배우|드라마|영화|가수|아이돌|걸그룹|보이그룹|방탄소년단|BTS|엑소|트와이스|블랙핑크|앨범|음원|빌보드|K팝|케이팝|예능|시청률|박스오피스|개봉|주연|컴백|연예|tvN|팬미팅|OST")

# From this row on YNAT's titles were picked otherwise: far easier (naive Bayes 0.92 against 0.80) and with few of 사회. They are learned from, never measured on.
EASY_FROM = 36500


def part(key):
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 10


def ynat(root):
    """(learned, held): [(text, topic)]; held is a tenth of the harder rows, and whatever shares three words running with it is dropped from the other."""
    every = [(int(r["guid"][-5:]), r["title"], r["label"], part(r["guid"])) for r in rows(root, "ynat/train/ynat-v1_train.jsonl.gz")]
    held = [(title, YNAT[label]) for row, title, label, p in every if row < EASY_FROM and p == 2]
    seen = {trace for title, _ in held for trace in traces(title)}
    rest = [(title, "entertainment" if label == "생활문화" and SHOWS.search(title) else YNAT[label]) for row, title, label, p in every if row >= EASY_FROM or p != 2]
    return [r for r in rest if seen.isdisjoint(traces(r[0]))], held, rest


def sib200(root):
    found = {}
    for language in ("kor_Hang", "eng_Latn"):
        every = [(r["text"], SIB200[r["category"]], int(r["index_id"]) % 5 == 0) for r in rows(root, f"sib200/{language}_train.jsonl.gz")]
        found[language] = ([(t, l) for t, l, held in every if not held], [(t, l) for t, l, held in every if held])
    return found


def headlines(root):
    """(those that we read and labelled, not labelled, listicles)."""
    with open(os.path.join(HERE, "topic_headlines.tsv"), encoding="utf-8") as file:
        read = [tuple(reversed(line.split("\t")[:2])) for line in file if not line.startswith("#")]
    every = rows(root, "clickbait/clickbait_train.jsonl.gz")
    known = {text for text, _ in read}
    news = [t for t in dict.fromkeys(r["headline"] for r in every if r["label"] == "news") if t not in known]
    return read, news, [r["headline"] for r in every if r["label"] == "clickbait"]


def more(folder):
    """HuffPost's headlines with sections, where the folder of them is given."""
    if folder is None:
        return []
    sections = {name: topic for topic, names in HUFFPOST.items() for name in names.split(",")}
    with open(os.path.join(folder, "huffpost.jsonl"), encoding="utf-8") as file:
        return [(r["text"], sections[r["class_name"]]) for r in map(json.loads, file) if r["class_name"] in sections]


def adverts(times, seed):
    return [(f"{r['title']}\n{r['text']}" if r["title"] else r["text"], "other") for r in advert_texts.made(advert_texts.TRAIN, times, seed) if r["label"] == "advert"]


def reviews(root, count, seed):
    every = [r["document"] for r in rows(root, "nsmc/nsmc_raw_sample_train.jsonl.gz") if len(r["document"]) > 20]
    return [(t, "entertainment") for t in random.Random(seed).sample(every, count)]


def ag_news(root):
    return [(r["text"], AG_NEWS[r["label"]]) for r in rows(root, "ag_news/ag_news_train_subset.jsonl.gz")]
