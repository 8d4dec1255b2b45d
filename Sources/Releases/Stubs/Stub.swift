import Text

/// A solution's source with the solutions removed.
///
/// A region between the lines `// BEGIN SOLUTION` and `// END SOLUTION` becomes
///
///     // YOUR CODE HERE
///     throw NotImplemented()
///
/// unless it contains lines of the form `// STUB: code`, which then appear in the stub instead, for
/// exercises that start from faulty code.
public struct Stub: Sendable {
  /// The text of the stub.
  public let text: String

  /// - Throws: `StubError` when a region is opened or closed twice, or never closed.
  public init(of solution: String, file: String) throws {
    var lines: [Substring] = []
    var region: [Substring]?
    var opened = 0
    for (index, line) in solution.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let word = line.drop { $0 == " " }
      switch (word, region) {
      case ("// BEGIN SOLUTION", nil):
        region = []
        opened = index + 1
      case ("// BEGIN SOLUTION", _?):
        throw StubError.nested(file: file, line: index + 1)
      case ("// END SOLUTION", let inside?):
        let indentation = line.prefix { $0 == " " }
        lines += Self.replacement(of: inside, indentation: indentation)
        region = nil
      case ("// END SOLUTION", nil):
        throw StubError.notOpened(file: file, line: index + 1)
      case (_, nil):
        lines.append(line)
      case (_, _?):
        region?.append(line)
      }
    }
    guard region == nil else { throw StubError.notClosed(file: file, line: opened) }
    text = lines.joined(separator: "\n")
  }

  private static func replacement(
    of region: [Substring], indentation: Substring
  ) -> [Substring] {
    let given = region.compactMap { line -> Substring? in
      let word = line.drop { $0 == " " }
      guard word.hasPrefix("// STUB:") else { return nil }
      return line.prefix { $0 == " " } + word.dropFirst("// STUB:".count).drop { $0 == " " }
    }
    guard given.isEmpty else { return [indentation + "// YOUR CODE HERE"] + given }
    return [indentation + "// YOUR CODE HERE", indentation + "throw NotImplemented()"]
  }
}
