#!/usr/bin/env python3
"""Writes Tests/DatasetsTests/Fixtures/generated.npz: the generated data sets as NumPy and
scikit-learn make them. Needs both:

    python3 Tests/Peers/datasets_generated.py           # writes the file
    python3 Tests/Peers/datasets_generated.py --check   # exits with 1 when the file differs

Every set has two arrays, NAME_X of shape (2, m) and NAME_Y of shape (1, m).
"""

import pathlib
import sys

import numpy as np
from datasets_noisy_diagonal import noisy_diagonal
from sklearn import datasets

arrays = {}


def keep(name, X, y):
    """Keeps a set; scikit-learn's examples are rows, the course's are columns."""
    arrays[name + "_X"] = np.ascontiguousarray(X.T, dtype=np.float64)
    arrays[name + "_Y"] = np.asarray(y, dtype=np.float64).reshape(1, -1)


def planar_flower(m):
    """Two kinds of petals from NumPy's global generator, which the caller has seeded."""
    N = m // 2
    X = np.zeros((2 * N, 2))
    y = np.zeros(2 * N)
    for j in range(2):
        part = slice(N * j, N * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, N) + np.random.randn(N) * 0.2
        r = 4 * np.sin(4 * t) + np.random.randn(N) * 0.2
        X[part] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[part] = j
    return X, y


np.random.seed(1)
keep("flower", *planar_flower(400))
np.random.seed(7)
keep("flower_odd", *planar_flower(31))

# The circles of the week on initialization.
np.random.seed(1)
keep("circles_train", *datasets.make_circles(n_samples=300, noise=0.05))
np.random.seed(2)
keep("circles_test", *datasets.make_circles(n_samples=100, noise=0.05))
# An odd number of examples, no noise.
keep("circles_odd", *datasets.make_circles(n_samples=7, random_state=4))

# The moons of the week on optimization.
np.random.seed(3)
keep("moons_train", *datasets.make_moons(n_samples=300, noise=0.2))
keep("moons_odd", *datasets.make_moons(n_samples=9, random_state=11))

# The further sets of the week on shallow networks, one after the other from one generator.
np.random.seed(1)
keep("extra_circles", *datasets.make_circles(n_samples=200, factor=0.5, noise=0.3))
keep("extra_moons", *datasets.make_moons(n_samples=200, noise=0.2))
keep("extra_blobs", *datasets.make_blobs(n_samples=200, random_state=5, n_features=2, centers=6))
keep(
    "extra_quantiles",
    *datasets.make_gaussian_quantiles(
        mean=None, cov=0.5, n_samples=200, n_features=2, n_classes=2, shuffle=True
    ),
)
keep(
    "quantiles_uneven",
    *datasets.make_gaussian_quantiles(cov=2.0, n_samples=20, n_classes=3, random_state=6),
)
keep(
    "blobs_uneven",
    *datasets.make_blobs(
        n_samples=17, centers=4, cluster_std=0.5, center_box=(0, 3), random_state=9
    ),
)

X, y = noisy_diagonal(211 + 200, 1)
keep("diagonal_train", X[:, :211].T, y[:, :211])
keep("diagonal_test", X[:, 211:].T, y[:, 211:])

target = pathlib.Path(__file__).parents[1] / "DatasetsTests/Fixtures/generated.npz"
if "--check" not in sys.argv:
    np.savez(target, **arrays)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(arrays)} arrays")
else:
    kept = np.load(target)
    if set(kept) != set(arrays):
        sys.exit(f"{target.name} has other arrays: {sorted(set(kept) ^ set(arrays))}")
    stale = [name for name in arrays if not np.array_equal(kept[name], arrays[name])]
    if stale:
        sys.exit(f"{target.name} is not what NumPy {np.__version__} gives: {stale}")
    print(f"{len(arrays)} arrays of {target.name} are what NumPy and scikit-learn give, bit by bit")
