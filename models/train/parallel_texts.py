"""Lays openly licensed Korean-English text pairs and English paraphrases out as one file a set, for embed.py to train on.

    /usr/bin/python3 models/train/parallel_texts.py --packages P --snapshots S --out PAIRS

PACKAGES holds Debian 12 packages, unpacked each into a folder of its name (`apt-get download NAME && dpkg-deb -x`); SNAPSHOTS holds clones of the
public repositories named below, `owner+name`. A set whose folder is missing is left out and said so. Writes `NAME.tsv` (Korean, tab, English)
and `sets.json` (licence, source, pairs of each); none of it is committed.
"""

import argparse
import glob
import gettext
import html
import io
import json
import os
import re
import struct
import subprocess
import tarfile
import unicodedata
import xml.etree.ElementTree as xml
import zipfile
import zlib

HANGUL = re.compile("[가-힣]")
LATIN = re.compile("[A-Za-z]{2}")


def clean(text):
    """What a reader would see: no markup, no access keys, no placeholders."""
    text = html.unescape(re.sub(r"<[^<>]{1,200}>", " ", text))
    text = re.sub(r"%\d*\$?[-+#0 ]*\d*\.?\d*l*[sdiufgxc%]|\{\{?[^{}]{0,80}\}?\}|\$\w+|\\[nt]|__\w+__|\[\[[^\[\]|]*\||[\[\]]{2}|'''?", " ", text)
    text = re.sub(r"\((?:_|&|~)\w\)", "", text)
    text = re.sub(r"[_&~](?=\w)", "", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def kept(pairs):
    seen = set()
    for korean, english in pairs:
        korean, english = clean(korean), clean(english)
        if not (2 <= len(english) <= 700 and 1 <= len(korean) <= 400 and HANGUL.search(korean) and LATIN.search(english)) or HANGUL.search(english):
            continue
        if sum(map(str.isalpha, english)) < 0.5 * len(english) or len(english) > 8 * len(korean) + 20 or len(korean) > 2 * len(english) + 10:
            continue
        if (korean, english) not in seen:
            seen.add((korean, english))
            yield korean, english


def messages(pattern):
    """Compiled gettext catalogues: the key is the English text (after a context and a 4, where there is one)."""
    for path in sorted(glob.glob(pattern, recursive=True)):
        with open(path, "rb") as file:
            try:
                catalogue = gettext.GNUTranslations(file)._catalog
            except (OSError, UnicodeDecodeError):
                continue
        for key, value in catalogue.items():
            if isinstance(key, str) and key and value and value != key:
                yield value, key.split("\x04")[-1]


def source_messages(pattern):
    """Uncompiled catalogues."""
    for path in sorted(glob.glob(pattern, recursive=True)):
        part, text = None, {"msgid": "", "msgstr": ""}
        for line in open(path, encoding="utf-8", errors="replace"):
            line = line.strip()
            start = re.match(r'(msgid|msgstr(?:\[0\])?) "', line)
            if start:
                if start.group(1) == "msgid" and text["msgid"]:
                    yield text["msgstr"], text["msgid"]
                part = start.group(1)[:6].rstrip("[")
                if part == "msgid":
                    text = {"msgid": "", "msgstr": ""}
                line = line[len(start.group(1)) + 1 :]
            elif not line.startswith('"'):
                part = None if line.startswith("msg") else part
                continue
            if part:
                text[part] += line[1:-1].replace('\\"', '"').replace("\\n", " ")


def json_messages(pattern):
    for path in sorted(glob.glob(pattern, recursive=True)):
        english = path[: -len("ko.json")] + "en.json"
        if os.path.exists(english):
            a, b = (json.load(open(p, encoding="utf-8")) for p in (path, english))
            yield from ((a[k], b[k]) for k in a if isinstance(a[k], str) and isinstance(b.get(k), str))


BLOCK = re.compile(r"<(p|h[1-6]|li|td|th|dt|dd|title|desc|item|em|gui|caption)\b[^>]*>(.*?)(?=<(?:/?(?:p|h[1-6]|li|td|th|dt|dd|title|desc|item|table|ul|ol|dl|div)\b))", re.S)


def blocks(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = re.sub(r"(?s)<(script|style|head|cite|info)\b.*?</\1>", " ", file.read())
    return [(tag, body) for tag, body in BLOCK.findall(text) if clean(body)]


def pages(korean, english, ending):
    """The same page in both languages, where block follows block alike."""
    for path in sorted(glob.glob(os.path.join(korean, "**", "*" + ending), recursive=True)):
        other = os.path.join(english, os.path.relpath(path, korean))
        if os.path.exists(other):
            a, b = blocks(path), blocks(other)
            if [t for t, _ in a] == [t for t, _ in b]:
                yield from zip((t for _, t in a), (t for _, t in b))


def sword(archive, testament):
    """A Bible of the SWORD project: blocks of zlib, and an index entry a verse."""
    with zipfile.ZipFile(archive) as files:
        part = {name[-3:]: files.read(name) for name in files.namelist() if f"/{testament}." in name}
    found = [struct.unpack_from("<III", part["bzs"], at) for at in range(0, len(part["bzs"]), 12)]
    opened = [zlib.decompress(part["bzz"][start : start + size]) for start, size, _ in found]
    for at in range(0, len(part["bzv"]) - 9, 10):
        block, start, size = struct.unpack_from("<IIH", part["bzv"], at)
        yield opened[block][start : start + size].decode("utf-8", "replace") if size else ""


def bible(snapshots, english):
    folder = snapshots("scrollmapper+bible_databases")
    verses = [[], []]
    for side, path in enumerate(("sources/ko/KorRV/KorRV.zip", f"sources/en/{english}/{english}.zip")):
        file = io.BytesIO(folder(path))
        for testament in ("ot", "nt"):
            file.seek(0)
            found = list(sword(file, testament))
            # The Korean text counts one verse more in 3 John and one in Revelation: the letters from there on are left out.
            verses[side] += found if testament == "ot" else found[:7770]
    yield from zip(*verses)


def lines(a, b):
    a, b = (t.decode("utf-8").split("\n") for t in (a, b))
    assert len(a) == len(b), (len(a), len(b))
    return zip(a, b)


def park(folder, part):
    with tarfile.open(fileobj=io.BytesIO(folder(f"korean-english-news-v1/korean-english-park.{part}.tar.gz"))) as files:
        text = {m.name[-2:]: files.extractfile(m).read() for m in files if m.isfile()}
    return lines(text["ko"], text["en"])


def tatoeba(text):
    for line in text.decode("utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) >= 2:
            yield parts[1], parts[0]


def kengdic(folder):
    for line in folder("ezcorean_6000.sql", "40716fb318a9487d2000eecf776a6f9ce8e8b52d").decode("utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) > 3 and parts[3] not in ("", "\\N"):
            yield parts[1], parts[3]


def treebank(folder, name):
    return dict(re.findall(r"# sent_id = (\S+).*?# text = ([^\n]+)", folder(name).decode("utf-8"), re.S))


def pud(korean, english):
    a, b = treebank(korean, "ko_pud-ud-test.conllu"), treebank(english, "en_pud-ud-test.conllu")
    return [(a[k], b[k]) for k in a if k in b]


def cldr(root):
    def named(path, keys):
        for element in xml.parse(path).iter():
            if element.text and element.tag in keys and element.get("type") and not element.get("alt"):
                yield (element.tag, element.get("type")), element.text

    keys = {"language", "territory", "script", "subdivision", "currency"}
    for part in ("main", "subdivisions"):
        a, b = (dict(named(f"{root}/{part}/{language}.xml", keys)) for language in ("ko", "en"))
        yield from ((a[k], b[k]) for k in a if k in b)
    for part in ("annotations", "annotationsDerived"):
        a, b = ({(e.get("cp"), e.get("type")): e.text for e in xml.parse(f"{root}/{part}/{l}.xml").iter("annotation")} for l in ("ko", "en"))
        for key in a:
            if key in b:
                yield a[key].replace("|", ","), b[key].replace("|", ",")


def crawl(root):
    for path in sorted(glob.glob(f"{root}/*.txt")):
        other = f"{root}/ko/{os.path.basename(path)}"
        if os.path.exists(other):
            a, b = ({e.strip().split("\n")[0].strip(): " ".join(e.strip().split("\n")[1:]) for e in open(p, encoding="utf-8").read().split("%%%%")} for p in (other, path))
            yield from ((a[k], b[k]) for k in a if k in b)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("packages", "snapshots", "out"):
        arguments.add_argument("--" + name, required=True)
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    P = lambda path: os.path.join(options.packages, path)

    def snapshot(name):
        git = os.path.join(options.snapshots, name, "repo")
        return lambda path, blob=None: subprocess.run(["git", "-C", git, "show", blob or f"HEAD:{path}"], check=True, capture_output=True).stdout

    L = "usr/share/locale/ko/LC_MESSAGES/*.mo"
    sets = [
        ("bible-bbe", "public domain", "Korean Revised Version (1961) and the Bible in Basic English, verse by verse (scrollmapper/bible_databases)", lambda: bible(snapshot, "BBE")),
        ("bible-akjv", "public domain", "Korean Revised Version (1961) and the American King James Version, verse by verse (scrollmapper/bible_databases)", lambda: bible(snapshot, "AKJV")),
        ("news-park", "CC BY-SA", "Korean-English news, development part (jungyeul/korean-parallel-corpora)", lambda: park(snapshot("jungyeul+korean-parallel-corpora"), "dev")),
        ("news-park-test", "CC BY-SA", "Korean-English news, test part: measured on, never learned from (jungyeul/korean-parallel-corpora)", lambda: park(snapshot("jungyeul+korean-parallel-corpora"), "test")),
        ("news-north", "CC BY-SA", "North Korean news with English, development part (jungyeul/korean-parallel-corpora)", lambda: lines(*(snapshot("jungyeul+korean-parallel-corpora")(f"northkorean-english-news-v1/northkorean-english.dev.{e}") for e in ("nk", "en")))),
        ("school-jhe", "CC BY-SA", "Junior High English, both parts (jungyeul/korean-parallel-corpora)", lambda: (p for part in ("dev", "eval") for p in lines(*(snapshot("jungyeul+korean-parallel-corpora")(f"korean-english-jhe/jhe-koen-{part}.{e}") for e in ("ko", "en"))))),
        ("pud", "CC BY-SA 3.0", "Parallel Universal Dependencies, Korean and English: news and Wikipedia (UniversalDependencies/UD_Korean-PUD, UD_English-PUD)", lambda: pud(snapshot("UniversalDependencies+UD_Korean-PUD"), snapshot("UniversalDependencies+UD_English-PUD"))),
        ("ntrex", "CC BY-SA 4.0", "NTREX-128 news, every fifth line held out (MicrosoftTranslator/NTREX)", lambda: lines(*(snapshot("MicrosoftTranslator+NTREX")(f"NTREX-128/newstest2019-{e}.txt") for e in ("ref.kor", "src.eng")))),
        ("tatoeba", "CC BY 2.0 FR", "Tatoeba sentences (nate-koser/kor-eng-translator, kor.txt)", lambda: tatoeba(snapshot("nate-koser+kor-eng-translator")("kor.txt"))),
        ("tatoeba-laser", "CC BY 2.0 FR", "Tatoeba sentences (facebookresearch/LASER, data/tatoeba)", lambda: lines(*(snapshot("facebookresearch+LASER")(f"data/tatoeba/v1/tatoeba.kor-eng.{e}") for e in ("kor", "eng")))),
        ("kengdic", "MPL 2.0 or LGPL", "Korean-English dictionary, first 6,000 words (garfieldnate/kengdic)", lambda: kengdic(snapshot("garfieldnate+kengdic"))),
        ("cldr", "Unicode License", "names of places, languages, scripts, currencies and emoji (Debian unicode-cldr-core)", lambda: cldr(P("unicode-cldr-core/usr/share/unicode/cldr/common"))),
        ("iso-codes", "LGPL 2.1+", "countries, regions, languages (Debian iso-codes)", lambda: messages(P("iso-codes/" + L))),
        ("cataclysm", "CC BY-SA 3.0", "game text (Debian cataclysm-dda-data)", lambda: messages(P("cataclysm-dda-data/" + L))),
        ("libreoffice", "MPL 2.0", "interface (Debian libreoffice-l10n-ko)", lambda: messages(P("libreoffice-l10n-ko/usr/lib/libreoffice/program/resource/ko/LC_MESSAGES/*.mo"))),
        ("libreoffice-help", "MPL 2.0", "help (Debian libreoffice-help-ko, libreoffice-help-en-us)", lambda: pages(P("libreoffice-help-ko/usr/share/libreoffice/help/ko"), P("libreoffice-help-en-us/usr/share/libreoffice/help/en-US"), ".html")),
        ("gnome-docs", "CC BY-SA 3.0", "user guides (Debian gnome-user-docs)", lambda: (p for part in ("gnome-help", "system-admin-guide") for p in pages(P(f"gnome-user-docs/usr/share/help/ko/{part}"), P(f"gnome-user-docs/usr/share/help/C/{part}"), ".page"))),
        ("gimp-help", "GFDL 1.2+", "manual (Debian gimp-help-ko, gimp-help-en)", lambda: pages(P("gimp-ko/usr/share/gimp/2.0/help/ko"), P("gimp-en/usr/share/gimp/2.0/help/en"), ".html")),
        ("mediawiki", "GPL 2+", "interface (Debian mediawiki)", lambda: json_messages(P("mediawiki/usr/share/mediawiki/**/ko.json"))),
        ("wesnoth", "GPL 2+", "game text (Debian wesnoth-1.16-data)", lambda: messages(P("wesnoth-1.16-data/usr/share/games/wesnoth/1.16/locale/ko/LC_MESSAGES/*.mo"))),
        ("widelands", "GPL 2+", "game text (Debian widelands-data)", lambda: messages(P("widelands-data/usr/share/games/widelands/data/locale/ko/LC_MESSAGES/*.mo"))),
        ("crawl", "GPL 2+", "game text (Debian crawl-common)", lambda: crawl(P("crawl-common/usr/share/crawl/dat/descript"))),
        ("kgeography", "GPL 2+", "names of places (Debian kgeography-data)", lambda: messages(P("kgeography-data/" + L))),
        ("programs", "GPL 2+", "interfaces (Debian inkscape, freeciv-data, warzone2100-data, kstars-data, kalzium-data, gcompris-qt-data, gramps)", lambda: (p for d in ("inkscape", "freeciv-data", "warzone2100-data", "kstars-data", "kalzium-data", "gcompris-qt-data", "gramps", "marble-data") for p in messages(P(f"{d}/" + L)))),
    ]
    told = {}
    for name, licence, source, pairs in sets:
        try:
            found = list(kept(pairs()))
        except (OSError, subprocess.CalledProcessError) as missing:
            print(f"{name}: left out ({missing})")
            continue
        with open(os.path.join(options.out, name + ".tsv"), "w", encoding="utf-8") as file:
            file.writelines(f"{korean}\t{english}\n" for korean, english in found)
        told[name] = {"licence": licence, "source": source, "pairs": len(found)}
        print(f"{name}: {len(found)}", flush=True)
    with open(os.path.join(options.out, "sets.json"), "w", encoding="utf-8") as file:
        json.dump(told, file, indent=2)
    print("all:", sum(s["pairs"] for s in told.values()))


if __name__ == "__main__":
    main()
