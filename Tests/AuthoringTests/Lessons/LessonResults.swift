import Datasets
import Syllabus
import Tensors

/// The solutions' results for the numbers printed in the lessons.
///
/// The numbers of a computation are in the order in which the lesson prints them, including those
/// that it only repeats, such as a learning rate. Tests/Peers/lessons_course*.py computes the same
/// numbers with NumPy.
enum LessonResults {
  typealias Computation = @Sendable () throws -> [Double]

  /// The computations by their names in the lessons.
  static let all: [String: Computation] = {
    let parts = [
      course1, course2, classes, batchNormalization, computationGraph, course3, course4,
      classicNetworks, detection, facesAndStyle, demos,
    ]
    return parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }()

  static func percent(_ predicted: Tensor, _ Y: Tensor) throws -> Double {
    100 * (try predicted .== Y).mean()
  }
}

extension Tensor {
  /// The numbers of row i.
  func numbers(inRow i: Int) throws -> [Double] { try row(i).elements }
}
