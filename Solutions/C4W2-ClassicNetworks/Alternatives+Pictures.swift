import Coursework
import Syllabus
import Tensors

@ImplementationList var pictureAlternatives: [Implementation] {
  C4W2.mirror.alternative("column-by-column") { X in
    let n_W = X.shape[2]
    return try Tensor.concatenate(
      (0..<n_W).map { try X.slice(axis: 2, n_W - 1 - $0..<n_W - $0) }, axis: 2)
  }
  C4W2.mirror.alternative("number-by-number") { X in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    var mirrored = X
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          for c in 0..<n_C { mirrored[i, h, w, c] = X[i, h, n_W - 1 - w, c] }
        }
      }
    }
    return mirrored
  }
  C4W2.mirror.alternative("by-a-product") { X in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    let backwards = try Tensor.identity(n_W).slice(axis: 1, at: Array((0..<n_W).reversed()))
    let rows = try X.transposed([0, 1, 3, 2]).reshaped(-1, n_W)
    return try dot(rows, backwards).reshaped(m, n_H, n_C, n_W).transposed([0, 1, 3, 2])
  }

  C4W2.randomCrop.alternative("stacked") { X, height, width, seed in
    var random = RandomState(seed: seed)
    var crops: [Tensor] = []
    for i in 0..<X.shape[0] {
      let picture = try X.entry(i)
      let top = random.randint(0, picture.shape[0] - height + 1)
      let left = random.randint(0, picture.shape[1] - width + 1)
      crops.append(
        try picture.slice(axis: 0, top..<top + height).slice(axis: 1, left..<left + width))
    }
    return try Tensor.stack(crops)
  }
  C4W2.randomCrop.alternative("places-first") { X, height, width, seed in
    var random = RandomState(seed: seed)
    let places = (0..<X.shape[0]).map { _ in
      (random.randint(X.shape[1] - height + 1), random.randint(X.shape[2] - width + 1))
    }
    let crops = try places.enumerated().map { i, place in
      try X.slice(axis: 0, i..<i + 1).slice(axis: 2, place.1..<place.1 + width)
        .slice(axis: 1, place.0..<place.0 + height)
    }
    return try Tensor.concatenate(crops)
  }
  C4W2.randomCrop.alternative("number-by-number") { X, height, width, seed in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    var random = RandomState(seed: seed)
    var crops = Tensor.zeros(m, height, width, n_C)
    for i in 0..<m {
      let (top, left) = (random.randint(n_H - height + 1), random.randint(n_W - width + 1))
      for h in 0..<height {
        for w in 0..<width {
          for c in 0..<n_C { crops[i, h, w, c] = X[i, top + h, left + w, c] }
        }
      }
    }
    return crops
  }

  C4W2.shiftColours.alternative("each-number") { X, shifts in
    try (X + shifts.reshaped(-1, 1, 1, X.shape[3])).map { min(1, max(0, $0)) }
  }
  C4W2.shiftColours.alternative("picture-by-picture") { X, shifts in
    let shifted = try (0..<X.shape[0]).map { i in
      maximum(0, minimum(1, try X.entry(i) + shifts.row(i)))
    }
    return try Tensor.stack(shifted)
  }
  C4W2.shiftColours.alternative("channel-by-channel") { X, shifts in
    let channels = try (0..<X.shape[3]).map { c in
      try X.slice(axis: 3, c..<c + 1) + shifts.column(c).reshaped(-1, 1, 1, 1)
    }
    let sum = try Tensor.concatenate(channels, axis: 3)
    return try select(sum .> 1, Tensor(1), select(sum .< 0, Tensor(0), sum))
  }

  C4W2.colourPCA.alternative("component-by-component") { X, alphas in
    let pixels = try X.reshaped(-1, 3)
    let mu = try pixels.mean(axis: 0, keepingDimensions: true)
    // The mean of the squares less the square of the mean.
    let C = try dot(pixels.T, pixels) / Double(pixels.rows) - dot(mu.T, mu)
    let (values, vectors) = try C.symmetricEigenvectors
    var shifted = X
    for k in 0..<3 {
      let shift = try dot(alphas.column(k) * values.elements[k], vectors.column(k).T)
      try shifted += shift.reshaped(-1, 1, 1, 3)
    }
    return shifted
  }
  C4W2.colourPCA.alternative("picture-by-picture") { X, alphas in
    let pixels = try X.reshaped(-1, 3)
    let centred = try pixels - pixels.mean(axis: 0, keepingDimensions: true)
    let C = try dot(centred.T, centred / Double(X.count / 3))
    let (values, vectors) = try C.symmetricEigenvectors
    return try Tensor.stack(
      (0..<X.shape[0]).map { i in
        let weights = try alphas.row(i).T * values.reshaped(3, 1)
        return try X.entry(i) + dot(vectors, weights).flattened
      })
  }
  C4W2.colourPCA.alternative("three-sums") { X, alphas in
    let means = try X.mean(axes: [0, 1, 2])
    var C = Tensor.zeros(3, 3)
    let channels = try (0..<3).map { try X.entry($0, axis: 3) - means.elements[$0] }
    for a in 0..<3 {
      for b in 0..<3 { C[a, b] = try (channels[a] * channels[b]).mean() }
    }
    let (values, vectors) = try C.symmetricEigenvectors
    // Once for each picture: P · diag(λ) · α.
    let scaled = try vectors * values.reshaped(1, 3)
    return try X + dot(scaled, alphas.T).T.reshaped(-1, 1, 1, 3)
  }
}
