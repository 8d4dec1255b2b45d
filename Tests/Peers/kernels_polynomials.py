"""Derive the polynomials, tables and split constants of Sources/CKernels.

Each approximation interpolates its function, in 60 digits, at the Chebyshev nodes of the interval:
within a small factor of the best polynomial, and without an iteration that might not converge. The
coefficients are then rounded to double. Run it to print the C text:

    python3 Tests/Peers/kernels_polynomials.py
"""

from mpmath import cos, exp, linspace, log, lu_solve, matrix, mp, mpf, nstr, pi, sqrt, tanh

mp.dps = 60


def nodes(low, high, count):
    """The Chebyshev nodes of [low, high]."""
    middle, half = (low + high) / 2, (high - low) / 2
    return [middle + half * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def polynomial(function, low, high, degree):
    """Coefficients, lowest power first."""
    at = nodes(low, high, degree + 1)
    powers = matrix([[t**j for j in range(degree + 1)] for t in at])
    return list(lu_solve(powers, matrix([function(t) for t in at])))


def rational(function, low, high, above, below):
    """Numerator and denominator of the given degrees; the denominator starts with 1."""
    at = nodes(low, high, above + below + 1)
    rows = [
        [t**j for j in range(above + 1)] + [-function(t) * t**j for j in range(1, below + 1)]
        for t in at
    ]
    solved = list(lu_solve(matrix(rows), matrix([function(t) for t in at])))
    return solved[: above + 1], [mpf(1)] + solved[above + 1 :]


def value(coefficients, t):
    return sum(c * t**j for j, c in enumerate(coefficients))


def show(name, coefficients):
    print(f"{name}: " + ", ".join(float(c).hex() for c in coefficients))


def split(x, bits):
    """x as a double of at most `bits` significant bits and the double nearest to the rest."""
    mantissa, exponent = mp.frexp(x)
    high = mp.floor(mantissa * 2**bits + mpf(1) / 2) / 2**bits * mpf(2) ** exponent
    return high, x - high


def rounded(coefficients):
    return [mpf(float(c)) for c in coefficients]


def worst(error, low, high):
    return nstr(max(abs(error(t)) for t in linspace(low, high, 2001) if t != 0), 3)


def exponential():
    step = log(mpf(2)) / 16
    reach = step / 2 * mpf("1.0001")

    def q(r):
        return (exp(r) - 1 - r) / r**2

    c = polynomial(q, -reach, reach, 5)
    print("exp: exp(r) = 1 + r + r^2 q(r) for |r| <= log(2) / 32")
    show("q", c)
    print("absolute error", worst(lambda r: value(rounded(c), r) * r**2 - q(r) * r**2, -reach, reach))
    show("16 / log 2", [1 / step])
    show("log 2 / 16, 38 bits and the rest", split(step, 38))
    heads = [mpf(float(mpf(2) ** (mpf(j) / 16))) for j in range(16)]
    show("2^(j/16), head", heads)
    show("2^(j/16), tail", [mpf(2) ** (mpf(j) / 16) - heads[j] for j in range(16)])


def logarithm():
    # log((1 + s) / (1 - s)) = 2 s + s z R(z) with z = s^2.
    high = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.0001")

    def rest(z):
        s = sqrt(z)
        return (log((1 + s) / (1 - s)) - 2 * s) / (s * z)

    c = polynomial(rest, mpf(0), high, 6)
    print("log: log((1 + s) / (1 - s)) = 2 s + s z R(z), z = s^2 <= ((sqrt 2 - 1) / (sqrt 2 + 1))^2")
    show("R", c)
    print("error relative to 2 s", worst(lambda z: z * (value(rounded(c), z) - rest(z)) / 2, mpf(0), high))
    show("log 2, 38 bits and the rest", split(log(mpf(2)), 38))


def hyperbolic_tangent():
    high = mpf("0.5525") ** 2

    def rest(z):
        x = sqrt(z)
        return (tanh(x) - x) / (x * z)

    p, q = rational(rest, mpf("1e-20"), high, 2, 3)
    print("tanh: tanh(x) = x + x z P(z) / Q(z), z = x^2, |x| < 0.5525")
    show("P", p)
    show("Q", q)
    print(
        "relative error",
        worst(lambda z: z * (value(rounded(p), z) / value(rounded(q), z) - rest(z)), mpf("1e-9"), high),
    )


if __name__ == "__main__":
    exponential()
    logarithm()
    hyperbolic_tangent()
