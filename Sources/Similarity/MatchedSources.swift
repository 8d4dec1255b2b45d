import Foundation

/// Two sources of a week, and the regions they share.
struct MatchedSources {
  let first: [UInt8]
  let second: [UInt8]
  let matched: MatchedRegions

  /// Chooses the two most similar attempts; nil if either student has no source of the week.
  init?(
    _ week: String, _ first: [[String: Data]], _ second: [[String: Data]], _ given: GivenCode
  ) {
    var best: MatchedSources?
    for one in Self.distinct(week, first) {
      for two in Self.distinct(week, second) {
        let found = MatchedSources(one, two, given)
        if found.matched.alike > best?.matched.alike ?? -1 { best = found }
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init(_ first: [UInt8], _ second: [UInt8], _ given: GivenCode) {
    self.first = first
    self.second = second
    matched = MatchedRegions(first, second, given: given)
  }

  /// The last five different attempts, most recent first.
  private static func distinct(_ week: String, _ attempts: [[String: Data]]) -> [[UInt8]] {
    var seen: Set<Data> = []
    return attempts.reversed().compactMap { $0[week] }.filter { seen.insert($0).inserted }
      .prefix(5).map(Array.init)
  }
}
