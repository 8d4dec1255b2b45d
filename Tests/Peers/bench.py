"""NumPy's side of `course bench`.

Reads a job and its number of steps a line on standard input, and answers a line with two numbers:
the shortest time in seconds, and the sum of what was computed.

    echo "exp 1" | OPENBLAS_NUM_THREADS=1 python3 Tests/Peers/bench.py

Every job has the name, the numbers and the steps of its twin in Sources/Benchmarks, and is written
as notebooks write it.
"""

import sys
import time

try:
    import numpy as np
except ImportError:
    print("no numpy", flush=True)
    sys.exit()

JOBS = {}
PATIENCE = 0.1


def job(prepare):
    """Enters a function that takes the number of steps, makes the data and returns the work."""
    JOBS[prepare.__name__] = prepare
    return prepare


# Single operations


@job
def product(_):
    random = np.random.RandomState(1)
    A = random.randn(768, 768)
    B = random.randn(768, 768)
    return lambda: np.dot(A, B)


def million():
    return np.random.RandomState(2).randn(1_000_000)


@job
def exp(_):
    x = million()
    return lambda: np.exp(x)


@job
def log(_):
    x = abs(million())
    return lambda: np.log(x)


@job
def tanh(_):
    x = million()
    return lambda: np.tanh(x)


# Logistic regression


def pictures():
    random = np.random.RandomState(1)
    X = random.rand(12288, 209) - 0.5
    return X, random.randint(0, 2, (1, 209))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@job
def logistic(steps):
    X, Y = pictures()

    def propagate(w, b):
        m = X.shape[1]
        A = sigmoid(np.dot(w.T, X) + b)
        cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        dw = 1 / m * np.dot(X, (A - Y).T)
        db = 1 / m * np.sum(A - Y)
        return {"dw": dw, "db": db}, cost

    def work():
        w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
        for step in range(steps):
            grads, cost = propagate(w, b)
            w = w - 0.005 * grads["dw"]
            b = b - 0.005 * grads["db"]
            if step % 100 == 0:
                costs.append(cost)
        return np.array(costs)

    return work


# A hidden layer


def planar_flower(m=400):
    random = np.random.RandomState(1)
    N = m // 2
    X = np.zeros((m, 2))
    Y = np.zeros((m, 1), dtype="uint8")
    for j in range(2):
        part = range(N * j, N * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, N) + random.randn(N) * 0.2
        r = 4 * np.sin(4 * t) + random.randn(N) * 0.2
        X[part] = np.c_[r * np.sin(t), r * np.cos(t)]
        Y[part] = j
    return X.T, Y.T


@job
def shallow(steps):
    X, Y = planar_flower()

    def initialize_parameters(n_x, n_h, n_y):
        random = np.random.RandomState(3)
        W1 = random.randn(n_h, n_x) * 0.01
        W2 = random.randn(n_y, n_h) * 0.01
        return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}

    def forward_propagation(parameters):
        Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
        A1 = np.tanh(Z1)
        Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
        A2 = sigmoid(Z2)
        return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}

    def compute_cost(A2):
        m = Y.shape[1]
        logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
        return -np.sum(logprobs) / m

    def backward_propagation(parameters, cache):
        m = X.shape[1]
        A1, A2 = cache["A1"], cache["A2"]
        dZ2 = A2 - Y
        dW2 = 1 / m * np.dot(dZ2, A1.T)
        db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
        dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(A1, 2))
        dW1 = 1 / m * np.dot(dZ1, X.T)
        db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
        return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    def update_parameters(parameters, grads):
        return {name: parameters[name] - 1.2 * grads["d" + name] for name in parameters}

    def work():
        parameters, costs = initialize_parameters(2, 4, 1), []
        for step in range(steps):
            cache = forward_propagation(parameters)
            if step % 1000 == 0:
                costs.append(compute_cost(cache["A2"]))
            grads = backward_propagation(parameters, cache)
            parameters = update_parameters(parameters, grads)
        return np.array(costs)

    return work


def measure(work):
    """The shortest time of the work, repeated while patience lasts, and what it came to."""
    best, total = float("inf"), 0.0
    while total < PATIENCE:
        begin = time.perf_counter()
        result = work()
        taken = time.perf_counter() - begin
        best, total = min(best, taken), total + taken
    return best, float(np.sum(result))


print("numpy", np.__version__, flush=True)
for line in sys.stdin:
    name, steps = line.split()
    if name in JOBS:
        print(*measure(JOBS[name](int(steps))), flush=True)
    else:
        print("no such job:", name, flush=True)
