"""The numbers that GradientCheckingTests expects, computed by NumPy.

    python3 Tests/Peers/gradient_checking.py
"""
import numpy as np

from three_layers import backward, cost, forward, swift

SHAPES = [(5, 4), (5, 1), (3, 5), (3, 1), (1, 3), (1, 1)]


def column(parts):
    return np.concatenate([p.reshape(-1, 1) for p in parts])


def parts(theta):
    result, position = [], 0
    for shape in SHAPES:
        count = shape[0] * shape[1]
        result.append(theta[position:position + count].reshape(shape))
        position += count
    return result


def J(theta, X, Y, lambd):
    P = parts(theta)
    return cost(forward(X, P)[-1], Y) + lambd / (2 * X.shape[1]) * sum(np.sum(W**2) for W in P[::2])


def check(G, P, X, Y, lambd=0, epsilon=1e-7):
    theta, g = column(P), column(G)
    slopes = np.zeros_like(theta)
    for i in range(len(theta)):
        plus, minus = theta.copy(), theta.copy()
        plus[i] += epsilon
        minus[i] -= epsilon
        slopes[i] = (J(plus, X, Y, lambd) - J(minus, X, Y, lambd)) / (2 * epsilon)
    return np.linalg.norm(g - slopes) / (np.linalg.norm(g) + np.linalg.norm(slopes)), slopes


np.random.seed(1)
X, Y = np.random.randn(4, 3), np.array([[1, 1, 0]])
P = [np.random.randn(*s) for s in SHAPES]
G = backward(X, Y, forward(X, P), P)
wrong = [G[0], 4 * G[1], 2 * G[2], *G[3:]]
print("right", check(G, P, X, Y)[0])
print("both mistakes", check(wrong, P, X, Y)[0])
print("db1 repaired", check([*wrong[:1], G[1], *wrong[2:]], P, X, Y)[0])
print("dW2 repaired", check([*wrong[:2], G[2], *wrong[3:]], P, X, Y)[0])
print("one gradient for all", check([np.ones_like(g) for g in G], P, X, Y, 0.7, 1e-2)[0])
print("slopes, lambda 0.7", swift(check(G, P, X, Y, 0.7, 1e-4)[1][:3]))
print(*(swift(g.round(8)) for g in G), sep="\n")
regularized = [g + 0.7 / 3 * p if i % 2 == 0 else g for i, (g, p) in enumerate(zip(G, P))]
print("lambda 0.7", check(regularized, P, X, Y, 0.7)[0], check(regularized, P, X, Y, 0)[0])
