"""tokenizer.json files of the shapes that hubs carry, over vocabularies of our own."""
import re
from collections import Counter

import charsmap
import subwords

GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
CL100K = r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
O200K = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
         r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
         r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")


def byte_characters():
    keep = list(range(33, 127)) + list(range(0xA1, 0xAD)) + list(range(0xAE, 0x100))
    table, extra = {}, 256
    for b in range(256):
        table[b] = chr(b) if b in keep else chr(extra)
        extra += b not in keep
    return table


def vocabularies(texts):
    words, spaced = Counter(), Counter()
    for t in texts:
        words.update(re.findall(r"\w+|[^\w\s]", t))
        spaced.update("▁" + w for w in t.split())
    bytes_of = byte_characters()
    gpt = Counter()
    for t in texts:
        gpt.update("".join(bytes_of[b] for b in w.encode()) for w in re.findall(r" ?[^\W\d_]+| ?\d+| ?[^\w\s]+|\s+", t))

    pieces, _ = subwords.merge_pairs({(w[0], *("##" + c for c in w[1:])): n for w, n in words.items()}, 4200, lambda a, b: a + b[2:])
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    jamo = [chr(c) for c in [*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]]
    wordpiece = specials + list(dict.fromkeys(pieces + jamo + ["##" + j for j in jamo]))

    scored = subwords.unigram(spaced, 4000)
    least = scored[-1][1]
    unigram = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)] + [(p, s) for p, s in scored if p != "▁"] + [("▁", least)]
    with_bytes = unigram[:4] + [(f"<0x{b:02X}>", 0.0) for b in range(256)] + unigram[4:]

    made, merges = subwords.merge_pairs({tuple(w): n for w, n in gpt.items()}, 3800)
    alphabet = list(bytes_of.values())
    bpe = list(dict.fromkeys(alphabet + made))

    chars, char_merges = subwords.merge_pairs({tuple(w): n for w, n in spaced.items()}, 4200)
    llama = ["<unk>", "<s>", "</s>"] + [f"<0x{b:02X}>" for b in range(256)] + chars
    return {
        "wordpiece": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {t: i for i, t in enumerate(wordpiece)}},
        "unigram": {"type": "Unigram", "unk_id": 3, "vocab": [list(e) for e in unigram]},
        "unigram-bytes": {"type": "Unigram", "unk_id": 3, "byte_fallback": True, "vocab": [list(e) for e in with_bytes]},
        "bpe": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": "", "end_of_word_suffix": "", "fuse_unk": False,
                "vocab": {t: i for i, t in enumerate(["<s>", "<pad>", "</s>", "<unk>"] + bpe)}, "merges": [f"{a} {b}" for a, b in merges]},
        "bpe-pairs": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": False,
                      "byte_fallback": False, "ignore_merges": True, "vocab": {t: i for i, t in enumerate(bpe)}, "merges": [list(m) for m in merges[: len(merges) * 2 // 3]]},
        "bpe-bytes": {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": True,
                      "byte_fallback": True, "vocab": {t: i for i, t in enumerate(llama)}, "merges": [f"{a} {b}" for a, b in char_merges]},
        "bpe-unk": {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None, "end_of_word_suffix": "</w>", "fuse_unk": False,
                    "byte_fallback": False, "vocab": {t: i for i, t in enumerate(dict.fromkeys(["<unk>"] + chars + [c + "</w>" for c in chars]))}, "merges": [f"{a} {b}" for a, b in char_merges]},
    }


def added(content, id, **flags):
    return {"id": id, "content": content, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True, **flags}


def template(before, after, pair, ids):
    piece = lambda t: {"Sequence": {"id": t[1], "type_id": int(t[3:] or 0)}} if t[0] == "$" else {"SpecialToken": {"id": t.split(":")[0], "type_id": int(t.split(":")[1])}}
    return {"type": "TemplateProcessing", "single": [piece(t) for t in [*before, "$A:0", *after]], "pair": [piece(t) for t in pair],
            "special_tokens": {t: {"id": t, "ids": [i], "tokens": [t]} for t, i in ids.items()}}


def shapes(models, map64):
    v = {name: m["vocab"] if isinstance(m["vocab"], dict) else {t: i for i, (t, _) in enumerate(m["vocab"])} for name, m in models.items()}
    n = {name: len(m["vocab"]) for name, m in models.items()}
    bert_tokens = [added(t, i) for i, t in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])]
    bert = template(["[CLS]:0"], ["[SEP]:0"], ["[CLS]:0", "$A:0", "[SEP]:0", "$B:1", "[SEP]:1"], {"[CLS]": 2, "[SEP]": 3})
    bert_normal = {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": False}
    ends = template(["<s>:0"], ["</s>:0"], ["<s>:0", "$A:0", "</s>:0", "</s>:0", "$B:0", "</s>:0"], {"<s>": 0, "</s>": 2})
    precompiled = {"type": "Precompiled", "precompiled_charsmap": map64}
    metaspace = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True}
    split = {"type": "WhitespaceSplit"}
    fair = [added(t, i) for i, t in enumerate(["<s>", "<pad>", "</s>", "<unk>"])]
    level = lambda use_regex=True, prefix=False, trim=True: {"type": "ByteLevel", "add_prefix_space": prefix, "trim_offsets": trim, "use_regex": use_regex}
    by = lambda regex: {"type": "Sequence", "pretokenizers": [{"type": "Split", "pattern": {"Regex": regex}, "behavior": "Isolated", "invert": False}, level(False)]}
    seq = lambda kind, *steps: {"type": "Sequence", kind: list(steps)}

    def shape(name, model, normalizer=None, pre=None, post=None, tokens=(), **rest):
        return {"name": name, "model": model, "file": {"version": "1.0", "truncation": None, "padding": None, "added_tokens": list(tokens),
                "normalizer": normalizer, "pre_tokenizer": pre, "post_processor": post, "decoder": None, **rest}}

    return [
        shape("bert-cased", "wordpiece", bert_normal, {"type": "BertPreTokenizer"}, bert, bert_tokens),
        shape("bert-uncased", "wordpiece", {**bert_normal, "lowercase": True}, {"type": "BertPreTokenizer"}, bert, bert_tokens),
        shape("klue-bert", "wordpiece", {**bert_normal, "strip_accents": False}, {"type": "BertPreTokenizer"}, {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
              bert_tokens + [added("그저께", n["wordpiece"], single_word=True, special=False), added("Yesterday", n["wordpiece"] + 1, normalized=True, special=False)]),
        shape("bert-short", "wordpiece", {**bert_normal, "lowercase": True}, {"type": "BertPreTokenizer"}, bert, bert_tokens,
              truncation={"direction": "Right", "max_length": 16, "strategy": "LongestFirst", "stride": 0},
              padding={"strategy": {"Fixed": 16}, "direction": "Right", "pad_to_multiple_of": None, "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]"}),
        shape("bert-words", "wordpiece", seq("normalizers", {"type": "NFD"}, {"type": "Lowercase"}, {"type": "StripAccents"}), {"type": "Whitespace"}, None,
              bert_tokens + [added("[TAG]", n["wordpiece"], lstrip=True, rstrip=True, special=False), added("foo", n["wordpiece"] + 1, single_word=True, normalized=True, special=False)]),
        shape("xlm-r", "unigram", precompiled, seq("pretokenizers", split, metaspace), ends, fair + [added("<mask>", n["unigram"], lstrip=True)]),
        shape("e5-new", "unigram", seq("normalizers", precompiled, {"type": "Strip", "strip_left": False, "strip_right": True}, {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "▁"}),
              {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}, ends, fair + [added("<mask>", n["unigram"], lstrip=True)]),
        shape("albert", "unigram", seq("normalizers", {"type": "Replace", "pattern": {"String": "``"}, "content": "\""}, {"type": "Replace", "pattern": {"String": "''"}, "content": "\""},
              {"type": "NFKD"}, {"type": "StripAccents"}, {"type": "Lowercase"}, precompiled, {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}),
              {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}, ends, fair),
        shape("deberta-v3", "unigram", seq("normalizers", {"type": "Strip", "strip_left": True, "strip_right": True}, precompiled, {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}),
              {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": False}, ends, fair),
        shape("unigram-bytes", "unigram-bytes", seq("normalizers", {"type": "Nmt"}, {"type": "NFKC"}), {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}, None, fair),
        shape("roberta", "bpe", None, level(), {"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0], "trim_offsets": True, "add_prefix_space": False},
              fair + [added("<mask>", n["bpe"], lstrip=True)]),
        shape("gpt2", "bpe", None, level(prefix=True), level(trim=False), [added("<|endoftext|>", n["bpe"])]),
        shape("llama-3", "bpe-pairs", None, by(LLAMA3), seq("processors", level(), template(["<|begin_of_text|>:0"], [], ["<|begin_of_text|>:0", "$A:0", "<|begin_of_text|>:1", "$B:1"],
              {"<|begin_of_text|>": n["bpe-pairs"]})), [added("<|begin_of_text|>", n["bpe-pairs"]), added("<|eot_id|>", n["bpe-pairs"] + 1)]),
        shape("qwen2", "bpe", {"type": "NFC"}, by(QWEN2), level(False, trim=False), [added("<|endoftext|>", n["bpe"])]),
        shape("cl100k", "bpe", None, by(CL100K), None, [added("<|endoftext|>", n["bpe"])]),
        shape("o200k", "bpe-pairs", None, by(O200K), None, []),
        shape("llama-2", "bpe-bytes", seq("normalizers", {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}), None,
              template(["<s>:0"], [], ["<s>:0", "$A:0", "<s>:1", "$B:1"], {"<s>": 1}), [added(t, i) for i, t in enumerate(["<unk>", "<s>", "</s>"])]),
        shape("mistral", "bpe-bytes", None, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": False},
              template(["<s>:0"], [], ["<s>:0", "$A:0", "<s>:1", "$B:1"], {"<s>": 1}), [added(t, i) for i, t in enumerate(["<unk>", "<s>", "</s>"])]),
        shape("gemma", "bpe-bytes", {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}, {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": False},
              None, [added(t, i) for i, t in enumerate(["<unk>", "<s>", "</s>"])]),
        shape("clip-like", "bpe-unk", seq("normalizers", {"type": "NFC"}, {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "}, {"type": "Lowercase"}),
              seq("pretokenizers", {"type": "Split", "pattern": {"Regex": r"'s|'t|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"}, "behavior": "Removed", "invert": True}), None, []),
        shape("cuts", "wordpiece", {"type": "NFKD"}, seq("pretokenizers", {"type": "Punctuation", "behavior": "MergedWithPrevious"}, {"type": "Digits", "individual_digits": False},
              {"type": "Split", "pattern": {"Regex": "[aeiou]"}, "behavior": "MergedWithNext", "invert": False}, {"type": "Split", "pattern": {"Regex": r"\s"}, "behavior": "Contiguous", "invert": False}, {"type": "FixedLength", "length": 7}), None, bert_tokens),
    ]
