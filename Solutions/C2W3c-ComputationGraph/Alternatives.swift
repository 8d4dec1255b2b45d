import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  orderAlternatives + evaluationAlternatives + backwardAlternatives + operationAlternatives
    + tensorAlternatives + networkAlternatives
}

/// Other orders in which each node comes after its inputs; all of them are right.
@ImplementationList private var orderAlternatives: [Implementation] {
  C2W3c.topologicalOrder.alternative("depth-first") { inputs in
    try depthFirst(inputs, from: Array(inputs.indices)) { $0 }
  }
  C2W3c.topologicalOrder.alternative("depth-first-last-input-first") { inputs in
    try depthFirst(inputs, from: Array(inputs.indices)) { $0.reversed() }
  }
  C2W3c.topologicalOrder.alternative("depth-first-from-the-end") { inputs in
    try depthFirst(inputs, from: inputs.indices.reversed()) { $0 }
  }
  C2W3c.topologicalOrder.alternative("depth-first-from-the-outputs") { inputs in
    let used = Set(inputs.flatMap(\.self))
    let roots = inputs.indices.filter { !used.contains($0) }
    return try depthFirst(inputs, from: roots + Array(inputs.indices)) { $0 }
  }
  C2W3c.topologicalOrder.alternative("from-the-users-reversed") { inputs in
    // Who uses a node is visited before it is put down; the list is then turned round.
    let users = inputs.indices.map { node in
      inputs.indices.filter { inputs[$0].contains(node) }
    }
    return try depthFirst(users, from: Array(inputs.indices)) { $0 }.reversed()
  }
  C2W3c.topologicalOrder.alternative("round-after-round") { inputs in
    var order: [Int] = []
    while order.count < inputs.count {
      let before = order.count
      for node in inputs.indices where !order.contains(node) {
        if inputs[node].allSatisfy(order.contains) { order.append(node) }
      }
      guard order.count > before else { throw GraphError.cycle }
    }
    return order
  }
  C2W3c.topologicalOrder.alternative("level-by-level") { inputs in
    var order: [Int] = []
    while order.count < inputs.count {
      let placed = Set(order)
      let next = inputs.indices.filter { node in
        !placed.contains(node) && inputs[node].allSatisfy(placed.contains)
      }
      guard !next.isEmpty else { throw GraphError.cycle }
      order += next
    }
    return order
  }
  C2W3c.topologicalOrder.alternative("queue-of-the-ready") { inputs in
    try counting(inputs, next: { $0.removeFirst() })
  }
  C2W3c.topologicalOrder.alternative("stack-of-the-ready") { inputs in
    try counting(inputs, next: { $0.removeLast() })
  }
}

/// Each node after those that it needs, found by visiting these first.
private func depthFirst(
  _ needs: [[Int]], from starts: [Int], sequence: ([Int]) -> [Int]
) throws -> [Int] {
  var order: [Int] = []
  var (begun, ended): (Set<Int>, Set<Int>) = ([], [])
  func visit(_ node: Int) throws {
    if ended.contains(node) { return }
    guard begun.insert(node).inserted else { throw GraphError.cycle }
    for next in sequence(needs[node]) { try visit(next) }
    ended.insert(node)
    order.append(node)
  }
  for node in starts { try visit(node) }
  return order
}

/// Kahn's way: a node is ready when none of its inputs is missing any more.
private func counting(_ inputs: [[Int]], next: (inout [Int]) -> Int) throws -> [Int] {
  var missing = inputs.map(\.count)
  var ready = inputs.indices.filter { missing[$0] == 0 }
  var order: [Int] = []
  while !ready.isEmpty {
    let node = next(&ready)
    order.append(node)
    for user in inputs.indices {
      for input in inputs[user] where input == node {
        missing[user] -= 1
        if missing[user] == 0 { ready.append(user) }
      }
    }
  }
  guard order.count == inputs.count else { throw GraphError.cycle }
  return order
}

@ImplementationList private var evaluationAlternatives: [Implementation] {
  C2W3c.evaluate.alternative("recursive") { graph in
    _ = try topologicalOrder(graph.map(\.inputs))  // Finds a cycle before the recursion does.
    var known: [Int: Double] = [:]
    func value(_ i: Int) -> Double {
      if let value = known[i] { return value }
      let value =
        graph[i].operation == .leaf
        ? graph[i].value : result(of: graph[i].operation, graph[i].inputs.map(value))
      known[i] = value
      return value
    }
    return graph.indices.map(value)
  }
  C2W3c.evaluate.alternative("optional-values") { graph in
    var values: [Double?] = graph.map { $0.operation == .leaf ? $0.value : nil }
    while values.contains(where: { $0 == nil }) {
      var isChanged = false
      for (i, node) in graph.enumerated() where values[i] == nil {
        let x = node.inputs.compactMap { values[$0] }
        guard x.count == node.inputs.count else { continue }
        values[i] = result(of: node.operation, x)
        isChanged = true
      }
      guard isChanged else { throw GraphError.cycle }
    }
    return values.compactMap(\.self)
  }
  C2W3c.evaluate.alternative("other-formulas") { graph in
    var values = [Double](repeating: 0, count: graph.count)
    for i in try topologicalOrder(graph.map { $0.inputs }) {
      let node = graph[i]
      func x(_ k: Int) -> Double { values[node.inputs[k]] }
      switch node.operation {
      case .leaf: values[i] = node.value
      case .add: values[i] = x(1) + x(0)
      case .subtract: values[i] = -x(1) + x(0)
      case .multiply: values[i] = x(1) * x(0)
      case .divide: values[i] = x(0) * (1 / x(1))
      case .exp: values[i] = exp(x(0))
      case .log: values[i] = log(x(0))
      case .sigmoid: values[i] = exp(x(0)) / (1 + exp(x(0)))
      }
    }
    return values
  }

  C2W3c.localDerivatives.alternative("from-the-inputs") { graph, values in
    graph.map { node in
      let x = node.inputs.map { values[$0] }
      switch node.operation {
      case .leaf: return []
      case .add: return [1, 1]
      case .subtract: return [1, -1]
      case .multiply: return x.reversed()
      case .divide: return [1 / x[1], -(x[0] / x[1]) / x[1]]
      case .exp: return [exp(x[0])]
      case .log: return [pow(x[0], -1)]
      case .sigmoid:
        let e = exp(-x[0])
        return [e / ((1 + e) * (1 + e))]
      }
    }
  }
  C2W3c.localDerivatives.alternative("from-the-values") { graph, values in
    graph.indices.map { i in
      let (x, y) = (graph[i].inputs.map { values[$0] }, values[i])
      switch graph[i].operation {
      case .leaf: return []
      case .add: return [1, 1]
      case .subtract: return [1, -1]
      case .multiply: return [x[1], x[0]]
      case .divide: return [1 / x[1], -y / x[1]]
      case .exp: return [y]
      case .log: return [1 / x[0]]
      case .sigmoid: return [y - y * y]
      }
    }
  }
  C2W3c.localDerivatives.alternative("by-tangents") { graph, values in
    // How much the result moves when one input moves by 1 and the others rest.
    graph.map { node in
      let x = node.inputs.map { values[$0] }
      return x.indices.map { k in
        let d = x.indices.map { $0 == k ? 1.0 : 0 }
        switch node.operation {
        case .leaf: return 0
        case .add: return d[0] + d[1]
        case .subtract: return d[0] - d[1]
        case .multiply: return d[0] * x[1] + x[0] * d[1]
        case .divide: return (d[0] * x[1] - x[0] * d[1]) / (x[1] * x[1])
        case .exp: return exp(x[0]) * d[0]
        case .log: return d[0] / x[0]
        case .sigmoid: return result(of: .sigmoid, x) * result(of: .sigmoid, [-x[0]]) * d[0]
        }
      }
    }
  }
}
