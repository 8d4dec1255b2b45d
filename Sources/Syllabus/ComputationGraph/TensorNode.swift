public import Tensors

/// A node of a graph of tensors: a leaf, or an operation on other nodes.
///
/// ```swift
/// // The sum of all elements of W X + b
/// let graph: [TensorNode] = [
///   .leaf(W), .leaf(X), .leaf(b), TensorNode(.matrixProduct, 0, 1), TensorNode(.add, 3, 2),
///   TensorNode(.sum, 4),
/// ]
/// ```
public struct TensorNode: Sendable, Equatable {
  /// The operation of a node.
  public enum Operation: String, Sendable, CaseIterable {
    /// No operation: the node has a value of its own.
    case leaf
    /// The sum of two inputs, which are broadcast.
    case add
    /// The first input minus the second, broadcast.
    case subtract
    /// The elementwise product of two inputs, broadcast.
    case multiply
    /// `dot` of two matrices.
    case matrixProduct
    /// The sum of all elements, of shape (); with an `axis`, the sums along it, keeping it with
    /// length 1.
    case sum
    /// max(0, x) for each element.
    case relu
    /// tanh x for each element.
    case tanh
    /// 1 / (1 + e⁻ˣ) for each element.
    case sigmoid
    /// log x for each element.
    case log

    /// The number of inputs.
    var inputCount: Int {
      switch self {
      case .leaf: 0
      case .sum, .relu, .tanh, .sigmoid, .log: 1
      case .add, .subtract, .multiply, .matrixProduct: 2
      }
    }
  }

  /// The operation of the node.
  public var operation: Operation
  /// The indices of the nodes it is computed from, in order; empty for a leaf.
  public var inputs: [Int]
  /// The axis of a sum; nil for the sum of all elements, and for other operations.
  public var axis: Int?
  /// The value of a leaf; meaningless for an operation.
  public var value: Tensor

  /// Creates an operation on the nodes with these indices.
  public init(_ operation: Operation, _ inputs: Int..., axis: Int? = nil) {
    self.operation = operation
    self.inputs = inputs
    self.axis = axis
    value = Tensor(0)
  }

  /// Creates a leaf, which has a value and no inputs.
  public static func leaf(_ value: Tensor) -> TensorNode {
    var node = TensorNode(.leaf)
    node.value = value
    return node
  }
}

extension TensorNode: CustomStringConvertible {
  /// The value of a leaf, or the operation with its inputs: `sum(3, axis: 0)`.
  public var description: String {
    operation == .leaf
      ? "\(value)" : NodeText(operation.rawValue, inputs, axis: axis).text
  }
}

extension TensorNode: Codable {
  /// Encodes a leaf as its tensor, an operation as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if operation == .leaf {
      try container.encode(value)
    } else {
      try container.encode(NodeText(operation.rawValue, inputs, axis: axis).text)
    }
  }

  /// Decodes what `encode(to:)` writes.
  ///
  /// - Throws: `DecodingError` if a text names no operation, or has the wrong number of inputs.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      self = .leaf(try container.decode(Tensor.self))
      return
    }
    guard let read = NodeText(text), let operation = Operation(rawValue: read.operation),
      read.axis == nil || operation == .sum, operation != .leaf,
      read.inputs.count == operation.inputCount
    else {
      let operations = Operation.allCases.dropFirst().map { ($0.rawValue, $0.inputCount) }
      throw NodeTextError(text, operations).decodingError(at: container.codingPath)
    }
    self.operation = operation
    inputs = read.inputs
    axis = read.axis
    value = Tensor(0)
  }
}
