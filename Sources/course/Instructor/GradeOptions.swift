import Commands
import Coursework
import Files
import Foundation
import Gradebooks
import Grading
import Intake
import Processes
import Releases
import Reports
import Syllabus
import Text

/// The options of `course grade`.
struct GradeOptions {
  let submissions: [URL]
  let results: URL
  let weeks: [Week]
  let roster: Roster?
  /// The columns of the roster's table that receive marks.
  let columns: PlatformColumns?
  let groups: Groups
  let policy: Policy
  let hiddenSuites: URL?
  /// An already built package that does the judging, in place of one built from this package.
  let judge: URL?
  let hidden: HiddenTests
  let jobs: Int
  let retry: String?
  /// The students to whom this run is limited, by any of their ids; empty for all.
  let only: [String]
  /// The students, or names of hand-ins, that this run leaves out.
  let skip: [String]
  let csv: CSV.Style
  let exports: Set<ExportFormat>
  let isTrusting: Bool
  let times: TimeTable?
  /// The shard to grade and the number of shards; nil for the whole class.
  let shards: ShardChoice?
  let language: Language

  /// Reads the options.
  ///
  /// - Parameters:
  ///   - options: the parsed command line.
  ///   - results: the folder of the results; that of `--out` by default.
  /// - Throws: `CommandError`, or a problem with a file that is named.
  init(_ options: Invocation, results: URL? = nil) throws {
    guard let out = results ?? options.file("--out") else {
      throw CommandError.missingOption(Phrase("--out RESULTS", zh: "--out 成绩"))
    }
    guard !options.operands.isEmpty else {
      throw CommandError.missingArgument(Argument.submissions.name)
    }
    submissions = options.operands.map(URL.init(fileURLWithPath:))
    self.results = out
    weeks = try Selection.weeks(options.text("--weeks"))
    let roster = try options.file("--roster").map(Roster.init(contentsOf:))
    self.roster = roster
    let weeks = self.weeks
    let choices = try options.value(
      "--assignment",
      Phrase("such as C1W2=222, a week that is graded and its column", zh: "形如 C1W2=222：要评的周和它的列")
    ) { AssignmentChoices($0, weeks: weeks) }
    columns = try roster.map {
      try PlatformColumns($0, weeks: weeks, choices: choices ?? AssignmentChoices())
    }
    groups = try Self.groups(options, roster)
    policy = try Self.policy(options, excuses: columns?.excuses ?? [])
    only = Self.list(options.text("--only"))
    skip = Self.list(options.text("--skip"))
    csv = try options.choice("--csv") ?? .international
    hiddenSuites = options.file("--hidden")
    judge = options.file("--judge")
    if hiddenSuites != nil, judge != nil { throw CommandError.conflict("--hidden", "--judge") }
    if let hiddenSuites { try HiddenSuites.check(hiddenSuites) }
    hidden = try options.choice("--hidden-results") ?? .summarized
    jobs = try options.integer("--jobs") ?? Self.jobs(ProcessInfo.processInfo.environment)
    shards = try options.value(
      "--shard", Phrase("a part such as 2/4, or auto/4", zh: "形如 2/4 的分片，或 auto/4")
    ) { ShardChoice($0) }
    retry = options.text("--retry")
    exports = try Self.exports(options.text("--export"))
    isTrusting = options.has("--trust-submissions")
    language = options.language
    let zone = policy.zone
    times = try options.file("--times").map { try TimeTable(contentsOf: $0, zone: zone) }
    for place in submissions
    where FileManager.default.fileExists(atPath: place.path) && Self.isInside(out, place) {
      throw IntakeError.resultsInside(results: out.path, submissions: place.path)
    }
  }

  /// Returns the number of jobs that keep busy the processors that Slurm has allotted, or else all
  /// of the machine.
  static func jobs(_ environment: [String: String]) -> Int {
    let given = ["SLURM_CPUS_PER_TASK", "SLURM_CPUS_ON_NODE"].lazy
      .compactMap { environment[$0].flatMap { Int($0) } }.first { $0 > 0 }
    return given.map(ProcessInfo.jobsOfPrograms) ?? ProcessInfo.processInfo.jobsOfPrograms
  }

  /// Returns whether a folder is another one or lies below it, after resolving links.
  private static func isInside(_ folder: URL, _ other: URL) -> Bool {
    func parts(_ url: URL) -> [String] {
      // A path that does not exist yet is resolved by its nearest existing parent.
      var missing: [String] = []
      var place = url.standardizedFileURL
      while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
        missing.insert(place.lastPathComponent, at: 0)
        place = place.deletingLastPathComponent()
      }
      return place.resolvingSymlinksInPath().pathComponents + missing
    }
    return parts(folder).starts(with: parts(other))
  }

  /// The instructor's information about the hand-ins, and the handed-out stubs.
  var settings: IntakeSettings {
    IntakeSettings(
      stubs: Self.stubs(of: judge ?? RunEnvironment.current.package), times: times,
      owners: policy.submissions, groups: groups, zone: policy.zone, language: language)
  }

  /// Returns the stubs that a package hands out, by week id; empty for a package without solutions.
  static func stubs(of package: URL) -> [String: Data] {
    let assigning = Assigning(package: package)
    return Course.weeks.reduce(into: [:]) { stubs, week in
      stubs[week.id] = (try? assigning.stub(week)).map { Data($0.utf8) }
    }
  }

  /// Reads the policy, with the platform's own excuses, the comments and the students whose marks
  /// are withheld.
  private static func policy(
    _ options: Invocation, excuses: [Policy.Excuse]
  ) throws -> Policy {
    var policy = try options.file("--policy").map { try Policy(contentsOf: $0) } ?? Policy()
    policy.excused += excuses
    policy.held += list(options.text("--hold"))
    if let file = options.file("--comments") {
      policy.comments = try Comment.read(file, weeks: Course.weeks.map(\.id))
    }
    return policy
  }

  /// Reads the groups from a table, or from the roster's own column.
  static func groups(_ options: Invocation, _ roster: Roster?) throws -> Groups {
    guard let text = options.text("--groups") else { return Groups() }
    guard text == "roster" else {
      return try Groups(contentsOf: URL(fileURLWithPath: text), roster: roster)
    }
    guard let roster else {
      throw CommandError.missingOption(Phrase("--roster CSV", zh: "--roster CSV"))
    }
    return Groups(of: roster)
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Parses the export formats such as `junit,exercism` or `all`; the platform's table is always
  /// included.
  private static func exports(_ list: String?) throws -> Set<ExportFormat> {
    let formats = ExportFormat.allCases.filter { $0 != .platform }
    var exports: Set<ExportFormat> = [.platform]
    for word in (list ?? "").split(separator: ",").map(String.init) {
      if word == "all" {
        exports.formUnion(formats)
      } else if let format = formats.first(where: { $0.rawValue == word }) {
        exports.insert(format)
      } else {
        throw Invocation.unknownValue(
          word, of: "--export", among: formats.map(\.rawValue) + ["all"])
      }
    }
    return exports
  }
}

extension Argument {
  static let submissions = Argument(
    Phrase("SUBMISSIONS", zh: "提交"), .atLeastOne, completion: .files)

  /// The argument for submissions, which a merge already knows.
  static let submissionsUnlessMerged = Argument(
    submissions.name, .any, completion: .files)
}

extension Option {
  static let policy = Option(
    "--policy", "JSON",
    Phrase("points, deadlines, penalties, manual marks", zh: "分值、截止时间、扣分、手动给分"),
    completion: .files)

  static let hidden = Option(
    "--hidden", "DIR", Phrase("your own XCTest files", zh: "教师自己的 XCTest 文件"),
    completion: .folders)

  static let hiddenResults = Option(
    "--hidden-results", oneOf: HiddenTests.allCases.map(\.rawValue),
    Phrase(
      "what students see of them: all, how many pass (default), or nothing",
      zh: "学生看到它们的全部结果、通过的数目（默认），或什么也看不到"))

  static let trustSubmissions = Option(
    "--trust-submissions",
    Phrase("grade without a sandbox where there is none", zh: "没有沙箱时也照样评分"))
}
