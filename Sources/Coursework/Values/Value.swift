public import Tensors

/// A tree for any argument or result that crosses the pipe between judge and worker.
///
/// Every `Codable` argument becomes such a tree, so that comparison, printing and diagnosis are
/// written once for all exercises. A `[Double]` is carried as a tensor of rank 1.
public enum Value: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case tensor(Tensor)
  case list([Value])
  case record([Field])

  /// One named member of a structure.
  public struct Field: Equatable, Sendable {
    /// The name of the member.
    public var name: String
    /// The value of the member.
    public var value: Value

    /// Creates a named member.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

extension Value {
  /// Returns a copy in which every number and every tensor is passed through `change`; integers,
  /// texts and structure stay.
  public func mappingTensors(_ change: (Tensor) throws -> Tensor) rethrows -> Value {
    switch self {
    case .null, .boolean, .integer, .text:
      return self
    case .number(let number):
      let changed = try change(Tensor(number))
      return changed.rank == 0 ? .number(changed.elements[0]) : .tensor(changed)
    case .tensor(let tensor):
      return .tensor(try change(tensor))
    case .list(let items):
      return .list(try items.map { try $0.mappingTensors(change) })
    case .record(let fields):
      return .record(try fields.map { Field($0.name, try $0.value.mappingTensors(change)) })
    }
  }

  /// Returns a copy with other numbers in which equal numbers stay equal.
  ///
  /// Zeros, ones and non-finite numbers stay too, as do whole numbers, texts and structure.
  ///
  /// - Parameters:
  ///   - factors: the factor used for each number so far, shared by all values that belong
  ///     together.
  ///   - factor: draws the factor of a number that is met for the first time.
  /// - Returns: the copy.
  public func scaled(
    _ factors: inout [Double: Double], by factor: () -> Double
  ) -> Value {
    mappingTensors { tensor in
      let elements = tensor.elements.map { number in
        guard number.isFinite, number != 0, abs(number) != 1 else { return number }
        let own = factors[number] ?? factor()
        factors[number] = own
        return number * own
      }
      return (try? Tensor(shape: tensor.shape, elements: elements)) ?? tensor
    }
  }

  /// The whole number in this value, if it is one.
  var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// All tensors of the tree from left to right; a number counts as a tensor of rank 0.
  public var tensors: [Tensor] {
    switch self {
    case .null, .boolean, .integer, .text: []
    case .number(let number): [Tensor(number)]
    case .tensor(let tensor): [tensor]
    case .list(let items): items.flatMap(\.tensors)
    case .record(let fields): fields.flatMap(\.value.tensors)
    }
  }
}
