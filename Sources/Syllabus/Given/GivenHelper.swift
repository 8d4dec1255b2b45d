/// Something that is given to later weeks and would answer an exercise of another.
public struct GivenHelper: Sendable {
  /// How it is called, as `ThreeLayerNetwork`.
  public let name: String
  /// The ids of the weeks in which it may be used.
  public let weeks: Set<String>

  /// A word without which no text uses it: finding none takes no time, and a pattern does.
  public var word: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// What a text that uses it contains.
  public var use: Regex<Substring> {
    let use =
      switch name {
      case Self.he: #/\bLayerParameters\s*\.\s*`?he\b|\.\s*`?he`?\s*\(/#
      case Self.adam: #/\bAdamOptimizer\b/#
      case Self.batches: #/\bMiniBatches\b/#
      case Self.normalized: #/\bNormalizedNetwork\b/#
      default: #/\bThreeLayerNetwork\b/#
      }
    // A point ends a word here, which it does not in prose.
    return use.wordBoundaryKind(.simple)
  }

  private static let he = "LayerParameters.he"
  private static let adam = "AdamOptimizer"
  private static let batches = "MiniBatches"
  private static let normalized = "NormalizedNetwork"
  private static let classifiers: Set = ["C2W3a", "C2W3b"]

  /// All of them.
  public static let all = [
    GivenHelper(name: "ThreeLayerNetwork", weeks: ["C2W1a", "C2W1b", "C2W1c", "C2W2"]),
    GivenHelper(name: he, weeks: ["C2W1b", "C2W1c", "C2W2", "C2W3a", "C2W3b"]),
    GivenHelper(name: adam, weeks: classifiers),
    GivenHelper(name: batches, weeks: classifiers),
    GivenHelper(name: normalized, weeks: ["C2W3b"]),
  ]
}
