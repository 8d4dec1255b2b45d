/// A node of a graph of numbers: a leaf, or an operation on other nodes.
///
/// A graph is a list of nodes. A node refers to its inputs by their indices in the list, which may
/// be lower or higher than its own.
///
/// ```swift
/// // J = 3 (a + b c) at a = 5, b = 3, c = 2
/// let graph: [Node] = [
///   .leaf(5), .leaf(3), .leaf(2), Node(.multiply, 1, 2), Node(.add, 0, 3), .leaf(3),
///   Node(.multiply, 5, 4),
/// ]
/// print(graph[4])  // add(0, 3)
/// ```
public struct Node: Sendable, Equatable {
  /// The operation of a node.
  public enum Operation: String, Sendable, CaseIterable {
    /// No operation: the node has a value of its own.
    case leaf
    /// The sum of two inputs.
    case add
    /// The first input minus the second.
    case subtract
    /// The product of two inputs.
    case multiply
    /// The first input divided by the second.
    case divide
    /// e to the power of the input.
    case exp
    /// The natural logarithm of the input.
    case log
    /// 1 / (1 + e⁻ˣ) of the input x.
    case sigmoid

    /// The number of inputs.
    var inputCount: Int {
      switch self {
      case .leaf: 0
      case .exp, .log, .sigmoid: 1
      case .add, .subtract, .multiply, .divide: 2
      }
    }
  }

  /// The operation of the node.
  public var operation: Operation
  /// The indices of the nodes it is computed from, in order; empty for a leaf.
  public var inputs: [Int]
  /// The value of a leaf; meaningless for an operation.
  public var value: Double

  /// Creates an operation on the nodes with these indices.
  public init(_ operation: Operation, _ inputs: Int...) {
    self.operation = operation
    self.inputs = inputs
    value = 0
  }

  /// Creates a leaf, which has a value and no inputs.
  public static func leaf(_ value: Double) -> Node {
    var node = Node(.leaf)
    node.value = value
    return node
  }
}

extension Node: CustomStringConvertible {
  /// The value of a leaf, or the operation with its inputs: `add(0, 3)`.
  public var description: String {
    operation == .leaf ? "\(value)" : NodeText(operation.rawValue, inputs).text
  }
}

extension Node: Codable {
  /// Encodes a leaf as its number, an operation as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if operation == .leaf {
      try container.encode(value)
    } else {
      try container.encode(NodeText(operation.rawValue, inputs).text)
    }
  }

  /// Decodes what `encode(to:)` writes.
  ///
  /// - Throws: `DecodingError` if a text names no operation, or has the wrong number of inputs.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      self = .leaf(try container.decode(Double.self))
      return
    }
    guard let read = NodeText(text), let operation = Operation(rawValue: read.operation),
      read.axis == nil, operation != .leaf, read.inputs.count == operation.inputCount
    else {
      let operations = Operation.allCases.dropFirst().map { ($0.rawValue, $0.inputCount) }
      throw NodeTextError(text, operations).decodingError(at: container.codingPath)
    }
    self.operation = operation
    inputs = read.inputs
    value = 0
  }
}
