import Commands
import Coursework
import Foundation
import Text

/// `course solution EXERCISE`: shows the reference and alternative solutions, once the learner's
/// own passes.
enum SolutionCommand {
  #if RELEASE
    static var command: Command {
      .absent(
        "solution",
        Phrase(
          "this is a release for a class, without the solutions; your instructor has them",
          zh: "这是发给学生的版本，里面没有参考答案；参考答案在教师手里"))
    }
  #else
    static var command: Command {
      Command(
        "solution",
        Phrase(
          "the course's solution and other right ways, once yours passes",
          zh: "你的解法通过后，看看参考答案和其他正确写法"),
        arguments: [.exercise], action: run)
    }

    private static func run(_ invocation: Invocation) throws -> ExitCode {
      let language = invocation.language
      let (week, exercise) = try Selection.exercise(invocation.operands[0])
      switch try ExerciseCheck(exercises: [exercise]).run() {
      case .refused(let lines):
        CheckCommand.report(refusal: lines)
        return .failure
      case .checked(let records):
        let passed = records.count { $0.verdict == .passed }
        guard passed == records.count, passed > 0 else {
          let id = exercise.info.id
          print(
            Console.wrapped(
              Phrase(
                "\(id) does not pass yet (\(passed) of \(records.count) tests): its solution is shown once it does",
                zh: "\(id) 还没有通过（通过 \(passed) 项，共 \(records.count) 项测试）：通过之后才会显示参考答案")(language)))
          print("swift run course check \(id)")
          return .failure
        }
      }
      try show(SolutionText(of: exercise.info, week, in: RunEnvironment.current.package), language)
      show(try Host.reference.variants().misconceptions[exercise.info.id] ?? [], language)
      return .success
    }

    private static func show(_ solution: SolutionText, _ language: Language) {
      print(Console.paint(Phrase("The course's solution", zh: "参考答案")(language), .bold))
      print("  " + solution.place)
      print("")
      print(indented(solution.function))
      guard !solution.alternatives.isEmpty else { return }
      print("")
      print(Console.paint(Phrase("Other right ways", zh: "其他正确的写法")(language), .bold))
      for alternative in solution.alternatives {
        print("")
        print(indented(alternative))
      }
    }

    private static func show(_ mistakes: [Misconception], _ language: Language) {
      guard !mistakes.isEmpty else { return }
      print("")
      print(
        Console.paint(
          Phrase("What others get wrong here", zh: "别人在这里常犯的错误")(language), .bold))
      for mistake in mistakes { print(Console.wrapped("  - \(mistake.sentence(language))")) }
    }

    private static func indented(_ lines: [String]) -> String {
      lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    }
  #endif
}
