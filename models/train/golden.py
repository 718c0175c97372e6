"""Writes the texts on which the C# tokenizer and embedder must agree with this folder."""

import base64
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(HERE, "..", "..", "tests", "TrendGrains.Inference.Tests", "TestData", "text-embedding.golden.json")

TEXTS = [
    "",
    "   \n\t ",
    "!!! ... ???",
    "a",
    "폰",
    "한국은행, 기준금리 0.25%p 인하…\"경기 둔화 우려\"",
    "유튜브 내달 2일까지 크리에이터 지원 공간 운영",
    "美 연준, 금리 동결…파월 \"인플레 더 봐야\"",
    "The Bank of Korea cut its benchmark rate by 25 basis points on Thursday.",
    "the bank of korea CUT its benchmark rate by 25 basis points on thursday",
    "5G폰 3종 출시, iPhone17과 경쟁",
    "\u1112\u1161\u11ab\u1100\u1173\u11af",  # decomposed jamo: NFC makes it the next one
    "한글",
    "Café Zürich, naïve façade — Ångström",
    "Cafe\u0301 Zu\u0308rich, nai\u0308ve fac\u0327ade — A\u030angstro\u0308m",
    "İstanbul ISPARTA ΟΔΟΣ straße ẞ DŽ",
    "👩‍👩‍👧‍👦 가족 🎉🎉 party ❤️ #축제",
    "東京で地震、津波の心配なし",
    "Москва: курс рубля к доллару",
    "العربية مهمة جدا في الأخبار",
    "हिन्दी समाचार और अर्थव्यवस्था",
    "１２３％ ＡＢＣ ㈜한국",
    "zero\u200bwidth no\u00a0break\u2003space soft\u00adhyphen",
    "lone \ud83d surrogate \udc00 here, no\ufffecharacter \uffff",
    "word " * 40,
    "가나다라마바사아자차카타파하" * 300,
    "supercalifragilistic" * 200,
    "😀" * 3000,
    "e\u0301" * 1500,
]


def write(tokenizer, embed):
    rows = []
    for text, vector in zip(TEXTS, embed(TEXTS)):
        buckets, weights = tokenizer.features(text)
        # As UTF-16 units: JSON cannot carry a lone surrogate to every reader.
        units = base64.b64encode(text.encode("utf-16-le", "surrogatepass")).decode()
        rows.append({"utf16": units, "buckets": buckets, "weights": [round(w, 6) for w in weights], "vector": [round(float(v), 6) for v in vector]})
    os.makedirs(os.path.dirname(PATH), exist_ok=True)
    with open(PATH, "w", encoding="ascii") as file:
        json.dump({"tokenizer": tokenizer.describe(), "rows": rows}, file, ensure_ascii=True, separators=(",", ":"))
        file.write("\n")
