"""The numbers that the jobs work on, the same as in Sources/Benchmarks."""

import numpy as np


def pictures():
    random = np.random.RandomState(1)
    X = random.rand(12288, 209) - 0.5
    return X, random.randint(0, 2, (1, 209))


def planar_flower(m=400):
    random = np.random.RandomState(1)
    N = m // 2
    X = np.zeros((m, 2))
    Y = np.zeros((m, 1), dtype="uint8")
    for j in range(2):
        part = range(N * j, N * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, N) + random.randn(N) * 0.2
        r = 4 * np.sin(4 * t) + random.randn(N) * 0.2
        X[part] = np.c_[r * np.sin(t), r * np.cos(t)]
        Y[part] = j
    return X.T, Y.T


def shuffled(points, labels, noise, random):
    """As sklearn.datasets does it; the course's examples are columns."""
    order = np.arange(len(labels))
    random.shuffle(order)
    points = points[order] + random.normal(scale=noise, size=points.shape)
    return np.ascontiguousarray(points.T), labels[order].reshape(1, -1)


def circles(m=300):
    angle = np.linspace(0, 2 * np.pi, m // 2, endpoint=False)
    outer = np.c_[np.cos(angle), np.sin(angle)]
    points = np.r_[outer, 0.8 * outer]
    labels = np.repeat([0, 1], m // 2)
    return shuffled(points, labels, 0.05, np.random.RandomState(1))


def moons(m=300):
    angle = np.linspace(0, np.pi, m // 2)
    upper = np.c_[np.cos(angle), np.sin(angle)]
    lower = np.c_[1 - np.cos(angle), 1 - np.sin(angle) - 0.5]
    labels = np.repeat([0, 1], m // 2)
    return shuffled(np.r_[upper, lower], labels, 0.2, np.random.RandomState(3))


def noisy_diagonal(m=211):
    random = np.random.RandomState(1)
    X, Y = np.empty((2, m)), np.empty((1, m))
    for i in range(m):
        x1 = 1.2 * random.rand() - 0.7
        x2 = 1.2 * random.rand() - 0.6
        above = x2 - 0.8 * x1 - 0.1 + 0.1 * random.randn() > 0
        exchanged = random.rand() < 0.03
        X[0, i], X[1, i], Y[0, i] = x1, x2, above != exchanged
    return X, Y
