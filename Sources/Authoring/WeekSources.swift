public import Coursework
import Files
public import Foundation

/// What a week's learners are asked and how they are graded: its part of the syllabus, its suites
/// and its stub, of no date and no machine.
///
/// Neither its hints nor its lesson, the quizzes, or another week are part of it. Of what several
/// weeks are given it holds the files that the week mentions.
public struct WeekSources {
  private let week: Week
  private let package: URL
  private let syllabus: Syllabus

  /// Reads the syllabus of a package once for all its weeks.
  public struct Syllabus {
    /// A folder of a week, or one file of what several are given.
    fileprivate struct Unit {
      let path: String
      let files: [(path: String, data: Data)]
      /// The names by which others use it.
      let declared: Set<Substring>
      /// All names that stand in it.
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
        // What a comment says needs nothing.
        let code = text.split(separator: "\n").map { line in
          line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
        }.joined(separator: "\n")
        return Unit(
          path: path, files: contents, declared: DeclaredNames(text).names,
          mentioned: Set(code.matches(of: #/\w+/#).map(\.0)))
      }
    }

    /// The files of a week and of all that it mentions, directly or not.
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

  /// Chooses a week of a package whose syllabus has been read.
  public init(of week: Week, in package: URL, _ syllabus: Syllabus) {
    self.week = week
    self.package = package
    self.syllabus = syllabus
  }

  /// The SHA-256 digest as hexadecimal digits.
  ///
  /// - Parameter folders: further folders of the package that count.
  /// - Returns: 64 digits.
  /// - Throws: what keeps a file from being read.
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

/// The names by which other files use what a source declares: its types, its free functions, and
/// what it adds to types that are declared elsewhere.
struct DeclaredNames {
  let names: Set<Substring>

  init(_ source: String) {
    let lines = source.split(separator: "\n")
    let type = #/^(?:public |final )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/#
    let types = Set(lines.compactMap { $0.firstMatch(of: type)?.1 })
    var names = types
    var isForeign = false
    for line in lines {
      if let match = line.firstMatch(of: #/^(?:public |package )?extension (\w+)/#) {
        isForeign = !types.contains(match.1)
      } else if line.first == "}" {
        isForeign = false
      } else if let match = line.firstMatch(
        of: #/^(  )?(?:public |package |static |mutating )*(?:func|var|let|struct|enum) (\w+)/#),
        match.1 == nil || isForeign
      {
        names.insert(match.2)
      }
    }
    self.names = names
  }
}

/// Names what learners are asked and how they are graded.
public enum CourseVersion {
  /// The first eight digits of the digest of each week, `3f2a91c0`, by the week's id.
  public static func ids(of weeks: [Week], in package: URL) throws -> [String: String] {
    let syllabus = try WeekSources.Syllabus(of: package)
    return try Dictionary(
      uniqueKeysWithValues: weeks.map { week in
        let digest = try WeekSources(of: week, in: package, syllabus).digest()
        return (week.id, String(digest.prefix(8)))
      })
  }

  /// One name for the versions of several weeks.
  public static func id(of versions: [String: String]) -> String {
    let text = versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    return String(SHA256.hex(of: Data(text.utf8)).prefix(8))
  }
}
