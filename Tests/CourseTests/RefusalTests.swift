import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

/// Tests the messages and exit codes for invalid command lines, in both languages.
final class RefusalTests: FrameworkTestCase {
  private func check(
    _ words: [String], _ english: String, zh chinese: String, code: Int32 = 64,
    line: UInt = #line
  ) throws {
    for (language, text) in [("en", english), ("zh", chinese)] {
      let answer = try StartedProgram(words, language: language).answer()
      XCTAssertEqual(answer.complaint, text + "\n", line: line)
      XCTAssertEqual(answer.code, code, line: line)
      XCTAssertEqual(answer.output, "", line: line)
    }
  }

  func testCommandsAndOptions() throws {
    try check(
      ["chekc"], "error: there is no command “chekc”; did you mean “check”?",
      zh: "错误：没有“chekc”这个命令，是不是想输入“check”？")
    try check(
      ["check", "--all=no"], "error: --all takes no value, got “no”",
      zh: "错误：--all 不带值，收到的是“no”")
    try check(
      ["hint", "sigmoid", "--agian"],
      "error: there is no option “--agian”; did you mean “--again”?",
      zh: "错误：没有“--agian”这个选项，是不是想输入“--again”？")
    try check(
      ["quiz", "--review"],
      "error: there is no option “--review”; did you mean “course quiz review”?",
      zh: "错误：没有“--review”这个选项，是不是想输入“course quiz review”？")
  }

  func testWeeksAndExercises() throws {
    try check(
      ["demo", "C1W9"], "error: there is no week “C1W9”; did you mean “C1W2”?",
      zh: "错误：没有“C1W9”这一周，是不是想输入“C1W2”？")
    try check(
      ["verify", "LogisticRegresion"],
      "error: there is no week “LogisticRegresion”; did you mean “LogisticRegression”?",
      zh: "错误：没有“LogisticRegresion”这一周，是不是想输入“LogisticRegression”？")
    try check(
      ["hint", "sigmiod"], "error: there is no exercise “sigmiod”; did you mean “sigmoid”?",
      zh: "错误：没有“sigmiod”这个练习，是不是想输入“sigmoid”？")
    try check(
      ["check", "softmxa"],
      "error: there is no week or exercise “softmxa”; did you mean “softmax”?",
      zh: "错误：没有“softmxa”这一周，也没有这个练习，是不是想输入“softmax”？")
    try check(
      ["hint"], "error: missing argument EXERCISE\nusage: course hint EXERCISE [options]",
      zh: "错误：缺少参数：练习\n用法：course hint 练习 [选项]")
    try check(
      ["reset", "sigmoid", "softmax"],
      "error: unexpected argument “softmax”\nusage: course reset EXERCISE",
      zh: "错误：多余的参数“softmax”\n用法：course reset 练习")
  }

  func testAnExerciseOfSeveralWeeksAsksForItsWeek() throws {
    let answer = try StartedProgram(["hint", "predict"], language: "en").answer()
    XCTAssertTrue(
      answer.complaint.hasPrefix(
        "error: there is more than one exercise “predict”: name C1W2.predict or "),
      answer.complaint)
    XCTAssertEqual(answer.code, 64)
  }

  func testValues() throws {
    try check(
      ["demo", "C2W1a", "--seed", "x"],
      "error: --seed expects a whole number from 0 to 4294967295, got “x”",
      zh: "错误：--seed 应为 0 到 4294967295 之间的整数，收到的是“x”")
    try check(
      ["demo", "C1W2", "--learning-rate=nan"],
      "error: --learning-rate expects a number, got “nan”",
      zh: "错误：--learning-rate 应为一个数，收到的是“nan”")
    try check(
      ["grade", "x", "--out", "y", "--hidden-results", "withold"],
      "error: --hidden-results expects shown, summarized or withheld, got “withold”; did you mean “withheld”?",
      zh: "错误：--hidden-results 应为 shown、summarized 或 withheld，收到的是“withold”，是不是想输入“withheld”？")
    try check(
      ["grade", "x", "--out", "y", "--hidden", "a", "--judge", "b"],
      "error: --hidden and --judge cannot be used together", zh: "错误：--hidden 和 --judge 不能同时使用")
    try check(
      ["grade", "x"],
      "error: missing option --out RESULTS\nusage: course grade [SUBMISSIONS…] [options]",
      zh: "错误：缺少选项：--out 成绩\n用法：course grade [提交…] [选项]")
    try check(
      ["completion", "tcsh"], "error: there is no shell “tcsh”; there are bash, zsh, fish",
      zh: "错误：没有“tcsh”这种 shell 的补全脚本，可用的有 bash、zsh、fish")
  }

  func testQuizzes() throws {
    try check(
      ["quiz", "C1W22"], "error: there is no quiz “C1W22”; did you mean “C1W2”?",
      zh: "错误：没有“C1W22”这个测验，是不是想输入“C1W2”？", code: 64)
    try check(
      ["quiz", "chekc"], "error: there is no quiz “chekc”; did you mean “check”?",
      zh: "错误：没有“chekc”这个测验，是不是想输入“check”？")
    try check(
      ["quiz", "my.md"],
      "error: a quiz is named by its id, as in course quiz C1W2; a folder of your own goes to --banks",
      zh: "错误：测验用编号指定，如 course quiz C1W2；自己的题库目录用 --banks 给出")
    try check(
      ["quiz", "C1W2", "C1W3"],
      "error: unexpected argument “C1W3”\nusage: course quiz [QUIZ] [options]\n       course quiz COMMAND …",
      zh: "错误：多余的参数“C1W3”\n用法：course quiz [测验] [选项]\n      course quiz 命令 …")
    try check(
      ["quiz", "C1W2", "--time-limit", "soon"],
      "error: --time-limit expects minutes, as in 30, 90s or 1h, got “soon”",
      zh: "错误：--time-limit 应为时长，如 30（分钟）、90s 或 1h，收到的是“soon”")
    try check(
      ["quiz", "export", "C1W2"],
      "error: missing option --format FORMAT\nusage: course quiz export QUIZ|FILE [options]",
      zh: "错误：缺少选项：--format 格式\n用法：course quiz export 测验|文件 [选项]")
    try check(
      ["quiz", "export", "C1W2", "--format", "gift", "--without-answers"],
      "error: the format gift cannot hold questions without answers: use markdown or json",
      zh: "错误：格式 gift 必须带答案；不带答案时请用 markdown 或 json")
    try check(
      ["quiz", "--banks", "/nowhere"], "error: there is no folder /nowhere",
      zh: "错误：找不到文件夹 /nowhere", code: 66)
    try check(
      ["quiz", "export", "C1W2", "--format", "qti21", "--out", "quiz.xml"],
      "error: the format qti21 is several files: name a package with --out FILE.zip",
      zh: "错误：格式 qti21 由多个文件组成：请用 --out 文件.zip 指定打包文件")
    try check(
      ["quiz", "C1W2", "--until-right", "--retry-missed"],
      "error: --until-right and --retry-missed cannot be used together",
      zh: "错误：--until-right 和 --retry-missed 不能同时使用")
    try check(
      ["quiz", "C1W2", "--exam", "--retry-missed"],
      "error: --exam and --retry-missed cannot be used together",
      zh: "错误：--exam 和 --retry-missed 不能同时使用")
    try check(
      ["quiz", "export", "C1W2", "--keyless", "--seed", "1", "--seeds", "3"],
      "error: --keyless and --seeds cannot be used together",
      zh: "错误：--keyless 和 --seeds 不能同时使用")
    try check(
      ["quiz", "results", "/nowhere/x.json"], "error: /nowhere/x.json: cannot be read",
      zh: "错误：/nowhere/x.json: 无法读取", code: 66)
    try check(
      ["quiz", "export", "C1W2", "--format", "json", "--out", "/nowhere/x"],
      "error: cannot write /nowhere/x: there is no such folder",
      zh: "错误：无法写入 /nowhere/x：文件夹不存在", code: 73)
  }

  func testImports() throws {
    try check(
      ["quiz", "import", "/nowhere"], "error: there is no file /nowhere",
      zh: "错误：找不到 /nowhere", code: 66)
    try check(
      ["quiz", "import", "/dev/null"],
      "error: /dev/null is in none of the formats that are read: GIFT, Moodle XML, QTI 1.2 or 2.1",
      zh: "错误：/dev/null：不是可读取的格式：支持 GIFT、Moodle XML、QTI 1.2 和 2.1", code: 65)
    try check(
      ["quiz", "import", "/dev/null", "--out", "bank.md"],
      "error: a bank's name states its id and language: name it like C1W2-Basics.en.md, not bank.md",
      zh: "错误：题库的文件名要写明编号和语言：请按 C1W2-Basics.zh.md 这样命名，而不是 bank.md")
  }

  func testUnwritableFilesAreReported() throws {
    for words in [
      ["demo", "C1W2", "--out", "/dev/null/x"], ["autograder", "classroom", "/dev/null/x"],
      ["autograder", "gradescope", "/dev/null/x"],
    ] {
      let answer = try StartedProgram(words, language: "en").answer()
      XCTAssertTrue(
        answer.complaint.hasPrefix("error: cannot write /dev/null/x: "), answer.complaint)
      XCTAssertEqual(answer.code, 73)
    }
  }

  func testMissingFilesAreReported() throws {
    try check(
      ["grade", "/nowhere", "--out", "/nowhere"], "error: there is no /nowhere",
      zh: "错误：找不到 /nowhere",
      code: 66)
    try check(
      ["similarity", "/nowhere"], "error: there is no /nowhere", zh: "错误：找不到 /nowhere", code: 66)
  }
}
