"""Reads the quiz exports back with programs that other people wrote.

    pip install pygiftparser text2qti pyslet moodle_xml_parser lxml
    python Tests/Peers/quiz_exports.py .build/debug/course BANK.md ...

The reference is the JSON export, rendered to plain text here; each other format must give back the
same questions, options, right answers and explanations. QTI is also validated against the document
type definition of QTI 1.2.1, whose declarations pyslet quotes element by element. Moodle publishes
no schema: what its importer (question/format/xml/format.php) demands is checked rule by rule. Prints
a line a bank.
"""
import functools
import html
import importlib
import inspect
import io
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from lxml import etree, html as lxml_html
import moodle_xml_parser.parser
import pygiftparser.parser
from pygiftparser.utils import transformSpecials
import pyslet.imsqtiv1p2p1 as qti
import pyslet.qtiv1
import text2qti.config
import text2qti.qti
import text2qti.quiz

MOODLE_FRACTIONS = {
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667,
    14.28571, 12.5, 11.11111, 10, 5, 0,
}


def words(text):
    """A text without any marks and blanks, for comparing forms of the same text."""
    return "".join(text.split())


def from_html(text):
    return words(lxml_html.fromstring(f"<div>{text}</div>").text_content())


def from_markdown(text):
    """The characters of a bank's Markdown: fences, marks and escapes removed."""
    result, code, is_paragraph, in_list = [], False, False, False
    for line in text.split("\n"):
        if re.match(r"\s*```", line):
            code = not code
            continue
        if code:
            result.append(line)
            continue
        # Inside of a paragraph no number but 1 begins a list.
        marker = r"^\s*([-*]|1\.) " if is_paragraph else r"^\s*([-*]|\d{1,3}\.) "
        is_item = re.match(marker, line) is not None
        is_paragraph = line.strip() != "" and not is_item and (is_paragraph or not in_list)
        in_list = line.strip() != "" and (in_list or is_item)
        line = re.sub(marker, "", line)
        parts = re.split(r"(`[^`]*`)", line)
        for part in parts:
            if part.startswith("`"):
                result.append(part[1:-1])
            else:
                part = re.sub(r"(?<!\\)\*+(?=\S)|(?<=\S)(?<!\\)\*+", "", part)
                result.append(re.sub(r"\\([^\w\s])", r"\1", part))
        result.append("\n")
    return words("".join(result))


def check(name, got, expected):
    if got != expected:
        raise SystemExit(f"{name}:\n  got      {got!r}\n  expected {expected!r}")


def export(course, bank, form, folder):
    path = Path(folder) / f"export.{form}"
    subprocess.run(
        [course, "quiz", "export", bank, "--format", form, "--seed", "7", "--out", str(path)],
        check=True, stderr=subprocess.DEVNULL)
    return path


def options(item):
    return [(from_markdown(o["text"]), o["right"], from_markdown(o["explanation"]))
            for o in item["options"]]


def check_numbers(name, got, item):
    """Numbers as (value, is right): every one that is shown, and at most its exact value beside it."""
    shown = [(float(o["text"]), o["right"]) for o in item["options"]]
    check(f"{name}: shown numbers that are missing", [n for n in shown if n not in got], [])
    for value, right in got:
        # Known wrong answers may be shown rounded, whatever the tolerance.
        near = any(abs(value - v) <= max((1e-5 if r else 0.01) * abs(v), item["tolerance"])
                   and right == r for v, r in shown)
        check(f"{name}: {value} is near a number that is shown", near, True)


def gift_numbers(text):
    """The numbers of the questions of a GIFT file, after Moodle's description of the format."""
    found = {}
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.split("\n") if not line.startswith("//")]
        match = re.match(r"::(.*?)(?<!\\)::.*?(?<!\\)\{#(.*)(?<!\\)\}$", "\n".join(lines).strip(), re.S)
        if match is None:
            continue
        answers = re.findall(r"(?m)^\s*=(%(-?[\d.]+)%)?\s*([^:#\s]+):([^:#\s]+)#", match[2])
        found[re.sub(r"\\(.)", r"\1", match[1])] = [
            (float(value), float(margin), not weight or float(fraction) == 100)
            for weight, fraction, value, margin in answers]
    return found


def check_gift(path, reference):
    with open(path, encoding="utf-8") as file:
        questions = pygiftparser.parser.parseFile(file)
    numbers = gift_numbers(path.read_text(encoding="utf-8"))
    check("GIFT: number of questions", len(questions), len(reference["questions"]))
    for item, question in zip(reference["questions"], questions):
        name = f"GIFT {item['id']}"

        def plain(text):
            return from_html(transformSpecials(text))

        if item["type"] == "number":
            check_numbers(name, [(v, right) for v, _, right in numbers[item["id"]]], item)
        # This reader knows no negative numbers; the one above does.
        if item["type"] == "number" and any(o["text"].startswith("-") for o in item["options"]):
            continue
        check(f"{name}: is valid", question.valid, True)
        check(f"{name}: name", question.title, item["id"])
        check(f"{name}: markup", question.markup, "html")
        check(f"{name}: text", plain(question.text), from_markdown(item["text"]))
        expected = options(item)
        if item["type"] == "true-false":
            check(f"{name}: answer", question.answers.answer, item["options"][0]["right"])
            wrong = next(e for _, right, e in expected if not right)
            check(f"{name}: feedback", plain(question.answers.feedbackWrong), wrong)
            continue
        answers = question.answers.answers
        for answer in answers:
            check(f"{name}: Moodle's fractions", abs(answer.fraction) in MOODLE_FRACTIONS, True)
        if item["type"] in ("one", "several"):
            got = [(plain(a.answer), a.fraction > 0, plain(a.feedback)) for a in answers]
            check(f"{name}: options", got, expected)
            rights = sum(a.fraction for a in answers if a.fraction > 0)
            check(f"{name}: right fractions sum to 100", abs(rights - 100) < 1e-3, True)
        elif item["type"] == "number":
            check_numbers(name, [(a.value, a.fraction == 100) for a in answers], item)
        else:
            got = {transformSpecials(a.answer).replace("\\\\*", "*"): a.fraction
                   for a in answers}
            for option in item["options"]:
                check(f"{name}: {option['text']}", got.get(option["text"]),
                      100 if option["right"] else 0)


def check_moodle(path, reference):
    root = etree.parse(str(path)).getroot()
    questions = [q for q in root.findall("question") if q.get("type") != "category"]
    check("Moodle: number of questions", len(questions), len(reference["questions"]))
    types = {"one": "multichoice", "several": "multichoice", "true-false": "truefalse",
             "number": "numerical", "shape": "shortanswer", "text": "shortanswer"}
    for item, question in zip(reference["questions"], questions):
        name = f"Moodle {item['id']}"
        check(f"{name}: type", question.get("type"), types[item["type"]])
        check(f"{name}: text", from_html(question.findtext("questiontext/text")),
              from_markdown(item["text"]))
        check(f"{name}: points", float(question.findtext("defaultgrade")), float(item["points"]))
        tags = [t.findtext("text") for t in question.findall("tags/tag")]
        check(f"{name}: tags", tags, item["tags"])
        answers = [(a.findtext("text"), float(a.get("fraction")),
                    from_html(a.findtext("feedback/text"))) for a in question.findall("answer")]
        for _, fraction, _ in answers:
            check(f"{name}: Moodle's fractions", abs(fraction) in MOODLE_FRACTIONS, True)
        expected = options(item)
        if item["type"] in ("one", "several"):
            check(f"{name}: options", [(from_html(t), f > 0, e) for t, f, e in answers], expected)
            if item["type"] == "several":
                total = sum(f for _, f, _ in answers if f > 0)
                check(f"{name}: right fractions sum to 100", abs(total - 100) < 1e-3, True)
        elif item["type"] == "true-false":
            check(f"{name}: options", [(t, f) for t, f, _ in answers],
                  [(w, 100.0 if o["right"] else 0.0)
                   for w, o in zip(("true", "false"), item["options"])])
        elif item["type"] == "number":
            check_numbers(name, [(float(t), f == 100) for t, f, _ in answers], item)
        else:
            got = {t.replace("\\*", "*"): f for t, f, _ in answers}
            for option in item["options"]:
                check(f"{name}: {option['text']}", got.get(option["text"]),
                      100.0 if option["right"] else 0.0)


def check_moodle_rules(path):
    """What Moodle's importer and its question types refuse or silently change."""
    formats = {"html", "moodle_auto_format", "plain_text", "markdown"}
    numberings = {"abc", "ABCD", "123", "iii", "IIII", "none"}
    first, *questions = etree.parse(str(path)).getroot()
    check("Moodle: begins with a category", first.get("type"), "category")
    check("Moodle: the category has a place",
          first.findtext("category/text").split("/")[0] in ("$course$", "$module$"), True)
    for question in questions:
        kind, label = question.get("type"), question.findtext("name/text")
        name = f"Moodle {label}"
        check(f"{name}: has a name of at most 255 characters", 0 < len(label) <= 255, True)
        texts = [e for e in question.iter() if e.get("format") is not None]
        check(f"{name}: has a text", question.find("questiontext") in texts, True)
        for element in texts:
            check(f"{name}: format of {element.tag}", element.get("format") in formats, True)
            check(f"{name}: {element.tag} holds one text", len(element.findall("text")), 1)
        check(f"{name}: points", float(question.findtext("defaultgrade")) >= 0, True)
        check(f"{name}: penalty", 0 <= float(question.findtext("penalty") or 0) <= 1, True)
        answers = question.findall("answer")
        given = [(a.findtext("text") or "").strip() for a in answers]
        fractions = [float(a.get("fraction")) for a in answers]
        check(f"{name}: no answer is empty", "" in given, False)
        if kind == "truefalse":
            check(f"{name}: true and false", sorted(given), ["false", "true"])
            check(f"{name}: fractions", sorted(fractions), [0, 100])
            continue
        if kind == "multichoice":
            single = question.findtext("single")
            check(f"{name}: single", single in ("true", "false"), True)
            check(f"{name}: numbering", question.findtext("answernumbering") in numberings, True)
            check(f"{name}: at least two answers", len(answers) >= 2, True)
            total = max(fractions) if single == "true" else sum(f for f in fractions if f > 0)
            check(f"{name}: full points can be reached", abs(total - 100) < 0.01, True)
            continue
        check(f"{name}: type", kind in ("shortanswer", "numerical"), True)
        check(f"{name}: full points can be reached", max(fractions), 100)
        if kind == "shortanswer":
            check(f"{name}: case", question.findtext("usecase") in ("0", "1"), True)
        else:
            for answer in answers:
                check(f"{name}: a number", float(answer.findtext("text")) is not None, True)
                check(f"{name}: tolerance", float(answer.findtext("tolerance")) >= 0, True)


def check_moodle_reader(path, reference):
    """The same file through a reader of Moodle's XML, which knows multiple choice."""
    read = moodle_xml_parser.parser.parse_file(str(path))
    questions = {q.name: q for found in read.values() for q in found}
    for item in reference["questions"]:
        if item["type"] not in ("one", "several"):
            continue
        question = questions[item["id"]]
        check("Moodle reader: single", question.single, item["type"] == "one")
        # It takes an escaped "<" for the beginning of a tag.
        if any("<" in text for text, _, _ in options(item)):
            continue
        check("Moodle reader: options", [from_html(o.answer) for o in question.options],
              [t for t, _, _ in options(item)])
        check("Moodle reader: feedback", [from_html(o.feedback) for o in question.options],
              [e for _, _, e in options(item)])


@functools.cache
def qti_definition():
    """The document type definition of QTI 1.2.1, from the declarations in pyslet's descriptions."""
    text = ""
    for module in pkgutil.iter_modules(pyslet.qtiv1.__path__):
        found = importlib.import_module(f"pyslet.qtiv1.{module.name}")
        text += "".join(c.__doc__ or "" for _, c in inspect.getmembers(found, inspect.isclass))
    models = dict(re.findall(r"<!ELEMENT\s+([a-z_]+)\s+(\(.*?)>", text, re.S))
    attributes = dict(re.findall(r"<!ATTLIST\s+([a-z_]+)\s+(.*?)>", text, re.S))
    lines = []
    for name, model in models.items():
        # Some descriptions leave out the commas of a sequence.
        model = re.sub(r"(?<=[\w?*+)])\s+(?=[\w(])", ", ", model.strip())
        lines.append(f"<!ELEMENT {name} {model}>")
    for name, declared in attributes.items():
        declared = declared.replace("%I_Title;", "title CDATA #IMPLIED").replace("::", "")
        lines.append(f"<!ATTLIST {name} {declared.replace('#REQUIRED' + chr(34), '#REQUIRED')}>")
    for needed in ("item", "respcondition", "render_fib", "itemfeedback", "questestinterop"):
        check(f"QTI: declares {needed}", needed in models, True)
    return etree.DTD(io.StringIO("\n".join(lines)))


def check_qti_definition(path):
    text = re.sub(r' xmlns="[^"]*"', "", path.read_text(encoding="utf-8"), count=1)
    definition = qti_definition()
    valid = definition.validate(etree.fromstring(text.encode()))
    check("QTI: faults against the definition of QTI 1.2.1",
          [] if valid else [str(e) for e in definition.error_log][:5], [])


def check_qti(path, reference):
    document = qti.QTIDocument()
    with open(path, "rb") as file:
        document.read(src=file)
    assert document.root.__class__.__name__ == "QuesTestInterop", document.root
    root = etree.parse(str(path)).getroot()
    space = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
    items = root.findall(".//q:item", space)
    section = document.root.Assessment.SectionMixin[0]
    parsed = section.SectionItemMixin
    check("QTI: number of items", len(items), len(reference["questions"]))
    check("QTI: idents that pyslet read", [i.ident for i in parsed], [i.get("ident") for i in items])
    for read in parsed:
        check(f"QTI {read.ident}: pyslet reads presentation, scoring and feedback",
              (read.Presentation is not None, len(read.ResProcessing), len(read.ItemFeedback) > 0),
              (True, 1, True))
    for item, element in zip(reference["questions"], items):
        name = f"QTI {item['id']}"
        texts = [from_html(t.text) for t in element.findall("q:presentation/q:material/q:mattext",
                                                            space)]
        check(f"{name}: text", texts, [from_markdown(item["text"])])
        feedback = {f.get("ident"): from_html(f.find(".//q:mattext", space).text)
                    for f in element.findall("q:itemfeedback", space)}
        check(f"{name}: feedback", list(feedback.values()), [e for _, _, e in options(item)])
        linked = {d.get("linkrefid") for d in element.findall(".//q:displayfeedback", space)}
        check(f"{name}: every feedback is linked", linked, set(feedback))
        if item["type"] in ("one", "several", "true-false"):
            labels = {l.get("ident"): from_html(l.find(".//q:mattext", space).text)
                      for l in element.findall(".//q:render_choice/q:response_label", space)}
            check(f"{name}: options", list(labels.values()), [t for t, _, _ in options(item)])
            scored = [c for c in element.findall(".//q:respcondition", space)
                      if c.find("q:setvar", space) is not None]
            right = set()
            for condition in scored:
                for equal in condition.findall(".//q:varequal", space):
                    if equal.getparent().tag.endswith("}not"):
                        continue
                    right.add(labels[equal.text])
            check(f"{name}: right", right, {t for t, r, _ in options(item) if r})


def check_package(course, bank, folder, plain, reference):
    """The package for Canvas: whole, with a manifest that names the same XML and its settings."""
    path = Path(folder) / "package.zip"
    subprocess.run([course, "quiz", "export", bank, "--format", "qti12", "--seed", "7",
                    "--out", str(path)], check=True, stderr=subprocess.DEVNULL)
    with zipfile.ZipFile(path) as package:
        check("package: checksums", package.testzip(), None)
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        files = manifest.xpath("//*[local-name()='file']/@href")
        check("package: files", sorted(package.namelist()), sorted(["imsmanifest.xml", *files]))
        check("package: content", package.read(files[0]), plain.read_bytes())
        # Canvas takes the settings from the resource on which the quiz depends.
        quiz, settings = manifest.xpath("//*[local-name()='resource']")
        check("package: dependency", quiz.xpath("*[local-name()='dependency']/@identifierref"),
              [settings.get("identifier")])
        check("package: settings", settings.get("href").endswith("/assessment_meta.xml"), True)
        values = {e.tag.split("}")[1]: e.text
                  for e in etree.fromstring(package.read(settings.get("href")))}
        check("package: shuffled", values["shuffle_answers"], is_shuffled(reference))
        check("package: points", float(values["points_possible"]),
              float(sum(item["points"] for item in reference["questions"])))


def is_shuffled(reference):
    """A platform that shuffles all questions or none does so where no option keeps its place."""
    return "false" if any("keep" in item for item in reference["questions"]) else "true"


def check_text2qti(path, reference, folder):
    text = path.read_text()
    config = text2qti.config.Config()
    quiz = text2qti.quiz.Quiz(text, config=config, source_name=str(path))
    archive = Path(folder) / "quiz.zip"
    text2qti.qti.QTI(quiz).save(str(archive))
    questions = quiz.questions_and_delims
    check("text2qti: number of questions", len(questions), len(reference["questions"]))
    check("text2qti: shuffled", quiz.shuffle_answers_xml, is_shuffled(reference))
    for item, question in zip(reference["questions"], questions):
        name = f"text2qti {item['id']}"
        check(f"{name}: text", from_html(html.unescape(question.question_html_xml)),
              from_markdown(item["text"]))
        check(f"{name}: points", question.points_possible, item["points"])
        if item["type"] in ("one", "several", "true-false"):
            got = [(from_html(html.unescape(c.choice_html_xml)), c.correct,
                    from_html(html.unescape(c.feedback_html_xml))) for c in question.choices]
            check(f"{name}: options", got, options(item))
        elif item["type"] == "number":
            if question.type == "short_answer_question":  # text2qti has no fine numbers
                shown = {float(o["text"]) for o in item["options"] if o["right"]}
                given = {float(c.choice_raw) for c in question.choices}
                check(f"{name}: numbers as texts", shown <= given, True)
                continue
            first = next(float(o["text"]) for o in item["options"] if o["right"])
            check(f"{name}: number", question.numerical_min <= first <= question.numerical_max,
                  True)
        else:
            got = {c.choice_raw for c in question.choices}
            for option in item["options"]:
                check(f"{name}: {option['text']}", option["text"] in got, option["right"])
    with zipfile.ZipFile(archive) as package:
        check("text2qti: package", any(n.endswith("imsmanifest.xml") for n in package.namelist()),
              True)


def main():
    course, *banks = sys.argv[1:]
    for bank in banks:
        with tempfile.TemporaryDirectory() as folder:
            reference = json.loads(export(course, bank, "json", folder).read_text())
            check_gift(export(course, bank, "gift", folder), reference)
            moodle = export(course, bank, "moodle-xml", folder)
            check_moodle(moodle, reference)
            check_moodle_rules(moodle)
            check_moodle_reader(moodle, reference)
            plain = export(course, bank, "qti12", folder)
            check_qti(plain, reference)
            check_qti_definition(plain)
            check_package(course, bank, folder, plain, reference)
            check_text2qti(export(course, bank, "text2qti", folder), reference, folder)
            hidden = subprocess.run(
                [course, "quiz", "export", bank, "--format", "json", "--without-answers"],
                check=True, capture_output=True, text=True).stdout
            for key in ('"option"', '"right"', '"explanation"', '"hint"'):
                check(f"without answers: {key}", key in hidden, False)
        print(f"{bank}: {len(reference['questions'])} questions through GIFT, Moodle XML, "
              "QTI 1.2 and text2qti")


if __name__ == "__main__":
    main()
