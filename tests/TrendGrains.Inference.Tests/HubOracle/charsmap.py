"""SentencePiece's precompiled_charsmap: a double array over UTF-8 and the replacements that it points at, made from Unicode's own data."""
import base64
import struct
import unicodedata


def rules():
    """NFKC of single characters and of a base with one mark, control characters dropped, blanks of all kinds made one."""
    found = {}
    for c in range(1, 0x10000):
        if 0xD800 <= c < 0xE000 or 0xF900 <= c < 0xFB00 or 0xFB50 <= c < 0xFE00 or 0xFE70 <= c < 0xFF00:
            continue
        s = chr(c)
        if c < 0x20 or c in (0x7F, 0x8F, 0x9F):
            found[s] = " " if s in "\t\n\f\r" else ""
        elif unicodedata.category(s) in ("Zs", "Zl", "Zp") and s != " " or 0x200B <= c <= 0x200F or c in (0xFEFF, 0x2581, 0xFFFD):
            found[s] = " "
        else:
            n = unicodedata.normalize("NFKC", s)
            if n != s:
                found[s] = n
            d = unicodedata.normalize("NFD", s)
            if len(d) == 2 and d != s and not 0xAC00 <= c < 0xD7A4 and unicodedata.normalize("NFC", d) == s:
                found[d] = s
    return found


def build(entries):
    trie, texts, places = {}, bytearray(), {}
    for key, text in sorted(entries.items()):
        if text not in places:
            places[text] = len(texts)
            texts += text.encode() + b"\0"
        node = trie
        for b in key.encode():
            node = node.setdefault(b, {})
        node[0] = places[text]
    units, used, bases, free = [0] * 256, bytearray(256), set(), 1
    used[0] = 1

    def place(node, index):
        nonlocal free
        labels = sorted(node)
        base = free
        while True:
            top = max(base ^ label for label in labels)
            while top >= len(units):
                units.extend([0] * 256)
                used.extend(bytes(256))
            if base not in bases and (base ^ index) < 1 << 21 and not any(used[base ^ label] for label in labels):
                break
            base += 1
        bases.add(base)
        for label in labels:
            used[base ^ label] = 1
        while free < len(used) and used[free] and free in bases:
            free += 1
        units[index] |= (base ^ index) << 10
        for label in labels:
            if label == 0:
                units[index] |= 1 << 8
                units[base] = 1 << 31 | node[0]
            else:
                units[base ^ label] = label
        for label in labels:
            if label:
                place(node[label], base ^ label)

    place(trie, 0)
    return base64.b64encode(struct.pack(f"<I{len(units)}I", len(units) * 4, *units) + bytes(texts)).decode()
