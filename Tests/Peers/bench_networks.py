"""The trainings of course 1: logistic regression, a hidden layer, a deep network."""

import numpy as np
from bench_data import pictures, planar_flower
from bench_jobs import job, relu, sigmoid, update_parameters


# Logistic regression


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
            A = sigmoid(Z) if l == L else relu(Z)
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
