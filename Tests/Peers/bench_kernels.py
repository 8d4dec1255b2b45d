"""Single operations on large arrays, and a convolution."""

import numpy as np
from bench_jobs import job


@job
def product(_):
    random = np.random.RandomState(1)
    A = random.randn(768, 768)
    B = random.randn(768, 768)
    return lambda: np.dot(A, B)


def million():
    return np.random.RandomState(2).randn(1_000_000)


@job
def exp(_):
    x = million()
    return lambda: np.exp(x)


@job
def log(_):
    x = abs(million())
    return lambda: np.log(x)


@job
def tanh(_):
    x = million()
    return lambda: np.tanh(x)


# Convolution through columns


@job
def convolution(_):
    random = np.random.RandomState(1)
    A_prev = random.randn(64, 28, 28, 8)
    W = random.randn(3, 3, 8, 16)
    b = random.randn(1, 1, 1, 16)

    def image_to_columns(A_prev, f, stride, pad):
        m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        columns = np.zeros((m, n_H, n_W, f, f, n_C_prev))
        for y in range(f):
            for x in range(f):
                columns[:, :, :, y, x, :] = A_pad[
                    :, y : y + stride * n_H : stride, x : x + stride * n_W : stride, :
                ]
        return columns.reshape(m * n_H * n_W, -1)

    def columns_to_image(columns, shape, f, stride, pad):
        m, n_H_prev, n_W_prev, n_C_prev = shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        columns = columns.reshape(m, n_H, n_W, f, f, n_C_prev)
        A_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
        for y in range(f):
            for x in range(f):
                A_pad[
                    :, y : y + stride * n_H : stride, x : x + stride * n_W : stride, :
                ] += columns[:, :, :, y, x, :]
        return A_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    def forward(A_prev, W, b, stride, pad):
        m, n_H_prev, n_W_prev, _ = A_prev.shape
        f, _, _, n_C = W.shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        columns = image_to_columns(A_prev, f, stride, pad)
        Z = np.dot(columns, W.reshape(-1, n_C)) + b.reshape(1, n_C)
        return Z.reshape(m, n_H, n_W, n_C)

    def backward(dZ, A_prev, W, stride, pad):
        f, _, _, n_C = W.shape
        columns = image_to_columns(A_prev, f, stride, pad)
        dZ = dZ.reshape(-1, n_C)
        dW = np.dot(columns.T, dZ).reshape(W.shape)
        db = np.sum(dZ, axis=0).reshape(1, 1, 1, n_C)
        d_columns = np.dot(dZ, W.reshape(-1, n_C).T)
        return columns_to_image(d_columns, A_prev.shape, f, stride, pad), dW, db

    def work():
        Z = forward(A_prev, W, b, 1, 1)
        dA_prev, dW, db = backward(Z, A_prev, W, 1, 1)
        return np.array([dA_prev[1, 2, 3, 4], dW[1, 2, 3, 4], db[0, 0, 0, 5]])

    return work
