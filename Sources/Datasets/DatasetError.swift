public import Text

/// A reason why a data set cannot be read or generated.
public enum DatasetError: Error, Equatable, Sendable {
  /// A file that belongs to the course is in none of the folders that were searched.
  case missingFile(name: String, searched: [String])
  /// An array has a shape that the data set cannot use.
  case shape(name: Phrase, expected: [String], actual: [Int])
  /// The numbers of examples and labels differ.
  case unequalCounts(examples: Int, labels: Int)
  /// A label is not a whole number from 0 to 999.
  case label(Double, index: Int)
  /// A pixel value is NaN or infinite.
  case notFinite(Double, index: Int)
  /// There are no examples.
  case empty
  /// The test pictures differ in size from the training pictures.
  case unequalPictures(training: [Int], test: [Int])
  /// A class has no examples.
  case noExamples(ofClass: Int)
  /// The two classes to distinguish are the same.
  case sameClass(Int)
  /// A label is too large for the number of classes.
  case tooFewClasses(Int, label: Int)
  /// A problem with some arrays of a file, or with the whole file if none is named.
  indirect case inFile(path: String, arrays: [String] = [], DatasetError)
}

extension DatasetError: PhrasedError {
  /// The error as a sentence that says what was found and what was expected.
  public var phrase: Phrase {
    switch self {
    case .missingFile(let name, let searched):
      let folders = searched.joined(separator: ", ")
      return Phrase(
        "the course's file \(name) is missing; build the package again, or find out why it is "
          + "in none of: \(folders)",
        zh: "缺少课程文件 \(name)；请重新构建，或检查它为什么不在这些位置：\(folders)")
    case .shape(let name, let expected, let actual):
      let shape =
        "(\(actual.map(String.init).joined(separator: ", "))\(actual.count == 1 ? "," : ""))"
      return Phrase(
        "\(name(.english)) must have the shape \(Self.choice(expected, "or")), but has \(shape)",
        zh: "\(name(.chinese))的形状应为 \(Self.choice(expected, "或"))，却是 \(shape)")
    case .unequalCounts(let examples, let labels):
      return Phrase(
        "there are \(examples) examples but \(labels) labels: expected one label for each",
        zh: "有 \(examples) 个样本，却有 \(labels) 个标签：每个样本应有一个标签")
    case .label(let value, let index):
      return Phrase(
        "label \(index) is \(value): expected a whole number from 0 to 999",
        zh: "第 \(index) 个标签是 \(value)：应为 0 到 999 之间的整数")
    case .notFinite(let value, let index):
      return Phrase(
        "value \(index) is \(value): expected finite numbers",
        zh: "第 \(index) 个值是 \(value)：应为有限的数")
    case .empty:
      return Phrase("there are no examples: expected at least one", zh: "没有样本：至少需要一个")
    case .unequalPictures(let training, let test):
      func text(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
      return Phrase(
        "the pictures of train_x have \(text(training)) values, those of test_x "
          + "\(text(test)): expected the same height, width and channels",
        zh: "train_x 的图像是 \(text(training))，test_x 的却是 \(text(test))：高、宽和通道数应当相同")
    case .noExamples(ofClass: let label):
      return Phrase("there are no examples of class \(label)", zh: "类别 \(label) 没有样本")
    case .sameClass(let label):
      return Phrase(
        "expected two different classes, but both are \(label)",
        zh: "应为两个不同的类别，却都是 \(label)")
    case .tooFewClasses(let classes, let label):
      return Phrase(
        "\(classes) classes have the labels 0 to \(classes - 1), but an example has \(label)",
        zh: "\(classes) 个类别的标签是 0 到 \(classes - 1)，但有样本的标签是 \(label)")
    case .inFile(let path, let arrays, let error):
      func place(_ comma: String, _ and: String) -> String {
        arrays.isEmpty ? path : path + comma + arrays.joined(separator: " \(and) ")
      }
      return Phrase(
        "\(place(", ", "and")): \(error.phrase(.english))",
        zh: "\(place(" 的 ", "和"))：\(error.phrase(.chinese))")
    }
  }

  /// Joins the shapes: `a`, `a or b`, `a, b or c`.
  private static func choice(_ shapes: [String], _ or: String) -> String {
    let (rest, last) = (shapes.dropLast(), shapes.last ?? "")
    return rest.isEmpty ? last : rest.joined(separator: ", ") + " \(or) \(last)"
  }
}
