import Commands
import Coursework
import Foundation
import Syllabus
import Terminals
import Text

/// `course watch [WEEK|EXERCISE]`: checks the changed function whenever a file is saved.
enum WatchCommand {
  static var command: Command {
    Command(
      "watch",
      Phrase("check what you change, each time you save", zh: "每次保存，自动检查你改过的函数"),
      arguments: [.weekOrExercise],
      options: [
        Option("--plain", Phrase("lines instead of a screen", zh: "逐行输出，不占用整个屏幕"))
      ],
      details: Phrase(
        """
        Keys:
          h  the next hint        l  the list of the week
          n  the next exercise    d  the demo of the week
          a  check the week       q  quit
        """,
        zh: """
          按键：
            h  下一条提示      l  本周练习列表
            n  下一个练习      d  本周演示
            a  检查本周全部    q  退出
          """),
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let language = invocation.language
    let word = invocation.operands.first
    let chosen = try Selection.exercises(word)
    let named = Set(chosen.map(\.info.week))
    let weeks = Course.weeks.filter { word == nil || named.contains($0.id) }
    if let lines = try ExerciseCheck.prepareJudge() {
      CheckCommand.report(refusal: lines)
      return .failure
    }
    let watching = Watching(
      weeks, beginning: chosen.count == 1 ? chosen[0] : nil, suites: try ExerciseCheck.Suites(),
      in: RunEnvironment.current.package, language)
    if !invocation.has("--plain"),
      Terminal.isUsable(variables: ProcessInfo.processInfo.environment)
    {
      var screen = WatchScreen(watching, language)
      if let code = screen.run() { return code }
    }
    var lines = WatchLines(watching, language)
    return lines.run()
  }
}
