"""Writes the values that TensorsTests compares with, computed by NumPy.

Run it in this folder; it writes tensors-printing.json and tensors-random.json.
"""

import json

import numpy as np


def numbers(values):
    """The numbers as text that reads back as the same bits."""
    return " ".join(repr(float(v)) for v in np.ravel(values))


def printing():
    r = np.random.RandomState(7)
    arrays = [
        np.array(v, dtype=float)
        for v in [
            3.0, -0.0, 0.1, 1e16, 12345678901234567.0, 9007199254740993.0, 1e15, 1e-4, 1e-5, 5e-324, 1.5e300, np.nan,
            np.inf, -np.inf, 123456789.123456789,
            [], [0.0], [-0.0], [1.0], [1, 2, 3], [0.5, 0.25, 0.125], [1 / 3, 2 / 3], [100, 0.001],
            [1e8], [99999999.0], [1e-4], [9.9e-5], [1000, 1], [1001, 1], [0.0, 1e-300],
            [1e300, -1e-300], [1e100, 1], [5e-324, 1], [np.nan], [np.inf], [-np.inf], [np.nan, -1.5],
            [np.inf, -np.inf, np.nan], [1, np.inf], [1, -np.inf], [1e10, -np.inf], [np.nan, 1e-10],
            [123456.123456789, 1234.5], [0.123456785, 0.123456775], [9.999999999, 1], [0.999999999, 1],
            [1.000000001, 2], [0.5, 1.00000001], [2.5e-9, 1], [-1, 1], [-10, 5.25], [1e16, 1e17],
            [0.00012345678912345], [99999.999999999], [1.23456789012e-12, 9.87e12],
            [[1, 2], [3, 4]], [[-1.5, 2], [3, 4.25]], [[[1, 2], [3, 4]], [[5, 6], [7, 8]]],
            [[[[0.1]]]], [[1e-9, 1], [2, np.nan]], [[1], [2], [3]], [[1, 2, 3]],
        ]
    ]
    arrays += [np.zeros(s) for s in [(0, 3), (3, 0), (2, 0, 2)]]
    arrays += [np.arange(n, dtype=float) for n in [20, 30, 100, 1000, 1001, 1500]]
    arrays += [
        r.randn(2, 2), r.randn(3, 4), r.randn(5, 12), r.randn(4, 30), r.randn(2, 3, 4),
        r.randn(2, 2, 2, 2), r.randn(30), r.randn(40, 30), r.randn(1, 1001), r.randn(1001, 1),
        r.randn(8, 9, 15), r.rand(17, 3) * 1e4, r.randn(10) * 1e-3, r.randn(6) * 1e9,
        np.round(r.randn(5, 5), 2), np.round(r.randn(7), 1) * 10, r.randint(0, 255, (4, 5)).astype(float),
        r.randn(12) * 10.0 ** r.randint(-12, 12, 12), r.randn(24) * 10.0 ** r.randint(-300, 300, 24),
        r.randn(7, 200), r.randn(3, 3, 130),
    ]
    for _ in range(120):
        n = r.randint(1, 9)
        digits = r.randint(0, 12)
        scale = 10.0 ** r.randint(-6, 10)
        arrays.append(np.round(r.randn(n), digits) * scale)
    for _ in range(120):
        arrays.append(np.frombuffer(r.bytes(8 * r.randint(1, 4))).copy())
    # Short decimals keep the file small.
    arrays = [np.round(a, 2) if a.size > 200 else a for a in arrays]
    return [{"shape": list(a.shape), "elements": numbers(a), "text": str(a)} for a in arrays]


def random():
    """Streams of interleaved calls. Every call names the method, its arguments, and what it gave."""
    streams = []
    for seed in [0, 1, 2, 3, 42, 20260101, 2**31, 2**32 - 1]:
        r = np.random.RandomState(seed)
        chooser = np.random.RandomState(seed ^ 0x5A5A)
        calls = []

        def record(name, arguments, result):
            calls.append({"call": name, "arguments": [str(a) for a in arguments], "result": numbers(result)
                          if not np.issubdtype(np.asarray(result).dtype, np.integer)
                          else " ".join(str(int(v)) for v in np.ravel(result))})

        record("randn", [3], r.randn(3))
        record("rand", [5], r.rand(5))
        record("randn", [4], r.randn(4))
        for _ in range(40):
            which = chooser.randint(9)
            n = int(chooser.randint(1, 12))
            if which == 0:
                record("rand", [n], r.rand(n))
            elif which in (1, 2):
                record("randn", [n], r.randn(n))
            elif which == 3:
                record("uniform", [-2.5, 7.25, n], r.uniform(-2.5, 7.25, n))
            elif which == 4:
                record("normal", [1.5, 0.3, n], r.normal(1.5, 0.3, n))
            elif which == 5:
                low, high = [(0, 1), (0, 2), (0, 256), (-5, 6), (0, 1000), (0, 2**31), (0, 2**32), (0, 2**32 + 1),
                             (-2**40, 2**41), (-2**63, 2**63 - 1), (3, 4), (0, 2**33), (-1, 2**32 - 1)][chooser.randint(13)]
                record("randint", [low, high, n], r.randint(low, high, n))
            elif which == 6:
                record("permutation", [n * 3], r.permutation(n * 3))
            elif which == 7:
                array = list(range(n + 5))
                r.shuffle(array)
                record("shuffle", [n + 5], array)
            else:
                replacing = bool(chooser.randint(2))
                record("choice", [n + 4, n, int(replacing)], r.choice(n + 4, n, replace=replacing))
        # Long enough to pass the 624 words several times.
        tail = r.randn(3000)
        calls.append({"call": "skipGaussians", "arguments": ["2990"], "result": numbers(tail[2990:])})
        streams.append({"seed": seed, "calls": calls})
    return streams


if __name__ == "__main__":
    for name, values in [("printing", printing()), ("random", random())]:
        with open(f"tensors-{name}.json", "w") as file:
            json.dump(values, file, indent=0)
            file.write("\n")
