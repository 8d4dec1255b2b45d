"""Time the kernels against NumPy, one thread each, call by call in turn.

    python3 Tests/Peers/kernels_speed.py [word of a job's name] ...
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
import time

import numpy as np

import kernels_library

library = kernels_library.load()
random = np.random.default_rng(1)


def best(call, seconds=0.05):
    shortest, start = float("inf"), time.perf_counter()
    while time.perf_counter() - start < seconds:
        begin = time.perf_counter()
        call()
        shortest = min(shortest, time.perf_counter() - begin)
    return shortest


def pair(name, ours, theirs, nothing=None, seconds=0.6):
    """The best of many calls each, in turn. What ctypes takes for `nothing`, a call with as many
    arguments that does no work, is taken off ours."""
    if len(sys.argv) > 1 and not any(word in name for word in sys.argv[1:]):
        return
    shortest = [float("inf")] * 2
    calls = [ours, theirs]
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        for which, call in enumerate(calls):
            call()
            begin = time.perf_counter()
            call()
            shortest[which] = min(shortest[which], time.perf_counter() - begin)
    empty = best(nothing) - best(lambda: None) if nothing else 0
    us, them = (shortest[0] - empty) * 1e6, shortest[1] * 1e6
    print(f"{name:34} {us:10.2f} us {them:10.2f} us {them / us:6.2f}", flush=True)


def product(name, a, b):
    """Arguments are made ready beforehand: for small products ctypes would take most of the time."""
    c = np.empty((a.shape[0], b.shape[1]))
    (m, k), n = a.shape, b.shape[1]
    types = kernels_library.SIGNATURES["ck_matmul"][1]
    values = [a.ctypes.data, *kernels_library.strides(a), b.ctypes.data, *kernels_library.strides(b)]
    values += [c.ctypes.data, m, n, k, 0, m]
    values = [t(v) for t, v in zip(types, values, strict=True)]
    none = [*values[:-1], values[-2]]
    pair(name, lambda: library.ck_matmul(*values), lambda: np.dot(a, b),
         lambda: library.ck_matmul(*none))


def elementwise(name, function, x):
    ours = getattr(library, "ck_" + name)

    if x.size >= 10**5:

        def call():
            y = np.empty_like(x)
            ours(x.ctypes.data, y.ctypes.data, x.size)

        pair(f"{name} of {x.size}, fresh output", call, lambda: function(x))
        return
    y = np.empty_like(x)
    at = [kernels_library.DOUBLES(x.ctypes.data), kernels_library.DOUBLES(y.ctypes.data)]
    size, zero = kernels_library.SIZE(x.size), kernels_library.SIZE(0)
    pair(f"{name} of {x.size}", lambda: ours(*at, size), lambda: function(x, out=y),
         lambda: ours(*at, zero))


def normal(*shape):
    return random.normal(size=shape)


print(f"{'job':34} {'ours':>13} {'NumPy':>13}  ratio")
product("768 x 768 x 768", normal(768, 768), normal(768, 768))
X, w, dz = normal(12288, 209), normal(12288, 1), normal(1, 209)
product("w.T X, 12288 x 209", w.T, X)
product("X dz.T, 12288 x 209", X, dz.T)
W1, dZ1 = normal(20, 12288), normal(20, 209)
product("W1 X, 20 x 12288 x 209", W1, X)
product("dZ1 X.T, 20 x 209 x 12288", dZ1, X.T)
product("W1.T dZ1, 12288 x 20 x 209", W1.T, dZ1)
product("(4 x 2) (2 x 400)", normal(4, 2), normal(2, 400))
product("(1 x 4) (4 x 400)", normal(1, 4), normal(4, 400))
product("(4 x 400) (400 x 2)", normal(4, 400), normal(400, 2))
product("(4 x 400) (2 x 400).T", normal(4, 400), normal(2, 400).T)
product("(1 x 400) (4 x 400).T", normal(1, 400), normal(4, 400).T)
product("(4 x 1) (1 x 400)", normal(4, 1), normal(1, 400))
product("128 x 128 x 128", normal(128, 128), normal(128, 128))
product("64 x 784 x 1000", normal(64, 784), normal(784, 1000))
product("64 x 1000 x 784 (A B.T)", normal(64, 1000), normal(784, 1000).T)
product("inner product of 12288", normal(1, 12288), normal(12288, 1))
million = normal(10**6)
elementwise("exp", np.exp, million)
elementwise("log", np.log, abs(million))
elementwise("tanh", np.tanh, million)
elementwise("sqrt", np.sqrt, abs(million))
elementwise("exp", np.exp, normal(1000))
elementwise("log", np.log, abs(normal(1000)))
elementwise("tanh", np.tanh, normal(1000))


def binary(name, x, y):
    z = np.empty_like(x)
    code = kernels_library.OPERATIONS.index(name)
    px, py, pz = x.ctypes.data, y.ctypes.data, z.ctypes.data
    if y.shape == x.shape:
        ours = lambda: library.ck_binary(code, px, py, pz, x.size)
    elif y.shape[0] == 1:
        ours = lambda: library.ck_binary_row(code, px, py, pz, *x.shape)
    else:
        ours = lambda: library.ck_binary_column(code, px, py, pz, *x.shape)
    theirs = getattr(np, name)
    pair(f"{name} {x.shape} {y.shape}", ours, lambda: theirs(x, y, out=z))


binary("add", normal(1000, 1000), normal(1000, 1000))
binary("maximum", normal(100, 1000), normal(100, 1000))
binary("divide", normal(100, 1000), normal(100, 1000))
binary("add", normal(100, 1000), normal(100, 1))
binary("multiply", normal(1000, 100), normal(1, 100))
binary("multiply", normal(30000, 3), normal(1, 3))
for count in (1000, 10**6):
    x = normal(count)
    pair(f"sum of {count}", lambda: library.ck_sum(x.ctypes.data, x.size), lambda: np.sum(x))
down = np.empty(209)
pair("sum down 12288 x 209", lambda: library.ck_sum_down(X.ctypes.data, down.ctypes.data, *X.shape), lambda: np.sum(X, axis=0))
turned = np.empty((209, 12288))
pair("transpose 12288 x 209", lambda: library.ck_transpose(X.ctypes.data, turned.ctypes.data, *X.shape), lambda: np.copyto(turned, X.T))
