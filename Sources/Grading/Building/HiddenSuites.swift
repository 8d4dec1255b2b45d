import Foundation

/// An instructor's own XCTest files, added to the judge as another test target.
///
/// They are written like the course's own: subclasses of `GradedTestCase` that declare their
/// exercise.
public struct HiddenSuites {
  static let module = "HiddenTests"

  let folder: URL

  /// Copies the files into a package and declares their target in its manifest.
  ///
  /// An earlier version of them is replaced.
  func add(to package: URL) throws {
    let target = package.appending(path: "Tests/\(Self.module)")
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let files = try SourceDigest.files(in: folder).filter { $0.name.hasSuffix(".swift") }
    guard !files.isEmpty else {
      throw GradingError.noHiddenSuites(folder: folder.path)
    }
    for file in files {
      let name = file.name.replacing("/", with: "+")
      try Data(contentsOf: file.url).write(to: target.appending(path: name))
    }
    let manifest = package.appending(path: "Package.swift")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    guard !text.contains(Self.declaration) else { return }
    try (text + Self.declaration).write(to: manifest, atomically: true, encoding: .utf8)
  }

  private static let declaration = """

    package.targets.append(
      .testTarget(
        name: "\(module)",
        dependencies: ["Coursework", "Datasets", "GradedTesting", "Syllabus", "Tensors"],
        swiftSettings: [.swiftLanguageMode(.v6)]))

    """
}
