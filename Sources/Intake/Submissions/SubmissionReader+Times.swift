import Coursework
import Foundation

extension SubmissionReader {
  /// Returns what each source says of the time of an attempt, or of a week of it.
  ///
  /// The order is that of precedence: the instructor's table, the platform's own file or the name,
  /// the worksheet, the platform's mark, a commit, and, where there is nothing else and no platform
  /// has packed the files, their own time.
  func times(
    of submission: ListedSubmission, by student: Student, _ week: String?,
    _ parts: [ListedSubmission.Part], _ taken: Taken
  ) -> [HandIn.Time] {
    let file = week.flatMap { taken.files[$0] }
    let own = file.map { [parts[$0.part]] } ?? parts
    let files = file.map { [$0] } ?? Array(taken.files.values)
    let weeks = week.map { [$0] } ?? Set(self.weeks.map(\.id))
    var times: [HandIn.Time] = []
    let names = names(of: submission, student)
    if let table = settings.times, let date = table.date(ofAny: names, weeks: weeks) {
      times.append(.moment(date, table.source))
    }
    let zone = settings.zone ?? .current
    // Elsewhere than in ILIAS's folders, a time or a mark in a file's name is the student's own.
    let named = files.filter { file in
      submission.layout == .plain
        && (file.folders + [Substring(parts[file.part].entry.name)]).contains {
          SubmissionName.isIlias(String($0))
        }
    }
    let moments = (own.compactMap(\.moment) + named.compactMap(\.moment)).compactMap {
      WrittenDate($0, in: zone).date
    }
    if let latest = moments.max() {
      times.append(.moment(latest, submission.layout == .gradescope ? .metadata : .name))
    }
    if let date = worksheet?.date(ofAny: [student.id], weeks: weeks) {
      times.append(.moment(date, .worksheet))
    }
    let marks = own.compactMap(\.isLate) + named.compactMap(\.isLate)
    if !marks.isEmpty { times.append(.platform(isLate: marks.contains(true))) }
    let commits =
      file.map { taken.commits[$0.part].map { [$0] } ?? [] } ?? Array(taken.commits.values)
    if let commit = commits.max() { times.append(.moment(commit, .commit)) }
    if times.isEmpty, !submission.layout.isBulkDownload,
      let date = modified(own, file, taken)
    {
      times.append(.moment(date, .file))
    }
    return times
  }

  /// Returns the time of the part that is the file itself, or else that of the file in it.
  private func modified(
    _ parts: [ListedSubmission.Part], _ file: SourceCollector.Taken.File?, _ taken: Taken
  ) -> Date? {
    guard let file else { return taken.dates.max() }
    return parts.compactMap { $0.entry.kind == .file ? $0.entry.modified : nil }.max()
      ?? file.modified
  }

  private func names(of submission: ListedSubmission, _ student: Student) -> [String] {
    [student.id, student.name, submission.label] + submission.ids + [submission.name]
  }
}

/// The times of an attempt as a whole, and those of its weeks where they differ.
struct AttemptTimes {
  let all: [HandIn.Time]
  let weeks: [String: [HandIn.Time]]

  /// A hand-in of several weeks is not late with one because another came later: its own time is the
  /// latest, or an unknown one, and every week keeps its own.
  init(_ weeks: [String: [HandIn.Time]], otherwise: @autoclosure () -> [HandIn.Time]) {
    let ordered = weeks.sorted { $0.key < $1.key }.map(\.value)
    guard let first = ordered.first else {
      (all, self.weeks) = (otherwise(), [:])
      return
    }
    let isSame = ordered.allSatisfy { $0 == first }
    self.weeks = isSame ? [:] : weeks
    all =
      ordered.first { $0.first?.date == nil }
      ?? ordered.max {
        ($0.first?.date ?? .distantPast) < ($1.first?.date ?? .distantPast)
      } ?? first
  }
}
