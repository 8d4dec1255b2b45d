import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Items written by hand from the specification of QTI 1.2 (IMS, 2002) and in the form of Canvas.
final class QTIReaderTests: FrameworkTestCase {
  private func file(_ items: String) -> String {
    "<?xml version=\"1.0\"?>\n<questestinterop><assessment ident=\"a\" title=\"Week 1\">\n"
      + "<section ident=\"s\">\n\(items)\n</section></assessment></questestinterop>"
  }

  private func item(
    _ type: String, _ response: String, _ rules: String, feedback: [String: String] = [:]
  ) -> String {
    let texts = feedback.sorted { $0.key < $1.key }.map {
      "<itemfeedback ident=\"\($0.key)\"><flow_mat><material><mattext>\($0.value)</mattext>"
        + "</material></flow_mat></itemfeedback>"
    }
    return "<item ident=\"i1\" title=\"q\"><itemmetadata><qtimetadata><qtimetadatafield>"
      + "<fieldlabel>question_type</fieldlabel><fieldentry>\(type)</fieldentry></qtimetadatafield>"
      + "<qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>2.0</fieldentry>"
      + "</qtimetadatafield></qtimetadata></itemmetadata><presentation><material>"
      + "<mattext texttype=\"text/html\">&lt;p&gt;What?&lt;/p&gt;</mattext></material>\(response)"
      + "</presentation><resprocessing><outcomes><decvar maxvalue=\"100\" minvalue=\"0\" "
      + "varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>\(rules)</resprocessing>"
      + texts.joined() + "</item>"
  }

  private func choices(_ ids: [String], _ cardinality: String = "Single") -> String {
    let labels = ids.map {
      "<response_label ident=\"\($0)\"><material><mattext>option \($0)</mattext></material>"
        + "</response_label>"
    }
    return "<response_lid ident=\"r\" rcardinality=\"\(cardinality)\"><render_choice>"
      + labels.joined() + "</render_choice></response_lid>"
  }

  private func rule(_ test: String, _ then: String, goesOn: Bool = false) -> String {
    "<respcondition continue=\"\(goesOn ? "Yes" : "No")\"><conditionvar>\(test)</conditionvar>"
      + "\(then)</respcondition>"
  }

  private func equal(_ value: String) -> String {
    "<varequal respident=\"r\">\(value)</varequal>"
  }

  private let full = "<setvar action=\"Set\" varname=\"SCORE\">100</setvar>"

  private func shows(_ name: String) -> String {
    "<displayfeedback feedbacktype=\"Response\" linkrefid=\"\(name)\"/>"
  }

  func testTheFeedbackOfCanvasExplainsTheOptions() throws {
    let bank = try ImportedBank(
      file(
        item(
          "multiple_choice_question", choices(["1", "2", "3"]),
          rule("<other/>", shows("general_fb"), goesOn: true)
            + rule(equal("1"), shows("1_fb"), goesOn: true)
            + rule(equal("2"), full + shows("correct_fb")),
          feedback: ["general_fb": "In all.", "1_fb": "Not one.", "correct_fb": "Yes."])))
    let posed = try bank.posed("q")
    XCTAssertEqual(bank.title, "Week 1")
    XCTAssertEqual(posed.question.points, 2)
    XCTAssertEqual(posed.marked, ["option 1", "*option 2", "option 3"])
    XCTAssertEqual(posed.explanations, ["Not one.", "Yes.", "In all."])
    XCTAssertFalse(posed.question.keepsAll)
    XCTAssertEqual(bank.remarks, [])
    XCTAssertEqual(bank.faults(), [])
  }

  func testSeveralRightOptionsAreReadFromOneRuleOrFromAddedPoints() throws {
    let all = "<and>\(equal("1"))<not>\(equal("2"))</not>\(equal("3"))</and>"
    let added = ["1": "1", "2": "-1", "3": "1"].sorted { $0.key < $1.key }.map {
      rule(equal($0.key), "<setvar action=\"Add\">\($0.value)</setvar>", goesOn: true)
    }
    for rules in [rule(all, full), added.joined()] {
      let bank = try ImportedBank(
        file(item("multiple_answers_question", choices(["1", "2", "3"], "Multiple"), rules)))
      XCTAssertEqual(try bank.posed("q").question.kind, .several)
      XCTAssertEqual(try bank.posed("q").marked, ["*option 1", "option 2", "*option 3"])
    }
  }

  func testRightOptionsAreFoundAmongMany() throws {
    let ids = (1...14).map { "o\($0)" }
    let right = ["o2", "o3", "o13"]
    let rules = ids.map {
      rule(
        equal($0), "<setvar action=\"Add\">\(right.contains($0) ? 30 : -10)</setvar>", goesOn: true)
    }
    let bank = try ImportedBank(
      file(item("multiple_answers_question", choices(ids, "Multiple"), rules.joined())))
    XCTAssertEqual(
      try bank.posed("q").marked.filter { $0.hasPrefix("*") }, right.map { "*option \($0)" })
  }

  func testAStatementHasTheOptionsTrueAndFalse() throws {
    let labels =
      "<response_lid ident=\"r\" rcardinality=\"Single\"><render_choice>"
      + "<response_label ident=\"f\"><material><mattext>False</mattext></material></response_label>"
      + "<response_label ident=\"t\"><material><mattext>True</mattext></material></response_label>"
      + "</render_choice></response_lid>"
    let bank = try ImportedBank(file(item("true_false_question", labels, rule(equal("t"), full))))
    XCTAssertEqual(try bank.posed("q").question.kind, .trueFalse)
    XCTAssertEqual(try bank.posed("q").marked, ["*True", "False"])
  }

  private let field =
    "<response_str ident=\"r\" rcardinality=\"Single\"><render_fib>"
    + "<response_label ident=\"a\"/></render_fib></response_str>"

  func testNumbersAreReadFromValuesAndBounds() throws {
    let bounds =
      "<and><vargte respident=\"r\">2.4</vargte><varlte respident=\"r\">2.6</varlte></and>"
    for (test, outside, remark) in [
      ("<or>\(equal("2.5"))\(bounds)</or>", "2.39", nil), (equal("2.5"), "2.6", nil),
      (bounds, "2.61", "the range 2.4..2.6 is written as 2.5 with a tolerance"),
      (
        bounds.replacing("vargte", with: "vargt"), "2.3",
        "the ends of its range are not accepted there, here they are"
      ),
    ] as [(String, String, String?)] {
      let bank = try ImportedBank(file(item("numerical_question", field, rule(test, full))))
      let posed = try bank.posed("q")
      XCTAssertEqual(posed.question.kind, .number)
      XCTAssertTrue(posed.isRight("2.5"), test)
      XCTAssertFalse(posed.isRight(outside), test)
      XCTAssertEqual(posed.isRight("2.59"), test.contains("2.6"), test)
      XCTAssertEqual(
        bank.losses.map { $0.reason.phrase(.english) }.first { !$0.contains("explanation") }, remark
      )
    }
  }

  func testEveryRuleThatGivesAllPointsIsARightText() throws {
    let bank = try ImportedBank(
      file(
        item(
          "short_answer_question", field,
          rule(equal("Adam"), full) + rule(equal("adaptive moments"), full)
            + rule("<varsubstring respident=\"r\">ada</varsubstring>", full))))
    XCTAssertEqual(try bank.posed("q").marked, ["*Adam", "*adaptive moments"])
    XCTAssertEqual(
      bank.remarks.first,
      "4: q: “ada” is left out: a star that stands for any text is not supported here")
  }

  func testTextsSideBySideAreAlternativesAsCanvasHasThem() throws {
    let bank = try ImportedBank(
      file(
        item(
          "short_answer_question", field, rule(equal("Adam") + equal("adaptive moments"), full))))
    XCTAssertEqual(try bank.posed("q").marked, ["*Adam", "*adaptive moments"])
  }

  func testItemsThatABankLacksAreNamed() throws {
    let bank = try ImportedBank(
      file(
        item("essay_question", field, "")
          + item("matching_question", choices(["1"]) + choices(["2"]), "")
          + item("x", choices(["1", "2"]) + choices(["3", "4"]), rule(equal("1"), full))
          + item("x", choices(["1", "2"], "Ordered"), rule(equal("1"), full))
          + item("x", choices(["1", "2"]), "") + item("x", choices(["1"]), rule(equal("1"), full))
          + item("x", choices(["1", "2"]), rule("<strange/>", full))))
    XCTAssertEqual(bank.questions, [])
    XCTAssertEqual(
      bank.losses.map(\.reason),
      [
        .unknownType("essay_question"), .unknownType("matching_question"), .severalFields(2),
        .unknownType("x"), .noRightAnswer, .oneAnswer, .processing,
      ])
  }
}
