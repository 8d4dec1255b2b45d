public import Tensors

/// One function that learners write: its types, its worth, its help, and a way to call it.
///
/// A handle is a value and is called like the function itself. Where the call goes is decided by
/// `Host.current`: to a worker process for the judge, straight to the function inside a worker.
///
/// ```swift
/// let sigmoid = Exercise<Tensor, Tensor>(
///   "sigmoid", week: "C1W2", parameters: ["z"], points: 5,
///   sample: { random in random.randn(3, 4) })
/// let A = try sigmoid(Z)
/// ```
public struct Exercise<each Input: Codable & Sendable, Output: Codable & Sendable>: AnyExercise {
  /// The name, points, hints and misconceptions.
  public let info: ExerciseInfo
  /// The exercises that this one calls.
  public let dependencies: [any AnyExercise]
  private let sample: @Sendable (inout RandomState) throws -> (repeat each Input)

  /// Declares an exercise.
  ///
  /// `sample` draws arguments of random sizes, as fresh tests and diagnosis need them.
  public init(
    _ name: String, week: String, parameters: [String], points: Double,
    dependsOn: [any AnyExercise] = [], timeLimit: Double = 10, tolerance: Tolerance = .standard,
    untouched: String? = nil,
    sample: @escaping @Sendable (inout RandomState) throws -> (repeat each Input)
  ) {
    info = ExerciseInfo(
      name: name, week: week, parameters: parameters, points: points,
      dependsOn: dependsOn.map(\.info.id), timeLimit: timeLimit, tolerance: tolerance,
      untouched: untouched)
    dependencies = dependsOn
    self.sample = sample
  }

  /// The learner's answer.
  ///
  /// - Throws: `CallFailure` when there is none.
  public func callAsFunction(_ input: repeat each Input) throws -> Output {
    try Host.current.call(self, repeat each input)
  }

  /// The course's own answer.
  public func reference(_ input: repeat each Input) throws -> Output {
    // The test's last call, which a diagnosis explains, stays the learner's.
    try TestContext.$current.withValue(nil) { try Host.reference.call(self, repeat each input) }
  }

  /// Arguments of random sizes for a fresh test.
  public func sampleInput(_ random: inout RandomState) throws -> (repeat each Input) {
    try sample(&random)
  }

  /// Draws arguments as values.
  public func sampleArguments(_ random: inout RandomState) throws -> [Value] {
    try arguments(repeat each sample(&random))
  }

  /// Reads arguments as the function's types.
  public func check(_ arguments: [Value]) throws {
    guard arguments.count == info.parameters.count else {
      throw Malformation.argumentCount(expected: info.parameters.count, actual: arguments.count)
    }
    do {
      var rest = arguments[...]
      _ = (repeat try rest.removeFirst().decoded(as: (each Input).self))
    } catch {
      throw Malformation(error)
    }
  }

  /// The function that answers this exercise, for the table of a worker.
  public func served(
    by function: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> Implementation {
    let parameterCount = info.parameters.count
    return Implementation(
      exercise: info.id, variant: nil, misconception: nil,
      function: TypedFunction<repeat each Input, Output>(call: function)
    ) { values in
      guard values.count == parameterCount else {
        throw CallFailure.malformed(
          .argumentCount(expected: parameterCount, actual: values.count))
      }
      var rest = values[...]
      let output = try function(repeat try rest.removeFirst().decoded(as: (each Input).self))
      return try Value(encoding: output)
    }
  }

  /// A function that answers as learners with a misconception do, and what helps them.
  ///
  /// ```swift
  /// cube.mistaken(
  ///   "squared", "This is x²: multiply by x once more.", zh: "你算的是 x²：还要再乘一次 x。"
  /// ) { x in x * x }
  /// ```
  public func mistaken(
    _ id: String, _ english: String, zh chinese: String,
    by function: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> Implementation {
    served(by: function).asVariant(id, Misconception(id, english, zh: chinese))
  }

  /// Another right way to write the exercise, which the suites must let pass, by itself and below
  /// all that calls it.
  ///
  /// Where its answers are others than the reference's, as at the kink of ReLU, both are right.
  public func alternative(
    _ name: String, by function: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> Implementation {
    served(by: function).asVariant(name)
  }

  /// What the function answers that stands in for this exercise now; nil when none does.
  public func standIn(_ input: repeat each Input) throws -> Output? {
    guard let standIn = StandIn.current, standIn.exercise == info.id,
      let typed = standIn.function as? TypedFunction<repeat each Input, Output>
    else { return nil }
    // What stands in may itself call the function by its name.
    return try StandIn.$current.withValue(nil) { try typed.call(repeat each input) }
  }

  func arguments(_ input: repeat each Input) throws -> [Value] {
    var values: [Value] = []
    for argument in repeat each input { values.append(try Value(encoding: argument)) }
    return values
  }
}

/// An exercise of any type, for lists and tables.
public protocol AnyExercise: Sendable {
  var info: ExerciseInfo { get }
  /// The exercises that a solution of this one calls.
  var dependencies: [any AnyExercise] { get }
  /// Arguments of random sizes, already as the trees that cross the pipe.
  func sampleArguments(_ random: inout RandomState) throws -> [Value]
  /// Throws unless the arguments have the types of the function's.
  func check(_ arguments: [Value]) throws
}

extension AnyExercise {
  /// Lets all arguments pass: without types there is nothing to read them as.
  public func check(_ arguments: [Value]) throws {}
}

/// A variant that is called in place of an exercise's function, below the functions that call it.
enum StandIn {
  @TaskLocal static var current: Implementation?
}

/// A function with its types kept, so that a call inside one process needs no encoding.
struct TypedFunction<each Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
  let call: @Sendable (repeat each Input) throws -> Output
}
