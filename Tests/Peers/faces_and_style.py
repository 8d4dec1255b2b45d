"""The numbers that FacesAndStyleTests expects, computed by NumPy and SciPy.

    python3 Tests/Peers/faces_and_style.py
"""
import numpy as np
from scipy.signal import correlate
from scipy.spatial.distance import cdist, euclidean, sqeuclidean

f1 = np.array([[0.5, -1.25, 2.0], [1.0, 0.25, -0.75]])
f2 = np.array([[0.25, 0.5, 1.5], [-0.5, 0.75, 0.25]])


def numerical(function, x, step=1e-6):
    """The gradient by central differences."""
    slopes = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        moved = np.zeros_like(x)
        moved[i] = step
        slopes[i] = (function(x + moved) - function(x - moved)) / (2 * step)
    return slopes


def faces():
    print("squared", [sqeuclidean(a, b) for a, b in zip(f1, f2)], cdist(f1, f2[:1], "sqeuclidean").ravel())
    known = {"Ada": [0.1, 0.9, -0.3], "Bo": [0.7, 0.2, 0.4], "Chen": [-0.6, 0.1, 0.2]}
    shown = np.array([0.5, 0.5, 0.25])
    print("distances", {name: euclidean(shown, e) for name, e in known.items()})
    a = np.array([[0.5, 1.0], [0.0, -0.5], [1.5, 0.25]])
    p = np.array([[0.25, 0.5], [0.5, 0.25], [1.25, 0.5]])
    n = np.array([[0.75, 0.5], [1.0, 1.0], [1.0, 0.0]])

    def loss(a, p, n, alpha=0.3):
        return np.maximum(((a - p) ** 2).sum(1) - ((a - n) ** 2).sum(1) + alpha, 0).sum()

    print("triplets", loss(a, p, n))
    print("numerical", *[numerical(g, x).round(8).tolist() for g, x in [
        (lambda x: loss(x, p, n), a), (lambda x: loss(a, x, n), p), (lambda x: loss(a, p, x), n)]])
    encodings = np.array([[0, 0], [1, 0], [0, 2], [3, 3], [1, 1], [0, -1.0]])
    labels = np.array([0, 0, 1, 1, 2, 2])
    distances = cdist(encodings, encodings, "sqeuclidean")
    distances[labels[:, None] == labels] = np.inf
    print("hardest", distances.argmin(1).tolist())
    w = np.array([-1.0, 0.5, -0.75])
    print("siamese", (1 / (1 + np.exp(-(np.abs(f1 - f2) @ w + 1.5)))).tolist())


def gram(a):
    """The products of all pairs of channels, summed over the places."""
    return np.einsum("hwk,hwl->kl", a[0], a[0])


def layer_style(a_S, a_G):
    _, n_H, n_W, n_C = a_G.shape
    return ((gram(a_S) - gram(a_G)) ** 2).sum() / (4 * n_C**2 * (n_H * n_W) ** 2)


def content(a_C, a_G):
    return ((a_C - a_G) ** 2).sum() / (4 * a_G[0].size)


def style():
    random = np.random.RandomState(1)
    a_C, a_S, a_G = [random.randn(1, 4, 4, 3) * 4 + 1 for _ in range(3)]
    print("content", content(a_C, a_G), "style", layer_style(a_S, a_G))
    print("content numerical", numerical(lambda x: content(a_C, x), a_G)[0, 1, 2].round(7).tolist())
    print("style numerical", numerical(lambda x: layer_style(a_S, x), a_G, 1e-5)[0, 1, 2].round(5).tolist())
    print("Gram", np.tensordot(a_G[0], a_G[0], ([0, 1], [0, 1])).tolist())
    small = (np.arange(12).reshape(1, 2, 3, 2) % 5 - 1.5) / 2, (np.arange(12).reshape(1, 2, 3, 2) % 7 - 3) / 4
    print("small style", layer_style(*small), "numerical",
          numerical(lambda x: layer_style(small[0], x), small[1]).round(8).ravel().tolist())
    first = np.ones((1, 1, 2, 2)), np.array([[[[1.0, 2.0], [0.0, 1.0]]]])
    print("layers", layer_style(*first), 0.25 * layer_style(*first) + 0.6 * layer_style(*small))


def layers(X, filters):
    """Convolutions without padding, each with a ReLU."""
    found = []
    for W in filters:
        X = np.stack([np.maximum(correlate(X, W[..., k], "valid")[..., 0], 0) for k in range(W.shape[3])], -1)
        found.append(X[None])
    return found


def generate():
    random = np.random.RandomState(5)
    # Some pixels are 0 or 1.
    picture, texture = [np.clip(1.6 * random.rand(1, 5, 5, 2) - 0.3, 0, 1) for _ in range(2)]
    filters = [0.6 * random.randn(2, 2, 2, 3), 0.6 * random.randn(2, 2, 3, 2)]
    a_C, a_S = layers(picture[0], filters)[-1], layers(texture[0], filters)
    G, costs = picture.copy(), []

    def cost(x):
        a_G = layers(x[0], filters)
        return 2 * content(a_C, a_G[-1]) + 4 * sum(
            weight * layer_style(s, g) for weight, s, g in zip([0.75, 0.5], a_S, a_G))

    for _ in range(4):
        costs.append(cost(G))
        G = np.clip(G - 0.5 * numerical(cost, G), 0, 1)
    print("costs", [float(c) for c in costs], "pixels", G[0, 2].ravel().round(7).tolist(),
          "clipped", int(((G == 0) | (G == 1)).sum()))


random = np.random.RandomState(3)
J_content, J_style = random.randn(), random.randn()
print("total", J_content, J_style, 10 * J_content + 40 * J_style)
faces()
style()
generate()
