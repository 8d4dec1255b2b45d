public import Coursework
public import Foundation

/// The lists derived from the syllabus: what the programs serve, and the weeks in the manifest.
///
/// They are text in the package, written by `course assign`; `course verify` checks that they are
/// up to date. The order of weeks in Sources/Syllabus/Course.swift is the only such list written by
/// hand.
public struct Registry: Sendable {
  /// The weeks that the package has.
  public let weeks: [Week]

  /// Creates the lists of these weeks, in the order of study.
  public init(weeks: [Week]) {
    self.weeks = weeks
  }

  /// A program that serves the functions of every week.
  public enum Program: String, Sendable, CaseIterable {
    case worker, reference

    /// `Sources/worker/Serving`.
    public var folder: String { "Sources/\(rawValue)/Serving" }

    fileprivate func module(of week: Week) -> String {
      self == .worker ? week.module : "\(week.module)Solution"
    }
  }

  /// Returns the files of a program, by their paths in the package.
  public func files(of program: Program) -> [String: String] {
    var files = ["\(program.folder)/Serving.swift": list(of: program)]
    for week in weeks {
      files[Self.path(of: week, in: program)] = Self.serving(week, in: program)
    }
    return files
  }

  /// Returns the path of the file that lists a week's functions:
  /// `Sources/worker/Serving/LogisticRegression+Serving.swift`.
  public static func path(of week: Week, in program: Program) -> String {
    "\(program.folder)/\(week.module)+Serving.swift"
  }

  static let head = "// Written by `course assign`.\n\n"

  /// Returns the list that assigns a week's functions to exercises.
  ///
  /// - Parameters:
  ///   - week: the week.
  ///   - program: the program that serves it.
  ///   - additions: declarations after the list, for functions that the module lacks.
  /// - Returns: the text of the Swift file.
  public static func serving(
    _ week: Week, in program: Program, additions: String = ""
  ) -> String {
    let module = program.module(of: week)
    let imports = ["Coursework", "Syllabus", module].sorted().map { "import \($0)\n" }.joined()
    let functions = week.exercises.map {
      "  \(week.id).\($0.info.name).served(by: \($0.info.name)),\n"
    }.joined()
    var text =
      head + imports
        + """

        /// The module's function for each exercise; a changed signature is an error here.
        let \(week.listName): [Implementation] = [
        \(functions)]

        """
    if program == .reference {
      text += """

        /// The functions of known misconceptions, and the alternative solutions.
        let \(week.listName)Variants: [Implementation] = [
          \(module).mistakes,
          \(module).alternatives,
        ].flatMap(\\.self)

        """
    }
    return additions.isEmpty ? text : text + "\n" + additions
  }

  /// Returns the list that joins those of all weeks.
  private func list(of program: Program) -> String {
    let lists = weeks.map { week in
      let variants = program == .reference ? " + \(week.listName)Variants" : ""
      return "  ServedWeek(\"\(week.id)\", \(week.listName)\(variants)),\n"
    }.joined()
    let addition =
      program == .reference ? ", with those of known misconceptions and the alternatives" : ""
    return Self.head
      + """
      import Coursework

      /// The functions of all weeks\(addition).
      let servedFunctions: [ServedWeek] = [
      \(lists)]

      """
  }
}

// MARK: Demos

extension Registry {
  private static let demos = "Sources/Demos/Demo+All.swift"

  /// Returns the list of the demos of weeks that have a file for one.
  private func demoList(in package: URL) -> String {
    let names = weeks.filter { week in
      FileManager.default.fileExists(
        atPath: package.appending(path: "Sources/Demos/Demo+\(week.module).swift").path)
    }.map { "    \($0.listName),\n" }.joined()
    return Self.head
      + """
      extension Demo {
        /// Every demo, for the table of a worker.
        public static let all: [Demo] = [
      \(names)  ]
      }

      """
  }
}

// MARK: The manifest

extension Registry {
  private static let begin = "// BEGIN WEEKS"
  private static let end = "// END WEEKS"

  /// Inserts these weeks between the marks of a manifest.
  ///
  /// - Throws: `RegistryError.noMarks` when it has no marks.
  public func manifest(from text: String) throws -> String {
    var lines = text.components(separatedBy: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix(Self.begin) }),
      let last = lines[first...].firstIndex(where: { $0.hasPrefix(Self.end) })
    else { throw RegistryError.noMarks(begin: Self.begin, end: Self.end) }
    let list =
      ["let weekFolders = ["] + weeks.map { "  \"\($0.folder)\"," } + ["]"]
    lines.replaceSubrange(first + 1..<last, with: list)
    return lines.joined(separator: "\n")
  }
}

// MARK: In a package

extension Registry {
  /// What happened to a file.
  public enum Change: Sendable, Equatable {
    case written, removed
  }

  /// Returns every file that is out of date with the syllabus, by its path.
  public func differences(in package: URL) throws -> [String: (text: String?, change: Change)] {
    var differences: [String: (text: String?, change: Change)] = [:]
    for program in Program.allCases {
      differences.merge(self.differences(of: files(of: program), in: program.folder, of: package)) {
        $1
      }
    }
    differences.merge(try standInDifferences(in: package)) { $1 }
    let demos = demoList(in: package)
    if Self.text(package, Self.demos) != demos { differences[Self.demos] = (demos, .written) }
    let manifest = Self.text(package, "Package.swift") ?? ""
    let wanted = try self.manifest(from: manifest)
    if wanted != manifest { differences["Package.swift"] = (wanted, .written) }
    return differences
  }

  /// Returns the differences from a folder that should contain exactly these files.
  func differences(
    of wanted: [String: String], in folder: String, of package: URL
  ) -> [String: (text: String?, change: Change)] {
    var differences: [String: (text: String?, change: Change)] = [:]
    let place = package.appending(path: folder)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    where name.hasSuffix(".swift") && wanted["\(folder)/\(name)"] == nil {
      differences["\(folder)/\(name)"] = (nil, .removed)
    }
    for (path, text) in wanted where Self.text(package, path) != text {
      differences[path] = (text, .written)
    }
    return differences
  }

  /// Writes the files that differ.
  ///
  /// - Returns: the files that were written or removed.
  public func write(to package: URL) throws -> [(path: String, change: Change)] {
    let differences = try differences(in: package).sorted { $0.key < $1.key }
    for (path, difference) in differences {
      let url = package.appending(path: path)
      guard let text = difference.text else {
        try FileManager.default.removeItem(at: url)
        continue
      }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    }
    return differences.map { ($0.key, $0.value.change) }
  }

  private static func text(_ package: URL, _ path: String) -> String? {
    try? String(contentsOf: package.appending(path: path), encoding: .utf8)
  }
}

extension Week {
  /// The name of the list of the week's functions, `logisticRegression`.
  fileprivate var listName: String { module.prefix(1).lowercased() + module.dropFirst() }
}
