extension [String] {
  /// Up to three of the names, and how many more there are: `a, b, c (+2)`.
  var firstNames: String {
    let shown = prefix(3).joined(separator: ", ")
    return count > 3 ? "\(shown) (+\(count - 3))" : shown
  }
}
