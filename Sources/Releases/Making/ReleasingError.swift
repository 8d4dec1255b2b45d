import Foundation
public import Text

/// The reasons why a release cannot be written.
public enum ReleasingError: PhrasedError, Equatable {
  case notEmpty(String)
  case noWeeks
  case suiteFails(test: String, seed: UInt32, message: String)
  case noTests(week: String)
  /// The places that contain a line of a solution.
  case holdsSolutions([Place])
  case cannotMove(String, String)

  /// A line of a solution in another file: `README.md:12`, from `Solutions/…/A.swift:40`.
  public struct Place: Sendable, Equatable {
    /// The path of the file within the release.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The location of the solution's line, as `Solutions/…/A.swift:40`.
    public let source: String

    /// Creates a place that reveals a line of a solution.
    public init(file: String, line: Int, source: String) {
      self.file = file
      self.line = line
      self.source = source
    }
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notEmpty(let path):
      Phrase(
        "\(path) is not empty: name a folder that does not exist yet",
        zh: "\(path) 不是空文件夹：请给出一个尚不存在的文件夹")
    case .noWeeks: Phrase("a release needs at least one week", zh: "发布版至少要包含一周")
    case .suiteFails(let test, let seed, let message):
      Phrase(
        "the solution fails \(test) with COURSE_SEED=\(seed), so its answers cannot be recorded: run course verify\n\(message)",
        zh: "COURSE_SEED=\(seed) 时参考答案没有通过 \(test)，无法录制答案：请运行 course verify\n\(message)")
    case .noTests(let week):
      Phrase(
        "no graded test of \(week) was run, so its answers cannot be recorded: build the tests with swift build --build-tests",
        zh: "\(week) 没有运行任何评分测试，无法录制答案：请用 swift build --build-tests 构建测试")
    case .holdsSolutions(let places):
      Phrase(
        "lines of a solution stand in the release, which was not written: reword these places\n"
          + Self.list(places, .english),
        zh: "发布版里出现了参考答案的内容，因此没有生成：请改写以下位置\n" + Self.list(places, .chinese))
    case .cannotMove(let path, let reason):
      Phrase("\(path) cannot be written: \(reason)", zh: "无法写入 \(path)：\(reason)")
    }
  }

  private static let mostPlaces = 20

  private static func list(_ places: [Place], _ language: Language) -> String {
    var lines = places.prefix(mostPlaces).map { place in
      Phrase(
        "  \(place.file):\(place.line): the line of \(place.source)",
        zh: "  \(place.file):\(place.line)：与 \(place.source) 相同")(language)
    }
    let more = places.count - mostPlaces
    if more > 0 {
      lines.append(Phrase("  and \(more) more", zh: "  另有 \(more) 处")(language))
    }
    return lines.joined(separator: "\n")
  }
}
