import Coursework
import Foundation
import GradedTesting
import XCTest

/// Tests that the drawing of the rooms in `Architecture.md`, the manifest and the imports agree.
final class ArchitectureTests: FrameworkTestCase {
  private static let package = RunEnvironment.current.package
  private static let article = "Sources/course/Course.docc/Architecture.md"

  func testTheDrawingShowsEveryRoomOnce() throws {
    let drawn = try Self.drawing().flatMap(\.self)
    XCTAssertEqual(
      drawn.sorted(), try Self.rooms(),
      "the drawing in \(Self.article) should show every folder of Sources/ once")
  }

  func testTheManifestLetsNoRoomDependUpward() throws {
    let level = try Self.levels()
    let dependencies = try Self.dependencies()
    for room in try Self.rooms() {
      for needed in dependencies[room, default: []] {
        guard let below = level[needed], let own = level[room] else { continue }
        XCTAssertLessThan(
          own, below, "Package.swift: \(room) depends on \(needed), which is not drawn below it")
      }
    }
  }

  func testNoFileImportsUpward() throws {
    let level = try Self.levels()
    for (room, file, imported) in try Self.imports() {
      guard let below = level[imported], let own = level[room] else { continue }
      XCTAssertLessThan(own, below, "\(file) imports \(imported), which is not drawn below \(room)")
    }
  }

  func testTheManifestDeclaresWhatIsImportedAndNothingElse() throws {
    let all = Set(try Self.rooms())
    let dependencies = try Self.dependencies()
    var imported: [String: Set<String>] = [:]
    for (room, _, module) in try Self.imports() where all.contains(module) {
      imported[room, default: []].insert(module)
    }
    for room in all {
      XCTAssertEqual(
        dependencies[room, default: []].intersection(all).sorted(),
        imported[room, default: []].sorted(),
        "Package.swift: the dependencies of \(room) should be what its files import")
    }
  }

  func testAWorkerIsRebuiltForEveryRoomLinkedIntoIt() throws {
    let dependencies = try Self.dependencies()
    var linked: Set<String> = []
    var rest: Set<String> = ["worker"]
    while let room = rest.popFirst() {
      rest.formUnion(dependencies[room, default: []].subtracting(linked))
      linked.insert(room)
    }
    linked.formIntersection(try Self.rooms())
    linked.remove("worker")
    let file = "Sources/course/Building/ProgramBuild.swift"
    let list = try XCTUnwrap(
      Self.text(file).firstMatch(of: /let rooms = \[([^\]]*)\]/), "\(file) lists no rooms")
    XCTAssertEqual(
      Self.names(in: list.1).sorted(), linked.sorted(),
      "\(file) should list the rooms that a worker is built from")
  }

  func testEveryEnvironmentVariableIsExplained() throws {
    let sources = try ["Sources", "Tests"].flatMap(Self.files(in:)) + ["Package.swift"]
    let used = try sources.filter { !$0.contains("/HostileSubmissions/") }.flatMap { file in
      try Self.text(file).matches(of: /"((?:COURSE|HOSTILE)_[A-Z_]+)"/).map { String($0.1) }
    }
    let explained = try Self.text(Self.article)
      .matches(of: /^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/.anchorsMatchLineEndings())
      .flatMap { $0.1.matches(of: /[A-Z_]+/).map { String($0.output) } }
    XCTAssertEqual(
      explained.sorted(), Set(used).sorted(),
      "\(Self.article) should explain the variables that the sources use")
  }

  func testEveryFileNamedInTheArticleExists() throws {
    let words = try Self.text(Self.article).matches(of: /`([\w.+-]+(?:\/[\w.+-]+)+)\/?`/)
      .map { String($0.1) }
    XCTAssertGreaterThan(words.count, 5, "\(Self.article) should name files as `Room/File.swift`")
    for path in words {
      let places = [path, "Sources/\(path)"].map { Self.package.appending(path: $0).path }
      XCTAssertTrue(
        places.contains(where: FileManager.default.fileExists),
        "\(Self.article) names \(path), which does not exist")
    }
  }

  // MARK: Reading

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The lines of the drawing, from the top.
  private static func drawing() throws -> [[String]] {
    let block = try XCTUnwrap(
      text(article).firstMatch(of: /## Rooms\n(?s:.*?)```text\n(?<lines>(?s:.*?))```/),
      "\(article) has no drawing under “Rooms”")
    return block.lines.split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
  }

  /// The line on which each room is drawn, counted from 0 at the top.
  private static func levels() throws -> [String: Int] {
    try Dictionary(
      drawing().enumerated().flatMap { level, rooms in rooms.map { ($0, level) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func rooms() throws -> [String] {
    let folder = package.appending(path: "Sources").path
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The dependencies of each target, parsed from the manifest's text.
  private static func dependencies() throws -> [String: Set<String>] {
    let manifest = try text("Package.swift")
    let declared = manifest.matches(
      of: /[tT]arget\(\s*name: "(\w+)",\s*dependencies:\s*\[([^\]]*)\]\s*(\+ instructorModules)?/)
    var all: [String: Set<String>] = [:]
    for target in declared {
      all[String(target.1)] = names(in: target.2)
    }
    let instructors = try XCTUnwrap(
      manifest.firstMatch(of: /let instructorModules[^?]*\?\s*\[\]\s*:\s*\[([^\]]*)\]/))
    all["course", default: []].formUnion(names(in: instructors.1))
    return all
  }

  private static func names(in list: Substring) -> Set<String> {
    Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
  }

  /// Every import in Sources/, with the room of its file.
  private static func imports() throws -> [(room: String, file: String, module: String)] {
    try rooms().flatMap { room in
      try files(in: "Sources/\(room)").flatMap { file in
        try text(file)
          .matches(of: /^ *(?:@\w+ )*(?:\w+ )?import (\w+)/.anchorsMatchLineEndings())
          .map { (room, file, String($0.1)) }
      }
    }
  }

  private static func files(in folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: package.appending(path: folder).path)
    return names.flatMap { name in
      let path = "\(folder)/\(name)"
      // Links to folders are followed; anything that is not a folder has no files.
      return name.hasSuffix(".swift") ? [path] : (try? files(in: path)) ?? []
    }
  }
}
