public import Coursework
public import Foundation
import Releases

/// The text of a week's solution, together with other ways in which learners write its functions.
public struct SolvedWeek {
  /// The week that the solution belongs to.
  public let week: Week
  /// The functions as written by learners with a known misconception.
  let mistakes: [Variant]
  /// Correct functions, written differently.
  let alternatives: [Variant]
  /// The solution itself.
  public let right: String
  private let marked: String

  /// Reads the solution of a week.
  ///
  /// - Parameters:
  ///   - week: the week to read.
  ///   - package: a package that contains Solutions/.
  /// - Throws: Foundation's error for a file that cannot be read.
  public init(_ week: Week, package: URL) throws {
    self.week = week
    let solution = try Assigning(package: package).solution(week)
    let folder = package.appending(path: "Solutions/\(week.folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let text = try names.filter { $0.hasPrefix("Mistakes") || $0.hasPrefix("Alternatives") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
    // Only what the program of solutions serves counts; text that merely looks like a variant does
    // not.
    let served = try Host.reference.variants().of(week.exercises)
    let helpers = text.matches(of: #/\bfunc (\w+)/#).map { String($0.1) }
    func variants(_ kind: String, _ known: [String: [String]]) -> [Variant] {
      Variant.all(kind, of: week, in: text).filter { variant in
        known["\(week.id).\(variant.function)"]?.contains(variant.id) == true
          // Leaves out a variant that calls a helper, which is not in the learner's file.
          && !helpers.contains { variant.body.contains("\($0)(") }
          && FunctionText(variant.function, in: solution)?.parameters.count
            == variant.parameters.count
      }
    }
    marked = solution
    right = Self.unmarked(solution)
    mistakes = variants("mistaken", served.misconceptions.mapValues { $0.map(\.id) })
    alternatives = variants("alternative", served.alternatives)
  }

  /// The solution without the functions that `text` defines, followed by `text`.
  public func right(besides text: String) -> String {
    var lines = right.components(separatedBy: "\n")
    for name in week.exercises.map(\.info.name) where text.contains("public func \(name)(") {
      guard let head = lines.firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
        let end = lines[head...].firstIndex(of: "}"),
        let before = lines[..<head].lastIndex(where: { !$0.hasPrefix("///") })
      else { continue }
      lines.removeSubrange((before + 1)...end)
    }
    return lines.joined(separator: "\n") + "\n" + text
  }

  /// The solution with some of its functions replaced.
  func file(with variants: [Variant]) -> String {
    Self.unmarked(
      variants.reduce(marked) { text, variant in
        FunctionText(variant.function, in: text)?.replaced(by: variant) ?? text
      })
  }

  /// The solution with the regions of these numbers left as they are handed out.
  func file(withoutRegions regions: Set<Int>) -> String {
    var parts = marked.components(separatedBy: "// BEGIN SOLUTION\n")
    for (number, part) in parts.enumerated().dropFirst() where regions.contains(number) {
      guard let end = part.range(of: "// END SOLUTION\n") else { continue }
      parts[number] =
        "// YOUR CODE HERE\n  throw NotImplemented()\n// END SOLUTION\n" + part[end.upperBound...]
    }
    return Self.unmarked(parts.joined(separator: "// BEGIN SOLUTION\n"))
  }

  var regionCount: Int { marked.components(separatedBy: "// BEGIN SOLUTION\n").count - 1 }

  private static func unmarked(_ text: String) -> String {
    text.components(separatedBy: "\n").filter { line in
      let word = line.drop { $0 == " " }
      return word != "// BEGIN SOLUTION" && word != "// END SOLUTION"
    }.joined(separator: "\n")
  }
}

/// One function as someone else writes it.
struct Variant {
  let function: String
  /// The variant's id, such as `missing-minus`.
  let id: String
  let parameters: [String]
  let body: String

  /// Finds every `C1W2.sigmoid.mistaken("missing-minus", …) { z in 1 / (1 + exp(z)) }` in a text.
  static func all(_ kind: String, of week: Week, in text: String) -> [Variant] {
    let head = #/(\w+)\.(\w+)\.(\w+)\(\s*"([^"]*)"/#
    return text.matches(of: head).compactMap { match in
      guard match.1 == week.id, match.3 == kind,
        let parenthesis = text[match.range].firstIndex(of: "("),
        let arguments = text.bracketed(at: parenthesis),
        let brace = text[arguments.upperBound...].dropFirst()
          .firstIndex(where: { !$0.isWhitespace }),
        text[brace] == "{", let body = text.bracketed(at: brace),
        let parameters = text[body].firstMatch(of: #/^\s*([\w, ]+?)\s+in\b/#)
      else { return nil }
      return Variant(
        function: String(match.2), id: String(match.4),
        parameters: parameters.1.split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        },
        body: text[parameters.range.upperBound..<body.upperBound]
          .trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}

extension String {
  /// The text between the bracket at `place` and its closing bracket, ignoring brackets inside
  /// string literals.
  fileprivate func bracketed(at place: Index) -> Range<Index>? {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for index in self[place...].indices {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch self[index] {
      case "\\": isEscaped = isQuoted
      case "\"": isQuoted.toggle()
      case "(", "[", "{": depth += isQuoted ? 0 : 1
      case ")", "]", "}": depth -= isQuoted ? 0 : 1
      default: break
      }
      if depth == 0 { return self.index(after: place)..<index }
    }
    return nil
  }
}

/// A function in a learner's file: its text and its position.
private struct FunctionText {
  private let name: String
  private let text: String
  private let whole: Range<String.Index>
  let parameters: [String]

  init?(_ name: String, in text: String) {
    guard let head = text.range(of: "public func \(name)("),
      let end = text[head.upperBound...].range(of: "\n}\n"),
      let brace = text[head.upperBound..<end.lowerBound].range(of: "{\n")
    else { return nil }
    self.name = name
    self.text = text
    whole = head.lowerBound..<end.upperBound
    parameters = text[head.upperBound..<brace.lowerBound].matches(of: #/_ (\w+):/#)
      .map { String($0.1) }
  }

  /// The whole file with another body for the function; a body that calls the original finds it
  /// under the name `right_…`.
  func replaced(by variant: Variant) -> String {
    let function = String(text[whole])
    // Replaces the whole body: the variant also does the work of the given lines before the region.
    guard let brace = function.range(of: "{\n") else { return text }
    let names = zip(variant.parameters, parameters).filter { $0 != "_" && $0 != $1 }
      .map { "  let \($0) = \($1)\n" }.joined()
    let call = "\(name)("
    let callsItself = variant.body.contains(call)
    let body = variant.body.replacing(call, with: "right_\(call)")
    let isExpression = !variant.body.contains("return ")
    let own =
      function[..<brace.upperBound] + names + (isExpression ? "  return " : "  ") + body + "\n}\n"
    let right =
      callsItself
      ? "\n" + function.replacing("public func \(call)", with: "func right_\(call)") : ""
    return text.replacingCharacters(in: whole, with: own + right)
  }
}
