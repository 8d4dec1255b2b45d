import Commands
import Coursework
import Foundation
import Quizzing
import Text

/// The command `course` and its subcommands.
enum CourseCommand {
  static var program: Program {
    Program(root, say: { print($0) }, complain: Console.complain)
  }

  static var root: Command {
    Command(
      "course",
      Phrase(
        "a deep-learning course that you finish with swift test", zh: "用 swift test 学完的深度学习课程"),
      groups: groups,
      details: Phrase(
        """
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
        """,
        zh: """
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
          """),
      action: StatusCommand.run)
  }

  private static var groups: [CommandGroup] {
    [
      CommandGroup(
        Phrase("For learners", zh: "学习"),
        [
          StatusCommand.command, WatchCommand.command, CheckCommand.command, TryCommand.command,
          HintCommand.command, SolutionCommand.command, ResetCommand.command,
          DemoCommand.command,
          QuizCommand.command(
            QuizEnvironment(variables: ProcessInfo.processInfo.environment)),
        ])
    ] + instructorGroups + [
      CommandGroup(Phrase("For your shell", zh: "命令行"), [CompletionCommand.command])
    ]
  }
}

#if RELEASE
  /// A release lacks the solutions; each command that needs them says so.
  private var instructorGroups: [CommandGroup] {
    let names = [
      "new", "assign", "verify", "bench", "release", "grade", "autograder", "similarity",
    ]
    let commands = names.map { name in
      Command.absent(
        name,
        Phrase(
          "this is a release for a class: course \(name) needs the solutions, which your instructor has",
          zh: "这是发给学生的版本：course \(name) 需要参考答案，只有教师手里的完整课程才能运行"))
    }
    return [CommandGroup(Phrase("For instructors", zh: "教学"), commands)]
  }
#endif
