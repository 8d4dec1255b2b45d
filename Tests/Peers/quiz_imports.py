"""Imports quizzes that other people's programs wrote.

    pip install text2qti
    python Tests/Peers/quiz_imports.py .build/debug/course BANK.md ...

Each bank is exported as text2qti's Markdown, text2qti makes a package of QTI 1.2 of it, and `quiz import`
makes a bank of that. Questions, options and keys must be those of the first bank, compared by the JSON
export of both. text2qti has no hints, tags and kept places, and holds fine numbers as texts, so these
are not compared. Prints a line a bank.
"""
import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path

from quiz_exports import from_markdown, words
import text2qti.config
import text2qti.qti
import text2qti.quiz

logging.disable(logging.CRITICAL)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 65):
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


def questions(course, bank):
    return json.loads(run(course, "quiz", "export", bank, "--format", "json", "--seed", "7"))["questions"]


def package(source, target):
    quiz = text2qti.quiz.Quiz(
        source.read_text(), config=text2qti.config.Config(), source_name=str(source))
    text2qti.qti.QTI(quiz).save(str(target))


def key(question):
    """What decides of the points: the texts of choices, whatever is between them."""
    return {(words(from_markdown(option["text"])), option["right"]) for option in question["options"]}


def accepted(question):
    return {words(option["text"]) for option in question["options"] if option["right"]}


def check(course, bank, folder):
    source, target, imported = folder / "q.txt", folder / "q.zip", folder / "I-Import.en.md"
    run(course, "quiz", "export", bank, "--format", "text2qti", "--seed", "7", "--out", source)
    package(source, target)
    imported.unlink(missing_ok=True)
    run(course, "quiz", "import", target, "--out", imported)
    first, second = questions(course, bank), questions(course, imported)
    if len(first) != len(second):
        sys.exit(f"{bank}: {len(first)} questions became {len(second)}")
    compared = 0
    for one, two in zip(first, second):
        name = f"{bank}: {one['id']}"
        if words(from_markdown(one["text"])) != words(from_markdown(two["text"])):
            sys.exit(f"{name}: text\n  {one['text']}\n  {two['text']}")
        if one["points"] != two["points"]:
            sys.exit(f"{name}: {one['points']} points became {two['points']}")
        if one["type"] in ("one", "several", "true-false"):
            # In other languages a statement's options are no true and false to text2qti.
            if two["type"] != one["type"] and (one["type"], two["type"]) != ("true-false", "one"):
                sys.exit(f"{name}: {one['type']} became {two['type']}")
            if key(one) != key(two):
                sys.exit(f"{name}: key\n  {key(one)}\n  {key(two)}")
        elif one["type"] == "number" and two["type"] == "number":
            [a], [b] = accepted(one), accepted(two)
            if abs(float(a) - float(b)) > 1e-4 * max(1, abs(float(a))):
                sys.exit(f"{name}: {a} became {b}")
        elif one["type"] == "text" and accepted(one) != accepted(two):
            sys.exit(f"{name}: accepted\n  {accepted(one)}\n  {accepted(two)}")
        elif one["type"] == "shape" and not accepted(one) <= accepted(two):
            sys.exit(f"{name}: shapes\n  {accepted(one)}\n  {accepted(two)}")
        compared += 1
    print(f"{bank}: {compared} questions through text2qti and back")


def main():
    course, banks = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        for bank in banks:
            check(course, bank, Path(folder))


if __name__ == "__main__":
    main()
