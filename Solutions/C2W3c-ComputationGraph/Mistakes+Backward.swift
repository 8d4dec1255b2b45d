import Coursework
import Syllabus
import Tensors

@ImplementationList var localMistakes: [Implementation] {
  C2W3c.localDerivatives.mistaken(
    "sign-of-the-subtraction",
    "The derivative of a - b with respect to b is -1, not 1.",
    zh: "a - b 对 b 的导数是 -1，不是 1。"
  ) { graph, values in changed(graph, values, .subtract) { _, _ in [1, 1] } }
  C2W3c.localDerivatives.mistaken(
    "factors-exchanged",
    "The derivatives of a b are exchanged: with respect to a it is b, with respect to b it is a.",
    zh: "a b 的两个导数反了：对 a 是 b，对 b 是 a。"
  ) { graph, values in changed(graph, values, .multiply) { x, _ in x } }
  C2W3c.localDerivatives.mistaken(
    "products-like-sums",
    "The derivatives of a b are 1 and 1 here, as of a sum: they are b and a.",
    zh: "a b 的导数写成了 1 和 1，和加法一样：应当是 b 和 a。"
  ) { graph, values in changed(graph, values, .multiply) { _, _ in [1, 1] } }
  C2W3c.localDerivatives.mistaken(
    "divisor-not-squared",
    "The derivative of a / b with respect to b is -a / b²: the square is missing.",
    zh: "a / b 对 b 的导数是 -a / b²：少了平方。"
  ) { graph, values in
    changed(graph, values, .divide) { x, _ in [1 / x[1], -x[0] / x[1]] }
  }
  C2W3c.localDerivatives.mistaken(
    "divisor-without-sign",
    "The derivative of a / b with respect to b is -a / b²: the minus is missing.",
    zh: "a / b 对 b 的导数是 -a / b²：少了负号。"
  ) { graph, values in
    changed(graph, values, .divide) { x, _ in [1 / x[1], x[0] / (x[1] * x[1])] }
  }
  C2W3c.localDerivatives.mistaken(
    "logarithm-for-its-derivative",
    "The derivative of log x is 1 / x; here it is the logarithm itself.",
    zh: "log x 的导数是 1 / x；这里用的是对数本身。"
  ) { graph, values in changed(graph, values, .log) { _, y in [y] } }
  C2W3c.localDerivatives.mistaken(
    "exponent-for-the-power",
    "The derivative of eˣ is eˣ, the node's own value; here it is x.",
    zh: "eˣ 的导数是 eˣ，即节点自己的值；这里用的是 x。"
  ) { graph, values in changed(graph, values, .exp) { x, _ in x } }
  C2W3c.localDerivatives.mistaken(
    "sigmoid-of-its-input",
    "The derivative of the sigmoid is s (1 - s) with its value s; here it is x (1 - x) with its input.",
    zh: "sigmoid 的导数是 s (1 - s)，s 是它的值；这里用了它的输入 x：x (1 - x)。"
  ) { graph, values in changed(graph, values, .sigmoid) { x, _ in [x[0] * (1 - x[0])] } }
  C2W3c.localDerivatives.mistaken(
    "one-number-a-node",
    "Each node has one number here: it needs one for each of its inputs.",
    zh: "每个节点只给了一个数：每个输入都要有一个。"
  ) { graph, values in
    try localDerivatives(graph, values).map { Array($0.prefix(1)) }
  }
}

/// The local derivatives, with others of one operation.
private func changed(
  _ graph: [Node], _ values: [Double], _ operation: Node.Operation,
  _ change: ([Double], Double) -> [Double]
) -> [[Double]] {
  let right = (try? localDerivatives(graph, values)) ?? []
  return graph.indices.map { i in
    graph[i].operation == operation
      ? change(graph[i].inputs.map { values[$0] }, values[i]) : right[i]
  }
}

@ImplementationList var backwardMistakes: [Implementation] {
  C2W3c.backpropagate.mistaken(
    "overwritten",
    "A node that is used more than once keeps only the last share that it was handed: add them up.",
    zh: "多次使用的节点只留下了最后传来的那一份：应当加起来。"
  ) { graph, values, output in
    var rules = Backward()
    rules.isSumming = false
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "one-share-a-node",
    "A node that uses an input twice, as x · x, hands it only one share: each use counts.",
    zh: "像 x · x 这样把同一个输入用了两次的节点，只传了一份：每用一次都要算。"
  ) { graph, values, output in
    var rules = Backward()
    rules.isOnceForEachInput = true
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "forward-order",
    "The nodes are visited in forward order: a node hands on its derivative before it has received it. Reverse the order.",
    zh: "按前向的顺序走了一遍：节点还没有得到自己的导数就往下传了。要把顺序倒过来。"
  ) { graph, values, output in
    var rules = Backward()
    rules.order = { try topologicalOrder($0.map(\.inputs)) }
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "list-order",
    "The nodes are visited in the reverse order of the list: they may stand there in any order, so reverse `topologicalOrder`.",
    zh: "把列表的顺序倒过来走了一遍：节点在列表里可以是任意顺序，应当把 topologicalOrder 倒过来。"
  ) { graph, values, output in
    var rules = Backward()
    rules.order = { $0.indices.reversed() }
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "upstream-forgotten",
    "The shares are the local derivatives alone: multiply each by the derivative of the node that hands it on.",
    zh: "传下去的只是局部导数：还要乘上传出它的节点自己的导数。"
  ) { graph, values, output in
    var rules = Backward()
    rules.share = { _, local in local }
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "upstream-added",
    "The upstream derivative is added to the local one: the chain rule multiplies them.",
    zh: "把上游的导数和局部导数相加了：链式法则是相乘。"
  ) { graph, values, output in
    var rules = Backward()
    rules.share = { upstream, local in upstream + local }
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "begun-with-the-value",
    "The output begins with its value: its derivative with respect to itself is 1.",
    zh: "输出节点的起点用了它的值：它对自己的导数是 1。"
  ) { graph, values, output in
    var rules = Backward()
    rules.start = values[output]
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "begun-with-ones",
    "Every node begins with 1: only the output does, all others with 0.",
    zh: "所有节点的起点都是 1：只有输出节点是 1，其余是 0。"
  ) { graph, values, output in
    var rules = Backward()
    rules.other = 1
    return try rules.gradients(graph, values, output)
  }
  C2W3c.backpropagate.mistaken(
    "last-in-the-list",
    "The way back begins at the last node of the list: it begins at `output`, wherever that stands.",
    zh: "从列表的最后一个节点往回走了：应当从 output 开始，不管它排在哪里。"
  ) { graph, values, _ in try backpropagate(graph, values, graph.count - 1) }
  C2W3c.backpropagate.mistaken(
    "leaves-only",
    "Only leaves have a derivative here: return that of every node.",
    zh: "只有叶节点有导数：每个节点的都要返回。"
  ) { graph, values, output in
    zip(graph, try backpropagate(graph, values, output)).map {
      $0.operation == .leaf ? $1 : 0
    }
  }
}

/// The rules of a way back, one of which is changed.
private struct Backward {
  var isSumming = true
  var isOnceForEachInput = false
  var order: ([Node]) throws -> [Int] = { try topologicalOrder($0.map(\.inputs)).reversed() }
  var share: (Double, Double) -> Double = { $0 * $1 }
  var (start, other) = (1.0, 0.0)

  func gradients(_ graph: [Node], _ values: [Double], _ output: Int) throws -> [Double] {
    let local = try localDerivatives(graph, values)
    var gradients = graph.map { _ in other }
    gradients[output] = start
    for i in try order(graph) {
      var seen: Set<Int> = []
      for (input, derivative) in zip(graph[i].inputs, local[i])
      where seen.insert(input).inserted || !isOnceForEachInput {
        let share = share(gradients[i], derivative)
        gradients[input] = isSumming ? gradients[input] + share : share
      }
    }
    return gradients
  }
}
