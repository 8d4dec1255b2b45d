import GradedTesting
import Text
import XCTest

@testable import Grading

/// Every sentence that says why a class cannot be graded, in both languages.
final class GradingErrorTests: FrameworkTestCase {
  func testEveryErrorIsSaidInBothLanguages() {
    let cases: [(GradingError, String, String)] = [
      (
        .buildFailed(folder: "f", output: "o"),
        "the judge cannot be built in f; the end of what the compiler said:\no",
        "评分程序在 f 构建失败；编译器最后的输出：\no"
      ),
      (
        .notBuilt(folder: "f", missing: "worker"),
        "f holds no worker; run swift build --build-tests there",
        "f 里没有 worker；请在那里运行 swift build --build-tests"
      ),
      (
        .lacksPart(folder: "f", part: "Solutions"),
        "f holds no Solutions; this needs the whole course, not a release of it",
        "f 里没有 Solutions；这里需要完整的课程，而不是发给学生的版本"
      ),
      (
        .noHiddenSuites(folder: "f"),
        "f holds no .swift file; --hidden takes a folder with XCTest files",
        "f 里没有 .swift 文件；--hidden 需要一个放 XCTest 文件的文件夹"
      ),
      (
        .buildInputsFailed(what: "ld.lld", output: "o"),
        "ld.lld failed while grading was being prepared:\no", "评分前的准备工作 ld.lld 失败：\no"
      ),
      (
        .stubFailed(week: "C1W2", output: "o"),
        "the empty exercises of C1W2 do not compile:\no", "C1W2 的空白练习无法编译：\no"
      ),
      (
        .compilerDoesNotStart(reason: "r"), "the compiler does not start: r", "编译器无法启动：r"
      ),
      (
        .workerFailed, "the program of this submission does not link", "这份提交的程序无法链接"
      ),
      (
        .workerDoesNotStart(reason: "r"), "the program of this submission does not start: r",
        "这份提交的程序无法启动：r"
      ),
      (
        .judgeEnded(code: "signal 9"), "the judge ended with signal 9 before it was through",
        "评分程序中途结束（signal 9）"
      ),
      (
        .recordsMissing(expected: 9, found: 7), "9 tests were run, but only 7 have a verdict",
        "运行了 9 个测试，却只有 7 个有结果"
      ),
      (
        .cannotWrite(file: "f", reason: "disk full"),
        "f cannot be written (disk full); what is graded so far is kept: make room and run the same "
          + "command again",
        "无法写入 f（disk full）；已评的结果都已保存：请腾出空间，再运行同一条命令"
      ),
      (.cannotRead(file: "f", reason: "r"), "f cannot be read: r", "无法读取 f：r"),
      (
        .noJournalLine(file: "journal.jsonl", line: 3),
        "journal.jsonl:3: no line of a journal; move the file away to grade everything again",
        "journal.jsonl:3：不是评分日志的内容；要全部重新评分，请先移走这个文件"
      ),
      (
        .locked(folder: "f"), "another course grade is writing to f; wait for it to end",
        "另一个 course grade 正在写入 f；请等它结束"
      ),
      (
        .unknownSubmission("ana"), "there is no submission by ana to grade again",
        "没有 ana 的提交可以重新评分"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }
}
