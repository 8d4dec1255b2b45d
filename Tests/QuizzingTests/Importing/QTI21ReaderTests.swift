import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Items written by hand from the specification of QTI 2.1 (IMS, 2012) and in the forms of its
/// examples: response templates, mappings, rules of their own, feedback inside of options.
final class QTI21ReaderTests: FrameworkTestCase {
  private let templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"

  private func item(
    declaration: String, outcomes: String = "", body: String, processing: String,
    feedback: String = ""
  ) -> String {
    "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"i\" title=\"q\" "
      + "adaptive=\"false\" timeDependent=\"false\">\(declaration)"
      + "<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>"
      + "\(outcomes)<itemBody>\(body)</itemBody>\(processing)\(feedback)</assessmentItem>"
  }

  private func declaration(
    _ type: String, _ cardinality: String, _ correct: [String], _ mapping: String = ""
  ) -> String {
    let values = correct.map { "<value>\($0)</value>" }.joined()
    return "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"\(cardinality)\" "
      + "baseType=\"\(type)\"><correctResponse>\(values)</correctResponse>\(mapping)"
      + "</responseDeclaration>"
  }

  private func choices(_ maximum: Int, _ options: [(id: String, body: String)]) -> String {
    "<p>Look at this.</p><choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" "
      + "maxChoices=\"\(maximum)\"><prompt>Which one?</prompt>"
      + options.map { "<simpleChoice identifier=\"\($0.id)\">\($0.body)</simpleChoice>" }.joined()
      + "</choiceInteraction>"
  }

  private func template(_ name: String) -> String {
    "<responseProcessing template=\"\(templates)\(name)\"/>"
  }

  func testTheTemplateMatchCorrectMarksOneRightOption() throws {
    let bank = try ImportedBank(
      item(
        declaration: declaration("identifier", "single", ["B"]),
        body: choices(1, [("A", "a"), ("B", "<em>b</em>"), ("C", "x<sup>2</sup>")]),
        processing: template("match_correct")))
    let posed = try bank.posed("q")
    XCTAssertEqual(posed.text, "Look at this.\n\nWhich one?")
    XCTAssertEqual(posed.options.map(\.text), ["a", "*b*", "x²"])
    XCTAssertEqual(posed.marked, ["a", "*b", "x²"])
    XCTAssertEqual(bank.faults(), [])
  }

  func testAMappingMarksSeveralRightOptions() throws {
    let mapping =
      "<mapping lowerBound=\"0\" upperBound=\"2\" defaultValue=\"-2\">"
      + "<mapEntry mapKey=\"H\" mappedValue=\"1\"/><mapEntry mapKey=\"O\" mappedValue=\"1\"/>"
      + "<mapEntry mapKey=\"Cl\" mappedValue=\"-1\"/></mapping>"
    let bank = try ImportedBank(
      item(
        declaration: declaration("identifier", "multiple", ["H", "O"], mapping),
        body: choices(
          0, [("H", "hydrogen"), ("He", "helium"), ("O", "oxygen"), ("Cl", "chlorine")]),
        processing: template("map_response")))
    let posed = try bank.posed("q")
    XCTAssertEqual(posed.question.kind, .several)
    XCTAssertEqual(posed.question.points, 2)
    XCTAssertEqual(posed.marked, ["*hydrogen", "helium", "*oxygen", "chlorine"])
  }

  func testFeedbackInsideOptionsExplainsThem() throws {
    func option(_ text: String, _ id: String) -> String {
      "\(text)<feedbackInline outcomeIdentifier=\"FEEDBACK\" identifier=\"\(id)\" showHide=\"show\">"
        + "Said of \(id).</feedbackInline>"
    }
    let bank = try ImportedBank(
      item(
        declaration: declaration("identifier", "single", ["A"]),
        outcomes: "<outcomeDeclaration identifier=\"FEEDBACK\" cardinality=\"single\" "
          + "baseType=\"identifier\"/>",
        body: choices(1, [("A", option("a", "A")), ("B", option("b", "B"))]),
        processing: "<responseProcessing><responseCondition><responseIf><match>"
          + "<variable identifier=\"RESPONSE\"/><correct identifier=\"RESPONSE\"/></match>"
          + "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue>"
          + "</setOutcomeValue></responseIf></responseCondition><setOutcomeValue "
          + "identifier=\"FEEDBACK\"><variable identifier=\"RESPONSE\"/></setOutcomeValue>"
          + "</responseProcessing>"))
    let posed = try bank.posed("q")
    XCTAssertEqual(posed.marked, ["*a", "b"])
    XCTAssertEqual(posed.explanations, ["Said of A.", "Said of B."])
    XCTAssertEqual(bank.remarks, [])
  }

  func testAMappingMarksTypedTexts() throws {
    let mapping =
      "<mapping defaultValue=\"0\"><mapEntry mapKey=\"York\" mappedValue=\"1\"/>"
      + "<mapEntry mapKey=\"york\" mappedValue=\"0.5\"/><mapEntry mapKey=\"Leeds\" mappedValue=\"0.5\"/>"
      + "</mapping>"
    let bank = try ImportedBank(
      item(
        declaration: declaration("string", "single", ["York"], mapping),
        body: "<p>This sun of <textEntryInteraction responseIdentifier=\"RESPONSE\"/>.</p>",
        processing: template("map_response")))
    let posed = try bank.posed("q")
    XCTAssertEqual(posed.text, "This sun of _____.")
    XCTAssertEqual(posed.marked, ["*York", "Leeds"])
    XCTAssertEqual(
      bank.losses.map(\.reason),
      [
        .partialShare(answer: "york", percent: "50"),
        .partialShare(answer: "Leeds", percent: "50"), .sameAnswer("york"), .caseMatters,
        .noExplanation(2),
      ])
  }

  func testNumbersKeepEveryKindOfTolerance() throws {
    let cases = [
      ("<equal toleranceMode=\"exact\">", "2.5", "2.51", ImportLoss.Reason?.none),
      ("<equal toleranceMode=\"absolute\" tolerance=\"0.1 0.1\">", "2.59", "2.61", nil),
      ("<equal toleranceMode=\"absolute\" tolerance=\"0.1\">", "2.41", "2.39", nil),
      ("<equal toleranceMode=\"relative\" tolerance=\"10\">", "2.74", "2.76", nil),
      ("<equal toleranceMode=\"absolute\" tolerance=\"0 0.5\">", "2.9", "2.4", nil),
      (
        "<equalRounded roundingMode=\"decimalPlaces\" figures=\"1\">", "2.54", "2.56",
        .rounding("decimalPlaces 1")
      ),
    ]
    for (test, right, wrong, loss) in cases {
      let name = test.contains("Rounded") ? "equalRounded" : "equal"
      let bank = try ImportedBank(
        item(
          declaration: declaration("float", "single", ["2.5"]),
          body: "<p>How much?</p><p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>",
          processing: "<responseProcessing><responseCondition><responseIf>\(test)"
            + "<baseValue baseType=\"float\">2.5</baseValue><variable identifier=\"RESPONSE\"/></\(name)>"
            + "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue>"
            + "</setOutcomeValue></responseIf></responseCondition></responseProcessing>"))
      let posed = try bank.posed("q")
      XCTAssertEqual(posed.question.kind, .number)
      XCTAssertTrue(posed.isRight("2.5"), test)
      XCTAssertTrue(posed.isRight(right), test)
      XCTAssertFalse(posed.isRight(wrong), test)
      XCTAssertEqual(bank.losses.map(\.reason), [loss, .noExplanation(1)].compactMap { $0 }, test)
    }
  }

  func testInteractionsThatABankLacksAreNamed() throws {
    let order = "<orderInteraction responseIdentifier=\"RESPONSE\"/>"
    let two = "<textEntryInteraction responseIdentifier=\"RESPONSE\"/>"
    for (body, processing, reason) in [
      ("<p>a</p>" + order, "", ImportLoss.Reason.unknownType("orderInteraction")),
      ("<p>a \(two) b \(two)</p>", "", .severalFields(2)), (two, "", .noText),
      ("<p>a</p>", "", .unknownType("text")),
      (
        choices(1, [("A", "a"), ("B", "b")]),
        "<responseProcessing><setOutcomeValue identifier=\"SCORE\"><randomFloat max=\"1\"/>"
          + "</setOutcomeValue></responseProcessing>", .processing
      ),
      (
        choices(1, [("A", "a"), ("B", "b")]),
        "<responseProcessing template=\"http://x.y/map_response_point\"/>", .processing
      ),
    ] {
      let bank = try ImportedBank(
        item(
          declaration: declaration("identifier", "single", ["A"]), body: body,
          processing: processing))
      XCTAssertEqual(bank.losses.map(\.reason), [reason])
      XCTAssertEqual(bank.questions, [])
    }
  }
}
