"""Reads the exports of a graded class back with programs that other people wrote.

    pip install junitparser jsonschema pandas
    COURSE_CLASS=/tmp/class COURSE_CLASS_COUNT=8 COURSE_CODE=solutions \\
      swift test --filter testAClassToGradeHoldsAFileAStudentAndWeek
    python Tests/Peers/grading_exports.py .build/debug/course /tmp/class [--judge PACKAGE]

The class has eight students or more. Makes rosters of it whose names hold what breaks tables and pages (commas, quotes, Chinese,
markup, a leading =), grades it with `course grade --export all`, once with the roster as Canvas
exports it and once with Moodle's worksheet, and compares every export with gradebook.json and
results.jsonl of the same run. The schemas are written from what is published: Gradescope's
"Autograder Specifications" (Output format) and Exercism's "The Test Runner Interface" (version 3).
Prints a line a check, and exits with 1 when one fails.
"""
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from pathlib import Path

import jsonschema
import junitparser
import pandas

WEEKS = {"C1W2": "Logistic regression as a neural network", "C1W3": "One hidden layer"}

NAMES = [
    "Lovelace, Ada", 'O\'Neil, Pat "P"', "李雷", "韩梅梅, 小", "<script>alert(1)</script>",
    "=HYPERLINK(\"http://example.org\")", "+1, Plus", "@at, Sign", "Müller, Zoë",
    "Hopper; Grace", "نور الدين", "a\tb", "-minus, One", "&amp; Sons", "Ñandú, Sofía",
]

faults = 0


def check(name, problems):
    """Prints one line; `problems` lists what is wrong, empty when all is well."""
    global faults
    problems = list(problems)
    print(("ok    " if not problems else "FAULT ") + name)
    for problem in problems[:5]:
        print(f"        {problem}")
    if len(problems) > 5:
        print(f"        and {len(problems) - 5} more")
    faults += bool(problems)


def differ(name, got, expected):
    """Problems of one comparison: none when both are equal."""
    return [] if got == expected else [f"{name}: got {got!r}, expected {expected!r}"]


def near(name, got, expected, tolerance=0.0051):
    if (got is None) != (expected is None) or got is not None and abs(got - expected) > tolerance:
        return [f"{name}: got {got!r}, expected {expected!r}"]
    return []


# Grading

def students(folder):
    """The ids that Canvas puts into the names of a bulk download."""
    matches = [re.match(r"[^_]*_(?:LATE_)?(\d+)_", path.name) for path in Path(folder).iterdir()]
    return sorted({match.group(1) for match in matches if match})


def renamed(folder, names, copy):
    """The class with the names of the roster, run together in small letters as Canvas does it: a
    number against another name would be nobody's."""
    copy.mkdir()
    for path in Path(folder).iterdir():
        found = re.match(r"[^_]*(_(?:LATE_)?(\d+)_.*)", path.name)
        if found:
            plain = re.sub(r"[\W_]+", "", names[found[2]].lower())
            shutil.copy(path, copy / (plain + found[1]))
    return copy


def as_brightspace(folder, ids, copy):
    """The class in the folders of a Brightspace download, and the two names of everybody."""
    names = {id: (f"Given{'abcdefghij'[i % 10]}", f"Family{'abcdefghij'[i // 10]}")
             for i, id in enumerate(ids)}
    folders = {id: f"{300000 + i}-77 - {' '.join(names[id])} - Nov 20, 2026 1010 PM"
               for i, id in enumerate(ids)}
    for path in Path(folder).iterdir():
        found = re.match(r"[^_]*_(?:LATE_)?(\d+)_\d+_(.*)", path.name)
        if found:
            place = copy / folders[found[1]]
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place / re.sub(r"-\d+(?=\.)", "", found[2]))
    (copy / "index.html").write_text("<html></html>", "utf-8")
    return copy, names, folders


def uploads(folder):
    """The numbers of every student's uploads, as Canvas puts them into names."""
    names = [path.name.split("_") for path in Path(folder).iterdir()]
    return {tuple([p for p in parts if p.isdigit()][:2]) for parts in names}


def grade(course, folder, out, roster, policy, *more):
    result = subprocess.run(
        [course, "grade", str(folder), "--out", str(out), "--roster", str(roster), "--policy",
         str(policy), "--weeks", ",".join(WEEKS), "--export", "all", "--lang", "en", *more],
        capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"course grade ended with {result.returncode}:\n"
                         + result.stdout + result.stderr)
    gradebook = json.loads((out / "gradebook.json").read_text("utf-8"))
    lines = [json.loads(line)
             for line in (out / "results.jsonl").read_text("utf-8").split("\n") if line]
    return gradebook, lines


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def read(path):
    """A table by the csv module, which keeps every cell as it is written."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


# What a run gave, in the form in which it is compared

class Run:
    def __init__(self, gradebook, lines):
        self.gradebook = gradebook
        self.rows = {row["student"]["id"]: row for row in gradebook["rows"]}
        self.tests = defaultdict(list)
        for line in lines:
            if line["fault"] is None:
                self.tests[line["student"], line["attempt"], line["week"]].append(line)

    def counting(self, student):
        """The tests of the attempts that count, a list a week."""
        return {week["week"]: self.tests[student, week["attempt"], week["week"]]
                for week in self.rows[student]["weeks"] if week["attempt"] is not None}

    def mark(self, student, week):
        return next(w.get("points") for w in self.rows[student]["weeks"] if w["week"] == week)


# Canvas

def check_canvas(run, path, roster):
    header, points, *body = read(path)
    identity = [name for name in roster[0] if name in
                ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")]
    check("Canvas: identity columns first and unchanged",
          differ("header", header[:len(identity)], identity))
    kept = {row[1]: row[:len(identity)] for row in roster[2:]}
    before = {row[1]: row[len(identity)] for row in roster[2:]}
    check("Canvas: ids and names are those of the roster, byte for byte",
          [p for row in body for p in differ(row[1], row[:len(identity)], kept[row[1]])])
    check("Canvas: every student once",
          differ("ids", sorted(row[1] for row in body), sorted(run.rows)))
    check("Canvas: the second row says what is possible, as Canvas writes it",
          differ("first cell", points[0], "    Points Possible")
          + differ("other identities", points[1:len(identity)], [""] * (len(identity) - 1)))
    check("Canvas: an assignment that is there is filled, the other is made",
          differ("columns", header[len(identity):],
                 ["C1W2 Logistic regression (4711)", header[-1]])
          + ([] if header[-1].startswith("C1W3") and "(" not in header[-1] else [header[-1]]))
    check("Canvas: its importer takes the header",
          canvas_header_problems(header, len(identity)))
    check("Canvas: no column of Canvas's own totals",
          [name for name in header if name in ("Current Score", "Final Score")])
    weeks = {w["id"]: w["possible"] for w in run.gradebook["weeks"]}
    check("Canvas: points possible of an assignment that is there stay",
          near("C1W2", float(points[-2]), 50) + near("C1W3", float(points[-1]), weeks["C1W3"]))
    problems = []
    for row in body:
        for index, week in enumerate(weeks):
            mark = run.mark(row[1], week)
            cell = row[len(identity) + index]
            if index == 0 and before[row[1]] in ("EX", "N/A"):
                problems += differ(f"{row[1]} {week}", cell, before[row[1]])
                continue
            if run.rows[row[1]]["isHeld"]:
                problems += differ(f"{row[1]} {week}, held", cell, "")
                continue
            scale = float(points[len(identity) + index]) / weeks[week]
            problems += near(f"{row[1]} {week}", float(cell) if cell else None,
                             None if mark is None else mark * scale)
    check("Canvas: marks are those of the gradebook", problems)
    check("Canvas: who is excused or not assigned has no mark of the week, and no part of the total",
          [f"{id}: {week}" for id, mark in before.items() if mark in ("EX", "N/A")
           for week in run.rows[id]["weeks"]
           if week["isExcused"] != (week["week"] == "C1W2")])
    frame = pandas.read_csv(path, skiprows=[1], dtype={"ID": str}, na_values=["EX"])
    check("Canvas: pandas reads numbers in every column of marks",
          [name for name in frame.columns[len(identity):] if frame[name].dtype.kind not in "if"])


def canvas_header_problems(row, identities):
    """`row_has_student_headers?` and `last_student_info_column` of Canvas's GradebookImporter."""
    one = len(row) > 3 and "Student" in row[0] and "ID" in row[1]
    two = len(row) > 4 and "LastName" in row[0] and "FirstName" in row[1] and "ID" in row[2]
    columns = 4 if row[:2] == ["LastName", "FirstName"] else 3
    if re.search(r"SIS\s+Login\s+ID", row[columns - 1]):
        columns += 1
    elif re.search(r"SIS\s+User\s+ID", row[columns - 1]):
        columns += 2
    return ([] if one or two else [f"no header of students: {row[:3]}"]) + (
        [] if "Section" in row[columns - 1] else [f"Section is not column {columns}: {row}"])


def check_canvas_feedback(run, path, uploads):
    """`infer_comment_context_from_filename` of Canvas's assignments."""
    problems, found = [], set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            numbers = [p for p in name.rsplit("/")[-1].split("_") if re.fullmatch(r"\d+", p)][:2]
            if len(numbers) < 2 or tuple(numbers) not in uploads:
                problems.append(f"{name} is nobody's upload")
            else:
                found.add(numbers[0])
    check("Canvas: its upload finds the student and the file of every feedback",
          problems + differ("students", sorted(found), sorted(
              s for s, row in run.rows.items() if row["attempts"] and not row["isHeld"])))


def check_brightspace_feedback(run, path, folders):
    """*Add feedback files* takes a zip of the downloaded folders under their own names."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(archive.namelist())
        texts = [archive.read(name).decode("utf-8") for name in names]
    check("Brightspace: a feedback file in the folder of everybody who handed in, and nowhere else",
          differ("names", names, sorted(f"{folders[id]}/feedback.html"
                                        for id, row in run.rows.items()
                                        if row["attempts"] and not row["isHeld"])))
    check("Brightspace: each is a page", [name for name, text in zip(names, texts)
                                          if not text.startswith("<!doctype html>")])


# Moodle

def check_moodle_feedback(run, path):
    """`is_valid_filename_for_import` of Moodle's assignfeedback_file."""
    problems, found = [], {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts = name.split("/")
            if parts[-1].startswith((".", "~")):
                continue
            while parts:
                info = parts.pop(0).split("_", 4)
                if len(info) < 4 or not info[1].isdigit() or info[1] not in run.rows:
                    continue
                if info[2:4] == ["assignfeedback", "file"]:
                    found[info[1]] = "/".join([info[4] if len(info) > 4 else "", *parts])
                break
            else:
                problems.append(f"{name} is passed over")
    check("Moodle: its import finds the participant of every feedback",
          problems + differ("participants", sorted(found), sorted(
              s for s, row in run.rows.items() if row["attempts"])))
    check("Moodle: the file is called feedback.html",
          [name for name in found.values() if name.strip("/") != "feedback.html"])


def check_moodle(run, path, roster):
    got = read(path)
    grade = roster[0].index("Grade")
    check("Moodle: the same rows and columns",
          differ("size", [len(row) for row in got], [len(row) for row in roster]))
    check("Moodle: every other column is unchanged, byte for byte",
          [p for mine, theirs in zip(got, roster)
           for p in differ(mine[0], mine[:grade] + mine[grade + 1:],
                           theirs[:grade] + theirs[grade + 1:])])
    maximum = roster[0].index("Maximum Grade")
    change = roster[0].index("Grade can be changed")
    problems = []
    for mine, theirs in zip(got[1:], roster[1:]):
        row = run.rows.get(mine[0].split()[-1])
        mark = None if row is None else run.mark(row["student"]["id"], "C1W2")
        if theirs[change] == "No" or mark is None:
            problems += differ(mine[0], mine[grade], theirs[grade])
        else:
            week = next(w for w in run.gradebook["weeks"] if w["id"] == "C1W2")
            expected = mark / week["possible"] * float(theirs[maximum])
            problems += near(mine[0], float(mine[grade]), expected)
    check("Moodle: grades are the week's out of the maximum; locked ones stay", problems)
    frame = pandas.read_csv(path)
    check("Moodle: pandas reads numbers as grades",
          [] if frame["Grade"].dtype.kind in "if" else [str(frame["Grade"].dtype)])


# Blackboard and Brightspace

def check_column(run, platform, rows, who, column, best):
    """The marks of C1W2 in a column out of `best`, a row a student."""
    week = next(w for w in run.gradebook["weeks"] if w["id"] == "C1W2")
    problems = differ("students", sorted(row[who].lstrip("#") for row in rows), sorted(run.rows))
    for row in rows:
        mark = run.mark(row[who].lstrip("#"), "C1W2")
        problems += near(row[who], float(row[column]) if row[column] else None,
                         None if mark is None else mark / week["possible"] * best)
    check(f"{platform}: marks are the week's out of what its column is worth", problems)


def check_blackboard(run, path):
    text = path.read_bytes().decode("utf-8")
    header, *rows = read(path)
    check("Blackboard: every field is quoted, as its upload wants them",
          [line for line in text.split("\r\n") if line and not re.fullmatch(
              r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line)])
    check("Blackboard: who by Username, what by the number of a column that is there",
          differ("header", header[2:], ["Username", "Student ID", BLACKBOARD]))
    check_column(run, "Blackboard", rows, 2, 4, 50)


def check_brightspace(run, path):
    header, *rows = read(path)
    check("Brightspace: ids first, items end in Points Grade, lines in #",
          differ("ids", header[:2], ["OrgDefinedId", "Username"])
          + [name for name in header[2:-1] if not re.search(r" Points Grade( <.*>)?$", name)]
          + differ("end", [header[-1], {row[-1] for row in rows}],
                   ["End-of-Line Indicator", {"#"}]))
    check_column(run, "Brightspace", rows, 0, header.index(BRIGHTSPACE), 20)


BLACKBOARD = "C1W2 Lab [Total Pts: 50 Score] |98765"
BRIGHTSPACE = "C1W2 Lab Points Grade <Numeric MaxPoints:20 Weight:5>"


# Gradescope

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
GRADESCOPE = {
    "type": "object",
    "properties": {
        "score": {"type": "number"}, "execution_time": {"type": "number", "minimum": 0},
        "output": {"type": "string"}, "output_format": FORMAT, "test_output_format": FORMAT,
        "test_name_format": FORMAT, "visibility": VISIBILITY, "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": {
            "type": "object",
            "properties": {
                "score": {"type": "number"}, "max_score": {"type": "number"},
                "status": {"enum": ["passed", "failed"]}, "name": {"type": "string"},
                "name_format": FORMAT, "number": {"type": "string"},
                "output": {"type": "string"}, "output_format": FORMAT,
                "tags": {"type": "array", "items": {"type": "string"}},
                "visibility": VISIBILITY, "extra_data": {"type": "object"},
            },
            "additionalProperties": False,
        }},
        "leaderboard": {"type": "array"},
    },
    # A score at the top, or one of every test.
    "anyOf": [{"required": ["score"]}, {"required": ["tests"]}],
    "additionalProperties": False,
}


def check_gradescope(run, folder):
    schema = jsonschema.Draft202012Validator(GRADESCOPE)
    invalid, scores, sums, counts, passed = [], [], [], [], []
    for student, row in run.rows.items():
        path = folder / f"{student}.json"
        if row["isHeld"]:
            invalid += [f"{path.name} is there, although it is held"] if path.exists() else []
            continue
        if row.get("total") is None:
            invalid += [f"{path.name} is there without a total"] if path.exists() else []
            continue
        result = json.loads(path.read_text("utf-8"))
        invalid += [f"{student}: {e.message}" for e in schema.iter_errors(result)]
        scores += near(student, result["score"], row["total"])
        tests = [test for tests in run.counting(student).values() for test in tests]
        counts += differ(student, len(result["tests"]), len(tests))
        got = Counter((*t["tags"], t["status"] == "passed") for t in result["tests"])
        want = Counter((t["week"], t["exercise"], t["verdict"] == "passed") for t in tests)
        passed += differ(student, sorted((got - want) + (want - got)), [])
        by_hand = any("manual" in f or "conflict" in f for f in row["flags"])
        late = any(week["penaltyPercent"] for week in row["weeks"])
        excused = any(week["isExcused"] for week in row["weeks"])
        if not by_hand and not late and not excused:
            # Each test is rounded to hundredths.
            sums += near(student, sum(t["score"] for t in result["tests"]), row["total"],
                         0.0051 * (1 + len(tests)))
    check("Gradescope: every file fits the published format", invalid)
    check("Gradescope: scores are the totals of the gradebook", scores)
    check("Gradescope: a test for every test that counts", counts)
    check("Gradescope: a test passed where results.jsonl says so", passed)
    check("Gradescope: the tests' scores add up to the total", sums)


# JUnit

SKIPPED, FAILED = {"notStarted", "blocked"}, {"wrong"}


def check_junit(run, folder):
    suites, cases, verdicts, messages, declared = [], [], [], [], []
    kinds = {junitparser.Failure: "failure", junitparser.Error: "error",
             junitparser.Skipped: "skipped"}
    for student in run.rows:
        path = folder / f"{student}.xml"
        if run.rows[student]["isHeld"]:
            suites += [f"{path.name} is there, although it is held"] if path.exists() else []
            continue
        report = junitparser.JUnitXml.fromfile(str(path))
        expected = {week: tests for week, tests in run.counting(student).items() if tests}
        suites += differ(student, [suite.name for suite in report], list(expected))
        for suite, tests in zip(report, expected.values()):
            name = f"{student} {suite.name}"
            named = {(f"{t['week']}.{t['exercise']}", t["test"]): t for t in tests}
            cases += differ(name, sorted((c.classname, c.name) for c in suite), sorted(named))
            for case in suite:
                test = named.get((case.classname, case.name))
                if test is None:
                    continue
                got = [kinds[type(result)] for result in case.result]
                verdict = test["verdict"]
                want = ([] if verdict == "passed" else ["skipped"] if verdict in SKIPPED
                        else ["failure"] if verdict in FAILED else ["error"])
                verdicts += differ(f"{name} {case.name}", got, want)
                if got and want and want != ["skipped"]:
                    first = test["message"].split("\n")[0].strip()
                    if first and "⟨U+" not in case.result[0].message:
                        messages += differ(f"{name} {case.name}",
                                           case.result[0].message.strip(), first)
            attributes = (suite.tests, suite.failures, suite.errors, suite.skipped)
            suite.update_statistics()
            declared += differ(name, attributes, (suite.tests, suite.failures, suite.errors,
                                                  suite.skipped))
        root = ElementTree.parse(path).getroot()
        declared += differ(f"{student} in all", int(root.get("tests")),
                           sum(len(tests) for tests in expected.values()))
    check("JUnit: junitparser reads a suite for every week that was handed in", suites)
    check("JUnit: a case for every test that counts, by its name", cases)
    check("JUnit: failures, errors and skipped are those of results.jsonl", verdicts)
    check("JUnit: the message is the first line of results.jsonl", messages)
    check("JUnit: the declared numbers are those that junitparser counts", declared)


# Exercism

EXERCISM = {
    "type": "object",
    "properties": {
        "version": {"const": 3},
        "status": {"enum": ["pass", "fail", "error"]},
        "message": {"type": ["string", "null"], "maxLength": 65535},
        "tests": {"type": "array", "items": {
            "type": "object",
            "properties": {
                "name": {"type": "string", "minLength": 1}, "test_code": {"type": "string"},
                "status": {"enum": ["pass", "fail", "error"]},
                "message": {"type": ["string", "null"]},
                "output": {"type": ["string", "null"], "maxLength": 500},
                "task_id": {"type": "integer", "minimum": 1},
            },
            "required": ["name", "status", "test_code"],
            "additionalProperties": False,
        }},
    },
    "required": ["version", "status"],
    "additionalProperties": False,
    "allOf": [
        # An error of the whole needs its message; anything else needs its tests.
        {"if": {"properties": {"status": {"const": "error"}}},
         "then": {"required": ["message"], "properties": {"message": {"minLength": 1}}},
         "else": {"required": ["tests"], "properties": {"tests": {"minItems": 1}}}},
    ],
}


def check_exercism(run, folder):
    schema = jsonschema.Draft202012Validator(EXERCISM)
    invalid, statuses, tests, messages, tasks = [], [], [], [], []
    numbers = {exercise["id"]: number for number, exercise in enumerate(
        (e for week in run.gradebook["weeks"] for e in week["exercises"]), 1)}
    state = defaultdict(lambda: "error", passed="pass", wrong="fail", notStarted="fail",
                        blocked="fail")
    for student, row in run.rows.items():
        path = folder / f"{student}.json"
        if row.get("total") is None or row["isHeld"]:
            continue
        result = json.loads(path.read_text("utf-8"))
        invalid += [f"{student}: {e.message}" for e in schema.iter_errors(result)]
        expected = [t for tests in run.counting(student).values() for t in tests]
        verdicts = Counter(t["verdict"] for t in expected)
        whole = ("error" if set(verdicts) <= {"doesNotCompile"}
                 else "pass" if set(verdicts) == {"passed"} else "fail")
        statuses += differ(student, result["status"], whole)
        ids = [f"{t['week']}.{t['exercise']}" for t in expected]
        got = Counter((t["name"].split(":")[0], t["status"]) for t in result["tests"])
        want = Counter((id, state[t["verdict"]]) for id, t in zip(ids, expected))
        tests += differ(student, sorted((got - want) + (want - got)), [])
        tasks += differ(student, {t["name"].split(":")[0]: t["task_id"] for t in result["tests"]},
                        {id: numbers[id] for id in ids})
        messages += [f"{student} {t['name']}: no message" for t in result["tests"]
                     if t["status"] != "pass" and not t.get("message")]
    check("Exercism: every file fits the published format", invalid)
    check("Exercism: pass, fail or error as a whole", statuses)
    check("Exercism: the status of every test", tests)
    check("Exercism: tasks are the exercises, by number", tasks)
    check("Exercism: what did not pass says why", messages)


# The gradebook itself

def check_gradebook(run, path, names):
    frame = pandas.read_csv(path, dtype={"student": str}, encoding="utf-8-sig")
    check("gradebook.csv: pandas reads a row a student",
          differ("ids", sorted(frame["student"]), sorted(run.rows)))
    problems, totals = [], []
    for _, row in frame.iterrows():
        marks = run.rows[row["student"]]
        total = None if pandas.isna(row["total"]) else float(row["total"])
        totals += near(row["student"], total, marks.get("total"))
        cells = [None if pandas.isna(row[e["id"]]) else float(row[e["id"]])
                 for week in run.gradebook["weeks"] for e in week["exercises"]]
        known = [mark for week in marks["weeks"] for mark in week["exercises"]]
        problems += [p for got, want in zip(cells, known) for p in near(row["student"], got, want)]
    check("gradebook.csv: totals are those of gradebook.json", totals)
    check("gradebook.csv: a column an exercise, with its marks", problems)
    check("gradebook.csv: no cell begins like a formula",
          [repr(cell) for row in read(path) for cell in row
           if cell[:1] in ("=", "+", "@", "\t", "\r")
           or cell[:1] == "-" and not re.fullmatch(r"-?[\d.]+", cell)])
    check("gradebook.csv: everybody's name is there",
          [name for name in names.values()
           if not any(name.replace("\t", " ") in str(cell) for cell in frame["name"])])


def check_european(run, path):
    """Semicolons and decimal commas, as a spreadsheet of most of Europe reads them."""
    frame = pandas.read_csv(path, sep=";", decimal=",", dtype={"student": str},
                            encoding="utf-8-sig")
    problems = []
    for _, row in frame.iterrows():
        total = None if pandas.isna(row["total"]) else float(row["total"])
        problems += near(row["student"], total, run.rows[row["student"]].get("total"))
    check("gradebook.csv --csv eu: pandas reads everybody's total",
          problems + differ("ids", sorted(frame["student"]), sorted(run.rows)))
    check("gradebook.csv --csv eu: no decimal point in a cell of numbers",
          [repr(cell) for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
           for cell in row if re.fullmatch(r"-?\d+\.\d+", cell)])


def main():
    course, folder, *more = sys.argv[1:]
    ids = students(folder)
    if not ids:
        raise SystemExit(f"{folder} holds no submissions named as Canvas does")
    names = {id: NAMES[index % len(NAMES)] for index, id in enumerate(ids)}
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        folder = renamed(folder, names, place / "class")
        policy = place / "policy.json"
        policy.write_text(json.dumps({
            "points": {"C1W2": 100}, "attempts": "best",
            "manual": [{"student": ids[3], "mark": "C1W2.sigmoid", "points": 1.5,
                        "automatic": None, "reason": "=by, \"hand\" 手动"}]}), "utf-8")

        canvas = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section",
                   "C1W2 Logistic regression (4711)", "Current Score", "Final Score"],
                  ["    Points Possible", "", "", "", "", "50", "(read only)", "(read only)"]]
        before = {ids[0]: "EX", ids[1]: "N/A"}
        canvas += [[names[id], id, f"00{id}", f"login{id}@example.org", "A, 班",
                    before.get(id, ""), "", ""] for id in ids]
        (place / "canvas.csv").write_text(table(canvas), "utf-8", newline="")
        out = place / "results"
        more = [*more, "--hold", ids[2]]
        run = Run(*grade(course, folder, out, place / "canvas.csv", policy, *more))
        verdicts = Counter(t["verdict"] for tests in run.tests.values() for t in tests)
        check(f"a class of {len(run.rows)}: " + ", ".join(
            f"{n} {v}" for v, n in verdicts.most_common()),
            differ("ids", sorted(run.rows), ids))
        check_gradebook(run, out / "gradebook.csv", names)
        check_canvas(run, out / "exports/canvas.csv", canvas)
        check_canvas_feedback(run, out / "exports/feedback-canvas.zip", uploads(folder))
        check_gradescope(run, out / "exports/gradescope")
        check_junit(run, out / "exports/junit")
        check_exercism(run, out / "exports/exercism")

        run = Run(*grade(course, folder, out, place / "canvas.csv", policy, "--csv", "eu", *more))
        check_european(run, out / "gradebook.csv")

        more = more[:-2]
        worksheet = [["Identifier", "Full name", "Email address", "Status", "Grade",
                      "Maximum Grade", "Grade can be changed", "Last modified (grade)",
                      "Feedback comments"]]
        worksheet += [[f"Participant {id}", names[id], f"{id}@example.org", "Submitted, 已提交",
                       "12.50" if index % 5 == 0 else "", "100.00",
                       "No" if index % 7 == 3 else "Yes", "-", "<p>\"good\", 好</p>"]
                      for index, id in enumerate(ids)]
        worksheet.append(["Participant 99999", "Nobody, Handed In", "n@example.org",
                          "No submission", "", "100.00", "Yes", "-", ""])
        (place / "moodle.csv").write_text(table(worksheet), "utf-8", newline="")
        run = Run(*grade(course, folder, out, place / "moodle.csv", policy, "--assignment", "C1W2",
                         *more))
        check_moodle(run, out / "exports/moodle.csv", worksheet)
        check_moodle_feedback(run, out / "exports/feedback-moodle.zip")
        check("exports/ holds Moodle's table and Canvas's no more",
              differ("files", sorted(p.name for p in (out / "exports").iterdir()),
                     ["exercism", "feedback-moodle.zip", "gradescope", "junit", "moodle.csv"]))

        rows = [["Last Name", "First Name", "Username", "Student ID", BLACKBOARD]]
        rows += [[*(names[id].split(", ", 1) + ["", ""])[:2], id, f"S{id}", ""] for id in ids]
        (place / "blackboard.csv").write_text(table(rows), "utf-8", newline="")
        run = Run(*grade(course, folder, out, place / "blackboard.csv", policy, *more))
        check_blackboard(run, out / "exports/blackboard.csv")

        folder, people, folders = as_brightspace(folder, ids, place / "brightspace")
        rows = [["OrgDefinedId", "Username", "Last Name", "First Name", BRIGHTSPACE,
                 "End-of-Line Indicator"]]
        rows += [[f"#{id}", f"#u{id}", people[id][1], people[id][0], "", "#"] for id in ids]
        (place / "brightspace.csv").write_text(table(rows), "utf-8", newline="")
        run = Run(*grade(course, folder, out, place / "brightspace.csv", policy, *more))
        check_brightspace(run, out / "exports/brightspace.csv")
        check_brightspace_feedback(run, out / "exports/feedback-brightspace.zip", folders)
    print(f"{faults} faults")
    raise SystemExit(1 if faults else 0)


main()
