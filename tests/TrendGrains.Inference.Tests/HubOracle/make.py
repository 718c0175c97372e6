#!/usr/bin/env python3
"""Makes tokenizers.json.gz and rows.json.gz in TestData/Hub from openly licensed text: make.py <data folder> <target folder>."""
import gzip
import json
import sys

import charsmap
import rows
import shapes


def write(path, value):
    with open(path, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
        z.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode())


data, target = sys.argv[1:]
text = rows.open_text(data)
models = shapes.vocabularies(text["ko_review"][:9000] + text["en_headline"][:7000] + text["ko_sentence"] + text["en_sentence"])
write(f"{target}/tokenizers.json.gz", {"models": models, "shapes": shapes.shapes(models, charsmap.build(charsmap.rules()))})
write(f"{target}/rows.json.gz", rows.rows(text))
