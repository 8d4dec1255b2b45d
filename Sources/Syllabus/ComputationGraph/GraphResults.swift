public import Tensors
public import Text

/// A reason why a graph cannot be computed.
public enum GraphError: PhrasedError, Equatable {
  /// Some nodes depend on each other, so that none of them can come first.
  case cycle

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .cycle:
      Phrase(
        "the graph has a cycle: some nodes depend on each other, so none of them can come first",
        zh: "计算图里有环：有些节点互相依赖，谁也无法先算")
    }
  }
}

/// The gradients of the two factors of a matrix product.
public struct ProductGradients: Codable, Sendable, Equatable {
  /// ∂J/∂A, in the shape of A.
  public var dA: Tensor
  /// ∂J/∂B, in the shape of B.
  public var dB: Tensor

  /// Creates the gradients from their parts.
  public init(dA: Tensor, dB: Tensor) {
    self.dA = dA
    self.dB = dB
  }
}

/// A cost and its derivatives with respect to the parameters of a network with one hidden layer.
public struct CostAndGradients: Codable, Sendable, Equatable {
  /// J, the mean loss over the examples.
  public var cost: Double
  /// The derivatives, each in the shape of its parameter.
  public var gradients: ShallowGradients

  /// Creates the result from its parts.
  public init(cost: Double, gradients: ShallowGradients) {
    self.cost = cost
    self.gradients = gradients
  }
}

/// The result of training with a graph.
public struct GraphTraining: Codable, Sendable, Equatable {
  /// The parameters after the last step.
  public var parameters: ShallowParameters
  /// The cost before each step.
  public var costs: [Double]

  /// Creates the result from its parts.
  public init(parameters: ShallowParameters, costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
