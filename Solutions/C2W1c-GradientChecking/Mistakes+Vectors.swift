import Coursework
import Syllabus
import Tensors

@ImplementationList var vectorsMistakes: [Implementation] {
  C2W1c.vectorFromParameters.mistaken(
    "biases-last",
    "All weights come first and all biases last: the order is W1, b1, W2, b2, W3, b3.",
    zh: "先放了所有权重再放所有偏置：顺序应当是 W1、b1、W2、b2、W3、b3。"
  ) { parameters in
    try column(parameters.layers.map(\.W) + parameters.layers.map(\.b))
  }
  C2W1c.vectorFromParameters.mistaken(
    "columns-first",
    "The matrices are read by columns: read them by rows, as they are stored.",
    zh: "矩阵按列展开了：应当按行展开，与存储顺序一致。"
  ) { parameters in
    try column(parameters.layers.flatMap { [$0.W.T, $0.b] })
  }
  C2W1c.vectorFromParameters.mistaken(
    "row-not-column",
    "This is a row of shape (1, n); θ is a column of shape (n, 1).",
    zh: "这是形状为 (1, n) 的一行；θ 是形状为 (n, 1) 的一列。"
  ) { parameters in
    try vectorFromParameters(parameters).T
  }
  C2W1c.vectorFromParameters.mistaken(
    "rank-one",
    "This has shape (n,): θ is a column of shape (n, 1).",
    zh: "它的形状是 (n,)：θ 是形状为 (n, 1) 的一列。"
  ) { parameters in
    try vectorFromParameters(parameters).flattened
  }
  C2W1c.vectorFromParameters.mistaken(
    "biases-missing",
    "The biases are missing: they are parameters too and have gradients.",
    zh: "漏了偏置：偏置也是参数，也有梯度。"
  ) { parameters in
    try column(parameters.layers.map(\.W))
  }

  C2W1c.parametersFromVector.mistaken(
    "columns-first",
    "The matrices are filled by columns: fill them by rows.",
    zh: "矩阵按列填了：应当按行填。"
  ) { theta, sizes in
    let right = try parametersFromVector(theta, sizes)
    return try ThreeLayerParameters(
      layers: right.layers.map { layer in
        LayerParameters(W: try layer.W.reshaped(layer.W.columns, layer.W.rows).T, b: layer.b)
      })
  }
  C2W1c.parametersFromVector.mistaken(
    "biases-last",
    "All weights are taken first: after W1 comes b1.",
    zh: "先取了所有权重：W1 后面应当是 b1。"
  ) { theta, sizes in
    var reader = Reader(theta: theta)
    let weights = try zip(sizes, sizes.dropFirst()).map { try reader.next($1, $0) }
    let biases = try sizes.dropFirst().map { try reader.next($0, 1) }
    return try ThreeLayerParameters(
      layers: zip(weights, biases).map { LayerParameters(W: $0, b: $1) })
  }
  C2W1c.parametersFromVector.mistaken(
    "biases-first",
    "b[l] is taken before W[l]: the weights come first in every layer.",
    zh: "先取了 b[l] 再取 W[l]：每一层里权重在前。"
  ) { theta, sizes in
    var reader = Reader(theta: theta)
    return try ThreeLayerParameters(
      layers: zip(sizes, sizes.dropFirst()).map { fanIn, units in
        let b = try reader.next(units, 1)
        return LayerParameters(W: try reader.next(units, fanIn), b: b)
      })
  }
  C2W1c.parametersFromVector.mistaken(
    "position-not-moved",
    "Every matrix begins at the first number: move the position on.",
    zh: "每个矩阵都从第一个数开始取：位置要往后移。"
  ) { theta, sizes in
    func first(_ rows: Int, _ columns: Int) throws -> Tensor {
      try theta.rows(0..<rows * columns).reshaped(rows, columns)
    }
    return try ThreeLayerParameters(
      layers: zip(sizes, sizes.dropFirst()).map { fanIn, units in
        LayerParameters(W: try first(units, fanIn), b: try first(units, 1))
      })
  }
}

private struct Reader {
  let theta: Tensor
  var position = 0

  mutating func next(_ rows: Int, _ columns: Int) throws -> Tensor {
    defer { position += rows * columns }
    return try theta.rows(position..<position + rows * columns).reshaped(rows, columns)
  }
}
