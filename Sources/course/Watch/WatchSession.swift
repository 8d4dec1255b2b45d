import Coursework
import Foundation
import Syllabus
import Terminals
import Text

/// The state of a watch: the current exercise, the results of its tests, and what a key asked for.
struct WatchSession {
  /// The content of the page.
  private enum View {
    case outcome
    case hint(HintCommand.Hint)
    case list
    case notice([String])
  }

  private let weeks: [Week]
  private let package: URL
  private let language: Language
  /// The current exercise.
  private(set) var exercise: any AnyExercise
  /// The exercises of the last check.
  private var checked: [any AnyExercise] = []
  private var outcome: Checker.Outcome?
  private var view: View = .outcome
  /// The latest record of every test.
  private var records: [Record] = []
  /// The exercises that are being checked.
  private(set) var checking: [any AnyExercise] = []

  /// Starts with an exercise, or with the first one that does not pass.
  init(
    _ weeks: [Week], beginning exercise: (any AnyExercise)?, in package: URL, _ language: Language
  ) {
    self.weeks = weeks
    self.package = package
    self.language = language
    let known = (try? ProgressFile.standard.records()) ?? []
    records = known
    let next = ScoreTable(known, weeks: weeks).nextInCourse()
    self.exercise =
      exercise ?? weeks.flatMap(\.exercises).first { $0.info.id == next?.id }
      ?? weeks[0].exercises[0]
  }

  // MARK: What happens

  /// Returns the exercises to check after a file was saved.
  mutating func exercises(after change: SourceWatcher.Change) -> [any AnyExercise] {
    if let first = change.exercises.first {
      exercise = first
      return change.exercises
    }
    if exercise.info.week != change.week.id { exercise = change.week.exercises[0] }
    return [exercise]
  }

  mutating func begin(checking exercises: [any AnyExercise]) {
    checking = exercises
  }

  mutating func take(_ outcome: Checker.Outcome) {
    self.outcome = outcome
    checked = checking
    checking = []
    view = .outcome
    guard case .checked(let fresh, _) = outcome else { return }
    let replaced = Set(fresh.map(\.testID))
    records = records.filter { !replaced.contains($0.testID) } + fresh
    // If several fail, the first one deserves attention.
    let failing = checked.first { verdict(of: $0.info).isRed }
    if let failing { exercise = failing }
  }

  /// Advances to the next exercise that does not pass; returns false when all do.
  mutating func advance() -> Bool {
    let all = weeks.flatMap(\.exercises)
    let place = all.firstIndex { $0.info.id == exercise.info.id } ?? 0
    let order = all[(place + 1)...] + all[...place]
    guard let next = order.first(where: { verdict(of: $0.info) != .passed }) else { return false }
    exercise = next
    (outcome, view) = (nil, .outcome)
    return true
  }

  mutating func showHint() throws {
    view = .hint(try HintCommand.next(for: exercise.info, of: week))
  }

  mutating func showList() { view = .list }

  mutating func show(_ lines: [String]) { view = .notice(lines) }

  /// The week of the current exercise.
  var week: Week { weeks.first { $0.id == exercise.info.week } ?? weeks[0] }

  /// Returns the worst verdict of an exercise's tests.
  private func verdict(of info: ExerciseInfo) -> Verdict {
    records.of(info).map(\.verdict)
      .max { $0.gravity < $1.gravity } ?? .notStarted
  }

  // MARK: What is shown

  var title: String { exercise.info.id }

  /// The points of the week.
  var score: String {
    let points = records.filter { $0.week == week.id }.reduce(0) { $0 + $1.points }
    return Phrase(
      "\(week.id): \(points.whole) of \(week.points.whole) points",
      zh: "\(week.id)：\(points.whole) 分，共 \(week.points.whole) 分")(language)
  }

  var notice: String? {
    guard let first = checking.first else { return nil }
    let name = checking.count == 1 ? first.info.name : first.info.week
    return Phrase("checking \(name) …", zh: "正在检查 \(name)……")(language)
  }

  /// The lines of the page, not yet wrapped.
  var lines: [StyledLine] {
    switch view {
    case .outcome: outcomeLines
    case .hint(let hint):
      [StyledLine(hint.title(language), .bold), StyledLine()]
        + hint.text.split(separator: "\n", omittingEmptySubsequences: false).map {
          StyledLine(String($0))
        }
    case .list:
      CheckReport(
        records.filter { $0.week == week.id }, of: week.exercises, details: 0
      ).lines(language)
    case .notice(let lines): lines.map { StyledLine($0) }
    }
  }

  private var outcomeLines: [StyledLine] {
    switch outcome {
    case nil: task
    case .failed(let phrase):
      phrase(language).split(separator: "\n").map { StyledLine(String($0)) }
    case .refused(let lines):
      lines.prefix(1).map { StyledLine($0, [.bold, .wrong]) }
        + lines.dropFirst().map { StyledLine($0) }
    case .checked(let fresh, let remarks):
      CheckReport(fresh, of: checked, details: 1).lines(language) + [StyledLine()]
        + advice(after: fresh) + remarks.map { StyledLine($0, .caution) }
    }
  }

  /// Returns what to do after a check: the task while nothing is written, the next exercise after a
  /// pass.
  private func advice(after fresh: [Record]) -> [StyledLine] {
    switch verdict(of: exercise.info) {
    case .notStarted: return task
    case .passed:
      var other = self
      guard other.advance() else {
        return [
          StyledLine(
            Phrase("Everything passes.", zh: "全部通过。")(language), [.bold, .right])
        ]
      }
      return [
        StyledLine(
          Phrase(
            "Passed. n: next, \(other.exercise.info.name)",
            zh: "通过。n：下一个，\(other.exercise.info.name)")(language), .right),
        StyledLine(other.place, .dim),
      ]
    case .blocked:
      let culprit = fresh.compactMap(\.blockedBy).first ?? ""
      return [
        StyledLine(
          Phrase(
            "\(exercise.info.name) calls \(culprit), which does not pass: begin there",
            zh: "\(exercise.info.name) 要调用 \(culprit)，而它还没有通过：请先完成它")(language), .caution)
      ]
    case .wrong, .crashed, .timedOut, .doesNotCompile:
      return [StyledLine(place, .dim)]
    }
  }

  /// The current task: its location and its documentation.
  private var task: [StyledLine] {
    let text = try? String(contentsOf: ExerciseFile(of: week, in: package).url, encoding: .utf8)
    let function = text.flatMap { FunctionText(named: exercise.info.name, in: $0) }
    return [
      StyledLine(
        Phrase("to write: \(place)", zh: "待完成：\(place)")(language), [.bold, .accent]),
      StyledLine(),
    ] + (function?.documentation ?? []).map { StyledLine($0) }
  }

  /// `Exercises/C1W2-LogisticRegression/LogisticRegression.swift:16`.
  private var place: String {
    let file = ExerciseFile(of: week, in: package).url
    let path = "Exercises/\(week.folder)/\(week.module).swift"
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let function = FunctionText(named: exercise.info.name, in: text)
    else { return path }
    return "\(path):\(function.lines.lowerBound + function.documentation.count + 1)"
  }
}

extension Double {
  /// Points without a decimal point when they are whole.
  fileprivate var whole: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
