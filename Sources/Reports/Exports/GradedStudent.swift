import Coursework
import Files
import Gradebooks
import Grading
import Text

/// A student as seen by exports: the marks, and for every week the attempt that counts.
struct GradedStudent {
  let row: Gradebook.Row
  let gradebook: Gradebook
  let attempts: [SubmissionResult]
  let context: PageContext

  /// A test of an attempt that counts, with its exercise's number in the course.
  struct Test {
    let result: TestResult
    /// The number of its exercise in the course, from 1.
    let exercise: Int
    /// The points that it is worth under the policy.
    let points: Double
    let possible: Double

    /// The title of the test, such as `C1W2.sigmoid: zero gives one half`.
    var title: String {
      Visible.line("\(result.record.exerciseID): \(StudentPage.sentence(result.record.test))")
    }
  }

  /// Returns the week's result in the attempt that counts.
  func result(of week: String) -> WeekResult? {
    attempts.week(week, ofAttempt: row.weeks.first { $0.week == week }?.attempt)
  }

  /// Returns every test of a week, with its points under the policy.
  func tests(of week: Gradebook.WeekColumn) -> [Test] {
    guard let result = result(of: week.id) else { return [] }
    let before = gradebook.weeks.prefix { $0.id != week.id }.reduce(0) { $0 + $1.exercises.count }
    // A week may be worth more or less than its exercises together.
    let parts = week.exercises.reduce(0) { $0 + ($1.isExtraCredit ? 0 : $1.possible) }
    let weekScale = parts > 0 ? week.possible / parts : 0
    return week.exercises.enumerated().flatMap { index, exercise in
      let tests = result.tests.filter { $0.record.exerciseID == exercise.id }
      let sum = tests.reduce(0) { $0 + $1.record.possible }
      let scale = sum > 0 ? exercise.possible / sum * weekScale : 0
      return tests.map { test in
        Test(
          result: test, exercise: before + index + 1, points: rounded(test.record.points * scale),
          possible: rounded(test.record.possible * scale))
      }
    }
  }

  var diagnostics: [PackageBuild.Diagnostic] {
    gradebook.weeks.flatMap { result(of: $0.id)?.diagnostics ?? [] }
  }

  /// The compiler's errors as lines of text.
  var complaintText: String {
    diagnostics.prefix(20).map { "\($0.place): \($0.message)" }.joined(separator: "\n")
  }
}

extension PackageBuild.Diagnostic {
  /// The location of the error, such as `Sigmoid.swift:12:5`.
  var place: String {
    "\(file.split(separator: "/").last.map(String.init) ?? file):\(line):\(column)"
  }
}
