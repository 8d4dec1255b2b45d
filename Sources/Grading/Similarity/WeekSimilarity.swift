import Foundation

/// The fingerprints of one week's sources, and the pairs that share too many.
struct WeekSimilarity {
  /// A fingerprint and one who has it.
  private struct Posting {
    let fingerprint: UInt64
    let student: Int32
  }

  private var postings: [Posting] = []

  mutating func add(_ fingerprints: [UInt64], of student: Int) {
    postings += fingerprints.map { Posting(fingerprint: $0, student: Int32(student)) }
  }

  /// The pairs at or above the threshold, by the places of their students.
  ///
  /// An inverted index: only students who share a rare fingerprint are compared at all, so that the
  /// time grows with what is shared and not with the square of the class.
  func pairs(
    ofClass count: Int
  ) -> [(first: Int, second: Int, score: Double, shared: Int)] {
    let sorted = postings.sorted {
      ($0.fingerprint, $0.student) < ($1.fingerprint, $1.student)
    }
    let most = max(Similarity.mostOwners, count / 20)
    var information = [Double](repeating: 0, count: count)
    /// For each student, where the owners of each rare fingerprint stand, and what it is worth.
    var owned = [[(owners: Range<Int>, bits: Double)]](repeating: [], count: count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint { end += 1 }
      let owners = start..<end
      let bits = log2(Double(count + 1) / Double(owners.count))
      if owners.count <= most {
        for place in owners {
          let student = Int(sorted[place].student)
          information[student] += bits
          if owners.count > 1 { owned[student].append((owners, bits)) }
        }
      }
      start = end
    }
    var pairs: [(first: Int, second: Int, score: Double, shared: Int)] = []
    var bits = [Double](repeating: 0, count: count)
    var shared = [Int](repeating: 0, count: count)
    for first in 0..<count {
      var met: [Int] = []
      for (owners, worth) in owned[first] {
        for place in owners {
          let second = Int(sorted[place].student)
          guard second > first else { continue }
          if shared[second] == 0 { met.append(second) }
          shared[second] += 1
          bits[second] += worth
        }
      }
      for second in met {
        let score = bits[second] / min(information[first], information[second])
        if shared[second] >= Similarity.fewest, score >= Similarity.threshold {
          pairs.append((first, second, min(1, score), shared[second]))
        }
        shared[second] = 0
        bits[second] = 0
      }
    }
    return pairs
  }
}
