/// Where a public function stands in a file: its documentation, signature and body.
public struct FunctionText {
  /// The lines of the file, from 0.
  public let lines: Range<Int>
  /// The lines themselves.
  public let text: ArraySlice<Substring>

  /// Finds a function by its name; nil when the text has no `public func` of that name at the
  /// beginning of a line, or no closing brace of its own.
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
