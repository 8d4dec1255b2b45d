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


# A deep network


@job
def deep(steps):
    X, Y = pictures()
    sizes = [12288, 20, 7, 5, 1]
    L = len(sizes) - 1

    def initialize_parameters():
        random = np.random.RandomState(1)
        parameters = {}
        for l in range(1, L + 1):
            n, previous = sizes[l], sizes[l - 1]
            parameters["W" + str(l)] = random.randn(n, previous) / np.sqrt(previous)
            parameters["b" + str(l)] = np.zeros((n, 1))
        return parameters

    def forward(parameters):
        caches = []
        A = X
        for l in range(1, L + 1):
            A_prev, W, b = A, parameters["W" + str(l)], parameters["b" + str(l)]
            Z = np.dot(W, A_prev) + b
            A = sigmoid(Z) if l == L else np.maximum(0, Z)
            caches.append((A_prev, W, b, Z))
        return A, caches

    def compute_cost(AL):
        m = Y.shape[1]
        return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m

    def backward(AL, caches):
        grads = {}
        m = Y.shape[1]
        dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
        for l in reversed(range(1, L + 1)):
            A_prev, W, b, Z = caches[l - 1]
            if l == L:
                s = sigmoid(Z)
                dZ = dA * s * (1 - s)
            else:
                dZ = np.array(dA, copy=True)
                dZ[Z <= 0] = 0
            grads["dW" + str(l)] = 1 / m * np.dot(dZ, A_prev.T)
            grads["db" + str(l)] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
            dA = np.dot(W.T, dZ)
        return grads

    def work():
        parameters, costs = initialize_parameters(), []
        for step in range(steps):
            AL, caches = forward(parameters)
            if step % 100 == 0:
                costs.append(compute_cost(AL))
            grads = backward(AL, caches)
            parameters = update_parameters(parameters, grads, 0.0075)
        return np.array(costs)

    return work


# Three layers, for the weeks on training


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    updated = {}
    for l in range(1, L + 1):
        for name in ["W" + str(l), "b" + str(l)]:
            updated[name] = parameters[name] - learning_rate * grads["d" + name]
    return updated


def he_parameters(sizes, seed):
    random = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(sizes)):
        n, previous = sizes[l], sizes[l - 1]
        parameters["W" + str(l)] = random.randn(n, previous) * np.sqrt(2 / previous)
        parameters["b" + str(l)] = np.zeros((n, 1))
    return parameters


def relu(z):
    return np.maximum(0, z)


def unpacked(parameters):
    return [parameters[name] for name in ["W1", "b1", "W2", "b2", "W3", "b3"]]


def forward_propagation(X, parameters):
    W1, b1, W2, b2, W3, b3 = unpacked(parameters)
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


def compute_cost(A3, Y):
    logprobs = np.multiply(-np.log(A3), Y) + np.multiply(-np.log(1 - A3), 1 - Y)
    return np.sum(logprobs) / Y.shape[1]


def backward_propagation(X, Y, cache):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1 / m * np.dot(dZ3, A2.T)
    db3 = 1 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dW3": dW3, "db3": db3, "dW2": dW2, "db2": db2, "dW1": dW1, "db1": db1}


@job
def initialization(steps):
    X, Y = circles()

    def work():
        parameters, costs = he_parameters([2, 10, 5, 1], 3), []
        for step in range(steps):
            A3, cache = forward_propagation(X, parameters)
            if step % 1000 == 0:
                costs.append(compute_cost(A3, Y))
            grads = backward_propagation(X, Y, cache)
            parameters = update_parameters(parameters, grads, 0.01)
        return np.array(costs)

    return work


@job
def penalty(steps):
    X, Y = noisy_diagonal()
    lambd, m = 0.7, X.shape[1]

    def work():
        parameters, costs = he_parameters([2, 20, 3, 1], 3), []
        for step in range(steps):
            A3, cache = forward_propagation(X, parameters)
            W1, _, W2, _, W3, _ = unpacked(parameters)
            if step % 1000 == 0:
                squares = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))
                costs.append(compute_cost(A3, Y) + lambd / (2 * m) * squares)
            grads = backward_propagation(X, Y, cache)
            grads["dW1"] = grads["dW1"] + lambd / m * W1
            grads["dW2"] = grads["dW2"] + lambd / m * W2
            grads["dW3"] = grads["dW3"] + lambd / m * W3
            parameters = update_parameters(parameters, grads, 0.3)
        return np.array(costs)

    return work


@job
def dropout(steps):
    X, Y = noisy_diagonal()
    keep_prob, m = 0.86, X.shape[1]

    def forward(parameters, seed):
        np.random.seed(seed)
        W1, b1, W2, b2, W3, b3 = unpacked(parameters)
        Z1 = np.dot(W1, X) + b1
        A1 = relu(Z1)
        D1 = np.random.rand(A1.shape[0], A1.shape[1])
        D1 = D1 < keep_prob
        A1 = A1 * D1
        A1 = A1 / keep_prob
        Z2 = np.dot(W2, A1) + b2
        A2 = relu(Z2)
        D2 = np.random.rand(A2.shape[0], A2.shape[1])
        D2 = D2 < keep_prob
        A2 = A2 * D2
        A2 = A2 / keep_prob
        Z3 = np.dot(W3, A2) + b3
        A3 = sigmoid(Z3)
        return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)

    def backward(cache):
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
        dZ3 = A3 - Y
        dW3 = 1 / m * np.dot(dZ3, A2.T)
        db3 = 1 / m * np.sum(dZ3, axis=1, keepdims=True)
        dA2 = np.dot(W3.T, dZ3)
        dA2 = dA2 * D2
        dA2 = dA2 / keep_prob
        dZ2 = np.multiply(dA2, np.int64(A2 > 0))
        dW2 = 1 / m * np.dot(dZ2, A1.T)
        db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
        dA1 = np.dot(W2.T, dZ2)
        dA1 = dA1 * D1
        dA1 = dA1 / keep_prob
        dZ1 = np.multiply(dA1, np.int64(A1 > 0))
        dW1 = 1 / m * np.dot(dZ1, X.T)
        db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
        return {"dW3": dW3, "db3": db3, "dW2": dW2, "db2": db2, "dW1": dW1, "db1": db1}

    def work():
        parameters, costs = he_parameters([2, 20, 3, 1], 3), []
        for step in range(steps):
            A3, cache = forward(parameters, step)
            if step % 1000 == 0:
                costs.append(compute_cost(A3, Y))
            parameters = update_parameters(parameters, backward(cache), 0.3)
        return np.array(costs)

    return work


@job
def adam(epochs):
    X, Y = moons()
    learning_rate, beta1, beta2, epsilon = 0.0007, 0.9, 0.999, 1e-8

    def random_mini_batches(size, seed):
        np.random.seed(seed)
        m = X.shape[1]
        order = np.random.permutation(m)
        shuffled_X, shuffled_Y = X[:, order], Y[:, order]
        return [
            (shuffled_X[:, k : k + size], shuffled_Y[:, k : k + size]) for k in range(0, m, size)
        ]

    def initialize_adam(parameters):
        v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
        s = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
        return v, s

    def update_with_adam(parameters, grads, v, s, t):
        L = len(parameters) // 2
        for l in range(1, L + 1):
            for name in ["W" + str(l), "b" + str(l)]:
                d = "d" + name
                v[d] = beta1 * v[d] + (1 - beta1) * grads[d]
                v_corrected = v[d] / (1 - beta1**t)
                s[d] = beta2 * s[d] + (1 - beta2) * np.power(grads[d], 2)
                s_corrected = s[d] / (1 - beta2**t)
                parameters[name] = parameters[name] - learning_rate * v_corrected / (
                    np.sqrt(s_corrected) + epsilon
                )
        return parameters, v, s

    def work():
        parameters, costs, t, seed = he_parameters([2, 5, 2, 1], 3), [], 0, 10
        v, s = initialize_adam(parameters)
        for _ in range(epochs):
            seed = seed + 1
            cost_total = 0
            for batch_X, batch_Y in random_mini_batches(64, seed):
                A3, cache = forward_propagation(batch_X, parameters)
                cost_total += compute_cost(A3, batch_Y) * batch_X.shape[1]
                grads = backward_propagation(batch_X, batch_Y, cache)
                t = t + 1
                parameters, v, s = update_with_adam(parameters, grads, v, s, t)
            costs.append(cost_total / X.shape[1])
        return np.array(costs)

    return work


# The data of these weeks


def shuffled(points, labels, noise, random):
    """As sklearn.datasets does it; the course's examples are columns."""
    order = np.arange(len(labels))
    random.shuffle(order)
    points = points[order] + random.normal(scale=noise, size=points.shape)
    return np.ascontiguousarray(points.T), labels[order].reshape(1, -1)


def circles(m=300):
    angle = np.linspace(0, 2 * np.pi, m // 2, endpoint=False)
    outer = np.c_[np.cos(angle), np.sin(angle)]
    points = np.r_[outer, 0.8 * outer]
    labels = np.repeat([0, 1], m // 2)
    return shuffled(points, labels, 0.05, np.random.RandomState(1))


def moons(m=300):
    angle = np.linspace(0, np.pi, m // 2)
    upper = np.c_[np.cos(angle), np.sin(angle)]
    lower = np.c_[1 - np.cos(angle), 1 - np.sin(angle) - 0.5]
    labels = np.repeat([0, 1], m // 2)
    return shuffled(np.r_[upper, lower], labels, 0.2, np.random.RandomState(3))


def noisy_diagonal(m=211):
    random = np.random.RandomState(1)
    X, Y = np.empty((2, m)), np.empty((1, m))
    for i in range(m):
        x1 = 1.2 * random.rand() - 0.7
        x2 = 1.2 * random.rand() - 0.6
        above = x2 - 0.8 * x1 - 0.1 + 0.1 * random.randn() > 0
        exchanged = random.rand() < 0.03
        X[0, i], X[1, i], Y[0, i] = x1, x2, above != exchanged
    return X, Y


# Convolution through columns


@job
def convolution(_):
    random = np.random.RandomState(1)
    A_prev = random.randn(64, 28, 28, 8)
    W = random.randn(3, 3, 8, 16)
    b = random.randn(1, 1, 1, 16)

    def image_to_columns(A_prev, f, stride, pad):
        m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        columns = np.zeros((m, n_H, n_W, f, f, n_C_prev))
        for y in range(f):
            for x in range(f):
                columns[:, :, :, y, x, :] = A_pad[
                    :, y : y + stride * n_H : stride, x : x + stride * n_W : stride, :
                ]
        return columns.reshape(m * n_H * n_W, -1)

    def columns_to_image(columns, shape, f, stride, pad):
        m, n_H_prev, n_W_prev, n_C_prev = shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        columns = columns.reshape(m, n_H, n_W, f, f, n_C_prev)
        A_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
        for y in range(f):
            for x in range(f):
                A_pad[
                    :, y : y + stride * n_H : stride, x : x + stride * n_W : stride, :
                ] += columns[:, :, :, y, x, :]
        return A_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    def forward(A_prev, W, b, stride, pad):
        m, n_H_prev, n_W_prev, _ = A_prev.shape
        f, _, _, n_C = W.shape
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        columns = image_to_columns(A_prev, f, stride, pad)
        Z = np.dot(columns, W.reshape(-1, n_C)) + b.reshape(1, n_C)
        return Z.reshape(m, n_H, n_W, n_C)

    def backward(dZ, A_prev, W, stride, pad):
        f, _, _, n_C = W.shape
        columns = image_to_columns(A_prev, f, stride, pad)
        dZ = dZ.reshape(-1, n_C)
        dW = np.dot(columns.T, dZ).reshape(W.shape)
        db = np.sum(dZ, axis=0).reshape(1, 1, 1, n_C)
        d_columns = np.dot(dZ, W.reshape(-1, n_C).T)
        return columns_to_image(d_columns, A_prev.shape, f, stride, pad), dW, db

    def work():
        Z = forward(A_prev, W, b, 1, 1)
        dA_prev, dW, db = backward(Z, A_prev, W, 1, 1)
        return np.array([dA_prev[1, 2, 3, 4], dW[1, 2, 3, 4], db[0, 0, 0, 5]])

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
