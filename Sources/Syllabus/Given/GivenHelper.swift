/// A declaration that later weeks may use and that would solve an exercise of another week.
public struct GivenHelper: Sendable {
  /// The name as written, such as `ThreeLayerNetwork`.
  public let name: String
  /// The ids of the weeks that may use it.
  public let weeks: Set<String>

  /// A word that occurs in every text that uses it; searching for it is faster than matching a
  /// pattern.
  public var word: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// The pattern of a use.
  public var use: Regex<Substring> {
    let use =
      switch name {
      case Self.he: #/\bLayerParameters\s*\.\s*`?he\b|\.\s*`?he`?\s*\(/#
      case Self.adam: #/\bAdamOptimizer\b/#
      case Self.batches: #/\bMiniBatches\b/#
      case Self.normalized: #/\bNormalizedNetwork\b/#
      default: #/\bThreeLayerNetwork\b/#
      }
    // Simple word boundaries end a word at a dot; the default ones do not.
    return use.wordBoundaryKind(.simple)
  }

  private static let he = "LayerParameters.he"
  private static let adam = "AdamOptimizer"
  private static let batches = "MiniBatches"
  private static let normalized = "NormalizedNetwork"
  private static let classifiers: Set = ["C2W3a", "C2W3b"]

  /// All given declarations.
  public static let all = [
    GivenHelper(name: "ThreeLayerNetwork", weeks: ["C2W1a", "C2W1b", "C2W1c", "C2W2"]),
    GivenHelper(name: he, weeks: ["C2W1b", "C2W1c", "C2W2", "C2W3a", "C2W3b"]),
    GivenHelper(name: adam, weeks: classifiers),
    GivenHelper(name: batches, weeks: classifiers),
    GivenHelper(name: normalized, weeks: ["C2W3b"]),
  ]
}
