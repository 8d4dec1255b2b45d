import Coursework
import Foundation
import FrameworkTesting
import XCTest

/// A copy of the course's exercises and solutions with the built command, so that a test may change
/// a learner's files.
struct CoursePackage {
  let folder: URL
  /// The folder of its programs.
  let programs: URL

  init(in folder: URL) throws {
    // The command resolves links in its own path, and temporary folders may contain some.
    self.folder = folder.resolvingSymlinksInPath()
    let package = RunEnvironment.current.package
    let files = FileManager.default
    for name in [
      "Package.swift", "Exercises", "Solutions", "Sources/Demos", "Sources/Syllabus/Hints",
      "Sources/reference", "Sources/worker",
    ] {
      try files.createDirectory(
        at: self.folder.appending(path: name).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try files.copyItem(
        at: package.appending(path: name), to: self.folder.appending(path: name))
    }
    programs = self.folder.appending(path: ".build/debug")
    try files.createDirectory(at: programs, withIntermediateDirectories: true)
    try add(program: "course")
  }

  /// The built command.
  var program: URL { programs.appending(path: "course") }

  /// Places a built program beside the command, under its own or another name.
  func add(program name: String, from other: String? = nil) throws {
    let source = RunEnvironment.current.programs.appending(path: other ?? name)
    let target = programs.appending(path: name)
    try? FileManager.default.removeItem(at: target)
    do {
      try FileManager.default.linkItem(at: source, to: target)
    } catch {
      try FileManager.default.copyItem(at: source, to: target)
    }
  }

  /// Runs the command in the package.
  func course(
    _ words: String..., language: String = "en"
  ) throws -> StartedProgram.Answer {
    try course(words, language: language)
  }

  /// Runs the command in the package.
  func course(
    _ words: [String], language: String = "en"
  ) throws -> StartedProgram.Answer {
    let home = folder.appending(path: "home").path
    return try StartedProgram(
      words, of: program, language: language,
      environment: ["HOME": home, "XDG_DATA_HOME": home, "NO_COLOR": "1"], in: folder
    ).answer()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Replaces a function's stub by its solution, like a learner who has written it.
  func solve(_ week: String) throws {
    let name = String(week.split(separator: "-")[1])
    let text = try text("Solutions/\(week)/\(name).swift").split(
      separator: "\n", omittingEmptySubsequences: false)
    let kept = text.filter { !$0.contains("// BEGIN SOLUTION") && !$0.contains("// END SOLUTION") }
    try write(kept.joined(separator: "\n"), to: "Exercises/\(week)/\(name).swift")
  }
}
