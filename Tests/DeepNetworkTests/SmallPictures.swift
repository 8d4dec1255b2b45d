import Datasets
import Tensors

/// Sneakers and ankle boots, few and coarse: who multiplies matrices with loops has to get through
/// the training too, in code that the compiler has not optimized.
enum SmallPictures {
  /// 80 pictures to learn from and 200 to test, every fourth pixel of every fourth row: 49 numbers.
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
