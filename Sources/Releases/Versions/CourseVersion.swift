public import Coursework
import Files
public import Foundation

/// The versions of the course, which identify what learners are asked and how they are graded.
public enum CourseVersion {
  /// Returns the first eight digits of the digest of each week, such as `3f2a91c0`, by week id.
  public static func ids(of weeks: [Week], in package: URL) throws -> [String: String] {
    let syllabus = try WeekSources.Syllabus(of: package)
    return try Dictionary(
      uniqueKeysWithValues: weeks.map { week in
        let digest = try WeekSources(of: week, in: package, syllabus).digest()
        return (week.id, String(digest.prefix(8)))
      })
  }

  /// Returns a single name for the versions of several weeks.
  public static func id(of versions: [String: String]) -> String {
    let text = versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    return String(SHA256.hex(of: Data(text.utf8)).prefix(8))
  }
}
