import Foundation
import Reports

/// The fingerprints of one week's sources, and the pairs that share too many of them.
struct WeekSimilarity {
  /// A fingerprint and a student whose source has it.
  private struct Posting {
    let fingerprint: UInt64
    let student: Int32
  }

  private var postings: [Posting] = []

  mutating func add(_ fingerprints: [UInt64], of student: Int) {
    postings += fingerprints.map { Posting(fingerprint: $0, student: Int32(student)) }
  }

  /// The pairs that stand out, as indices of their students.
  ///
  /// An inverted index makes the time proportional to what is shared.
  func pairs(
    ofClass count: Int
  ) -> [(first: Int, second: Int, score: Double, shared: Int)] {
    let index = RarityIndex(postings.map { ($0.fingerprint, Int($0.student)) }, count: count)
    // The first pass learns what is usual in this class, the second finds what is not: there are
    // too many pairs to keep.
    var usual = Histogram()
    index.forEachPair { usual.add($0.score) }
    let bound = usual.bound
    var pairs: [(first: Int, second: Int, score: Double, shared: Int)] = []
    index.forEachPair { pair in
      if pair.shared >= ClassSimilarity.fewest, pair.score >= bound { pairs.append(pair) }
    }
    return pairs
  }

  /// The number of pairs for each score, in hundredths.
  struct Histogram {
    private var counts = [Int](repeating: 0, count: 101)

    mutating func add(_ score: Double) { counts[Int(min(1, score) * 100)] += 1 }

    /// The score from which a pair stands out.
    ///
    /// The scores of students who worked alone scatter about their median m approximately like a
    /// normal distribution with standard deviation σ = 1.4826 · median |score - m|. Since 1 - Φ(z)
    /// < exp(-z²/2), the probability that any of N such pairs lies beyond m + σ √(2 ln(100 N)) is
    /// below 1 %. A few copies change neither median much.
    var bound: Double {
      let total = counts.reduce(0, +)
      guard total > 0 else { return 1 }
      let median = Self.median(counts, total)
      var deviations = [Int](repeating: 0, count: 101)
      for (score, pairs) in counts.enumerated() { deviations[abs(score - median)] += pairs }
      let width = max(0.04, 1.4826 * Double(Self.median(deviations, total)) / 100)
      let bound = Double(median) / 100 + width * sqrt(2 * log(100 * Double(total)))
      return min(ClassSimilarity.surely, max(ClassSimilarity.threshold, bound))
    }

    private static func median(_ counts: [Int], _ total: Int) -> Int {
      var seen = 0
      return counts.firstIndex { count in
        seen += count
        return 2 * seen >= total
      } ?? 0
    }
  }
}

/// The owners of each fingerprint and the information that it carries.
private struct RarityIndex {
  /// The owners of each fingerprint, in ascending order.
  private var owners: [Int32] = []
  /// For each student the fingerprints that others have too: the range of their owners, and their
  /// information.
  private var owned: [[(owners: Range<Int>, bits: Double)]]
  private var information: [Double]

  init(_ postings: [(fingerprint: UInt64, student: Int)], count: Int) {
    let sorted = postings.sorted { $0 < $1 }
    owners = sorted.map { Int32($0.student) }
    information = [Double](repeating: 0, count: count)
    owned = [[(owners: Range<Int>, bits: Double)]](repeating: [], count: count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint { end += 1 }
      let bits = log2(Double(count + 1) / Double(end - start))
      // A fingerprint that half of a large class has is nobody's own.
      if end - start <= max(ClassSimilarity.mostOwners, count / 2) {
        for owner in owners[start..<end] {
          information[Int(owner)] += bits
          if end - start > 1 { owned[Int(owner)].append((start..<end, bits)) }
        }
      }
      start = end
    }
  }

  func forEachPair(
    _ body: ((first: Int, second: Int, score: Double, shared: Int)) -> Void
  ) {
    var bits = [Double](repeating: 0, count: information.count)
    var shared = [Int](repeating: 0, count: information.count)
    for first in information.indices where information[first] > 0 {
      for (range, worth) in owned[first] {
        // Owners are sorted, so that those after the first come last.
        for place in range.reversed() {
          let second = Int(owners[place])
          guard second > first else { break }
          shared[second] += 1
          bits[second] += worth
        }
      }
      for second in information.indices where second > first && information[second] > 0 {
        let score = bits[second] / min(information[first], information[second])
        body((first, second, min(1, score), shared[second]))
        shared[second] = 0
        bits[second] = 0
      }
    }
  }
}
