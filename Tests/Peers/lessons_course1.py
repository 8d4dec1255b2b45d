"""The numbers in the lessons of course 1, computed by NumPy.

    python3 Tests/Peers/lessons_course1.py          # the worked examples: seconds
    python3 Tests/Peers/lessons_course1.py --long   # and what is trained: two minutes
"""
import sys

import numpy as np

import shallow_network as shallow
from deep_network import backward, clothes, cost, forward, parameters, relu, sigmoid, train
from deep_network import CLOTHES

np.set_printoptions(precision=6, suppress=True, linewidth=160)
np.seterr(all="ignore")
X, Y = clothes("train")
testX, testY = clothes("test")


def percent(said, Y):
    return 100 * np.mean(said == Y)


# C1W2


def logistic(X, Y, steps, rate, w=None, every=100, squared=False):
    """Logistic regression from w and b = 0: w, b, and the costs of steps 0, every, 2 every, ..."""
    w, b, costs = np.zeros((X.shape[0], 1)) if w is None else w, 0.0, []
    for step in range(steps):
        A = sigmoid(w.T @ X + b)
        if step % every == 0:
            costs.append(np.mean((A - Y) ** 2) if squared else cost(A, Y))
        dZ = 2 * (A - Y) * A * (1 - A) if squared else A - Y
        w, b = w - rate * X @ dZ.T / X.shape[1], b - rate * dZ.mean()
    return w, b, np.array(costs)


def accuracies(w, b, *sets):
    return [percent(sigmoid(w.T @ X + b) > 0.5, Y) for X, Y in sets]


def losses():
    a = np.array([0.9, 0.6, 0.5, 0.1, 0.01, 0.001])
    print("-log a", -np.log(a), "(1 - a)²", (1 - a) ** 2)


def two_examples():
    w, x, y = np.array([[0.5], [-0.25]]), np.array([[1, 3], [2, -1.0]]), np.array([[1.0, 0]])
    A = sigmoid(w.T @ x)
    print("A", A, "losses", -np.log(A[0, 0]), -np.log(1 - A[0, 1]), "J", cost(A, y))
    print("dw", (x @ (A - y).T / 2).ravel(), "db", (A - y).mean())
    print("costs", logistic(x, y, 4, 0.1, w, 1)[2])
    for squared in (False, True):
        print("from 20 w, squared" if squared else "from 20 w",
              logistic(x, y, 41, 0.1, 20 * w, 1, squared)[2][[0, 10, 40]])


def learning_rates():
    for rate in (0.0005, 0.005, 0.05, 0.1, 0.2, 0.5, 1):
        w, b, costs = logistic(X, Y, 2000, rate)
        print("rate", rate, accuracies(w, b, (X, Y), (testX, testY)), costs[[0, 1, -1]])
    for rate in (0.001, 0.05, 0.2, 1):
        print("first 20 steps at", rate, logistic(X, Y, 20, rate, every=1)[2])


def wrong_reshape():
    with np.load(CLOTHES) as file:
        arrays = dict(file)
    sets = []
    for part in ("train", "test"):
        y = arrays[part + "_y"].ravel()
        chosen = (y == 7) | (y == 9)
        sets.append((arrays[part + "_x"][chosen].reshape(-1, chosen.sum()) / 255,
                     (y[chosen] == 9)[None] * 1.0))
    for rate in (0.005, 0.5):
        w, b, _ = logistic(*sets[0], 2000, rate)
        print("wrong reshape, rate", rate, accuracies(w, b, *sets))


# C1W3


def hidden_units():
    """Four activations by hand."""
    x, y = np.array([[1.0, 2]]), np.array([[1.0, 0]])
    p = np.array([[0.5], [-1]]), np.array([[0.0], [0.5]]), np.array([[1.0, -1]]), np.zeros((1, 1))
    Z1, A1, Z2, A2 = shallow.forward(x, *p)
    print("Z1", Z1, "A1", A1, "Z2", Z2, "A2", A2, "J", shallow.cost(A2, y), sep="\n")
    W2 = p[2]
    print("dZ2", A2 - y, "dZ1", W2.T @ (A2 - y) * (1 - A1**2))
    print("dW1, db1, dW2, db2", *shallow.backward(W2, A1, A2, x, y), sep="\n")


def steps(x, y, p, count, rate=1.2):
    for _ in range(count):
        _, A1, _, A2 = shallow.forward(x, *p)
        p = [a - rate * d for a, d in zip(p, shallow.backward(p[2], A1, A2, x, y))]
    return p, shallow.cost(shallow.forward(x, *p)[3], y)


def flower():
    x, y = shallow.flower()
    w, b, _ = logistic(x, y, 2000, 0.05)
    print("logistic regression on the flower", accuracies(w, b, (x, y)))
    for rate in (0.1, 1.2, 10):
        p, costs = shallow.model(x, y, 4, 10000, rate, 3)
        print("rate", rate, np.array(costs), percent(shallow.forward(x, *p)[3] > 0.5, y))
    for n_h in (1, 2, 3, 4, 5, 20, 50):
        p, _ = shallow.model(x, y, n_h, 5000, 1.2, 3)
        print("n_h", n_h, percent(shallow.forward(x, *p)[3] > 0.5, y))
    for out in ((1, 1), (1, -0.5)):
        p = [np.full((2, 2), 0.5), np.zeros((2, 1)), np.array([out]) * 1.0, np.zeros((1, 1))]
        print("equal weights in, out", out, steps(x, y, p, 200)[0][0])
    W1, b1, W2, b2 = shallow.parameters(2, 4, 1, 3)
    for step in range(20001):
        A1 = sigmoid(W1 @ x + b1)
        A2 = sigmoid(W2 @ A1 + b2)
        if step in (1000, 10000, 20000):
            print("a hidden sigmoid, step", step, shallow.cost(A2, y))
        dZ2 = A2 - y
        dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
        W1, b1 = W1 - 1.2 * dZ1 @ x.T / 400, b1 - 1.2 * dZ1.mean(axis=1, keepdims=True)
        W2, b2 = W2 - 1.2 * dZ2 @ A1.T / 400, b2 - 1.2 * dZ2.mean(axis=1, keepdims=True)


def exclusive_or():
    x, y = np.array([[0, 1, 0, 1], [0, 1, 1, 0.0]]), np.array([[0, 0, 1, 1.0]])
    for size in (0.01, 1):
        random = np.random.RandomState(3)
        p = [random.randn(4, 2) * size, np.zeros((4, 1)),
             random.randn(1, 4) * size, np.zeros((1, 1))]
        print("exclusive or, weights of size", size, [steps(x, y, p, n)[1] for n in (0, 1000, 10000)])


# C1W4


def three_layers_by_hand():
    layers = [(np.array([[1.0], [-1]]), np.array([[0], [1.5]])), (np.array([[1.0, -2]]), 0.5),
              (np.array([[-1.0]]), 1.0)]
    x, y = np.array([[1.0, 2]]), np.array([[1.0, 0]])
    AL, caches = forward(x, layers)
    print("cost", cost(AL, y), "AL", AL, *[Z for _, _, Z in caches], sep="\n")
    for gradients in backward(AL, y, caches):
        print("dA_prev, dW, db", *gradients, sep="\n")


def depth():
    for sizes, by_inputs in (
        ([784, 7, 1], False), ([784, 20, 7, 5, 1], True), ([784, 20, 7, 5, 1], False),
        ([784, 1], True), ([784, 20, 20, 20, 20, 20, 1], True),
    ):
        for count in (401, 1001):
            layers, costs = train(X, Y, parameters(sizes, 1, by_inputs), count, 0.05)
            print(sizes, "by inputs" if by_inputs else "0.01", count, np.array(costs),
                  [percent(forward(x, layers)[0] > 0.5, y) for x, y in [(X, Y), (testX, testY)]])
    for by_inputs in (True, False):
        AL, caches = forward(X, parameters([784, 20, 7, 5, 1], 1, by_inputs))
        print("largest A[0] … A[3]", [repr(A.max()) for A, _, _ in caches], repr(AL.min()), repr(AL.max()))


def shirts_and_coats():
    with np.load(CLOTHES) as file:
        arrays = dict(file)
    sets = []
    for part in ("train", "test"):
        y = arrays[part + "_y"].ravel()
        chosen = (y == 6) | (y == 4)
        sets.append((arrays[part + "_x"][chosen].reshape(chosen.sum(), -1).T / 255,
                     (y[chosen] == 4)[None] * 1.0))
    for sizes in ([784, 1], [784, 20, 7, 5, 1]):
        layers, _ = train(*sets[0], parameters(sizes, 1, True), 2501, 0.05)
        print("shirts and coats", sizes, [percent(forward(x, layers)[0] > 0.5, y) for x, y in sets])


def checks_before_training():
    layers = parameters([784, 20, 7, 5, 1], 1, True)
    AL, caches = forward(X, layers)
    print("first cost", cost(AL, Y))
    print("‖α dW‖ / ‖W‖", [0.05 * np.linalg.norm(dW) / np.linalg.norm(W)
                           for (W, _), (_, dW, _) in zip(layers, backward(AL, Y, caches))])
    ten = X[:, ::40], Y[:, ::40]
    print("ten examples", np.array(train(*ten, layers, 1001, 0.05)[1]))
    squares = sum(np.sum(W**2) for W, _ in layers)
    print("with λ = 1", cost(AL, Y) + squares / 800, "with λ = 10", cost(AL, Y) + squares / 80)


if __name__ == "__main__":
    for show in (losses, two_examples, hidden_units, three_layers_by_hand):
        show()
    if "--long" in sys.argv:
        for show in (learning_rates, wrong_reshape, flower, exclusive_or, depth,
                     shirts_and_coats, checks_before_training):
            show()
