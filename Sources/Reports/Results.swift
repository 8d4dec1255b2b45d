public import Coursework
public import Files
public import Foundation
public import Gradebooks
public import Grading
public import Intake
public import Syllabus
public import Text

/// All output for a graded class: gradebook, records, pages, exports.
///
/// ```swift
/// try Results(info, submissions: submissions, policy: policy, roster: roster)
///   .write(to: folder)
/// ```
public struct Results {
  /// The gradebook that was written.
  public let gradebook: Gradebook
  /// Sentences that tell the instructor on what the marks rest.
  public let remarks: [String]
  let info: ClassInfo
  let submissions: any Sequence<SubmissionResult>
  let policy: Policy
  let course: [Week]
  let roster: Roster?
  let language: Language
  let hidden: HiddenTests
  /// The instructor's choices about the files.
  let options: Options

  /// Choices about how files are written.
  public struct Options: Sendable {
    /// The columns of the roster's table that receive marks; nil where there is none to fill.
    public var columns: PlatformColumns?
    /// How `gradebook.csv` separates fields and writes decimals.
    public var csv = CSV.Style.international
    /// The hand-ins by student, under their top-level names in SUBMISSIONS, for feedback that is
    /// returned to the platform.
    public var handIns: [String: [String]] = [:]

    /// Creates the default options.
    public init() {}
  }

  /// Computes the gradebook of a class.
  ///
  /// - Parameters:
  ///   - info: the class without its submissions.
  ///   - submissions: the results, sorted by student, then attempt; iterated several times, so they
  ///     may be the lines of a journal.
  ///   - policy: the rules of the class.
  ///   - roster: the students of the class, where known.
  ///   - language: the language of the results.
  ///   - hidden: how much students see of hidden tests.
  ///   - options: choices about the files.
  ///   - course: the weeks of the course.
  public init(
    _ info: ClassInfo, submissions: some Sequence<SubmissionResult>,
    policy: Policy = Policy(), roster: Roster? = nil, language: Language = .current,
    hidden: HiddenTests = .summarized, options: Options = Options(), course: [Week] = Course.weeks
  ) {
    self.info = info
    self.submissions = submissions
    self.policy = policy
    self.course = course
    self.roster = roster
    self.language = language
    self.hidden = hidden
    self.options = options
    let attempts = submissions.map(Attempt.init)
    remarks = policy.remarks(on: attempts, of: info.weeks).map { $0(language) }
    var known = Gradebook.Class()
    known.missing = info.missing
    known.expected = info.expected
    known.ungraded = info.ungraded
    known.unmatched = info.unmatched
    if let roster {
      known.sections = Dictionary(
        roster.students.map { ($0.id, roster.section(of: $0)) }
      ) { first, _ in first }
    }
    gradebook = Gradebook(
      release: info.release, versions: info.versions, weeks: info.weeks,
      attempts: attempts, class: known, policy: policy, course: course)
  }

  /// Writes all files into a folder, creating it if necessary.
  ///
  /// One student's attempts are in memory at a time. `exports/` contains the requested formats that
  /// this class supports, and nothing of an earlier run.
  ///
  /// The page of anyone who is no longer in the class, or whose marks are withheld, is removed.
  ///
  /// - Parameters:
  ///   - folder: the folder of the results.
  ///   - exports: the additional formats to write.
  ///   - isWhole: false while the class is being graded: `gradebook.json`, with which a later
  ///     grading is compared, then remains that of the last complete one.
  /// - Throws: any error of Foundation in writing to the folder.
  public func write(
    to folder: URL, exports: Set<ExportFormat> = [.platform], isWhole: Bool = true
  ) throws {
    let pages = folder.appending(path: "students")
    let exportFolder = folder.appending(path: "exports")
    let perStudent = exports.filter(\.isPerStudent).sorted { $0.rawValue < $1.rawValue }
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    removeExports(in: exportFolder)
    try write(
      gradebook.csv(language, style: options.csv), to: folder.appending(path: "gradebook.csv"))
    let encoder = JSONEncoder.ordered()
    if isWhole {
      try encoder.encode(gradebook)
        .write(to: folder.appending(path: "gradebook.json"), options: .atomic)
    }
    let lines = try StreamedFile(folder.appending(path: "results.jsonl"))
    let context = PageContext(
      language: language, hidden: hidden, zone: policy.zone, course: course,
      misconceptions: info.misconceptions)
    let names = PageNames(gradebook.rows.map(\.student.id))
    var statistics = ClassStatistics()
    var handIns = HandInTable(context)
    var written: Set<String> = []
    var feedback = FeedbackFiles(roster: roster, options: options)
    try forEachStudent { row, attempts in
      for line in attempts.flatMap(TestLine.all) {
        try lines.write(encoder.line(line))
      }
      handIns.add(ClassPage.link(row, names), attempts)
      if !row.isWithdrawn { statistics.add(row, gradebook, attempts) }
      guard !row.isWithdrawn, !row.isHeld else { return }
      let name = names[row.student.id]
      written.insert("\(name).html")
      let shown = attempts.map { $0.telling(policy.feedback) }
      let page = StudentPage(row: row, gradebook: gradebook, attempts: shown, context: context)
      try RenewableFile.write(
        Data(page.html.utf8), to: pages.appending(path: "\(name).html"))
      let student = GradedStudent(
        row: row, gradebook: gradebook, attempts: shown, context: context)
      for format in perStudent {
        try format.write(student, to: exportFolder.appending(path: format.rawValue), named: name)
      }
      if exports.contains(.feedback) { feedback.add(student, page: page.html) }
    }
    try lines.finish()
    try removePages(in: pages, except: written)
    if exports.contains(.feedback) { try feedback.write(to: exportFolder) }
    let page = ClassPage(
      gradebook: gradebook, info: info, remarks: remarks, statistics: statistics, handIns: handIns,
      policyProblems: policy.problems(inClassOf: gradebook.rows.map(\.student)), names: names,
      context: context)
    try write(page.html, to: folder.appending(path: "class.html"))
    if let roster, let columns = options.columns, exports.contains(.platform),
      let csv = PlatformImport(gradebook, roster: roster, columns: columns, course: course).csv
    {
      try FileManager.default.createDirectory(at: exportFolder, withIntermediateDirectories: true)
      try write(csv, to: exportFolder.appending(path: "\(roster.kind.rawValue).csv"))
    }
  }

  /// Removes exports of an earlier run, whose marks may no longer be known.
  private func removeExports(in folder: URL) {
    let kinds = [Roster.Kind.canvas, .moodle, .blackboard, .brightspace]
    let tables = kinds.map { "\($0.rawValue).csv" }
    for name in ExportFormat.allCases.map(\.rawValue) + tables + FeedbackFiles.names {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
    // Succeeds only if the folder is empty.
    rmdir(folder.path)
  }

  /// Removes the pages not written by this run, which might otherwise be sent out with the folder.
  private func removePages(in folder: URL, except written: Set<String>) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".html") && !written.contains(name) {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  private func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  /// Visits the rows with the attempts of each, including rows without any.
  private func forEachStudent(
    _ body: (Gradebook.Row, [SubmissionResult]) throws -> Void
  ) throws {
    var rows: [String: Gradebook.Row] = [:]
    for row in gradebook.rows { rows[row.student.id] = row }
    var attempts: [SubmissionResult] = []
    func finish() throws {
      defer { attempts = [] }
      guard let id = attempts.first?.student.id, let row = rows.removeValue(forKey: id) else {
        return
      }
      try body(row, attempts)
    }
    for submission in submissions {
      if submission.student.id != attempts.first?.student.id { try finish() }
      attempts.append(submission)
    }
    try finish()
    for row in rows.values.sorted(by: { $0.student < $1.student }) { try body(row, []) }
  }
}

/// How much students see of the tests that an instructor added.
public enum HiddenTests: String, Sendable, CaseIterable {
  /// Everything, as for all tests.
  case shown
  /// Only how many passed.
  case summarized
  /// Only that there are some.
  case withheld
}
