"""The largest errors of exp, log and tanh, in units in the last place, against mpmath.

    python3 Tests/Peers/kernels_accuracy.py [arguments for each function, in thousands]

mpmath takes 20 microseconds a value, so all arguments are first compared with an 80-bit long double,
and those whose error seems above 0.45 units, and a sample of the others, with mpmath. The special
values are compared exactly. Ends with 1 if an error reaches one unit.
"""

import sys

import mpmath
import numpy as np

import kernels_library

mpmath.mp.prec = 160
thousands = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
library = kernels_library.load()
random = np.random.default_rng(11)
SMALLEST = 2.0**-1074


def ours(name, x):
    y = np.empty_like(x)
    getattr(library, "ck_" + name)(x.ctypes.data, y.ctypes.data, x.size)
    return y


def spread(low, high, count):
    """Numbers whose bits are uniform between those of two positive numbers."""
    bits = np.array([low, high]).view(np.int64)
    return random.integers(bits[0], bits[1], size=count, endpoint=True).view(np.float64)


def near(points, count=50):
    """The neighbours of each point."""
    points = np.asarray(points, dtype=float)
    steps = np.arange(-count, count + 1)
    return (points[:, None].view(np.int64) + steps).ravel().view(np.float64)


def arguments(name):
    n = thousands * 250
    if name == "exp":
        x = np.concatenate([random.uniform(-745.2, 709.8, n), random.normal(size=n),
                            -random.uniform(700, 745.2, n // 4), random.uniform(700, 709.7827, n // 4),
                            spread(1e-20, 709.7, n), -spread(1e-20, 745, n)])
        x = x[x <= 709.782712893384]
        ties = np.arange(1, 2000) * np.log(2) / 32
        return np.concatenate([x, near(ties[ties < 709]), -near(ties), [5e-324, -5e-324]])
    if name == "log":
        powers = 2.0 ** np.arange(-1022, 1024)
        x = np.concatenate([spread(SMALLEST, 1.7e308, n), random.uniform(0.5, 2, n),
                            spread(SMALLEST, 2.0**-1022, n // 4), spread(0.9, 1.1, n),
                            1 + np.exp2(random.uniform(-53, -3, n // 2)),
                            1 - np.exp2(random.uniform(-53, -3, n // 2))])
        return np.concatenate([x, near(powers[5:-1], 5), near(powers[5:-1] * 2**0.5, 5), near([1.0])])
    x = np.concatenate([random.uniform(0, 1, n), random.normal(size=n), random.uniform(0.5, 3, n),
                        spread(SMALLEST, 23, n), random.uniform(0.75, 1, 2 * n)])
    ties = np.arange(1, 1100) * np.log(2) / 64
    return np.concatenate([x, near([0.84, 22.0]), near(ties), [5e-324, 1e-310]])


def errors(y, reference):
    """In units in the last place of the reference, which numpy.spacing cannot give a long double."""
    double = reference.astype(np.float64)
    away = np.abs(double)
    unit = np.spacing(np.where(away > np.abs(reference), np.nextafter(away, 0), away))
    return np.abs((y.astype(np.longdouble) - reference) / unit)


def exact_error(name, x, y):
    value = getattr(mpmath, name)(mpmath.mpf(float(x)))
    if value == 0:
        return 0.0 if y == 0 else float("inf")
    exponent = max(mpmath.frexp(value)[1] - 53, -1074)
    return float(abs(mpmath.mpf(float(y)) - value) / mpmath.mpf(2) ** exponent)


def check(name):
    x = arguments(name)
    y = ours(name, x)
    with np.errstate(under="ignore"):
        rough = errors(y, getattr(np, name)(x.astype(np.longdouble)))
    rough = np.nan_to_num(rough.astype(float), nan=np.inf)
    worst = np.argsort(rough)[-20000:]
    chosen = np.concatenate([worst[rough[worst] > 0.45], random.integers(0, x.size, size=20000)])
    exact = np.array([exact_error(name, x[i], y[i]) for i in chosen])
    top = chosen[exact.argmax()]
    print(f"{name:5} {x.size:9} arguments: largest error {exact.max():.4f} ulp at {float(x[top]).hex()}"
          f" = {float(x[top])!r}; not the nearest double: {(rough > 0.5).mean():.2%}")
    return exact.max() < 1


SPECIAL = {
    "exp": [(np.inf, np.inf), (-np.inf, 0.0), (0.0, 1.0), (-0.0, 1.0), (710.0, np.inf), (1e308, np.inf),
            (709.782712893384, float(mpmath.exp(mpmath.mpf(709.782712893384)))),
            (709.7827128933841, np.inf), (-746.0, 0.0), (-1e308, 0.0), (-745.1332191019411, SMALLEST),
            (-745.1332191019412, 0.0), (np.nan, np.nan)],
    "log": [(0.0, -np.inf), (-0.0, -np.inf), (np.inf, np.inf), (-np.inf, np.nan), (-1.0, np.nan),
            (-SMALLEST, np.nan), (1.0, 0.0), (np.nan, np.nan),
            (SMALLEST, float(mpmath.log(mpmath.mpf(SMALLEST))))],
    "tanh": [(np.inf, 1.0), (-np.inf, -1.0), (0.0, 0.0), (-0.0, -0.0), (25.0, 1.0), (-1e300, -1.0),
             (SMALLEST, SMALLEST), (np.nan, np.nan)],
}


def check_special(name):
    good = True
    for x, expected in SPECIAL[name]:
        y = ours(name, np.array([x]))[0]
        same = np.isnan(y) if np.isnan(expected) else np.float64(expected).tobytes() == y.tobytes()
        if not same:
            good = False
            print(f"{name}({x!r}) is {y!r}, not {expected!r}")
    return good


results = [check(name) and check_special(name) for name in SPECIAL]
raise SystemExit(not all(results))
