import Commands
import Coursework
import Foundation
import Gradebooks
import Grading
import Intake
import Sandboxes
import Syllabus
import Text

/// `course grade --merge RESULTS`: merges all shards into one class.
struct ShardMerge {
  private let shards: ClassShards
  private let kept: ShardOrder
  private let order: GradeOptions

  /// Reads the order given to the shards; further options, such as another policy, take precedence
  /// over it.
  ///
  /// - Throws: `ShardError.noShards`, or a problem with a file that is named.
  init(_ results: URL, _ invocation: Invocation) throws {
    shards = ClassShards(in: results)
    kept = try shards.order()
    // Relative paths refer to the folder where the shards were graded.
    guard FileManager.default.changeCurrentDirectoryPath(kept.folder) else {
      throw CommandError.noInput(
        Phrase(
          "the folder \(kept.folder), in which the shards were graded, does not exist",
          zh: "找不到评分片时所在的文件夹 \(kept.folder)"))
    }
    order = try GradeOptions(
      kept.invocation.merging(invocation).without(["--shard", "--retry", "--merge"]),
      results: results)
  }

  /// Merges what is graded, and writes the results if that is everything.
  ///
  /// - Throws: `ShardError.open` with the unfinished shards.
  func run() throws -> ExitCode {
    let start = ContinuousClock.now
    let reader = try SubmissionReader(
      order.submissions, weeks: Course.weeks, roster: order.roster, settings: order.settings)
    let selection = Selected(order, reader)
    let judge = try GradeCommand.judge(order, isShard: true)
    let secret = try ClassSecret(in: order.results)
    let sandbox = try shards.sandbox(weeks: order.weeks.map(\.id))
    let journal = try Journal(
      folder: order.results,
      header: Journal.Header(
        judge, weeks: order.weeks, secret: secret, language: order.language,
        sandbox: SandboxReport(inForce: sandbox, holes: [])))
    try shards.merge(into: journal)
    let outcome = try ClassRun(
      reading: reader, judge: judge, language: order.language, journal: journal,
      groups: order.groups, isSelected: selection.contains, isLeftOut: selection.leavesOut,
      isListed: selection.isListed
    ).run { _ in }
    let open = try shards.open(
      lacking: outcome.lacking, of: kept.count, besides: journal, command: kept.command)
    guard open.isEmpty else { throw ShardError.open(open) }
    try ResultsWriter(order, selection.policy, reader, isRegrade: journal.isRegrade)
      .finish(outcome)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    Console.say(GradeCommand.summary(outcome, seconds: seconds, order, merged: kept.count))
    return outcome.faults == 0 ? .success : .failure
  }

  /// Returns the message for a finished shard.
  static func summary(
    of shard: Shard, _ outcome: ClassRun.Outcome, seconds: Double, _ order: GradeOptions
  ) -> String {
    let place = order.results.path
    return Phrase(
      "shard \(shard): \(outcome.graded) submission\(outcome.graded == 1 ? "" : "s") graded in "
        + "\(Int(seconds)) s; when all are finished: course grade --merge \(place)",
      zh: "分片 \(shard)：用时 \(Int(seconds)) 秒，评完 \(outcome.graded) 份提交；全部分片完成后运行 "
        + "course grade --merge \(place)")(order.language)
  }
}
