import Files
public import Foundation
public import Text

/// The description of a release: the file `.course-release` beside its manifest.
public struct Release: Codable, Sendable, Equatable {
  /// A single name for the versions of its weeks.
  public let version: String
  /// The version of each week by id, derived from its suites, its part of the syllabus and its
  /// stub.
  public let versions: [String: String]
  /// The ids of the weeks that the class received.
  public let weeks: [String]
  /// The seeds of fresh inputs for which the course's answers are recorded.
  public let seeds: [UInt32]

  /// Creates the description of a release.
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
  /// The name of the file of recorded answers.
  public static let answersName = ".course-answers"
  /// The name of the text file that describes known mistakes, beside the recorded answers.
  public static let variantsName = ".course-mistakes.json"
  /// The name of the folder of pristine stubs, from which `course reset` restores functions.
  public static let stubsName = ".course-stubs"

  /// Reads the description of a package; nil for the course itself, which is no release.
  ///
  /// - Throws: `ReleaseError` when the file is malformed.
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

  /// The file's contents; equal releases give equal bytes.
  public var data: Data {
    get throws { try JSONEncoder.ordered(.prettyPrinted).line(self) }
  }
}

extension Release {
  /// Decodes a release, including older ones with a single version for all weeks.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      version: try container.decode(String.self, forKey: .version),
      versions: try container.decodeIfPresent([String: String].self, forKey: .versions) ?? [:],
      weeks: try container.decode([String].self, forKey: .weeks),
      seeds: try container.decode([UInt32].self, forKey: .seeds))
  }
}

/// A fault in the files of a release.
public enum ReleaseError: PhrasedError, Equatable {
  case unreadable(String, Fault)
  case notAnswers(String, Fault)

  /// The kind of fault.
  public enum Fault: Sendable, Equatable {
    case otherBeginning
    case cutOff
    case noSeed
    /// An error of the system or of a decoder, in its own words.
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
        "\(path) cannot be read (\(fault.phrase(.english))); restore the file from the release that you received",
        zh: "无法读取 \(path)（\(fault.phrase(.chinese))）；请用发给你的版本里的原文件")
    case .notAnswers(let path, let fault):
      Phrase(
        "\(path) contains no recorded answers (\(fault.phrase(.english))); restore the file from the release that you received",
        zh: "\(path) 里没有录制的答案（\(fault.phrase(.chinese))）；请用发给你的版本里的原文件")
    }
  }
}
