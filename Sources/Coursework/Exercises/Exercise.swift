public import Tensors

/// A function that learners write: its types, its points, its hints, and a way to call it.
///
/// A handle is a value and is called like the function itself. `Host.current` decides where the
/// call goes: to a worker process in the judge, directly to the function inside a worker.
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
  /// `sample` draws arguments of random sizes for fresh tests and for diagnosis.
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

  /// Calls the learner's function.
  ///
  /// - Throws: `CallFailure` when the call has no answer.
  public func callAsFunction(_ input: repeat each Input) throws -> Output {
    try Host.current.call(self, repeat each input)
  }

  /// Calls the course's own solution.
  public func reference(_ input: repeat each Input) throws -> Output {
    // A diagnosis explains the last call of the test, which must remain the learner's.
    try TestContext.$current.withValue(nil) { try Host.reference.call(self, repeat each input) }
  }

  /// Draws arguments of random sizes for a fresh test.
  public func sampleInput(_ random: inout RandomState) throws -> (repeat each Input) {
    try sample(&random)
  }

  /// Draws arguments of random sizes as values.
  public func sampleArguments(_ random: inout RandomState) throws -> [Value] {
    try arguments(repeat each sample(&random))
  }

  /// Checks that the arguments decode as the function's parameter types.
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

  /// Pairs this exercise with the function that implements it, for a worker's function table.
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

  /// A function that makes a known mistake, with the sentence that helps learners who make it.
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

  /// An alternative correct solution, which the suites must accept, both on its own and beneath
  /// every exercise that calls it.
  ///
  /// Where its answers differ from the reference's, as at the kink of ReLU, both are right.
  public func alternative(
    _ name: String, by function: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> Implementation {
    served(by: function).asVariant(name)
  }

  /// The answer of the variant that currently stands in for this exercise; nil when none does.
  public func standIn(_ input: repeat each Input) throws -> Output? {
    guard let standIn = StandIn.current, standIn.exercise == info.id,
      let typed = standIn.function as? TypedFunction<repeat each Input, Output>
    else { return nil }
    // The variant may itself call the exercise by its name.
    return try StandIn.with(nil) { try typed.call(repeat each input) }
  }

  func arguments(_ input: repeat each Input) throws -> [Value] {
    var values: [Value] = []
    for argument in repeat each input { values.append(try Value(encoding: argument)) }
    return values
  }
}

/// A type-erased exercise, for lists and tables.
public protocol AnyExercise: Sendable {
  var info: ExerciseInfo { get }
  /// The exercises that a solution of this one calls.
  var dependencies: [any AnyExercise] { get }
  /// Draws arguments of random sizes as the value trees that cross the pipe.
  func sampleArguments(_ random: inout RandomState) throws -> [Value]
  /// Throws unless the arguments have the function's parameter types.
  func check(_ arguments: [Value]) throws
}

extension AnyExercise {
  /// Accepts any arguments: without types there is nothing to check them against.
  public func check(_ arguments: [Value]) throws {}
}

/// A function with its static types, so that a call within one process needs no encoding.
struct TypedFunction<each Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
  let call: @Sendable (repeat each Input) throws -> Output
}
