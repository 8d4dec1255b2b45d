"""The numbers that OptimizationTests expects, computed by NumPy and scikit-learn.

    python3 Tests/Peers/optimization.py          # the known values of single functions
    python3 Tests/Peers/optimization.py --long   # and 5000 epochs with each method
"""
import sys

import numpy as np
from sklearn.datasets import make_moons

from three_layers import accuracy, backward, cost, forward, initialize, swift


def mini_batches(X, Y, size, seed):
    np.random.seed(seed)
    order = np.random.permutation(X.shape[1])
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k:k + size], Y[:, k:k + size]) for k in range(0, X.shape[1], size)]


def step(method, P, G, v, s, t, rate, beta=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8):
    if method == "gradientDescent":
        return [p - rate * g for p, g in zip(P, G)], v, s
    if method == "momentum":
        v = [beta * a + (1 - beta) * g for a, g in zip(v, G)]
        return [p - rate * a for p, a in zip(P, v)], v, s
    if method == "rmsProp":
        s = [beta * a + (1 - beta) * g**2 for a, g in zip(s, G)]
        return [p - rate * g / (np.sqrt(a) + epsilon) for p, g, a in zip(P, G, s)], v, s
    v = [beta1 * a + (1 - beta1) * g for a, g in zip(v, G)]
    s = [beta2 * a + (1 - beta2) * g**2 for a, g in zip(s, G)]
    P = [
        p - rate * (a / (1 - beta1**t)) / (np.sqrt(b / (1 - beta2**t)) + epsilon)
        for p, a, b in zip(P, v, s)
    ]
    return P, v, s


def train(X, Y, P, method, rate, size, epochs, seed):
    v, s, t, costs = [0 * p for p in P], [0 * p for p in P], 0, []
    for epoch in range(epochs):
        total = 0
        for x, y in mini_batches(X, Y, size, seed + epoch + 1):
            cache = forward(x, P)
            total += cost(cache[-1], y) * x.shape[1]
            t += 1
            P, v, s = step(method, P, backward(x, y, cache, P), v, s, t, rate)
        costs.append(total / X.shape[1])
    return P, costs


np.random.seed(1)
shapes = [(2, 3), (2, 1), (3, 3), (3, 1)]
P, G = ([np.random.randn(*shape) for shape in shapes] for _ in range(2))
zeros = [0 * p for p in P]
for method, t in [("gradientDescent", 1), ("momentum", 1), ("rmsProp", 1), ("adam", 2)]:
    after, v, s = step(method, P, G, zeros, zeros, t, 0.01)
    print(method, *(swift(p.round(8)) for p in after), sep="\n  ")
    print("  v", *(swift(p.round(8)) for p in v), sep="\n  ")
    print("  s", *(swift(p.round(8)) for p in s), sep="\n  ")

np.random.seed(1)
X, Y = np.random.randn(1, 148), np.arange(148.0).reshape(1, 148)
batches = mini_batches(X, Y, 64, 0)
print("batches", [x.shape[1] for x, _ in batches], batches[0][0][0, :3], batches[0][1][0, :3], batches[2][1][0, -3:])

theta = [4.0, 9.0]
v, averages = 0, []
for t, value in enumerate(theta, 1):
    v = 0.98 * v + 0.02 * value
    averages.append((v, v / (1 - 0.98**t)))
print("averages", averages)
print("rates", 0.5 / (1 + 1 * 2), 0.5 / (1 + 0.3 * (10 // 100)), 0.5 / (1 + 0.3 * (100 // 100)), 0.2 * 0.95**10, 0.2 / np.sqrt(50))

np.random.seed(3)
X, Y = make_moons(n_samples=300, noise=0.2)
X, Y = X.T, Y.reshape(1, -1)
start = initialize([2, 5, 2, 1], lambda n: np.sqrt(2 / n))
for method in ["gradientDescent", "momentum", "rmsProp", "adam"]:
    after, costs = train(X, Y, start, method, 0.0007, 64, 20, 10)
    print(method, repr(costs[0]), repr(costs[1]), repr(costs[19]), swift(after[0]), swift(after[5]))
    if "--long" in sys.argv:
        after, costs = train(X, Y, start, method, 0.0007, 64, 5000, 10)
        print(method, [f"{c:.6f}" for c in costs[::1000]], accuracy(X, Y, after))
