import Tensors

extension RandomState {
  /// The indices of each node's inputs, in any order and without a cycle.
  mutating func wiring() -> [[Int]] {
    let n = randint(4, 9)
    let inputs = (0..<n).map { node in
      (0..<(node == 0 ? 0 : randint(3))).map { _ in randint(node) }
    }
    let place = permutation(n)
    var shuffled = inputs
    for node in 0..<n { shuffled[place[node]] = inputs[node].map { place[$0] } }
    return shuffled
  }

  /// A graph with every operation and shared nodes, listed in random order.
  ///
  /// Logarithms and divisors get positive inputs, exponentials small ones.
  mutating func graph() -> (graph: [Node], output: Int) {
    var nodes = (0..<randint(2, 4)).map { _ in Node.leaf(uniform(low: 0.5, high: 2)) }
    var all = Array(nodes.indices)
    // The nodes with values above 0, and those with values between -3 and 3.
    var (positive, small) = (all, all)
    func add(_ node: Node) {
      all.append(nodes.count)
      if [.exp, .sigmoid].contains(node.operation) { positive.append(nodes.count) }
      if [.log, .sigmoid].contains(node.operation) { small.append(nodes.count) }
      nodes.append(node)
    }
    let further: [Node.Operation] = [.add, .subtract, .multiply]
    let operations =
      Array(Node.Operation.allCases.dropFirst())
      + (0..<randint(3)).map { _ in further[randint(3)] }
    for index in permutation(operations.count) {
      let operation = operations[index]
      switch operation {
      case .leaf: break
      case .add, .subtract, .multiply: add(Node(operation, one(of: all), one(of: all)))
      case .divide: add(Node(operation, one(of: all), one(of: positive)))
      case .exp, .sigmoid: add(Node(operation, one(of: small)))
      case .log: add(Node(operation, one(of: positive)))
      }
    }
    // Unused nodes are joined, so that all of them lead to the output.
    var unused = all.filter { place in !nodes.contains { $0.inputs.contains(place) } }
    while unused.count > 1 {
      let (a, b) = (unused.removeFirst(), unused.removeFirst())
      unused.append(nodes.count)
      add(Node(further[randint(3)], a, b))
    }
    let output = unused[0]
    // Sometimes one node leads nowhere.
    if randint(3) == 0 { add(Node(.multiply, 0, one(of: all))) }
    let place = permutation(nodes.count)
    var shuffled = nodes
    for (node, to) in zip(nodes, place) {
      shuffled[to] = node
      shuffled[to].inputs = node.inputs.map { place[$0] }
    }
    return (shuffled, place[output])
  }

  private mutating func one(of places: [Int]) -> Int { places[randint(places.count)] }

  /// A graph of tensors with every operation, every kind of broadcasting and shared nodes, listed
  /// in random order; its output is a number.
  mutating func tensorGraph() -> (graph: [TensorNode], output: Int) {
    let (n, p) = (randint(2, 5), randint(2, 4))
    // The shape of a square matrix does not reveal a missing transpose or a wrong axis.
    let (k, m) = randint(2) == 0 ? (n, n) : (randint(2, 4), randint(2, 5))
    var nodes: [TensorNode] = []
    func add(_ node: TensorNode) -> Int {
      nodes.append(node)
      return nodes.count - 1
    }
    func either(_ operation: TensorNode.Operation, _ a: Int, _ b: Int) -> Int {
      let (first, second) = randint(2) == 0 ? (a, b) : (b, a)
      return add(TensorNode(operation, first, second))
    }
    let b = add(.leaf(randn(n, 1)))
    let W = add(.leaf(randn(n, k)))
    let X = add(.leaf(randn(k, m)))
    let offset = add(.leaf([randn(1, m), Tensor(randn()), randn(m)][randint(3)]))
    let Z = either(.add, add(TensorNode(.matrixProduct, W, X)), b)
    let (R, T, S) = (
      add(TensorNode(.relu, Z)), add(TensorNode(.tanh, Z)), add(TensorNode(.sigmoid, Z))
    )
    let units = [R, T, S]
    let mixed = either(.multiply, units[randint(3)], units[randint(3)])
    let difference = either(.subtract, offset, mixed)
    let logarithm = add(TensorNode(.log, S))
    let product = either(.multiply, logarithm, difference)
    let rows = add(TensorNode(.sum, product, axis: randint(2)))
    let scaled = either(.multiply, rows, [R, T][randint(2)])
    let V = add(.leaf(randn(p, n)))
    let scores = add(TensorNode(.matrixProduct, V, either(.add, scaled, R)))
    let sums = [scores, either(.subtract, T, product)].map { add(TensorNode(.sum, $0)) }
    let output = add(TensorNode([.add, .subtract, .multiply][randint(3)], sums[0], sums[1]))
    let place = permutation(nodes.count)
    var shuffled = nodes
    for (node, to) in zip(nodes, place) {
      shuffled[to] = node
      shuffled[to].inputs = node.inputs.map { place[$0] }
    }
    return (shuffled, place[output])
  }
}
