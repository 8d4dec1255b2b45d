"""The numbers in the lessons of course 2, computed by NumPy and scikit-learn.

    python3 Tests/Peers/lessons_course2.py          # seconds
    python3 Tests/Peers/lessons_course2.py --long   # and what is trained: three minutes

What regularization gives on the course's noisy data is printed by datasets_noisy_diagonal.py, too.
"""
import sys

import numpy as np
from sklearn.datasets import make_circles, make_moons

from datasets_noisy_diagonal import noisy_diagonal
from three_layers import accuracy, backward, cost, forward, initialize, sigmoid

np.set_printoptions(precision=6, suppress=True, linewidth=160)
np.seterr(all="ignore")


def norms(parameters):
    return np.array([np.linalg.norm(W) for W in parameters[::2]])


def he(n):
    return np.sqrt(2 / n)


# C2W1a


def circles(m, seed):
    np.random.seed(seed)
    X, Y = make_circles(n_samples=m, noise=0.05)
    return X.T, Y.reshape(1, -1)


def initializations(long):
    X, Y = circles(300, 1)
    test = circles(100, 2)
    starts = {name: initialize([2, 10, 5, 1], scale) for name, scale in [
        ("randn · 10", lambda n: 10), ("He", he), ("Xavier", lambda n: np.sqrt(1 / n)),
        ("a tenth of He", lambda n: 0.1 * he(n))]}
    starts["all 0.1"] = [p for before, n in [(2, 10), (10, 5), (5, 1)]
                         for p in (np.full((n, before), 0.1), np.zeros((n, 1)))]
    for name, P in starts.items():
        cache = forward(X, P)
        print(name, "‖W‖", norms(P), "‖dW‖", norms(backward(X, Y, cache, P)),
              "median |z|", [np.median(abs(cache[i])) for i in (0, 2, 4)])
        if not long:
            continue
        for step in range(15000):
            cache = forward(X, P)
            if step in (0, 14000):
                print("  cost", step, cost(cache[-1], Y))
            P = [p - 0.01 * g for p, g in zip(P, backward(X, Y, cache, P))]
        print("  ‖W‖", norms(P), "accuracy", accuracy(X, Y, P), accuracy(*test, P))


def spread():
    for name, factor in [("1", 1), ("√(2/n)", he(100)), ("√(1/n)", 0.1), ("0.01", 0.01)]:
        random = np.random.RandomState(1)
        A = random.randn(100, 200)
        for _ in range(10):
            A = np.maximum(random.randn(100, 100) * factor @ A, 0)
        print("size after ten layers, randn times", name, np.sqrt(np.mean(A**2)))
    print("c^L · 5", [[5 * c**L for c in (0.5, 1.5)] for L in (3, 20, 50)])


# C2W1b


def regularization():
    X, Y = noisy_diagonal(411, 1)
    X, Y, test = X[:, :211], Y[:, :211], (X[:, 211:], Y[:, 211:])
    for penalty, keep in [(0, 1), (0.7, 1), (0, 0.86), (10, 1), (100, 1), (0, 0.3)]:
        P = initialize([2, 20, 3, 1], he)
        for step in range(30000):
            np.random.seed(3 + step)
            W1, b1, W2, b2, W3, b3 = P
            A1 = np.maximum(0, W1 @ X + b1)
            D1 = (np.random.rand(*A1.shape) < keep) / keep if keep < 1 else 1
            A1 = A1 * D1
            A2 = np.maximum(0, W2 @ A1 + b2)
            D2 = (np.random.rand(*A2.shape) < keep) / keep if keep < 1 else 1
            A2 = A2 * D2
            dZ3 = sigmoid(W3 @ A2 + b3) - Y
            dZ2 = W3.T @ dZ3 * D2 * (A2 > 0)
            dZ1 = W2.T @ dZ2 * D1 * (A1 > 0)
            P = [p for dZ, A, W, b in [(dZ1, X, W1, b1), (dZ2, A1, W2, b2), (dZ3, A2, W3, b3)]
                 for p in (W - 0.3 * (dZ @ A.T + penalty * W) / 211,
                           b - 0.3 * dZ.mean(axis=1, keepdims=True))]
        A3 = forward(X, P)[-1]
        print("λ", penalty, "keep", keep, "accuracy", accuracy(X, Y, P), accuracy(*test, P),
              "Σ‖W‖²", np.sum(norms(P) ** 2), "answers", A3.min(), "to", A3.max())


# C2W1c


def differences():
    J = lambda theta: theta**3
    print("two sides", (J(1.01) - J(0.99)) / 0.02, "one", (J(1.01) - J(1)) / 0.01)
    print("ε = 1e-7", abs((J(1 + 1e-7) - J(1 - 1e-7)) / 2e-7 - 3))
    random = np.random.RandomState(1)
    X, Y = random.randn(4, 3), np.array([[1, 1, 0]])
    P = [random.randn(*s) for s in [(5, 4), (5, 1), (3, 5), (3, 1), (1, 3), (1, 1)]]

    def check(gradients, epsilon):
        numerical = []
        for i, p in enumerate(P):
            d = np.zeros_like(p)
            for at in np.ndindex(p.shape):
                moved = []
                for sign in (1, -1):
                    Q = [q.copy() for q in P]
                    Q[i][at] += sign * epsilon
                    moved.append(cost(forward(X, Q)[-1], Y))
                d[at] = (moved[0] - moved[1]) / (2 * epsilon)
            numerical.append(d)
        relative = lambda g, n: np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))
        flat = lambda parts: np.concatenate([np.ravel(p) for p in parts])
        return relative(flat(gradients), flat(numerical)), np.array(
            [relative(g, n) for g, n in zip(gradients, numerical)])

    right = backward(X, Y, forward(X, P), P)
    for epsilon in (1e-1, 1e-2, 1e-4, 1e-5, 1e-7, 1e-10, 1e-13):
        print("right, ε", epsilon, repr(check(right, epsilon)[0]))
    # A sign in dZ1, and db2 summed over the units instead of the examples.
    sign = [-right[0], -right[1]] + right[2:]
    print("sign in dZ1", *check(sign, 1e-5))
    cache = forward(X, P)
    dZ2 = P[4].T @ ((cache[-1] - Y) / 3) * (cache[3] > 0)
    axis = right[:3] + [dZ2.sum(axis=0).reshape(3, 1)] + right[4:]
    print("axis of db2", *check(axis, 1e-5))


# C2W2


def averages():
    print("0.98, 4, 9:", 0.02 * 4, 0.98 * 0.08 + 0.02 * 9, (0.98 * 0.08 + 0.02 * 9) / (1 - 0.98**2))
    print("0.95^10 · 0.2", 0.95**10 * 0.2)
    for beta in (0.9, 0.98):
        print("β", beta, "to the 1 / (1 - β)", beta ** (1 / (1 - beta)))


def paths():
    for name, rate in [("gradient descent", 0.019), ("momentum", 0.1), ("Adam", 0.3)]:
        w, v, s, costs = np.array([-9, 0.8]), 0, 0, []
        for t in range(1, 61):
            g = w * [1, 100]
            v, s = 0.9 * v + 0.1 * g, 0.999 * s + 0.001 * g**2
            w = w - rate * {"gradient descent": g, "momentum": v}.get(
                name, v / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8))
            costs.append((w[0] ** 2 + 100 * w[1] ** 2) / 2)
        print(name, "J after 60 steps", costs[-1], "below 1 from step",
              max(t for t, J in enumerate(costs, 1) if J >= 1) + 1)


def moons():
    np.random.seed(3)
    X, Y = make_moons(n_samples=300, noise=0.2)
    X, Y = X.T, Y.reshape(1, -1)

    def run(name, rate, method, beta=0.9, size=64, decay=0.0):
        P = initialize([2, 5, 2, 1], he)
        V, S, t, costs = [0 * p for p in P], [0 * p for p in P], 0, []
        for epoch in range(5000):
            alpha = rate / (1 + decay * epoch)
            np.random.seed(11 + epoch)
            order, total = np.random.permutation(300), 0
            for batch in (order[i:i + size] for i in range(0, 300, size)):
                x, y = X[:, batch], Y[:, batch]
                cache = forward(x, P)
                total += cost(cache[-1], y) * len(batch)
                G = backward(x, y, cache, P)
                t += 1
                V = [beta * v + (1 - beta) * g for v, g in zip(V, G)]
                S = [0.999 * s + 0.001 * g**2 for s, g in zip(S, G)]
                if method == "plain":
                    steps = G
                elif method == "momentum":
                    steps = V
                else:
                    steps = [v / (1 - beta**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)
                             for v, s in zip(V, S)]
                P = [p - alpha * step for p, step in zip(P, steps)]
            if epoch % 1000 == 0:
                costs.append(total / 300)
        print(name, accuracy(X, Y, P), np.array(costs), "last epoch", total / 300)

    run("gradient descent", 0.0007, "plain")
    run("momentum", 0.0007, "momentum")
    run("Adam", 0.0007, "adam")
    run("gradient descent, α = 0.01", 0.01, "plain")
    run("momentum, β = 0.99", 0.0007, "momentum", beta=0.99)
    run("gradient descent, batches of one", 0.0007, "plain", size=1)
    run("gradient descent, decay rate 1", 0.0007, "plain", decay=1.0)


if __name__ == "__main__":
    long = "--long" in sys.argv
    for show in (spread, differences, averages, paths):
        show()
    initializations(long)
    if long:
        regularization()
        moons()
