"""Compares what `course quiz grade` says of a class with NumPy, on random tables.

    python Tests/Peers/quiz_reliability.py .build/debug/course [ROUNDS]

Each round writes a bank and the answers of a class that knows more or less, marks the answers here
from the key, lets the course grade the files, and compares its tables: the points of student and
question, mean, standard deviation, Cronbach's alpha, KR-20, difficulty and the correlation with the
rest. First it prints the figures of the fixed table that ReliabilityTests expects.
"""
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

FIXED = numpy.array([
    [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 0, 1, 0, 0], [0, 1, 0, 0, 0],
    [1, 1, 1, 1, 1], [0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [1, 1, 1, 0, 1],
], float)
WEIGHTS = numpy.array([1, 2, 1, 0.5, 3])


def alpha(points, ddof):
    k = points.shape[1]
    return k / (k - 1) * (1 - points.var(axis=0, ddof=ddof).sum() / points.sum(axis=1).var(ddof=ddof))


def kr20(right):
    k, p = right.shape[1], right.mean(axis=0)
    return k / (k - 1) * (1 - (p * (1 - p)).sum() / right.sum(axis=1).var())


def bank(folder, kinds, weights, keys):
    text = ["# A class"]
    for number, (kind, weight, key) in enumerate(zip(kinds, weights, keys)):
        options = "".join(
            f"- [{'x' if place in key else ' '}] option {place}\n  > Because of {place}.\n"
            for place in range(4))
        text.append(
            f"## q{number}\n\n```question\ntype: {kind}\npoints: {weight}\ntags: any\n```\n\n"
            f"Which of four, in question {number}?\n\n{options}")
    (folder / "T1-Class.en.md").write_text("\n\n".join(text))


def mark(kind, key, chosen):
    """The share of the points: where several are right, of the right ones less that of the wrong ones."""
    if kind == "one":
        return float(chosen == key)
    return max(0.0, len(chosen & key) / len(key) - len(chosen - key) / (4 - len(key)))


def answers(folder, number, rows, random):
    entries = []
    for question, chosen in enumerate(rows):
        entry = {"question": f"q{question}", "seconds": float(random.integers(1, 60)), "usedHint": False}
        if chosen:
            entry["choices"] = [place + 1 for place in sorted(chosen)]
        entries.append(entry)
    (folder / f"s{number:03}.json").write_text(json.dumps({
        "kind": "course-quiz-answers", "version": 1, "quiz": "T1", "bank": "", "seed": 1,
        "student": f"s{number:03}", "started": f"2026-03-01T10:{number:02}:00Z",
        "finished": "2026-03-01T12:00:00Z", "answers": entries,
    }))


def same(name, got, expected, distance=6e-5):
    if expected is None or numpy.isnan(expected):
        if got != "":
            raise SystemExit(f"{name}: got {got}, expected nothing")
    elif got == "" or abs(float(got) - expected) > distance:
        raise SystemExit(f"{name}: got {got or 'nothing'}, expected {expected}")


def correlation(a, b):
    return None if numpy.ptp(a) < 1e-9 or numpy.ptp(b) < 1e-9 else numpy.corrcoef(a, b)[0, 1]


def table(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def round_of(course, seed):
    random = numpy.random.default_rng(seed)
    students, questions = int(random.integers(1, 40)), int(random.integers(1, 25))
    mixed = bool(seed % 2)
    kinds = ["several" if mixed and random.random() < 0.4 else "one" for _ in range(questions)]
    weights = [int(random.integers(1, 4)) if mixed else 1 for _ in range(questions)]
    keys = [
        set(map(int, random.choice(4, 2 if kind == "several" else 1, replace=False)))
        for kind in kinds]
    skill = random.normal(size=students)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "banks").mkdir()
        bank(folder / "banks", kinds, weights, keys)
        points = numpy.zeros((students, questions))
        for student in range(students):
            rows = []
            for question, key in enumerate(keys):
                knows = random.random() < 1 / (1 + numpy.exp(-skill[student] - random.normal()))
                count = 1 if kinds[question] == "one" else int(random.integers(1, 5))
                guess = set(map(int, random.choice(4, count, replace=False)))
                rows.append(key if knows else set() if random.random() < 0.1 else guess)
                points[student, question] = (
                    mark(kinds[question], key, rows[-1]) * weights[question])
            answers(folder, student, rows, random)
        subprocess.run(
            [course, "quiz", "grade", *sorted(map(str, folder.glob("s*.json"))), "--banks",
             str(folder / "banks"), "--out", str(folder / "grades.csv")],
            check=True, capture_output=True)
        for student, row in enumerate(table(folder / "grades-questions.csv")):
            for question in range(questions):
                same(f"{seed} points", row[f"T1/q{question}"], points[student, question])
        quiz = table(folder / "grades-quizzes.csv")[0]
        items = table(folder / "grades-items.csv")
    sums = points.sum(axis=1)
    same(f"{seed} mean", quiz["mean"], sums.mean())
    same(f"{seed} deviation", quiz["standardDeviation"], sums.std(ddof=1) if students > 1 else None)
    defined = students > 1 and questions > 1 and sums.var() > 1e-12
    expected = alpha(points, 0) if defined else None
    same(f"{seed} alpha", quiz["alpha"], expected)
    if defined:
        assert abs(alpha(points, 1) - expected) < 1e-9
    shares = points / weights
    is_dichotomous = len(set(weights)) == 1 and bool(numpy.isin(shares, [0, 1]).all())
    same(f"{seed} KR-20", quiz["kr20"], kr20(shares) if defined and is_dichotomous else None)
    assert (quiz["alpha"] == "" or quiz["kr20"] == "") == ("not defined" in quiz["remarks"] or
                                                           "does not apply" in quiz["remarks"])
    for question, item in enumerate(items):
        same(f"{seed} difficulty", item["facility"], shares[:, question].mean())
        rest = sums - points[:, question]
        same(f"{seed} rest", item["restCorrelation"],
             correlation(shares[:, question], rest) if students > 1 else None)
        others = numpy.delete(points, question, axis=1)
        without = (alpha(others, 0) if students > 1 and questions > 2
                   and others.sum(axis=1).var() > 1e-12 else None)
        same(f"{seed} alpha without", item["alphaWithout"], without)
    return defined, is_dichotomous


def main():
    print("KR-20", repr(kr20(FIXED)), "alpha", repr(alpha(FIXED, 1)))
    print("alpha of the weighted table", repr(alpha(FIXED * WEIGHTS, 0)))
    sums = (FIXED * WEIGHTS).sum(axis=1)
    print("mean", repr(sums.mean()), "standard deviation", repr(sums.std(ddof=1)))
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    found = [round_of(sys.argv[1], seed) for seed in range(rounds)]
    print(f"{rounds} classes agree; alpha is defined in {sum(d for d, _ in found)}, "
          f"KR-20 in {sum(d and b for d, b in found)}")


if __name__ == "__main__":
    main()
