import Coursework
import Foundation
import Syllabus

/// A watcher that polls learners' files for changes.
///
/// Editors save in two ways: they write a new file and rename it, or they truncate the file and
/// rewrite it. A file therefore counts as saved once it exists and has not changed for a moment.
struct SourceWatcher {
  /// A saved file.
  struct Change {
    let week: Week
    /// The exercises whose functions have changed; empty when something else has.
    let exercises: [any AnyExercise]
  }

  /// The attributes that distinguish one state of a folder's files from another.
  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private struct Seen {
    var stamps: [String: Stamp]
    var text: String
    /// The state found by the last look if it was new, and the time when it was first seen.
    var pending: (stamps: [String: Stamp], since: ContinuousClock.Instant)?
  }

  /// The time without changes after which a file counts as saved.
  private static let pause = Duration.milliseconds(60)

  private let weeks: [Week]
  private let package: URL
  private var seen: [String: Seen] = [:]

  init(_ weeks: [Week], in package: URL) {
    self.weeks = weeks
    self.package = package
    for week in weeks {
      seen[week.id] = Seen(stamps: stamps(of: week), text: text(of: week) ?? "")
    }
  }

  /// Returns the files saved since the last look.
  mutating func look() -> [Change] { weeks.compactMap { look(at: $0) } }

  private mutating func look(at week: Week) -> Change? {
    guard var known = seen[week.id] else { return nil }
    defer { seen[week.id] = known }
    let now = stamps(of: week)
    guard now != known.stamps else {
      known.pending = nil
      return nil
    }
    guard let pending = known.pending, pending.stamps == now else {
      known.pending = (now, .now)
      return nil
    }
    // A file that is missing or empty is being written.
    guard .now - pending.since >= Self.pause, let text = text(of: week), !text.isEmpty else {
      return nil
    }
    let before = known.text
    known = Seen(stamps: now, text: text)
    return Change(
      week: week,
      exercises: week.exercises.filter { exercise in
        let name = exercise.info.name
        return FunctionText(named: name, in: before)?.text
          != FunctionText(named: name, in: text)?.text
      })
  }

  private func text(of week: Week) -> String? {
    try? String(contentsOf: ExerciseFile(of: week, in: package).url, encoding: .utf8)
  }

  /// Returns the state of each Swift file of the week, by name.
  private func stamps(of week: Week) -> [String: Stamp] {
    let folder = ExerciseFile(of: week, in: package).url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var stamps: [String: Stamp] = [:]
    // Names that begin with a dot belong to the editor.
    for name in names where name.hasSuffix(".swift") && !name.hasPrefix(".") {
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      #if os(Linux)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      stamps[name] = Stamp(
        inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: time.tv_sec,
        nanoseconds: time.tv_nsec)
    }
    return stamps
  }
}
