/// An error that says what is wrong in every language of the course.
///
///     error.phrase(.chinese)   // the sentence in Chinese
///     "\(error)"               // the same in the language of the environment
public protocol PhrasedError: Error, CustomStringConvertible {
  /// What was expected, what came, where, and what to do next.
  var phrase: Phrase { get }
}

extension PhrasedError {
  /// The error in the language of this run.
  public var description: String { phrase(.current) }
}

extension Phrase {
  /// What an error says: its own sentence, or, of an error that is not the course's, what it calls
  /// itself.
  public init(of error: any Error) {
    self = (error as? any PhrasedError)?.phrase ?? Phrase("\(error)", zh: "\(error)")
  }
}
