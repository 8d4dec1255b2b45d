"""Writes the values that TensorsTests compares with, computed by NumPy.

    python3 Tests/Peers/tensors.py           # writes tensors-printing.json, -random, -files and -operations
    python3 Tests/Peers/tensors.py --check   # exits with 1 when a file is not what NumPy gives
"""

import base64
import io
import json
import pathlib
import sys
import zipfile

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
        for replacing in (True, False) * 4:
            n = int(chooser.randint(3, 9))
            p = chooser.randint(0, 6, n) + (chooser.rand(n) < 0.3)
            p = (p + (p.sum() == 0)) / (p + (p.sum() == 0)).sum()
            size = n + 2 if replacing else np.count_nonzero(p)
            record("weighted", [size, int(replacing), *p.tolist()], r.choice(n, size, replace=replacing, p=p))
        record("rand", [3], r.rand(3))
        streams.append({"seed": seed, "calls": calls})
    return streams


def files():
    """Array files as base64, with what they hold."""
    r = np.random.RandomState(3)
    cases = []

    def saved(name, a, version=None):
        file = io.BytesIO()
        np.lib.format.write_array(file, a, version=version)
        cases.append({"name": name, "base64": base64.b64encode(file.getvalue()).decode(),
                      "shape": list(a.shape), "elements": numbers(a)})

    for kind in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
        for order in "<>":
            if kind[0] == "f":
                a = np.concatenate([r.randn(5) * 1e-6, r.randn(5), [0, -0.0, np.inf, -np.inf, np.nan, 65504]])
            else:
                info = np.iinfo(kind)
                a = np.array([info.min, info.max, 0, 1, info.max // 3, info.max // 2 + 1], dtype=kind)
            saved(order + kind, a.astype(order + kind))
    saved("all halves of one exponent", np.arange(0x3c00, 0x3c20, dtype="u2").view("f2"))
    saved("halves without exponent", np.arange(0, 40, dtype="u2").view("f2"))
    saved("bool", np.array([[True, False], [False, True]]))
    saved("fortran 2", np.asfortranarray(r.randn(3, 4)))
    saved("fortran 3", np.asfortranarray(r.randint(0, 9, (2, 3, 4))))
    saved("rank 0", np.array(1.5))
    saved("rank 4", r.randn(2, 1, 2, 3))
    saved("empty", np.zeros((0, 3)))
    for version in [(1, 0), (2, 0), (3, 0)]:
        saved(f"version {version[0]}", r.randn(2, 3), version)
    # What NumPy itself writes for doubles: ours must be the same bytes.
    for shape in [(), (3,), (2, 3), (1, 2, 1, 3), (0,), (1234567,)]:
        if shape == (1234567,):
            continue
        saved(f"written {shape}", np.arange(np.prod(shape, dtype=int), dtype=float).reshape(shape) / 3)

    archives = []

    def archive(name, content, **arrays):
        archives.append({"name": name, "base64": base64.b64encode(content).decode(),
                         "arrays": [{"name": k, "shape": list(v.shape), "elements": numbers(v)} for k, v in arrays.items()]})

    a, b = r.randn(2, 3), np.arange(5, dtype="u1")
    file = io.BytesIO()
    np.savez(file, train_x=a, labels=b)
    archive("savez", file.getvalue(), train_x=a, labels=b)
    file = io.BytesIO()
    np.savez_compressed(file, train_x=a, labels=b)
    archive("savez_compressed", file.getvalue(), train_x=a, labels=b)

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    np.savez(pipe, train_x=a, labels=b)
    archive("savez to a pipe", pipe.data, train_x=a, labels=b)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as z:
        for name, array in [("W1", a), ("b1", b.astype(float))]:
            body = io.BytesIO()
            np.save(body, array)
            z.writestr(zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0)), body.getvalue())
    archive("plain zip", file.getvalue(), W1=a, b1=b.astype(float))
    return {"arrays": cases, "archives": archives}


def operations():
    """Operations on fixed tensors: the name, the operands, and NumPy's result."""
    r = np.random.RandomState(11)
    rows = []

    def tensor(a):
        a = np.asarray(a, dtype=float)
        return {"shape": list(a.shape), "elements": numbers(a)}

    def add(name, operands, result, axes=(), keeping=False):
        rows.append({"name": name, "operands": [tensor(o) for o in operands], "axes": list(axes), "keeping": keeping,
                     "result": tensor(result)})

    binary = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "maximum": np.maximum,
              "minimum": np.minimum, ".>": np.greater, ".<": np.less, ".>=": np.greater_equal, ".<=": np.less_equal,
              ".==": np.equal, ".!=": np.not_equal}
    pairs = [((3, 4), (3, 4)), ((3, 4), (1, 4)), ((3, 4), (3, 1)), ((3, 4), (4,)), ((1, 4), (3, 4)), ((3, 1), (3, 4)),
             ((3, 1), (1, 4)), ((1, 4), (3, 1)), ((4,), (3, 1)), ((), (2, 3)), ((2, 3), ()), ((), ()), ((1,), (5,)),
             ((2, 3, 4), (3, 4)), ((2, 3, 4), (1, 3, 1)), ((2, 1, 4), (3, 1)), ((2, 3, 4, 5), (2, 1, 4, 1)),
             ((2, 1, 1, 5), (3, 4, 1)), ((0, 3), (1, 3)), ((0, 3), (3,)), ((1, 0), (4, 1)), ((1, 1), (3,)), ((5,), (1, 1))]
    for a, b in pairs:
        x, y = np.round(r.randn(*a), 1), np.round(r.randn(*b), 1) + 2.0**-6
        y = np.where(r.rand(*np.shape(y)) < 0.2, 0.3, y)
        with np.errstate(all="ignore"):
            few = list(binary.items())[:5] if len(rows) > 100 else list(binary.items())
            for name, f in few:
                add(name, [x, y], f(x, y))
    for a, b in [((3, 4), (4, 5)), ((1, 4), (4, 1)), ((4, 1), (1, 4)), ((4,), (4,)), ((3, 4), (4,)), ((4,), (4, 3)),
                 ((0, 4), (4, 2)), ((2, 0), (0, 3)), ((17, 33), (33, 9)), ((1, 70), (70, 13)), ((13, 70), (70, 1))]:
        # Small integers, so that the order of a sum does not matter.
        x, y = r.randint(-9, 10, a), r.randint(-9, 10, b)
        add("dot", [x, y], np.dot(x, y))
    reductions = {"sum": np.sum, "mean": np.mean, "max": np.max, "min": np.min, "argmax": np.argmax, "argmin": np.argmin,
                  "variance": np.var, "standardDeviation": np.std, "norm": np.linalg.norm}
    for shape in [(4,), (3, 4), (2, 3, 4), (2, 3, 2, 5), (1, 5), (5, 1)]:
        x = r.randint(-19, 20, shape) / 4
        for name, f in reductions.items():
            for axis in range(-len(shape), len(shape)):
                for keeping in [False, True]:
                    add(name, [x], f(x, axis=axis, keepdims=keeping), [axis], keeping)
    x = r.randint(-9, 10, (2, 3, 4, 5))
    for axes in [(0, 1), (0, 2), (3, 1), (-1, 0, 1), (0, 1, 2, 3)]:
        for keeping in [False, True]:
            add("sums", [x], np.sum(x, axis=axes, keepdims=keeping), axes, keeping)
            add("means", [x], np.mean(x, axis=axes, keepdims=keeping), axes, keeping)
    x = np.array([[1, np.nan, 3], [np.nan, -1, 2], [0, 5, np.nan]])
    wide = np.round(r.randn(9, 21), 1)
    wide[r.rand(9, 21) < 0.1] = np.nan
    for name in ["max", "min", "argmax", "argmin"]:
        for axis in [0, 1]:
            add(name, [wide], reductions[name](wide, axis=axis), [axis])
            add(name, [x], reductions[name](x, axis=axis), [axis])
    for shape in [(2, 3), (2, 3, 4), (2, 1, 2, 3), (0, 2, 3)]:
        x = np.arange(np.prod(shape)).reshape(shape)
        for _ in range(4):
            order = r.permutation(len(shape))
            add("transposed", [x], np.transpose(x, order), [int(i) for i in order])
        for axis in range(-len(shape), len(shape)):
            add("concatenate", [x, x + 0.5], np.concatenate([x, x + 0.5], axis), [axis])
        for axis in range(-len(shape) - 1, len(shape) + 1):
            add("stack", [x, x + 0.5], np.stack([x, x + 0.5], axis), [axis])
        for axis in range(len(shape)):
            add("slice 1..<2", [x], np.take(x, range(1, min(2, shape[axis])), axis) if shape[axis] > 1 else np.take(x, [], axis), [axis])
            if shape[axis] > 1:
                add("slice at 1, 0, 1", [x], np.take(x, [1, 0, 1], axis), [axis])
                add("entry 1", [x], np.take(x, 1, axis), [axis])
    x = np.array([-2.5, -1.5, -0.5, -0.0, 0.0, 0.5, 1.5, 2.5, np.nan, np.inf, -np.inf, 0.1])
    with np.errstate(all="ignore"):
        for name, f in {"round": np.round, "floor": np.floor, "sign": np.sign, "abs": np.abs, "sqrt": np.sqrt,
                        "squared": np.square, "-": np.negative}.items():
            add(name, [x], f(x))
    mask = np.array([[1, 0, 1], [0, 0, 1]])
    add("select", [mask, r.randint(0, 9, (2, 3)), r.randint(0, 9, (2, 3))], np.zeros((2, 3)))
    rows[-1]["result"] = tensor(np.where(mask, *[np.array(numbers_of(o)) for o in rows[-1]["operands"][1:]]))
    add("select", [mask[:, :1], [1, 2, 3], -1], np.where(mask[:, :1], [1, 2, 3], -1))
    for a, b, step in [(0, 5, 1), (1, 2, 0.1), (5, 0, -1), (0, 1, 0.3), (3, 3, 1), (4, 1, 1), (0.5, 3.5, 1)]:
        add("arange", [a, b, step], np.arange(a, b, step))
    for a, b, n in [(0, 1, 5), (-1, 1, 50), (3, 3, 4), (0, 10, 7), (1, 2, 1), (1, 2, 0), (2, -2, 9)]:
        add("linspace", [a, b, n], np.linspace(a, b, n))
    return rows


def numbers_of(stored):
    return np.array([float(t) for t in stored["elements"].split()]).reshape(stored["shape"])


def differ(kept, made):
    """Whether two texts of JSON differ; compressed archives may, with the version of zlib."""
    kept, made = json.loads(kept), json.loads(made)
    for archive in [*kept.get("archives", []), *made.get("archives", [])] if isinstance(kept, dict) else []:
        if archive["name"] == "savez_compressed":
            del archive["base64"]
    return kept != made


if __name__ == "__main__":
    stale = []
    for name, values in [("printing", printing()), ("random", random()), ("files", files()),
                         ("operations", operations())]:
        path = pathlib.Path(__file__).with_name(f"tensors-{name}.json")
        made = json.dumps(values, separators=(",", ":")) + "\n"
        if "--check" not in sys.argv:
            path.write_text(made)
        elif differ(path.read_text(), made):
            stale.append(path.name)
        else:
            print(f"{path.name} is what NumPy {np.__version__} gives")
    if stale:
        sys.exit(f"{', '.join(stale)}: not what NumPy {np.__version__} gives")
