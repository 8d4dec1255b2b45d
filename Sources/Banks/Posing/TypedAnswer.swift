import Basics

/// A number as a learner types it: `12,288`, `1/4`, `2.5e-1`, `25%`, `－3`.
public struct TypedNumber: Sendable {
  /// A percentage as its fraction.
  public let value: Double

  /// Nil when the text is no number.
  public init?(_ text: String) {
    var text = halfWidth(text).filter { !$0.isWhitespace }
      .replacing("−", with: "-").replacing("–", with: "-")
    let isPercentage = text.hasSuffix("%")
    if isPercentage { text.removeLast() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = Self.plain(parts[0]) else { return nil }
    var value = first
    if parts.count == 2 {
      guard let second = Self.plain(parts[1]) else { return nil }
      value /= second
    }
    if isPercentage { value /= 100 }
    guard value.isFinite else { return nil }
    self.value = value
  }

  /// A decimal number; commas may group the digits of its whole part by threes.
  private static func plain(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 40, text.allSatisfy({ "0123456789.,+-eE".contains($0) })
    else { return nil }
    if text.contains(",") {
      guard text.wholeMatch(of: /[+-]?\d{1,3}(,\d{3})+(\.\d*)?/) != nil else { return nil }
    }
    return Double(text.filter { $0 != "," })
  }
}

/// A shape as a learner types it: `(4, m)`, `4,m`, `（12288，45）`, `[n_x, 1]`, `(5,)`.
public struct TypedShape: Sendable {
  /// What stands between the commas, without blanks.
  public let axes: [String]

  /// Nil when the text is no shape.
  public init?(_ text: String) {
    var inner = halfWidth(text).filter { !$0.isWhitespace && $0 != "`" }
      .replacing("、", with: ",").replacing("·", with: "*").replacing("×", with: "x")
      .replacing("−", with: "-")
    if let first = inner.first, let last = inner.last, inner.count >= 2,
      (first == "(" && last == ")") || (first == "[" && last == "]")
    {
      inner = String(inner.dropFirst().dropLast())
    }
    let isVector = inner.hasSuffix(",")
    if isVector { inner.removeLast() }
    if !inner.contains(","), inner.wholeMatch(of: /\d+(x\d+)+/) != nil {
      inner = inner.replacing("x", with: ",")
    }
    let axes = inner.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard axes.allSatisfy({ !$0.isEmpty && Self.isBalanced($0) }), axes.count == 1 || !isVector
    else { return nil }
    self.axes = axes
  }

  private static func isBalanced(_ axis: String) -> Bool {
    axis.count { $0 == "(" } == axis.count { $0 == ")" }
      && axis.count { $0 == "[" } == axis.count { $0 == "]" }
  }

  /// The one way of writing that stands for all of them. `(5,)` and `(5)` are the same shape.
  var canonical: String { "(" + axes.joined(separator: ",") + ")" }

  /// Whether no axis is a fraction or negative, as a shape in a bank must be.
  var isWhole: Bool {
    axes.allSatisfy { axis in
      guard axis.contains(where: { $0.isNumber || $0.isLetter }) else { return false }
      guard let number = Double(axis) else { return !axis.hasPrefix("-") }
      return number >= 0 && number == number.rounded() && !axis.contains(".")
    }
  }
}

/// A short text as a learner types it; case, width, blanks, hyphens and a final stop are ignored.
struct TypedText {
  var canonical: String

  init(_ text: String) {
    var text = halfWidth(text).lowercased()
    while let last = text.last, last.isWhitespace || ".。!！".contains(last) { text.removeLast() }
    canonical = text.filter { !$0.isWhitespace && !"-‐‑–_`".contains($0) }
  }
}
