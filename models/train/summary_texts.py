"""Pages that describe themselves: the texts and the short descriptions that models/summary learns from."""

import hashlib
import html
import json
import os
import re
import tarfile
from urllib.parse import urlsplit

META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
WANTED = re.compile(r"""(?:name|property)\s*=\s*["']?(?:og:description|twitter:description|description)["'\s>/]""", re.IGNORECASE)
CONTENT = re.compile(r"""content\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
WORD = re.compile(r"\w+")


def words(text):
    return WORD.findall(text.lower())


def described(path):
    """The longest description that a page gives of itself."""
    found = []
    for tag in META.findall(path):
        content = CONTENT.search(tag)
        if WANTED.search(tag) and content:
            found.append(re.sub(r"\s+", " ", html.unescape(html.unescape(content.group(1) or content.group(2) or ""))).strip())
    return max(found, key=len, default="")


def site(url):
    """The registrable site, about; a page's site decides its fold."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else parts[-2:])


def fold(name):
    return hashlib.sha256(name.encode()).digest()[1] % 5


def pages(archive):
    """{id, group, title, text, summary} of each page whose description says something of a text long enough to choose from."""
    truths, sources = {}, {}
    with tarfile.open(archive) as members:
        for member in members:
            name = os.path.basename(member.name)
            if "/ground-truth/" in member.name and name.endswith(".json"):
                truths[name.split(".")[0]] = json.load(members.extractfile(member))
            elif "/html/" in member.name and ".html" in name:
                body = members.extractfile(member).read()
                if name.endswith(".gz"):
                    import gzip
                    body = gzip.decompress(body)
                sources[name.split(".")[0]] = body.decode("utf-8", "replace")
    for key in sorted(truths):
        truth = truths[key]["ground_truth"]
        text, summary = truth.get("main_content") or "", described(sources.get(key, ""))
        asked, have = words(summary), set(words(text))
        # A slogan of the site says nothing of the text, and a text of four sentences leaves nothing to choose.
        if len(asked) < 12 or len(words(text)) < 120 or sum(word in have for word in asked) < 0.75 * len(asked):
            continue
        yield {"id": key, "group": site(truths[key]["url"]), "title": truth.get("title"), "text": text, "summary": summary[:600]}
