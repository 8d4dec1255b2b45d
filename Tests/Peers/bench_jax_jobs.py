"""The jobs of Sources/Benchmarks in JAX, each compiled as a whole: a training is one loop in XLA.

A job that draws as it trains, the masks of dropout and the orders of the mini-batches, draws from JAX's
own generator in the compiled loop. Its costs cannot be those of NumPy's generator, so such a job has a
second training for them, which is not timed: there all that is random was drawn before, by NumPy.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from bench_data import circles, moons, noisy_diagonal, pictures, planar_flower

JOBS = {}


def job(prepare):
    JOBS[prepare.__name__] = prepare
    return prepare


def compiled(function, *arguments):
    """The work: a compiled function of numbers that are ready where it needs them."""
    function = jax.jit(function)
    arguments = jax.block_until_ready([jnp.asarray(a) for a in arguments])
    return lambda: function(*arguments)


# Single operations


@job
def product(_):
    random = np.random.RandomState(1)
    return compiled(jnp.dot, random.randn(768, 768), random.randn(768, 768))


def million():
    return np.random.RandomState(2).randn(1_000_000)


@job
def exp(_):
    return compiled(jnp.exp, million())


@job
def log(_):
    return compiled(jnp.log, abs(million()))


@job
def tanh(_):
    return compiled(jnp.tanh, million())


@job
def convolution(_):
    random = np.random.RandomState(1)
    A_prev = random.randn(64, 28, 28, 8)
    W = random.randn(3, 3, 8, 16)
    b = random.randn(1, 1, 1, 16)

    def forward(A_prev, W, b):
        layout = ("NHWC", "HWIO", "NHWC")
        return lax.conv_general_dilated(A_prev, W, (1, 1), "SAME", dimension_numbers=layout) + b

    def work(A_prev, W, b):
        Z, backward = jax.vjp(forward, A_prev, W, b)
        dA_prev, dW, db = backward(Z)
        # All gradients are outputs, so that none is left out.
        return dA_prev, dW, db

    run = compiled(work, A_prev, W, b)

    def picked():
        dA_prev, dW, db = run()
        return jnp.stack([dA_prev[1, 2, 3, 4], dW[1, 2, 3, 4], db[0, 0, 0, 5]])

    return picked


# Trainings


def trained(step, parameters, steps, every, *data):
    """The costs of every so many steps; `step` takes the parameters, the step and the data, and returns the
    new parameters and a function of none that computes the cost."""

    def training(parameters, *data):
        def body(t, state):
            parameters, costs = state
            updated, cost = step(parameters, t, *data)
            costs = lax.cond(t % every == 0, lambda: costs.at[t // every].set(cost()), lambda: costs)
            return updated, costs

        costs = jnp.zeros((steps + every - 1) // every)
        return lax.fori_loop(0, steps, body, (parameters, costs))[1]

    run = jax.jit(training)
    arguments = jax.block_until_ready(jax.tree.map(jnp.asarray, (parameters, *data)))
    return lambda: run(*arguments)


def sigmoid(z):
    return 1 / (1 + jnp.exp(-z))


def relu(z):
    return jnp.maximum(0, z)


def cross_entropy(A, Y):
    return -jnp.nansum(Y * jnp.log(A) + (1 - Y) * jnp.log(1 - A)) / Y.shape[1]


def descend(parameters, gradients, rate):
    return jax.tree.map(lambda p, g: p - rate * g, parameters, gradients)


@job
def logistic(steps):
    X, Y = pictures()

    def step(parameters, _, X, Y):
        w, b = parameters
        m = X.shape[1]
        A = sigmoid(jnp.dot(w.T, X) + b)
        gradients = 1 / m * jnp.dot(X, (A - Y).T), 1 / m * jnp.sum(A - Y)
        return descend(parameters, gradients, 0.005), lambda: cross_entropy(A, Y)

    return trained(step, (np.zeros((X.shape[0], 1)), 0.0), steps, 100, X, Y)


@job
def shallow(steps):
    X, Y = planar_flower()
    random = np.random.RandomState(3)
    W1 = random.randn(4, 2) * 0.01
    W2 = random.randn(1, 4) * 0.01

    def step(parameters, _, X, Y):
        W1, b1, W2, b2 = parameters
        m = X.shape[1]
        A1 = jnp.tanh(jnp.dot(W1, X) + b1)
        A2 = sigmoid(jnp.dot(W2, A1) + b2)
        dZ2 = A2 - Y
        dZ1 = jnp.dot(W2.T, dZ2) * (1 - A1 * A1)
        gradients = layer(dZ1, X, m) + layer(dZ2, A1, m)
        return descend(parameters, gradients, 1.2), lambda: cross_entropy(A2, Y)

    return trained(step, (W1, np.zeros((4, 1)), W2, np.zeros((1, 1))), steps, 1000, X, Y.astype(float))


def layer(dZ, A_prev, m):
    return 1 / m * jnp.dot(dZ, A_prev.T), 1 / m * jnp.sum(dZ, axis=1, keepdims=True)


@job
def deep(steps):
    X, Y = pictures()
    sizes = [12288, 20, 7, 5, 1]
    random = np.random.RandomState(1)
    start = []
    for n, previous in zip(sizes[1:], sizes, strict=False):
        start += [random.randn(n, previous) / np.sqrt(previous), np.zeros((n, 1))]

    def step(state, _, X, Y):
        parameters, _ = state
        m = X.shape[1]
        A, caches = X, []
        for l in range(4):
            Z = jnp.dot(parameters[2 * l], A) + parameters[2 * l + 1]
            caches.append((A, Z))
            A = sigmoid(Z) if l == 3 else relu(Z)
        AL, gradients = A, []
        dA = -(Y / AL - (1 - Y) / (1 - AL))
        for l in reversed(range(4)):
            A_prev, Z = caches[l]
            if l == 3:
                s = sigmoid(Z)
                dZ = dA * s * (1 - s)
            else:
                dZ = jnp.where(Z > 0, dA, 0)
            gradients = [*layer(dZ, A_prev, m), *gradients]
            dA = jnp.dot(parameters[2 * l].T, dZ)
        # The gradient of the input is kept, as by the others, so that XLA does not leave it out.
        return (descend(parameters, gradients, 0.0075), dA), lambda: cross_entropy(AL, Y)

    return trained(step, (start, np.zeros(X.shape)), steps, 100, X, Y)


# Three layers


def he_parameters(sizes):
    random = np.random.RandomState(3)
    parameters = []
    for n, previous in zip(sizes[1:], sizes, strict=False):
        parameters += [random.randn(n, previous) * np.sqrt(2 / previous), np.zeros((n, 1))]
    return parameters


def gradients_of_three(parameters, X, Y, kept=(1.0, 1.0)):
    """The output and the gradients; `kept` are the masks of dropout over what they keep on average."""
    W1, b1, W2, b2, W3, b3 = parameters
    m = X.shape[1]
    A1 = relu(jnp.dot(W1, X) + b1) * kept[0]
    A2 = relu(jnp.dot(W2, A1) + b2) * kept[1]
    A3 = sigmoid(jnp.dot(W3, A2) + b3)
    dZ3 = A3 - Y
    dZ2 = jnp.dot(W3.T, dZ3) * kept[1] * (A2 > 0)
    dZ1 = jnp.dot(W2.T, dZ2) * kept[0] * (A1 > 0)
    return A3, [*layer(dZ1, X, m), *layer(dZ2, A1, m), *layer(dZ3, A2, m)]


@job
def initialization(steps):
    X, Y = circles()

    def step(parameters, _, X, Y):
        A3, gradients = gradients_of_three(parameters, X, Y)
        return descend(parameters, gradients, 0.01), lambda: cross_entropy(A3, Y)

    return trained(step, he_parameters([2, 10, 5, 1]), steps, 1000, X, Y.astype(float))


@job
def penalty(steps):
    X, Y = noisy_diagonal()
    lambd, m = 0.7, X.shape[1]

    def step(parameters, _, X, Y):
        A3, gradients = gradients_of_three(parameters, X, Y)
        weights = parameters[::2]
        gradients[::2] = [g + lambd / m * W for g, W in zip(gradients[::2], weights, strict=True)]

        def cost():
            squares = sum(jnp.sum(jnp.square(W)) for W in weights)
            return cross_entropy(A3, Y) + lambd / (2 * m) * squares

        return descend(parameters, gradients, 0.3), cost

    return trained(step, he_parameters([2, 20, 3, 1]), steps, 1000, X, Y)


@job
def dropout(steps):
    X, Y = noisy_diagonal()
    m, keep_prob = X.shape[1], 0.86

    def training(masks, *data):
        def step(parameters, t, X, Y, *data):
            kept = [mask / keep_prob for mask in masks(t, *data)]
            A3, gradients = gradients_of_three(parameters, X, Y, kept)
            return descend(parameters, gradients, 0.3), lambda: cross_entropy(A3, Y)

        return trained(step, he_parameters([2, 20, 3, 1]), steps, 1000, X, Y, *data)

    def drawn(t, key):
        keys = jax.random.split(jax.random.fold_in(key, t))
        return [jax.random.bernoulli(key, keep_prob, (n, m)) for key, n in zip(keys, (20, 3), strict=True)]

    def checked():
        masks1, masks2 = np.empty((steps, 20, m), bool), np.empty((steps, 3, m), bool)
        for t in range(steps):
            random = np.random.RandomState(t)
            masks1[t], masks2[t] = random.rand(20, m) < keep_prob, random.rand(3, m) < keep_prob
        costs = training(lambda t, masks1, masks2: (masks1[t], masks2[t]), masks1, masks2)()
        return costs[: (len(costs) + 1) // 2]

    return training(drawn, jax.random.PRNGKey(1)), checked


@job
def adam(epochs):
    X, Y = moons()
    m, size, rate, beta1, beta2, epsilon = 300, 64, 0.0007, 0.9, 0.999, 1e-8
    start = he_parameters([2, 5, 2, 1])
    zeros = [np.zeros(p.shape) for p in start]

    def update(state, batch_X, batch_Y):
        parameters, v, s, t = state
        A3, gradients = gradients_of_three(parameters, batch_X, batch_Y)
        t = t + 1
        v = jax.tree.map(lambda v, g: beta1 * v + (1 - beta1) * g, v, gradients)
        s = jax.tree.map(lambda s, g: beta2 * s + (1 - beta2) * g * g, s, gradients)
        parameters = jax.tree.map(
            lambda p, v, s: p - rate * (v / (1 - beta1**t)) / (jnp.sqrt(s / (1 - beta2**t)) + epsilon),
            parameters, v, s)
        return (parameters, v, s, t), cross_entropy(A3, batch_Y) * batch_X.shape[1]

    def training(order, draws):
        def epoch(state, drawn, X, Y):
            permutation = order(drawn)
            shuffled_X, shuffled_Y = X[:, permutation], Y[:, permutation]
            total = 0.0
            for k in range(0, m, size):
                state, cost = update(state, shuffled_X[:, k : k + size], shuffled_Y[:, k : k + size])
                total += cost
            return state, total / m

        run = jax.jit(lambda state, X, Y, draws: lax.scan(partial(epoch, X=X, Y=Y), state, draws)[1])
        arguments = (start, zeros, zeros, 0.0), X, Y.astype(float), draws
        return partial(run, *jax.block_until_ready(jax.tree.map(jnp.asarray, arguments)))

    def checked():
        orders = [np.random.RandomState(11 + epoch).permutation(m) for epoch in range(epochs)]
        return training(lambda order: order, np.array(orders))()

    keys = jax.random.split(jax.random.PRNGKey(1), epochs)
    return training(lambda key: jax.random.permutation(key, m), keys), checked
