"""Checks that what the graded suites expect is what NumPy prints.

    python3 Tests/Peers/check_expected_values.py

Runs the peer of every week, and looks in its output for every number of at least five digits that stands in
the week's suite, to as many digits as are written there. Tests of published figures have another source and are
left out, arguments that several tests share as well. Exits with 1 when a number is nowhere.
"""

import math
import pathlib
import re
import subprocess
import sys

PEERS = pathlib.Path(__file__).resolve().parent
NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?:e[-+]?\d+)?")

# Numbers that a test derives in its message, or computes by hand.
LAWS = [
    math.log(2), math.log(5), -math.log(0.8), 9 + math.log(2),
    math.tanh(1), math.tanh(0.5) + math.tanh(1), 1 / (1 + math.exp(-math.tanh(0.5) - math.tanh(1))),
    1 / (1 + math.exp(-0.5)), 5 * 1.5**3, 5 * 1.5**50, 5 * 0.5**20, 1 - 0.01 * 0.005,
]


def digits(number):
    return len(number.split("e")[0].replace(".", "").lstrip("0"))


def rounding(number):
    """Half a unit of the last digit that is written."""
    mantissa, _, exponent = number.partition("e")
    return 0.51 * 10.0 ** (int(exponent or 0) - len(mantissa.split(".")[1]))


def is_among(number, values):
    value = float(number)
    return any(abs(v - value) <= max(rounding(number), 1e-9 * value) for v in values)


def suite(module):
    files = sorted((PEERS.parent / f"{module}Tests").glob("*.swift"))
    text = "\n".join(f.read_text() for f in files if "Published" not in f.name)
    parts = re.split(r"\n\n(?=  (?:///|func|private|static))", text)
    text = "\n".join(p for p in parts if "ublished" not in p and not re.match(r"\s*(?:///.*\s+)*(?:private )?static let", p))
    text = re.sub(r"//.*", "", text)
    return NUMBER.findall(re.sub(r"(?<=\d)_(?=\d)", "", text))


def peer(module):
    return PEERS / (re.sub(r"(?<=[a-z])(?=[A-Z])", "_", module).lower() + ".py")


def check(module):
    script = peer(module)
    run = subprocess.run([sys.executable, script], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{script.name} fails:\n{run.stderr}")
        return False
    known = [float(n) for n in NUMBER.findall(run.stdout)] + LAWS
    expected = [n for n in suite(module) if digits(n) >= 5]
    missing = [n for n in expected if not is_among(n, known)]
    print(f"{module}: {len(expected) - len(missing)} of {len(expected)} numbers are NumPy's")
    for number in missing:
        print(f"  {number} is nowhere in what {script.name} prints")
    return bool(expected) and not missing


def has_lesson(module):
    return any((PEERS.parents[1] / "Exercises").glob(f"*-{module}"))


if __name__ == "__main__":
    folders = sorted(PEERS.parent.glob("*Tests"))
    modules = [name for f in folders if has_lesson(name := f.name.removesuffix("Tests")) and peer(name).exists()]
    sys.exit(0 if len(modules) >= 8 and all([check(m) for m in modules]) else 1)
