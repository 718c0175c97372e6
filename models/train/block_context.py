"""What the second block model sees of the first one's scores; Extract/Features/ContextFeatures.cs computes the same numbers."""

import numpy as np

STEPS = (-3, -2, -1, 1, 2, 3)
REACHES = (5, 15)
SURE, SURE_WORDS, FAR = 0.5, 10, 100


def names(levels):
    return (
        ["score.self"] + [f"score.next{s}" for s in STEPS] + [f"score.box{level}" for level in range(levels)] + ["score.style", "score.path", "score.page", "score.page_max", "score.page_over"]
        + [f"score.within{r}" for r in REACHES] + ["score.before", "score.from_last", "score.to_next", "score.section", "score.heading", "score.below"]
    )


def sums(values):
    return np.concatenate([[0.0], np.cumsum(values)])


def of(page, scores):
    count = page.size
    levels = page.ranges.shape[1]
    if count == 0:
        return np.zeros((0, len(names(levels))), np.float32)
    scores = scores.astype(np.float32).astype(float)
    weight = page.words + 1
    scored, weighed, over = sums(scores * weight), sums(weight), sums((scores > SURE) * weight)
    place = np.arange(count)

    def mean(first, end):
        return (scored[end] - scored[first]) / np.maximum(weighed[end] - weighed[first], 1e-9)

    columns = [scores]
    for step in STEPS:
        other = place + step
        columns.append(np.where((other >= 0) & (other < count), scores[np.clip(other, 0, count - 1)], -1))
    columns += [mean(page.ranges[:, level, 0], page.ranges[:, level, 1]) for level in range(levels)]
    for groups in (page.styles, page.paths):
        columns.append((np.bincount(groups, scores * weight) / np.maximum(np.bincount(groups, weight), 1e-9))[groups])
    columns += [np.full(count, mean(0, count)), np.full(count, scores.max()), np.full(count, over[-1] / weighed[-1])]
    columns += [mean(np.maximum(0, place - r), np.minimum(count, place + r + 1)) for r in REACHES]
    columns.append(over[:-1] / max(over[-1], 1e-9))
    sure = (scores > SURE) & (page.words >= SURE_WORDS)
    last = np.concatenate([[-1], np.maximum.accumulate(np.where(sure, place, -1))[:-1]])
    columns.append(np.where(last < 0, -1, np.minimum(place - last, FAR)))
    none = count + FAR
    following = np.concatenate([np.minimum.accumulate(np.where(sure, place, none)[::-1])[::-1][1:], [none]])
    columns.append(np.where(following == none, -1, np.minimum(following - place, FAR)))
    section = np.full(count, -1.0)
    heads = np.flatnonzero(page.is_heading)
    for head, end in zip(heads, np.concatenate([heads[1:], [count]])):
        if end > head + 1:
            section[head] = (scored[end] - scored[head + 1]) / (weighed[end] - weighed[head + 1])
    under = page.headings >= 0
    columns += [np.where(under, section[page.headings], -1), np.where(under, scores[page.headings], -1), np.where(page.is_heading, section, -1)]
    return np.stack(columns, 1).astype(np.float32)
