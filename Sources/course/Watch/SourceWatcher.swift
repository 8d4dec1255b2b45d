import Coursework
import Foundation
import Syllabus

/// Learners' files, looked at again and again for what was changed in them.
///
/// Editors save in two ways: they write a new file and give it the old one's name, or they empty the
/// file and fill it. So a file counts as saved when it is there and nothing about it has changed for
/// a moment.
struct SourceWatcher {
  /// A file that was saved.
  struct Change {
    let week: Week
    /// The exercises whose functions read otherwise than before; none when it was something else.
    let exercises: [any AnyExercise]
  }

  /// What tells one state of a folder's files from another.
  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private struct Seen {
    var stamps: [String: Stamp]
    var text: String
    /// What the last look found, if it was not what had been seen, and when it was found first.
    var pending: (stamps: [String: Stamp], since: ContinuousClock.Instant)?
  }

  /// How long nothing may have changed in a file that counts as saved.
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

  /// The files that were saved since the last look.
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
    // A file that is missing or empty is one that is being written.
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

  /// The state of each Swift file of the week, by its name.
  private func stamps(of week: Week) -> [String: Stamp] {
    let folder = ExerciseFile(of: week, in: package).url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var stamps: [String: Stamp] = [:]
    // A name that begins with a point is an editor's own.
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
