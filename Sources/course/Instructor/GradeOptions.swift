import Coursework
import Foundation
import Grading
import Syllabus
import Text

/// What an instructor asks of `course grade`.
struct GradeOptions {
  let submissions: URL
  let results: URL
  let weeks: [Week]
  let roster: Roster?
  let policy: Policy
  let hiddenSuites: URL?
  /// A package that is built already and judges, instead of one that is built from this.
  let judge: URL?
  let hidden: HiddenTests
  let jobs: Int
  let retry: String?
  let exports: Set<ExportFormat>
  let isTrusting: Bool
  let language: Language

  /// - Throws: `UsageError`, or what is wrong with a file that is named.
  init(_ options: Options) throws {
    guard let word = options.words.first else { throw UsageError.missingArgument("SUBMISSIONS") }
    guard let out = options.file("--out") else { throw UsageError.missingArgument("--out RESULTS") }
    submissions = URL(fileURLWithPath: word)
    results = out
    weeks = try Selection.weeks(options.text("--weeks"))
    roster = try options.file("--roster").map(Roster.init(contentsOf:))
    policy = try options.file("--policy").map { try Policy(contentsOf: $0) } ?? Policy()
    hiddenSuites = options.file("--hidden")
    judge = options.file("--judge")
    if hiddenSuites != nil, judge != nil { throw UsageError.apart("--hidden", "--judge") }
    if options.has("--show-hidden") {
      hidden = .shown
    } else {
      hidden = options.has("--withhold-hidden") ? .withheld : .summarized
    }
    jobs = try options.count("--jobs") ?? ClassGrader.usualJobs
    retry = options.text("--retry")
    exports = try Self.exports(options.text("--export"))
    isTrusting = options.has("--trust-submissions")
    language = try Self.language(options)
  }

  /// The language of the results.
  static func language(_ options: Options) throws -> Language {
    guard let word = options.text("--lang") else { return .current }
    guard let language = Language(rawValue: word) else {
      throw UsageError.badValue("--lang", word, expected: Phrase("en or zh", zh: "en 或 zh"))
    }
    return language
  }

  /// The platform's table always, and the forms that are asked for: `junit,exercism`, or `all`.
  private static func exports(_ list: String?) throws -> Set<ExportFormat> {
    let formats = ExportFormat.allCases.filter(\.isPerStudent)
    var exports: Set<ExportFormat> = [.platform]
    for word in (list ?? "").split(separator: ",").map(String.init) {
      if word == "all" {
        exports.formUnion(formats)
      } else if let format = formats.first(where: { $0.rawValue == word }) {
        exports.insert(format)
      } else {
        let known = formats.map(\.rawValue) + ["all"]
        throw UsageError.unknownExport(
          word, nearest: Spelling.nearest(word, known), known: known)
      }
    }
    return exports
  }
}
