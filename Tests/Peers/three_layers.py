"""The three-layer network of course 2 in NumPy: what its peers share."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def initialize(sizes, scale, seed=3):
    """W1, b1, W2, b2, ...: normal weights times scale(n[l-1]), zero biases."""
    np.random.seed(seed)
    parameters = []
    for before, units in zip(sizes, sizes[1:]):
        parameters += [np.random.randn(units, before) * scale(before), np.zeros((units, 1))]
    return parameters


def forward(X, parameters):
    W1, b1, W2, b2, W3, b3 = parameters
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.maximum(0, Z2)
    Z3 = W3 @ A2 + b3
    return Z1, A1, Z2, A2, Z3, sigmoid(Z3)


def cost(A3, Y):
    """0 times infinity, a certain and right prediction, counts as 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nansum(-np.log(A3) * Y - np.log(1 - A3) * (1 - Y)) / Y.shape[1]


def backward(X, Y, cache, parameters):
    _, A1, _, A2, _, A3 = cache
    _, _, W2, _, W3, _ = parameters
    m = X.shape[1]
    dZ3 = (A3 - Y) / m
    dZ2 = (W3.T @ dZ3) * (A2 > 0)
    dZ1 = (W2.T @ dZ2) * (A1 > 0)
    return [
        dZ1 @ X.T, dZ1.sum(1, keepdims=True), dZ2 @ A1.T, dZ2.sum(1, keepdims=True),
        dZ3 @ A2.T, dZ3.sum(1, keepdims=True),
    ]


def accuracy(X, Y, parameters):
    return 100 * np.mean((forward(X, parameters)[-1] > 0.5) == Y)


def swift(values):
    """A matrix or a list as a literal with every digit."""
    values = np.asarray(values)
    if values.ndim == 0:
        return repr(float(values))
    return "[" + ", ".join(swift(v) for v in values) + "]"
