public import Foundation

/// What a release knows of itself: the file `.course-release` beside its manifest.
public struct Release: Codable, Sendable, Equatable {
  /// Names the suites, the syllabus and the stubs that the release was made from.
  public let version: String
  /// The weeks that the class received, by id.
  public let weeks: [String]
  /// The seeds of fresh inputs to which the course's answers are recorded.
  public let seeds: [UInt32]

  public init(version: String, weeks: [String], seeds: [UInt32]) {
    self.version = version
    self.weeks = weeks
    self.seeds = seeds
  }

  public static let fileName = ".course-release"
  /// The recorded answers.
  public static let answersName = ".course-answers"
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
      throw ReleaseError.unreadable(file.path, "\(error)")
    }
    guard !seeds.isEmpty else { throw ReleaseError.unreadable(file.path, "it names no seed") }
  }

  /// The file's content, the same for the same release.
  public var data: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}

/// What can be wrong with the files of a release.
public enum ReleaseError: Error, Equatable, CustomStringConvertible {
  case unreadable(String, String)
  case notAnswers(String, String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read (\(reason)); take the file from the release that you received"
    case .notAnswers(let path, let reason):
      "\(path) holds no recorded answers (\(reason)); take the file from the release that you received"
    }
  }
}
