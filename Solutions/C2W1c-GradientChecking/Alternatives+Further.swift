import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1c.forward1D.alternative("divided") { x, theta in
    let product = -x * theta
    return -product
  }
  C2W1c.forward1D.alternative("two-halves") { x, theta in
    let half = theta * x / 2
    return half + half
  }
  C2W1c.backward1D.alternative("doubled-and-halved") { x, _ in (x + x) / 2 }
  C2W1c.backward1D.alternative("power-rule") { x, theta in
    let constant = theta - theta
    return x + constant
  }
  C2W1c.gradientCheck1D.alternative("written-out") { x, theta, gradient, epsilon in
    let slope = (x * (theta + epsilon) - x * (theta - epsilon)) / epsilon / 2
    return abs(slope - gradient) / (abs(slope) + abs(gradient))
  }
  C2W1c.gradientCheck1D.alternative("epsilon-in-the-divisor") { x, theta, gradient, epsilon in
    let above = try forward1D(x, theta + epsilon)
    let below = try forward1D(x, theta - epsilon)
    let slope = (above - below) / (2 * epsilon)
    return abs(gradient - slope) / (abs(gradient) + abs(slope) + 1e-12)
  }
  C2W1c.vectorFromParameters.alternative("concatenated-twice") { parameters in
    let columns = try parameters.layers.map { layer in
      try layer.W.reshaped(-1, 1).concatenated(with: layer.b)
    }
    return try .concatenate(columns)
  }
  C2W1c.vectorFromParameters.alternative("loop") { parameters in
    var numbers: [Double] = []
    for layer in parameters.layers {
      for i in 0..<layer.W.rows {
        for j in 0..<layer.W.columns { numbers.append(layer.W[i, j]) }
      }
      for i in 0..<layer.b.rows { numbers.append(layer.b[i, 0]) }
    }
    return .column(numbers)
  }
  C2W1c.parametersFromVector.alternative("loop") { theta, sizes in
    var position = 0
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      var W = Tensor.zeros(sizes[l], sizes[l - 1])
      var b = Tensor.zeros(sizes[l], 1)
      for i in 0..<sizes[l] {
        for j in 0..<sizes[l - 1] {
          W[i, j] = theta[position, 0]
          position += 1
        }
      }
      for i in 0..<sizes[l] {
        b[i, 0] = theta[position, 0]
        position += 1
      }
      layers.append(LayerParameters(W: W, b: b))
    }
    return try ThreeLayerParameters(layers: layers)
  }
  C2W1c.suspects.alternative("difference-of-sums") { gradients, numerical, limit in
    let names = ["dW1", "db1", "dW2", "db2", "dW3", "db3"]
    let mine = gradients.layers.flatMap { [$0.dW, $0.db] }
    let theirs = numerical.layers.flatMap { [$0.dW, $0.db] }
    var found: [String] = []
    for (name, pair) in zip(names, zip(mine, theirs)) {
      let gap = (try pair.0 - pair.1).norm()
      let size = pair.0.norm() + pair.1.norm()
      if gap - limit * size > 0 { found.append(name) }
    }
    return found
  }
  C2W1c.parametersFromVector.alternative("numbers") { theta, sizes in
    var numbers = theta.elements[...]
    func next(_ rows: Int, _ columns: Int) throws -> Tensor {
      defer { numbers = numbers.dropFirst(rows * columns) }
      return try Tensor(shape: [rows, columns], elements: Array(numbers.prefix(rows * columns)))
    }
    return try ThreeLayerParameters(
      layers: (1..<sizes.count).map { l in
        LayerParameters(W: try next(sizes[l], sizes[l - 1]), b: try next(sizes[l], 1))
      })
  }
  C2W1c.gradientCheck.alternative("unit-vectors") {
    X, Y, parameters, gradients, lambda, epsilon in
    let sizes = layerSizes(of: parameters)
    let theta = try vectorFromParameters(parameters)
    var slopes: [Double] = []
    for i in 0..<theta.count {
      var direction = Tensor.zeros(theta.rows, 1)
      direction[i, 0] = epsilon
      let above = try cost(X, Y, parametersFromVector(theta + direction, sizes), lambda)
      let below = try cost(X, Y, parametersFromVector(theta - direction, sizes), lambda)
      slopes.append((above - below) / (2 * epsilon))
    }
    let (g, numerical) = (try vectorFromGradients(gradients), Tensor.column(slopes))
    let difference = try (numerical - g).norm() / (numerical.norm() + g.norm())
    return GradientCheck(difference: difference, numerical: numerical)
  }
  C2W1c.gradientCheck.alternative("inside-the-matrices") {
    X, Y, parameters, gradients, lambda, epsilon in
    let layers = parameters.layers
    func slope(_ move: (inout [LayerParameters], Double) -> Void) throws -> Double {
      var (above, below) = (layers, layers)
      move(&above, epsilon)
      move(&below, -epsilon)
      let high = try cost(X, Y, ThreeLayerParameters(layers: above), lambda)
      let low = try cost(X, Y, ThreeLayerParameters(layers: below), lambda)
      return (high - low) / (2 * epsilon)
    }
    var slopes: [Double] = []
    for l in layers.indices {
      for i in 0..<layers[l].W.rows {
        for j in 0..<layers[l].W.columns {
          slopes.append(try slope { $0[l].W[i, j] += $1 })
        }
      }
      for i in 0..<layers[l].b.rows { slopes.append(try slope { $0[l].b[i, 0] += $1 }) }
    }
    let (g, numerical) = (try vectorFromGradients(gradients), Tensor.column(slopes))
    return GradientCheck(
      difference: try (g - numerical).norm() / (g.norm() + numerical.norm()), numerical: numerical)
  }
  C2W1c.suspects.alternative("one-by-one") { own, numerical, limit in
    func isFar(_ g: Tensor, _ slope: Tensor) throws -> Bool {
      let sum = g.norm() + slope.norm()
      return sum == 0 ? false : try (slope - g).norm() / sum > limit
    }
    var names: [String] = []
    if try isFar(own.dW1, numerical.dW1) { names.append("dW1") }
    if try isFar(own.db1, numerical.db1) { names.append("db1") }
    if try isFar(own.dW2, numerical.dW2) { names.append("dW2") }
    if try isFar(own.db2, numerical.db2) { names.append("db2") }
    if try isFar(own.dW3, numerical.dW3) { names.append("dW3") }
    if try isFar(own.db3, numerical.db3) { names.append("db3") }
    return names
  }
  C2W1c.backward.alternative("means") { X, Y, parameters, lambda in
    let m = Double(X.columns)
    let pass = try ThreeLayerNetwork.forward(X, parameters)
    let dZ3 = try pass.A3 - Y
    let dZ2 = try dot(parameters.W3.T, dZ3) * (pass.Z2 .> 0)
    let dZ1 = try dot(parameters.W2.T, dZ2) * (pass.Z1 .> 0)
    return ThreeLayerGradients(
      dW1: try (dot(dZ1, X.T) + lambda * parameters.W1) / m,
      db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try (dot(dZ2, pass.A1.T) + lambda * parameters.W2) / m,
      db2: try dZ2.mean(axis: 1, keepingDimensions: true),
      dW3: try (dot(dZ3, pass.A2.T) + lambda * parameters.W3) / m,
      db3: try dZ3.mean(axis: 1, keepingDimensions: true))
  }
  C2W1c.backward.alternative("example-by-example") { X, Y, parameters, lambda in
    let share = 1 / Double(X.columns)
    var sum = ThreeLayerGradients(
      dW1: lambda * share * parameters.W1, db1: 0 * parameters.b1,
      dW2: lambda * share * parameters.W2, db2: 0 * parameters.b2,
      dW3: lambda * share * parameters.W3, db3: 0 * parameters.b3)
    for i in 0..<X.columns {
      let (x, y) = (try X.column(i), try Y.column(i))
      let pass = try ThreeLayerNetwork.forward(x, parameters)
      let one = try ThreeLayerNetwork.backward(x, y, pass, parameters)
      try sum.dW1 += share * one.dW1
      try sum.db1 += share * one.db1
      try sum.dW2 += share * one.dW2
      try sum.db2 += share * one.db2
      try sum.dW3 += share * one.dW3
      try sum.db3 += share * one.db3
    }
    return sum
  }
}
