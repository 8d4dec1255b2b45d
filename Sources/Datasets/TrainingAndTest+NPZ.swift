public import Foundation
import Tensors

extension TrainingAndTest where Part == LabelledImages {
  /// Reads pictures and labels from an `.npz` file that contains the arrays `train_x`, `train_y`,
  /// `test_x` and `test_y`.
  ///
  /// The pictures are (m, n_H, n_W, n_C) or (m, n_H, n_W), the labels (m,), (1, m) or (m, 1).
  ///
  /// ```swift
  /// let cats = try TrainingAndTest(npz: URL(filePath: "cats.npz")).map { try $0.flattened() }
  /// print(cats.training.X.shape)  // [12288, 209]
  /// ```
  ///
  /// - Throws: `ArrayFileError` if the file is damaged or an array is missing, and
  ///   `DatasetError.inFile` if the arrays do not match.
  public init(npz file: URL) throws {
    try self.init(archive: NPZArchive(contentsOf: file), path: file.path)
  }

  init(archive: NPZArchive, path: String) throws {
    func part(_ name: String) throws -> LabelledImages {
      do {
        let images = try LabelledImages(
          pixels: archive.tensor("\(name)_x"), labels: archive.tensor("\(name)_y"))
        guard images.count > 0 else { throw DatasetError.empty }
        let values = images.pixels.elements
        if let index = values.firstIndex(where: { !$0.isFinite }) {
          throw DatasetError.notFinite(values[index], index: index)
        }
        return images
      } catch let error as DatasetError {
        throw DatasetError.inFile(
          path: path, arrays: ["\(name)_x", "\(name)_y"], error)
      }
    }
    let (training, test) = (try part("train"), try part("test"))
    let (large, other) = (training.pixels.shape.dropFirst(), test.pixels.shape.dropFirst())
    guard large == other else {
      throw DatasetError.inFile(
        path: path, .unequalPictures(training: Array(large), test: Array(other)))
    }
    self.init(training: training, test: test)
  }
}
