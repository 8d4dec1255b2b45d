#!/usr/bin/env python3
"""Cuts Sources/Datasets/FashionMNIST/fashion-mnist.npz out of the whole of Fashion-MNIST.

The first 200 training and the first 100 test pictures of every class, in the order of the
original files. Needs NumPy and the four original files, which Debian's package
dataset-fashion-mnist installs:

    python3 Tests/Peers/datasets_fashion_mnist.py [FOLDER OF THE FOUR FILES]

The same input gives the same bytes. The pictures are stored as they are, uint8, uncompressed.
"""

import gzip
import pathlib
import sys

import numpy as np

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/datasets/fashion-mnist")
TARGET = pathlib.Path(__file__).parents[2] / "Sources/Datasets/FashionMNIST/fashion-mnist.npz"


def idx(name):
    """The array in an IDX file: 2 zero bytes, type 8 (uint8), rank, big-endian lengths, bytes."""
    data = gzip.decompress((SOURCE / name).read_bytes())
    rank = data[3]
    assert data[:3] == b"\x00\x00\x08", name
    shape = np.frombuffer(data, ">u4", rank, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def first(count, images, labels):
    """The first `count` examples of every class, in file order."""
    chosen = np.sort(np.concatenate([np.flatnonzero(labels == c)[:count] for c in range(10)]))
    return images[chosen], labels[chosen]


train_x, train_y = first(200, idx("train-images-idx3-ubyte.gz"), idx("train-labels-idx1-ubyte.gz"))
test_x, test_y = first(100, idx("t10k-images-idx3-ubyte.gz"), idx("t10k-labels-idx1-ubyte.gz"))
TARGET.parent.mkdir(parents=True, exist_ok=True)
np.savez(TARGET, train_x=train_x, train_y=train_y, test_x=test_x, test_y=test_y)

print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
for name, x, y in [("train", train_x, train_y), ("test", test_x, test_y)]:
    sums = [int(x[y == c].sum(dtype=np.int64)) for c in range(10)]
    print(name, x.shape, "sum of pixels by class", sums, "first labels", y[:8].tolist())
