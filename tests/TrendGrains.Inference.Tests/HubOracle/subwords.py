"""Small trainers of the three families of subwords, for vocabularies that tests can carry."""
import math
from collections import Counter, defaultdict


def merge_pairs(words, target, join=lambda a, b: a + b):
    """Byte-pair encoding: words is {tuple of symbols: count}; gives (symbols, merges), the symbols in order of making."""
    words = [(list(w), n) for w, n in sorted(words.items())]
    pairs, where = Counter(), defaultdict(set)
    for i, (w, n) in enumerate(words):
        for p in zip(w, w[1:]):
            pairs[p] += n
            where[p].add(i)
    symbols = dict.fromkeys(sorted({s for w, _ in words for s in w}))
    merges = []
    while len(symbols) < target and pairs:
        best = max(pairs.items(), key=lambda e: (e[1], e[0]))[0]
        if pairs[best] < 2:
            break
        made = join(*best)
        merges.append(best)
        symbols.setdefault(made)
        for i in sorted(where.pop(best)):
            w, n = words[i]
            for p in zip(w, w[1:]):
                pairs[p] -= n
                if pairs[p] <= 0:
                    del pairs[p]
            out, k = [], 0
            while k < len(w):
                if k + 1 < len(w) and (w[k], w[k + 1]) == best:
                    out.append(made)
                    k += 2
                else:
                    out.append(w[k])
                    k += 1
            words[i] = (out, n)
            for p in zip(out, out[1:]):
                pairs[p] += n
                where[p].add(i)
    return list(symbols), merges


def unigram(words, target):
    """Frequent substrings, their scores by two rounds of best segmentation; gives [(piece, log probability)]."""
    counts = Counter()
    for w, n in words.items():
        for i in range(len(w)):
            for j in range(i + 1, min(len(w), i + 8) + 1):
                counts[w[i:j]] += n
    single = {p: n for p, n in counts.items() if len(p) == 1}
    longer = sorted(((p, n) for p, n in counts.items() if len(p) > 1 and n > 2), key=lambda e: (-e[1] * len(e[0]), e[0]))
    kept = dict(single)
    kept.update(longer[: max(0, target * 2 - len(single))])
    for _ in range(2):
        total = sum(kept.values())
        score = {p: math.log(n / total) for p, n in kept.items()}
        used = Counter()
        for w, n in words.items():
            best = [(0.0, 0)] + [(-1e18, 0)] * len(w)
            for i in range(len(w)):
                for j in range(i + 1, min(len(w), i + 8) + 1):
                    s = score.get(w[i:j])
                    if s is not None and best[i][0] + s > best[j][0]:
                        best[j] = (best[i][0] + s, i)
            j = len(w)
            while j:
                i = best[j][1]
                used[w[i:j]] += n
                j = i
        ranked = sorted(used.items(), key=lambda e: (-e[1], e[0]))[:target]
        kept = {p: 1 for p in single}
        kept.update(dict(ranked))
    total = sum(kept.values())
    return sorted(((p, round(math.log(n / total), 6)) for p, n in kept.items()), key=lambda e: (-e[1], e[0]))
