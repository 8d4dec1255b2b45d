/// An error that says what is wrong in every language of the course.
///
///     error.phrase(.chinese)   // the sentence in Chinese
///     "\(error)"               // the same in the language of the environment
public protocol PhrasedError: Error, CustomStringConvertible {
  /// A sentence that says what was expected, what came, where, and what to do next.
  var phrase: Phrase { get }
}

extension PhrasedError {
  /// The error in the language of this run.
  public var description: String { phrase(.current) }
}

extension Phrase {
  /// Makes the phrase of any error: its own sentence, or, of an error that is not the course's, its
  /// description.
  public init(of error: any Error) {
    self = (error as? any PhrasedError)?.phrase ?? Phrase("\(error)", zh: "\(error)")
  }
}
