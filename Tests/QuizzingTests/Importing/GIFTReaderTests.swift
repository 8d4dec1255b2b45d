import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Forms of GIFT as Moodle's documentation describes them (docs.moodle.org, GIFT format).
final class GIFTReaderTests: FrameworkTestCase {
  func testAnEqualsSignMarksTheOneRightOption() throws {
    let bank = try ImportedBank(
      "::Depth::How many layers has a network of depth 3?{\n  =three # The input is not counted.\n"
        + "  ~two#Count again.\n  ~four # The input is not counted.\n}\n")
    let posed = try bank.posed("depth")
    XCTAssertEqual(posed.question.kind, .one)
    XCTAssertEqual(posed.marked, ["*three", "two", "four"])
    XCTAssertEqual(
      posed.explanations,
      ["The input is not counted.", "Count again.", "The input is not counted."])
    XCTAssertEqual(posed.text, "How many layers has a network of depth 3?")
    XCTAssertEqual(bank.remarks, [])
    XCTAssertEqual(bank.faults(), [])
  }

  func testOptionsWithoutFeedbackAreExplainedByAPlaceholder() throws {
    let bank = try ImportedBank("1 + 1 = ? {~1 =2 ~3}")
    let posed = try bank.posed("question-1")
    XCTAssertEqual(posed.marked, ["1", "*2", "3"])
    XCTAssertEqual(posed.explanations, ["Wrong.", "Right.", "Wrong."])
    XCTAssertEqual(
      bank.remarks,
      ["1: question-1: 3 options have no explanation: “Right.” or “Wrong.” stands there, write why"]
    )
    XCTAssertEqual(bank.faults(), [])
  }

  func testSharesOfThePointsMakeSeveralRightOptions() throws {
    let bank = try ImportedBank(
      "::odd:: Which are odd? {\n~%50%1#a\n~%50%3#b\n~%-50%2#c\n~%-50%4#d\n}")
    let posed = try bank.posed("odd")
    XCTAssertEqual(posed.question.kind, .several)
    XCTAssertEqual(posed.marked, ["*1", "*3", "2", "4"])
    XCTAssertEqual(bank.remarks, [], "the shares are those of the course")
    let free = try ImportedBank("::odd:: Which are odd? {\n~%50%1#a\n~%50%3#b\n~2#c\n}")
    XCTAssertEqual(
      free.remarks,
      ["1: odd: its several right options are scored as --scoring says, not as the file does"])
  }

  func testUnequalSharesAreNamed() throws {
    let bank = try ImportedBank(
      "\n\n::odd:: Which are odd? {\n~%70%1#a\n~%30%3#b\n~%-100%2#c\n~4#d\n}")
    XCTAssertEqual(try bank.posed("odd").marked, ["*1", "*3", "2", "4"])
    XCTAssertEqual(
      bank.remarks.first { $0.contains("odd") },
      "3: odd: its options have unequal shares of the points, here they count alike")
  }

  func testAPartialShareIsNamed() throws {
    let bank = try ImportedBank("::q::Who? {=Ada#y ~%50%Ada and Charles#z ~%-25%Charles#n}")
    XCTAssertEqual(try bank.posed("q").marked, ["*Ada", "Ada and Charles", "Charles"])
    XCTAssertEqual(
      bank.remarks,
      [
        "1: q: “Ada and Charles” gives 50 % there and nothing here",
        "1: q: “Charles” takes 25 % away there; here it earns nothing",
      ])
  }

  func testAStatementHasTheOptionsTrueAndFalse() throws {
    let bank = try ImportedBank(
      "::a::ReLU is linear.{FALSE#It has a kink.#Right, it has a kink.}\n\n::b::ReLU is convex.{T}\n"
    )
    let posed = try bank.posed("a")
    XCTAssertEqual(posed.question.kind, .trueFalse)
    XCTAssertEqual(posed.marked, ["True", "*False"])
    XCTAssertEqual(posed.explanations, ["It has a kink.", "Right, it has a kink."])
    XCTAssertEqual(try bank.posed("b").marked, ["*True", "False"])
    let chinese = try ImportedBank("::a::1 + 1 = 2。{T}", language: .chinese)
    XCTAssertEqual(try chinese.posed("a", .chinese).marked, ["*正确", "错误"])
    XCTAssertEqual(chinese.faults(.chinese), [])
  }

  func testShortAnswersAreTypedTexts() throws {
    let bank = try ImportedBank(
      "::opt::Which optimizer?{=Adam#Yes. =adam optimizer#Yes. =%50%RMSprop#Nearly. =%0%SGD#No. =*#Else.}"
    )
    let posed = try bank.posed("opt")
    XCTAssertEqual(posed.question.kind, .text)
    XCTAssertEqual(posed.marked, ["*Adam", "*adam optimizer", "RMSprop", "SGD"])
    XCTAssertTrue(posed.isRight("ADAM Optimizer"))
    XCTAssertFalse(posed.isRight("RMSprop"))
    XCTAssertEqual(
      bank.remarks,
      [
        "1: opt: what is said of any other answer is lost",
        "1: opt: “RMSprop” gives 50 % there and nothing here",
      ])
  }

  func testAStarThatStandsForAnyTextIsNoAnswer() throws {
    let bank = try ImportedBank("::q::What?{=gradient#y =grad*#y =A \\\\* B#y}")
    XCTAssertEqual(try bank.posed("q").marked, ["*gradient", "*A * B"])
    XCTAssertEqual(
      bank.remarks,
      ["1: q: “grad*” is left out: a star that stands for any text is not supported here"])
    let none = try ImportedBank("::q::What?{=grad*}")
    XCTAssertEqual(none.questions, [])
    XCTAssertEqual(none.remarks, ["1: q: left out: no answer earns all points"])
  }

  func testNumbersHaveToleranceOrRange() throws {
    let bank = try ImportedBank(
      """
      ::a::Born?{#1822:5#Yes.}

      ::b::Pi?{#3.141..3.142#Yes.}

      ::c::Born?{#
        =1822:0#Yes.
        =%50%1822:2#Nearly.
        ~#Look it up.
      }

      ::d::How many?{#=-12#Yes.}
      """)
    XCTAssertEqual(bank.faults(), [])
    let a = try bank.posed("a")
    for (typed, isRight) in [("1817", true), ("1827", true), ("1816", false), ("1828", false)] {
      XCTAssertEqual(a.isRight(typed), isRight, typed)
    }
    let b = try bank.posed("b")
    for (typed, isRight) in [("3.141", true), ("3.142", true), ("3.1429", false), ("3.14", false)] {
      XCTAssertEqual(b.isRight(typed), isRight, typed)
    }
    XCTAssertEqual(try bank.posed("c").marked, ["*1822"])
    XCTAssertEqual(try bank.posed("d").marked, ["*-12"])
    XCTAssertEqual(
      bank.remarks,
      [
        "3: b: the range 3.141..3.142 is written as 3.1415 with a tolerance",
        "5: c: what is said of any other answer is lost",
        "5: c: “1822:2” gives 50 % there and nothing here",
      ])
  }

  func testTolerancesThatDifferAreNamed() throws {
    let bank = try ImportedBank("::q::How much?{#=1:0.1#y =2:0.5#y}")
    let posed = try bank.posed("q")
    XCTAssertTrue(posed.isRight("2.1"))
    XCTAssertFalse(posed.isRight("2.4"), "the smallest tolerance stands for both")
    XCTAssertEqual(
      bank.remarks,
      ["1: q: the tolerances of its answers differ, the smallest, 0.1, stands for all"])
  }

  func testTypesThatABankLacksAreNamed() throws {
    let bank = try ImportedBank(
      """
      ::m::Match.{=a -> 1 =b -> 2 =c -> 3}

      ::e::Write an essay.{}

      Only a description, without an answer.

      ::ok::1?{=1#y ~2#n}

      ::w::Two {~a =b} of {=c ~d} them.

      ::u::An open brace {=a ~b

      ::ok2::2?{=2#y ~1#n}
      """)
    XCTAssertEqual(bank.questions.map(\.id), ["ok", "ok2"])
    XCTAssertEqual(
      bank.remarks,
      [
        "1: m: left out: a bank has no questions of the type “matching”",
        "3: e: left out: a bank has no questions of the type “essay”",
        "5: left out: a bank has no questions of the type “description”",
        "9: w: left out: it asks for 2 answers at once: make a question of each",
        "11: u: left out: cannot be read, a brace is missing",
      ])
  }

  func testAKeyThatABankCannotSayIsLeftOut() throws {
    let bank = try ImportedBank("::q::Any of them?{=a#y =b#y ~c#n}\n\n::r::None?{=%50%a ~b}")
    XCTAssertEqual(bank.questions, [])
    XCTAssertEqual(
      bank.remarks,
      [
        "1: q: left out: any one of 2 options earns all points, which no question type of a bank can express",
        "3: r: left out: no answer earns all points",
      ])
  }

  func testAMissingWordLeavesALine() throws {
    let bank = try ImportedBank("::q::Grad {=ient#y ~us#n} descent.")
    XCTAssertEqual(try bank.posed("q").text, "Grad _____ descent.")
  }

  func testHTMLMarkdownAndEscapesBecomeMarkdown() throws {
    let bank = try ImportedBank(
      "::a::[html]<p>A <b>bold</b> word,<br>x<sub>2</sub> &lt; 3 \\{x\\} \\~ \\= \\# \\: a\\nb</p>"
        + "{=<code>a</code>#<i>y</i> ~[plain]<b>#n}\n\n"
        + "::b::[markdown]Use *this*\\: `a`\n* one\n* two\n{T}\n\n::c::[plain]a < b & c *d* {T}\n")
    let a = try bank.posed("a")
    XCTAssertEqual(a.text, "A **bold** word,\n\nx₂ < 3 {x} ~ = # : a b")
    XCTAssertEqual(a.options.map(\.text), ["`a`", "\\<b>"])
    XCTAssertEqual(a.options[0].explanation, "*y*")
    XCTAssertEqual(try bank.posed("b").text, "Use *this*: `a`\n\n- one\n- two")
    XCTAssertEqual(RichText.plain(try bank.posed("c").text), "a < b & c *d*")
    XCTAssertEqual(bank.faults(), [])
  }

  func testLinesAreJoinedUnlessABreakIsMeant() throws {
    let bank = try ImportedBank("::q::One\n  two\\nthree.{T}")
    XCTAssertEqual(try bank.posed("q").text, "One two\n\nthree.")
  }

  func testGeneralFeedbackExplainsWhatHasNoOwn() throws {
    let bank = try ImportedBank("::q::1?{=1 ~2#Too many. ####One is one.}")
    XCTAssertEqual(try bank.posed("q").explanations, ["One is one.", "Too many."])
    XCTAssertEqual(bank.remarks, [])
    let lost = try ImportedBank("::q::1?{=1#Yes. ~2#Too many. ####One is one.}")
    XCTAssertEqual(
      lost.remarks,
      ["1: q: the feedback to whatever is answered is lost, as every option has its own"])
  }

  func testCategoriesTagsAndNamesBecomeTitleTagsAndIDs() throws {
    let bank = try ImportedBank(
      """
      // a comment
      $CATEGORY: $course$/top/Deep learning

      // [id:week-1] [tag:loss] [tag:cost]
      ::The first question::1?{=1#y ~2#n}

      $CATEGORY: $course$/top/Other

      ::The first question::2?{=2#y ~1#n}
      """)
    XCTAssertEqual(bank.title, "Deep learning")
    XCTAssertEqual(bank.questions.map(\.id), ["the-first-question", "the-first-question-2"])
    XCTAssertEqual(bank.questions[0].tags, ["loss", "cost"])
    XCTAssertEqual(bank.remarks, ["7: the category “Other” is lost"])
  }

  func testTextThatATemplateWouldReadIsKept() throws {
    let bank = try ImportedBank(
      "::q::What is \\{\\{ x \\}\\} and \\\\\\{\\{?{=\\{\\{1\\}\\}#y ~2#n}")
    XCTAssertEqual(RichText.plain(try bank.posed("q").text), "What is {{ x }} and \\{{?")
    XCTAssertEqual(try bank.posed("q").marked, ["*{{1}}", "2"])
    XCTAssertEqual(bank.faults(), [])
  }
}
