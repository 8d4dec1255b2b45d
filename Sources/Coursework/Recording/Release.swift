import Files
public import Foundation
public import Text

/// What a release knows of itself: the file `.course-release` beside its manifest.
public struct Release: Codable, Sendable, Equatable {
  /// One name for the versions of its weeks.
  public let version: String
  /// Names what each week was made from: its suites, its part of the syllabus and its stub, by id.
  public let versions: [String: String]
  /// The weeks that the class received, by id.
  public let weeks: [String]
  /// The seeds of fresh inputs to which the course's answers are recorded.
  public let seeds: [UInt32]

  /// Names a release.
  public init(
    version: String, versions: [String: String] = [:], weeks: [String], seeds: [UInt32]
  ) {
    self.version = version
    self.versions = versions
    self.weeks = weeks
    self.seeds = seeds
  }

  /// The name of the file that describes a release, in the package's folder.
  public static let fileName = ".course-release"
  /// The recorded answers.
  public static let answersName = ".course-answers"
  /// What is said of known mistakes, as text beside the recorded answers.
  public static let variantsName = ".course-mistakes.json"
  /// The folder of the untouched stubs, from which `course reset` puts functions back.
  public static let stubsName = ".course-stubs"

  /// The release that a package is; nil for the course itself.
  ///
  /// - Throws: `ReleaseError` when the file holds something else.
  public init?(package: URL) throws {
    let file = package.appending(path: Self.fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      self = try JSONDecoder().decode(Release.self, from: Data(contentsOf: file))
    } catch {
      throw ReleaseError.unreadable(file.path, .other("\(error)"))
    }
    guard !seeds.isEmpty else { throw ReleaseError.unreadable(file.path, .noSeed) }
  }

  /// The file's content, the same for the same release.
  public var data: Data {
    get throws { try JSONEncoder.ordered(.prettyPrinted).line(self) }
  }
}

extension Release {
  /// Reads also what releases wrote that had one version for all weeks.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      version: try container.decode(String.self, forKey: .version),
      versions: try container.decodeIfPresent([String: String].self, forKey: .versions) ?? [:],
      weeks: try container.decode([String].self, forKey: .weeks),
      seeds: try container.decode([UInt32].self, forKey: .seeds))
  }
}

/// What can be wrong with the files of a release.
public enum ReleaseError: PhrasedError, Equatable {
  case unreadable(String, Fault)
  case notAnswers(String, Fault)

  /// What a file is instead of what it should be.
  public enum Fault: Sendable, Equatable {
    case otherBeginning
    case cutOff
    case noSeed
    /// What the system or a decoder says.
    case other(String)

    fileprivate var phrase: Phrase {
      switch self {
      case .otherBeginning: Phrase("it begins otherwise", zh: "开头不对")
      case .cutOff: Phrase("it is cut off", zh: "内容不完整")
      case .noSeed: Phrase("it names no seed", zh: "没有列出任何种子")
      case .other(let words): Phrase(words, zh: words)
      }
    }
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let path, let fault):
      Phrase(
        "\(path) cannot be read (\(fault.phrase(.english))); take the file from the release that you received",
        zh: "无法读取 \(path)（\(fault.phrase(.chinese))）；请用发给你的版本里的原文件")
    case .notAnswers(let path, let fault):
      Phrase(
        "\(path) holds no recorded answers (\(fault.phrase(.english))); take the file from the release that you received",
        zh: "\(path) 里没有录制的答案（\(fault.phrase(.chinese))）；请用发给你的版本里的原文件")
    }
  }
}
