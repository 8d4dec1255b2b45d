/// The times, in minutes before the end, at which a learner is told how much time is left.
struct TimeWarnings: Sendable {
  /// The warnings still to come, in minutes, with the next one last.
  private var coming: [Int]

  /// - Parameter secondsLeft: the time left when the learner starts or resumes; nil without a
  ///   limit.
  init(secondsLeft: Double?) {
    coming = [1, 5].filter { Double(60 * $0) < secondsLeft ?? 0 }
  }

  /// Returns the minutes to announce now; nil before the next warning and once it was given.
  mutating func due(secondsLeft: Double) -> Int? {
    var minutes: Int?
    while let next = coming.last, secondsLeft <= Double(60 * next) { minutes = coming.removeLast() }
    return secondsLeft > 0 ? minutes : nil
  }

  /// Returns the seconds until the next warning, or until the time is up.
  func wait(secondsLeft: Double) -> Double {
    max(0, secondsLeft - Double(60 * (coming.last ?? 0)))
  }
}
