"""The numbers that InitializationTests expects, computed by NumPy and scikit-learn.

    python3 Tests/Peers/initialization.py          # the known values of single functions
    python3 Tests/Peers/initialization.py --long   # and 15000 steps from each initialization
"""
import sys

import numpy as np
from sklearn.datasets import make_circles

from three_layers import accuracy, backward, cost, forward, initialize, swift

SCALES = {
    "zeros": lambda n: 0,
    "random": lambda n: 10,
    "he": lambda n: np.sqrt(2 / n),
    "xavier": lambda n: np.sqrt(1 / n),
}


def circles(m, seed):
    np.random.seed(seed)
    X, Y = make_circles(n_samples=m, noise=0.05)
    return X.T, Y.reshape(1, -1)


def train(X, Y, parameters, steps, rate):
    costs = []
    for step in range(steps):
        cache = forward(X, parameters)
        if step % 1000 == 0:
            costs.append(cost(cache[-1], Y))
        parameters = [p - rate * g for p, g in zip(parameters, backward(X, Y, cache, parameters))]
    return parameters, costs


print("random", *(swift(p.round(8)) for p in initialize([3, 2, 1], SCALES["random"])))
print("he", *(swift(p.round(8)) for p in initialize([2, 4, 1], SCALES["he"])))
print("xavier", *(swift(p) for p in initialize([2, 4, 1], SCALES["xavier"])))
np.random.seed(3)
print("averaged", swift(np.random.randn(4, 2) * np.sqrt(2 / 6)), swift(np.random.randn(1, 4) * np.sqrt(2 / 5)))

X, Y = circles(300, 1)
test = circles(100, 2)
np.seterr(over="ignore")
for name, scale in SCALES.items():
    after, costs = train(X, Y, initialize([2, 10, 5, 1], scale), 30, 0.01)
    print(name, repr(costs[0]), "after 30 steps", repr(cost(forward(X, after)[-1], Y)), swift(after[1][:3]))
    if "--long" in sys.argv:
        after, costs = train(X, Y, initialize([2, 10, 5, 1], scale), 15000, 0.01)
        print(name, costs[0], costs[-1], accuracy(X, Y, after), accuracy(*test, after))

# Inputs: NumPy's mean and deviation, and what a feature without spread is divided by.
X = np.array([[2.0, 4, 6, 8], [10, 30, 30, 50]])
print("statistics", *map(float, [*X.mean(axis=1), *X.std(axis=1), np.array([0.0, 0, 6]).std()]))
print("curvatures", (20**2 + 20 * 200 + 200**2) / 3, np.mean(np.arange(1, 6) ** 2))
