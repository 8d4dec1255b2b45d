import Coursework
import Foundation
import Grading
import Intake

/// A line of `results.jsonl`: one test of one attempt.
///
/// An attempt that could not be graded adds a line with its `fault`, in which everything about a
/// test is null.
struct TestLine: Encodable {
  let student: String
  let attempt: Int
  let week: String?
  let exercise: String?
  let test: String?
  let verdict: Verdict?
  let points: Double?
  let possible: Double?
  let seconds: Double?
  let memory: Int?
  let misconception: String?
  let hidden: Bool?
  let message: String?
  let fault: String?

  static func all(of result: SubmissionResult) -> [TestLine] {
    let tests = result.weeks.flatMap(\.tests).map { test in
      TestLine(
        student: result.student.id, attempt: result.attempt, week: test.record.week,
        exercise: test.record.exercise, test: test.record.test, verdict: test.record.verdict,
        points: test.record.points, possible: test.record.possible, seconds: test.record.seconds,
        memory: test.memory, misconception: test.record.misconception, hidden: test.isHidden,
        message: test.record.message, fault: nil)
    }
    guard let fault = result.fault else { return tests }
    return tests + [
      TestLine(
        student: result.student.id, attempt: result.attempt, week: nil, exercise: nil, test: nil,
        verdict: nil, points: nil, possible: nil, seconds: nil, memory: nil, misconception: nil,
        hidden: nil, message: nil, fault: fault)
    ]
  }

  private enum CodingKeys: String, CodingKey {
    case student, attempt, week, exercise, test, verdict, points, possible, seconds, memory
    case misconception, hidden, message, fault
  }

  /// Encodes every key in every line, with null where there is no value.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(student, forKey: .student)
    try container.encode(attempt, forKey: .attempt)
    try container.encode(week, forKey: .week)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(test, forKey: .test)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(points, forKey: .points)
    try container.encode(possible, forKey: .possible)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(memory, forKey: .memory)
    try container.encode(misconception, forKey: .misconception)
    try container.encode(hidden, forKey: .hidden)
    try container.encode(message, forKey: .message)
    try container.encode(fault, forKey: .fault)
  }
}
