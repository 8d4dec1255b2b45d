public import Coursework
public import Foundation

/// Everything that is written about a graded class: gradebook, records, pages, exports.
///
/// ```swift
/// try Results(classResult, policy: policy, roster: roster, language: .english, hidden: .summarized)
///   .write(to: folder)
/// ```
public struct Results {
  public let gradebook: Gradebook
  let heading: ClassResult
  let submissions: any Sequence<SubmissionResult>
  let policy: Policy
  let roster: Roster?
  let language: Language
  let hidden: HiddenTests

  /// Computes the gradebook of a class.
  public init(
    _ result: ClassResult, policy: Policy = Policy(), roster: Roster? = nil,
    language: Language = .current, hidden: HiddenTests = .summarized
  ) {
    self.init(
      result, submissions: result.submissions, policy: policy, roster: roster, language: language,
      hidden: hidden)
  }

  /// The same for submissions that do not fit in memory together, such as the lines of a journal.
  ///
  /// - Parameters:
  ///   - heading: the class without its submissions.
  ///   - submissions: sorted by student, then attempt; iterated several times.
  public init(
    _ heading: ClassResult, submissions: some Sequence<SubmissionResult>,
    policy: Policy = Policy(), roster: Roster? = nil, language: Language = .current,
    hidden: HiddenTests = .summarized
  ) {
    self.heading = heading
    self.submissions = submissions
    self.policy = policy
    self.roster = roster
    self.language = language
    self.hidden = hidden
    gradebook = Gradebook(
      release: heading.release, weeks: heading.weeks, attempts: submissions.map(Attempt.init),
      missing: heading.missing, policy: policy)
  }

  /// Writes all files into a folder, which is made if it is not there.
  ///
  /// - Throws: what Foundation throws when the folder cannot be written.
  public func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(gradebook.csv(language).utf8)
      .write(to: folder.appending(path: "gradebook.csv"), options: .atomic)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(gradebook)
      .write(to: folder.appending(path: "gradebook.json"), options: .atomic)
    let lines = try StreamedFile(folder.appending(path: "results.jsonl"))
    for submission in submissions {
      for line in TestLine.all(of: submission) {
        try lines.write(encoder.encode(line))
        try lines.write("\n")
      }
    }
    try lines.finish()
  }
}

/// What students see of the tests that an instructor added.
public enum HiddenTests: String, Sendable, CaseIterable {
  /// Everything, as of all tests.
  case shown
  /// How many passed.
  case summarized
  /// That there are some.
  case withheld
}
