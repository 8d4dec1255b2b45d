import Syllabus
import Tensors

// MARK: Who is it?

/// How far encodings are apart, squared.
///
///     d(f₁, f₂) = ‖f₁ - f₂‖² = Σ (f₁ - f₂)²  over the last axis
///
/// - Parameters:
///   - f1: encodings, shape (m, d), one a row; or one alone, (d,); or any shape (…, d).
///   - f2: as many; or one, (1, d), that is compared with each row of f1.
/// - Returns: a number for each pair, shape (m,): that of f1 without its last axis.
///
/// ```swift
/// print(try squaredDistance(Tensor([[1, 2], [0, 0]]), Tensor([[1, 0], [3, 4]])))  // [ 4. 25.]
/// ```
public func squaredDistance(_ f1: Tensor, _ f2: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// One to one: whether somebody really is the person whose name is claimed.
///
/// The distance is ‖f₁ - f₂‖ between the new encoding and the stored one of that person, the root of
/// the squared distance. It is the same person if the distance is below the threshold, <.
///
/// - Parameters:
///   - encoding: of the new picture, shape (1, d).
///   - identity: the name that is claimed.
///   - database: everybody who is known.
///   - threshold: the distance from which on two pictures show two people; the original exercise has
///     0.7.
/// - Returns: the distance, and whether it is the same person. If nobody of that name is known, the
///   distance is `.infinity`, and it is not.
///
/// (Exactly at the threshold both answers pass.)
///
/// ```swift
/// let bo = KnownPerson(name: "Bo", encoding: Tensor([[0.6, 0.8]]))
/// print(try verify(Tensor([[0.6, 0.3]]), "Bo", [bo], 0.7))  // IdentityCheck(distance: 0.5, isSame: true)
/// ```
public func verify(
  _ encoding: Tensor, _ identity: String, _ database: [KnownPerson], _ threshold: Double
) throws -> IdentityCheck {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// One to many: which of the known people somebody is, if any.
///
/// The answer is the nearest person, of equally near ones the first. If even that one is farther away
/// than the threshold, >, it is a stranger.
///
/// - Parameters:
///   - encoding: of the new picture, shape (1, d).
///   - database: everybody who is known.
///   - threshold: the distance from which on two pictures show two people.
/// - Returns: the distance ‖f₁ - f₂‖ to the nearest person, also if that is too far, and the name, nil for
///   a stranger. With an empty database the distance is `.infinity`.
///
/// (Exactly at the threshold both answers pass.)
public func identify(
  _ encoding: Tensor, _ database: [KnownPerson], _ threshold: Double
) throws -> Identification {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Learning an encoding

/// The triplet loss: a picture has to be nearer to one of the same person than to one of another, by
/// a margin.
///
///     loss = Σ max(‖a - p‖² - ‖a - n‖² + α, 0)   over all triplets
///
/// - Parameters:
///   - anchor: encodings, shape (m, d), one a row; or one alone, (d,).
///   - positive: of other pictures of the same people, in the same shape.
///   - negative: of pictures of other people, in the same shape.
///   - alpha: the margin α.
/// - Returns: the sum over the triplets; it is not divided by m.
///
/// ```swift
/// let (a, p, n) = (Tensor([[1, 0]]), Tensor([[0.5, 0]]), Tensor([[0.5, 0.5]]))
/// print(try tripletLoss(a, p, n, 0.5))  // 0.25 - 0.5 + 0.5 = 0.25
/// ```
public func tripletLoss(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ alpha: Double
) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of the triplet loss.
///
/// A triplet whose ‖a - p‖² - ‖a - n‖² + α is above 0 contributes
///
///     da = 2(n - p),  dp = 2(p - a),  dn = 2(a - n)
///
/// and the others 0. (Exactly at 0 there is no derivative; both slopes pass.)
///
/// - Parameters:
///   - anchor: encodings, shape (m, d), one a row; or one alone, (d,).
///   - positive: of other pictures of the same people, in the same shape.
///   - negative: of pictures of other people, in the same shape.
///   - alpha: the margin α.
/// - Returns: the derivatives of `tripletLoss` with respect to each element of the three.
public func tripletLossBackward(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ alpha: Double
) throws -> TripletGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// For each encoding of a batch the hardest negative: the nearest encoding with another label.
///
/// - Parameters:
///   - encodings: shape (m, d), one a row.
///   - labels: whose picture each is, m numbers.
/// - Returns: for each row the index of its hardest negative among all rows; of equally near ones the
///   first, and its own index if all labels are the same.
///
/// ```swift
/// print(try hardestNegatives(Tensor([[0, 0], [0, 1], [0, 5], [0, 3]]), [7, 7, 2, 2]))  // [3, 3, 1, 1]
/// ```
public func hardestNegatives(_ encodings: Tensor, _ labels: [Int]) throws -> [Int] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The sigmoid of every element, 1 / (1 + e⁻ᶻ), which is given.
func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + exp(-z)) }

/// How probable it is that two pictures show the same person: a logistic unit on what differs.
///
///     ŷ = σ(Σ w_k |f₁_k - f₂_k| + b)
///
/// - Parameters:
///   - f1: encodings, shape (m, d), one a row.
///   - f2: those that they are compared with, row by row, in the same shape.
///   - w: a weight for each number of an encoding, shape (d, 1).
///   - b: the bias.
/// - Returns: a probability for each pair, shape (m, 1).
///
/// `sigmoid`, above, takes tensors of any shape.
public func siameseProbability(
  _ f1: Tensor, _ f2: Tensor, _ w: Tensor, _ b: Double
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
}
