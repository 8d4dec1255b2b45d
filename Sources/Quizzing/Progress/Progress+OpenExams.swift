import Banks

extension Progress {
  /// Returns whether a seed would show questions of an exam that is not handed in yet, as it poses
  /// them.
  ///
  /// - Parameters:
  ///   - seed: a seed of practice, review or an export.
  ///   - keys: the keys of the questions, such as `C1W2/flatten-image`.
  /// - Returns: whether an open exam asks one of the questions with this seed.
  func isOpenExam(_ seed: Int, _ keys: some Sequence<String>) -> Bool {
    sessions.contains { session in
      session.mode == .exam && session.seed == seed
        && !Set(session.questions).isDisjoint(with: keys)
    }
  }

  /// Draws a seed that shows no questions of an exam that is not handed in yet.
  func drawSeed(for keys: [String]) -> Int {
    while true {
      let seed = Int.random(in: 0...999_999)
      if !isOpenExam(seed, keys) { return seed }
    }
  }

  /// Returns whether a session that was left would do so.
  func isOpenExam(_ session: SessionRecord) -> Bool {
    session.mode != .exam && isOpenExam(session.seed, session.questions)
  }
}
