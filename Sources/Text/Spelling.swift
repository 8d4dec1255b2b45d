/// Finds what was probably meant by a misspelled word.
public enum Spelling {
  /// Returns the candidate with the fewest changed letters, if it is near enough to be a typo: one
  /// letter, or a third of the word's.
  ///
  ///     Spelling.nearest("sigmiod", ["sigmoid", "softmax"])   // "sigmoid"
  public static func nearest(_ word: String, _ candidates: [String]) -> String? {
    let scored = candidates.map { (candidate: $0, distance: distance(word, $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, word.count / 3)
    else { return nil }
    return best.candidate
  }

  /// Counts the letters to insert, remove or replace, and the neighbours to exchange, ignoring
  /// case.
  ///
  /// The table is computed row by row after Wagner and Fischer (Journal of the ACM 21, 1974); the
  /// exchange is Damerau's (Communications of the ACM 7, 1964).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    var row = Array(0...b.count)
    var rowBefore = row
    for i in a.indices {
      let last = row
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], rowBefore[j - 1] + 1)
        }
      }
      rowBefore = last
    }
    return row[b.count]
  }
}
