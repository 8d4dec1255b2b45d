"""The numbers that ComputationGraphTests expects, computed by NumPy.

    python3 Tests/Peers/computation_graph.py          # the known values
    python3 Tests/Peers/computation_graph.py --long   # and the training of the lesson: a minute

No derivative is written down here: each is the imaginary part of the function at x + 1e-30i, over 1e-30, which
is exact to the last digits.
"""
import sys

import numpy as np

H = 1e-30


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return z * (z.real > 0)


def gradient(f, inputs, k=0):
    """The derivative of f(*inputs), a number, with respect to each element of one input."""
    x = np.array(inputs[k], complex)
    slopes = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        moved = x.copy()
        moved[place] += H * 1j
        slopes[place] = np.imag(f(*inputs[:k], moved, *inputs[k + 1:])) / H
    return slopes


def show(name, x):
    print(name, np.array2string(np.asarray(x), precision=17, floatmode="unique", separator=", ", threshold=10**6))


def gradients(name, f, *inputs):
    for k in range(len(inputs)):
        show(f"{name} by input {k}", gradient(f, inputs, k))


def randn(seed, *shapes):
    random = np.random.RandomState(seed)
    return [random.randn(*shape) for shape in shapes]


# A formula with every operation: J = log(a / b + σ(a - c)) e^(b c) - a.
def formula(a, b, c):
    return np.log(a / b + sigmoid(a - c)) * np.exp(b * c) - a


a, b, c = 1.5, 0.5, 0.8
show("quotient", a / b)
show("difference", a - c)
show("sigmoid", sigmoid(a - c))
show("argument", a / b + sigmoid(a - c))
show("logarithm", np.log(a / b + sigmoid(a - c)))
show("power", np.exp(b * c))
show("product", np.log(a / b + sigmoid(a - c)) * np.exp(b * c))
show("J", formula(a, b, c))
gradients("J", formula, a, b, c)
# Of its nodes: what J is as a function of each of them.
show("dJ by the power", np.log(a / b + sigmoid(a - c)))
gradients("J by the logarithm", lambda l: l * np.exp(b * c) - a, np.log(a / b + sigmoid(a - c)))
gradients("J by the argument", lambda u: np.log(u) * np.exp(b * c) - a, a / b + sigmoid(a - c))
gradients("J by the difference", lambda d: np.log(a / b + sigmoid(d)) * np.exp(b * c) - a, a - c)
gradients("J by b c", lambda p: np.log(a / b + sigmoid(a - c)) * np.exp(p) - a, b * c)

# Each operation by itself.
gradients("quotient", lambda x, y: x / y, a, b)
gradients("sigmoid", sigmoid, a - c)
gradients("power", np.exp, b * c)
gradients("log", np.log, a / b + sigmoid(a - c))

# One example of logistic regression: x = (2, -3), w = (0.5, 0.5), b = 0, y = 1.
gradients("loss", lambda w1, w2, b: -np.log(sigmoid(2 * w1 - 3 * w2 + b)), 0.5, 0.5, 0.0)
show("loss", -np.log(sigmoid(-0.5)))

# A matrix product: the sum of weights times its elements.
A, B, dC = randn(1, (2, 3), (3, 4), (2, 4))
gradients("product", lambda A, B: (dC * (A @ B)).sum(), A, B)

# What is broadcast: the sum of weights times the larger tensor.
(dY,) = randn(2, (2, 3, 4))
for shape in [(1, 3, 1), (3, 1), (4,), (), (2, 1, 1)]:
    show(f"unbroadcast to {shape}", gradient(lambda x: (dY * (np.zeros((2, 3, 4)) + x)).sum(), [np.zeros(shape)]))

# The graph of TensorGraph in the suite.
W, X, bias, V = randn(4, (3, 2), (2, 4), (3, 1), (2, 3))


def tensors(W, X, bias, V, scale):
    Z = W @ X + bias
    mixed = np.tanh(Z) * sigmoid(Z) - relu(Z) * scale
    rows = mixed.sum(1, keepdims=True)
    return (V @ (rows * np.log(sigmoid(Z)))).sum()


show("tensors: Z", W @ X + bias)
show("tensors: rows", (np.tanh(W @ X + bias) * sigmoid(W @ X + bias) - 0.5 * relu(W @ X + bias)).sum(1, keepdims=True))
show("tensors: J", tensors(W, X, bias, V, 0.5))
gradients("tensors", tensors, W, X, bias, V, 0.5)

# A network with one hidden layer and two outputs.
W1, b1, W2, b2, inputs = randn(6, (3, 2), (3, 1), (2, 3), (2, 1), (2, 4))
Y = np.array([[0, 1, 1, 0], [1, 0, 1, 0.0]])


def cost(W1, b1, W2, b2, X=inputs, Y=Y):
    A2 = sigmoid(W2 @ np.tanh(W1 @ X + b1) + b2)
    return -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)).sum() / Y.shape[1]


def descend(parameters, steps, rate):
    costs = []
    for _ in range(steps):
        costs.append(cost(*parameters))
        slopes = [gradient(cost, parameters, k) for k in range(4)]
        parameters = [p - rate * d for p, d in zip(parameters, slopes)]
    return parameters, costs


show("cost", cost(W1, b1, W2, b2))
gradients("cost", cost, W1, b1, W2, b2)
end, costs = descend([W1, b1, W2, b2], 3, 0.5)
show("three costs", costs)
for name, part in zip(["W1", "b1", "W2", "b2"], end):
    show(f"after three steps: {name}", part)
