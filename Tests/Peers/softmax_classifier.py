"""The numbers that SoftmaxClassifierTests expects, computed by NumPy and SciPy.

    python3 Tests/Peers/softmax_classifier.py          # the known values
    python3 Tests/Peers/softmax_classifier.py --long   # and the trainings of the lesson: a minute
"""
import pathlib
import sys

import numpy as np
from scipy.special import log_softmax, softmax

from three_layers import swift

DATA = pathlib.Path(__file__).resolve().parents[2] / "Sources/Datasets/FashionMNIST/fashion-mnist.npz"


def one_hot(labels, C):
    return np.eye(C)[:, np.asarray(labels, int)]


def clothes(part="train"):
    """X (784, m) from 0 to 1, and the labels."""
    data = np.load(DATA)
    return data[f"{part}_x"].reshape(len(data[f"{part}_y"]), -1).T / 255, data[f"{part}_y"].ravel().astype(int)


def he(sizes, seed):
    random = np.random.RandomState(seed)
    return [(random.randn(n, before) * np.sqrt(2 / before), np.zeros((n, 1)))
            for before, n in zip(sizes, sizes[1:])]


def forward(X, P):
    (W1, b1), (W2, b2) = P
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2, axis=0)


def cost(Z, Y):
    return -(Y * log_softmax(Z, axis=0)).sum() / Y.shape[1]


def backward(P, cache, X, Y):
    Z1, A1, _, A2 = cache
    m = X.shape[1]
    dZ2 = (A2 - Y) / m
    dZ1 = P[1][0].T @ dZ2 * (Z1 > 0)
    return [(dZ1 @ X.T, dZ1.sum(1, keepdims=True)), (dZ2 @ A1.T, dZ2.sum(1, keepdims=True))]


class Adam:
    def __init__(self, P):
        self.v = [[np.zeros_like(p) for p in layer] for layer in P]
        self.s = [[np.zeros_like(p) for p in layer] for layer in P]
        self.t = 0

    def step(self, P, G, rate):
        self.t += 1
        after = []
        for l, (layer, slopes) in enumerate(zip(P, G)):
            moved = []
            for k, (p, g) in enumerate(zip(layer, slopes)):
                self.v[l][k] = 0.9 * self.v[l][k] + 0.1 * g
                self.s[l][k] = 0.999 * self.s[l][k] + 0.001 * g**2
                v, s = self.v[l][k] / (1 - 0.9**self.t), self.s[l][k] / (1 - 0.999**self.t)
                moved.append(p - rate * v / (np.sqrt(s) + 1e-8))
            after.append(tuple(moved))
        return after


def batches(X, Y, size, seed):
    order = np.random.RandomState(seed).permutation(X.shape[1])
    for start in range(0, X.shape[1], size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


def model(X, Y, units, rate, size, epochs, seed):
    P = he([X.shape[0], units, Y.shape[0]], seed)
    adam, costs = Adam(P), []
    for epoch in range(epochs):
        total = 0
        for x, y in batches(X, Y, size, seed + epoch + 1):
            cache = forward(x, P)
            total += cost(cache[2], y) * x.shape[1]
            P = adam.step(P, backward(P, cache, x, y), rate)
        costs.append(total / X.shape[1])
    return P, costs


def rate(a, b, seed):
    return 10 ** np.random.RandomState(seed).uniform(a, b)


def accuracy(X, labels, P):
    return 100 * np.mean(forward(X, P)[3].argmax(axis=0) == labels)


def show(name, *values):
    print(name, *(swift(v) if isinstance(v, (np.ndarray, float)) else v for v in values))


def small_network():
    random = np.random.RandomState(2)
    P = [(random.randn(4, 3), random.randn(4, 1)), (random.randn(5, 4), random.randn(5, 1))]
    return P, random.randn(3, 2), one_hot([1, 4], 5)


if __name__ == "__main__":
    for z in [(5, 2, -1, 3), (3, -2, 4, 5.6), (2, 1, 0.1), (1, 2, 3, 4, 1, 2, 3), (1000, 1001, 1002)]:
        show("softmax", z, softmax(np.array(z, float)))
    A = np.array([[0.3, 0.25, 0.7], [0.2, 0.5, 0.1], [0.1, 0.125, 0.15], [0.4, 0.125, 0.05]])
    Y = one_hot([1, 0, 3], 4)
    show("cost", A[:, :1], -(Y[:, :1] * np.log(A[:, :1])).sum(), -(Y * np.log(A)).sum() / 3)
    Z = np.array([[5, 3, 1000], [2, -2, -1000], [-1, 4, 0], [3, 5.6, 998]])
    show("from logits", *(cost(Z[:, i:i + 1], Y[:, i:i + 1]) for i in range(3)), cost(Z, Y))
    show("equal scores", float(np.log(3)))
    for i in range(2):
        show("dZ", softmax(Z[:, i]) - Y[:, i])

    P, X, Y = small_network()
    cache = forward(X, P)
    show("forward", *cache, cost(cache[2], Y))
    for dW, db in backward(P, cache, X, Y):
        show("backward", dW, db)

    X, labels = clothes()
    X, Y = X[:, ::20], one_hot(labels[::20], 10)
    P, costs = model(X, Y, 16, 0.005, 32, 5, 1)
    show("model", X.shape, costs, P[0][1][:4], P[1][0][0, :4], P[1][1])

    show("rates", *(float(rate(-4, 0, seed)) for seed in range(1, 6)))
    show("momenta", *(float(1 - rate(-3, -1, seed)) for seed in range(1, 6)))
    show("grid", *(10.0 ** r for r in np.linspace(-4, -1, 4)), *(1 - 10.0 ** s for s in np.linspace(-3, -1, 4)))
    settings = [(0.1, 0.9), (0.01, 0.99), (0.003, 0.95), (0.0001, 0.5), (1.0, 0.999)]
    for chosen in ([1, 2], [1, 2, 0]):
        a, b = np.log10([settings[i][0] for i in chosen]), np.log10([1 - settings[i][1] for i in chosen])
        show("region", *map(float, (a.min(), a.max(), b.min(), b.max())))

    if "--long" in sys.argv:
        X, labels = clothes()
        Y, test = one_hot(labels, 10), clothes("test")
        for units in (8, 64, 256):
            P, costs = model(X, Y, units, 0.001, 64, 30, 1)
            print("clothes", units, [costs[i] for i in (0, 1, 9, 29)], accuracy(X, labels, P), accuracy(*test, P))
        W = [(np.zeros((10, 784)), np.zeros((10, 1)))]
        adam = Adam(W)
        for epoch in range(30):
            for x, y in batches(X, Y, 64, 2 + epoch):
                dZ = (softmax(W[0][0] @ x + W[0][1], axis=0) - y) / x.shape[1]
                W = adam.step(W, [(dZ @ x.T, dZ.sum(1, keepdims=True))], 0.001)
        print("no hidden layer", [100 * np.mean((W[0][0] @ x + W[0][1]).argmax(0) == l) for x, l in ((X, labels), test)])
        print("cost after two epochs", [(r, model(X, Y, 64, r, 64, 2, 1)[1][1]) for r in sorted(rate(-5, -1, s) for s in range(24))])
