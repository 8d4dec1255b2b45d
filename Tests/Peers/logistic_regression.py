"""The numbers that LogisticRegressionTests expects, computed by NumPy.

    python3 Tests/Peers/logistic_regression.py
"""
import numpy as np

np.set_printoptions(precision=17)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(x):
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return np.dot(X, (A - Y).T) / m, np.sum(A - Y) / m, cost


def optimize(w, b, X, Y, steps, rate):
    for _ in range(steps):
        dw, db, _ = propagate(w, b, X, Y)
        w, b = w - rate * dw, b - rate * db
    return w, b


print("sigmoid", sigmoid(np.array([[0.0, 2], [-1, 3]])))
s = sigmoid(np.array([1.0, 2, 3]))
print("sigmoidDerivative", s * (1 - s))
x = np.array([[0.0, 3, 4], [1, 6, 4]])
print("normalizeRows", x / np.linalg.norm(x, axis=1, keepdims=True))
print("softmax", softmax(np.array([[9.0, 2, 5, 0, 0], [7, 5, 0, 0, 0]])))
w, b = np.array([[1.0], [2]]), 2.0
X, Y = np.array([[1, 2, -1], [3, 4, -3.2]]), np.array([[1, 0, 1]])
print("propagate", propagate(w, b, X, Y))
print("optimize", optimize(w, b, X, Y, 100, 0.009))
