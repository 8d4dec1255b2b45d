import Foundation
public import Text

extension ClassRun.Progress {
  /// How far the run is, how fast it goes and how long it takes yet, in one line.
  public var phrase: Phrase {
    let rate = String(format: "%.2f", rate)
    let left = left.map(Self.time) ?? "–"
    return Phrase(
      "\(done)/\(students) students  \(rate) submissions/s  \(left) left",
      zh: "\(done)/\(students) 名学生  \(rate) 份/秒  剩余 \(left)")
  }

  /// `1:05:09` or `5:09`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d", hours, minutes, whole % 60)
      : String(format: "%d:%02d", minutes, whole % 60)
  }
}
