/// Why a data set cannot be read or made.
public enum DatasetError: Error, Equatable, Sendable {
  /// A file that belongs to the course is in none of the places where it is looked for.
  case missingFile(name: String, searched: [String])
  /// An array has another shape than the data set needs.
  case shape(name: String, expected: String, actual: [Int])
  /// There are not as many labels as examples.
  case unequalCounts(examples: Int, labels: Int)
  /// A label is not a whole number from 0 to 999.
  case label(Double, index: Int)
  /// A value of a picture is NaN or infinite.
  case notFinite(Double, index: Int)
  /// There is no example at all.
  case empty
  /// The pictures to test with are not as large as those to learn from.
  case unequalPictures(training: [Int], test: [Int])
  /// There is no example of a class.
  case noExamples(ofClass: Int)
  /// Two classes that should differ are the same.
  case sameClass(Int)
  /// A label does not fit in a number of classes.
  case tooFewClasses(Int, label: Int)
  /// A problem with one array of a file.
  indirect case inFile(path: String, DatasetError)
}

extension DatasetError: CustomStringConvertible {
  /// One sentence that says what was found and what was expected.
  public var description: String {
    switch self {
    case .missingFile(let name, let searched):
      return
        "the file \(name) of the course is missing; build the package again, or look why it is "
        + "in none of: " + searched.joined(separator: ", ")
    case .shape(let name, let expected, let actual):
      return "\(name) must have the shape \(expected), but has "
        + "(\(actual.map(String.init).joined(separator: ", "))\(actual.count == 1 ? "," : ""))"
    case .unequalCounts(let examples, let labels):
      return "there are \(examples) examples but \(labels) labels: expected one label for each"
    case .label(let value, let index):
      return "label \(index) is \(value): expected a whole number from 0 to 999"
    case .notFinite(let value, let index):
      return "value \(index) is \(value): expected finite numbers"
    case .empty:
      return "there is no example: expected at least one"
    case .unequalPictures(let training, let test):
      func text(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
      return "the pictures of train_x have \(text(training)) values, those of test_x "
        + "\(text(test)): expected the same height, width and channels"
    case .noExamples(ofClass: let label):
      return "there is no example of class \(label)"
    case .sameClass(let label):
      return "expected two different classes, but both are \(label)"
    case .tooFewClasses(let classes, let label):
      return "\(classes) classes have the labels 0 to \(classes - 1), but an example has \(label)"
    case .inFile(let path, let error):
      return "\(path): \(error)"
    }
  }
}
