import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardAlternatives: [Implementation] {
  C2W3c.backpropagate.alternative("asking-the-users") { graph, values, output in
    let local = try localDerivatives(graph, values)
    var known: [Int: Double] = [:]
    func gradient(_ i: Int) -> Double {
      if let gradient = known[i] { return gradient }
      var sum = i == output ? 1.0 : 0
      for (user, node) in graph.enumerated() {
        for (k, input) in node.inputs.enumerated() where input == i {
          sum += gradient(user) * local[user][k]
        }
      }
      known[i] = sum
      return sum
    }
    _ = try topologicalOrder(graph.map(\.inputs))
    return graph.indices.map(gradient)
  }
  C2W3c.backpropagate.alternative("forward-for-each-node") { graph, values, output in
    // How much each node moves when one of them moves by 1: as many passes as nodes.
    let local = try localDerivatives(graph, values)
    let order = try topologicalOrder(graph.map(\.inputs))
    return graph.indices.map { moved in
      var moves = graph.map { _ in 0.0 }
      for i in order {
        let shares = graph[i].inputs.indices.map { local[i][$0] * moves[graph[i].inputs[$0]] }
        moves[i] = i == moved ? 1 : shares.reduce(0, +)
      }
      return moves[output]
    }
  }
  C2W3c.backpropagate.alternative("share-for-every-path") { graph, values, output in
    let local = try localDerivatives(graph, values)
    _ = try topologicalOrder(graph.map(\.inputs))
    var gradients = graph.map { _ in 0.0 }
    func add(_ share: Double, to i: Int) {
      gradients[i] += share
      for (input, derivative) in zip(graph[i].inputs, local[i]) {
        add(share * derivative, to: input)
      }
    }
    add(1, to: output)
    return gradients
  }
  C2W3c.backpropagate.alternative("inputs-counted") { graph, values, output in
    let local = try localDerivatives(graph, values)
    var gradients = [Double](repeating: 0, count: graph.count)
    gradients[output] += 1
    let order = try topologicalOrder(graph.map(\.inputs))
    for place in order.indices.reversed() where gradients[order[place]] != 0 {
      let i = order[place]
      for k in 0..<graph[i].inputs.count {
        gradients[graph[i].inputs[k]] += local[i][k] * gradients[i]
      }
    }
    return gradients
  }
}

@ImplementationList var operationAlternatives: [Implementation] {
  C2W3c.matrixProductBackward.alternative("transposed-as-a-whole") { dC, A, B in
    ProductGradients(dA: try dot(B, dC.T).T, dB: try dot(dC.T, A).T)
  }
  C2W3c.matrixProductBackward.alternative("element-by-element") { dC, A, B in
    var (dA, dB) = (Tensor.zeros(shape: A.shape), Tensor.zeros(shape: B.shape))
    for i in 0..<A.rows {
      for j in 0..<B.columns {
        for k in 0..<A.columns {
          dA[i, k] += dC[i, j] * B[k, j]
          dB[k, j] += dC[i, j] * A[i, k]
        }
      }
    }
    return ProductGradients(dA: dA, dB: dB)
  }
  C2W3c.matrixProductBackward.alternative("outer-products") { dC, A, B in
    var (dA, dB) = (A * 0, B * 0)
    for j in 0..<B.columns { try dA += dC.column(j) * B.column(j).T }
    for i in 0..<A.rows { try dB += A.row(i).T * dC.row(i) }
    return ProductGradients(dA: dA, dB: dB)
  }

  C2W3c.unbroadcast.alternative("axes-at-once") { dY, shape in
    let offset = dY.rank - shape.count
    let axes = dY.shape.indices.filter { $0 < offset || shape[$0 - offset] == 1 }
    guard !axes.isEmpty else { return dY }
    return try dY.sum(axes: axes, keepingDimensions: true).reshaped(shape: shape)
  }
  C2W3c.unbroadcast.alternative("padded-shape") { dY, shape in
    let padded = [Int](repeating: 1, count: dY.rank - shape.count) + shape
    var dX = dY
    for (axis, length) in padded.enumerated() where length != dY.shape[axis] {
      dX = try dX.sum(axis: axis, keepingDimensions: true)
    }
    return try dX.reshaped(shape: shape)
  }
  C2W3c.unbroadcast.alternative("element-by-element") { dY, shape in
    // Where each element of the large one comes from.
    let padded = [Int](repeating: 1, count: dY.rank - shape.count) + shape
    var sums = [Double](repeating: 0, count: shape.reduce(1, *))
    for (place, element) in dY.elements.enumerated() {
      var (rest, stride, target) = (place, 1, 0)
      for axis in dY.shape.indices.reversed() {
        let index = rest % dY.shape[axis]
        rest /= dY.shape[axis]
        if padded[axis] > 1 { target += index * stride }
        stride *= padded[axis]
      }
      sums[target] += element
    }
    return try Tensor(shape: shape, elements: sums)
  }

  C2W3c.sumBackward.alternative("added-to-zeros") { dS, shape, axis in
    guard let axis else { return Tensor.full(shape, try dS.scalar) }
    var kept = shape
    kept[axis] = 1
    return try Tensor.zeros(shape: shape) + dS.reshaped(shape: kept)
  }
  C2W3c.sumBackward.alternative("copies-put-together") { dS, shape, axis in
    guard let axis else { return Tensor.ones(shape: shape) * dS.elements[0] }
    var kept = shape
    kept[axis] = 1
    let one = try dS.reshaped(shape: kept)
    return try Tensor.concatenate((0..<shape[axis]).map { _ in one }, axis: axis)
  }
  C2W3c.sumBackward.alternative("element-by-element") { dS, shape, axis in
    let numbers = dS.elements
    let after = axis.map { shape[($0 + 1)...].reduce(1, *) } ?? 1
    let spread = (0..<shape.reduce(1, *)).map { place in
      guard let axis else { return numbers[0] }
      return numbers[place / (after * shape[axis]) * after + place % after]
    }
    return try Tensor(shape: shape, elements: spread)
  }

  C2W3c.reluBackward.alternative("select") { dA, Z in try select(Z .> 0, dA, Tensor(0)) }
  C2W3c.reluBackward.alternative("slope-of-one-at-zero") { dA, Z in try dA * (Z .>= 0) }
  C2W3c.reluBackward.alternative("pair-by-pair") { dA, Z in
    let elements = zip(dA.elements, Z.elements).map { $1 > 0 ? $0 : 0 }
    return try Tensor(shape: dA.shape, elements: elements)
  }
}
