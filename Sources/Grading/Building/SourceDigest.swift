import Coursework
import Files
import Foundation
import Releases

/// The digests of a judge's sources, week by week: equal digests give equal marks.
///
/// Sources that cannot change a mark are excluded: quizzes, lessons, pictures, demos, and the order
/// and number of weeks.
struct SourceDigest: Codable, Equatable {
  /// The files and folders from which a judge's package is copied.
  static let parts = ["Package.swift", "Sources", "Tests", "Solutions"]

  /// The digest of what all weeks share.
  let common: String
  /// The digest of an instructor's own suites; nil without any.
  var hidden: String?
  /// The digest of each week, by its id.
  let weeks: [String: String]

  /// The folders of Sources/ that play no part in grading.
  private static let others = [
    "Authoring", "Banks", "Benchmarks", "Commands", "Demos", "Gradebooks", "Plotting", "Quizzing",
    "Releases/Making", "Reports", "Similarity", "SyntheticClasses", "Syllabus", "Terminals",
    "course",
    "reference/Serving", "worker/Serving",
  ]

  /// Computes the digests of a package and of an instructor's own suites, which are part of the
  /// judge.
  init(of package: URL, weeks: [Week], hidden: URL? = nil) throws {
    var hash = SHA256()
    func add(_ name: String, _ data: Data) {
      hash.update(Data("\(name)\n\(data.count)\n".utf8))
      hash.update(data)
    }
    let manifest = try String(
      contentsOf: package.appending(path: "Package.swift"), encoding: .utf8)
    add("Package.swift", Data(try Registry(weeks: []).manifest(from: manifest).utf8))
    let others = Self.others.map { $0 + "/" }
    for part in ["Sources", "Tests/GradedTesting"] {
      for file in try Self.files(in: package.appending(path: part))
      where !file.name.contains(".docc/")
        && (part != "Sources" || !others.contains(where: file.name.hasPrefix))
      {
        add("\(part)/\(file.name)", try Data(contentsOf: file.url))
      }
    }
    common = hash.hex()
    if let hidden {
      hash = SHA256()
      for file in try Self.files(in: hidden) { add(file.name, try Data(contentsOf: file.url)) }
      self.hidden = hash.hex()
    }
    let syllabus = try WeekSources.Syllabus(of: package)
    self.weeks = try Dictionary(
      uniqueKeysWithValues: weeks.map { week in
        let sources = WeekSources(of: week, in: package, syllabus)
        return (week.id, try sources.digest(with: ["Solutions/\(week.folder)"]))
      })
  }

  /// Combines the digests of everything that grades some weeks; of all known weeks for nil.
  func hex(of ids: [String]? = nil) -> String {
    let ids = ids ?? weeks.keys.sorted()
    let text =
      ([common] + (hidden.map { ["hidden \($0)"] } ?? [])
      + ids.sorted().map { "\($0) \(weeks[$0] ?? "")" }).joined(separator: "\n")
    return SHA256.hex(of: Data(text.utf8))
  }

  /// The same digests without an instructor's own suites.
  var withoutHidden: SourceDigest {
    var digest = self
    digest.hidden = nil
    return digest
  }

  /// Whether a judge built from these sources grades some weeks as one built from the others would.
  func grades(_ ids: [String], as other: SourceDigest) -> Bool {
    common == other.common && hidden == other.hidden
      && ids.allSatisfy { weeks[$0] != nil && weeks[$0] == other.weeks[$0] }
  }

  /// Returns every file below a folder, or the file itself, by name.
  static func files(in place: URL) throws -> [(name: String, url: URL)] {
    guard FileManager.default.fileExists(atPath: place.path) else { return [] }
    guard FileManager.default.isFolder(place.path) else { return [("", place)] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
    return names.compactMap { name in
      let url = place.appending(path: name)
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type]
      guard !isHidden, type as? FileAttributeType == .typeRegular else { return nil }
      return (name, url)
    }
  }
}
