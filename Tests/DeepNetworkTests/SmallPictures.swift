import Datasets
import Tensors

/// A few coarse pictures of sneakers and ankle boots, so that matrix products written as loops
/// finish the training in time, even in unoptimized code.
enum SmallPictures {
  /// 80 training and 200 test pictures, with every fourth pixel of every fourth row: 49 numbers.
  static func pair() throws -> TrainingAndTest<LabelledData> {
    let steps = Array(stride(from: 2, to: 28, by: 4))
    let pixels = steps.flatMap { row in steps.map { column in 28 * row + column } }
    let clothes = try FashionMNIST.pair(of: 7, and: 9)
    let few = Array(stride(from: 0, to: 400, by: 5))
    let training = try clothes.training.X.slice(axis: 0, at: pixels).columns(at: few)
    return TrainingAndTest(
      training: try LabelledData(X: training, Y: clothes.training.Y.columns(at: few)),
      test: try LabelledData(X: clothes.test.X.slice(axis: 0, at: pixels), Y: clothes.test.Y))
  }
}
