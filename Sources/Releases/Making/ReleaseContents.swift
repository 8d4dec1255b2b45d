import Coursework
import Files
import Foundation
import Syllabus

/// The files of a release, copied from the course.
struct ReleaseContents {
  let package: URL
  let weeks: [Week]

  /// The folders of Sources/ that only instructors and authors need.
  private static let withheldSources: Set<String> = [
    "Authoring", "Benchmarks", "Gradebooks", "Grading", "Intake", "Releases", "Reports",
    "Sandboxes", "Similarity", "SyntheticClasses", "probe", "reference",
  ]
  private static let topLevel = ["LICENSE", ".gitignore", ".swift-format"]

  /// Writes everything but the recorded answers.
  func write(to folder: URL, release: Release, markers: [String: String]) throws {
    for name in Self.topLevel where exists(name) { try copy(name, to: folder) }
    try writeManifest(to: folder)
    try write(ReleaseGuide(release: release, weeks: weeks).text, to: folder, "README.md")
    try release.data.write(to: folder.appending(path: Release.fileName), options: .atomic)
    try copySources(to: folder)
    try copyTree("Quizzes", to: folder)
    try copyTree("Tests/GradedTesting", to: folder)
    for week in weeks {
      try copyLesson(of: week, to: folder, marker: markers[week.id] ?? "")
      try copySuites(of: week, to: folder)
    }
    for name in try readingMatter() {
      let path = "Exercises/\(name)"
      if name.hasSuffix(".md") {
        try copy(path, to: folder)
      } else {
        try copyTree(path, to: folder)
      }
    }
  }

  private func copySources(to folder: URL) throws {
    let withheld = Self.withheldSources
    for module in try names(in: "Sources") where !withheld.contains(module) {
      try copyTree("Sources/\(module)", to: folder) { path in
        switch module {
        case "course": !path.hasPrefix("Instructor/") && !path.hasPrefix("Course.docc/")
        case "worker": !path.hasPrefix("Serving/")
        case "Syllabus": isGivenOut(path)
        default: true
        }
      }
    }
    for (path, text) in Registry(weeks: weeks).files(of: .worker) {
      try write(text, to: folder, path)
    }
  }

  /// Writes the manifest with the chosen weeks.
  private func writeManifest(to folder: URL) throws {
    let manifest = package.appending(path: "Package.swift")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    try write(Registry(weeks: weeks).manifest(from: text), to: folder, "Package.swift")
  }

  /// Returns whether a file of the syllabus is not another week's hints.
  private func isGivenOut(_ path: String) -> Bool {
    guard path.hasPrefix("Hints/") else { return true }
    return weeks.contains { path.hasPrefix("Hints/\($0.id).") }
  }

  /// Copies the pristine stub, twice, and the files beside it.
  private func copyLesson(of week: Week, to folder: URL, marker: String) throws {
    let file = "\(week.module).swift"
    try copyTree("Exercises/\(week.folder)", to: folder) { $0 != file }
    let stub = "\(marker)\n\n" + (try Assigning(package: package).stub(week))
    try write(stub, to: folder, "Exercises/\(week.folder)/\(file)")
    try write(stub, to: folder, "\(Release.stubsName)/\(file)")
  }

  /// Returns the other contents of Exercises/: a lesson without exercises, and the glossary.
  private func readingMatter() throws -> [String] {
    let weeks = Set(Course.weeks.map(\.folder))
    return try names(in: "Exercises").filter { !weeks.contains($0) }
  }

  /// Copies the graded suites.
  ///
  /// A file that only tests the course itself is left out.
  private func copySuites(of week: Week, to folder: URL) throws {
    try copyTree("Tests/\(week.module)Tests", to: folder) { path in
      guard path.hasSuffix(".swift") else { return true }
      let file = package.appending(path: "Tests/\(week.module)Tests/\(path)")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return !text.contains(": FrameworkTestCase") || text.contains(": GradedTestCase")
    }
  }
}

// MARK: Copying

extension ReleaseContents {
  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: package.appending(path: path).path)
  }

  /// Returns the names in a folder, in order, without those that begin with a dot.
  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: package.appending(path: path).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  private func copyTree(
    _ path: String, to folder: URL, where isWanted: (String) -> Bool = { _ in true }
  ) throws {
    for file in try FileTree(package.appending(path: path)).files where isWanted(file) {
      try copy("\(path)/\(file)", to: folder)
    }
  }

  private func copy(_ path: String, to folder: URL) throws {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: package.appending(path: path)).write(to: target)
  }

  private func write(_ text: String, to folder: URL, _ path: String) throws {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }
}
