import Tensors
import Text

/// The number of times that each class was classified as each other class.
struct Confusion {
  private var counts: [[Int]]

  init(classes: Int) {
    counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
  }

  /// Counts answers, ignoring those that are not a class.
  init(_ labels: [Int], _ answers: [Int], classes: Int) {
    self.init(classes: classes)
    for (label, answer) in zip(labels, answers) where counts.indices.contains(answer) {
      count(label, as: answer)
    }
  }

  mutating func count(_ label: Int, as answer: Int) { counts[label][answer] += 1 }

  /// The counts, with a row for each class.
  var table: Tensor { Tensor(counts.map { $0.map(Double.init) }) }

  /// The accuracy in percent.
  var accuracy: Double {
    let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    return 100 * Double(right) / Double(max(1, counts.joined().reduce(0, +)))
  }

  /// A sentence about the most frequent mistake.
  func sentence(_ names: [String]?) -> String? {
    func name(_ label: Int) -> String {
      guard let names, names.indices.contains(label) else { return "\(label)" }
      return names[label]
    }
    var worst: (label: Int, answer: Int, count: Int)?
    for label in counts.indices {
      for answer in counts.indices
      where label != answer && counts[label][answer] > worst?.count ?? 0 {
        worst = (label, answer, counts[label][answer])
      }
    }
    guard let worst else { return nil }
    let total = counts[worst.label].reduce(0, +)
    let (shown, taken) = (name(worst.label), name(worst.answer))
    return Phrase(
      "most often confused: \(shown) taken for \(taken), \(worst.count) of \(total)",
      zh: "最常见的混淆：把“\(shown)”认成“\(taken)”，\(total) 个里有 \(worst.count) 个")(.current)
  }
}
