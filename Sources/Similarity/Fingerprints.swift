import Text

/// Every run of so many words as one number, and the few of them that stand for a text.
///
/// Winnowing: of every window of consecutive runs the smallest number is taken. Two texts that share `window + length - 1` words in a row share a fingerprint, wherever the
/// words stand.
///
/// Source: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document
/// Fingerprinting", SIGMOD 2003.
struct Fingerprints {
  /// Words of a run.
  ///
  /// Shorter ones are found in everybody's code.
  static let length = 9
  /// Runs of a window.
  static let window = 4

  /// The number of the run that begins at each word.
  let runs: [UInt64]
  /// Where functions begin; what reaches from one into the next is no fingerprint, because functions
  /// can change places.
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

  /// The runs that stand for the text, each once.
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
