import GradedTesting
import Text
import XCTest

@testable import Authoring

/// Tests every line that `course verify` prints, in both languages.
final class VerificationLineTests: FrameworkTestCase {
  func testEveryStep() {
    let cases: [(VerificationLine, String, String)] = [
      (
        .begun(seed: 7), "fresh inputs of COURSE_SEED=7, which repeats them",
        "随机输入来自 COURSE_SEED=7，用它可以重现"
      ),
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
      (
        .outdated(path: "Package.swift"),
        "Package.swift is not what follows from Sources/Syllabus: run course assign",
        "Package.swift 与 Sources/Syllabus 不一致：请运行 course assign"
      ),
      (
        .weekNotListed("C1W9", file: "C1W9.swift"),
        "C1W9.swift declares the week C1W9, which Sources/Syllabus/Course.swift does not list",
        "C1W9.swift 声明了 C1W9 这一周，但 Sources/Syllabus/Course.swift 里没有列出"
      ),
      (
        .exerciseNotListed(id, file: "C1W2.swift"),
        "C1W2.swift declares C1W2.sigmoid, which is not among the week's exercises",
        "C1W2.swift 声明了 C1W2.sigmoid，但它不在这一周的 exercises 里"
      ),
      (
        .otherName("sigmiod", handle: "sigmoid", file: "C1W2.swift"),
        "C1W2.swift calls a function sigmiod and its handle sigmoid: give both one name",
        "C1W2.swift 里函数名是 sigmiod，声明的名称却是 sigmoid：请统一"
      ),
      (.noExercises(week: "C1W9"), "C1W9 has no exercises", "C1W9 没有练习"),
      (
        .otherWeek(id, week: "C1W3"),
        "C1W2.sigmoid is listed in C1W3: declare it with week: \"C1W3\"",
        "C1W2.sigmoid 列在 C1W3 里：声明时应写 week: \"C1W3\""
      ),
      (
        .noLesson(path: "Exercises/C1W9-Numbers/README.md"),
        "the lesson Exercises/C1W9-Numbers/README.md is missing",
        "缺少课文 Exercises/C1W9-Numbers/README.md"
      ),
      (
        .noPicture(path: "Pictures/s.svg", lesson: "README.md"),
        "README.md shows Pictures/s.svg, which is missing: run course assign --pictures",
        "README.md 引用了不存在的 Pictures/s.svg：请运行 course assign --pictures"
      ),
      (
        .noPictures(week: "C1W9"), "the lesson of C1W9 shows no picture", "C1W9 的课文没有插图"
      ),
      (
        .noDemo(week: "C1W9", path: "Demo+Numbers.swift"),
        "C1W9 has no demo: declare one in Demo+Numbers.swift",
        "C1W9 没有演示：请在 Demo+Numbers.swift 里声明"
      ),
      (
        .unwritten(file: "README.md", line: 3), "README.md:3: write what TODO stands for",
        "README.md:3：请写完标有 TODO 的地方"
      ),
      (
        .variantsOfNone(id),
        "Solutions/ has mistakes or alternatives of C1W2.sigmoid, which no week lists",
        "Solutions/ 里有 C1W2.sigmoid 的典型错误或其他写法，但没有一周列出它"
      ),
      (
        .mistakeWithoutCode("C1W2.sigmoid=minus"),
        "the code of C1W2.sigmoid=minus answers no sample: write what a learner with this "
          + "mistake would write",
        "C1W2.sigmoid=minus 的代码对任何输入都没有答案：请写出犯这种错误的代码"
      ),
      (
        .fewMisconceptions(id), "C1W2.sigmoid knows fewer than 2 misconceptions",
        "C1W2.sigmoid 的典型错误不足 2 种"
      ),
      (
        .nothingMakes("negated", of: id),
        "nothing in Solutions/ makes the mistake negated, with which C1W2.sigmoid is given out",
        "C1W2.sigmoid 发下去时带有错误 negated，但 Solutions/ 里没有函数会犯它"
      ),
      (
        .alikeMisconceptions(id, "half"),
        "C1W2.sigmoid has two mistakes or alternatives called half",
        "C1W2.sigmoid 有两种写法都叫 half"
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
    tally.whys = 75
    tally.falseWhys = 76
    tally.problems = [.noTest("C1W2.sigmoid")]
    XCTAssertEqual(
      tally.summary.map { $0(.english) },
      [
        "72 second right solutions pass",
        "verified: 70 stubs, 71 solutions, 73 corruptions rejected, 74 misconceptions named, "
          + "75 whys tried without their mistake, 76 false, 1 problems",
      ])
    XCTAssertEqual(
      tally.summary.map { $0(.chinese) },
      [
        "72 种其他正确写法通过",
        "验证完毕：70 个空函数，71 个答案，拒绝 73 种篡改，识别 74 种典型错误，"
          + "在不知道该错误的情况下试了 75 次原因，76 次不实，1 个问题",
      ])
  }
}
