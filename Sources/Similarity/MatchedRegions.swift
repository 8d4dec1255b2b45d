import Text

/// The parts that two normalized sources have in common, token for token.
///
/// Greedy tiling finds, at every token of the first source, the longest untaken part of the second
/// that matches. Within a part, only tokens count that belong neither to the given code nor to the
/// course's solutions nor to an import or the signature of a given function. Comments are not
/// tokens.
///
/// Source: M. J. Wise, "String Similarity via Greedy String Tiling and Running Karp-Rabin Matching",
/// University of Sydney, 1993.
struct MatchedRegions: Equatable {
  struct Region: Equatable {
    /// The counted pieces as byte ranges of the first source, with comments and given tokens
    /// between them.
    let first: [Range<Int>]
    /// The same as byte ranges of the second source.
    let second: [Range<Int>]
    /// The number of counted tokens.
    let words: Int
  }

  /// The share of a function that both sources have.
  struct Function: Equatable {
    let name: String
    /// The tokens that are its author's own.
    let own: Int
    /// The own tokens that the other source contains too.
    let shared: Int
  }

  /// The regions in the order of the first source.
  private(set) var regions: [Region] = []
  /// The functions of each source.
  let functions: (first: [Function], second: [Function])
  /// The share of the own tokens of the student with fewer that the other has too.
  let alike: Double

  static func == (left: Self, right: Self) -> Bool { left.regions == right.regions }

  init(_ first: [UInt8], _ second: [UInt8], given: GivenCode) {
    let one = OwnWords(first, given)
    let two = OwnWords(second, given)
    var places: [UInt64: [Int]] = [:]
    for (place, run) in two.runs.enumerated() { places[run, default: []].append(place) }
    var taken = [Bool](repeating: false, count: two.words.count)
    var shared = (
      first: [Bool](repeating: false, count: one.words.count),
      second: [Bool](repeating: false, count: two.words.count)
    )
    var start = 0
    while start < one.runs.count {
      var best = (length: 0, place: 0)
      // A hostile source may repeat one run endlessly; the first hundred places are enough.
      for place in (places[one.runs[start]] ?? []).prefix(100) {
        var length = 0
        while start + length < one.words.count, place + length < two.words.count,
          !taken[place + length], one.words[start + length] == two.words[place + length]
        {
          length += 1
        }
        if length > best.length { best = (length, place) }
      }
      let part = start..<start + best.length
      guard best.length >= Fingerprints.length, part.contains(where: { one.isOwn[$0] }) else {
        start += 1
        continue
      }
      for place in best.place..<best.place + best.length { taken[place] = true }
      let other = best.place..<best.place + best.length
      for place in part where one.isOwn[place] { shared.first[place] = true }
      for place in other where two.isOwn[place] { shared.second[place] = true }
      regions.append(
        Region(
          first: one.pieces(of: part), second: two.pieces(of: other),
          words: part.count { one.isOwn[$0] }))
      start = part.upperBound
    }
    functions = (one.functions(shared.first), two.functions(shared.second))
    let (least, counted) =
      one.count <= two.count ? (one.count, shared.first) : (two.count, shared.second)
    alike = least > 0 ? Double(counted.count { $0 }) / Double(least) : 0
  }
}

/// The tokens of a source, and which of them are its author's own.
struct OwnWords {
  let words: [UInt64]
  let runs: [UInt64]
  private(set) var isOwn: [Bool]
  private let ranges: [Range<Int>]
  private let source: [UInt8]

  init(_ source: [UInt8], _ given: GivenCode) {
    let normalized = NormalizedSource(source, given: given.names)
    self.source = source
    words = normalized.words
    ranges = normalized.ranges
    runs = Fingerprints(words).runs
    isOwn = [Bool](repeating: true, count: words.count)
    for (start, run) in runs.enumerated() where given.runs.contains(run) {
      for place in start..<start + Fingerprints.length { isOwn[place] = false }
    }
    leaveOutImportsAndSignatures(given.names)
  }

  /// The number of tokens that are the author's own.
  var count: Int { isOwn.count { $0 } }

  private mutating func leaveOutImportsAndSignatures(_ names: Set<String>) {
    let (function, importing, brace) = (
      fingerprint(of: "func"), fingerprint(of: "import"), fingerprint(of: "{")
    )
    var place = 0
    while place < words.count {
      if words[place] == importing {
        for word in place..<min(place + 2, words.count) { isOwn[word] = false }
        place += 2
      } else if words[place] == function, let name = text(place + 1), names.contains(name) {
        while place < words.count {
          isOwn[place] = false
          if words[place] == brace { break }
          place += 1
        }
      }
      place += 1
    }
  }

  private func text(_ word: Int) -> String? {
    guard ranges.indices.contains(word) else { return nil }
    return String(decoding: source[ranges[word]], as: UTF8.self)
  }

  /// The byte ranges of a part's own tokens, without comments between them.
  func pieces(of part: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var last: Int?
    for place in part where isOwn[place] {
      if let before = last, before == place - 1, let piece = pieces.last,
        !hasComment(ranges[before].upperBound..<ranges[place].lowerBound)
      {
        pieces[pieces.count - 1] = piece.lowerBound..<ranges[place].upperBound
      } else {
        pieces.append(ranges[place])
      }
      last = place
    }
    return pieces
  }

  /// Whether a comment stands in a gap, which may otherwise hold blanks and tokens that do not
  /// count, such as `try`.
  private func hasComment(_ gap: Range<Int>) -> Bool {
    let bytes = source[gap]
    return zip(bytes, bytes.dropFirst()).contains { first, second in
      first == UInt8(ascii: "/") && (second == UInt8(ascii: "/") || second == UInt8(ascii: "*"))
    }
  }

  /// How much of each function is the author's own, and how much of that is shared.
  func functions(_ shared: [Bool]) -> [MatchedRegions.Function] {
    let function = fingerprint(of: "func")
    let starts = words.indices.filter { words[$0] == function }
    return zip(starts, starts.dropFirst() + [words.count]).compactMap { start, end in
      let own = (start..<end).filter { isOwn[$0] }
      guard let name = text(start + 1), !own.isEmpty else { return nil }
      return MatchedRegions.Function(
        name: name, own: own.count, shared: own.count { shared[$0] })
    }
  }
}
