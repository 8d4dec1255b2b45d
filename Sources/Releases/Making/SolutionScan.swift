import Foundation

/// Searches texts for lines of the solutions.
///
/// A line counts if it has at least five words, where a word is a name, a number or an operator:
/// four are no more than `let m = Double(X.columns)`, while five can be a whole solution, `abs(try
/// y - yHat).sum()`. A line in the stub of the same week, outside the solution regions, was given
/// to learners, also as a formula that writes β for `beta`.
struct SolutionScan {
  /// The smallest number of words of a line that is searched for.
  static let fewestWords = 5

  /// A line of a solution found elsewhere.
  struct Finding: Equatable {
    let file: String
    let line: Int
    /// The location of the line in the solution.
    let source: String
  }

  private struct Secret {
    let tokens: [Substring]
    let source: String
  }

  /// The lines to search for, by their first two tokens.
  private let secrets: [Substring: [Substring: [Secret]]]
  /// The number of lines to search for.
  let count: Int

  /// - Parameter solutions: every file of the solutions, with the stub of its week. A file without
  ///   regions is entirely a solution.
  init(_ solutions: [(name: String, text: String, stub: String)]) {
    var all: [Secret] = []
    var seen: Set<[Substring]> = []
    for solution in solutions {
      let given = TokenPlaces(SourceTokens(Self.spellingOutGreek(solution.stub)).tokens)
      for (number, line) in Self.regions(of: solution.text) {
        let tokens = Self.trimmed(SourceTokens(String(line)).tokens)
        guard SourceTokens.words(in: Self.withoutTexts(tokens)) >= Self.fewestWords,
          !given.contains(run: tokens), seen.insert(tokens).inserted
        else { continue }
        all.append(Secret(tokens: tokens, source: "\(solution.name):\(number)"))
      }
    }
    count = all.count
    secrets = Dictionary(grouping: all) { $0.tokens[0] }
      .mapValues { Dictionary(grouping: $0) { $0.tokens[1] } }
  }

  /// Returns the solution's lines found in a text, in order.
  func findings(in text: String, file: String) -> [Finding] {
    let source = SourceTokens(text)
    let tokens = source.tokens
    var findings: [Finding] = []
    for start in tokens.indices.dropLast() {
      guard let candidates = secrets[tokens[start]]?[tokens[start + 1]] else { continue }
      for secret in candidates where tokens[start...].starts(with: secret.tokens) {
        findings.append(Finding(file: file, line: source.lines[start], source: secret.source))
      }
    }
    return findings
  }

  /// Returns the numbered lines of code that learners must write.
  private static func regions(of text: String) -> [(number: Int, line: Substring)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hasRegions = lines.contains { $0.drop { $0 == " " } == "// BEGIN SOLUTION" }
    var isInside = !hasRegions
    return lines.enumerated().compactMap { index, line in
      let word = line.drop { $0 == " " }
      if word == "// BEGIN SOLUTION" { isInside = true }
      if word == "// END SOLUTION" { isInside = false }
      return isInside && !word.hasPrefix("//") ? (index + 1, line) : nil
    }
  }

  private static func spellingOutGreek(_ text: String) -> String {
    [("β", "beta"), ("ε", "epsilon"), ("λ", "lambda")].reduce(text) { text, letter in
      text.replacingOccurrences(of: letter.0, with: letter.1)
    }
  }

  /// Returns tokens without trailing commas and braces, which depend on what follows.
  private static func trimmed(_ tokens: [Substring]) -> [Substring] {
    var tokens = tokens
    while let last = tokens.last {
      let closes = tokens.count { $0 == ")" } > tokens.count { $0 == "(" }
      guard last == "," || last == "{" || last == "}" || (last == ")" && closes) else { break }
      tokens.removeLast()
    }
    return tokens
  }

  /// Returns tokens without the contents of string literals.
  private static func withoutTexts(_ tokens: [Substring]) -> [Substring] {
    var isText = false
    return tokens.filter { token in
      if token == "\"" { isText.toggle() }
      return !isText
    }
  }
}

/// Tokens indexed by where they occur.
private struct TokenPlaces {
  private let tokens: [Substring]
  private let places: [Substring: [Int]]

  init(_ tokens: [Substring]) {
    self.tokens = tokens
    places = Dictionary(grouping: tokens.indices) { tokens[$0] }
  }

  /// Returns whether these tokens occur in sequence.
  func contains(run: [Substring]) -> Bool {
    guard let first = run.first else { return false }
    return (places[first] ?? []).contains { tokens[$0...].starts(with: run) }
  }
}
