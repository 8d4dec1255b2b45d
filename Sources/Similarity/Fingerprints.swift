import Text

/// The hashes of all runs of tokens, and the selection of them that represents a text.
///
/// Winnowing selects the smallest hash in every window of consecutive runs. Two texts that share
/// `window + length - 1` consecutive tokens share a fingerprint, wherever the tokens stand.
///
/// Source: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document
/// Fingerprinting", SIGMOD 2003.
struct Fingerprints {
  /// The number of tokens in a run.
  ///
  /// Shorter runs occur in everybody's code.
  static let length = 9
  /// The number of runs in a window.
  static let window = 4

  /// The hash of the run that begins at each token.
  let runs: [UInt64]
  /// The positions at which functions begin.
  ///
  /// A run that crosses one is not a fingerprint, because functions can change places.
  private let breaks: [Int]

  init(_ words: [UInt64]) {
    let function = fingerprint(of: "func")
    breaks = words.indices.filter { words[$0] == function }
    guard words.count >= Self.length else {
      runs = []
      return
    }
    runs = (0...words.count - Self.length).map { start in
      var hash: UInt64 = 0
      for word in words[start..<start + Self.length] {
        hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
      }
      return hash
    }
  }

  /// The selected hashes, without repetition.
  var chosen: Set<UInt64> {
    var chosen: Set<UInt64> = []
    let ends = breaks + [runs.count + Self.length - 1]
    for (start, end) in zip([0] + breaks, ends) {
      let own = runs[min(start, runs.count)..<max(min(start, runs.count), end - Self.length + 1)]
      guard own.count > Self.window else {
        if let least = own.min() { chosen.insert(least) }
        continue
      }
      for first in own.startIndex...own.endIndex - Self.window {
        if let least = own[first..<first + Self.window].min() { chosen.insert(least) }
      }
    }
    return chosen
  }
}
