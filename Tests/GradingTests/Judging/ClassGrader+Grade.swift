import Intake
import Processes

@testable import Grading

extension ClassGrader {
  /// Grades submissions that no journal keeps, in their order.
  func grade(_ submissions: [Submission]) throws -> [SubmissionResult] {
    let results = Locked<[Int: SubmissionResult]>([:])
    try work(submissions.count) { grader, index in
      guard let result = grader.grade(submissions[index]) else { return }
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in results.sorted { $0.key < $1.key }.map(\.value) }
  }
}
