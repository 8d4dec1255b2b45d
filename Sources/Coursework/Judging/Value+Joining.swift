import Tensors

extension Value {
  /// Returns an answer with two mistakes: each part as the mistake that changes it has it, and with
  /// both changes where both do.
  func joined(with other: Value, right: Value, within tolerance: Tolerance) -> Value {
    parts.reduce(self) { answer, part in
      let (wanted, second) = (right.part(part.name), other.part(part.name))
      guard !second.matches(wanted, within: tolerance) else { return answer }
      guard part.values.count == second.count, second.count == wanted.count else { return answer }
      var rest = zip(second, wanted).map { $0 }[...]
      let isFirstRight = part.values.matches(wanted, within: tolerance)
      return answer.mapping(part: part.name) { mine in
        let (theirs, right) = rest.removeFirst()
        return isFirstRight ? theirs : mine.sum(of: theirs, around: right) ?? mine
      }
    }
  }

  /// Adds both changes to a number or a tensor; nil where the shapes differ.
  private func sum(of other: Value, around right: Value) -> Value? {
    switch (self, other, right) {
    case (.number(let a), .number(let b), .number(let c)): .number(a + b - c)
    case (.integer(let a), .integer(let b), .integer(let c)): .integer(a + b - c)
    case (.tensor(let a), .tensor(let b), .tensor(let c))
    where a.shape == b.shape && b.shape == c.shape:
      (try? a + b - c).map(Value.tensor)
    default: nil
    }
  }
}
