import Coursework
import Foundation
import Syllabus
import Text

/// `course check [WEEK|EXERCISE]`: the graded tests, in words that a person likes to read.
enum CheckCommand: Subcommand {
  static let name = "check"
  static let arguments = Phrase("[WEEK|EXERCISE]", zh: "[周|练习]")(.current)
  static let summary = Phrase(
    "run the graded tests and say what is wrong and why", zh: "运行评分测试，说明哪里不对、为什么不对")
  static let options = [
    Option("--all", nil, Phrase("the full message of every failure", zh: "显示每个失败的完整说明"))
  ]

  static func run(_ options: Options) throws -> Int32 {
    let exercises = try Selection.exercises(options.words.first)
    let package = RunEnvironment.current.package
    let build = try PackageBuild(package: package)
    guard build.succeeded else {
      try report(build)
      return 1
    }
    let ids = exercises.map(\.info.id)
    let bundle = try TestBundle(package: package)
    let classes = try TestClasses(of: bundle)
    let named = Set(exercises.map(\.info.week))
    let weeks = Course.weeks.filter { named.contains($0.id) }
    let run = try bundle.run(
      suites: weeks.flatMap(classes.names(grading:)),
      environment: ["COURSE_ONLY": ids.joined(separator: ",")])
    let report = CheckReport(run.records, of: exercises, details: options.has("--all") ? .max : 1)
    print(report.text(.current))
    return run.records.contains { $0.verdict.isRed } ? 1 : 0
  }

  /// What the compiler says, in the learner's own line numbers.
  private static func report(_ build: PackageBuild) throws {
    let package = RunEnvironment.current.package.path + "/"
    print(
      Console.paint(Verdict.doesNotCompile.phrase(.current), .red))
    for diagnostic in build.diagnostics.prefix(5) {
      let file =
        diagnostic.file.hasPrefix(package)
        ? String(diagnostic.file.dropFirst(package.count)) : diagnostic.file
      print("  \(file):\(diagnostic.line):\(diagnostic.column)")
      print(Console.wrapped("    \(diagnostic.message)"))
    }
    let more = build.diagnostics.count - 5
    if more > 0 { print(Phrase("  and \(more) more", zh: "  还有 \(more) 个错误")(.current)) }
    if build.diagnostics.isEmpty { print(build.output.suffix(2000)) }
  }
}

/// The records of a check, an exercise a line, and the whole story of the first that fails.
struct CheckReport {
  private let records: [Record]
  private let exercises: [any AnyExercise]
  private let details: Int

  init(_ records: [Record], of exercises: [any AnyExercise], details: Int) {
    self.records = records
    self.exercises = exercises
    self.details = details
  }

  func text(_ language: Language) -> String {
    var lines: [String] = []
    var told = 0
    var week = ""
    let width = exercises.map { displayWidth(of: $0.info.name) }.max() ?? 0
    for info in exercises.map(\.info) {
      if info.week != week {
        week = info.week
        let title = Course.weeks.first { $0.id == week }?.title(language) ?? ""
        lines.append(Console.paint("\(week)  \(title)", .bold))
      }
      let own = records.filter { $0.week == info.week && $0.exercise == info.name }
      lines.append(line(of: info, own, width, language))
      // The shortest message has the smallest input, and is the easiest to learn from.
      let failures = own.filter(\.verdict.isRed).sorted { $0.message.count < $1.message.count }
      for failure in failures where told < details {
        told += 1
        lines.append(story(of: failure))
      }
    }
    lines.append(ScoreTable(records, weeks: Course.weeks).text(language))
    return lines.joined(separator: "\n")
  }

  private func line(
    of info: ExerciseInfo, _ own: [Record], _ width: Int, _ language: Language
  ) -> String {
    let points = own.reduce(0) { $0 + $1.points }
    let worst = own.map(\.verdict).max { rank($0) < rank($1) } ?? .notStarted
    let (mark, colour): (String, Console.Colour) =
      switch worst {
      case .passed: ("✓", .green)
      case .notStarted: ("·", .grey)
      case .blocked: ("⊘", .yellow)
      case .wrong, .crashed, .timedOut, .doesNotCompile: ("✗", .red)
      }
    let score = "\(number(points)) / \(number(info.points))"
    let passed = own.count { $0.verdict == .passed }
    let comma = Phrase(", ", zh: "，")(language)
    let rest =
      worst == .passed ? "" : "   \(worst.phrase(language))\(comma)\(passed) / \(own.count)"
    return Console.paint("  \(mark) ", colour) + padded(info.name, to: width)
      + "  " + padded(score, to: 9, .right) + Console.paint(rest, colour)
  }

  private func story(of record: Record) -> String {
    let body = record.message.split(separator: "\n", omittingEmptySubsequences: false)
    return ([record.test] + body).map { Console.wrapped("      \($0)") }.joined(separator: "\n")
  }

  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .passed: 0
    case .notStarted: 1
    case .blocked: 2
    case .wrong: 3
    case .timedOut: 4
    case .crashed: 5
    case .doesNotCompile: 6
    }
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
