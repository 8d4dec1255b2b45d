import Foundation
import Intake

/// Checks the times of a class against one another.
enum HandInTimes {
  /// The span in seconds within which a whole class never hands in its files, but a copy or
  /// unpacking writes them.
  private static let copying = 120.0
  /// The smallest number of students that rules out a coincidence.
  private static let fewest = 3

  /// Drops file times that stem from a copy, and returns the remarks about the times.
  ///
  /// Where every file of a class carries the same time, somebody copied, cloned or unpacked them at
  /// that moment, and such times say nothing.
  static func checked(
    _ facts: [Journal.Key: HandInFacts]
  ) -> (facts: [Journal.Key: HandInFacts], remarks: [IntakeRemark]) {
    var remarks: [IntakeRemark] = []
    let ofFiles = facts.filter { !$0.value.dates(from: .file).isEmpty }
    let dates = ofFiles.values.flatMap { $0.dates(from: .file) }
    var checked = facts
    if let first = dates.min(), let last = dates.max(), last.timeIntervalSince(first) <= copying,
      Set(ofFiles.keys.map(\.student)).count >= fewest
    {
      for key in ofFiles.keys { checked[key]?.handIn.dropTimes(from: .file) }
      remarks.append(.timesOfACopy(last))
    }
    if facts.values.contains(where: { !$0.dates(from: .commit).isEmpty }) {
      remarks.append(.timesOfCommits)
    }
    return (checked, remarks)
  }
}

extension HandInFacts {
  /// The times that count, of the whole or of a week, from a source.
  fileprivate func dates(from source: HandIn.Source) -> [Date] {
    ([handIn.time] + (handIn.weekTimes ?? [:]).values.compactMap(\.first)).compactMap { time in
      if case .moment(let date, source) = time { date } else { nil }
    }
  }
}

extension HandIn {
  fileprivate mutating func dropTimes(from dropped: Source) {
    func kept(_ time: Time) -> Time {
      if case .moment(_, dropped) = time { .unknown } else { time }
    }
    time = kept(time)
    weekTimes = weekTimes?.mapValues { $0.map(kept) }
  }
}
