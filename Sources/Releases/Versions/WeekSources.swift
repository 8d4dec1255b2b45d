public import Coursework
import Files
public import Foundation

/// The sources that determine what a week's learners are asked and how they are graded: its part of
/// the syllabus, its suites and its stub, independent of date and machine.
///
/// Its hints and lesson, the quizzes and other weeks are excluded. Of the files given to several
/// weeks, those that the week mentions are included.
public struct WeekSources {
  private let week: Week
  private let package: URL
  private let syllabus: Syllabus

  /// The syllabus of a package, read once for all its weeks.
  public struct Syllabus {
    /// The folder of a week, or a single file given to several.
    fileprivate struct Unit {
      let path: String
      let files: [(path: String, data: Data)]
      /// The names by which others use it.
      let declared: Set<Substring>
      /// All names that occur in it.
      let mentioned: Set<Substring>
    }

    fileprivate let units: [Unit]

    /// Reads Sources/Syllabus.
    public init(of package: URL) throws {
      let root = package.appending(path: "Sources/Syllabus")
      var files: [String: [String]] = [:]
      for path in try FileTree(root).files where path.hasSuffix(".swift") {
        guard let folder = path.split(separator: "/").first, path.contains("/") else { continue }
        files[folder == "Given" ? path : "\(folder)", default: []].append(path)
      }
      units = try files.sorted { $0.key < $1.key }.map { path, files in
        let contents = try files.map { file in
          (path: file, data: try Data(contentsOf: root.appending(path: file)))
        }
        let text = contents.map { String(decoding: $0.data, as: UTF8.self) }
          .joined(separator: "\n")
        return Unit(
          path: path, files: contents, declared: DeclaredNames(text).names,
          mentioned: Set(text.split(separator: "\n").flatMap(Self.words(of:))))
      }
    }

    /// Returns the words of a line before its comment, which does not depend on what it mentions.
    private static func words(of line: Substring) -> [Substring] {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Returns the files of a week and of everything it mentions, directly or indirectly.
    fileprivate func files(of week: Week) -> [(path: String, data: Data)] {
      var rest = units
      var chosen = rest.filter { $0.path == week.module }
      rest.removeAll { $0.path == week.module }
      var mentioned = chosen.reduce(into: Set<Substring>()) { $0.formUnion($1.mentioned) }
      while let index = rest.firstIndex(where: { !$0.declared.isDisjoint(with: mentioned) }) {
        let unit = rest.remove(at: index)
        mentioned.formUnion(unit.mentioned)
        chosen.append(unit)
      }
      return chosen.flatMap(\.files).sorted { $0.path < $1.path }
    }
  }

  /// Creates the sources of a week, from a package whose syllabus has been read.
  public init(of week: Week, in package: URL, _ syllabus: Syllabus) {
    self.week = week
    self.package = package
    self.syllabus = syllabus
  }

  /// Computes the SHA-256 digest as hexadecimal digits.
  ///
  /// - Parameter folders: further folders of the package to include.
  /// - Returns: 64 digits.
  /// - Throws: any error in reading a file.
  public func digest(with folders: [String] = []) throws -> String {
    var content = Data()
    func add(_ name: String, _ data: Data) {
      content.append(contentsOf: "\(name)\n\(data.count)\n".utf8)
      content.append(data)
    }
    for (path, data) in syllabus.files(of: week) { add("Sources/Syllabus/\(path)", data) }
    for folder in ["Tests/\(week.module)Tests"] + folders {
      for path in try FileTree(package.appending(path: folder)).files {
        let file = package.appending(path: "\(folder)/\(path)")
        add("\(folder)/\(path)", try Data(contentsOf: file))
      }
    }
    add(week.id, Data(try Assigning(package: package).stub(week).utf8))
    return SHA256.hex(of: content)
  }
}
