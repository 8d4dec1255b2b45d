public import Coursework
import Text
public import XCTest

/// The tests of one exercise.
///
/// A subclass names its exercise and contains one test method for each property. Each method states
/// how many of the exercise's points it is worth; together they are worth all of them, as `course
/// verify` proves.
///
/// ```swift
/// final class SigmoidTests: GradedTestCase {
///   override class var exercise: any AnyExercise { C1W2.sigmoid }
///
///   func testZeroGivesOneHalf() throws {
///     try grade(2) {
///       try expect(C1W2.sigmoid(Tensor(0)), equals: Tensor(0.5))
///     }
///   }
/// }
/// ```
open class GradedTestCase: XCTestCase {
  /// The exercise that this class grades.
  open class var exercise: any AnyExercise {
    fatalError("\(Self.self) does not say which exercise it grades: override `exercise`")
  }

  /// Judges the body and records one verdict, or one for each mutation if there are several.
  ///
  /// - Parameters:
  ///   - points: the points of the test.
  ///   - file: where a failure is reported.
  ///   - line: where a failure is reported.
  ///   - body: calls exercises, and throws at the first expectation that fails.
  /// - Throws: `XCTSkip` if the exercise is not started or blocked, and no other error.
  public func grade(
    _ points: Double, file: StaticString = #filePath, line: UInt = #line,
    _ body: () throws -> Void
  ) throws {
    if let only = RunEnvironment.current.only, !only.contains(Self.exercise.info.id) {
      throw XCTSkip(Phrase("not asked for", zh: "这次没有要求运行")(.current))
    }
    var skip: XCTSkip?
    for code in Host.underTest {
      switch judge(code, worth: points, body) {
      case .success(let finding):
        switch finding.verdict {
        case .passed: break
        case .notStarted, .blocked: skip = XCTSkip(finding.message)
        default: XCTFail("\n\(finding.message)", file: file, line: line)
        }
      case .failure(let failure):
        // A missing record makes the class's grader try again, whereas a record would be a mark.
        XCTFail("\(failure)", file: file, line: line)
      }
    }
    if let skip { throw skip }
  }

  /// A reason why a test has no record.
  private struct NoWorker: Error, CustomStringConvertible {
    let reason: String
    var description: String { "no worker: \(reason)" }
  }

  /// Judges the body once, and records its verdict.
  private func judge(
    _ code: CodeUnderTest, worth points: Double, _ body: () throws -> Void
  ) -> Result<TestOutcome, NoWorker> {
    let info = Self.exercise.info
    let isOfClass = RunEnvironment.current.launch != nil
    let start = ContinuousClock.now
    let finding = Host.$current.withValue(code.host) { Grader(Self.exercise).judge(body) }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if isOfClass, let reason = code.host.startFailure {
      try? RunEnvironment.current.records.map { try RecordFile($0).note(failure: reason) }
      return .failure(NoWorker(reason: reason))
    }
    Scoreboard.shared.add(
      Record(
        of: info, test: testName, finding: finding, possible: points, seconds: seconds,
        memory: isOfClass ? code.host.peakMemory : nil, mutation: code.mutation))
    return .success(finding)
  }

  /// The method's name, as in `-[SigmoidTests testZeroGivesOneHalf]` or
  /// `SigmoidTests.testZeroGivesOneHalf`.
  private var testName: String {
    String(name.split(whereSeparator: { ". ]".contains($0) }).last ?? "")
  }

  open override class func setUp() {
    super.setUp()
    RunLoopTicker.begin()
    Scoreboard.shared.observe()
  }
}
