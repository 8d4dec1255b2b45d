import Commands
import Coursework
import Files
import Foundation
import Text

/// `course hint EXERCISE`: shows the next of an exercise's hints.
enum HintCommand {
  static var command: Command {
    Command(
      "hint",
      Phrase(
        "the next hint for an exercise: a nudge, the formula, nearly the code",
        zh: "给出练习的下一条提示：先点拨，再给公式，最后接近代码"),
      arguments: [.exercise],
      options: [
        Option("--again", Phrase("begin with the first hint", zh: "从第一条提示重新开始"))
      ],
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let (week, exercise) = try Selection.exercise(invocation.operands[0])
    let hint = try next(for: exercise.info, of: week, again: invocation.has("--again"))
    print(Console.paint(hint.title(.current), .bold))
    print(Console.wrapped(hint.text))
    if !hint.isLast {
      print(
        Phrase(
          "More: swift run course hint \(exercise.info.id)",
          zh: "还想看下一条：swift run course hint \(exercise.info.id)")(.current))
    }
    return .success
  }

  /// One of an exercise's hints.
  struct Hint {
    let exercise: String
    /// The index of the hint, from 0.
    let step: Int
    let count: Int
    let text: String

    var isLast: Bool { step + 1 == count }

    func title(_ language: Language) -> String {
      Phrase(
        "\(exercise), hint \(step + 1) of \(count)",
        zh: "\(exercise)，第 \(step + 1) 条提示，共 \(count) 条")(language)
    }
  }

  /// Returns the first hint that the learner has not seen, or the last one, and marks it as seen.
  static func next(for info: ExerciseInfo, of week: Week, again: Bool = false) throws -> Hint {
    let hints = try hints(for: info, of: week)
    let file = RunEnvironment.current.package.appending(path: ".course/hints.json")
    var shown =
      (try? JSONDecoder().decode([String: Int].self, from: Data(contentsOf: file))) ?? [:]
    let step = again ? 0 : min(max(0, shown[info.id] ?? 0), hints.count - 1)
    shown[info.id] = step + 1
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try JSONEncoder.ordered(.prettyPrinted).encode(shown).write(to: file, options: .atomic)
    return Hint(exercise: info.id, step: step, count: hints.count, text: hints[step])
  }

  /// - Throws: `CommandError.data`, which names the invalid line of the file.
  private static func hints(for info: ExerciseInfo, of week: Week) throws -> [String] {
    do {
      let hints = try Hints(of: week, in: RunEnvironment.current.package, .current)
      guard hints(for: info.name).isEmpty else { return hints(for: info.name) }
      throw HintsError(file: Hints.path(of: week.id, .current), line: nil, .noLadder(info.name))
    } catch let error as HintsError {
      throw CommandError.data(error.phrase)
    }
  }
}
