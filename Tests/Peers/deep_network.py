"""Prints the numbers that DeepNetworkTests expects, from NumPy.

    python3 Tests/Peers/deep_network.py

The seeds are those of the published notebooks, so that most lines can be read there as well.
"""

import pathlib

import numpy as np

np.set_printoptions(precision=12, suppress=True, linewidth=200)
CLOTHES = pathlib.Path(__file__).parents[2] / "Sources/Datasets/FashionMNIST/fashion-mnist.npz"


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(0, z)


def parameters(sizes, seed, by_inputs):
    random = np.random.RandomState(seed)
    return [
        (random.randn(n, before) * (1 / np.sqrt(before) if by_inputs else 0.01), np.zeros((n, 1)))
        for before, n in zip(sizes, sizes[1:])
    ]


def forward(X, layers):
    """AL, and for every layer its input, weights and sums."""
    A, caches = X, []
    for l, (W, b) in enumerate(layers):
        Z = W @ A + b
        caches.append((A, W, Z))
        A = sigmoid(Z) if l == len(layers) - 1 else relu(Z)
    return A, caches


def cost(AL, Y):
    return -np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))


def linear_backward(dZ, A, W):
    m = A.shape[1]
    return W.T @ dZ, dZ @ A.T / m, dZ.sum(axis=1, keepdims=True) / m


def activation_backward(dA, Z, activation):
    return dA * (sigmoid(Z) * (1 - sigmoid(Z)) if activation == "sigmoid" else (Z >= 0))


def backward(AL, Y, caches):
    dA, gradients = -(Y / AL - (1 - Y) / (1 - AL)), []
    for l in reversed(range(len(caches))):
        A, W, Z = caches[l]
        dZ = activation_backward(dA, Z, "sigmoid" if l == len(caches) - 1 else "relu")
        dA, dW, db = linear_backward(dZ, A, W)
        gradients.insert(0, (dA, dW, db))
    return gradients


def train(X, Y, layers, steps, rate):
    costs = []
    for step in range(steps):
        AL, caches = forward(X, layers)
        if step % 100 == 0:
            costs.append(cost(AL, Y))
        layers = [(W - rate * dW, b - rate * db)
                  for (W, b), (_, dW, db) in zip(layers, backward(AL, Y, caches))]
    return layers, costs


def clothes(part):
    """Sneakers (0) and ankle boots (1) as columns of numbers from 0 to 1."""
    with np.load(CLOTHES) as file:
        x, y = file[part + "_x"], file[part + "_y"].ravel()
    chosen = (y == 7) | (y == 9)
    return x[chosen].reshape(chosen.sum(), -1).T / 255, (y[chosen] == 9)[None] * 1.0


def coarse(X):
    """Every fourth pixel of every fourth row."""
    return X.reshape(28, 28, -1)[2::4, 2::4].reshape(49, -1)


if __name__ == "__main__":
    print("two layers 3, 2, 1, seed 1", *parameters([3, 2, 1], 1, False), sep="\n")
    print("layers 5, 4, 3, seed 3", *parameters([5, 4, 3], 3, False), sep="\n")
    print("by inputs 4, 3, 2, seed 1", *parameters([4, 3, 2], 1, True), sep="\n")

    random = np.random.RandomState(1)
    A, W, b = random.randn(3, 2), random.randn(1, 3), random.randn(1, 1)
    print("linear forward", W @ A + b)
    random = np.random.RandomState(2)
    A, W, b = random.randn(3, 2), random.randn(1, 3), random.randn(1, 1)
    print("activation forward", sigmoid(W @ A + b), relu(W @ A + b))

    random = np.random.RandomState(6)
    X = random.randn(5, 4)
    layers = [(random.randn(n, k), random.randn(n, 1)) for k, n in [(5, 4), (4, 3), (3, 1)]]
    print("model forward", forward(X, layers)[0])
    print("cost", repr(cost(np.array([[0.8, 0.9, 0.4]]), np.array([[1, 1, 0]]))),
          repr(cost(np.array([[0.8, 0.9, 0.4]]), np.array([[1, 1, 1]]))))

    random = np.random.RandomState(1)
    dZ, A, W = random.randn(1, 2), random.randn(3, 2), random.randn(1, 3)
    print("linear backward", *linear_backward(dZ, A, W), sep="\n")
    random = np.random.RandomState(2)
    dA, A, W, b, Z = (random.randn(*s) for s in [(1, 2), (3, 2), (1, 3), (1, 1), (1, 2)])
    for activation in ("sigmoid", "relu"):
        print(activation, *linear_backward(activation_backward(dA, Z, activation), A, W), sep="\n")

    random = np.random.RandomState(6)
    X = random.randn(5, 4)
    layers = [(random.randn(n, k), random.randn(n, 1)) for k, n in [(5, 4), (4, 3), (3, 1)]]
    AL, caches = forward(X, layers)
    for l, gradient in enumerate(backward(AL, np.array([[1, 0, 1, 0]]), caches), 1):
        print("model backward, layer", l, *gradient, sep="\n")

    random = np.random.RandomState(2)
    W1, b1, W2, b2 = (random.randn(*s) for s in [(3, 4), (3, 1), (1, 3), (1, 1)])
    random = np.random.RandomState(3)
    dW1, db1, dW2, db2 = (random.randn(*s) for s in [(3, 4), (3, 1), (1, 3), (1, 1)])
    print("update", W1 - 0.1 * dW1, b1 - 0.1 * db1, W2 - 0.1 * dW2, b2 - 0.1 * db2, sep="\n")

    X, Y = clothes("train")
    testX, testY = clothes("test")
    X, Y, testX = coarse(X)[:, ::5], Y[:, ::5], coarse(testX)
    for name, sizes, by_inputs, rate, steps in [
        ("two layers", [49, 7, 1], False, 0.3, 201), ("deep", [49, 20, 7, 5, 1], True, 0.2, 201),
    ]:
        layers, costs = train(X, Y, parameters(sizes, 1, by_inputs), steps, rate)
        print(name, costs, *[np.mean((forward(x, layers)[0] > 0.5) == y)
                             for x, y in [(X, Y), (testX, testY)]])
