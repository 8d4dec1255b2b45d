"""Check the kernels against plain loops in NumPy, bit by bit, for every vector width of this machine.

Of the widths, 2 has no fused multiply-add on x86 and computes its bits in software; the peer's is the C
library's `fma`.

    python3 Tests/Peers/kernels_check.py
"""

import itertools

import numpy as np

import kernels_library

PLAIN = """
#include <math.h>
#include <stddef.h>
void fused(const double *x, const double *y, double *z, size_t n) {
  for (size_t i = 0; i < n; ++i) z[i] = fma(x[i], y[i], z[i]);
}
void ascending(const double *a, const double *b, double *c, size_t m, size_t n, size_t k) {
  for (size_t i = 0; i < m; ++i)
    for (size_t p = 0; p < k; ++p)
      for (size_t j = 0; j < n; ++j) c[i * n + j] = fma(a[i * k + p], b[p * n + j], c[i * n + j]);
}
"""

library = kernels_library.load()
plain = kernels_library.compiled(PLAIN)
random = np.random.default_rng(7)
widths = sorted({library.ck_use_width(w) for w in (2, 4, 8)})
failures = 0


def same(ours, expected, what):
    global failures
    if ours.tobytes() != np.ascontiguousarray(expected).tobytes():
        failures += 1
        print("DIFFERS:", what)


def at(x):
    return kernels_library.DOUBLES(x.ctypes.data)


def fused(x, y, z):
    """x y + z, rounded once."""
    x, y, result = np.ascontiguousarray(x), np.ascontiguousarray(y), z.copy()
    plain.fused(at(x), at(y), at(result), kernels_library.SIZE(result.size))
    return result


def ascending(a, b):
    a, b = np.ascontiguousarray(a), np.ascontiguousarray(b)
    c = np.zeros((a.shape[0], b.shape[1]))
    plain.ascending(at(a), at(b), at(c), *map(kernels_library.SIZE, [*c.shape, a.shape[1]]))
    return c


def lanes(x, y=None):
    """The order of ck_sum, or of ck_dot, written anew."""
    if x.size > 2048:
        waiting = []
        for block, i in enumerate(range(0, x.size, 2048)):
            s = lanes(x[i : i + 2048], None if y is None else y[i : i + 2048])
            while block & 1:
                s, block = waiting.pop() + s, block >> 1
            waiting.append(s)
        total = waiting.pop()
        while waiting:
            total = waiting.pop() + total
        return total
    lane = np.zeros(32)
    for i in range(0, x.size, 32):
        part = x[i : i + 32]
        before = lane[: part.size]
        lane[: part.size] = before + part if y is None else fused(part, y[i : i + 32], before)
    while lane.size > 1:
        lane = lane[: lane.size // 2] + lane[lane.size // 2 :]
    return lane[0]


def product(a, b):
    (m, k), n = a.shape, b.shape[1]
    if m * n == 1 or (m * n <= 64 and k >= 32):
        return np.array([[lanes(a[i], b[:, j]) for j in range(n)] for i in range(m)]).reshape(m, n)
    return ascending(a, b)


def matrix(rows, columns, turned):
    return random.normal(size=(columns, rows)).T if turned else random.normal(size=(rows, columns))


def products(width):
    sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 24, 25, 33, 50]
    shapes = list(itertools.product(sizes, sizes, [0, 1, 2, 3, 4, 5, 8, 9, 40]))
    shapes += [(20, 209, 1000), (300, 20, 209), (20, 300, 209), (130, 530, 450), (100, 3, 700)]
    shapes += [(3, 5, 7000), (1, 2100, 50), (2100, 1, 50), (1, 1, 5000), (200, 200, 200)]
    # Large enough to be written past the cache.
    shapes += [(700, 3001, 6)]
    for m, n, k in shapes:
        for turnA, turnB in itertools.product([False, True], repeat=2):
            a, b = matrix(m, k, turnA), matrix(k, n, turnB)
            expected = product(a, b)
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
    same(c, product(a, b), f"product of slices, width {width}")


def extremes(width):
    """Each product and sum alone, as a product of a column by a row: of numbers of all sizes, of sums that
    nearly cancel, and of those that lie half way between two doubles."""
    with np.errstate(all="ignore"):
        n = 20000
        bits = random.integers(-(2**63), 2**63, size=(4, n)).view(np.float64)
        few = np.array([0.0, -0.0, 1.0, -1.0, 5e-324, 2.0**-1022, 1.7e308, 1 + 2.0**-52, 2.0**-53, 2.0**-106])
        x, y = random.normal(size=n), random.normal(size=n)
        near = -(x * y) * (1 + random.integers(-2, 3, size=n) * 2.0**-52)
        odd = 1 + random.integers(0, 2**26, size=n) * 2.0**-26
        ties = odd * odd * 2.0 ** random.integers(50, 56, size=n)
        # The product lies so little beside a half unit of the sum that no double holds the rest.
        little = random.integers(1, 9, size=n) * 2.0**-30 * np.sign(x)
        large = np.sign(y) * (2.0**53 + 2 * random.integers(0, 1000, size=n))
        small = np.ldexp(x, random.integers(-560, -480, size=n))
        cases = [(bits[0], bits[1], bits[2]), (x, y, near), (odd, odd, ties), (odd, -odd, ties),
                 (1 + little, 1 - little, large), (small, np.ldexp(y, -530), np.ldexp(y, -1040)), (x, bits[3], bits[2])]
        cases.append([g.ravel() for g in np.meshgrid(few, few, few)])
        for number, (a, b, c) in enumerate(cases):
            expected = fused(a, b, c)
            # Two columns, so that the order is that of a product and not of ck_dot: 1 c + a b.
            for i in range(c.size):
                left, right = np.array([[1.0, a[i]]]), np.array([[c[i], 0.0], [b[i], 0.0]])
                out = np.empty((1, 2))
                kernels_library.dot_into(library, left, right, out)
                if not (np.isnan(out[0, 0]) and np.isnan(expected[i])):
                    same(out[0, :1] + 0.0, expected[i : i + 1] + 0.0, f"case {number}, {a[i].hex()} {b[i].hex()} {c[i].hex()}, width {width}")
                    if failures > 20:
                        return


def sums(width):
    for n in [0, 1, 2, 7, 8, 31, 32, 33, 100, 2047, 2048, 2049, 6144, 10000, 100001]:
        x, y = random.normal(size=n), random.normal(size=n)
        same(np.array(library.ck_sum(x.ctypes.data, n)), lanes(x), f"sum of {n}, width {width}")
        ours = np.array(library.ck_dot(x.ctypes.data, y.ctypes.data, n))
        same(ours, lanes(x, y), f"dot of {n}, width {width}")


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
    extremes(width)
    sums(width)
    matrices(width)
functions()
print("widths", widths, "failures", failures)
raise SystemExit(failures != 0)
