import Foundation
import Text

extension [GradedExam] {
  /// Adds the remarks that need the other files: copies, and people who handed in twice.
  mutating func remarkOnEachOther() {
    for group in Dictionary(grouping: indices, by: { self[$0].answers }).values {
      for place in group {
        let others = group.filter { $0 != place && self[$0].isCopy(of: self[place]) }
        guard !others.isEmpty else { continue }
        let names = files(others)
        self[place].remarks.append(
          Phrase(
            "has the answers and seconds of \(names): a copy", zh: "答案和用时与 \(names) 相同：疑为副本"))
        if others.contains(where: { $0 < place }) { self[place].isCounted = false }
      }
    }
    for group in Dictionary(grouping: indices, by: { self[$0].person }).values
    where group.count > 1 {
      // The one handed in first; those who handed in the others already knew its questions.
      let counted = group.min { (self[$0].finished, $0) < (self[$1].finished, $1) }
      for place in group {
        let others = files(group.filter { $0 != place })
        self[place].remarks.append(
          Phrase(
            "\(printable(self[place].student)) has another file: \(others)",
            zh: "\(printable(self[place].student)) 还有另一份答卷：\(others)"))
        if place != counted { self[place].isCounted = false }
      }
    }
    for place in indices where !self[place].isMarked { self[place].isCounted = false }
    for place in indices where !self[place].isCounted {
      self[place].remarks.append(Phrase("not in the statistics", zh: "不计入统计"))
    }
  }

  private func files(_ places: [Int]) -> String {
    places.map { printable(self[$0].file) }.joined(separator: ", ")
  }
}

extension [AnswerFile] {
  /// The most frequent number of questions in the files; the larger of two that are equally
  /// frequent, and nil where no two files agree.
  var usualCount: Int? {
    Dictionary(grouping: self, by: \.statedCount).filter { $0.value.count > 1 }
      .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
  }
}

extension AnswerFile {
  /// The number of questions that were asked according to the file, and at least those in it.
  var statedCount: Int { Swift.max(asked ?? 0, answers.count) }
}

extension GradedExam {
  /// The quiz, the seed and every answer, which two good exams may share.
  fileprivate var answers: [String] {
    [quiz, "\(seed)"] + items.map { "\($0.question) \(String(describing: $0.response))" }
  }

  /// Returns whether two exams with the same answers took the same seconds too, as honest ones
  /// cannot: most of them, since whoever copies a file may change a few.
  fileprivate func isCopy(of other: GradedExam) -> Bool {
    guard answeredCount > 0 else { return false }
    let same = zip(items, other.items).count { $0.response != nil && $0.seconds == $1.seconds }
    // Fewer answers do not tell two exams apart.
    guard answeredCount >= 4 else { return same == answeredCount && started == other.started }
    return 3 * same >= 2 * answeredCount
  }

  /// The identity of a person in a quiz, however the name is spelled.
  fileprivate var person: [String] {
    let name = student.precomposedStringWithCompatibilityMapping.lowercased()
    return [quiz, name.split(whereSeparator: \.isWhitespace).joined(separator: " ")]
  }
}
