import Foundation
public import Text

extension ClassRun.Progress {
  /// How far the run is, how fast it goes and how long it takes yet, in one line.
  public var phrase: Phrase {
    let rate = rate.text(decimals: 2)
    let left = left.map(clockText) ?? "–"
    return Phrase(
      "\(done)/\(students) students  \(rate) submissions/s  \(left) left",
      zh: "\(done)/\(students) 名学生  \(rate) 份/秒  剩余 \(left)")
  }
}
