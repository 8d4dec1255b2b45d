import Foundation
import Intake

/// What the times of a class say together.
enum HandInTimes {
  /// Seconds within which the files of a whole class are never handed in, but copied or unpacked.
  private static let copying = 120.0
  /// So many students are no coincidence.
  private static let fewest = 3

  /// The facts without times of files that are those of a download, and what is to be said of all.
  ///
  /// Where every file of a class carries the same time, somebody has copied, cloned or unpacked them
  /// at that moment. Such times say nothing.
  static func checked(
    _ facts: [Journal.Key: HandInFacts]
  ) -> (facts: [Journal.Key: HandInFacts], remarks: [IntakeRemark]) {
    var remarks: [IntakeRemark] = []
    let ofFiles = facts.filter { $0.value.date(from: .file) != nil }
    let dates = ofFiles.values.compactMap { $0.date(from: .file) }
    var checked = facts
    if let first = dates.min(), let last = dates.max(), last.timeIntervalSince(first) <= copying,
      Set(ofFiles.keys.map(\.student)).count >= fewest
    {
      for key in ofFiles.keys { checked[key]?.handIn.time = .unknown }
      remarks.append(.timesOfACopy(last))
    }
    if facts.values.contains(where: { $0.date(from: .commit) != nil }) {
      remarks.append(.timesOfCommits)
    }
    return (checked, remarks)
  }
}

extension HandInFacts {
  fileprivate func date(from source: HandIn.Source) -> Date? {
    if case .moment(let date, source) = handIn.time { date } else { nil }
  }
}
