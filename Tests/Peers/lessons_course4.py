"""The numbers in the lesson of C4W1, computed by NumPy.

    python3 Tests/Peers/lessons_course4.py
"""
import contextlib
import io

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

with contextlib.redirect_stdout(io.StringIO()):
    from convolutional_network import backward, columns, forward, pool, pool_backward, relu, windows
from deep_network import CLOTHES, sigmoid

np.set_printoptions(precision=6, suppress=True, linewidth=160)


def picture(rows):
    return np.array(rows, float)[None, :, :, None]


def examples():
    A = picture([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
    W = np.array([[1.0, 0], [-1, 2]]).reshape(2, 2, 1, 1)
    dZ = picture([[1, 0], [-1, 2]])
    print("Z", forward(A, W, np.full((1, 1, 1, 1), 0.5), 1, 0)[0, :, :, 0])
    dA, dW, db = backward(dZ, A, W, 1, 0)
    print("dA", dA[0, :, :, 0], "dW", dW[:, :, 0, 0], "db", db.ravel())
    print("columns", columns(A, 2, 1, 0))
    A = picture([[1, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2]])
    print("pooled", *[pool(A, 2, 2, f)[0, :, :, 0] for f in (np.max, np.mean)])
    for left in ([1, 1, 1], [1, 2, 1], [3, 10, 3]):
        print("at the edge", 10 * sum(left))
    # Three channels, two filters: red minus blue, and the sum of green.
    A = np.arange(1, 13.0).reshape(1, 2, 2, 3)
    W = np.zeros((2, 2, 3, 2))
    W[:, :, 0, 0], W[:, :, 2, 0], W[:, :, 1, 1] = 1, -1, 1
    print("A", *[A[0, :, :, c] for c in range(3)], "Z", forward(A, W, np.zeros((1, 1, 1, 2)), 1, 0))


def sizes():
    out = lambda n, f, s, p=0: (n + 2 * p - f) // s + 1
    n = [39]
    for f, s in [(3, 1), (5, 2), (5, 2)]:
        n.append(out(n[-1], f, s))
    print(n, "numbers in the last", n[-1] ** 2 * 40)
    print("parameters", 3 * 3 * 3 * 10 + 10, 5 * 5 * 10 * 20 + 20, 5 * 5 * 20 * 40 + 40)
    print("LeNet", 156 + 2416 + 2570, "dense", (784 + 1) * 24 * 24 * 6)


def ties():
    with np.load(CLOTHES) as file:
        x = file["train_x"]
    patches = sliding_window_view(x, (6, 6), axis=(1, 2))[:, :23:2, :23:2]
    print("pixels that are 0", 100 * np.mean(x == 0), "%; windows of pooling over a constant patch",
          100 * np.mean(patches.max((-1, -2)) == patches.min((-1, -2))), "%")

    random = np.random.RandomState(1)
    X = np.zeros((2, 9, 9, 1))
    X[:, 3:7, 3:7, 0] = random.rand(2, 4, 4)
    W, b = random.randn(2, 2, 1, 2) * 0.5, np.full((1, 1, 1, 2), 0.1)
    V, Y = random.randn(1, 32) * 0.5, np.array([[1.0, 0]])

    def network(b):
        Z = forward(X, W, b, 1, 0)
        P = pool(relu(Z), 2, 2, np.max)
        return Z, P, sigmoid(V @ P.reshape(2, -1).T)

    def J(b):
        A = network(b)[2]
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))

    Z, P, A = network(b)
    dP = (V.T @ (A - Y) / 2).T.reshape(P.shape)
    first = np.zeros_like(Z)
    for i, h, w, where in windows(Z, 2, 2):
        for c in range(2):
            window = relu(Z)[where][..., c]
            row, column = np.unravel_index(window.argmax(), window.shape)
            first[where][row, column, c] += dP[i, h, w, c]
    unit = np.eye(2).reshape(2, 1, 1, 1, 2) * 1e-6
    print("db1: numerical", [(J(b + u) - J(b - u)) / 2e-6 for u in unit])
    for name, dA in [("all", pool_backward(dP, relu(Z), 2, 2, "max")), ("the first", first)]:
        print("marking", name, backward(dA * (Z > 0), X, W, 1, 0)[2].ravel())


for show in (examples, sizes, ties):
    show()
