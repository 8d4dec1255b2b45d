import Authoring
public import Coursework
public import Foundation

/// A week's solution as text, with the other ways in which learners write its functions.
public struct SolvedWeek {
  public let week: Week
  /// The functions as learners with a known misconception write them.
  let mistakes: [Variant]
  /// Right functions, written differently.
  let alternatives: [Variant]
  /// The solution itself.
  public let right: String
  private let marked: String

  /// - Parameter package: a package with its Solutions/.
  public init(_ week: Week, package: URL) throws {
    self.week = week
    let folder = package.appending(path: "Solutions/\(week.folder)")
    func text(_ facet: String) -> String {
      let file = folder.appending(path: "\(week.module)\(facet).swift")
      return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    let solution = try Assigning(package: package).solution(week)
    // A variant that calls what stands beside it and not in the learner's file is left out.
    let helpers = ["+Misconceptions", "+Mistaken", "+Alternatives", "+Variations"].flatMap {
      text($0).matches(of: #/\bfunc (\w+)/#).map { String($0.1) }
    }
    func variants(_ kind: String, _ facet: String) -> [Variant] {
      Variant.all(kind, of: week, in: text(facet)).filter { variant in
        !helpers.contains { variant.body.contains("\($0)(") }
          && FunctionText(variant.function, in: solution)?.parameters.count
            == variant.parameters.count
      }
    }
    marked = solution
    right = Self.unmarked(solution)
    mistakes = variants("mistaken", "+Misconceptions")
    alternatives = variants("alternative", "+Alternatives")
  }

  /// The solution with the functions that a text defines taken out, and the text behind it.
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

  /// The solution with some functions written otherwise.
  func file(with variants: [Variant]) -> String {
    Self.unmarked(
      variants.reduce(marked) { text, variant in
        FunctionText(variant.function, in: text)?.replaced(by: variant) ?? text
      })
  }

  /// The solution with the regions of some functions, by their order, as they were given out.
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

/// One function as somebody else writes it.
struct Variant {
  let function: String
  let parameters: [String]
  let body: String

  /// `C1W2.sigmoid.mistaken("missing-minus") { z in 1 / (1 + exp(z)) }`, wherever it stands.
  static func all(_ kind: String, of week: Week, in text: String) -> [Variant] {
    let head = #/(\w+)\.(\w+)\.(\w+)\("[^"]*"\) \{ ([\w, ]+) in\b/#
    return text.matches(of: head).compactMap { match in
      guard match.1 == week.id, match.3 == kind else { return nil }
      var depth = 1
      let rest = text[match.range.upperBound...]
      let end = rest.firstIndex { character in
        depth += character == "{" ? 1 : character == "}" ? -1 : 0
        return depth == 0
      }
      guard let end else { return nil }
      return Variant(
        function: String(match.2),
        parameters: match.4.split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        },
        body: rest[..<end].trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}

/// A function of a learner's file: its text, and where its region lies.
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

  /// The whole file with another body for the function; what calls the right one finds it beside.
  func replaced(by variant: Variant) -> String {
    let function = String(text[whole])
    // The whole body: what is given before the region the variant does itself.
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
