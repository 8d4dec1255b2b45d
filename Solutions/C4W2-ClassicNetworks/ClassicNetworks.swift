import Syllabus
import Tensors

// Pictures are (m, n_H, n_W, n_C): examples, rows, columns, channels. Filters are (f, f, n_C_prev,
// n_C), as in C4W1.

// MARK: How large is a network?

/// The shape of each layer's output, for one picture.
///
///     convolution   (⌊(n_H + 2p - f)/s⌋ + 1, ⌊(n_W + 2p - f)/s⌋ + 1, filters)
///     depthwise     height and width by the same formula; the channels stay as many
///     pooling       height and width by the same formula; the channels stay as many
///     dense         (units), whatever came before
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order; `layer.kind` says which of the four it is, `layer.f`,
///     `layer.n_C` (filters or units), `layer.stride` and `layer.pad` how large.
/// - Returns: a shape for each layer: three numbers, or one for a dense layer.
///
/// ```swift
/// let layers: [NetworkLayer] = [.convolution(f: 5, filters: 6), .pooling(f: 2, stride: 2), .dense(units: 10)]
/// print(try layerShapes([32, 32, 1], layers))  // [[28, 28, 6], [14, 14, 6], [10]]
/// ```
public func layerShapes(_ input: [Int], _ layers: [NetworkLayer]) throws -> [[Int]] {
  // BEGIN SOLUTION
  var shape = input
  return layers.map { layer in
    func size(_ n: Int) -> Int { (n + 2 * layer.pad - layer.f) / layer.stride + 1 }
    switch layer.kind {
    case .convolution: shape = [size(shape[0]), size(shape[1]), layer.n_C]
    case .depthwise, .pooling: shape = [size(shape[0]), size(shape[1]), shape[2]]
    case .dense: shape = [layer.n_C]
    }
    return shape
  }
  // END SOLUTION
}

/// The number of parameters of each layer, weights and biases.
///
///     convolution   (f · f · n_C_prev + 1) · n_C      each filter sees all channels and has one bias
///     depthwise     (f · f + 1) · n_C                 each channel has a filter and a bias
///     pooling       0
///     dense         (numbers of its input + 1) · units
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order.
/// - Returns: a number for each layer.
///
/// ```swift
/// print(try parameterCounts([32, 32, 1], [.convolution(f: 5, filters: 6), .pooling(f: 2, stride: 2)]))
/// // [156, 0]
/// ```
public func parameterCounts(_ input: [Int], _ layers: [NetworkLayer]) throws -> [Int] {
  // BEGIN SOLUTION
  let inputs = try [input] + layerShapes(input, layers)
  return zip(inputs, layers).map { before, layer in
    switch layer.kind {
    case .convolution: (layer.f * layer.f * before[2] + 1) * layer.n_C
    case .depthwise: (layer.f * layer.f + 1) * before[2]
    case .pooling: 0
    case .dense: (before.reduce(1, *) + 1) * layer.n_C
    }
  }
  // END SOLUTION
}

/// The number of multiplications that each layer takes for one picture.
///
///     convolution   n_H · n_W · n_C · f · f · n_C_prev      each number of the output takes a window
///     depthwise     n_H · n_W · n_C · f · f
///     pooling       0
///     dense         numbers of its input · units
///
/// n_H, n_W and n_C are those of the layer's output. Biases are added and cost none.
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order.
/// - Returns: a number for each layer.
///
/// ```swift
/// print(try multiplications([28, 28, 192], [.convolution(f: 5, filters: 32, pad: 2)]))  // [120422400]
/// ```
public func multiplications(_ input: [Int], _ layers: [NetworkLayer]) throws -> [Int] {
  // BEGIN SOLUTION
  let shapes = try layerShapes(input, layers)
  return layers.indices.map { l in
    let (layer, before) = (layers[l], l == 0 ? input : shapes[l - 1])
    let outputs = shapes[l].reduce(1, *)
    return switch layer.kind {
    case .convolution: outputs * layer.f * layer.f * before[2]
    case .depthwise: outputs * layer.f * layer.f
    case .pooling: 0
    case .dense: outputs * before.reduce(1, *)
    }
  }
  // END SOLUTION
}

// MARK: A shortcut past two layers

/// Two dense layers with ReLU, with a shortcut past them or without.
///
///     Z1 = W1 A_prev + b1,  A1 = max(0, Z1),  Z2 = W2 A1 + b2
///     A2 = max(0, Z2 + A_prev)      with the shortcut
///     A2 = max(0, Z2)               without
///
/// - Parameters:
///   - A_prev: examples as columns, shape (n, m).
///   - block: the parameters of both layers; with a shortcut the second has n units again.
///   - hasShortcut: whether A_prev is added.
/// - Returns: Z1, A1, Z2 (without what is added) and A2.
///
/// ```swift
/// let layer = LayerParameters(W: .zeros(2, 2), b: .zeros(2, 1))
/// let pass = try residualForward(Tensor([[3], [1]]), [layer, layer], true)
/// print(pass.A2.T)  // [[3. 1.]]
/// ```
public func residualForward(
  _ A_prev: Tensor, _ block: [LayerParameters], _ hasShortcut: Bool
) throws -> ResidualPass {
  // BEGIN SOLUTION
  let Z1 = try dot(block[0].W, A_prev) + block[0].b
  let A1 = maximum(0, Z1)
  let Z2 = try dot(block[1].W, A1) + block[1].b
  let A2 = maximum(0, hasShortcut ? try Z2 + A_prev : Z2)
  return ResidualPass(Z1: Z1, A1: A1, Z2: Z2, A2: A2)
  // END SOLUTION
}

/// The gradients of the block of `residualForward`.
///
///     dZ = dA2 * (Z2 + A_prev > 0)      the ReLU's argument; without the shortcut Z2 alone
///     dW2 = 1/m dZ A1ᵀ,      db2 = 1/m Σᵢ dZ⁽ⁱ⁾
///     dZ1 = W2ᵀ dZ * (Z1 > 0)
///     dW1 = 1/m dZ1 A_prevᵀ,  db1 = 1/m Σᵢ dZ1⁽ⁱ⁾
///     dA_prev = W1ᵀ dZ1 + dZ            through both layers, and through the shortcut if there is one
///
/// - Parameters:
///   - dA2: ∂J/∂A2 of each example, without 1/m, shape (n[l+2], m).
///   - A_prev: the block's input, shape (n, m).
///   - block: the parameters of both layers.
///   - pass: what `residualForward` gave.
///   - hasShortcut: whether A_prev was added.
/// - Returns: dA_prev without 1/m, and the gradients of both layers.
public func residualBackward(
  _ dA2: Tensor, _ A_prev: Tensor, _ block: [LayerParameters], _ pass: ResidualPass,
  _ hasShortcut: Bool
) throws -> ResidualGradients {
  // BEGIN SOLUTION
  let m = Double(A_prev.columns)
  let dZ = try dA2 * ((hasShortcut ? pass.Z2 + A_prev : pass.Z2) .> 0)
  let dZ1 = try dot(block[1].W.T, dZ) * (pass.Z1 .> 0)
  let dA_prev = try dot(block[0].W.T, dZ1)
  return ResidualGradients(
    dA_prev: hasShortcut ? try dA_prev + dZ : dA_prev,
    layers: [
      LayerGradients(
        dW: try dot(dZ1, A_prev.T) / m, db: try dZ1.mean(axis: 1, keepingDimensions: true)),
      LayerGradients(
        dW: try dot(dZ, pass.A1.T) / m, db: try dZ.mean(axis: 1, keepingDimensions: true)),
    ])
  // END SOLUTION
}
