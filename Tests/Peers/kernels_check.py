"""Check the kernels against plain loops in NumPy, bit by bit, for every vector width of this machine.

    python3 Tests/Peers/kernels_check.py
"""

import itertools

import numpy as np

import kernels_library

library = kernels_library.load()
random = np.random.default_rng(7)
widths = sorted({library.ck_use_width(w) for w in (2, 4, 8)})
failures = 0


def same(ours, expected, what):
    global failures
    if ours.tobytes() != np.ascontiguousarray(expected).tobytes():
        failures += 1
        print("DIFFERS:", what)


def ascending(a, b):
    c = np.zeros((a.shape[0], b.shape[1]))
    for p in range(a.shape[1]):
        c += a[:, p : p + 1] * b[p : p + 1, :]
    return c


def lanes(terms):
    """The order of ck_sum, written anew."""
    if terms.size > 2048:
        sums = [lanes(terms[i : i + 2048]) for i in range(0, terms.size, 2048)]
        waiting = []
        for block, s in enumerate(sums):
            while block & 1:
                s, block = waiting.pop() + s, block >> 1
            waiting.append(s)
        total = waiting.pop()
        while waiting:
            total = waiting.pop() + total
        return total
    lane = np.zeros(32)
    for i in range(0, terms.size, 32):
        part = terms[i : i + 32]
        lane[: part.size] += part
    while lane.size > 1:
        lane = lane[: lane.size // 2] + lane[lane.size // 2 :]
    return lane[0]


def matrix(rows, columns, turned):
    return random.normal(size=(columns, rows)).T if turned else random.normal(size=(rows, columns))


def products(width):
    sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 24, 25, 33, 50]
    shapes = list(itertools.product(sizes, sizes, [0, 1, 2, 3, 8, 9, 40]))
    shapes += [(20, 209, 1000), (300, 20, 209), (20, 300, 209), (130, 530, 450), (100, 3, 700)]
    shapes += [(1, 2100, 50), (2100, 1, 50), (1, 1, 5000), (200, 200, 200)]
    for m, n, k in shapes:
        for turnA, turnB in itertools.product([False, True], repeat=2):
            a, b = matrix(m, k, turnA), matrix(k, n, turnB)
            expected = ascending(a, b)
            if m == n == 1:
                expected = np.array([[lanes(a[0] * b[:, 0])]])
            what = f"product {m} x {k} x {n}, transposed {turnA} {turnB}, width {width}"
            c = np.full((m, n), np.nan)
            kernels_library.dot_into(library, a, b, c)
            same(c, expected, what)
            c = np.full((m, n), np.nan)
            i, j = random.integers(0, m + 1), random.integers(0, n + 1)
            for rows, columns in itertools.product([(0, i), (i, m)], [(0, j), (j, n)]):
                library.ck_matmul_block(
                    a.ctypes.data, *kernels_library.strides(a), b.ctypes.data,
                    *kernels_library.strides(b), c.ctypes.data, m, n, k, *rows, *columns)
            same(c, expected, what + ", in four blocks")
    wide = random.normal(size=(60, 90))
    a, b = wide[:, ::3], wide[::2, 1:80:7]
    c = np.empty((60, b.shape[1]))
    kernels_library.dot_into(library, a, b, c)
    same(c, ascending(a, b), f"product of slices, width {width}")


def sums(width):
    for n in [0, 1, 2, 7, 8, 31, 32, 33, 100, 2047, 2048, 2049, 6144, 10000, 100001]:
        x, y = random.normal(size=n), random.normal(size=n)
        same(np.array(library.ck_sum(x.ctypes.data, n)), lanes(x), f"sum of {n}, width {width}")
        ours = np.array(library.ck_dot(x.ctypes.data, y.ctypes.data, n))
        same(ours, lanes(x * y), f"dot of {n}, width {width}")


def matrices(width):
    for rows, columns in itertools.product([0, 1, 2, 7, 8, 9, 20, 70, 129], [0, 1, 3, 8, 15, 65, 1030]):
        x = random.normal(size=(rows, columns))
        y = np.full(columns, np.nan)
        library.ck_sum_down(x.ctypes.data, y.ctypes.data, rows, columns)
        total = np.zeros(columns)
        for row in x:
            total += row
        same(y, total, f"sum down {rows} x {columns}, width {width}")
        y = np.full((columns, rows), np.nan)
        library.ck_transpose(x.ctypes.data, y.ctypes.data, rows, columns)
        same(y, x.T, f"transpose {rows} x {columns}, width {width}")
        r, c = random.normal(size=columns), random.normal(size=(rows, 1))
        for code, name in enumerate(kernels_library.OPERATIONS):
            z = np.empty_like(x)
            function = getattr(np, name)
            what = f"{name} {rows} x {columns}, width {width}"
            at = x.ctypes.data, z.ctypes.data
            library.ck_binary_row(code, at[0], r.ctypes.data, at[1], rows, columns)
            same(z, function(x, r), what + ", with a row")
            library.ck_binary_column(code, at[0], c.ctypes.data, at[1], rows, columns)
            same(z, function(x, c), what + ", with a column")
            library.ck_binary_scalar(code, at[0], 0.3, at[1], x.size)
            same(z, function(x, 0.3), what + ", with a number")
            library.ck_scalar_binary(code, 0.3, at[0], at[1], x.size)
            same(z, function(0.3, x), what + ", of a number")
            other = random.normal(size=x.shape)
            library.ck_binary(code, at[0], other.ctypes.data, at[1], x.size)
            same(z, function(x, other), what)
            library.ck_binary(code, at[0], other.ctypes.data, at[0], x.size)
            same(x, z, what + ", in place")


def functions():
    """exp, log and tanh have no other peer with their bits: all widths must agree with each other."""
    x = np.concatenate([random.normal(size=9999), random.normal(size=9999) * 300,
                        random.integers(0, 2**63, size=9999).view(np.float64)])
    x = np.concatenate([x, -x, [0.0, -0.0, np.inf, -np.inf, 5e-324]])
    x = x[~np.isnan(x)]
    for name in ["exp", "log", "tanh", "sqrt", "absolute", "negate"]:
        first = None
        for width in widths:
            library.ck_use_width(width)
            for start in [0, 1, 3]:
                y = np.empty(x.size - start)
                getattr(library, "ck_" + name)(x[start:].ctypes.data, y.ctypes.data, y.size)
                first = y if first is None else first
                nan = np.isnan(first[start:])
                same(np.where(nan, 0, y), np.where(nan, 0, first[start:]), f"{name}, width {width}, from {start}")
                same(np.isnan(y), nan, f"{name} not a number, width {width}")
        if name in ["sqrt", "absolute", "negate"]:
            with np.errstate(invalid="ignore"):
                expected = -x if name == "negate" else getattr(np, name)(x)
            same(np.isnan(first), np.isnan(expected), name + " against NumPy, not a number")
            same(np.nan_to_num(first), np.nan_to_num(expected), name + " against NumPy")


for width in widths:
    library.ck_use_width(width)
    products(width)
    sums(width)
    matrices(width)
functions()
print("widths", widths, "failures", failures)
raise SystemExit(failures != 0)
