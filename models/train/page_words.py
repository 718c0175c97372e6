"""The linear model over a page's hashed words, and its table of signed bytes: see src/TrendGrains.Reading/Signals/WordScores.cs."""

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

BUCKETS = 1 << 14


def matrix(rows):
    indices = np.concatenate([np.array([bucket for bucket, _ in row], dtype=np.int64) for row in rows])
    values = np.concatenate([np.array([weight for _, weight in row], dtype=np.float64) for row in rows])
    ends = np.cumsum([0] + [len(row) for row in rows])
    table = sparse.csr_matrix((values, indices, ends), shape=(len(rows), BUCKETS))
    table.sum_duplicates()
    return table


class WordModel:
    def __init__(self, labels, strength=30.0):
        self.labels, self.strength = labels, strength

    def fit(self, words, answers, weights=None):
        model = LogisticRegression(C=self.strength, max_iter=1000).fit(words, answers, sample_weight=weights)
        if self.labels == 2:
            coef, bias = np.vstack([-model.coef_[0] / 2, model.coef_[0] / 2]), np.array([-model.intercept_[0] / 2, model.intercept_[0] / 2])
        else:
            coef, bias = model.coef_, model.intercept_
        self.scale = np.abs(coef).max(axis=1).astype(np.float32) / np.float32(127)
        self.weights = np.round(coef / self.scale[:, None]).astype(np.int8)
        self.bias = bias.astype(np.float32)
        return self

    def scores(self, words):
        return words @ self.weights.T.astype(np.float64) * self.scale + self.bias

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self.scale.astype("<f4").tobytes() + self.bias.astype("<f4").tobytes() + np.ascontiguousarray(self.weights.T).tobytes())


def out_of_fold(labels, words, answers, folds, others, other_folds):
    """For each row, and for each of the others that nothing is learned from, the scores of a model that saw no row of its fold."""
    scores, other_scores = np.zeros((len(answers), labels)), np.zeros((len(other_folds), labels))
    for fold in np.unique(folds):
        learn = folds != fold
        model = WordModel(labels).fit(words[learn], answers[learn])
        scores[~learn] = model.scores(words[~learn])
        other_scores[other_folds == fold] = model.scores(others[other_folds == fold])
    return scores, other_scores
