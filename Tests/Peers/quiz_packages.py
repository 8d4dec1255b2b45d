"""Reads the quiz exports for Anki, spreadsheets and QTI 2.1 back with programs of other people.

    pip install anki pyslet lxml text2qti
    python Tests/Peers/quiz_packages.py .build/debug/course BANK.md ...

Anki itself imports the notes, twice, and must renew them the second time. Python's csv module reads
the table. pyslet reads the QTI 2.1 items and runs their response processing: its points are compared
with the scoring of the course, computed here from the JSON export. libxml2 validates items and test
against the specification's content models. Prints a line a bank.
"""
import csv
import json
import logging
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest
from lxml import etree, html as lxml_html
import pyslet.imscpv1p2 as content_packages
import pyslet.qtiv2.xml as qti
from pyslet.qtiv2 import variables
import text2qti.config
import text2qti.quiz

from quiz_exports import check, export, from_html, from_markdown, options, words
from quiz_qti21 import faults


def language(bank):
    return bank.split(".")[-2]


def stable_ids(bank, reference):
    return [f"{reference['quiz']}/{item['id']}/{language(bank)}" for item in reference["questions"]]


def check_anki(path, bank, reference):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        for attempt, expected in enumerate([(len(reference["questions"]), 0), (0, None)]):
            metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
            log = collection.import_csv(
                ImportCsvRequest(path=str(path), metadata=metadata)).log
            check(f"Anki: new notes of import {attempt + 1}", len(log.new), expected[0])
        notes = {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}
        check("Anki: stable ids", sorted(notes), sorted(stable_ids(bank, reference)))
        for name, item in zip(stable_ids(bank, reference), reference["questions"]):
            note = notes[name]
            front, back = from_html(note["Front"]), from_html(note["Back"])
            check(f"Anki {name}: tags", set(note.tags),
                  {reference["quiz"], *(re.sub(r"\s", "_", tag) for tag in item["tags"])})
            check(f"Anki {name}: text", front.startswith(from_markdown(item["text"])), True)
            if item["type"] in ("one", "several", "true-false"):
                shown = lxml_html.fromstring(f"<div>{note['Front']}</div>").xpath("ol[last()]/li")
                check(f"Anki {name}: options", [from_html(lxml_html.tostring(e, encoding="unicode"))
                                                for e in shown], [t for t, _, _ in options(item)])
            typed = item["type"] in ("number", "shape", "text")
            for option, (text, right, explanation) in zip(item["options"], options(item)):
                text = words(option["text"]) if typed else text
                mark = "✓" if right else "✗"
                check(f"Anki {name}: answer {text}", f"{mark}{text}{explanation}" in back, True)
        deck = collection.decks.name(next(iter(notes.values())).cards()[0].did)
        check("Anki: deck", deck.startswith(reference["quiz"]), True)
        collection.close()


def check_csv(path, bank, reference):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    check("CSV: ids", [row["id"] for row in rows], stable_ids(bank, reference))
    for row, item in zip(rows, reference["questions"]):
        name = f"CSV {row['id']}"
        check(f"{name}: text", row["text"], item["text"])
        check(f"{name}: kind and points", (row["type"], row["points"]),
              (item["type"], str(item["points"])))
        check(f"{name}: tags", row["tags"], ";".join(item["tags"]))
        check(f"{name}: hint", row["hint"], item.get("hint", ""))
        right = [str(n) for n, o in enumerate(item["options"], 1) if o["right"]]
        check(f"{name}: right", row["right"], ";".join(right))
        for number, option in enumerate(item["options"], 1):
            check(f"{name}: option {number}",
                  (row[f"option{number}"], row[f"explanation{number}"]),
                  (option["text"], option["explanation"]))


def right_minus_wrong(item, chosen):
    """The course's scoring, as `Quizzing` documents it: the right options' share less the wrong ones'."""
    right = {n for n, o in enumerate(item["options"]) if o["right"]}
    if item["type"] != "several":
        return float(chosen == right)
    wrong = len(item["options"]) - len(right)
    lost = len(chosen - right) / wrong if wrong else 0.0
    return max(0.0, len(chosen & right) / len(right) - lost)


def mend_tolerances(element):
    """pyslet keeps the list of an `equal` as one text."""
    for child in element.get_children():
        if hasattr(child, "get_children"):
            if isinstance(getattr(child, "tolerance", None), str):
                child.tolerance = child.tolerance.split()
            mend_tolerances(child)


def points(item, response):
    """What pyslet's response processing gives, and the feedback that it chooses."""
    state = variables.ItemSessionState(item)
    state.begin_session()
    if response is not None:
        state["RESPONSE"].set_value(response)
    item.ResponseProcessing.run(state)
    feedback = state["FEEDBACK"].value
    return state["SCORE"].value, feedback


def check_qti21(path, reference, random_numbers):
    with zipfile.ZipFile(path) as package:
        check("QTI 2.1: checksums", package.testzip(), None)
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        resources = manifest.xpath("//*[local-name()='resource']")
        files = [r.get("href") for r in resources]
        check("QTI 2.1: files", sorted(package.namelist()), sorted(["imsmanifest.xml", *files]))
        check("QTI 2.1: types", [r.get("type") for r in resources],
              ["imsqti_test_xmlv2p1"] + ["imsqti_item_xmlv2p1"] * len(reference["questions"]))
        for file in files:
            check(f"QTI 2.1: faults of {file}", faults(package.read(file))[:5], [])
        test = etree.fromstring(package.read(files[0]))
        check("QTI 2.1: the test asks for", test.xpath("//*[local-name()='assessmentItemRef']/@href"),
              files[1:])
        check("QTI 2.1: the test depends on",
              resources[0].xpath("*[local-name()='dependency']/@identifierref"),
              [r.get("identifier") for r in resources[1:]])
        for item, resource in zip(reference["questions"], resources[1:]):
            keywords = resource.xpath(".//*[local-name()='keyword']/*/text()")
            check(f"QTI 2.1 {item['id']}: tags", keywords, item["tags"])
            check_qti21_item(package.read(resource.get("href")), item, random_numbers)


def check_qti21_item(data, item, random_numbers):
    name = f"QTI 2.1 {item['id']}"
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(data)
        file.flush()
        document = qti.QTIDocument()
        with open(file.name, "rb") as source:
            document.read(src=source)
    read = document.root
    check(f"{name}: class", read.__class__.__name__, "AssessmentItem")
    mend_tolerances(read)
    root = etree.fromstring(data)
    space = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}

    def text(element):
        return "".join("".join(element.itertext()).split())

    check(f"{name}: text", text(root.find("q:itemBody/q:div", space)), from_markdown(item["text"]))
    feedback = [text(e) for e in root.findall("q:modalFeedback", space)]
    check(f"{name}: feedback", feedback, [e for _, _, e in options(item)])
    count = len(item["options"])
    worth = float(item["points"])
    if item["type"] in ("one", "several", "true-false"):
        choices = root.findall(".//q:simpleChoice", space)
        check(f"{name}: options", [text(c) for c in choices], [t for t, _, _ in options(item)])
        kept = {n for n, c in enumerate(choices, 1) if c.get("fixed") == "true"}
        check(f"{name}: kept", kept, set(item.get("keep", [])))
        check(f"{name}: nothing chosen", points(read, None)[0], 0.0)
        names = [c.get("identifier") for c in choices]
        sets = [{n} for n in range(count)]
        if item["type"] == "several":
            sets += [{n for n in range(count) if random_numbers.random() < 0.5} for _ in range(30)]
        for chosen in filter(None, sets):
            response = [names[n] for n in sorted(chosen)]
            if item["type"] != "several":
                response = response[0]
            got, shown = points(read, response)
            check(f"{name}: points for {chosen}", round(got, 9),
                  round(worth * right_minus_wrong(item, chosen), 9))
            shown = {shown} if isinstance(shown, str) else set(shown)
            check(f"{name}: feedback for {chosen}", shown, {names[n] for n in chosen})
        return
    for number, option in enumerate(item["options"], 1):
        answer = float(option["text"]) if item["type"] == "number" else option["text"]
        got, shown = points(read, answer)
        check(f"{name}: points for {answer}", got, worth if option["right"] else 0.0)
        check(f"{name}: feedback for {answer}", shown, f"option_{number}")
    if item["type"] == "number" and item["tolerance"] > 1e-6:
        right = [float(o["text"]) for o in item["options"] if o["right"]]
        for number in right:
            for distance in (-0.9, 0.9, -3, 3):
                answer = number + distance * item["tolerance"]
                near = any(abs(answer - r) <= 1.5 * item["tolerance"] for r in right)
                check(f"{name}: points for {answer}", points(read, answer)[0], worth * near)
    stray = 98765.4321 if item["type"] == "number" else "something else"
    check(f"{name}: points for {stray}", points(read, stray)[0], 0.0)


def check_pools(course, bank, folder):
    """With three seeds: every format knows which questions are versions of one."""
    def versions(form, name):
        path = Path(folder) / name
        subprocess.run([course, "quiz", "export", bank, "--format", form, "--seed", "7", "--seeds",
                        "3", "--out", str(path)], check=True, stderr=subprocess.DEVNULL)
        return path

    reference = json.loads(versions("json", "pools.json").read_text())
    pools = {}
    for item in reference["questions"]:
        pools.setdefault(re.sub(r"-seed\d+$", "", item["id"]), []).append(item["id"])
    chosen = {name: ids for name, ids in pools.items() if len(ids) > 1}

    # Moodle: a category a pool, the rest in that of the quiz.
    category, found = None, {}
    for question in etree.parse(str(versions("moodle-xml", "pools.xml"))).getroot():
        if question.get("type") == "category":
            category = re.split(r"(?<!/)/(?!/)", question.findtext("category/text"))[2:]
        else:
            found.setdefault(tuple(category), []).append(question.findtext("name/text"))
    single = [ids[0] for ids in pools.values() if len(ids) == 1]
    check("pools: Moodle", found, {**({(): single} if single else {}),
                                   **{(name,): ids for name, ids in chosen.items()}})

    category, found = None, {}
    for block in versions("gift", "pools.gift").read_text().split("\n\n"):
        if match := re.match(r"\$CATEGORY: (.*)", block):
            category = tuple(re.split(r"(?<!/)/(?!/)", match[1])[1:])
        elif match := re.search(r"^::(.*?)::", block, re.M):
            found.setdefault(category, []).append(match[1])
    check("pools: GIFT", found, {**({(): single} if single else {}),
                                 **{(name,): ids for name, ids in chosen.items()}})

    plain = versions("qti12", "pools12.xml")
    space = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
    sections = etree.parse(str(plain)).getroot().findall(".//q:section/q:section", space)
    check("pools: QTI 1.2", {s.get("title"): [i.get("title") for i in s.findall("q:item", space)]
                             for s in sections}, chosen)
    for section in sections:
        check("pools: QTI 1.2 selects", section.findtext(".//q:selection_number", None, space), "1")

    # text2qti refuses two questions with the same text, so the first alone is written.
    texts = {item["id"]: item["text"] for item in reference["questions"]}

    def distinct(ids):
        return [i for n, i in enumerate(ids) if texts[i] not in [texts[j] for j in ids[:n]]]

    text = versions("text2qti", "pools.txt").read_text()
    quiz = text2qti.quiz.Quiz(text, config=text2qti.config.Config(), source_name="pools")
    groups = [d.group for d in quiz.questions_and_delims
              if isinstance(d, text2qti.quiz.GroupStart)]
    check("pools: text2qti", [(g.pick, [q.title_raw for q in g.questions]) for g in groups],
          [(1, ids) for ids in map(distinct, chosen.values()) if len(ids) > 1])

    with zipfile.ZipFile(versions("qti21", "pools.zip")) as package:
        test = etree.fromstring(package.read(f"{reference['quiz']}.xml"))
        space = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}
        sections = test.findall(".//q:assessmentSection/q:assessmentSection", space)
        check("pools: QTI 2.1",
              {s.get("title"): [r.get("identifier") for r in s.findall("q:assessmentItemRef", space)]
               for s in sections},
              {name: [f"{reference['quiz']}-{i}" for i in ids] for name, ids in chosen.items()})
        check("pools: QTI 2.1 selects", {s.find("q:selection", space).get("select")
                                         for s in sections} <= {"1"}, True)
    return len(chosen)


def main():
    course, *banks = sys.argv[1:]
    random_numbers = random.Random(7)
    # pyslet complains that a list is set by one text, which is mended below.
    logging.disable(logging.ERROR)
    for bank in banks:
        with tempfile.TemporaryDirectory() as folder:
            reference = json.loads(export(course, bank, "json", folder).read_text())
            check_anki(export(course, bank, "anki", folder), bank, reference)
            check_csv(export(course, bank, "csv", folder), bank, reference)
            package = Path(folder) / "qti21.zip"
            subprocess.run([course, "quiz", "export", bank, "--format", "qti21", "--seed", "7",
                            "--out", str(package)], check=True, stderr=subprocess.DEVNULL)
            check_qti21(package, reference, random_numbers)
            pools = check_pools(course, bank, folder)
        print(f"{bank}: {len(reference['questions'])} questions through Anki, CSV and QTI 2.1, "
              f"{pools} as pools")


if __name__ == "__main__":
    main()
