import Coursework
import Syllabus
import Tensors

@ImplementationList var tensorMistakes: [Implementation] {
  C2W3c.evaluateTensors.mistaken(
    "list-order",
    "The nodes are computed in the order of the list, some before their inputs have a value: go by `topologicalOrder`.",
    zh: "按列表的顺序计算，有些节点的输入还没有值：要按 topologicalOrder 的顺序。"
  ) { graph in try value(graph, order: Array(graph.indices)) }
  C2W3c.evaluateTensors.mistaken(
    "axis-ignored",
    "A `sum` with an axis adds up everything: look at `axis`.",
    zh: "带 axis 的 sum 把所有元素都加了：要看 axis。"
  ) { graph in
    try value(graph) { node, x in node.operation == .sum ? Tensor(x[0].sum()) : nil }
  }
  C2W3c.evaluateTensors.mistaken(
    "axis-dropped",
    "The sums lose their axis: keep it with length 1.",
    zh: "求和之后少了一条轴：要保留它，长度为 1。"
  ) { graph in
    try value(graph) { node, x in
      try node.axis.map { try x[0].sum(axis: $0) }
    }
  }
  C2W3c.evaluateTensors.mistaken(
    "mean-for-sum",
    "A `sum` gives the mean here.",
    zh: "这里 sum 算成了平均值。"
  ) { graph in
    try value(graph) { node, x in
      guard node.operation == .sum else { return nil }
      return try node.axis.map { try x[0].mean(axis: $0, keepingDimensions: true) }
        ?? Tensor(x[0].mean())
    }
  }
  C2W3c.evaluateTensors.mistaken(
    "factors-exchanged",
    "The factors of the matrix product are exchanged: the first input stands on the left.",
    zh: "矩阵乘积的两个因子反了：第一个输入在左边。"
  ) { graph in
    try value(graph) { node, x in
      node.operation == .matrixProduct ? try dot(x[1], x[0]) : nil
    }
  }
  C2W3c.evaluateTensors.mistaken(
    "subtraction-exchanged",
    "The subtraction is the wrong way round: the first input minus the second.",
    zh: "减法反了：应当是第一个输入减第二个。"
  ) { graph in
    try value(graph) { node, x in node.operation == .subtract ? try x[1] - x[0] : nil }
  }
  C2W3c.evaluateTensors.mistaken(
    "sign-of-the-sigmoid",
    "This is 1 / (1 + eˣ): the sigmoid has e⁻ˣ.",
    zh: "你算的是 1 / (1 + eˣ)：sigmoid 里是 e⁻ˣ。"
  ) { graph in
    try value(graph) { node, x in node.operation == .sigmoid ? 1 / (1 + exp(x[0])) : nil }
  }
}

/// The values of a graph, computed in some order, with other results of some operations.
private func value(
  _ graph: [TensorNode], order: [Int]? = nil,
  _ change: (TensorNode, [Tensor]) throws -> Tensor? = { _, _ in nil }
) throws -> [Tensor] {
  var values = graph.map(\.value)
  for i in try order ?? topologicalOrder(graph.map(\.inputs)) where graph[i].operation != .leaf {
    let x = graph[i].inputs.map { values[$0] }
    values[i] = try change(graph[i], x) ?? result(of: graph[i], x)
  }
  return values
}

/// What a node gives.
func result(of node: TensorNode, _ x: [Tensor]) throws -> Tensor {
  switch node.operation {
  case .leaf: node.value
  case .add: try x[0] + x[1]
  case .subtract: try x[0] - x[1]
  case .multiply: try x[0] * x[1]
  case .matrixProduct: try dot(x[0], x[1])
  case .sum:
    try node.axis.map { try x[0].sum(axis: $0, keepingDimensions: true) } ?? Tensor(x[0].sum())
  case .relu: maximum(0, x[0])
  case .tanh: tanh(x[0])
  case .sigmoid: 1 / (1 + exp(-x[0]))
  case .log: log(x[0])
  }
}

@ImplementationList var tensorBackwardMistakes: [Implementation] {
  backwardMistake(
    "overwritten",
    "A node that is used more than once keeps only the last share that it was handed: add them up.",
    zh: "多次使用的节点只留下了最后传来的那一份：应当加起来。"
  ) { $0.isSumming = false }
  backwardMistake(
    "forward-order",
    "The nodes are visited in forward order: a node hands on its gradient before it has received it. Reverse the order.",
    zh: "按前向的顺序走了一遍：节点还没有得到自己的梯度就往下传了。顺序要倒过来。"
  ) { $0.order = { try topologicalOrder($0.map(\.inputs)) } }
  backwardMistake(
    "upstream-forgotten",
    "The shares are made of the local derivatives alone: each begins with dY.",
    zh: "传下去的只是局部导数：每一份都要乘上 dY。"
  ) { $0.isTakingUpstream = false }
  backwardMistake(
    "not-summed-over-what-was-broadcast",
    "Shares are added in the shape of the output: where an input was broadcast, sum its share over the stretched axes first, with `unbroadcast`.",
    zh: "传来的份按输出的形状就加上了：输入被广播过时，要先用 unbroadcast 对被扩展的轴求和。"
  ) { $0.reduced = { dY, _ in dY } }
  backwardMistake(
    "larger-shares-in-place",
    "A share of the output's shape does not fit into the gradient of an input that was broadcast: sum it over the stretched axes first, with `unbroadcast`.",
    zh: "输入被广播过时，输出形状的份放不进它的梯度里：要先用 unbroadcast 对被扩展的轴求和。"
  ) {
    $0.reduced = { dY, _ in dY }
    $0.isInPlace = true
  }
  backwardMistake(
    "mean-over-what-was-broadcast",
    "Gradients are averaged over what was broadcast: every use adds its share, so sum.",
    zh: "对广播过的轴取了平均：每用一次都加上一份，应当求和。"
  ) {
    $0.reduced = { dY, shape in
      let sum = try unbroadcast(dY, shape)
      return sum * (Double(sum.count) / Double(dY.count))
    }
  }
  backwardMistake(
    "sign-of-the-subtraction",
    "The second input of a subtraction gets dY: it gets -dY.",
    zh: "减法的第二个输入得到了 dY：应当是 -dY。"
  ) { $0.change = { node, _, _, dY in node.operation == .subtract ? [dY, dY] : nil } }
  backwardMistake(
    "factors-exchanged",
    "The shares of a product are exchanged: the first input gets dY times the second.",
    zh: "乘法的两份反了：第一个输入得到的是 dY 乘第二个输入。"
  ) {
    $0.change = { node, x, _, dY in
      node.operation == .multiply ? [try dY * x[0], try dY * x[1]] : nil
    }
  }
  backwardMistake(
    "slope-of-tanh-at-the-input",
    "The slope of tanh is 1 - y² with its value y; here it is 1 - x².",
    zh: "tanh 的导数是 1 - y²，y 是它的值；这里用了 1 - x²。"
  ) {
    $0.change = { node, x, _, dY in
      node.operation == .tanh ? [try dY * (1 - x[0].squared())] : nil
    }
  }
  backwardMistake(
    "slope-of-sigmoid-at-the-input",
    "The slope of the sigmoid is y (1 - y) with its value y; here it is x (1 - x).",
    zh: "sigmoid 的导数是 y (1 - y)，y 是它的值；这里用了 x (1 - x)。"
  ) {
    $0.change = { node, x, _, dY in
      node.operation == .sigmoid ? [try dY * x[0] * (1 - x[0])] : nil
    }
  }
  backwardMistake(
    "logarithm-of-its-value",
    "The slope of log x is 1 / x; here dY is divided by log x.",
    zh: "log x 的导数是 1 / x；这里 dY 除以的是 log x。"
  ) { $0.change = { node, _, y, dY in node.operation == .log ? [try dY / y] : nil } }
}

/// The rules of a way back, one of which is changed.
private struct Rules: Sendable {
  var isSumming = true
  var isInPlace = false
  var isTakingUpstream = true
  var order: @Sendable ([TensorNode]) throws -> [Int] = {
    try topologicalOrder($0.map(\.inputs)).reversed()
  }
  var reduced: @Sendable (Tensor, [Int]) throws -> Tensor = { try unbroadcast($0, $1) }
  var change:
    @Sendable (_ node: TensorNode, _ x: [Tensor], _ y: Tensor, _ dY: Tensor) throws -> [Tensor]? =
      { _, _, _, _ in nil }
}

private func backwardMistake(
  _ id: String, _ english: String, zh chinese: String, change: (inout Rules) -> Void
) -> Implementation {
  var changed = Rules()
  change(&changed)
  let rules = changed
  return C2W3c.backpropagateTensors.mistaken(id, english, zh: chinese) { graph, values, output in
    var gradients = values.map { Tensor.zeros(shape: $0.shape) }
    gradients[output] = .ones(shape: values[output].shape)
    for i in try rules.order(graph) {
      let x = graph[i].inputs.map { values[$0] }
      let dY = rules.isTakingUpstream ? gradients[i] : .ones(shape: gradients[i].shape)
      let shares =
        try rules.change(graph[i], x, values[i], dY) ?? shares(of: graph[i], x, values[i], dY)
      for (input, share) in zip(graph[i].inputs, shares) {
        let reduced = try rules.reduced(share, values[input].shape)
        if rules.isInPlace {
          try gradients[input] += reduced
        } else {
          gradients[input] = rules.isSumming ? try gradients[input] + reduced : reduced
        }
      }
    }
    return gradients
  }
}

/// What a node hands to each of its inputs, before it is brought into their shapes.
func shares(
  of node: TensorNode, _ x: [Tensor], _ y: Tensor, _ dY: Tensor
) throws -> [Tensor] {
  switch node.operation {
  case .leaf: return []
  case .add: return [dY, dY]
  case .subtract: return [dY, -1 * dY]
  case .multiply: return [try x[1] * dY, try x[0] * dY]
  case .matrixProduct:
    let factors = try matrixProductBackward(dY, x[0], x[1])
    return [factors.dA, factors.dB]
  case .sum: return [try sumBackward(dY, x[0].shape, node.axis)]
  case .relu: return [try reluBackward(dY, x[0])]
  case .tanh: return [try dY - dY * y * y]
  case .sigmoid: return [try dY * (y - y.squared())]
  case .log: return [try dY * (1 / x[0])]
  }
}
