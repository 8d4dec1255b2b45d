import Foundation
import GradedTesting
import Tensors
import Text
import XCTest

@testable import Coursework

/// Tests the judge's Chinese sentences, where other tests cover only the English ones.
final class ChineseSentenceTests: FrameworkTestCase {
  func testMalformedBytes() {
    let cases: [(MalformedBytes, String)] = [
      (.truncated(at: 3), "字节在第 3 处结束，值还不完整"),
      (.unknownTag(9, at: 2), "第 2 处的字节 9 不是任何值的开头"),
      (.impossibleLength(100, at: 1), "第 1 处写的长度 100 比后面的字节还多"),
      (.notText(at: 5), "第 5 处的文字不是 UTF-8"),
      (.tooDeep(limit: 64), "值的嵌套超过 64 层"),
      (.tooMany(limit: 8), "一个值里的值超过 8 个"),
      (.trailing(count: 2), "值之后还有 2 字节"),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }

  func testMalformations() {
    let cases: [(Malformation, english: String, chinese: String)] = [
      (
        .bytes(.truncated(at: 3)), "the bytes end at 3, in the middle of a value",
        "字节在第 3 处结束，值还不完整"
      ),
      (.noFrame, "what came through the connection is not a valid frame", "连接中传来的字节不是完整的消息"),
      (.tooLarge(megabytes: 256), "it is larger than 256 MB", "超过了 256 MB"),
      (.noRequest, "not a request", "不是一次调用"),
      (.otherCall, "an answer to another question came", "它回答的是另一次调用"),
      (.unknownKind, "an answer of no known kind", "回答的类型无法识别"),
      (.argumentCount(expected: 2, actual: 1), "2 arguments expected, 1 came", "应有 2 个参数，得到 1 个"),
      (.other("gone"), "gone", "gone"),
    ]
    for (reason, english, chinese) in cases {
      XCTAssertEqual(reason.phrase(.english), english)
      XCTAssertEqual(reason.phrase(.chinese), chinese)
    }
  }

  private struct Layer: Decodable {
    let W: Tensor
    let units: Int
  }

  func testAnswersOfAnotherForm() {
    let whole: Value = .record([.init("W", .tensor(Tensor([1]))), .init("units", .integer(2))])
    let cases: [(Value, english: String, chinese: String)] = [
      (.number(1), "[0]: expected a structure, found a Double", "[0]：期望一个结构，实际是一个 Double"),
      (
        .record([.init("W", .text("w"))]),
        "[0].W: expected Tensor, found a String", "[0].W：期望 Tensor，实际是一个 String"
      ),
      (
        .record([.init("W", .tensor(Tensor([1])))]), "[0]: no member named units",
        "[0]：缺少成员 units"
      ),
    ]
    for (answer, english, chinese) in cases {
      XCTAssertThrowsError(try Value.list([answer]).decoded(as: [Layer].self)) {
        XCTAssertEqual(Malformation($0).phrase(.english), english)
        XCTAssertEqual(Malformation($0).phrase(.chinese), chinese)
      }
    }
    XCTAssertThrowsError(try whole.decoded(as: [Layer].self)) {
      XCTAssertEqual(
        Malformation($0).phrase(.english), "expected a list, found a structure of W, units")
      XCTAssertEqual(Malformation($0).phrase(.chinese), "期望一个列表，实际是由 W、units 组成的结构")
    }
  }

  func testVariablesOfTheEnvironment() {
    let cases = [
      ("COURSE_CODE", "solution", "COURSE_CODE 应为 exercises 或 solutions，收到的是“solution”"),
      ("COURSE_IN_PROCESS", "yes", "COURSE_IN_PROCESS 应为 0 或 1，收到的是“yes”"),
      ("COURSE_SEED", "-1", "COURSE_SEED 应为 0 到 4294967295 之间的整数，收到的是“-1”"),
      (
        "COURSE_MUTATION", "sigmoid",
        "COURSE_MUTATION 应为 C1W2.sigmoid=VARIANT 或 C1W2.sigmoid~SLIP，收到的是“sigmoid”"
      ),
    ]
    let nowhere = URL(fileURLWithPath: "/nowhere")
    let folders = PackageFolders(package: nowhere, programs: nowhere)
    for (name, value, sentence) in cases {
      XCTAssertThrowsError(try RunEnvironment(variables: [name: value], folders: folders)) {
        XCTAssertEqual(($0 as? RunEnvironmentError)?.phrase(.chinese), sentence)
      }
    }
  }

  func testRunsAndRecords() {
    let cases: [(any PhrasedError, String)] = [
      (TestRunError.notBuilt, "测试还没有构建；请运行：swift build --build-tests"),
      (
        TestRunError.ended(code: 9, output: "last"),
        "测试没有跑完就以退出码 9 结束了；最后的输出是：\nlast"
      ),
      (
        RecordFileError.malformed("a.jsonl", line: 2, "no JSON"), "a.jsonl:2：不是记录：no JSON"
      ),
      (
        RecordFileError.cannotWrite("a.jsonl", Malformation.other("full")),
        "无法把记录写入 a.jsonl：full"
      ),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }

  func testATestThatNeverCallsItsExercise() {
    let finding = Grader(Sample.sigmoid, language: .chinese).judge {}
    XCTAssertEqual(finding.message, "这项测试没有调用 sigmoid")
    XCTAssertEqual(
      Grader(Sample.sigmoid, language: .english).judge {}.message, "this test never calls sigmoid")
  }
}
