"""NumPy's side of `course bench`.

Reads a job and its number of steps a line on standard input, and answers a line with two numbers:
the shortest time in seconds, and the sum of what was computed.

    echo "exp 1" | OPENBLAS_NUM_THREADS=1 python3 Tests/Peers/bench.py

Every job has the name, the numbers and the steps of its twin in Sources/Benchmarks, and is written
as notebooks write it.
"""

import ctypes
import pathlib
import sys
import time

try:
    import numpy as np
except ImportError:
    print("no numpy", flush=True)
    sys.exit()

import bench_kernels  # noqa: F401
import bench_networks  # noqa: F401
import bench_training  # noqa: F401
from bench_jobs import JOBS

PATIENCE = 0.1

# Where a network is certain, 0 · ∞ comes up in its cost; nansum leaves it out.
np.seterr(all="ignore")


def measure(work):
    """The shortest time of the work, repeated while patience lasts, and what it came to."""
    best, total = float("inf"), 0.0
    while total < PATIENCE:
        begin = time.perf_counter()
        result = work()
        taken = time.perf_counter() - begin
        best, total = min(best, taken), total + taken
    return best, float(np.sum(result))


def linear_algebra():
    """The library that multiplies matrices, and for OpenBLAS the processor whose loops it chose."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    name = f"{blas.get('name', 'unknown BLAS')} {blas.get('version', '')}".strip()
    beside = pathlib.Path(np.__file__).parent.parent / "numpy.libs"
    for path in sorted(beside.glob("*openblas*")):
        library = ctypes.CDLL(str(path))
        for symbol in ["scipy_openblas_get_corename64_", "openblas_get_corename64_", "openblas_get_corename"]:
            if hasattr(library, symbol):
                function = getattr(library, symbol)
                function.restype = ctypes.c_char_p
                return f"{name}, loops for {function().decode()}"
    return name


print(f"numpy {np.__version__}, {linear_algebra()}", flush=True)
for line in sys.stdin:
    name, steps = line.split()
    if name in JOBS:
        print(*measure(JOBS[name](int(steps))), flush=True)
    else:
        print("no such job:", name, flush=True)
