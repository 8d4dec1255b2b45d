import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Networks of several architectures on the flower, trained by computation graphs alone.
  static let computationGraph = Demo(
    week: "C2W3c",
    summary: Phrase(
      "networks of any form on the flower, without hand-written gradients",
      zh: "各种形状的网络学同一朵花，不用手写梯度"),
    choices: [.steps, .learningRate, .seed, .layers],
    layers: LayerRule(counts: 1...4, endsInOne: false)
  ) { options in
    let data = LabelledData.planarFlower()
    let forms: [(hidden: [Int], activation: TensorNode.Operation)] =
      options.layers.map { [($0, .tanh), ($0, .relu)] }
      ?? [([4], .tanh), ([16], .relu), ([8, 8], .tanh), ([8, 8], .relu)]

    var report = DemoReport(
      title: Phrase("One engine", zh: "一个引擎")(.current))
    let rate = options.learningRate ?? 0.2
    let networks = forms.map { form in
      GraphNetwork(
        data, hidden: form.hidden, activation: form.activation,
        seed: UInt32(truncatingIfNeeded: options.seed ?? 3))
    }
    let before = try networks.enumerated().map { number, network in
      try BeforeTraining(
        network, examples: data.X.columns, steps: number == 0 ? 3000 : 1, weights: \.firstWeights
      ) { network, places in
        network.show(try data.X.columns(at: places), try data.Y.columns(at: places))
        return try network.step(rate: rate)
      }
    }
    try report.begin(with: [.cost(before), .tenExamples(before[0]), .ratio(before)])
    for (number, start) in networks.enumerated() where report.stoppedAt == nil {
      var network = start
      let descent = try TrainingLoop(
        steps: options.steps ?? 5000, keepingEvery: 50, part: (number, forms.count),
        boundary: { try network.boundary(data) }
      ) { _ in try network.step(rate: rate) }
      report.stoppedAt = descent.stoppedAt
      report.curves.append(.init(name: network.name, every: 50, costs: descent.costs))
      report.boundaries.append(try network.boundary(data))
      report.notes.append(try network.note(data))
    }
    return report
  }
}

/// A network as a graph of tensors, trained by gradient descent.
private struct GraphNetwork {
  private var graph: [TensorNode] = []
  /// The nodes of X and Y, of -1/m, of the parameters, of the probabilities and of the cost.
  private var (X, Y, share, parameters, A, J) = (0, 0, 0, [Int](), 0, 0)
  let name: String

  init(_ data: LabelledData, hidden: [Int], activation: TensorNode.Operation, seed: UInt32) {
    name = hidden.map(String.init).joined(separator: ", ") + " \(activation)"
    var random = RandomState(seed: seed)
    X = add(.leaf(data.X))
    A = X
    var n = data.X.rows
    for units in hidden + [data.Y.rows] {
      let isLast = parameters.count == 2 * hidden.count
      // He initialization, or Xavier's.
      let scale = (activation == .relu && !isLast ? 2.0 : 1.0) / Double(n)
      let W = add(.leaf(random.randn(units, n) * scale.squareRoot()))
      let b = add(.leaf(.zeros(units, 1)))
      parameters += [W, b]
      let Z = add(TensorNode(.add, add(TensorNode(.matrixProduct, W, A)), b))
      A = add(TensorNode(isLast ? .sigmoid : activation, Z))
      n = units
    }
    Y = add(.leaf(data.Y))
    let unity = add(.leaf(Tensor(1)))
    let first = add(TensorNode(.multiply, Y, add(TensorNode(.log, A))))
    let against = add(TensorNode(.log, add(TensorNode(.subtract, unity, A))))
    let second = add(TensorNode(.multiply, add(TensorNode(.subtract, unity, Y)), against))
    let sum = add(TensorNode(.sum, add(TensorNode(.add, first, second))))
    share = add(.leaf(Tensor(-1 / Double(data.X.columns))))
    J = add(TensorNode(.multiply, share, sum))
  }

  /// The weights of the first layer.
  var firstWeights: Tensor { graph[parameters[0]].value }

  /// Puts other examples into the graph.
  mutating func show(_ examples: Tensor, _ labels: Tensor) {
    graph[X].value = examples
    graph[Y].value = labels
    graph[share].value = Tensor(-1 / Double(examples.columns))
  }

  private mutating func add(_ node: TensorNode) -> Int {
    graph.append(node)
    return graph.count - 1
  }

  /// Makes one step of gradient descent and returns the cost before it.
  mutating func step(rate: Double) throws -> Double {
    let values = try C2W3c.evaluateTensors(graph)
    let gradients = try C2W3c.backpropagateTensors(graph, values, J)
    for place in parameters { try graph[place].value -= rate * gradients[place] }
    return try values[J].scalar
  }

  /// The probabilities of examples, for which only the nodes they depend on are computed.
  func probability(_ examples: Tensor) throws -> Tensor {
    var part = Array(graph[...A])
    part[X].value = examples
    return try C2W3c.evaluateTensors(part)[A]
  }

  func boundary(_ data: LabelledData) throws -> DemoReport.Boundary {
    try .init(of: data, name, probability: probability)
  }

  func note(_ data: LabelledData) throws -> String {
    let right = try ((probability(data.X) .> 0.5) .== data.Y).mean()
    let share = String(format: "%.1f %%", 100 * right)
    return Phrase(
      "\(name): \(graph.count) nodes, \(share) of the training set right",
      zh: "\(name)：\(graph.count) 个节点，训练集正确率 \(share)")(.current)
  }
}
