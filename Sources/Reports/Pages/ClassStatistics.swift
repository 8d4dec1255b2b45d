import Coursework
import Gradebooks
import Grading
import Intake
import Statistics

/// Statistics of a class, accumulated student by student so that no submission has to be kept.
struct ClassStatistics {
  /// The statistics of an exercise.
  struct Item {
    /// The fraction of the points of each student who handed in its week, with the student's total.
    var fractions: [Double] = []
    var totals: [Double] = []
    var verdicts: [Verdict: Int] = [:]
    /// The time taken by its tests in seconds, one number per student.
    var seconds: [Double] = []

    var facility: Double? { fractions.isEmpty ? nil : ItemAnalysis.mean(fractions) }
    var discrimination: Double? { ItemAnalysis.discrimination(fractions, by: totals) }
  }

  /// A student's test that deserves attention.
  struct Incident {
    let student: Student
    let attempt: Int
    let exercise: String
    let test: String
    let verdict: Verdict
    let seconds: Double
    /// The first line of the message.
    let message: String
  }

  private(set) var items: [String: Item] = [:]
  /// The number of students with each misconception, by `C1W2.sigmoid/missing-minus`.
  private(set) var misconceptions: [String: Int] = [:]
  private(set) var slowest: [Incident] = []
  /// The crashes and timeouts, by exercise and verdict.
  private var crashesByExercise: [String: (students: Int, example: Incident)] = [:]
  /// The students and weeks whose file does not compile.
  private(set) var uncompiled: [(student: Student, week: String)] = []
  private(set) var testCount = 0
  private(set) var submissionCount = 0
  private(set) var seconds = 0.0

  static let kept = 12

  /// Adds the results of a student's attempts.
  mutating func add(_ row: Gradebook.Row, _ gradebook: Gradebook, _ attempts: [SubmissionResult]) {
    for attempt in attempts { note(attempt) }
    noteCrashes(attempts)
    var found: Set<String> = []
    for (column, mark) in zip(gradebook.weeks, row.weeks) {
      guard
        let week = attempts.week(column.id, ofAttempt: mark.attempt), week.isHandedIn
      else { continue }
      if !week.diagnostics.isEmpty { uncompiled.append((row.student, column.id)) }
      let tests = Dictionary(grouping: week.tests, by: \.record.exerciseID)
      for (exercise, points) in zip(column.exercises, mark.exercises) where !exercise.isGiven {
        let own = tests[exercise.id] ?? []
        let item = Attempt.Exercise(exercise.id, own)
        items[exercise.id, default: Item()].verdicts[item.verdict, default: 0] += 1
        items[exercise.id, default: Item()].seconds.append(
          own.reduce(0) { $0 + $1.record.seconds })
        found.formUnion(item.misconceptions.map { "\(exercise.id)/\($0)" })
        guard let points, exercise.possible > 0, let total = row.percent else { continue }
        items[exercise.id, default: Item()].fractions.append(points / exercise.possible)
        items[exercise.id, default: Item()].totals.append(total)
      }
    }
    for id in found { misconceptions[id, default: 0] += 1 }
  }

  /// The frequency of each verdict, over all exercises that were handed in.
  var verdicts: [Verdict: Int] {
    items.values.reduce(into: [:]) { sum, item in sum.merge(item.verdicts, uniquingKeysWith: +) }
  }

  /// The misconceptions shared by most students.
  var commonest: [(exercise: String, id: String, students: Int)] {
    misconceptions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20).map {
      let parts = $0.key.split(separator: "/", maxSplits: 1).map(String.init)
      return (parts[0], parts.count > 1 ? parts[1] : "", $0.value)
    }
  }

  /// The crashes and timeouts, by decreasing number of students.
  var crashes: [(students: Int, example: Incident)] {
    crashesByExercise.sorted { ($1.value.students, $0.key) < ($0.value.students, $1.key) }
      .map(\.value)
  }

  private mutating func note(_ attempt: SubmissionResult) {
    submissionCount += 1
    seconds += attempt.seconds
    for test in attempt.weeks.flatMap(\.tests) {
      testCount += 1
      keepSlow(test.record, attempt)
    }
  }

  /// Counts a student once for each exercise and verdict.
  private mutating func noteCrashes(_ attempts: [SubmissionResult]) {
    var seen: Set<String> = []
    for attempt in attempts {
      for record in attempt.weeks.flatMap(\.tests).map(\.record)
      where record.verdict == .crashed || record.verdict == .timedOut {
        let key = "\(record.exerciseID) \(record.verdict.rawValue)"
        guard seen.insert(key).inserted else { continue }
        let example = crashesByExercise[key]?.example ?? Incident(record, attempt)
        crashesByExercise[key] = ((crashesByExercise[key]?.students ?? 0) + 1, example)
      }
    }
  }

  /// Keeps the slowest test of each exercise of each attempt.
  private mutating func keepSlow(_ record: Record, _ attempt: SubmissionResult) {
    let isSlow = slowest.count < Self.kept || record.seconds > (slowest.last?.seconds ?? 0)
    guard isSlow, record.seconds > 0 else { return }
    let incident = Incident(record, attempt)
    if let known = slowest.firstIndex(where: { $0.place == incident.place }) {
      guard slowest[known].seconds < record.seconds else { return }
      slowest.remove(at: known)
    }
    // After those with the same time, so that the first to arrive come first.
    let place = slowest.firstIndex { $0.seconds < record.seconds } ?? slowest.count
    slowest.insert(incident, at: place)
    if slowest.count > Self.kept { slowest.removeLast() }
  }
}

extension ClassStatistics.Incident {
  fileprivate init(_ record: Record, _ attempt: SubmissionResult) {
    student = attempt.student
    self.attempt = attempt.attempt
    exercise = record.exerciseID
    test = record.test
    verdict = record.verdict
    seconds = record.seconds
    let first = record.message.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    message = MessageText.clipped(first, to: 160).text
  }

  fileprivate var place: String { "\(student.id)\n\(attempt)\n\(exercise)" }
}
