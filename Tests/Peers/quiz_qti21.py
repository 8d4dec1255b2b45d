"""The structure of QTI 2.1 items and tests, as the specification's information model describes it.

IMS publishes the schema on its site alone. The content models below are those of the classes that
the course writes, in the order of *IMS QTI Assessment Test, Section and Item Information Model*,
version 2.1 (2012), as a document type definition, which libxml2 validates.
"""
import io
import re

from lxml import etree

FLOW = "#PCDATA | p | div | pre | ul | ol | code | em | strong | img"
INLINE = "#PCDATA | code | em | strong | img | textEntryInteraction"
VALUE = (
    "baseValue | variable | correct | mapResponse | null | isNull | not | and | or | match | equal | "
    "stringMatch | sum | product | divide | testVariables"
)
RULE = "responseCondition | setOutcomeValue | exitResponse"
IDENTIFIED = 'identifier NMTOKEN #REQUIRED'
TYPED = (
    IDENTIFIED + " cardinality (single | multiple | ordered | record) #REQUIRED "
    "baseType (identifier | boolean | integer | float | string) #IMPLIED"
)

MODELS = {
    "assessmentItem": (
        "(responseDeclaration*, outcomeDeclaration*, itemBody?, responseProcessing?, modalFeedback*)",
        IDENTIFIED + " title CDATA #REQUIRED lang NMTOKEN #IMPLIED adaptive (true | false) #REQUIRED "
        "timeDependent (true | false) #REQUIRED"),
    "responseDeclaration": ("(defaultValue?, correctResponse?, mapping?)", TYPED),
    "outcomeDeclaration": ("(defaultValue?)", TYPED),
    "defaultValue": ("(value+)", ""),
    "correctResponse": ("(value+)", ""),
    "value": ("(#PCDATA)", ""),
    "mapping": ("(mapEntry+)", "lowerBound CDATA #IMPLIED upperBound CDATA #IMPLIED "
                               "defaultValue CDATA #REQUIRED"),
    "mapEntry": ("EMPTY", "mapKey CDATA #REQUIRED mappedValue CDATA #REQUIRED"),
    "itemBody": ("(p | div | pre | ul | ol | choiceInteraction)*", ""),
    "choiceInteraction": ("(prompt?, simpleChoice+)",
                          "responseIdentifier NMTOKEN #REQUIRED shuffle (true | false) #REQUIRED "
                          "maxChoices NMTOKEN #REQUIRED minChoices NMTOKEN #IMPLIED"),
    "prompt": (f"({INLINE})*", ""),
    "simpleChoice": (f"({FLOW})*", IDENTIFIED + " fixed (true | false) #IMPLIED"),
    "textEntryInteraction": ("EMPTY", "responseIdentifier NMTOKEN #REQUIRED "
                                      "expectedLength NMTOKEN #IMPLIED"),
    "modalFeedback": (f"({FLOW})*", "outcomeIdentifier NMTOKEN #REQUIRED "
                                    "showHide (show | hide) #REQUIRED " + IDENTIFIED),
    "responseProcessing": (f"({RULE})*", ""),
    "responseCondition": ("(responseIf, responseElseIf*, responseElse?)", ""),
    "responseIf": (f"(({VALUE}), ({RULE})*)", ""),
    "responseElseIf": (f"(({VALUE}), ({RULE})*)", ""),
    "responseElse": (f"({RULE})*", ""),
    "setOutcomeValue": (f"({VALUE})", IDENTIFIED),
    "baseValue": ("(#PCDATA)", "baseType (identifier | boolean | integer | float | string) #REQUIRED"),
    "variable": ("EMPTY", IDENTIFIED),
    "correct": ("EMPTY", IDENTIFIED),
    "mapResponse": ("EMPTY", IDENTIFIED),
    "isNull": (f"({VALUE})", ""),
    "not": (f"({VALUE})", ""),
    "and": (f"({VALUE})+", ""),
    "or": (f"({VALUE})+", ""),
    "sum": (f"({VALUE})+", ""),
    "product": (f"({VALUE})+", ""),
    "match": (f"(({VALUE}), ({VALUE}))", ""),
    "divide": (f"(({VALUE}), ({VALUE}))", ""),
    "equal": (f"(({VALUE}), ({VALUE}))",
              "toleranceMode (exact | absolute | relative) #REQUIRED tolerance CDATA #IMPLIED"),
    "stringMatch": (f"(({VALUE}), ({VALUE}))",
                    "caseSensitive (true | false) #REQUIRED substring (true | false) #IMPLIED"),
    "testVariables": ("EMPTY", "variableIdentifier NMTOKEN #REQUIRED"),
    "assessmentTest": ("(outcomeDeclaration*, testPart+, outcomeProcessing?)",
                       IDENTIFIED + " title CDATA #REQUIRED"),
    "testPart": ("(assessmentSection+)",
                 IDENTIFIED + " navigationMode (linear | nonlinear) #REQUIRED "
                 "submissionMode (individual | simultaneous) #REQUIRED"),
    "assessmentSection": ("(selection?, (assessmentItemRef | assessmentSection)*)",
                          IDENTIFIED + " title CDATA #REQUIRED visible (true | false) #REQUIRED"),
    "selection": ("EMPTY", "select NMTOKEN #REQUIRED"),
    "assessmentItemRef": ("EMPTY", IDENTIFIED + " href CDATA #REQUIRED"),
    "outcomeProcessing": ("(setOutcomeValue)*", ""),
    "p": (f"({INLINE})*", ""), "div": (f"({FLOW})*", ""), "pre": (f"({INLINE})*", ""),
    "ul": ("(li+)", ""), "ol": ("(li+)", ""), "li": (f"({FLOW})*", ""),
    "code": (f"({INLINE})*", "class CDATA #IMPLIED"), "em": (f"({INLINE})*", ""),
    "strong": (f"({INLINE})*", ""),
    "img": ("EMPTY", "src CDATA #REQUIRED alt CDATA #REQUIRED"),
}

DEFINITION = etree.DTD(io.StringIO("".join(
    f"<!ELEMENT {name} {model}>\n" + (f"<!ATTLIST {name} {attributes}>\n" if attributes else "")
    for name, (model, attributes) in MODELS.items())))


def faults(data):
    """What an item or a test has that the information model does not allow."""
    text = re.sub(r' xmlns="[^"]*"', "", data.decode(), count=1).replace(" xml:lang=", " lang=")
    root = etree.fromstring(text.encode())
    found = [] if DEFINITION.validate(root) else [str(e) for e in DEFINITION.error_log]
    # An identifier is a name: it begins with a letter, and holds no colon.
    found += [f"identifier {name}" for name in root.xpath("//@identifier")
              if not re.fullmatch(r"[A-Za-z_][\w.-]*", name)]
    # A response, an outcome and a choice that a rule names are declared.
    declared = set(root.xpath("//responseDeclaration/@identifier | //outcomeDeclaration/@identifier"))
    named = root.xpath("//variable/@identifier | //setOutcomeValue/@identifier | "
                       "//@responseIdentifier | //@outcomeIdentifier")
    if root.tag == "assessmentItem":
        found += [f"undeclared {name}" for name in named if name not in declared]
    choices = set(root.xpath("//simpleChoice/@identifier"))
    if choices:
        found += [f"no choice {key}" for key in root.xpath("//mapEntry/@mapKey") if key not in choices]
        found += [f"no choice {e.text}" for e in root.xpath("//correctResponse/value")
                  if e.text not in choices]
    return found
