import Coursework
import Datasets
import Syllabus
import Tensors

/// Two ways to name clothes that need no training: by the nearest mean of a class, or by the nearest
/// of all pictures.
struct ClothesClassifier {
  /// Pictures as columns, and their classes.
  struct Pictures {
    let X: Tensor
    let labels: [Int]
  }

  /// What pictures are compared with, as columns, and their classes.
  private let known: Tensor
  private let classes: [Int]

  /// Compares with the mean of each of ten classes.
  init(means of: Pictures) throws {
    var belongs = Tensor.zeros(of.labels.count, 10)
    for (i, label) in of.labels.enumerated() { belongs[i, label] = 1 }
    known = try dot(of.X, belongs) / belongs.sum(axis: 0)
    classes = Array(0..<10)
  }

  /// Compares with every picture.
  init(pictures: Pictures) {
    known = pictures.X
    classes = pictures.labels
  }

  /// The class of the nearest.
  func answers(to X: Tensor) throws -> [Int] {
    // ‖a - x‖² without ‖x‖², which is the same for all.
    let lengths = try known.squared().sum(axis: 0).reshaped(-1, 1)
    let distances = try lengths - 2 * dot(known.T, X)
    return try distances.argmin(axis: 0).elements.map { classes[Int($0)] }
  }

  /// The part that is named wrongly, in percent.
  func error(on pictures: Pictures) throws -> Double {
    let right = try zip(answers(to: pictures.X), pictures.labels).count(where: { $0 == $1 })
    return 100 * (1 - Double(right) / Double(pictures.labels.count))
  }
}

/// The clothes of the lesson about strategy: catalogue pictures to learn from, and the same kind moved
/// by two pixels, which is what counts.
struct ClothesSets {
  let training, trainDev, dev, test: ClothesClassifier.Pictures
  /// The dev set before it was moved.
  let unmoved: ClothesClassifier.Pictures

  /// The error of the best network in the list of Fashion-MNIST's README, in percent.
  static let bestKnown = 3.3

  init() throws {
    let (catalogue, photographed) = try (FashionMNIST.train, FashionMNIST.test)
    training = try Self.part(catalogue) { $0 % 10 != 9 }
    trainDev = try Self.part(catalogue) { $0 % 10 == 9 }
    dev = try Self.part(photographed, moved: 2) { $0 % 2 == 0 }
    test = try Self.part(photographed, moved: 2) { $0 % 2 == 1 }
    unmoved = try Self.part(photographed) { $0 % 2 == 0 }
  }

  private static func part(
    _ images: LabelledImages, moved pixels: Int = 0, _ isChosen: (Int) -> Bool
  ) throws -> ClothesClassifier.Pictures {
    let chosen = try images.images(at: (0..<images.count).filter(isChosen))
    let framed = try C4W1.zeroPad.reference(chosen.normalized, pixels)
    let X = try framed.slice(axis: 1, 0..<28).slice(axis: 2, 0..<28)
    return .init(X: try X.reshaped(chosen.count, -1).T, labels: chosen.labels)
  }

  /// The errors of a classifier from the training to the test set.
  func errors(of classifier: ClothesClassifier) throws -> [Double] {
    try [training, trainDev, dev, test].map { try classifier.error(on: $0) }
  }
}
