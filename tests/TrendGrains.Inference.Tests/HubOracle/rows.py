"""The rows that tokenizers are asked about: hostile ones of our own, and openly licensed text."""
import gzip
import json
import random

PEOPLE = "👨‍👩‍👧‍👦 👩🏽‍🚀 🧑‍🦰 👍🏿 🇰🇷🇺🇸 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 1️⃣ ☃️ 🫠 🫨 ©️ ™"
HOSTILE = [
    "", " ", "  ", "\n", "\t\t", "\r\n", " \r\n \n", "a", "가", "ㅋㅋㅋㅋㅋㅋ", "...", "?!?!?!", "\u00a0", "\u3000\u3000", "\u200b", "\ufeffBOM first", "\u2028line\u2029paragraph",
    PEOPLE, PEOPLE * 4, "😀", "😀😃😄😁", "가😀나", "a😀b", "🏳️‍🌈 pride", "𝒜𝓁𝑔𝑒𝒷𝓇𝒶 𝔘𝔫𝔦 𝟘𝟙𝟚 𝕏", "𠀀𠮷野家 𠮟る", "🄰🅱 🅐 ⓐⒷ ①②③ ⅣⅫ ½ ¾ ²³¹",
    "a\ud800b", "\udc00", "\ud83d", "x\udfffy\ud800", "\ud800\ud800\udc00", "a\x00b", "\x00", "\x01\x02\x1f\x7f", "bell\x07 back\x08 esc\x1b", "soft\u00adhyphen", "\ufffd\ufffd", "\ufffe\uffff", "\U000e0001tag",
    "e\u0301", "é", "E\u0301cole", "n\u0303a\u0308o\u0302", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "Z\u0351\u036b\u0343a\u0363\u0368l\u034cg\u0321o\u0321", "\u0301alone", " \u0301", "\u0958\u0915\u093c", "ﬁﬂ ﬀ ﬃ ﬆ", "ǅ ǈ ǋ", "ſtraße STRASSE ẞ ß", "İstanbul ISPARTA ıspanak", "ΑΣ ΟΔΥΣΣΕΥΣ σς", "ŉ Ǆ ŀ",
    "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165", "한국어 한국어", "\u3134\u314f\u3141", "ㅎㅏㄴㄱㅡㄹ", "ﾊﾝｸﾞﾙ ｶﾞｷﾞ", "ﾡﾢ", "\ud55c\u11a8", "가\u1161", "\uac00\u11a7\uac00\u11a8", "ㄳ값ㅄ", "하ㄳ", "ힰힱퟋ",
    "ＦＵＬＬ　ＷＩＤＴＨ　１２３！？", "㈜한국 ㎏ ㎡ ㏇ ㍿ ℡ № ㋿", "…‥․ ‼⁇ ″‴", "“quotes” ‘single’ «guillemets» „low‟", "em—dash en–dash −minus ‐hyphen", "` ´ ¨ ˆ ˜ ¯", "$1,000 €2.50 £3 ¥4 ₩5 ₿6", "a_b-c.d,e;f:g'h\"i", "don't I'll we've they're I'm he'd it's DON'T 'S 'ſ x'ſt", "''''", "``quoted''", "http://example.org/a?b=c&d=e#f", "user@example.org", "#해시태그 @멘션", "C++ C# .NET 10.0",
    "مرحبا بالعالم ١٢٣", "שלום עולם", "\u202eright to left\u202c", "नमस्ते दुनिया क्षत्रिय", "สวัสดีชาวโลก", "မင်္ဂလာပါ", "ជំរាបសួរ", "გამარჯობა ᲒᲐᲛᲐᲠᲯᲝᲑᲐ", "Ꭰꭰ ᏸ", "Ⰰⰰ Ⲁⲁ", "𐐀𐐨 𞤀𞤢", "中文字符測試，標點。「引號」", "日本語のテキスト、カタカナ。ー々〆", "漢字と한글과English섞임", "豈更車 丽 ⾀ ⿰", "Ünïcödé Ŵŷ Žž", "Приве́т, МИР", "Tiếng Việt có dấu", "ཀྵ བོད", "ꦗꦮ", "꧁꧂", "𑀓𑁂", "𝄞 𝅘𝅥𝅮", "𓂀𓃰", "𞸀𞺡", "𑜀𑜞", "\u1734\u1cf2\u166d\U000111c9",
    "\u08e2\u0890 \u070f \U000110bd \U000110cd \U00013430", "\u0897a\u089fb \u1acea \U00011d47", "\U00010d50\U00010d70 \ua7cb\ua7dc \u1c89", "\u0378 \U0010ffff \ue000 \U000f0000", "\U0001fbf0\U0001fbf9 \U00010781 \U0001e030 \U0001f16c", "\U00011935\U00011930 \U00011938", "\u2e52\u2e5d \u1b7d \u061d", "\u180e \u180b \u1806",
    "x" * 99, "x" * 100, "x" * 101, "가" * 100, "가" * 101, "𝒜" * 100, "𝒜" * 101, "ab" * 600, "가나다라" * 300, "1" * 333, "123456789012345 1234 12 1", "1,234,567.89", "٣٤٥ ४५ ๕๖ ⅷ ㊿", " lead", "trail ", "  two  spaces  ", "tab\tand\nnewline\r\nand\rcr", "\n\n\n three\n\n\n", "a  b   c    d     e", " \n a \n ", "word " * 200,
    "[MASK] [CLS] [SEP] [PAD] [UNK]", "a[MASK]b [MASK]. [MASK ]", "[mask] [Mask]", "<mask> <s> </s> <pad> <unk>", "x<mask>y  <mask>  z", "<s>", "</s></s>", "<s >", "<|endoftext|> <|begin_of_text|> <|eot_id|>", "a<|endoftext|>b", "<|end", "<0x41> <0xEA>", "▁ ▁▁ a▁b", "##ing ## #", "Ġ Ċ Ġthe", "yesterday YESTERDAY Yesterday's", "  tagged  [TAG]  tail [TAGGED] un[TAG]", "그저께 그저께는 어그저께", "foo foobar xfoo foo.bar _foo",
    "The quick brown fox jumps over the lazy dog.", "다람쥐 헌 쳇바퀴에 타고파", "한국은행이 기준금리를 0.25%p 인하했다(종합2보)", "[속보] 코스피, 2,500선 회복…外人 '사자'", "Apple의 iPhone 17 Pro, 9월 출시", "U.S. stocks rally as Fed holds rates at 5.25%-5.50%", "<b>html &amp; entities</b>", "{\"json\": [1, 2.5e-3, null]}", "def f(x):\n    return x ** 2  # 제곱", "ㅠㅠ 진짜ㅋㅋ 최고임!!!! ★★★★★", "와~~~~~ 대박", "옛날 옛적 뷁 펲 꿻", "¿Qué? ¡Olé!", "№1 «Ёлка»",
]


def open_text(root, limit=None):
    def read(path, field):
        with gzip.open(f"{root}/{path}", "rt", encoding="utf-8") as f:
            return [json.loads(line)[field] for line in f]
    return {
        "ko_review": read("nsmc/nsmc_raw_sample_train.jsonl.gz", "document"),
        "en_headline": read("clickbait/clickbait_train.jsonl.gz", "headline"),
        "ko_sentence": read("sib200/kor_Hang_train.jsonl.gz", "text"),
        "en_sentence": read("sib200/eng_Latn_train.jsonl.gz", "text"),
    }


def rows(text, seed=7):
    r = random.Random(seed)
    picked = [r.sample(text["ko_review"], 800), r.sample(text["en_headline"], 600), r.sample(text["ko_sentence"], 250), r.sample(text["en_sentence"], 250)]
    mixed = []
    for _ in range(300):
        parts = [r.choice(r.choice(picked)), r.choice(HOSTILE)[:80], r.choice(r.choice(picked))]
        r.shuffle(parts)
        mixed.append(r.choice([" ", "", "\n", " - "]).join(parts)[:300])
    broken = []
    for _ in range(200):
        t = list(r.choice(r.choice(picked)))
        for _ in range(r.randint(1, 4)):
            t.insert(r.randint(0, len(t)), r.choice(["\ud83d", "\udc4d", "\x00", "\u0301", "\u200d", "\ufe0f", "\u200b", "\u3000", "\ufffd", "\x85", "\u0085", "🏽", "\u11a8", "\u202e", "\t", "  "]))
        broken.append("".join(t))
    return HOSTILE + [t for p in picked for t in p] + mixed + broken
