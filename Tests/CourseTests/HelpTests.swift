import Commands
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import course

/// Tests the help of every command.
final class HelpTests: FrameworkTestCase {
  private func help(_ words: [String], language: String) throws -> String {
    let answer = try StartedProgram(words, language: language).answer()
    XCTAssertEqual(answer.code, 0, words.joined(separator: " "))
    XCTAssertEqual(answer.complaint, "")
    return answer.output
  }

  /// The paths of all commands, such as `quiz` and `quiz check`.
  private var paths: [[String]] {
    CourseCommand.root.subcommands.flatMap { command in
      [[command.name]] + command.subcommands.map { [command.name, $0.name] }
    }
  }

  func testEveryHelpFitsEightyColumnsInBothLanguages() throws {
    XCTAssertGreaterThan(paths.count, 15)
    for words in [[]] + paths {
      for language in ["en", "zh"] {
        let text = try help(["help"] + words, language: language)
        for line in text.split(separator: "\n") {
          XCTAssertLessThanOrEqual(displayWidth(of: String(line)), 80, "\(words): \(line)")
        }
        XCTAssertEqual(
          try help(words + ["--help", "--lang", language], language: "en"), text,
          words.joined(separator: " "))
      }
    }
  }

  func testTheOverviewInEnglish() throws {
    XCTAssertEqual(
      try help(["help"], language: "en"),
      """
      A deep-learning course that you finish with swift test.

      usage: course
             course COMMAND …

      For learners:
        status    your progress in exercises and quizzes, and what to do next
        watch     check what you change, each time you save
        check     run the graded tests and say what is wrong and why
        try       call your function with your own input
        hint      the next hint for an exercise: a nudge, the formula, nearly the code
        solution  the course's solution and other right ways, once yours passes
        reset     restore an exercise's stub; what you wrote is kept in .course/backup
        demo      train with your functions and look at the result
        quiz      take a quiz, or list all of them with your progress

      For instructors:
        release     write the package that a class receives, without the solutions
        grade       grade what a class handed in
        autograder  write the autograder of Gradescope or GitHub Classroom
        similarity  find submissions that share more than the task explains

      For authors:
        new     create a week or an exercise
        assign  write the stubs of Exercises/ from Solutions/, and the lists of weeks
        verify  prove that the suites accept correct and reject wrong answers
        bench   time the course against NumPy on this machine

      For your shell:
        completion  print a script that lets Tab complete commands and names

      Options:
        --lang en|zh  the language; by default that of the locale
        --help        show how a command is used

      Without a command, it shows your progress.

      Exit codes:
        0    everything is done and correct
        1    something is not right yet
        64   the command line is invalid
        65   a file is faulty
        66   a file is missing
        70   an internal error
        73   a file cannot be written
        130  ended by Ctrl-C

      For more about a command: course help COMMAND

      """)
  }

  func testTheOverviewInChinese() throws {
    XCTAssertEqual(
      try help(["--help"], language: "zh"),
      """
      用 swift test 学完的深度学习课程。

      用法：course
            course 命令 …

      学习：
        status    当前进度：练习、测验和下一步
        watch     每次保存，自动检查你改过的函数
        check     运行评分测试，说明哪里不对、为什么不对
        try       用你自己的输入调用你写的函数
        hint      给出练习的下一条提示：先点拨，再给公式，最后接近代码
        solution  你的解法通过后，看看参考答案和其他正确写法
        reset     把练习恢复成空函数；你写的内容会保存在 .course/backup
        demo      用你写的函数训练一个模型，看看效果
        quiz      做测验；不写名字则列出测验和进度

      教学：
        release     生成发给学生的版本，其中不含参考答案
        grade       为全班的提交评分
        autograder  生成 Gradescope 或 GitHub Classroom 的自动评分包
        similarity  找出相同之处超出题目原因的提交

      编写课程：
        new     新建一周或一个练习
        assign  由 Solutions/ 生成 Exercises/ 里的空函数，并更新各处的周列表
        verify  证明测试能接受正确答案、拒绝错误答案
        bench   在这台机器上与 NumPy 比速度

      命令行：
        completion  输出 Tab 自动补全脚本

      选项：
        --lang en|zh  语言，默认随系统区域设置
        --help        显示用法

      不带命令时显示当前进度。

      退出码：
        0    全部完成且正确
        1    还有不对的地方
        64   命令行有误
        65   文件内容有误
        66   缺少文件
        70   内部错误
        73   文件无法写入
        130  被 Ctrl-C 中断

      查看某个命令的说明：course help 命令

      """)
  }

  func testACommandInBothLanguages() throws {
    XCTAssertEqual(
      try help(["hint", "--help"], language: "en"),
      """
      The next hint for an exercise: a nudge, the formula, nearly the code.

      usage: course hint EXERCISE [options]

      Options:
        --again       begin with the first hint
        --lang en|zh  the language; by default that of the locale
        --help        show how a command is used

      """)
    XCTAssertEqual(
      try help(["help", "check", "--lang=zh"], language: "en"),
      """
      运行评分测试，说明哪里不对、为什么不对。

      用法：course check [周|练习] [选项]

      选项：
        --all         显示每个失败的完整说明
        --lang en|zh  语言，默认随系统区域设置
        --help        显示用法

      """)
  }
}
