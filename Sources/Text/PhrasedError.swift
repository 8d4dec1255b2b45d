import Foundation

/// An error that says what is wrong in every language of the course.
///
///     error.phrase(.chinese)   // the sentence in Chinese
///     "\(error)"               // the same in the language of the environment
public protocol PhrasedError: Error, CustomStringConvertible {
  /// A sentence that says what was expected, what was found, where, and what to do next.
  var phrase: Phrase { get }
}

extension PhrasedError {
  /// The error in the language of this run.
  public var description: String { phrase(.current) }
}

extension Phrase {
  /// Creates the phrase of any error: its own sentence; for Foundation's file errors, the path and
  /// the reason; for any other, its description.
  public init(of error: any Error) {
    if let error = error as? any PhrasedError {
      self = error.phrase
    } else if let error = error as? CocoaError, let path = error.filePath ?? error.url?.path {
      let reason = Phrase(reasonOf: error)
      self = Phrase("\(path): \(reason.english)", zh: "\(path)：\(reason.chinese)")
    } else {
      self = Phrase("\(error)", zh: "\(error)")
    }
  }
}
