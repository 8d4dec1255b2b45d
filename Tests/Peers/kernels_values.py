"""Print the known values of Tests/TensorsTests/KernelFunctionTests.swift: doubles nearest to exp, log and
tanh, by mpmath. Only arguments whose value is far from the middle of two doubles, so that an error
below one unit in the last place that rounds as it should gives these bits.

    python3 Tests/Peers/kernels_values.py
"""

import mpmath

mpmath.mp.prec = 2000

ARGUMENTS = {
    "exp": ["0x1p+0", "-0x1p+0", "0x1p-1", "0x1.4p+3", "-0x1.4p+6", "0x1.62p+9", "-0x1.62p+9", "-0x1.72p+9",
            "0x1p-40", "-0x1.8p-3", "0x1.921fb54442d18p+1"],
    "log": ["0x1p+1", "0x1.4p+3", "0x1.8p+0", "0x1.8p-1", "0x1.0001p+0", "0x1.ffffp-1", "0x1p-1074", "0x1.8p-1030",
            "0x1.fffffffffffffp+1023", "0x1.921fb54442d18p+1", "0x1.5bf0a8b145769p+1"],
    "tanh": ["0x1p-1", "0x1p+0", "-0x1p+0", "0x1.8p+0", "0x1.4p+2", "-0x1.4p+3", "0x1p-20", "0x1.1p-1", "0x1.2p-1",
             "0x1.4p+4", "0x1p-1060"],
}


def nearest(value):
    """The double nearest to value, and how far from it in units in the last place."""
    exponent = max(mpmath.frexp(value)[1] - 53, -1074)
    scaled = mpmath.ldexp(value, -exponent)
    whole = mpmath.nint(scaled)
    return float(mpmath.ldexp(whole, exponent)), abs(scaled - whole)


for name, arguments in ARGUMENTS.items():
    for text in arguments:
        x = float.fromhex(text)
        y, distance = nearest(getattr(mpmath, name)(mpmath.mpf(x)))
        note = "" if distance < 0.3 else "  // near a tie"
        print(f"    ({float(x).hex()}, {float(y).hex()}),  // {name}{note}")
