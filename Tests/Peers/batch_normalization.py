"""The numbers that BatchNormalizationTests expects, computed by NumPy.

    python3 Tests/Peers/batch_normalization.py          # the known values
    python3 Tests/Peers/batch_normalization.py --long   # and the trainings of the lesson: minutes
"""
import sys

import numpy as np
from scipy.special import softmax

from softmax_classifier import batches, clothes, cost, he, one_hot, show

EPSILON = 1e-5


def normalize(Z, gamma, beta, epsilon, axis=1):
    mean, variance = Z.mean(axis=axis, keepdims=True), Z.var(axis=axis, keepdims=True)
    Z_norm = (Z - mean) / np.sqrt(variance + epsilon)
    return gamma * Z_norm + beta, Z_norm, mean, variance


def normalize_backward(dZ_tilde, Z_norm, variance, gamma, epsilon):
    dZ_norm = gamma * dZ_tilde
    dZ = dZ_norm - dZ_norm.mean(1, keepdims=True) - Z_norm * (dZ_norm * Z_norm).mean(1, keepdims=True)
    return (dZ / np.sqrt(variance + epsilon), (dZ_tilde * Z_norm).sum(1, keepdims=True),
            dZ_tilde.sum(1, keepdims=True))


def start(sizes, seed):
    """[W, gamma, beta] for each hidden layer, [W, b] for the output."""
    layers = he(sizes, seed)
    return [[W, np.ones_like(b), np.zeros_like(b)] for W, b in layers[:-1]] + [list(layers[-1])]


def forward(X, P, normalizing, running=None):
    A, caches = X, []
    for l, (W, gamma, beta) in enumerate(P[:-1]):
        Z = W @ A
        if not normalizing:
            cache = Z + beta, Z, np.zeros_like(beta), np.ones_like(beta)
        elif running:
            mean, variance = running[l]
            cache = (gamma * (Z - mean) / np.sqrt(variance + EPSILON) + beta,)
        else:
            cache = normalize(Z, gamma, beta, EPSILON)
        caches.append((A,) + cache)
        A = np.maximum(0, cache[0])
    W, b = P[-1]
    return W @ A + b, A, caches


def backward(P, scores, A, caches, Y, normalizing):
    m = Y.shape[1]
    dZ = (softmax(scores, axis=0) - Y) / m
    G, dA = [[dZ @ A.T, dZ.sum(1, keepdims=True)]], P[-1][0].T @ dZ
    for (W, gamma, _), (A_prev, Z_tilde, Z_norm, _, variance) in zip(P[-2::-1], caches[::-1]):
        dZ_tilde = dA * (Z_tilde > 0)
        dZ, dgamma, dbeta = normalize_backward(dZ_tilde, Z_norm, variance, gamma, EPSILON)
        if not normalizing:
            dZ, dgamma = dZ_tilde, 0 * gamma
        G.insert(0, [dZ @ A_prev.T, dgamma, dbeta])
        dA = W.T @ dZ
    return G


def model(X, Y, sizes, normalizing, rate, size, epochs, seed):
    P, costs = start(sizes, seed), []
    running = [(np.zeros_like(beta), np.ones_like(beta)) for _, _, beta in P[:-1]]
    for epoch in range(epochs):
        total = 0
        for x, y in batches(X, Y, size, seed + epoch + 1):
            scores, A, caches = forward(x, P, normalizing)
            total += cost(scores, y) * x.shape[1]
            running = [(0.9 * mu + 0.1 * c[3], 0.9 * var + 0.1 * c[4]) for (mu, var), c in zip(running, caches)]
            G = backward(P, scores, A, caches, y, normalizing)
            P = [[p - rate * g for p, g in zip(layer, slopes)] for layer, slopes in zip(P, G)]
        costs.append(total / X.shape[1])
    return P, running if normalizing else None, costs


def accuracy(X, labels, P, running):
    return 100 * np.mean(forward(X, P, running is not None, running)[0].argmax(axis=0) == labels)


def small_network():
    random = np.random.RandomState(3)
    P = [[random.randn(3, 2), 1 + 0.1 * random.randn(3, 1), random.randn(3, 1)],
         [random.randn(4, 3), 1 + 0.1 * random.randn(4, 1), random.randn(4, 1)],
         [random.randn(3, 4), random.randn(3, 1)]]
    return P, random.randn(2, 4), one_hot([2, 0, 1, 1], 3)


if __name__ == "__main__":
    X_train, X_test = np.array([[2, 4, 6, 8], [1, 1, 1, 1.0]]), np.array([[5.0, 10], [1, 3]])
    sigma = X_train.std(1, keepdims=True)
    show("inputs", *((X - X_train.mean(1, keepdims=True)) / np.where(sigma == 0, 1, sigma) for X in (X_train, X_test)))

    random = np.random.RandomState(1)
    Z, gamma, beta = random.randn(3, 4), random.randn(3, 1), random.randn(3, 1)
    forwards = normalize(Z, gamma, beta, 0.1)
    show("forward", *forwards)
    show("epsilon", *normalize(np.array([[1.0, 3]]), np.array([[2.0]]), np.array([[0.5]]), 3))
    show("backward", *normalize_backward(random.randn(3, 4), forwards[1], forwards[3], gamma, 0.1))
    P = random.randn(2, 2, 3, 2)
    show("pictures", *normalize(P, np.array([2, 0.5]), np.array([1, -1.0]), 0.1, axis=(0, 1, 2))[2:],
         normalize(P, np.array([2, 0.5]), np.array([1, -1.0]), 0.1, axis=(0, 1, 2))[0][0, 0])
    show("inference", 2 * (np.array([3.0, 5]) - 1) / np.sqrt(4 + 0.5) + 0.25)

    P, X, Y = small_network()
    for normalizing in (True, False):
        scores, A, caches = forward(X, P, normalizing)
        show("network", normalizing, scores, cost(scores, Y), caches[1][3], caches[1][4])
        for layer in backward(P, scores, A, caches, Y, normalizing):
            show("  gradients", *layer)

    X, labels = clothes()
    X, Y = X[:, ::20], one_hot(labels[::20], 10)
    for normalizing in (True, False):
        P, running, costs = model(X, Y, [784, 12, 8, 10], normalizing, 0.1, 25, 4, 1)
        show("model", normalizing, costs, P[0][2][:3], P[2][1][:3])
        if running:
            show("running", running[1][0][:3], running[1][1][:3])

    if "--long" in sys.argv:
        X, labels = clothes()
        Y, test = one_hot(labels, 10), clothes("test")
        for rate in (0.01, 0.1, 0.3, 1.0):
            for normalizing in (False, True):
                P, running, costs = model(X, Y, [784, 64, 32, 10], normalizing, rate, 50, 10, 1)
                print(rate, normalizing, costs[0], costs[9], accuracy(X, labels, P, running), accuracy(*test, P, running), flush=True)
        for size in (2, 4):
            for normalizing in (False, True):
                P, running, costs = model(X, Y, [784, 64, 32, 10], normalizing, 0.1, size, 10, 1)
                print("batches of", size, normalizing, costs[9], accuracy(*test, P, running), flush=True)
