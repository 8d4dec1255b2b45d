"""Derive the polynomials, tables and split constants of Sources/CKernels.

Each approximation interpolates its function, in 60 digits, at the Chebyshev nodes of the interval or,
for exp, at nodes moved outwards: within a small factor of the best polynomial, and without an
iteration that might not converge. The coefficients are then rounded to double. Run it to print them:

    python3 Tests/Peers/kernels_polynomials.py
"""

import struct

from mpmath import cos, exp, linspace, log, lu_solve, matrix, mp, mpf, nstr, pi, sqrt, tanh

mp.dps = 60


def nodes(low, high, count):
    """The Chebyshev nodes of [low, high]."""
    middle, half = (low + high) / 2, (high - low) / 2
    return [middle + half * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def polynomial(function, at):
    """Coefficients, lowest power first, of the polynomial through the function's values at `at`."""
    powers = matrix([[t**j for j in range(len(at))] for t in at])
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


def powers_of_two(bits):
    """2^(j/16) for j < 16, rounded to so many bits, and what that left relative to it."""
    powers = [mpf(2) ** (mpf(j) / 16) for j in range(16)]
    heads = [mp.floor(power * 2 ** (bits - 1) + mpf(1) / 2) / 2 ** (bits - 1) for power in powers]
    return heads, [power / head - 1 for power, head in zip(powers, heads, strict=True)]


def show_heads(heads):
    # Adding k << 48, with k = 16 e + j, to a head's bits must add e to its exponent and nothing else.
    bits = [struct.unpack("<q", struct.pack("<d", float(h)))[0] - (j << 48) for j, h in enumerate(heads)]
    print("2^(j/16), bits less j << 48: " + ", ".join(f"{b:#x}" for b in bits))


def exponential():
    step = log(mpf(2)) / 16
    reach = step / 2 * mpf("1.0001")

    def q(r):
        return (exp(r) - 1 - r) / r**2 if abs(r) > mpf("1e-25") else mpf(1) / 2 + r / 6

    # The error of q counts times r^2, so the nodes lie further out than Chebyshev's: these make the
    # three largest values of |r^3 (r^2 - a^2) (r^2 - b^2)| about equal.
    c = polynomial(q, [reach * mpf(t) for t in ["-0.97", "-0.75", "0", "0.75", "0.97"]])
    print("exp: exp(r) = 1 + r + r^2 q(r) for |r| <= log(2) / 32")
    show("q", c)
    print("absolute error", worst(lambda r: value(rounded(c), r) * r**2 - q(r) * r**2, -reach, reach))
    show("16 / log 2", [1 / step])
    show("log 2 / 16, 38 bits and the rest", split(step, 38))
    heads, tails = powers_of_two(53)
    show_heads(heads)
    show("2^(j/16), relative tail", tails)


def logarithm():
    # log((1 + s) / (1 - s)) = 2 s + s z R(z) with z = s^2.
    high = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.0001")

    def rest(z):
        s = sqrt(z)
        return (log((1 + s) / (1 - s)) - 2 * s) / (s * z)

    c = polynomial(rest, nodes(mpf(0), high, 7))
    print("log: log((1 + s) / (1 - s)) = 2 s + s z R(z), z = s^2 <= ((sqrt 2 - 1) / (sqrt 2 + 1))^2")
    show("R", c)
    print("error relative to 2 s", worst(lambda z: z * (value(rounded(c), z) - rest(z)) / 2, mpf(0), high))
    show("log 2, 38 bits and the rest", split(log(mpf(2)), 38))


def hyperbolic_tangent():
    high = mpf("0.841") ** 2

    def rest(z):
        x = sqrt(z)
        return (tanh(x) - x) / (x * z)

    p, q = rational(rest, mpf("1e-20"), high, 2, 4)
    # Divided by P's leading coefficient, which saves a product.
    p, q = rounded([c / p[2] for c in p]), rounded([c / p[2] for c in q])
    print("tanh: tanh(x) = x + x z P(z) / Q(z), z = x^2, |x| < 0.841")
    show("P", p)
    show("Q", q)
    print(
        "relative error",
        worst(lambda z: z * (value(p, z) / value(q, z) - rest(z)), mpf("1e-9"), high),
    )
    # A head's last bit is 0, so that 1/2 is added to a multiple of it without rounding.
    heads, tails = powers_of_two(52)
    show_heads(heads)
    # n log 2 / 16 is taken with one rounded constant. What that leaves for n = 16 e + j is in the tails
    # for e = 2, where 2 / (exp(2 a) + 1) is greatest, and counts for little elsewhere.
    step = log(mpf(2)) / 16
    left = step - mpf(float(step))
    show("log 2 / 16", [step])
    show("tail less what the constant leaves at 32 + j", [t - (32 + j) * left for j, t in enumerate(tails)])


if __name__ == "__main__":
    exponential()
    logarithm()
    hyperbolic_tangent()
