"""The numbers that ClassicNetworksTests expects, computed by NumPy.

    python3 Tests/Peers/classic_networks.py          # the known values
    python3 Tests/Peers/classic_networks.py --long   # and the trainings of the lesson: a minute
"""
import sys

import numpy as np
from scipy.signal import correlate

EPSILON = 1e-3


def show(name, *values):
    print(name, *(np.asarray(v).ravel().tolist() if np.ndim(v) else v for v in values))


# Sizes: a layer is ("conv" | "depthwise" | "pool", f, filters, stride, pad) or ("dense", units).

def sizes(shape, layers):
    """Shape, parameters and multiplications of each layer."""
    for kind, *layer in layers:
        before = shape
        if kind == "dense":
            shape = (layer[0],)
            work = int(np.prod(before)) * layer[0]
            yield shape, work + layer[0], work
            continue
        f, filters, stride, pad = layer
        side = [len(range(0, n + 2 * pad - f + 1, stride)) for n in before[:2]]
        shape = (*side, filters if kind == "conv" else before[2])
        W = np.zeros((shape[2], f, f, before[2] if kind == "conv" else 1)) if kind != "pool" else np.zeros((0, 0))
        yield shape, W.size + len(W), W.size * side[0] * side[1]


LENET = [("conv", 5, 6, 1, 0), ("pool", 2, 0, 2, 0), ("conv", 5, 16, 1, 0), ("pool", 2, 0, 2, 0),
         ("dense", 120), ("dense", 84), ("dense", 10)]
ALEXNET = [("conv", 11, 96, 4, 0), ("pool", 3, 0, 2, 0), ("conv", 5, 256, 1, 2), ("pool", 3, 0, 2, 0),
           ("conv", 3, 384, 1, 1), ("conv", 3, 384, 1, 1), ("conv", 3, 256, 1, 1), ("pool", 3, 0, 2, 0),
           ("dense", 4096), ("dense", 4096), ("dense", 1000)]
VGG = [layer for count, n in [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)]
       for layer in [("conv", 3, n, 1, 1)] * count + [("pool", 2, 0, 2, 0)]] + [
    ("dense", 4096), ("dense", 4096), ("dense", 1000)]


# Convolutions by SciPy, picture by picture and channel by channel.

def convolve(A, W, stride=1, before=0, after=0):
    A = np.pad(A, ((0, 0), (before, after), (before, after), (0, 0)))
    out = np.stack([np.stack([correlate(a, W[..., c], "valid")[..., 0] for c in range(W.shape[3])], -1) for a in A])
    return out[:, ::stride, ::stride]


def same(A, W):
    f = len(W)
    return convolve(A, W, 1, (f - 1) // 2, f // 2)


def depthwise(A, W, stride, pad):
    return np.concatenate([convolve(A[..., c:c + 1], W[:, :, c][:, :, None, None], stride, pad, pad)
                           for c in range(W.shape[2])], -1)


def norm(Z, layer, training):
    _, gamma, beta, mean, variance = layer
    if training:
        mean, variance = Z.mean((0, 1, 2)), Z.var((0, 1, 2))
    return gamma * (Z - mean) / np.sqrt(variance + EPSILON) + beta


relu = lambda Z: np.maximum(Z, 0)


def residual(X, block, training, projection=None, s=1):
    first, second, third = block
    A = relu(norm(convolve(X, first[0], s), first, training))
    A = relu(norm(same(A, second[0]), second, training))
    Z = norm(convolve(A, third[0]), third, training)
    return relu(Z + (X if projection is None else norm(convolve(X, projection[0], s), projection, training)))


def before_training(W):
    n = W.shape[3]
    return W, np.ones(n), np.zeros(n), np.zeros(n), np.ones(n)


def drawn(random, *shape):
    n = shape[3]
    return (random.randn(*shape), random.randn(n), random.randn(n), random.randn(n), 0.5 + random.rand(n))


def inception(A, branches):
    outputs = []
    for pools, filters in branches:
        B = A
        if pools:
            P = np.pad(A, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=-np.inf)
            n_H, n_W = A.shape[1:3]
            B = np.max([P[:, y:y + n_H, x:x + n_W] for y in range(3) for x in range(3)], 0)
        for W in filters:
            B = relu(same(B, W))
        outputs.append(B)
    return np.concatenate(outputs, 3)


# A block of two dense layers.

def forward(A, block, shortcut):
    (W1, b1), (W2, b2) = block
    Z1 = W1 @ A + b1
    Z2 = W2 @ relu(Z1) + b2
    return Z1, relu(Z1), Z2, relu(Z2 + A if shortcut else Z2)


def backward(dA2, A, block, shortcut):
    """By central differences of Σ dA2 · A2."""
    def value(A, block):
        return np.sum(dA2 * forward(A, block, shortcut)[3])

    def slopes(x, f):
        d = np.zeros_like(x)
        for i in np.ndindex(x.shape):
            e = np.zeros_like(x)
            e[i] = 1e-6
            d[i] = (f(x + e) - f(x - e)) / 2e-6
        return d

    m = A.shape[1]
    (W1, b1), (W2, b2) = block
    return (slopes(A, lambda A: value(A, block)),
            slopes(W1, lambda W: value(A, [(W, b1), (W2, b2)])) / m, slopes(b1, lambda b: value(A, [(W1, b), (W2, b2)])) / m,
            slopes(W2, lambda W: value(A, [(W1, b1), (W, b2)])) / m, slopes(b2, lambda b: value(A, [(W1, b1), (W2, b)])) / m)


def colours(X, alphas):
    pixels = X.reshape(-1, 3)
    values, vectors = np.linalg.eigh(np.cov(pixels.T, bias=True))
    values, vectors = values[::-1], vectors[:, ::-1]
    vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(0), range(3)])
    return values, vectors, X + (alphas * values @ vectors.T)[:, None, None]


# The trainings of the lesson.

def likeness(blocks):
    """Of plain blocks before training: the mean cosine between pictures below and above, and the part of units that
    are zero for all."""
    from softmax_classifier import clothes, he
    X, _ = clothes()
    L = he([784] + [32] * (2 * blocks + 1) + [10], 1)
    A = [relu(L[0][0] @ X + L[0][1])]
    for k in range(blocks):
        A.append(forward(A[-1], L[2 * k + 1:2 * k + 3], False)[3])
    m = X.shape[1]
    units = [a / np.maximum(np.linalg.norm(a, axis=0), 1e-12) for a in (A[0], A[-1])]
    return *(((u.T @ u).sum() - m) / (m * (m - 1)) for u in units), np.mean((A[-1] == 0).all(axis=1))


def growth(blocks):
    """How many times as large the activations are above residual blocks that begin with He's weights, and the cost."""
    from softmax_classifier import clothes, he, one_hot
    X, labels = clothes()
    L = he([784] + [32] * (2 * blocks + 1) + [10], 1)
    first = A = relu(L[0][0] @ X + L[0][1])
    for k in range(blocks):
        A = forward(A, L[2 * k + 1:2 * k + 3], True)[3]
    Z = L[-1][0] @ A + L[-1][1]
    Z = Z - Z.max(0)
    cost = -(one_hot(labels, 10) * (Z - np.log(np.exp(Z).sum(0)))).sum() / X.shape[1]
    return np.linalg.norm(A) / np.linalg.norm(first), cost


def train(blocks, shortcut, first_weights=0.0, comes_back=True, epochs=8, rate=0.02, n=32, seed=1):
    """Mean cost during the first and the last epoch, cost after it, and percent of the test set.

    first_weights scales the second layer of a residual block; comes_back says whether the gradient of the
    shortcut is added.
    """
    from softmax_classifier import batches, clothes, one_hot
    X, labels = clothes()
    Y = one_hot(labels, 10)
    L = begun(blocks, shortcut, first_weights, n, seed)
    costs = []
    for epoch in range(epochs):
        total = 0
        for x, y in batches(X, Y, 50, seed + epoch + 1):
            m, passes, A = x.shape[1], [], [relu(L[0][0] @ x + L[0][1])]
            for k in range(blocks):
                passes.append(forward(A[-1], L[2 * k + 1:2 * k + 3], shortcut))
                A.append(passes[-1][3])
            Z = L[-1][0] @ A[-1] + L[-1][1]
            Z = Z - Z.max(0)
            Z = Z - np.log(np.exp(Z).sum(0))
            total -= (y * Z).sum()
            dZ = np.exp(Z) - y
            G, dA = [(dZ @ A[-1].T, dZ)], L[-1][0].T @ dZ
            for k in reversed(range(blocks)):
                _, A1, _, A2 = passes[k]
                dZ2 = dA * (A2 > 0)
                dZ1 = (L[2 * k + 2][0].T @ dZ2) * (A1 > 0)
                G = [(dZ1 @ A[k].T, dZ1), (dZ2 @ A1.T, dZ2)] + G
                dA = L[2 * k + 1][0].T @ dZ1 + (dZ2 if shortcut and comes_back else 0)
            dZ = dA * (A[0] > 0)
            for l, (dW, db) in zip(L, [(dZ @ x.T, dZ)] + G):
                l[0] = l[0] - rate / m * dW
                l[1] = l[1] - rate * db.mean(1, keepdims=True)
        costs.append(total / X.shape[1])
    Z = scores(L, blocks, shortcut, X)[-1]
    after = np.mean(np.log(np.exp(Z - Z.max(0)).sum(0)) + Z.max(0) - (Y * Z).sum(0))
    X, labels = clothes("test")
    Z = scores(L, blocks, shortcut, X)[-1]
    return costs[0], costs[-1], after, 100 * np.mean(Z.argmax(0) == labels)


def begun(blocks, shortcut, first_weights, n, seed):
    """The layers before training."""
    from softmax_classifier import he
    L = [list(l) for l in he([784] + [n] * (2 * blocks + 1) + [10], seed)]
    if shortcut:
        for k in range(blocks):
            L[2 * k + 2][0] = L[2 * k + 2][0] * first_weights
    return L


def scores(L, blocks, shortcut, X):
    """What each block gives, from the first layer on, and the scores."""
    A = [relu(L[0][0] @ X + L[0][1])]
    for k in range(blocks):
        A.append(forward(A[-1], L[2 * k + 1:2 * k + 3], shortcut)[3])
    return A + [L[-1][0] @ A[-1] + L[-1][1]]


def untrained(blocks, shortcut, seed=1):
    """Before training: how alike two pictures are after the first layer and at the top, as the mean cosine of
    all pairs, and ∥dA∥ at the bottom over ∥dA∥ at the top."""
    from softmax_classifier import clothes, one_hot
    X, labels = clothes()
    L = begun(blocks, shortcut, 0.0, 32, seed)
    *A, Z = scores(L, blocks, shortcut, X)
    dA = top = L[-1][0].T @ (np.exp(Z) / np.exp(Z).sum(0) - one_hot(labels, 10))
    for k in reversed(range(blocks)):
        (W1, b1), (W2, _) = L[2 * k + 1:2 * k + 3]
        dZ = dA * (A[k + 1] > 0)
        dA = W1.T @ (W2.T @ dZ * (W1 @ A[k] + b1 > 0)) + (dZ if shortcut else 0)
    units = [a / np.linalg.norm(a, axis=0) for a in (A[0], A[-1])]
    return *[np.mean(u.T @ u) for u in units], np.linalg.norm(dA) / np.linalg.norm(top)


if __name__ == "__main__":
    for name, input, layers in [("LeNet-5", (32, 32, 1), LENET), ("AlexNet", (227, 227, 3), ALEXNET),
                                ("VGG-16", (224, 224, 3), VGG)]:
        rows = list(sizes(input, layers))
        print(name, *rows, sep="\n  ")
        print("  sums", sum(r[1] for r in rows), sum(r[2] for r in rows))
    print("5 × 5", *sizes((28, 28, 192), [("conv", 5, 32, 1, 2)]))
    print("bottleneck", *sizes((28, 28, 192), [("conv", 1, 16, 1, 0), ("conv", 5, 32, 1, 2)]))
    print("separable", *sizes((6, 6, 3), [("depthwise", 3, 0, 1, 0), ("conv", 1, 5, 1, 0)]),
          *sizes((6, 6, 3), [("conv", 3, 5, 1, 0)]))
    print("uneven", *sizes((19, 23, 3), [("conv", 4, 5, 3, 1), ("pool", 3, 0, 2, 0), ("depthwise", 3, 0, 2, 1),
                                        ("dense", 7)]))

    random = np.random.RandomState(1)
    block = [(random.randn(3, 2), random.randn(3, 1)), (random.randn(2, 3), random.randn(2, 1))]
    A, dA2 = random.randn(2, 3), random.randn(2, 3)
    for shortcut in (True, False):
        show("block", *forward(A, block, shortcut))
        show("  gradients", *backward(dA2, A, block, shortcut))

    random = np.random.RandomState(2)
    A = random.randn(2, 3, 4, 2)
    W = random.randn(1, 1, 2, 3)
    show("pointwise", convolve(A, W, 2))
    show("depthwise", depthwise(A, random.randn(3, 3, 2), 2, 1))
    block = [drawn(random, 1, 1, 2, 3), drawn(random, 3, 3, 3, 2), drawn(random, 1, 1, 2, 2)]
    for training in (True, False):
        show("identity", residual(A, block, training)[1, 2])
    block, projection = [block[0], block[1], drawn(random, 1, 1, 2, 4)], drawn(random, 1, 1, 2, 4)
    for training in (True, False):
        show("projection", residual(A, block, training, projection, 2)[:, 1, 1])
    branches = [(False, [random.randn(1, 1, 2, 2)]), (False, [random.randn(1, 1, 2, 3), random.randn(3, 3, 3, 2)]),
                (True, [random.randn(1, 1, 2, 1)])]
    show("inception", inception(A, branches)[0, 1])

    # The published case: filters of ones, three pictures of -1, 1 and 3.
    X = np.stack([np.full((4, 4, 3), v) for v in (-1.0, 1, 3)])
    block = [before_training(np.ones(s)) for s in [(1, 1, 3, 4), (2, 2, 4, 4), (1, 1, 4, 3)]]
    for training in (False, True):
        show("ones", residual(X, block, training)[:, [0, -1]].mean(3).round(5))

    random = np.random.RandomState(3)
    for m, n_H, n_W, height, width, seed in [(4, 5, 7, 3, 4, 3), (3, 4, 4, 4, 2, 8)]:
        places = np.random.RandomState(seed)
        print("crops", [(int(places.randint(n_H - height + 1)), int(places.randint(n_W - width + 1))) for _ in range(m)])
    X = random.rand(2, 2, 3, 3)
    values, vectors, shifted = colours(X, np.array([[1, -0.5, 2], [-1, 0, 0.5]]))
    show("colours", values, vectors, shifted[:, 0])

    if "--long" in sys.argv:
        np.seterr(all="ignore")
        for blocks in (1, 2, 5, 10, 20):
            print(2 * blocks + 2, "layers", train(blocks, False), train(blocks, True), flush=True)
            print("  untrained", untrained(blocks, False), untrained(blocks, True), flush=True)
        print("likeness above twenty plain blocks", likeness(20))
        print("He's weights everywhere, ten blocks", growth(10), train(10, True, 1.0))
        print("without the shortcut's gradient, ten blocks", train(10, True, comes_back=False))
