import Foundation
public import Text

extension ClassRun.Progress {
  /// The progress of the run, its speed and the time left, in one line.
  public var phrase: Phrase {
    let rate = rate.text(decimals: 2)
    let left = left.map(clockText) ?? "–"
    return Phrase(
      "\(done)/\(students) students  \(rate) submissions/s  \(left) left",
      zh: "\(done)/\(students) 名学生  \(rate) 份/秒  剩余 \(left)")
  }
}
