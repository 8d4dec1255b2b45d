#!/usr/bin/env python3
"""The course's own noisy data for the week on regularization, in NumPy, and what training on it gives.

    python3 Tests/Peers/datasets_noisy_diagonal.py

prints the accuracies that the documentation of `noisyDiagonal` names. About 2 minutes.
"""

import numpy as np


def noisy_diagonal(m, seed):
    """m examples: X of shape (2, m), Y of shape (1, m)."""
    random = np.random.RandomState(seed)
    X, Y = np.empty((2, m)), np.empty((1, m))
    for i in range(m):
        x1 = 1.2 * random.rand() - 0.7
        x2 = 1.2 * random.rand() - 0.6
        above = x2 - 0.8 * x1 - 0.1 + 0.1 * random.randn() > 0
        exchanged = random.rand() < 0.03
        X[0, i], X[1, i], Y[0, i] = x1, x2, float(above != exchanged)
    return X, Y


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(parameters, X):
    (W1, b1), (W2, b2), (W3, b3) = parameters
    A1 = np.maximum(0, W1 @ X + b1)
    A2 = np.maximum(0, W2 @ A1 + b2)
    return sigmoid(W3 @ A2 + b3) > 0.5


def train(X, Y, lambd=0.0, keep=1.0, steps=30000, rate=0.3, seed=3):
    """Gradient descent for [2, 20, 3, 1] with L2 regularization and dropout."""
    np.random.seed(seed)
    sizes = [2, 20, 3, 1]
    parameters = []
    for n, previous in zip(sizes[1:], sizes):
        parameters.append((np.random.randn(n, previous) / np.sqrt(previous), np.zeros((n, 1))))
    masks = np.random.RandomState(1)
    m = X.shape[1]
    for _ in range(steps):
        (W1, b1), (W2, b2), (W3, b3) = parameters
        A1 = np.maximum(0, W1 @ X + b1)
        D1 = (masks.rand(*A1.shape) < keep) / keep if keep < 1 else 1
        A1 = A1 * D1
        A2 = np.maximum(0, W2 @ A1 + b2)
        D2 = (masks.rand(*A2.shape) < keep) / keep if keep < 1 else 1
        A2 = A2 * D2
        dZ3 = sigmoid(W3 @ A2 + b3) - Y
        dZ2 = W3.T @ dZ3 * D2 * (A2 > 0)
        dZ1 = W2.T @ dZ2 * D1 * (A1 > 0)
        parameters = [
            (
                W - rate * (dZ @ A.T + lambd * W) / m,
                b - rate * dZ.sum(axis=1, keepdims=True) / m,
            )
            for (W, b), dZ, A in zip(parameters, (dZ1, dZ2, dZ3), (X, A1, A2))
        ]
    return parameters


if __name__ == "__main__":
    X, Y = noisy_diagonal(211 + 200, 1)
    parts = [(X[:, :211], Y[:, :211]), (X[:, 211:], Y[:, 211:])]
    for seed in range(1, 6):
        for name, options in [
            ("none", {}),
            ("L2, lambda = 0.7", {"lambd": 0.7}),
            ("dropout, 0.86", {"keep": 0.86}),
        ]:
            parameters = train(*parts[0], seed=seed, **options)
            rates = [100 * np.mean(predict(parameters, x) == y) for x, y in parts]
            print(f"seed {seed}: {name:18} training {rates[0]:.2f} %  test {rates[1]:.2f} %")
