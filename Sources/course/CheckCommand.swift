import Commands
import Coursework
import Foundation
import Syllabus
import Text

/// `course check [WEEK|EXERCISE]`: runs the graded tests and reports them in readable form.
enum CheckCommand {
  static var command: Command {
    Command(
      "check",
      Phrase(
        "run the graded tests and say what is wrong and why", zh: "运行评分测试，说明哪里不对、为什么不对"),
      arguments: [.weekOrExercise],
      options: [
        Option("--all", Phrase("the full message of every failure", zh: "显示每个失败的完整说明"))
      ],
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let exercises = try Selection.exercises(invocation.operands.first)
    let check = ExerciseCheck(exercises: exercises)
    switch try check.run() {
    case .refused(let lines):
      report(refusal: lines)
      return .failure
    case .checked(let records):
      let report = CheckReport(records, of: exercises, details: invocation.has("--all") ? .max : 1)
      print(report.text(.current))
      for line in check.worker.remarks(.current) { print(Console.wrapped(line)) }
      return report.isGood ? .success : .failure
    }
  }

  /// Prints the compiler's errors, with the first line in red.
  static func report(refusal lines: [String]) {
    print(Console.paint(lines[0], .red))
    for line in lines.dropFirst() { print(Console.wrapped(line)) }
  }
}
