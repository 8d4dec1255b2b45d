/// Where a public function stands in a file: its documentation, signature and body.
struct FunctionText {
  let lines: Range<Int>
  let text: ArraySlice<Substring>

  init?(named name: String, in source: String) {
    let all = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = all.firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
      let end = all[start...].firstIndex(of: "}")
    else { return nil }
    var first = start
    while first > 0, all[first - 1].hasPrefix("///") { first -= 1 }
    lines = first..<end + 1
    text = all[lines]
  }
}
