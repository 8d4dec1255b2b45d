/// Which parts of two sources are the same, word for word once normalized.
///
/// Greedy tiling: at every word of the first source the longest part of the second that runs along
/// with it and is not taken yet. A part counts when something in it is neither given nor explained by
/// the course's own solutions.
///
/// Source: M. J. Wise, "String Similarity via Greedy String Tiling and Running Karp-Rabin Matching",
/// University of Sydney, 1993.
struct MatchedRegions: Equatable {
  struct Region: Equatable {
    /// In bytes of the first source.
    let first: Range<Int>
    /// In bytes of the second.
    let second: Range<Int>
    let words: Int
  }

  /// In the order of the first source.
  private(set) var regions: [Region] = []

  init(_ first: [UInt8], _ second: [UInt8], given: GivenCode) {
    let one = NormalizedSource(first, given: given.names)
    let two = NormalizedSource(second, given: given.names)
    let oneRuns = Fingerprints(one.words).runs
    let twoRuns = Fingerprints(two.words).runs
    var places: [UInt64: [Int]] = [:]
    for (place, run) in twoRuns.enumerated() { places[run, default: []].append(place) }
    var taken = [Bool](repeating: false, count: two.words.count)
    var start = 0
    while start < oneRuns.count {
      var best = (length: 0, place: 0)
      // A hostile source repeats one run for ever; the first hundred places are enough.
      for place in (places[oneRuns[start]] ?? []).prefix(100) {
        var length = 0
        while start + length < one.words.count, place + length < two.words.count,
          !taken[place + length], one.words[start + length] == two.words[place + length]
        {
          length += 1
        }
        if length > best.length { best = (length, place) }
      }
      let runs = oneRuns[start..<max(start, start + best.length - Fingerprints.length + 1)]
      guard best.length >= Fingerprints.length, runs.contains(where: { !given.runs.contains($0) })
      else {
        start += 1
        continue
      }
      for place in best.place..<best.place + best.length { taken[place] = true }
      let end = start + best.length - 1
      regions.append(
        Region(
          first: one.ranges[start].lowerBound..<one.ranges[end].upperBound,
          second: two.ranges[best.place]
            .lowerBound..<two.ranges[best.place + best.length - 1]
            .upperBound,
          words: best.length))
      start = end + 1
    }
  }
}
