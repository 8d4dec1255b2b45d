import Syllabus
import Tensors

// MARK: Content

/// How far the content of two pictures is apart: their activations in one layer, place by place.
///
///     J_content = 1/(4 · n_H · n_W · n_C) Σ (a_C - a_G)²
///
/// - Parameters:
///   - a_C: the activations for the content picture, shape (1, n_H, n_W, n_C).
///   - a_G: those for the generated picture, in the same shape.
/// - Returns: the cost.
///
/// ```swift
/// print(try contentCost(.ones(1, 2, 2, 3), .zeros(1, 2, 2, 3)))  // 0.25
/// ```
public func contentCost(_ a_C: Tensor, _ a_G: Tensor) throws -> Double {
  // BEGIN SOLUTION
  let (n_H, n_W, n_C) = (a_G.shape[1], a_G.shape[2], a_G.shape[3])
  return try (a_C - a_G).squared().sum() / Double(4 * n_H * n_W * n_C)
  // END SOLUTION
}

/// The gradient of the content cost with respect to the activations for the generated picture.
///
///     dJ_content/da_G = 1/(2 · n_H · n_W · n_C) (a_G - a_C)
///
/// - Parameters:
///   - a_C: the activations for the content picture, shape (1, n_H, n_W, n_C).
///   - a_G: those for the generated picture, in the same shape.
/// - Returns: the gradient, in the same shape.
public func contentCostBackward(_ a_C: Tensor, _ a_G: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let (n_H, n_W, n_C) = (a_G.shape[1], a_G.shape[2], a_G.shape[3])
  return try (a_G - a_C) / Double(2 * n_H * n_W * n_C)
  // END SOLUTION
}

// MARK: Style

/// The activations of each channel as a row: all its places, one after the other.
///
/// - Parameter a: shape (1, n_H, n_W, n_C), in which the channels of a place stand next to each other.
/// - Returns: shape (n_C, n_H·n_W); the place (h, w) stands in the column h·n_W + w.
///
/// ```swift
/// let a = Tensor([[[[1, 10], [2, 20]], [[3, 30], [4, 40]]]])
/// print(try unrollChannels(a))
/// // [[ 1.  2.  3.  4.]
/// //  [10. 20. 30. 40.]]
/// ```
public func unrollChannels(_ a: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try a.reshaped(-1, a.shape[3]).T
  // END SOLUTION
}

/// How much every two channels go together: the Gram matrix.
///
///     G = A Aᵀ,  G[k, k'] = Σ A[k, i] · A[k', i]  over all places i
///
/// - Parameter A: activations, a channel a row, shape (n_C, n_H·n_W).
/// - Returns: shape (n_C, n_C). It is not divided by anything.
///
/// ```swift
/// print(try gramMatrix(Tensor([[1, 0, 2], [3, 1, 1]])))
/// // [[ 5.  5.]
/// //  [ 5. 11.]]
/// ```
public func gramMatrix(_ A: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try dot(A, A.T)
  // END SOLUTION
}

/// How far the style of two pictures is apart in one layer: their Gram matrices.
///
///     J_style = 1/(4 · n_C² · (n_H·n_W)²) Σ (G_S - G_G)²
///
/// - Parameters:
///   - a_S: the activations for the style picture, shape (1, n_H, n_W, n_C).
///   - a_G: those for the generated picture, in the same shape.
/// - Returns: the cost.
public func layerStyleCost(_ a_S: Tensor, _ a_G: Tensor) throws -> Double {
  // BEGIN SOLUTION
  let (n_H, n_W, n_C) = (a_G.shape[1], a_G.shape[2], a_G.shape[3])
  let G_S = try gramMatrix(unrollChannels(a_S))
  let G_G = try gramMatrix(unrollChannels(a_G))
  let size = Double(n_C * n_H * n_W)
  return try (G_S - G_G).squared().sum() / (4 * size * size)
  // END SOLUTION
}

/// The gradient of a layer's style cost with respect to the activations for the generated picture.
///
/// With A_G unrolled, a channel a row,
///
///     dJ_style/dA_G = 1/(n_C² · (n_H·n_W)²) (G_G - G_S) A_G
///
/// and each number goes back to the place from which it was unrolled.
///
/// - Parameters:
///   - a_S: the activations for the style picture, shape (1, n_H, n_W, n_C).
///   - a_G: those for the generated picture, in the same shape.
/// - Returns: the gradient, shape (1, n_H, n_W, n_C).
public func layerStyleCostBackward(_ a_S: Tensor, _ a_G: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let (n_H, n_W, n_C) = (a_G.shape[1], a_G.shape[2], a_G.shape[3])
  let A_G = try unrollChannels(a_G)
  let difference = try gramMatrix(A_G) - gramMatrix(unrollChannels(a_S))
  let size = Double(n_C * n_H * n_W)
  // Back from (n_C, n_H·n_W): a place a row, then the rows and columns of the picture.
  return try (dot(difference, A_G) / (size * size)).T.reshaped(1, n_H, n_W, n_C)
  // END SOLUTION
}

/// How far the style of two pictures is apart: the cost of each layer times its weight.
///
///     J_style = Σ λ_l · J_style of layer l
///
/// - Parameters:
///   - a_S: the activations of each layer for the style picture.
///   - a_G: those for the generated picture, layer by layer in the same shape.
///   - weights: λ of each layer; they are taken as they are, whatever their sum is.
/// - Returns: the cost.
public func styleCost(
  _ a_S: [Tensor], _ a_G: [Tensor], _ weights: [Double]
) throws -> Double {
  // BEGIN SOLUTION
  var cost = 0.0
  for (l, weight) in weights.enumerated() {
    cost += try weight * layerStyleCost(a_S[l], a_G[l])
  }
  return cost
  // END SOLUTION
}

// MARK: A picture in the style of another

/// Content and style together.
///
///     J = α · J_content + β · J_style
///
/// - Parameters:
///   - J_content: the content cost.
///   - J_style: the style cost.
///   - alpha: the weight of the content, α; the original exercise has 10.
///   - beta: the weight of the style, β; the original exercise has 40.
/// - Returns: the cost.
public func totalCost(
  _ J_content: Double, _ J_style: Double, _ alpha: Double, _ beta: Double
) throws -> Double {
  // BEGIN SOLUTION
  return alpha * J_content + beta * J_style
  // END SOLUTION
}

/// The gradient of the total cost with respect to each layer's activations for the generated picture.
///
/// The style counts in every layer, β · λ_l · (gradient of the layer's style cost). In the last layer
/// the content counts, too: + α · (gradient of the content cost).
///
/// - Parameters:
///   - a_C: the activations of the last layer for the content picture.
///   - a_S: the activations of each layer for the style picture.
///   - a_G: those for the generated picture, layer by layer in the same shape.
///   - weights: λ of each layer.
///   - alpha: the weight of the content.
///   - beta: the weight of the style.
/// - Returns: a gradient for each layer, in the shape of its activations. What a layer's activations do to
///   later layers is not included: the way back through the filters adds that.
public func totalCostBackward(
  _ a_C: Tensor, _ a_S: [Tensor], _ a_G: [Tensor], _ weights: [Double], _ alpha: Double,
  _ beta: Double
) throws -> [Tensor] {
  // BEGIN SOLUTION
  var gradients: [Tensor] = []
  for (l, weight) in weights.enumerated() {
    gradients.append(try beta * weight * layerStyleCostBackward(a_S[l], a_G[l]))
  }
  let last = a_G.count - 1
  try gradients[last] += alpha * contentCostBackward(a_C, a_G[last])
  return gradients
  // END SOLUTION
}

/// The activations of each layer of a network whose filters stay as they are, which is given.
///
/// A layer is a convolution with stride 1 and without padding, then a ReLU.
///
/// - Parameters:
///   - X: a picture, shape (1, n_H, n_W, n_C).
///   - filters: those of each layer, shape (f, f, n_C_prev, n_C).
/// - Returns: a tensor for each layer, shape (1, n_H, n_W, n_C) of its own.
func activations(_ X: Tensor, _ filters: [Tensor]) throws -> [Tensor] {
  var A = X
  return try filters.map { W in
    let (f, n_C) = (W.shape[0], W.shape[3])
    let Z = try dot(windows(A, f), W.reshaped(-1, n_C))
    A = maximum(try Z.reshaped(1, A.shape[1] - f + 1, A.shape[2] - f + 1, n_C), 0)
    return A
  }
}

/// The way back through that network to the pixels, which is given.
///
/// - Parameters:
///   - X: the picture.
///   - filters: those of each layer.
///   - gradients: of a cost with respect to each layer's activations, as `totalCostBackward` gives them.
/// - Returns: the gradient of the cost with respect to each pixel, in the shape of X.
func pixelGradient(_ X: Tensor, _ filters: [Tensor], _ gradients: [Tensor]) throws -> Tensor {
  let inputs = [X] + (try activations(X, filters))
  var dA = 0 * inputs[filters.count]
  for (l, W) in filters.enumerated().reversed() {
    let (f, n_C) = (W.shape[0], W.shape[3])
    let dZ = try (dA + gradients[l]) * (inputs[l + 1] .> 0)
    let dWindows = try dot(dZ.reshaped(-1, n_C), W.reshaped(-1, n_C).T)
    dA = 0 * inputs[l]
    let (rows, columns, n_C_prev) = (dZ.shape[1], dZ.shape[2], W.shape[2])
    for place in 0..<f * f {
      let (y, x) = (place / f, place % f)
      var band = try dA.slice(axis: 1, y..<y + rows)
      let part = try dWindows.columns(place * n_C_prev..<(place + 1) * n_C_prev)
      let sum =
        try band.slice(axis: 2, x..<x + columns)
        + part.reshaped(1, rows, columns, n_C_prev)
      try band.setSlice(axis: 2, x..<x + columns, to: sum)
      try dA.setSlice(axis: 1, y..<y + rows, to: band)
    }
  }
  return dA
}

/// All windows of f × f places, a row each: shape (windows, f·f·n_C).
private func windows(_ A: Tensor, _ f: Int) throws -> Tensor {
  let (rows, columns) = (A.shape[1] - f + 1, A.shape[2] - f + 1)
  let places = try (0..<f * f).map { place in
    try A.slice(axis: 1, place / f..<place / f + rows)
      .slice(axis: 2, place % f..<place % f + columns).reshaped(-1, A.shape[3])
  }
  return try Tensor.concatenate(places, axis: 1)
}

/// A picture in the style of another: gradient descent on the pixels.
///
/// The generated picture G begins as the content picture. Each step
///
///  1. computes the activations of all layers for G,
///  2. records the total cost: the content in the last layer, the style in all of them,
///  3. G = G - learningRate · dJ/dG,
///  4. clips each pixel to 0 … 1: what is below becomes 0, what is above becomes 1.
///
/// The filters and the two given pictures stay as they are.
///
/// - Parameters:
///   - content: the picture that has to stay recognizable, pixels from 0 to 1, shape
///     (1, n_H, n_W, n_C).
///   - style: the picture whose style it gets, in the same shape.
///   - filters: those of each layer, shape (f, f, n_C_prev, n_C).
///   - weights: λ of each layer, for the style.
///   - alpha: the weight of the content.
///   - beta: the weight of the style.
///   - learningRate: the size of the steps.
///   - iterations: the number of steps.
/// - Returns: G after the last step, and the cost before each step.
///
/// `activations` and `pixelGradient`, above, go forward and back through the filters.
public func generate(
  _ content: Tensor, _ style: Tensor, _ filters: [Tensor], _ weights: [Double], _ alpha: Double,
  _ beta: Double, _ learningRate: Double, _ iterations: Int
) throws -> StyleTransfer {
  // BEGIN SOLUTION
  let last = filters.count - 1
  let a_C = try activations(content, filters)[last]
  let a_S = try activations(style, filters)
  var G = content
  var costs: [Double] = []
  for _ in 0..<iterations {
    let a_G = try activations(G, filters)
    costs.append(
      try totalCost(contentCost(a_C, a_G[last]), styleCost(a_S, a_G, weights), alpha, beta))
    let gradients = try totalCostBackward(a_C, a_S, a_G, weights, alpha, beta)
    try G -= learningRate * pixelGradient(G, filters, gradients)
    G = minimum(maximum(G, 0), 1)
  }
  return StyleTransfer(picture: G, costs: costs)
  // END SOLUTION
}
