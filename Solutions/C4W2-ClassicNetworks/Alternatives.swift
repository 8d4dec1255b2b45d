import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  sizeAlternatives + residualAlternatives + blockAlternatives + pictureAlternatives
}

@ImplementationList private var sizeAlternatives: [Implementation] {
  C4W2.layerShapes.alternative("appended") { input, layers in
    var shapes: [[Int]] = []
    for layer in layers {
      let before = shapes.last ?? input
      if layer.kind == .dense {
        shapes.append([layer.n_C])
      } else {
        let n_H = (before[0] - layer.f + 2 * layer.pad) / layer.stride + 1
        let n_W = (before[1] - layer.f + 2 * layer.pad) / layer.stride + 1
        shapes.append([n_H, n_W, layer.kind == .convolution ? layer.n_C : before[2]])
      }
    }
    return shapes
  }
  C4W2.layerShapes.alternative("windows-counted") { input, layers in
    var (n_H, n_W, n_C) = (input[0], input[1], input[2])
    return layers.map { layer in
      if layer.kind == .dense { return [layer.n_C] }
      func windows(_ n: Int) -> Int {
        Array(stride(from: -layer.pad, through: n + layer.pad - layer.f, by: layer.stride)).count
      }
      (n_H, n_W) = (windows(n_H), windows(n_W))
      if layer.kind == .convolution { n_C = layer.n_C }
      return [n_H, n_W, n_C]
    }
  }
  C4W2.layerShapes.alternative("rounded-down") { input, layers in
    var shape = input
    var shapes: [[Int]] = []
    for layer in layers {
      switch layer.kind {
      case .dense: shape = [layer.n_C]
      default:
        for axis in 0..<2 {
          let moves = Double(shape[axis] + 2 * layer.pad - layer.f) / Double(layer.stride)
          shape[axis] = Int(moves.rounded(.down)) + 1
        }
        if layer.kind == .convolution { shape[2] = layer.n_C }
      }
      shapes.append(shape)
    }
    return shapes
  }

  C4W2.parameterCounts.alternative("weights-and-biases") { input, layers in
    try steps(input, layers).map { before, layer, after in
      let n_C = after[after.count - 1]
      switch layer.kind {
      case .convolution: return layer.f * layer.f * before[2] * n_C + n_C
      case .depthwise: return layer.f * layer.f * n_C + n_C
      case .dense: return before.reduce(1, *) * n_C + n_C
      case .pooling: return 0
      }
    }
  }
  C4W2.parameterCounts.alternative("size-of-a-filter") { input, layers in
    var before = input
    return try zip(layers, layerShapes(input, layers)).map { layer, after in
      defer { before = after }
      if layer.kind == .pooling { return 0 }
      // What one filter or unit sees.
      var seen = layer.f * layer.f
      if layer.kind == .convolution { seen *= before[2] }
      if layer.kind == .dense { seen = before.reduce(1, *) }
      return (seen + 1) * (after.last ?? 0)
    }
  }
  C4W2.parameterCounts.alternative("shapes-of-the-weights") { input, layers in
    try steps(input, layers).map { before, layer, _ in
      let f = layer.f
      let weights: [Int] =
        switch layer.kind {
        case .convolution: [f, f, before[2], layer.n_C]
        case .depthwise: [f, f, before[2]]
        case .dense: [before.reduce(1, *), layer.n_C]
        case .pooling: [0]
        }
      return weights.reduce(1, *) + weights[weights.count - 1]
    }
  }

  C4W2.multiplications.alternative("weights-times-places") { input, layers in
    try steps(input, layers).map { before, layer, after in
      switch layer.kind {
      case .convolution:
        return after[0] * after[1] * (layer.f * layer.f * before[2] * layer.n_C)
      case .depthwise: return after[0] * after[1] * (layer.f * layer.f * before[2])
      case .dense: return layer.n_C * before.reduce(1, *)
      case .pooling: return 0
      }
    }
  }
  C4W2.multiplications.alternative("window-for-each-number") { input, layers in
    var before = input
    var numbers: [Int] = []
    for (layer, after) in zip(layers, try layerShapes(input, layers)) {
      let outputs = after.reduce(1, *)
      var each = layer.f * layer.f
      if layer.kind == .convolution { each *= before[2] }
      if layer.kind == .dense { each = before.reduce(1, *) }
      if layer.kind == .pooling { each = 0 }
      numbers.append(outputs * each)
      before = after
    }
    return numbers
  }
  C4W2.multiplications.alternative("from-the-parameters") { input, layers in
    // A layer's weights are used at every place.
    let parameters = try parameterCounts(input, layers)
    return zip(parameters, try steps(input, layers)).map { count, step in
      guard count > 0 else { return 0 }
      let weights = count - (step.after.last ?? 0)
      return weights * step.after.dropLast().reduce(1, *)
    }
  }

  C4W2.freeze.alternative("times-zero") { gradients, trainable in
    var kept = gradients
    for l in 0..<gradients.count - trainable {
      kept[l].dW *= 0
      kept[l].db *= 0
    }
    return kept
  }
  C4W2.freeze.alternative("two-parts") { gradients, trainable in
    let frozen = gradients.dropLast(trainable).map {
      LayerGradients(dW: Tensor.full($0.dW.shape, 0), db: Tensor.full($0.db.shape, 0))
    }
    return frozen + gradients.suffix(trainable)
  }
  C4W2.freeze.alternative("from-the-end") { gradients, trainable in
    var left = trainable
    var kept: [LayerGradients] = []
    for layer in gradients.reversed() {
      kept.insert(
        left > 0 ? layer : LayerGradients(dW: layer.dW.map { _ in 0 }, db: layer.db.map { _ in 0 }),
        at: 0)
      left -= 1
    }
    return kept
  }
}
