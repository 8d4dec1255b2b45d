import Banks
import Files
import Foundation

/// The questions that a seed selects, identically when asking and when grading.
enum QuestionDraw {
  /// Draws some elements at random, keeping the author's order; returns all where no count is
  /// given.
  static func choose<Element>(_ elements: [Element], count: Int?, seed: Int) -> [Element] {
    guard let count, count < elements.count else { return elements }
    var places = Array(elements.indices)
    var random = RandomDraw(seed: seed, questionID: "choice of questions")
    random.shuffle(&places)
    return places.prefix(max(0, count)).sorted().map { elements[$0] }
  }

  /// Returns the elements in a random order.
  static func shuffle<Element>(_ elements: [Element], seed: Int) -> [Element] {
    var shuffled = elements
    var random = RandomDraw(seed: seed, questionID: "order of questions")
    random.shuffle(&shuffled)
    return shuffled
  }
}

/// The seeds of exams that nobody can practise with.
enum ExamSeed {
  /// The largest seed that `--seed` takes.
  static let largestGiven = 1_000_000_000

  /// A seed above all that can be given, from what only the instructor knows.
  ///
  /// It is `10⁹ + 1` and the first 48 bits of SHA-256 of the secret, a line end and the number.
  ///
  /// - Parameters:
  ///   - secret: the instructor's word.
  ///   - number: the number of the exam, so that one word serves many.
  /// - Returns: the seed, below 2⁵³.
  static func seed(secret: String, number: Int) -> Int {
    let digest = SHA256.hex(of: Data("\(secret)\n\(number)".utf8))
    return largestGiven + 1 + (Int(digest.prefix(12), radix: 16) ?? 0)
  }
}
