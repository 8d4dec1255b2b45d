import Coursework
import Foundation

/// The name, parameters and result type of a function, as written in its declaration.
struct FunctionSignature {
  /// A parameter.
  struct Parameter {
    let label: String
    let name: String
    let type: String

    /// The argument that passes the parameter on in a call.
    var argument: String { label == "_" ? name : "\(label): \(name)" }
  }

  let name: String
  let parameters: [Parameter]
  let result: String

  /// Parses the declaration of a public function; nil if there is none that returns a result.
  init?(of name: String, in source: String) {
    guard let function = FunctionText(named: name, in: source) else { return nil }
    let code = function.text.drop { $0.hasPrefix("///") }.joined(separator: "\n")
    guard let body = code.firstIndex(of: "{"),
      let arrow = code[..<body].range(of: "->", options: .backwards),
      let open = code.firstIndex(of: "("),
      let close = code[..<arrow.lowerBound].lastIndex(of: ")")
    else { return nil }
    self.name = name
    result = code[arrow.upperBound..<body].trimmingCharacters(in: .whitespacesAndNewlines)
    parameters = Self.parameters(code[code.index(after: open)..<close])
  }

  private static func parameters(_ list: Substring) -> [Parameter] {
    var depth = 0
    return list.split { character in
      if "([<".contains(character) { depth += 1 }
      if ")]>".contains(character) { depth -= 1 }
      return character == "," && depth == 0
    }.compactMap { parameter in
      let halves = parameter.split(separator: ":", maxSplits: 1)
      let words = halves.first?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
      guard halves.count == 2, let label = words.first, let name = words.last else { return nil }
      return Parameter(
        label: label, name: name,
        type: halves[1].trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}
