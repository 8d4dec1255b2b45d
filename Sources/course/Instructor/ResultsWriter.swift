import Foundation
import Gradebooks
import Grading
import Intake
import Reports
import Text

/// Writes the results of a class as `course grade` was told to, even when it is only partly graded.
struct ResultsWriter: Sendable {
  private let order: GradeOptions
  private let policy: Policy
  private let reader: SubmissionReader
  /// The gradebook of the previous run, if this one regrades.
  private let earlier: Gradebook?

  /// Reads the existing results before anything overwrites them.
  init(_ order: GradeOptions, _ policy: Policy, _ reader: SubmissionReader, isRegrade: Bool) {
    self.order = order
    self.policy = policy
    self.reader = reader
    earlier = isRegrade ? Gradebook(keptIn: order.results) : nil
  }

  /// Writes the gradebook, pages and exports; for a partly graded class no exports, since only
  /// complete ones should be imported.
  ///
  /// - Parameter outcome: the class as far as it is graded.
  /// - Returns: the gradebook that was written, and the remarks on it.
  /// - Throws: any error of Foundation in writing to the folder.
  @discardableResult
  func write(
    _ outcome: ClassRun.Outcome
  ) throws -> (gradebook: Gradebook, remarks: [String]) {
    let exports = outcome.isComplete ? order.exports : []
    var options = Results.Options()
    options.columns = order.columns
    options.csv = order.csv
    if exports.contains(.feedback) { options.handIns = reader.handIns }
    let results = Results(
      outcome.info, submissions: outcome.submissions, policy: policy, roster: order.roster,
      language: order.language, hidden: order.hidden, options: options)
    try results.write(to: order.results, exports: exports, isWhole: outcome.isComplete)
    return (results.gradebook, results.remarks)
  }

  /// Writes the results of the whole class, and prints what a person should look at.
  func finish(_ outcome: ClassRun.Outcome) throws {
    let (gradebook, remarks) = try write(outcome)
    if let earlier {
      Console.say(Regrade.changes(from: earlier, to: gradebook).text(order.language))
    }
    (outcome.info.remarks + remarks).forEach(Console.say)
    gradebook.releaseRemark(order.language).map(Console.say)
    let open = gradebook.rows.count { $0.flags.contains(where: \.isUrgent) }
    guard open > 0 else { return }
    Console.say(
      Phrase(
        "\(open) of \(gradebook.rows.count) students need your attention: the class page "
          + "and the gradebook's flags say why, and how to resolve it",
        zh: "有 \(open) 名学生（共 \(gradebook.rows.count) 名）需要您查看：班级页面和成绩册的 flags 列写明了原因和处理办法")(
          order.language))
  }
}

extension Gradebook {
  /// Reads the gradebook that an earlier run left in a folder.
  fileprivate init?(keptIn folder: URL) {
    guard let data = try? Data(contentsOf: folder.appending(path: "gradebook.json")),
      let kept = try? JSONDecoder().decode(Gradebook.self, from: data)
    else { return nil }
    self = kept
  }
}
