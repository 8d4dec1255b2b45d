import Syllabus
import Tensors

@BodyList var classicNetworks: [LearnersBody] {
  C4W2.layerShapes.wrong("same-for-padded", "any padding is taken for “same”") { input, layers in
    var shape = input
    return layers.map { layer in
      if layer.kind == .dense {
        shape = [layer.n_C]
      } else {
        for axis in 0..<2 where layer.pad == 0 {
          shape[axis] = (shape[axis] - layer.f) / layer.stride + 1
        }
        if layer.kind == .convolution { shape[2] = layer.n_C }
      }
      return shape
    }
  }
  C4W2.parameterCounts.wrong("one-bias-a-layer", "one bias for a whole layer") { input, layers in
    var shape = input
    return layers.map { layer in
      let before = shape
      func size(_ n: Int) -> Int { (n + 2 * layer.pad - layer.f) / layer.stride + 1 }
      switch layer.kind {
      case .convolution:
        shape = [size(before[0]), size(before[1]), layer.n_C]
        return layer.f * layer.f * before[2] * layer.n_C + 1
      case .depthwise, .pooling:
        shape = [size(before[0]), size(before[1]), before[2]]
        return layer.kind == .pooling ? 0 : layer.f * layer.f * before[2] + 1
      case .dense:
        shape = [layer.n_C]
        return before.reduce(1, *) * layer.n_C + 1
      }
    }
  }
  C4W2.residualForward.wrong("shortcut-to-the-first-layer", "A_prev is added to Z1") {
    A_prev, block, hasShortcut in
    let Z1 = try dot(block[0].W, A_prev) + block[0].b
    // Shapes agree where the first layer has as many units.
    let A1 = maximum(0, hasShortcut && Z1.shape == A_prev.shape ? try Z1 + A_prev : Z1)
    let Z2 = try dot(block[1].W, A1) + block[1].b
    return ResidualPass(Z1: Z1, A1: A1, Z2: Z2, A2: maximum(0, Z2))
  }
  C4W2.residualBackward.right("chain-by-names", "dA1 and dZ2 by name, slopes by select") {
    dA2, A_prev, block, pass, hasShortcut in
    let m = Double(dA2.columns)
    let dZ2 = try select(pass.A2 .> 0, dA2, Tensor(0))
    let dA1 = try block[1].W.T.dot(dZ2)
    let dZ1 = try select(pass.Z1 .> 0, dA1, Tensor(0))
    let dA_prev = try block[0].W.T.dot(dZ1)
    return ResidualGradients(
      dA_prev: hasShortcut ? try dA_prev + dZ2 : dA_prev,
      layers: [
        LayerGradients(
          dW: try 1 / m * dot(dZ1, A_prev.T),
          db: try 1 / m * dZ1.sum(axis: 1, keepingDimensions: true)),
        LayerGradients(
          dW: try 1 / m * dot(dZ2, pass.A1.T),
          db: try 1 / m * dZ2.sum(axis: 1, keepingDimensions: true)),
      ])
  }
  C4W2.pointwiseConvolution.wrong("mean-of-the-stride", "places are averaged instead of skipped") {
    A_prev, W, stride in
    let (m, n_H, n_W, n_C) = try A_prev.pictureSizes
    let (rows, columns) = ((n_H - 1) / stride + 1, (n_W - 1) / stride + 1)
    var A = Tensor.zeros(m, rows, columns, n_C)
    for h in 0..<rows {
      for w in 0..<columns {
        let part = try A_prev.slice(axis: 1, h * stride..<min(n_H, h * stride + stride))
          .slice(axis: 2, w * stride..<min(n_W, w * stride + stride))
        let means = try part.mean(axes: [1, 2], keepingDimensions: true)
        for i in 0..<m {
          for c in 0..<n_C { A[i, h, w, c] = means[i, 0, 0, c] }
        }
      }
    }
    return try dot(A.reshaped(-1, n_C), W.reshaped(n_C, -1)).reshaped(m, rows, columns, -1)
  }
  C4W2.mirror.right("swapped-columns", "columns exchanged in pairs") { X in
    var mirrored = X
    let n_W = X.shape[2]
    for w in 0..<n_W / 2 {
      let (left, right) = (
        try X.slice(axis: 2, w..<w + 1), try X.slice(axis: 2, n_W - 1 - w..<n_W - w)
      )
      try mirrored.setSlice(axis: 2, w..<w + 1, to: right)
      try mirrored.setSlice(axis: 2, n_W - 1 - w..<n_W - w, to: left)
    }
    return mirrored
  }
  C4W2.randomCrop.wrong("a-seed-for-each", "a new generator with the same seed for each picture") {
    X, height, width, seed in
    var parts: [Tensor] = []
    for i in 0..<X.shape[0] {
      var random = RandomState(seed: seed)
      let top = random.randint(X.shape[1] - height + 1)
      let left = random.randint(X.shape[2] - width + 1)
      parts.append(
        try X.slice(axis: 0, i..<i + 1).slice(axis: 1, top..<top + height)
          .slice(axis: 2, left..<left + width))
    }
    return try Tensor.concatenate(parts)
  }
  C4W2.shiftColours.wrong("rescaled", "each picture is stretched into 0 to 1") { X, shifts in
    let shifted = try X + shifts.reshaped(-1, 1, 1, X.shape[3])
    let (least, most) = (min(0, shifted.min()), max(1, shifted.max()))
    return (shifted - least) / (most - least)
  }
  C4W2.colourPCA.wrong("cut-afterwards", "values are cut at 0 and 1") { X, alphas in
    let pixels = try X.reshaped(-1, 3)
    let centred = try pixels - pixels.mean(axis: 0)
    let C = try dot(centred.T, centred) / Double(pixels.rows)
    let (values, vectors) = try C.symmetricEigenvectors
    let shifts = try dot(alphas * values, vectors.T).reshaped(-1, 1, 1, 3)
    return minimum(1, maximum(0, try X + shifts))
  }
  C4W2.freeze.right("mapped", "a range of indices") { gradients, trainable in
    gradients.indices.map { l in
      let isFrozen = gradients.count - l > trainable
      return LayerGradients(
        dW: isFrozen ? 0 * gradients[l].dW : gradients[l].dW,
        db: isFrozen ? 0 * gradients[l].db : gradients[l].db)
    }
  }
}
