"""The list of jobs, and what several of them share."""

import numpy as np

JOBS = {}


def job(prepare):
    """Enters a function that takes the number of steps, makes the data and returns the work."""
    JOBS[prepare.__name__] = prepare
    return prepare


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(0, z)


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    updated = {}
    for l in range(1, L + 1):
        for name in ["W" + str(l), "b" + str(l)]:
            updated[name] = parameters[name] - learning_rate * grads["d" + name]
    return updated
