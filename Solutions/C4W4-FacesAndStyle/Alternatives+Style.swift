import Coursework
import Syllabus
import Tensors

@ImplementationList var contentAlternatives: [Implementation] {
  C4W4.contentCost.alternative("quarter-of-the-mean") { a_C, a_G in
    try (a_G - a_C).squared().mean() / 4
  }
  C4W4.contentCost.alternative("unrolled") { a_C, a_G in
    let difference = try unrollChannels(a_C) - unrollChannels(a_G)
    return try (difference * difference).sum() * (0.25 / Double(difference.count))
  }
  C4W4.contentCost.alternative("norm") { a_C, a_G in
    let length = try (a_C - a_G).norm()
    return length * length / 4 / Double(a_C.count)
  }

  C4W4.contentCostBackward.alternative("twice-a-quarter") { a_C, a_G in
    let difference = try a_G - a_C
    return 2 * difference / Double(4 * a_G.count)
  }
  C4W4.contentCostBackward.alternative("minus") { a_C, a_G in
    let n = Double(a_G.shape.reduce(1, *))
    return try -0.5 * (a_C - a_G) / n
  }
  C4W4.contentCostBackward.alternative("loop") { a_C, a_G in
    let numbers = zip(a_C.elements, a_G.elements).map { ($1 - $0) / (2 * Double(a_G.count)) }
    return try Tensor(shape: a_G.shape, elements: numbers)
  }

  C4W4.unrollChannels.alternative("channels-to-the-front") { a in
    try a.transposed([0, 3, 1, 2]).reshaped(a.shape[3], a.shape[1] * a.shape[2])
  }
  C4W4.unrollChannels.alternative("channel-by-channel") { a in
    let rows = try (0..<a.shape[3]).map { try a.slice(axis: 3, $0..<$0 + 1).reshaped(1, -1) }
    return try .concatenate(rows)
  }
  C4W4.unrollChannels.alternative("loops") { a in
    let (n_H, n_W, n_C) = (a.shape[1], a.shape[2], a.shape[3])
    var A = Tensor.zeros(n_C, n_H * n_W)
    for h in 0..<n_H {
      for w in 0..<n_W { for c in 0..<n_C { A[c, h * n_W + w] = a[0, h, w, c] } }
    }
    return A
  }
}

@ImplementationList var styleAlternatives: [Implementation] {
  C4W4.gramMatrix.alternative("loops") { A in
    var G = Tensor.zeros(A.rows, A.rows)
    for k in 0..<A.rows {
      for l in 0..<A.rows { for i in 0..<A.columns { G[k, l] += A[k, i] * A[l, i] } }
    }
    return G
  }
  C4W4.gramMatrix.alternative("place-by-place") { A in
    var G = Tensor.zeros(A.rows, A.rows)
    for i in 0..<A.columns { try G += dot(A.column(i), A.column(i).T) }
    return G
  }
  C4W4.gramMatrix.alternative("transposed") { A in try dot(A, A.T).T }

  C4W4.layerStyleCost.alternative("step-by-step") { a_S, a_G in
    let difference = try gramMatrix(unrollChannels(a_S)) - gramMatrix(unrollChannels(a_G))
    let n_C = Double(a_S.shape[3])
    let places = Double(a_S.shape[1]) * Double(a_S.shape[2])
    return difference.squared().sum() / 4 / (n_C * n_C) / (places * places)
  }
  C4W4.layerStyleCost.alternative("mean") { a_S, a_G in
    // The mean over n_C² entries holds one of the factors.
    let places = Double(a_G.shape[1] * a_G.shape[2])
    let difference = try gramMatrix(unrollChannels(a_G)) - gramMatrix(unrollChannels(a_S))
    return (difference / places).squared().mean() / 4
  }
  C4W4.layerStyleCost.alternative("without-unrolling") { a_S, a_G in
    func gram(_ a: Tensor) throws -> Tensor {
      let places = try a.reshaped(-1, a.shape[3])
      return try dot(places.T, places)
    }
    let size = Double(a_G.count)
    return try (gram(a_S) - gram(a_G)).squared().sum() / (4 * size * size)
  }

  C4W4.layerStyleCostBackward.alternative("places-as-rows") { a_S, a_G in
    let (P_S, P_G) = (
      try a_S.reshaped(-1, a_S.shape[3]), try a_G.reshaped(-1, a_G.shape[3])
    )
    let difference = try dot(P_G.T, P_G) - dot(P_S.T, P_S)
    let size = Double(a_G.count)
    return try dot(P_G, difference).reshaped(shape: a_G.shape) / (size * size)
  }
  C4W4.layerStyleCostBackward.alternative("by-axes") { a_S, a_G in
    let A = try unrollChannels(a_G)
    let size = Double(a_G.count)
    // 2 of the square, times 1/4, times both places of A in A Aᵀ.
    let dG = try 2 * (gramMatrix(A) - gramMatrix(unrollChannels(a_S))) / (4 * size * size)
    let dA = try dot(dG, A) + dot(dG.T, A)
    return try dA.reshaped(a_G.shape[3], 1, a_G.shape[1], a_G.shape[2]).transposed([1, 2, 3, 0])
  }
  C4W4.layerStyleCostBackward.alternative("loops") { a_S, a_G in
    let (n_H, n_W, n_C) = (a_G.shape[1], a_G.shape[2], a_G.shape[3])
    let difference = try gramMatrix(unrollChannels(a_G)) - gramMatrix(unrollChannels(a_S))
    let size = Double(n_C * n_H * n_W)
    let factor = 1 / (size * size)
    var gradient = 0 * a_G
    for h in 0..<n_H {
      for w in 0..<n_W {
        for c in 0..<n_C {
          for k in 0..<n_C { gradient[0, h, w, c] += factor * difference[c, k] * a_G[0, h, w, k] }
        }
      }
    }
    return gradient
  }

  C4W4.styleCost.alternative("reduce") { a_S, a_G, weights in
    try zip(zip(a_S, a_G), weights).reduce(0) { sum, layer in
      try sum + layer.1 * layerStyleCost(layer.0.0, layer.0.1)
    }
  }
  C4W4.styleCost.alternative("from-the-last") { a_S, a_G, weights in
    var cost = 0.0
    for l in weights.indices.reversed() {
      cost = try layerStyleCost(a_S[l], a_G[l]) * weights[l] + cost
    }
    return cost
  }
  C4W4.styleCost.alternative("scalar-product") { a_S, a_G, weights in
    let costs = try zip(a_S, a_G).map { try layerStyleCost($0, $1) }
    return try (Tensor(costs) * Tensor(weights)).sum()
  }
}

@ImplementationList var generateAlternatives: [Implementation] {
  C4W4.totalCost.alternative("style-first") { J_content, J_style, alpha, beta in
    J_style * beta + J_content * alpha
  }
  C4W4.totalCost.alternative("added-one-by-one") { J_content, J_style, alpha, beta in
    var cost = 0.0
    for (factor, own) in [(beta, J_style), (alpha, J_content)] { cost += factor * own }
    return cost
  }
  C4W4.totalCost.alternative("scalar-product") { J_content, J_style, alpha, beta in
    try (Tensor([alpha, beta]) * Tensor([J_content, J_style])).sum()
  }

  C4W4.totalCostBackward.alternative("zeros-first") { a_C, a_S, a_G, weights, alpha, beta in
    var gradients = a_G.map { 0 * $0 }
    gradients[a_G.count - 1] = try alpha * contentCostBackward(a_C, a_G[a_G.count - 1])
    for l in a_G.indices {
      try gradients[l] += beta * weights[l] * layerStyleCostBackward(a_S[l], a_G[l])
    }
    return gradients
  }
  C4W4.totalCostBackward.alternative("by-map") { a_C, a_S, a_G, weights, alpha, beta in
    try a_G.indices.map { l in
      let style = try (beta * weights[l]) * layerStyleCostBackward(a_S[l], a_G[l])
      guard l == a_G.count - 1 else { return style }
      return try style + alpha * contentCostBackward(a_C, a_G[l])
    }
  }
  C4W4.totalCostBackward.alternative("last-apart") { a_C, a_S, a_G, weights, alpha, beta in
    let style = try zip(weights, zip(a_S, a_G)).map { weight, own in
      try layerStyleCostBackward(own.0, own.1) * weight * beta
    }
    let last = a_G.count - 1
    let content = try contentCostBackward(a_C, a_G[last]) * alpha
    return Array(style.dropLast()) + [try style[last] + content]
  }

  C4W4.generate.alternative("fresh-names") {
    content, style, filters, weights, alpha, beta, learningRate, iterations in
    guard let a_C = try activations(content, filters).last else {
      return StyleTransfer(picture: content, costs: [])
    }
    let a_S = try activations(style, filters)
    var result = StyleTransfer(picture: content, costs: [])
    for _ in 0..<iterations {
      let a_G = try activations(result.picture, filters)
      let J_content = try contentCost(a_C, a_G[a_G.count - 1])
      let J_style = try styleCost(a_S, a_G, weights)
      result.costs.append(try totalCost(J_content, J_style, alpha, beta))
      let dA = try totalCostBackward(a_C, a_S, a_G, weights, alpha, beta)
      let dG = try pixelGradient(result.picture, filters, dA)
      let next = try result.picture - learningRate * dG
      result.picture = next.map { min(1, max(0, $0)) }
    }
    return result
  }
  C4W4.generate.alternative("scaled-before-the-way-back") {
    content, style, filters, weights, alpha, beta, learningRate, iterations in
    let a_S = try activations(style, filters)
    let a_C = try activations(content, filters)
    let last = a_C.count - 1
    var (G, costs) = (content, [Double]())
    while costs.count < iterations {
      let a_G = try activations(G, filters)
      let content = try contentCost(a_C[last], a_G[last])
      costs.append(alpha * content + beta * (try styleCost(a_S, a_G, weights)))
      // The way back is linear.
      let steps = try totalCostBackward(a_C[last], a_S, a_G, weights, alpha, beta)
        .map { -learningRate * $0 }
      G = maximum(minimum(try G + pixelGradient(G, filters, steps), 1), 0)
    }
    return StyleTransfer(picture: G, costs: costs)
  }
  C4W4.generate.alternative("content-and-style-apart") {
    content, style, filters, weights, alpha, beta, learningRate, iterations in
    let (a_C, a_S) = (try activations(content, filters), try activations(style, filters))
    var (G, costs) = (content, [Double]())
    for _ in 0..<iterations {
      let a_G = try activations(G, filters)
      let last = a_G.count - 1
      costs.append(
        try totalCost(contentCost(a_C[last], a_G[last]), styleCost(a_S, a_G, weights), alpha, beta))
      let ofStyle = try pixelGradient(
        G, filters, totalCostBackward(a_C[last], a_S, a_G, weights, 0, beta))
      var slopes = a_G.map { 0 * $0 }
      slopes[last] = try contentCostBackward(a_C[last], a_G[last])
      let ofContent = try pixelGradient(G, filters, slopes)
      let gradient = try alpha * ofContent + ofStyle
      G = minimum(maximum(try G - learningRate * gradient, 0), 1)
    }
    return StyleTransfer(picture: G, costs: costs)
  }
}
