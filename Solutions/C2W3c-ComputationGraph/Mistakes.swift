import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  orderMistakes + evaluationMistakes + localMistakes + backwardMistakes + productMistakes
    + shapeMistakes + tensorMistakes + tensorBackwardMistakes + networkMistakes + trainingMistakes
}

@ImplementationList private var orderMistakes: [Implementation] {
  C2W3c.topologicalOrder.mistaken(
    "reversed",
    "The order is reversed: here a node stands before its inputs, and it has to stand after them.",
    zh: "顺序反了：这里节点排在它的输入之前，应当排在它们之后。"
  ) { inputs in try topologicalOrder(inputs).reversed() }
  C2W3c.topologicalOrder.mistaken(
    "list-order",
    "This is the order of the list: a node may stand there before its inputs.",
    zh: "这是列表里的顺序：列表里的节点可能排在它的输入之前。"
  ) { inputs in Array(inputs.indices) }
  C2W3c.topologicalOrder.mistaken(
    "by-number-of-inputs",
    "The nodes are sorted by how many inputs they have: what counts is that each of these inputs comes first.",
    zh: "节点按输入的个数排了序：重要的是每个节点的输入都排在它前面。"
  ) { inputs in
    inputs.indices.sorted { (inputs[$0].count, $0) < (inputs[$1].count, $1) }
  }
  C2W3c.topologicalOrder.mistaken(
    "leaves-missing",
    "The leaves are missing: the order holds all nodes, those without inputs as well.",
    zh: "缺了叶节点：顺序里要有全部节点，没有输入的也算。"
  ) { inputs in try topologicalOrder(inputs).filter { !inputs[$0].isEmpty } }
  C2W3c.topologicalOrder.mistaken(
    "node-before-its-inputs",
    "A node is put into the order before its inputs are visited: append it after them.",
    zh: "还没有访问输入，就先把节点放进了顺序：应当在输入之后再放。"
  ) { inputs in
    var order: [Int] = []
    func visit(_ node: Int) {
      guard !order.contains(node) else { return }
      order.append(node)
      inputs[node].forEach(visit)
    }
    inputs.indices.forEach(visit)
    return order
  }
  C2W3c.topologicalOrder.mistaken(
    "inputs-of-inputs-forgotten",
    "Only a node's own inputs are put before it: these need their inputs first, and so on.",
    zh: "只把节点自己的输入排在了前面：这些输入又需要它们的输入先算，如此类推。"
  ) { inputs in
    var order: [Int] = []
    for node in inputs.indices {
      for next in inputs[node] + [node] where !order.contains(next) { order.append(next) }
    }
    return order
  }
  C2W3c.topologicalOrder.mistaken(
    "once-for-each-use",
    "A node stands in the order once for each time that it is used: remember which are placed already.",
    zh: "一个节点用了几次，就在顺序里出现了几次：要记住哪些已经排好。"
  ) { inputs in
    var order: [Int] = []
    func visit(_ node: Int) {
      inputs[node].forEach(visit)
      order.append(node)
    }
    inputs.indices.forEach(visit)
    return order
  }
}

@ImplementationList private var evaluationMistakes: [Implementation] {
  C2W3c.evaluate.mistaken(
    "list-order",
    "The nodes are computed in the order of the list, some before their inputs have a value: go by `topologicalOrder`.",
    zh: "按列表的顺序计算，有些节点的输入还没有值：要按 topologicalOrder 的顺序。"
  ) { graph in value(graph, order: Array(graph.indices)) }
  C2W3c.evaluate.mistaken(
    "values-in-order-of-computing",
    "The values stand in the order in which they were computed: return them in the order of the list.",
    zh: "返回的值是按计算的先后排的：要按列表里的顺序返回。"
  ) { graph in
    let values = try evaluate(graph)
    return try topologicalOrder(graph.map(\.inputs)).map { values[$0] }
  }
  C2W3c.evaluate.mistaken(
    "subtraction-exchanged",
    "The subtraction is the wrong way round: the first input minus the second.",
    zh: "减法反了：应当是第一个输入减第二个。"
  ) { graph in
    value(graph) { operation, x in operation == .subtract ? x[1] - x[0] : nil }
  }
  C2W3c.evaluate.mistaken(
    "division-exchanged",
    "The division is the wrong way round: the first input divided by the second.",
    zh: "除法反了：应当是第一个输入除以第二个。"
  ) { graph in
    value(graph) { operation, x in operation == .divide ? x[1] / x[0] : nil }
  }
  C2W3c.evaluate.mistaken(
    "whole-division",
    "Quotients lose their decimals: divide `Double`s, not `Int`s.",
    zh: "商的小数部分丢了：要用 Double 相除，不要用 Int。"
  ) { graph in
    value(graph) { operation, x in
      operation == .divide ? (x[0] / x[1]).rounded(.towardZero) : nil
    }
  }
  C2W3c.evaluate.mistaken(
    "sign-of-the-sigmoid",
    "This is 1 / (1 + eˣ): the sigmoid has e⁻ˣ.",
    zh: "你算的是 1 / (1 + eˣ)：sigmoid 里是 e⁻ˣ。"
  ) { graph in
    value(graph) { operation, x in operation == .sigmoid ? 1 / (1 + exp(x[0])) : nil }
  }
  C2W3c.evaluate.mistaken(
    "common-logarithm",
    "This is the logarithm to the base 10: `log` is the natural one.",
    zh: "这是以 10 为底的对数：log 是自然对数。"
  ) { graph in
    value(graph) { operation, x in operation == .log ? log(x[0]) / log(10.0) : nil }
  }
}

/// The values of a graph, computed in some order, with other results of some operations.
private func value(
  _ graph: [Node], order: [Int]? = nil,
  _ change: (Node.Operation, [Double]) -> Double? = { _, _ in nil }
) -> [Double] {
  var values = graph.map(\.value)
  let order = order ?? (try? topologicalOrder(graph.map(\.inputs))) ?? []
  for i in order where graph[i].operation != .leaf {
    let x = graph[i].inputs.map { values[$0] }
    values[i] = change(graph[i].operation, x) ?? result(of: graph[i].operation, x)
  }
  return values
}

/// What an operation gives.
func result(of operation: Node.Operation, _ x: [Double]) -> Double {
  switch operation {
  case .leaf: 0
  case .add: x[0] + x[1]
  case .subtract: x[0] - x[1]
  case .multiply: x[0] * x[1]
  case .divide: x[0] / x[1]
  case .exp: exp(x[0])
  case .log: log(x[0])
  case .sigmoid: 1 / (1 + exp(-x[0]))
  }
}
