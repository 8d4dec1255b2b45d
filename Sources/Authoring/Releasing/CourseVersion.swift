import Coursework
import Files
public import Foundation
import Syllabus

/// Names what learners are asked and how they are graded: a digest of the syllabus, the suites and
/// the stubs of all weeks, of no date and no machine.
public enum CourseVersion {
  /// The first eight digits of the SHA-256 digest, `3f2a91c0`.
  ///
  /// A release that holds some of the weeks has the version of the course that it was made from.
  public static func id(of package: URL) throws -> String {
    var content = Data()
    func add(_ name: String, _ data: Data) {
      content.append(contentsOf: "\(name)\n\(data.count)\n".utf8)
      content.append(data)
    }
    let folders = ["Sources/Syllabus"] + Course.weeks.map { "Tests/\($0.module)Tests" }
    for folder in folders {
      for path in try FileTree(package.appending(path: folder)).files {
        add("\(folder)/\(path)", try Data(contentsOf: package.appending(path: "\(folder)/\(path)")))
      }
    }
    let assigning = Assigning(package: package)
    for week in Course.weeks { add(week.id, Data(try assigning.stub(week).utf8)) }
    return String(SHA256.hex(of: content).prefix(8))
  }
}

/// The files below a folder.
struct FileTree {
  /// The paths of the files, in order; those that begin with a point are left out.
  let files: [String]

  init(_ folder: URL, hidden: Bool = false) throws {
    var files: [String] = []
    func visit(_ folder: URL, _ prefix: String) throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        if !hidden, name.hasPrefix(".") { continue }
        let url = folder.appending(path: name)
        if FileManager.default.isFolder(url.path) {
          try visit(url, prefix + name + "/")
        } else {
          files.append(prefix + name)
        }
      }
    }
    try visit(folder, "")
    self.files = files
  }
}
