"""The numbers that StrategyTests expects, computed by NumPy and scikit-learn.

    python3 Tests/Peers/strategy.py
"""
import numpy as np
from sklearn.metrics import (confusion_matrix, f1_score, precision_score, recall_score,
                             zero_one_loss)

random = np.random.RandomState(1)
Y = random.randint(0, 4, 20)
predictions = np.where(random.rand(20) < 0.6, Y, random.randint(0, 4, 20))
print("Y", Y.tolist(), "predictions", predictions.tolist())

M = confusion_matrix(Y, predictions, labels=range(5))
print("confusion\n", M)
arguments = dict(labels=range(5), zero_division=0)
print("precision", precision_score(Y, predictions, average=None, **arguments).tolist())
print("recall", recall_score(Y, predictions, average=None, **arguments).tolist())
print("F1", f1_score(Y, predictions, average=None, **arguments).tolist())
print("macro F1", f1_score(Y, predictions, average="macro", **arguments))

weights = random.choice([1, 2.5, 10], 20)
print("weights", weights.tolist())
print("weighted error", zero_one_loss(Y, predictions, sample_weight=weights))

table = (random.rand(12, 3) < 0.4).astype(int)
print("table", table.tolist())
print("shares", table.mean(axis=0).tolist(), "ceilings of 8.5", (8.5 * table.mean(axis=0)).tolist())

models = [predictions, np.where(random.rand(20) < 0.8, Y, random.randint(0, 4, 20))]
print("second model", models[1].tolist())
places, labels = [2, 7, 11, 19], (Y[[2, 7, 11, 19]] + [1, 2, 3, 1]) % 4
patched = Y.copy()
patched[places] = labels
print("labels", labels.tolist(), "before", [np.mean(p == Y) for p in models], "after",
      [np.mean(p == patched) for p in models])
