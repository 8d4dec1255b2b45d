import Banks

/// Recognizes shapes among typed texts, since exports list each in its usual spellings in sequence.
enum ShapeSpellings {
  /// Groups the answers into shapes; nil unless every answer is a spelling of one.
  ///
  /// A file that lists a single spelling accepts only that text, so it stays a text.
  static func groups(
    _ answers: [ForeignQuestion.Answer]
  ) -> [(shape: String, answer: ForeignQuestion.Answer)]? {
    var groups: [(shape: String, answer: ForeignQuestion.Answer)] = []
    var rest = answers[...]
    while let first = rest.first {
      guard let shape = TypedShape(first.text) else { return nil }
      let spellings = shape.usualSpellings
      guard rest.prefix(spellings.count).map(\.text) == spellings,
        rest.prefix(spellings.count).allSatisfy({
          $0.share == first.share && $0.explanation == first.explanation
        })
      else { return nil }
      groups.append((first.text, first))
      rest = rest.dropFirst(spellings.count)
    }
    return groups.isEmpty ? nil : groups
  }
}

extension TypedShape {
  /// The spellings that a program comparing texts should accept.
  var usualSpellings: [String] {
    let (loose, tight) = (axes.joined(separator: ", "), axes.joined(separator: ","))
    if axes.count == 1 { return ["(\(loose),)", "(\(loose))", loose] }
    return ["(\(loose))", "(\(tight))", loose, tight]
  }
}
