"""Prints the numbers that the suite of the shallow network expects, from NumPy.

    python3 Tests/Peers/shallow_network.py

The seeds are those of the published notebooks, so that most lines can be read there as well.
"""

import numpy as np

np.set_printoptions(precision=12, suppress=True, linewidth=200)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def parameters(n_x, n_h, n_y, seed):
    random = np.random.RandomState(seed)
    W1 = random.randn(n_h, n_x) * 0.01
    W2 = random.randn(n_y, n_h) * 0.01
    return W1, np.zeros((n_h, 1)), W2, np.zeros((n_y, 1))


def forward(X, W1, b1, W2, b2):
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, sigmoid(Z2)


def cost(A2, Y):
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))


def backward(W2, A1, A2, X, Y):
    m = X.shape[1]
    dZ2 = A2 - Y
    dZ1 = W2.T @ dZ2 * (1 - A1**2)
    return (dZ1 @ X.T / m, dZ1.sum(axis=1, keepdims=True) / m,
            dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m)


def flower():
    """Two classes of 200 points on four petals each, drawn with seed 1."""
    random = np.random.RandomState(1)
    X, Y = np.zeros((400, 2)), np.zeros((400, 1))
    for j in range(2):
        t = np.linspace(j * 3.12, (j + 1) * 3.12, 200) + random.randn(200) * 0.2
        r = 4 * np.sin(4 * t) + random.randn(200) * 0.2
        X[200 * j:200 * (j + 1)] = np.c_[r * np.sin(t), r * np.cos(t)]
        Y[200 * j:200 * (j + 1)] = j
    return X.T, Y.T


def model(X, Y, n_h, steps, rate, seed):
    p = parameters(X.shape[0], n_h, Y.shape[0], seed)
    costs = []
    for step in range(steps):
        Z1, A1, Z2, A2 = forward(X, *p)
        if step % 1000 == 0:
            costs.append(cost(A2, Y))
        p = [a - rate * d for a, d in zip(p, backward(p[2], A1, A2, X, Y))]
    return p, costs


if __name__ == "__main__":
    z = np.array([-2, -0.5, 0, 0.3, 4])
    print("tanh", np.tanh(z), "derivative", 1 - np.tanh(z) ** 2)

    print("parameters 2, 4, 1, seed 2", *parameters(2, 4, 1, 2), sep="\n")

    p = parameters(2, 4, 1, 2)
    random = np.random.RandomState(1)
    X = random.randn(2, 3)
    print("forward, means", *[repr(a.mean()) for a in forward(X, *p)])
    random = np.random.RandomState(1)
    X = random.randn(2, 3)
    b1, b2 = random.randn(4, 1), np.array([[-1.3]])
    print("forward with biases, means", *[repr(a.mean()) for a in forward(X, p[0], b1, p[2], b2)])

    p_hand = [np.array(a) for a in ([[1, -1], [0, 2]], [[0.5], [-1]], [[1, 1], [1, -1]], [[0], [0.25]])]
    print("one example", *[repr(a.ravel().tolist()) for a in forward(np.array([[1], [1]]), *p_hand)])

    A2 = np.array([[0.5002307, 0.49985831, 0.50023963]])
    Y = (np.random.RandomState(1).randn(1, 3) > 0) * 1.0
    print("cost", Y, repr(cost(A2, Y)))

    random = np.random.RandomState(1)
    X = random.randn(2, 3)
    Y = (random.randn(1, 3) > 0) * 1.0
    print("Y", Y)
    Z1, A1, Z2, A2 = forward(X, *p)
    print("backward from forward", *backward(p[2], A1, A2, X, Y), sep="\n")
    A1 = np.array([[-0.00616578, 0.0020626, 0.00349619], [-0.05225116, 0.02725659, -0.02646251],
                   [-0.02009721, 0.0036869, 0.02883756], [0.02152675, -0.01385234, 0.02599885]])
    A2 = np.array([[0.5002307, 0.49985831, 0.50023963]])
    print("backward", *backward(p[2], A1, A2, X, Y), sep="\n")

    X, Y = flower()
    print("flower", X[:, :3], X[:, -2:], X.sum(), Y.sum())
    for seed in (3, 2):
        p, costs = model(X, Y, 4, 10000, 1.2, seed)
        right = ((forward(X, *p)[3] > 0.5) == Y).mean()
        print("model, seed", seed, np.array(costs), "accuracy", right)
    for n_h in (1, 2, 3, 4, 5, 20, 50):
        p, costs = model(X, Y, n_h, 5000, 1.2, 3)
        print("hidden", n_h, ((forward(X, *p)[3] > 0.5) == Y).mean())
