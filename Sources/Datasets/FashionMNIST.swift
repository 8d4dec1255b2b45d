import Foundation
import Tensors

/// Grayscale pictures of clothes, 28×28, in ten classes with 200 pictures for training and 100 for
/// testing each.
///
/// The first pictures of every class, in the order of the original files, from Fashion-MNIST by Han
/// Xiao, Kashif Rasul and Roland Vollgraf ("Fashion-MNIST: a Novel Image Dataset for Benchmarking
/// Machine Learning Algorithms", 2017), © 2017 Zalando SE, MIT license.
///
/// ```swift
/// let clothes = try FashionMNIST.pair(of: 0, and: 9)  // T-shirts and ankle boots
/// print(clothes.training.X.shape)  // [784, 400]
/// ```
public enum FashionMNIST {
  /// The classes' names, by label.
  public static let classNames = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
    "Ankle boot",
  ]

  /// The classes' names in Chinese, by label.
  public static let chineseClassNames = [
    "T 恤", "裤子", "套头衫", "连衣裙", "外套", "凉鞋", "衬衫", "运动鞋", "包", "短靴",
  ]

  /// All pictures; the file is read only once.
  ///
  /// - Throws: `DatasetError.missingFile`, or `ArrayFileError` if the file is damaged.
  public static var all: TrainingAndTest<LabelledImages> {
    get throws { try loaded.get() }
  }

  /// The 2,000 pictures for training.
  public static var train: LabelledImages {
    get throws { try all.training }
  }

  /// The 1,000 pictures for testing.
  public static var test: LabelledImages {
    get throws { try all.test }
  }

  /// The pictures of two classes as columns: X (784, m) with values from 0 to 1, and Y (1, m),
  /// which is 0 for the first class and 1 for the second.
  ///
  /// m is 400 for training and 200 for testing.
  ///
  /// - Throws: `DatasetError`, as `all` does, or if the classes are not two different numbers from
  ///   0 to 9.
  public static func pair(
    of first: Int, and second: Int
  ) throws -> TrainingAndTest<LabelledData> {
    try all.map { try $0.pair(of: first, and: second) }
  }

  private static let loaded = Result { try load(from: ResourceFolder.candidates) }

  /// Reads the pictures from the first of these folders that contains them.
  static func load(from folders: [URL]) throws -> TrainingAndTest<LabelledImages> {
    let name = "FashionMNIST/fashion-mnist.npz"
    let files = folders.map { $0.appending(path: name) }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw DatasetError.missingFile(name: name, searched: folders.map(\.path))
    }
    return try TrainingAndTest(npz: file)
  }
}
