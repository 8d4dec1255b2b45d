public import Coursework
import Foundation
import Releases
import Text

extension Skeleton {
  /// Begins a week: its declaration, and the folders of its lesson, solution, suites and hints.
  ///
  /// - Parameters:
  ///   - id: `C1W5`.
  ///   - module: the name of the module that learners edit, `RecurrentNetwork`.
  ///   - weeks: the weeks that the course has.
  /// - Returns: the files that were written.
  /// - Throws: `SkeletonError` when the names are invalid or taken.
  public func addWeek(_ id: String, module: String, to weeks: [Week]) throws -> [Written] {
    guard id.wholeMatch(of: #/C[1-9]W[1-9][0-9]?[a-z]?/#) != nil else {
      throw SkeletonError.badWeek(id)
    }
    guard module.wholeMatch(of: #/[A-Z][A-Za-z0-9]*/#) != nil else {
      throw SkeletonError.badModule(module)
    }
    if let taken = weeks.first(where: { $0.id == id || $0.module == module }) {
      throw SkeletonError.taken("\(taken.id) \(taken.module)")
    }
    let title = module.replacing(#/([a-z0-9])([A-Z])/#) { "\($0.1) \($0.2.lowercased())" }
    let week = Week(id, module: module, title: Phrase(title, zh: title), exercises: [])
    let files = files(of: week, title)
    for path in files.map(\.path) where exists(path) { throw SkeletonError.taken(path) }
    for (path, text) in files { try write(text, to: path) }
    let place = weeks.lastIndex { $0.id < id }.map { $0 + 1 } ?? 0
    try list(id, after: place > 0 ? weeks[place - 1].id : nil)
    var all = weeks
    all.insert(week, at: place)
    let lists = try Registry(weeks: all).write(to: package)
    _ = try Assigning(package: package).assign(week)
    return files.map { Written(path: $0.path, isNew: true) }
      + [
        Written(path: "Exercises/\(week.folder)/\(module).swift", isNew: true),
        Written(path: Self.order, isNew: false),
      ] + lists.map { Written(path: $0.path, isNew: false) }
  }

  private static let order = "Sources/Syllabus/Course.swift"

  /// Inserts the week into the one list that is written by hand.
  private func list(_ id: String, after other: String?) throws {
    var lines = try text(Self.order).components(separatedBy: "\n")
    let mark = other.map { "    \($0).week," } ?? "  private static let allWeeks: [Week] = ["
    guard let place = lines.firstIndex(of: mark) else {
      throw SkeletonError.noPlace(file: Self.order, line: mark)
    }
    lines.insert("    \(id).week,", at: place + 1)
    try write(lines.joined(separator: "\n"), to: Self.order)
  }

  private func files(of week: Week, _ title: String) -> [(path: String, text: String)] {
    let (id, module) = (week.id, week.module)
    let solutions = "Solutions/\(week.folder)"
    let imports = "import Coursework\nimport Syllabus\nimport Tensors\n"
    let listName = module.prefix(1).lowercased() + module.dropFirst()
    let variants: [(path: String, text: String)] = [
      (
        "\(solutions)/Mistakes.swift",
        """
        \(imports)
        /// The exercises of this week as learners with a known misconception write them, each with the
        /// sentence that says what went wrong.
        @ImplementationList public var mistakes: [Implementation] {
        }

        """
      ),
      (
        "\(solutions)/Alternatives.swift",
        """
        \(imports)
        /// Right solutions written differently: a suite that rejects one of them asks for too much.
        @ImplementationList public var alternatives: [Implementation] {
        }

        """
      ),
    ]
    let lessons = Language.allCases.map { language in
      (
        path: "Exercises/\(week.folder)/README\(language == .english ? "" : ".zh").md",
        text: lesson(week, title, language)
      )
    }
    let hints = Language.allCases.map { (path: Hints.path(of: id, $0), text: "# \(id)\n") }
    return [
      (
        "Sources/Syllabus/\(module)/\(id).swift",
        """
        public import Coursework
        public import Tensors
        import Text

        /// TODO: Course and week, and what is learned, in one sentence.
        public enum \(id) {
          public static let week = Week(
            "\(id)", module: "\(module)",
            title: Phrase("\(title)", zh: "TODO"),
            exercises: [
            ])
        }

        """
      ),
      ("\(solutions)/\(module).swift", "import Syllabus\nimport Tensors\n"),
      (
        "Tests/\(module)Tests/Sources.swift",
        "// TODO: Where the expected values of this week come from: papers, laws, a script in Tests/Peers/.\n"
      ),
      (
        "Sources/Demos/Demo+\(module).swift",
        """
        import Coursework
        import Syllabus
        import Tensors
        import Text

        extension Demo {
          /// TODO: What is trained, and what it shows.
          static let \(listName) = Demo(
            week: "\(id)", summary: Phrase("TODO", zh: "TODO"), choices: []
          ) { _ in
            DemoReport(title: "TODO")
          }
        }

        """
      ),
    ] + variants + hints + lessons
  }

  private func lesson(_ week: Week, _ title: String, _ language: Language) -> String {
    let body = Phrase(
      """
      # \(title)

      TODO: What is built this week, and why, in three sentences.

      ![TODO: what the picture shows](Pictures/TODO.svg)

      ## How to work

      ```
      swift run course watch \(week.id)
      swift test --filter \(week.module)
      ```

      ## Exercises

      """,
      zh: """
        # \(title)

        TODO：用三句话说明这一周要做什么、为什么。

        ![TODO：图的内容](Pictures/TODO.svg)

        ## 怎么做

        ```
        swift run course watch \(week.id)
        swift test --filter \(week.module)
        ```

        ## 练习

        """)
    return body(language)
  }
}
