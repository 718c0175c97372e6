#!/usr/bin/python3
"""The baseline that topic, tone and severity must beat: naive Bayes over words 1-2 and letters 2-3 (of English topics over words alone and in its
complement form, which bears classes of unequal size), on the rows that their cards measure.

    /usr/bin/python3 models/train/naive_bayes.py --data ../shared/data --more FOLDER

FOLDER is that of topic.py. Writes models/<task>/baseline.json: [{set, method, rows, accuracy, macroF1}] or, for severity, [{set, method, rows, area}];
`trendgrains evaluate <task> --write-card` prints them beside the model's figures. Nothing of it ships in a model.
"""

import argparse
import json
import os
from collections import Counter

import scipy.sparse as sp

import catalog
import severity_texts
import tone
import topic_texts as texts
from corpora import rows, squeezed

SEED = 20261121


def bayes(learned, letters=True):
    """texts -> (labels, log-probabilities [rows, labels]); every label is as likely as another beforehand."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.naive_bayes import ComplementNB, MultinomialNB

    counters = [CountVectorizer(ngram_range=(1, 2))] + [CountVectorizer(analyzer="char", ngram_range=(2, 3))] * letters
    matrix = sp.hstack([c.fit_transform([t for t, _ in learned]) for c in counters]).tocsr()
    model = (MultinomialNB(alpha=0.5, fit_prior=False) if letters else ComplementNB(alpha=0.5)).fit(matrix, [label for _, label in learned])
    return lambda some: (model.classes_, model.predict_log_proba(sp.hstack([c.transform(some) for c in counters]).tocsr()))


def figures(name, method, said, truths):
    from sklearn.metrics import accuracy_score, f1_score

    found = {"set": name, "method": method, "rows": len(truths), "accuracy": round(accuracy_score(truths, said), 4), "macroF1": round(f1_score(truths, said, labels=sorted(set(truths)), average="macro"), 4)}
    print(found, flush=True)
    return found


def measured(name, method, model, held, reading=None):
    """The likeliest of the set's own labels."""
    labels, scores = model([t for t, _ in held])
    own = {label for _, label in held}
    for place, label in enumerate(labels):
        if (reading or {}).get(label, label) not in own:
            scores[:, place] = -1e9
    return figures(name, method, [(reading or {}).get(labels[i], labels[i]) for i in scores.argmax(1)], [label for _, label in held])


def topic(data, more):
    learned, held, _ = texts.ynat(data)
    yield measured("YNAT titles", "naive Bayes learned from the set's other rows", bayes([(t, "culture-life" if l == "entertainment" else l) for t, l in learned]), held)
    for name, (rest, apart) in zip(("SIB-200 Korean", "SIB-200 English"), texts.sib200(data).values()):
        yield measured(name, "naive Bayes learned from the set's other rows", bayes(rest, letters=name.endswith("Korean")), apart)
    english = bayes(texts.more(more) + texts.headlines(data)[0], letters=False)
    method = "naive Bayes learned from HuffPost's sections and the headlines read"
    yield measured("AG News", method, english, texts.ag_news(data), texts.READ_AS["ag-news"])
    bbc = {"business": "economy", "entertainment": "entertainment", "politics": "politics", "sport": "sports", "tech": "it-science"}
    articles = [(r["text"], bbc[r["category"]]) for r in rows(data, "bbc_news_summary/bbc_train.jsonl.gz")]
    yield measured("BBC 2004-05, whole articles", method, english, articles, {"culture-life": "entertainment", "society": "politics", "world": "politics"})


def tones(data, more):
    every = [(r["id"], r["document"], "positive" if r["label"] else "negative") for r in rows(data, "nsmc/nsmc_raw_sample_train.jsonl.gz")]
    held = [(t, l) for i, t, l in every if texts.part(i) == 0]
    seen = {squeezed(t) for t, _ in held}
    learned = [(t, l) for i, t, l in every if texts.part(i) != 0 and squeezed(t) not in seen]
    yield measured("NSMC reviews", "naive Bayes learned from the set's other rows", bayes(learned), held)
    titles = [r["title"] for r in rows(data, "ynat/train/ynat-v1_train.jsonl.gz")] + [r["headline"] for r in rows(data, "clickbait/clickbait_train.jsonl.gz")]
    if more:
        with open(os.path.join(more, "huffpost.jsonl"), encoding="utf-8") as file:
            titles += [json.loads(line)["text"] for line in file]
    weak = bayes([(t, label) for label, some in tone.weak(list(dict.fromkeys(titles))).items() for t in some])
    finance = rows(data, "finance_sentiment/finance_sentiment_train.jsonl.gz")
    for name, field in (("Financial PhraseBank, English", "sentence_en"), ("Financial PhraseBank, Korean", "sentence_ko")):
        some = [(r[field], r["label"]) for r in finance]
        yield measured(name, "naive Bayes learned from weakly labelled headlines", weak, some)
        most = Counter(label for _, label in some).most_common(1)[0][0]
        yield figures(name, f"always {most}", [most] * len(some), [label for _, label in some])


def severity(data, _):
    """Once learned from what was read by the rule, once from headlines as the lexicon labels them, which was written after the rows of the test had been read."""
    from severity import weak
    from severity_words import Lexicon
    from sklearn.metrics import roc_auc_score

    with open(os.path.join(catalog.MODELS, "severity", "read.jsonl"), encoding="utf-8") as file:
        read = [(row["text"], int(row["level"] >= 2)) for row in map(json.loads, file)]
    read += [(row["text"], int(row["label"] == "grave")) for row in severity_texts.labelled("validation")]
    headlines = [row for row in severity_texts.training(data, SEED) if row[0] in ("ynat", "clickbait")]
    told = [(text, int(answer > 0.5)) for (_, text, _), answer in zip(headlines, weak(Lexicon(), headlines)[0])]
    test = severity_texts.labelled("test")
    for method, model in (("naive Bayes learned from the rows that were read", bayes(read)), ("naive Bayes learned from headlines as the lexicon labels them", bayes(told))):
        for language in ("all", "en", "ko"):
            some = [r for r in test if language in ("all", r["language"])]
            scores = model([r["text"] for r in some])[1]
            area = roc_auc_score([r["label"] == "grave" for r in some], scores[:, 1] - scores[:, 0])
            yield {"set": language, "method": method, "rows": len(some), "area": round(area, 4)}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--more")
    options = arguments.parse_args()
    for name, task in (("severity", severity), ("tone", tones), ("topic", topic)):
        found = list(task(options.data, options.more))
        with open(os.path.join(catalog.MODELS, name, "baseline.json"), "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=False, indent=2)
            file.write("\n")
        print(name, found, flush=True)


if __name__ == "__main__":
    main()
