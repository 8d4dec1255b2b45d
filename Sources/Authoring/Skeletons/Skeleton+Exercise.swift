public import Coursework
import Foundation
import Text

extension Skeleton {
  /// Begins an exercise of a week: its declaration, solution, a first mistake, an alternative
  /// solution, a test class, hints, and a place in the lesson.
  ///
  /// - Returns: the files that were written.
  /// - Throws: `SkeletonError` when the name is invalid or taken, or a place to insert is not
  ///   found.
  public func addExercise(_ name: String, to week: Week) throws -> [Written] {
    guard name.wholeMatch(of: #/[a-z][A-Za-z0-9]*/#) != nil else {
      throw SkeletonError.badExercise(name)
    }
    guard !week.exercises.contains(where: { $0.info.name == name }) else {
      throw SkeletonError.taken("\(week.id).\(name)")
    }
    let type = name.prefix(1).uppercased() + name.dropFirst()
    let suite = "Tests/\(week.module)Tests/\(type)Tests.swift"
    guard !exists(suite) else { throw SkeletonError.taken(suite) }
    let solutions = "Solutions/\(week.folder)"
    let declaration = "Sources/Syllabus/\(week.module)/\(week.id).swift"
    // All texts are made before any is written, so that an error changes nothing.
    var texts = [
      (declaration, try declared(name, in: week, text(declaration))),
      (
        "\(solutions)/\(week.module).swift",
        try text("\(solutions)/\(week.module).swift")
          + Self.solution(name)
      ),
      (
        "\(solutions)/Alternatives.swift",
        try listed(
          "  \(week.id).\(name).alternative(\"TODO\") { _ in throw NotImplemented() }",
          in: "\(solutions)/Alternatives.swift", "alternatives")
      ),
    ]
    texts += try mistakes(of: name, in: week, type)
    for language in Language.allCases {
      let hints = Hints.path(of: week.id, language)
      texts.append((hints, try text(hints) + Self.hints(name, language)))
      let lesson = "Exercises/\(week.folder)/README\(language == .english ? "" : ".zh").md"
      texts.append((lesson, try text(lesson) + Self.paragraph(name, language)))
    }
    let written = texts.map { Written(path: $0.0, isNew: !exists($0.0)) }
    for (path, text) in texts { try write(text, to: path) }
    try write(Self.tests(week, name, type), to: suite)
    return written + [Written(path: suite, isNew: true)]
  }

  private func declared(_ name: String, in week: Week, _ text: String) throws -> String {
    guard let list = text.range(of: "exercises: ["),
      let end = text[list.upperBound...].range(of: "\n    ])")
    else {
      throw SkeletonError.noPlace(
        file: "Sources/Syllabus/\(week.module)/\(week.id).swift", line: "exercises: [ … ])")
    }
    var text = text
    text.insert(contentsOf: "\n      \(name),", at: end.lowerBound)
    return text
      + """

      extension \(week.id) {
        /// TODO: The types of the function, its parameters, points and samples.
        public static let \(name) = Exercise<Tensor, Tensor>(
          "\(name)", week: "\(week.id)", parameters: ["x"], points: 5,
          sample: { random in random.randn(random.randint(2, 5), random.randint(2, 5)) })
      }

      """
  }

  /// Adds an entry at the end of a file's first list, which may be one of several.
  private func listed(_ entry: String, in path: String, _ list: String) throws -> String {
    var text = try text(path)
    let head = /@ImplementationList (?:public |private )?var \w+: \[Implementation\] {\n/
    if let start = text.firstRange(of: head) {
      let body = text[start.upperBound...]
      if body.hasPrefix("}") {
        text.insert(contentsOf: entry + "\n", at: body.startIndex)
        return text
      }
      if let end = body.range(of: "\n}\n") {
        text.insert(contentsOf: "\n" + entry, at: end.lowerBound)
        return text
      }
    }
    throw SkeletonError.noPlace(
      file: path, line: "@ImplementationList public var \(list): [Implementation] {")
  }

  /// Adds another list to a sum of lists of mistakes, in a file of its own.
  private func mistakes(
    of name: String, in week: Week, _ type: String
  ) throws -> [(String, String)] {
    let path = "Solutions/\(week.folder)/Mistakes.swift"
    let entry = Self.mistake(week, name)
    var text = try text(path)
    guard let start = text.range(of: "\npublic var mistakes: [Implementation] {\n"),
      let end = text[start.upperBound...].range(of: "\n}\n")
    else { return [(path, try listed(entry, in: path, "mistakes"))] }
    text.insert(contentsOf: " + \(name)Mistakes", at: end.lowerBound)
    let part = """
      import Coursework
      import Syllabus
      import Tensors

      @ImplementationList var \(name)Mistakes: [Implementation] {
      \(entry)
      }

      """
    return [(path, text), ("Solutions/\(week.folder)/Mistakes+\(type).swift", part)]
  }

  private static func solution(_ name: String) -> String {
    """

    /// TODO: What it computes, in one sentence that begins with a noun or a verb in -s.
    ///
    /// TODO: The formula, an example with its printed output.
    ///
    /// - Parameter x: TODO: what it is, and its shape.
    /// - Returns: TODO: what comes, and its shape.
    public func \(name)(_ x: Tensor) throws -> Tensor {
      // BEGIN SOLUTION
      throw NotImplemented()  // TODO: the solution.
      // END SOLUTION
    }

    """
  }

  private static func mistake(_ week: Week, _ name: String) -> String {
    """
      \(week.id).\(name).mistaken(
        "TODO", "TODO: what the learner did, and where to look.", zh: "TODO：错在哪里，该看哪里。"
      ) { _ in throw NotImplemented() }
    """
  }

  private static func hints(_ name: String, _ language: Language) -> String {
    let items = Phrase(
      "1. TODO: a nudge, as a question.\n2. TODO: the formula.\n3. TODO: nearly the code.",
      zh: "1. TODO：点拨，最好是一个问题。\n2. TODO：公式。\n3. TODO：接近代码。")
    return "\n## \(name)\n\n\(items(language))\n"
  }

  private static func paragraph(_ name: String, _ language: Language) -> String {
    Phrase(
      "\n**`\(name)`** TODO: what it is for, the formula, a small example by hand.\n",
      zh: "\n**`\(name)`** TODO：用途、公式、一个可以手算的小例子。\n")(language)
  }

  private static func tests(_ week: Week, _ name: String, _ type: String) -> String {
    """
    import Coursework
    import GradedTesting
    import Syllabus
    import Tensors
    import Text

    final class \(type)Tests: GradedTestCase {
      override class var exercise: any AnyExercise { \(week.id).\(name) }

      func testKnownValues() throws {
        try grade(3) {
          // TODO: published values, or NumPy's by a script in Tests/Peers/; never the solution's own.
          try expect(\(week.id).\(name)(Tensor([1, 2])), equals: Tensor([.nan, .nan]))
        }
      }

      // TODO: a law, and the edge cases: one example, zeros, large numbers.

      func testFreshInputs() throws {
        try grade(2) { try \(week.id).\(name).expectToAgreeWithReference() }
      }
    }

    """
  }
}
