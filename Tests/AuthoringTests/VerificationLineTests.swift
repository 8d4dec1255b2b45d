import GradedTesting
import Text
import XCTest

@testable import Authoring

/// Every line that `course verify` prints, in both languages.
final class VerificationLineTests: FrameworkTestCase {
  func testEveryStep() {
    let cases: [(VerificationLine, String, String)] = [
      (.stubsRun, "stubs run", "空函数已运行"),
      (.solutionsRun, "solutions run", "答案已运行"),
      (
        .answersBegun(412, jobs: 2), "412 wrong and second right answers, 2 at a time",
        "412 种错误答案和其他正确写法，每次同时 2 个"
      ),
      (
        .slow("C1W2.sigmoid=negated", seconds: 7), "C1W2.sigmoid=negated took 7 s",
        "C1W2.sigmoid=negated 用了 7 秒"
      ),
      (
        .problem(.noTest("C1W2.sigmoid")), "PROBLEM C1W2.sigmoid has no graded test",
        "问题：C1W2.sigmoid 没有评分测试"
      ),
    ]
    for (line, english, chinese) in cases {
      XCTAssertEqual(line.phrase(.english), english)
      XCTAssertEqual(line.phrase(.chinese), chinese)
    }
  }

  func testEveryProblem() {
    let id = "C1W2.sigmoid"
    let cases: [(VerificationProblem, String, String)] = [
      (
        .otherStub(folder: "C1W2-LogisticRegression"),
        "Exercises/C1W2-LogisticRegression is not Solutions/ with the solutions taken out: "
          + "run course assign",
        "Exercises/C1W2-LogisticRegression 与去掉答案的 Solutions/ 不一致：请运行 course assign"
      ),
      (.hintCount(id, 2), "C1W2.sigmoid has 2 hints, not 3", "C1W2.sigmoid 有 2 条提示，应为 3 条"),
      (
        .fewMisconceptions(id), "C1W2.sigmoid knows fewer than 2 misconceptions",
        "C1W2.sigmoid 的典型错误不足 2 种"
      ),
      (
        .nothingMakes("negated", of: id),
        "nothing in Solutions/ makes the mistake negated of C1W2.sigmoid",
        "Solutions/ 里没有函数会犯 C1W2.sigmoid 的错误 negated"
      ),
      (
        .alikeMisconceptions(id), "C1W2.sigmoid has two misconceptions alike",
        "C1W2.sigmoid 有两种典型错误重名"
      ),
      (.noTest(id), "C1W2.sigmoid has no graded test", "C1W2.sigmoid 没有评分测试"),
      (
        .stubEndsBadly(id), "the stub of C1W2.sigmoid does not end cleanly",
        "C1W2.sigmoid 的空函数没有正常结束"
      ),
      (.stubPasses(id), "the stub of C1W2.sigmoid passes", "C1W2.sigmoid 的空函数竟能通过"),
      (
        .solutionFails(id, test: "testZero", message: "m"),
        "the solution of C1W2.sigmoid fails testZero: m", "C1W2.sigmoid 的答案没有通过 testZero：m"
      ),
      (
        .worth(id, 4.5, expected: 5), "the tests of C1W2.sigmoid are worth 4.5, not 5.0",
        "C1W2.sigmoid 的测试共 4.5 分，应为 5.0 分"
      ),
      (
        .alternativeFails("C1W2.sigmoid=other", test: "testZero", message: "m"),
        "the right solution C1W2.sigmoid=other fails testZero: m",
        "正确写法 C1W2.sigmoid=other 没有通过 testZero：m"
      ),
      (
        .notRejected("C1W2.sigmoid~negated"), "C1W2.sigmoid~negated is not rejected",
        "C1W2.sigmoid~negated 没有被拒绝"
      ),
      (
        .notNamed("C1W2.sigmoid=minus"), "C1W2.sigmoid=minus is rejected, but not named",
        "C1W2.sigmoid=minus 被拒绝了，但没有说出是哪种错误"
      ),
      (
        .takenFor("C1W2.sigmoid=minus", others: ["half", "plus"]),
        "C1W2.sigmoid=minus is taken for half, plus", "C1W2.sigmoid=minus 被误认为 half、plus"
      ),
      (.error(Phrase("gone", zh: "没了"), place: nil), "gone", "没了"),
      (
        .error(Phrase("gone", zh: "没了"), place: "C1W2.sigmoid~negated"),
        "C1W2.sigmoid~negated: gone", "C1W2.sigmoid~negated：没了"
      ),
    ]
    for (problem, english, chinese) in cases {
      XCTAssertEqual(problem.phrase(.english), english)
      XCTAssertEqual(problem.phrase(.chinese), chinese)
    }
  }

  func testTheSummary() {
    var tally = Verification.Tally()
    tally.stubs = 70
    tally.solutions = 71
    tally.alternatives = 72
    tally.corruptions = 73
    tally.misconceptions = 74
    tally.problems = [.noTest("C1W2.sigmoid")]
    XCTAssertEqual(
      tally.summary.map { $0(.english) },
      [
        "72 second right solutions pass",
        "verified: 70 stubs, 71 solutions, 73 corruptions rejected, 74 misconceptions named, "
          + "1 problems",
      ])
    XCTAssertEqual(
      tally.summary.map { $0(.chinese) },
      [
        "72 种其他正确写法通过",
        "验证完毕：70 个空函数，71 个答案，拒绝 73 种篡改，识别 74 种典型错误，1 个问题",
      ])
  }
}
