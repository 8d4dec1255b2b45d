"""JAX's side of `course bench --peer jax`: compiled, in doubles.

Reads a job and its number of steps a line on standard input, and answers a line with three numbers: the
shortest time in seconds once all is compiled, the sum of what was computed, and the time of the first
run, which compiles.

    echo "exp 1" | OMP_NUM_THREADS=1 python3 Tests/Peers/bench_jax.py
"""

import os
import sys
import time

# JAX has no setting for its threads that holds everywhere; a process kept to one processor has one.
if os.environ.get("OMP_NUM_THREADS") == "1" and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

try:
    import jax
except ImportError:
    print("no jax", flush=True)
    sys.exit()

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")

import jax.numpy as jnp  # noqa: E402

import bench_jax_jobs  # noqa: E402

PATIENCE = 0.1


def timed(work):
    begin = time.perf_counter()
    result = jax.block_until_ready(work())
    return time.perf_counter() - begin, result


def shortest(work):
    """The shortest time of the work, repeated while patience lasts, and what it came to."""
    best, total = float("inf"), 0.0
    while total < PATIENCE:
        taken, result = timed(work)
        best, total = min(best, taken), total + taken
    return best, result


# A job is prepared and compiled once; later lines find it ready, and its first time again.
ready = {}
print(f"jax {jax.__version__}, XLA on {jax.devices()[0].platform}", flush=True)
for line in sys.stdin:
    name, steps = line.split()
    if name not in bench_jax_jobs.JOBS:
        print("no such job:", name, flush=True)
        continue
    if line not in ready:
        prepared = bench_jax_jobs.JOBS[name](int(steps))
        work, checked = prepared if isinstance(prepared, tuple) else (prepared, None)
        ready[line] = work, timed(work)[0], checked and checked()
    work, first, expected = ready[line]
    best, result = shortest(work)
    print(best, float(jnp.sum(result if expected is None else expected)), first, flush=True)
