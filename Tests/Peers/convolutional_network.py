"""The numbers that ConvolutionalNetworkTests expects, computed by NumPy.

    python3 Tests/Peers/convolutional_network.py

The functions follow the definitions literally, window by window.
"""
import numpy as np

np.set_printoptions(precision=15, floatmode="unique")


def pad(X, p):
    return np.pad(X, ((0, 0), (p, p), (p, p), (0, 0)))


def windows(A, f, s):
    m, n_H, n_W, _ = A.shape
    for i in range(m):
        for h in range((n_H - f) // s + 1):
            for w in range((n_W - f) // s + 1):
                yield i, h, w, (i, slice(h * s, h * s + f), slice(w * s, w * s + f))


def size(A, f, s):
    return (A.shape[1] - f) // s + 1, (A.shape[2] - f) // s + 1


def forward(A, W, b, s, p):
    A, f = pad(A, p), W.shape[0]
    Z = np.zeros((A.shape[0], *size(A, f, s), W.shape[3]))
    for i, h, w, where in windows(A, f, s):
        for c in range(W.shape[3]):
            Z[i, h, w, c] = np.sum(A[where] * W[..., c]) + b[0, 0, 0, c]
    return Z


def backward(dZ, A, W, s, p):
    A_pad, f = pad(A, p), W.shape[0]
    dA, dW, db = np.zeros_like(A_pad), np.zeros_like(W), np.zeros((1, 1, 1, W.shape[3]))
    for i, h, w, where in windows(A_pad, f, s):
        for c in range(W.shape[3]):
            dA[where] += W[..., c] * dZ[i, h, w, c]
            dW[..., c] += A_pad[where] * dZ[i, h, w, c]
            db[..., c] += dZ[i, h, w, c]
    return dA[:, p : p + A.shape[1], p : p + A.shape[2]], dW, db


def pool(A, f, s, reduce):
    P = np.zeros((A.shape[0], *size(A, f, s), A.shape[3]))
    for i, h, w, where in windows(A, f, s):
        P[i, h, w] = reduce(A[where], axis=(0, 1))
    return P


def pool_backward(dP, A, f, s, mode):
    dA = np.zeros_like(A)
    for i, h, w, where in windows(A, f, s):
        if mode == "max":
            dA[where] += (A[where] == A[where].max(axis=(0, 1))) * dP[i, h, w]
        else:
            dA[where] += dP[i, h, w] / (f * f)
    return dA


def columns(A, f, s, p):
    A = pad(A, p)
    return np.stack([A[where].ravel() for *_, where in windows(A, f, s)], axis=1)


def relu(Z):
    return np.maximum(Z, 0)


def network(P, X):
    W1, b1, W2, b2, W3, b3 = P
    Z1 = forward(X, W1, b1, 1, 0)
    P1 = pool(relu(Z1), 2, 2, np.max)
    Z2 = forward(P1, W2, b2, 1, 0)
    P2 = pool(relu(Z2), 2, 2, np.max)
    Z3 = W3 @ P2.reshape(len(X), -1).T + b3
    powers = np.exp(Z3 - Z3.max(axis=0))
    return Z1, P1, Z2, P2, powers / powers.sum(axis=0)


print("== convolveSingleStep")
np.random.seed(1)
window, W, b = np.random.randn(4, 4, 3), np.random.randn(4, 4, 3), np.random.randn(1, 1, 1)
print(np.sum(window * W) + b.item(), b.item())

print("== convolveForward, convolveBackward: stride 2, pad 2")
np.random.seed(1)
A, W, b = np.random.randn(10, 4, 4, 3), np.random.randn(2, 2, 3, 8), np.random.randn(1, 1, 1, 8)
Z = forward(A, W, b, 2, 2)
print("Z", Z.shape, Z.mean(), Z[3, 2, 1])
dA, dW, db = backward(Z, A, W, 2, 2)
print("means", dA.mean(), dW.mean(), db.mean())
print("dA", dA[1, 1, 2], "dW", dW[0, 1, :, 3], "db", db[0, 0, 0, :3])

print("== poolForward: f 3, stride 2")
np.random.seed(1)
A = np.random.randn(2, 4, 4, 3)
print(pool(A, 3, 2, np.max), pool(A, 3, 2, np.mean))

print("== poolBackward: f 2, stride 1")
np.random.seed(1)
A, dA = np.random.randn(5, 5, 3, 2), np.random.randn(5, 4, 2, 2)
for mode in "max", "average":
    back = pool_backward(dA, A, 2, 1, mode)
    print(mode, dA.mean(), back.mean(), back[1, 1])

print("== imageToColumns: f 2, stride 2, pad 1")
A = np.arange(1, 13.0).reshape(1, 2, 3, 2)
print(columns(A, 2, 2, 1))

print("== leNetForward")
np.random.seed(4)
shapes = [(3, 3, 1, 2), (1, 1, 1, 2), (3, 3, 2, 3), (1, 1, 1, 3), (3, 3), (3, 1)]
P = [0.3 * np.random.randn(*shape) for shape in shapes]
X = np.random.randn(2, 10, 10, 1)
Z1, P1, Z2, P2, A3 = network(P, X)
print(Z1.shape, P1.shape, Z2.shape, P2.shape)
print("means", Z1.mean(), P1.mean(), Z2.mean(), P2.mean())
print(A3)
