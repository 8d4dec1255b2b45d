import Foundation
import GradedTesting
import Text
import XCTest

@testable import Commands

/// Tests the messages for invalid command lines, word by word.
final class UsageErrorTests: FrameworkTestCase {
  private func check(
    _ words: [String], _ english: String, zh chinese: String, line: UInt = #line
  ) {
    for (language, text) in [(Language.english, english), (.chinese, chinese)] {
      let answer = Bakery.run(words, language)
      XCTAssertEqual(answer.complaint, text + "\n", line: line)
      XCTAssertEqual(answer.code, .usage, line: line)
      XCTAssertEqual(answer.output, "", line: line)
    }
  }

  func testUnknownCommand() {
    check(
      ["bkae"], "error: there is no command “bkae”; did you mean “bake”?",
      zh: "错误：没有“bkae”这个命令，是不是想输入“bake”？")
    check(
      ["mill"], "error: there is no command “mill”; there are bake, sell, oven",
      zh: "错误：没有“mill”这个命令，可用的有 bake、sell、oven")
    check(
      ["help", "oven", "haet"], "error: there is no command “haet”; did you mean “heat”?",
      zh: "错误：没有“haet”这个命令，是不是想输入“heat”？")
  }

  func testControlCharactersOfAWordAreNotPrinted() {
    check(
      ["\u{1B}[2Jx"], "error: there is no command “\u{FFFD}[2Jx”; there are bake, sell, oven",
      zh: "错误：没有“\u{FFFD}[2Jx”这个命令，可用的有 bake、sell、oven")
  }

  func testUnknownOption() {
    check(
      ["bake", "x", "--slat"], "error: there is no option “--slat”; did you mean “--salt”?",
      zh: "错误：没有“--slat”这个选项，是不是想输入“--salt”？")
    check(["sell", "x", "--salt"], "error: there is no option “--salt”", zh: "错误：没有“--salt”这个选项")
    check(["bake", "-s"], "error: there is no option “-s”", zh: "错误：没有“-s”这个选项")
    check(
      ["oven", "--clean"], "error: there is no option “--clean”; did you mean “bakery oven clean”?",
      zh: "错误：没有“--clean”这个选项，是不是想输入“bakery oven clean”？")
  }

  func testASwitchTakesNoValue() {
    check(
      ["bake", "x", "--salt=no"], "error: --salt takes no value, got “no”",
      zh: "错误：--salt 不带值，收到的是“no”")
    check(
      ["--help=me"], "error: --help takes no value, got “me”", zh: "错误：--help 不带值，收到的是“me”")
  }

  func testAValueIsMissing() {
    for words in [["bake", "x", "--minutes"], ["bake", "x", "--minutes", "--salt"]] {
      check(
        words, "error: --minutes expects a value: --minutes N",
        zh: "错误：--minutes 后面缺少值：--minutes N")
    }
  }

  func testUnknownLanguage() {
    check(
      ["--lang", "fr"], "error: --lang expects en or zh, got “fr”",
      zh: "错误：--lang 应为 en 或 zh，收到的是“fr”")
  }

  func testTooFewAndTooManyArguments() {
    check(
      ["bake"], "error: missing argument BREAD\nusage: bakery bake BREAD [options]",
      zh: "错误：缺少参数：面包\n用法：bakery bake 面包 [选项]")
    check(
      ["sell"], "error: missing argument BREAD\nusage: bakery sell BREAD…",
      zh: "错误：缺少参数：面包\n用法：bakery sell 面包…")
    check(
      ["bake", "a", "b"], "error: unexpected argument “b”\nusage: bakery bake BREAD [options]",
      zh: "错误：多余的参数“b”\n用法：bakery bake 面包 [选项]")
    check(
      ["oven"], "error: missing argument COMMAND\nusage: bakery oven COMMAND …",
      zh: "错误：缺少参数：命令\n用法：bakery oven 命令 …")
  }

  func testAnUnavailableCommandSaysWhy() {
    check(["sow", "--deep", "a"], "error: a bakery has no field", zh: "错误：面包房没有田")
  }

  func testEveryErrorHasAMessageAndACode() {
    let nobody = Phrase("nobody", zh: "没有人")
    for (error, code, english, chinese) in [
      (
        .badValue(option: "--seed", "x", expected: Phrase("a number", zh: "一个数")), .usage,
        "--seed expects a number, got “x”", "--seed 应为一个数，收到的是“x”"
      ),
      (
        Invocation.unknownValue("sfot", of: "--crust", among: ["soft", "crisp"]), .usage,
        "--crust expects soft or crisp, got “sfot”; did you mean “soft”?",
        "--crust 应为 soft 或 crisp，收到的是“sfot”，是不是想输入“soft”？"
      ),
      (
        .ambiguous(.command, "x", ["a.x", "b.x"]), .usage,
        "there is more than one command “x”: name a.x or b.x", "“x”不止一个：请写明 a.x 或 b.x"
      ),
      (
        .missingOption(Phrase("--out DIR", zh: "--out 目录")), .usage, "missing option --out DIR",
        "缺少选项：--out 目录"
      ),
      (.conflict("--a", "--b"), .usage, "--a and --b cannot be used together", "--a 和 --b 不能同时使用"),
      (.usage(nobody), .usage, "nobody", "没有人"), (.data(nobody), .data, "nobody", "没有人"),
      (.noInput(nobody), .noInput, "nobody", "没有人"),
      (
        .cannotCreate(path: "/a", reason: nobody), .cannotCreate, "cannot write /a: nobody",
        "无法写入 /a：没有人"
      ),
    ] as [(CommandError, ExitCode, String, String)] {
      XCTAssertEqual(error.phrase.english, english)
      XCTAssertEqual(error.phrase.chinese, chinese)
      XCTAssertEqual(ExitCode(of: error), code, english)
    }
  }

  func testCodesAreThoseOfSysexits() {
    // The numbers of <sysexits.h>: EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_SOFTWARE, EX_CANTCREAT.
    XCTAssertEqual(
      [ExitCode.usage, .data, .noInput, .software, .cannotCreate].map(\.rawValue),
      [64, 65, 66, 70, 73])
    XCTAssertEqual(ExitCode.interrupted.rawValue, 128 + SIGINT)
  }

  func testFileSystemErrorsHaveAMessageAndACode() {
    let missing = URL(fileURLWithPath: "/nowhere/at/all")
    XCTAssertThrowsError(try Data(contentsOf: missing)) { error in
      XCTAssertEqual(Phrase(reporting: error).english, "there is no file /nowhere/at/all")
      XCTAssertEqual(Phrase(reporting: error).chinese, "找不到 /nowhere/at/all")
      XCTAssertEqual(ExitCode(of: error), .noInput)
    }
    XCTAssertThrowsError(
      try CommandError.creating("/dev/full") {
        try Data([1]).write(to: URL(fileURLWithPath: "/dev/full"))
      }
    ) { error in
      XCTAssertEqual(Phrase(reporting: error).english, "cannot write /dev/full: the disk is full")
      XCTAssertEqual(Phrase(reporting: error).chinese, "无法写入 /dev/full：磁盘已满")
      XCTAssertEqual(ExitCode(of: error), .cannotCreate)
    }
    struct Strange: Error {}
    XCTAssertEqual(ExitCode(of: Strange()), .software)
  }
}
