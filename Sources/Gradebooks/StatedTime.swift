public import Foundation
public import Intake
package import Text

/// What a source says of when something was handed in, and the mark that would follow.
public struct StatedTime: Codable, Sendable, Equatable {
  /// The source of the moment; nil for the platform's mark.
  public let source: HandIn.Source?
  /// The moment in the class's time zone, `2026-11-20 22:10 +01:00`; nil for the platform's mark.
  public let moment: String?
  /// The platform's mark; nil for a moment.
  public let isLate: Bool?
  /// The week's points by this time; nil where it does not say how late the work is.
  public let points: Double?

  /// Describes a time with the mark that follows from it.
  public init(_ time: HandIn.Time, points: Double?, zone: TimeZone?) {
    self.points = points
    switch time {
    case .moment(let date, let source):
      self.source = source
      moment = date.text(in: zone)
      isLate = nil
    case .platform(let late):
      (source, moment, isLate) = (nil, nil, late)
    case .unknown:
      (source, moment, isLate) = (nil, nil, nil)
    }
  }

  /// The time with its source: “the worksheet says 2026-11-20 22:10 +01:00”.
  package var phrase: Phrase {
    switch (source, moment, isLate) {
    case (let source?, let moment?, _):
      Phrase("\(source.phrase.english) says \(moment)", zh: "\(source.phrase.chinese)写的是 \(moment)")
    case (_, _, let isLate?):
      isLate
        ? Phrase("the platform's mark says late", zh: "平台标记为迟交")
        : Phrase("the platform's mark says in time", zh: "平台标记为按时")
    default: Phrase("nothing says when", zh: "时间不明")
    }
  }

  /// The source in the reason of a mark by hand.
  var reason: Phrase {
    source.map { Phrase("time by \($0.phrase.english)", zh: "时间以\($0.phrase.chinese)为准") }
      ?? Phrase("time by the platform's mark", zh: "时间以平台标记为准")
  }
}

extension HandIn.Source {
  /// The source in a sentence.
  package var phrase: Phrase {
    switch self {
    case .table: Phrase("the table of times", zh: "时间表")
    case .worksheet: Phrase("the worksheet", zh: "平台的评分表")
    case .metadata: Phrase("the platform's own file", zh: "平台导出的说明文件")
    case .name: Phrase("the name that the platform gave", zh: "平台所起的名称")
    case .file: Phrase("the file itself", zh: "文件本身")
    case .commit: Phrase("the commit", zh: "commit ")
    }
  }
}
