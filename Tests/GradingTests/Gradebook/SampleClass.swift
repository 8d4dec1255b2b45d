import Foundation
import Tensors
import Text

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// A course small enough for marks by hand: W1 with a (4 points) and b (6), W2 with c (10), W3 with
/// d (20).
///
/// Every point is a test of its own.
enum Sample {
  static let weeks = [
    week("W1", [("a", 4), ("b", 6)]), week("W2", [("c", 10)]), week("W3", [("d", 20)]),
  ]

  struct PlainExercise: AnyExercise {
    let info: ExerciseInfo
    let dependencies: [any AnyExercise] = []
    func sampleArguments(_ random: inout RandomState) throws -> [Value] { [] }
  }

  static func week(_ id: String, _ exercises: [(name: String, points: Double)]) -> Week {
    Week(
      id, module: "Sample\(id)", title: Phrase("Sample \(id)", zh: "样例 \(id)"),
      exercises: exercises.map { name, points in
        PlainExercise(
          info: ExerciseInfo(
            name: name, week: id, parameters: [], points: points, dependsOn: [], timeLimit: 1,
            tolerance: .standard, untouched: nil))
      })
  }

  /// The result of an attempt that passes so many tests of each exercise; a week without any of its
  /// exercises was not handed in.
  static func attempt(
    _ student: String, number: Int = 1, at submitted: String? = nil, passing passed: [String: Int],
    weeks: [Week] = Sample.weeks, release: String? = nil, fault: String? = nil,
    failing verdict: Verdict = .wrong, message: String = "expected 1, got 2",
    refusals: [Refusal] = [], handIn: HandIn? = nil
  ) -> SubmissionResult {
    SubmissionResult(
      student: Student(id: student, name: student.capitalized), attempt: number,
      submitted: submitted.map(date) ?? handIn?.time.date, digest: "00", release: release,
      refusals: refusals,
      weeks: weeks.map { week in
        let exercises = week.exercises.map(\.info)
        let isHandedIn = exercises.contains { passed[$0.name] != nil }
        return WeekResult(
          week: week.id, isHandedIn: isHandedIn, diagnostics: [],
          tests: exercises.flatMap { info in
            (0..<Int(info.points)).map { index in
              let isPassed = index < passed[info.name] ?? 0
              let finding = TestOutcome(
                verdict: isPassed ? .passed : isHandedIn ? verdict : .notStarted,
                message: isPassed ? "" : message,
                misconception: isPassed || !isHandedIn ? nil : "off-by-one")
              return TestResult(
                record: Record(
                  of: info, test: "test\(index + 1)", finding: finding, possible: 1,
                  seconds: 0.25),
                memory: 1 << 20, isHidden: false)
            }
          })
      }, fault: fault, seconds: 1, handIn: handIn)
  }

  /// The mistake that every wrong answer of the sample makes, by exercise.
  static let misconceptions = Dictionary(
    uniqueKeysWithValues: weeks.flatMap(\.exercises).map {
      (
        $0.info.id,
        [Misconception("off-by-one", "This counts from 1.", zh: "这里是从 1 开始数的。")]
      )
    })

  static func classInfo(
    weeks: [String] = ["W1", "W2", "W3"], missing: [Student] = []
  ) -> ClassInfo {
    ClassInfo(
      release: "r1", weeks: weeks, seed: 7, sandbox: ["no sandbox"], missing: missing,
      misconceptions: misconceptions)
  }

  static func gradebook(
    _ submissions: [SubmissionResult], _ policy: Policy = Policy(),
    weeks: [String] = ["W1", "W2", "W3"], missing: [Student] = []
  ) -> Gradebook {
    Gradebook(
      classInfo(weeks: weeks, missing: missing), attempts: submissions.map(Attempt.init),
      policy: policy, course: Sample.weeks)
  }

  static func date(_ text: String) -> Date {
    // Foundation's own reader, not the one of policies.
    ISO8601DateFormatter().date(from: text) ?? .distantPast
  }
}
