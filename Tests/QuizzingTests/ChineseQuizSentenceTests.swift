import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The Chinese texts of the checker and of grading.
final class ChineseQuizSentenceTests: FrameworkTestCase {
  func testFaultsOfABankAreSaidInChinese() {
    let file = "T1-Test.zh.md"
    let cases: [(String, String)] = [
      ("# 测验\n", "2: 测验里没有题目：题目以“## 编号”开头"),
      ("# 测验\n\n## q\n\n题干\n", "3: 题目没有选项：请写成“- [x] 正确项”和“- [ ] 错误项”"),
      (
        "# 测验\n\n## q\n\n题干\n\n- [ ] 甲\n  > 错\n- [ ] 乙\n  > 错\n",
        "3: 没有正确的选项：请用“- [x]”标出"
      ),
    ]
    for (text, sentence) in cases {
      let faults = Bank.read(Data(text.utf8), file: file, deeply: true).faults
      XCTAssertEqual(faults.map { $0.phrase(.chinese) }, ["\(file):\(sentence)"])
    }
  }

  func testTemplateErrorsAreSaidInChinese() {
    let cases: [(String, String)] = [
      ("1 +", "这里应为数、名称或“(”，却是结尾"), ("f(1)", "没有函数“f”：可用的有 "),
    ]
    for (expression, sentence) in cases {
      XCTAssertThrowsError(try ExpressionParser.expression(expression)) {
        let said = ($0 as? TemplateError)?.phrase(.chinese) ?? "\($0)"
        XCTAssertTrue(said.hasPrefix(sentence), said)
      }
    }
  }

  func testDamagedAnswerFilesAreSaidInChinese() {
    let head =
      "\"kind\": \"course-quiz-answers\", \"version\": 1, \"quiz\": \"S\", \"seed\": 1, "
      + "\"started\": \"2026-01-01T09:00:00Z\", \"finished\": \"2026-01-01T09:00:00Z\""
    let cases: [(String, String)] = [
      ("", "a: 文件已损坏：文件是空的"),
      ("{\(head)}", "a: 文件已损坏：文件缺少“answers”"),
      (
        "{\(head), \"answers\": [{\"question\": \"q\", \"choices\": [0]}]}",
        "a: 文件已损坏：“answers.[1].choices”无效：选项从 1 数起"
      ),
      (
        "{\(head), \"answers\": [{\"question\": \"q\"}, {\"question\": \"q\"}]}",
        "a: 文件已损坏：“answers”无效：题目“q”答了两次"
      ),
    ]
    for (text, sentence) in cases {
      XCTAssertThrowsError(try AnswerFile.decode(Data(text.utf8), path: "a"), text) {
        XCTAssertEqual(($0 as? AnswerFile.Failure)?.phrase(.chinese), sentence)
      }
    }
  }

  func testTheReportOfAClassIsSaidInChinese() {
    let report = GradeReport(exams: [], statistics: [], damagedCount: 2, language: .chinese)
    XCTAssertEqual(report.table(), "\n已评 0 份答卷，另有 2 份损坏。\n")
  }
}
