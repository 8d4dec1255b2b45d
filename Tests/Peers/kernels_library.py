"""Compile Sources/CKernels into a shared library and call it through ctypes."""

import ctypes
import os
import pathlib
import shutil
import subprocess
import tempfile

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "CKernels"

DOUBLES = ctypes.c_void_p
SIZE = ctypes.c_size_t
STRIDE = ctypes.c_ssize_t
OPERATIONS = ["add", "subtract", "multiply", "divide", "maximum", "minimum"]

SIGNATURES = {
    "ck_matmul": (None, [DOUBLES, STRIDE, STRIDE] * 2 + [DOUBLES] + [SIZE] * 5),
    "ck_matmul_block": (None, [DOUBLES, STRIDE, STRIDE] * 2 + [DOUBLES] + [SIZE] * 7),
    "ck_sum": (ctypes.c_double, [DOUBLES, SIZE]),
    "ck_dot": (ctypes.c_double, [DOUBLES, DOUBLES, SIZE]),
    "ck_binary": (None, [ctypes.c_int, DOUBLES, DOUBLES, DOUBLES, SIZE]),
    "ck_binary_scalar": (None, [ctypes.c_int, DOUBLES, ctypes.c_double, DOUBLES, SIZE]),
    "ck_scalar_binary": (None, [ctypes.c_int, ctypes.c_double, DOUBLES, DOUBLES, SIZE]),
    "ck_binary_row": (None, [ctypes.c_int, DOUBLES, DOUBLES, DOUBLES, SIZE, SIZE]),
    "ck_binary_column": (None, [ctypes.c_int, DOUBLES, DOUBLES, DOUBLES, SIZE, SIZE]),
    "ck_sum_down": (None, [DOUBLES, DOUBLES, SIZE, SIZE]),
    "ck_transpose": (None, [DOUBLES, DOUBLES, SIZE, SIZE]),
    "ck_width": (ctypes.c_int, []),
    "ck_use_width": (ctypes.c_int, [ctypes.c_int]),
}
for _name in ["exp", "log", "tanh", "sqrt", "absolute", "negate"]:
    SIGNATURES["ck_" + _name] = (None, [DOUBLES, DOUBLES, SIZE])


def compiler():
    """The clang to use: $CC, the one beside swift, or any."""
    swift = shutil.which("swift")
    beside = pathlib.Path(swift).resolve().parent / "clang" if swift else None
    candidates = [os.environ.get("CC"), str(beside) if beside else None, shutil.which("clang")]
    return next(c for c in candidates if c and (shutil.which(c) or os.path.exists(c)))


def shared(arguments, text=None):
    """A shared library of what the compiler is given."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "kernels.so")
        command = [compiler(), "-Wall", "-Wextra", "-shared", "-fPIC", *arguments, "-o", path, "-lm"]
        subprocess.run(command, check=True, input=text, text=True)
        return ctypes.CDLL(path)


def compiled(text):
    """The library of a text in C, in which nothing is fused unless it calls `fma`."""
    return shared(["-O1", "-ffp-contract=off", "-x", "c", "-"], text)


def load(optimization="-O3"):
    """The library, compiled with the flags of Package.swift."""
    library = shared([optimization, "-I", str(SOURCES / "include"), *map(str, sorted(SOURCES.glob("*.c")))])
    for name, (result, arguments) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def strides(x):
    return [s // x.itemsize for s in x.strides]


def dot_into(library, a, b, c):
    """c = a b, for matrices of doubles."""
    (m, k), n = a.shape, b.shape[1]
    library.ck_matmul(a.ctypes.data, *strides(a), b.ctypes.data, *strides(b), c.ctypes.data, m, n, k, 0, m)
