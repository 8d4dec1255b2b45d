import Datasets
import Tensors
import Text

extension DemoReport.Mistake {
  /// The maximum number of pictures in a report.
  static let most = 8

  /// The first pictures whose answer differs from their label.
  ///
  /// - Parameters:
  ///   - columns: the pictures as columns.
  ///   - labels: their classes, counted from 0.
  ///   - answers: the classifier's answer for each picture; those that are not a class are left
  ///     out.
  ///   - names: the names of the classes.
  ///   - shape: the rows and columns of a picture.
  /// - Returns: at most eight mistakes.
  /// - Throws: `ShapeError` if the pictures have another size.
  static func among(
    _ columns: Tensor, _ labels: [Double], answers: [Double], names: [String], shape: [Int]
  ) throws -> [Self] {
    guard answers.count == labels.count else { return [] }
    var found: [Self] = []
    for place in labels.indices where answers[place] != labels[place] && found.count < most {
      guard let answer = Int(exactly: answers[place]), names.indices.contains(answer) else {
        continue
      }
      found.append(
        Self(pixels: try columns.column(place).reshaped(shape: shape), caption: names[answer]))
    }
    return found
  }

  /// Mistakes on the pictures of sneakers and ankle boots.
  static func amongShoes(_ test: LabelledData, answers: Tensor) throws -> [Self] {
    let names = FashionMNIST.names(.current)
    return try among(
      test.X, test.Y.elements, answers: answers.elements, names: [names[7], names[9]],
      shape: [28, 28])
  }
}

extension FashionMNIST {
  /// The names of the classes in a language.
  static func names(_ language: Language) -> [String] {
    language == .chinese ? chineseClassNames : classNames
  }
}
