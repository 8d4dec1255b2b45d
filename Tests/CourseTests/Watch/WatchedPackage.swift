import Coursework
import Foundation
import FrameworkTesting

/// A copy of the package with all its programs that builds instantly: a script in place of `swift`
/// copies the program of the solutions over the learner's, or prints the compiler's errors.
struct WatchedPackage {
  let package: CoursePackage

  init(in folder: URL) throws {
    package = try CoursePackage(in: folder)
    for name in ["worker", "reference", "DeepLearningCoursePackageTests.xctest"] {
      try package.add(program: name)
      // The files as `course` leaves them after a build.
      try package.write(
        "\(Date().timeIntervalSince1970)\n", to: ".build/debug/\(name).built")
    }
    for name in ["DeepLearningCourse_Datasets.resources"] {
      try FileManager.default.createSymbolicLink(
        at: package.programs.appending(path: name),
        withDestinationURL: RunEnvironment.current.programs.appending(path: name))
    }
    try package.write(
      """
      #!/bin/sh
      echo "$@" "COURSE_SET_ASIDE=$COURSE_SET_ASIDE" >>"\(folder.path)/builds.txt"
      if [ -z "$COURSE_SET_ASIDE" ] && [ -f "\(folder.path)/errors.txt" ]; then
        cat "\(folder.path)/errors.txt"
        exit 1
      fi
      ln -f "\(package.programs.path)/reference" "\(package.programs.path)/worker"

      """, to: "bin/swift")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: package.folder.appending(path: "bin/swift").path)
  }

  /// The environment variables of a program.
  func variables(_ language: String) -> [String: String] {
    let home = package.folder.appending(path: "home").path
    return [
      "TERM": "xterm-256color", "COURSE_LANG": language, "HOME": home, "XDG_DATA_HOME": home,
      "PATH": package.folder.appending(path: "bin").path + ":/usr/bin:/bin",
    ]
  }

  /// Writes a function into the learner's file, like an editor that saves it.
  func solve(
    _ function: String, in file: String, save: (String, URL) throws -> Void = Saving.byRenaming
  ) throws {
    let path = "Exercises/\(file)"
    var text = try package.text(path)
    let solution = try package.text("Solutions/\(file)")
    guard let own = FunctionText(named: function, in: text),
      let right = FunctionText(named: function, in: solution)
    else { throw CocoaError(.fileReadCorruptFile) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(own.lines, with: right.text.filter { !$0.contains("SOLUTION") })
    text = lines.joined(separator: "\n")
    try save(text, package.folder.appending(path: path))
  }
}

/// The methods by which editors save a file.
enum Saving {
  /// Writes a new file and renames it to the old name.
  static func byRenaming(_ text: String, _ file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  /// Empties the file and fills it slowly.
  static func byTruncating(_ text: String, _ file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    let bytes = Array(text.utf8)
    usleep(5000)
    try handle.write(contentsOf: bytes[..<(bytes.count / 2)])
    usleep(5000)
    try handle.write(contentsOf: bytes[(bytes.count / 2)...])
    try handle.close()
  }

  /// Moves the old file away and keeps it as a backup.
  static func byKeepingABackup(_ text: String, _ file: URL) throws {
    let backup = file.appendingPathExtension("orig")
    try? FileManager.default.removeItem(at: backup)
    try FileManager.default.moveItem(at: file, to: backup)
    usleep(30_000)
    try Data(text.utf8).write(to: file)
  }
}
