"""The numbers in the lesson of C3W1, computed by NumPy and scikit-learn.

    python3 Tests/Peers/lessons_course3.py
"""
import numpy as np
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid

from deep_network import CLOTHES

with np.load(CLOTHES) as file:
    X, y, X_test, y_test = (file[name] for name in ("train_x", "train_y", "test_x", "test_y"))
X, X_test = X.reshape(-1, 28, 28) / 255, X_test.reshape(-1, 28, 28) / 255
y, y_test = y.ravel().astype(int), y_test.ravel().astype(int)


def moved(X):
    """Two pixels down and two to the right."""
    result = np.zeros_like(X)
    result[:, 2:, 2:] = X[:, :-2, :-2]
    return result


# Every tenth picture of the training set is kept for train-dev; the test pictures with an even
# number are the dev set, those with an odd one the test set.
held = np.arange(len(X)) % 10 == 9
dev = np.arange(len(X_test)) % 2 == 0
sets = {
    "training": (X[~held], y[~held]), "train-dev": (X[held], y[held]),
    "dev": (moved(X_test[dev]), y_test[dev]), "test": (moved(X_test[~dev]), y_test[~dev]),
}
for name, model in [("means", NearestCentroid()), ("neighbour", KNeighborsClassifier(1))]:
    model.fit(X[~held].reshape(-1, 784), y[~held])
    print(name, {k: 100 * np.mean(model.predict(a.reshape(-1, 784)) != b)
                 for k, (a, b) in sets.items()})
    predicted = model.predict(X_test[dev].reshape(-1, 784))
    print("  unmoved dev", 100 * np.mean(predicted != y_test[dev]),
          "macro F1", f1_score(y_test[dev], predicted, average="macro"))
    M = confusion_matrix(y_test[dev], predicted)
    print(M)
    c = 6
    P, R = M[c, c] / M[:, c].sum(), M[c, c] / M[c].sum()
    print("  shirts: P", P, "R", R, "F1", 2 * P * R / (P + R))
