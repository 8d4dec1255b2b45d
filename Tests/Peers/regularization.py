"""The numbers that RegularizationTests expects, computed by NumPy.

    python3 Tests/Peers/regularization.py
"""
import numpy as np

from three_layers import cost, forward, sigmoid, swift


def parameters():
    return [np.random.randn(*s) for s in [(2, 3), (2, 1), (3, 2), (3, 1), (1, 3), (1, 1)]]


def penalty(P, lambd, m):
    return lambd / (2 * m) * sum(np.sum(W**2) for W in P[::2])


def backward_l2(X, Y, cache, P, lambd):
    _, A1, _, A2, _, A3 = cache
    W1, _, W2, _, W3, _ = P
    m = X.shape[1]
    dZ3 = A3 - Y
    dZ2 = (W3.T @ dZ3) * (A2 > 0)
    dZ1 = (W2.T @ dZ2) * (A1 > 0)
    return [
        value for dZ, A, W in [(dZ1, X, W1), (dZ2, A1, W2), (dZ3, A2, W3)]
        for value in (dZ @ A.T / m + lambd / m * W, dZ.sum(1, keepdims=True) / m)
    ]


def forward_dropout(X, P, keep, seed):
    np.random.seed(seed)
    W1, b1, W2, b2, W3, b3 = P
    A1 = np.maximum(0, W1 @ X + b1)
    D1 = np.random.rand(*A1.shape) < keep
    A1 = A1 * D1 / keep
    A2 = np.maximum(0, W2 @ A1 + b2)
    D2 = np.random.rand(*A2.shape) < keep
    A2 = A2 * D2 / keep
    return A1, D1, A2, D2, sigmoid(W3 @ A2 + b3)


def backward_dropout(X, Y, A1, D1, A2, D2, A3, P, keep):
    W1, _, W2, _, W3, _ = P
    m = X.shape[1]
    dZ3 = A3 - Y
    dZ2 = (W3.T @ dZ3) * D2 / keep * (A2 > 0)
    dZ1 = (W2.T @ dZ2) * D1 / keep * (A1 > 0)
    return [
        value for dZ, A in [(dZ1, X), (dZ2, A1), (dZ3, A2)]
        for value in (dZ @ A.T / m, dZ.sum(1, keepdims=True) / m)
    ]


Y = np.array([[1, 1, 0, 1, 0]])
np.random.seed(1)
P = parameters()
A3 = np.array([[0.40682402, 0.01629284, 0.16722898, 0.10118111, 0.40682402]])
print("cost", cost(A3, Y) + penalty(P, 0.1, 5), cost(A3, Y))

np.random.seed(1)
X = np.random.randn(3, 5)
P = parameters()
print("backward", *(swift(g.round(8)) for g in backward_l2(X, Y, forward(X, P), P, 0.7)), sep="\n  ")

A1, D1, A2, D2, A3 = forward_dropout(X, P, 0.7, 1)
print("dropout 0.7", swift(A3.round(8)), swift(D1.astype(float)), swift(D2.astype(float)))
A1, D1, A2, D2, A3 = forward_dropout(X, P, 0.8, 1)
print("dropout 0.8", *(swift(g.round(8)) for g in backward_dropout(X, Y, A1, D1, A2, D2, A3, P, 0.8)), sep="\n  ")
print(swift(D1.astype(float)), swift(D2.astype(float)))


def train(X, Y, P, rate, steps, lambd, keep, seed):
    costs = []
    for step in range(steps):
        if keep < 1:
            A1, D1, A2, D2, A3 = forward_dropout(X, P, keep, seed + step)
            G = backward_dropout(X, Y, A1, D1, A2, D2, A3, P, keep)
            G = [g + (lambd / X.shape[1] * p if i % 2 == 0 else 0) for i, (g, p) in enumerate(zip(G, P))]
        else:
            cache = forward(X, P)
            A3 = cache[-1]
            G = backward_l2(X, Y, cache, P, lambd)
        costs.append(cost(A3, Y) + penalty(P, lambd, X.shape[1]))
        P = [p - rate * g for p, g in zip(P, G)]
    return P, costs


for lambd, keep in [(0, 1), (0.7, 1), (0, 0.8)]:
    after, costs = train(X, Y, P, 0.3, 40, lambd, keep, 1)
    print("train", lambd, keep, repr(costs[0]), repr(costs[39]), swift(after[0]))
