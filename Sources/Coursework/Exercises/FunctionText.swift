/// The text of a public function in a file: its documentation, signature and body.
public struct FunctionText {
  /// The range of its lines in the file, from 0.
  public let lines: Range<Int>
  /// The lines themselves.
  public let text: ArraySlice<Substring>

  /// Finds a function by name; nil when no line of the text begins with a `public func` of that
  /// name, or when its closing brace is missing.
  public init?(named name: String, in source: String) {
    let all = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = all.firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
      let end = all[start...].firstIndex(of: "}")
    else { return nil }
    var first = start
    while first > 0, all[first - 1].hasPrefix("///") { first -= 1 }
    lines = first..<end + 1
    text = all[lines]
  }

  /// The lines of its documentation, without their slashes.
  public var documentation: [String] {
    text.prefix { $0.hasPrefix("///") }.map { line in
      let content = line.dropFirst(3)
      return String(content.first == " " ? content.dropFirst() : content)
    }
  }
}
