import Foundation
import GradedTesting
import Grading
import Intake
import XCTest

final class ModelTests: FrameworkTestCase {
  func testResultSurvivesTheJournal() throws {
    let result = SubmissionResult(
      student: Student(id: "7", name: "李 Ana"), attempt: 2, submitted: nil, digest: "00ff",
      release: nil, refusals: [Refusal(name: "a", reason: "a link")],
      weeks: [WeekResult(week: "C1W2", isHandedIn: true, diagnostics: [], tests: [])], seconds: 1.5)
    let line = try JSONEncoder().encode(result)
    XCTAssertEqual(try JSONDecoder().decode(SubmissionResult.self, from: line), result)
  }
}
