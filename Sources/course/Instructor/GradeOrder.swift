import Basics
import Coursework
import Foundation
import Grading
import Syllabus

/// What an instructor asks of `course grade`.
struct GradeOrder {
  let submissions: URL
  let results: URL
  let weeks: [Week]
  let roster: Roster?
  let policy: Policy
  let hiddenSuites: URL?
  let hidden: HiddenTests
  let jobs: Int
  let retry: String?
  let isTrusting: Bool
  let language: Language

  /// - Throws: `UsageError`, or what is wrong with a file that is named.
  init(_ options: Options) throws {
    guard let word = options.words.first else { throw UsageError.missingArgument("SUBMISSIONS") }
    guard let out = options.text("--out") else { throw UsageError.missingArgument("--out RESULTS") }
    submissions = URL(fileURLWithPath: word)
    results = URL(fileURLWithPath: out)
    let chosen = try (options.text("--weeks") ?? "").split(separator: ",")
      .map { try Selection.week(String($0)).id }
    weeks = Course.weeks.filter { chosen.isEmpty || chosen.contains($0.id) }
    roster = try options.text("--roster").map { try Roster(contentsOf: URL(fileURLWithPath: $0)) }
    policy =
      try options.text("--policy").map { try Policy(contentsOf: URL(fileURLWithPath: $0)) }
      ?? Policy()
    hiddenSuites = options.text("--hidden").map { URL(fileURLWithPath: $0) }
    if options.has("--show-hidden") {
      hidden = .shown
    } else {
      hidden = options.has("--withhold-hidden") ? .withheld : .summarized
    }
    let whole = Phrase("a whole number above 0", zh: "大于 0 的整数")
    let jobs: Int? = try options.value("--jobs", whole)
    if let jobs, jobs < 1 { throw UsageError.badValue("--jobs", "\(jobs)", expected: whole) }
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    retry = options.text("--retry")
    isTrusting = options.has("--trust-submissions")
    language =
      try options.text("--lang").map { word in
        guard let language = Language(rawValue: word) else {
          throw UsageError.badValue("--lang", word, expected: Phrase("en or zh", zh: "en 或 zh"))
        }
        return language
      } ?? .current
  }
}
