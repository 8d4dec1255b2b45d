import Coursework
import Syllabus
import Tensors

@ImplementationList var networkAlternatives: [Implementation] {
  C2W3b.forwardPropagation.alternative("all-the-inputs-kept") { X, network, isNormalizing in
    var inputs = [X]
    let passes = try network.hidden.enumerated().map { l, layer in
      let Z = try dot(layer.W, inputs[l])
      var pass = BatchNormPass(
        Z_tilde: Z, Z_norm: Z, mean: .zeros(shape: layer.beta.shape),
        variance: .ones(shape: layer.beta.shape))
      if isNormalizing {
        pass = try batchNormForward(Z, layer.gamma, layer.beta, epsilon)
      } else {
        try pass.Z_tilde += layer.beta
      }
      inputs.append(maximum(pass.Z_tilde, 0))
      return pass
    }
    let Z = try dot(network.W, inputs[passes.count]) + network.b
    return NormalizedCache(
      passes: passes, activations: Array(inputs.dropFirst()), Z: Z, A: try softmax(Z))
  }
  C2W3b.forwardPropagation.alternative("with-a-bias-of-any-size") { X, network, isNormalizing in
    // Whatever is added to Z before batch normalization disappears, apart from the mean.
    var (passes, activations) = ([BatchNormPass](), [Tensor]())
    for (l, layer) in network.hidden.enumerated() {
      let Z = try dot(layer.W, l == 0 ? X : activations[l - 1])
      if isNormalizing {
        var pass = try batchNormForward(Z + 0.5, layer.gamma, layer.beta, epsilon)
        pass.mean -= 0.5
        passes.append(pass)
      } else {
        passes.append(
          BatchNormPass(
            Z_tilde: try Z + layer.beta, Z_norm: Z, mean: layer.beta * 0,
            variance: layer.beta * 0 + 1))
      }
      activations.append(maximum(0, passes[l].Z_tilde))
    }
    let Z = try dot(network.W, activations[activations.count - 1]) + network.b
    return NormalizedCache(passes: passes, activations: activations, Z: Z, A: try softmax(Z))
  }
  C2W3b.forwardPropagation.alternative("recursive") { X, network, isNormalizing in
    func go(_ A: Tensor, _ l: Int, _ cache: NormalizedCache) throws -> NormalizedCache {
      var cache = cache
      guard l < network.hidden.count else {
        cache.Z = try dot(network.W, A) + network.b
        cache.A = try softmax(cache.Z)
        return cache
      }
      let layer = network.hidden[l]
      let Z = try layer.W.dot(A)
      let plain = BatchNormPass(
        Z_tilde: try Z + layer.beta, Z_norm: Z, mean: layer.gamma * 0,
        variance: layer.gamma * 0 + 1)
      let pass =
        isNormalizing ? try batchNormForward(Z, layer.gamma, layer.beta, epsilon) : plain
      let next = try pass.Z_tilde * (pass.Z_tilde .> 0)
      cache.passes.append(pass)
      cache.activations.append(next)
      return try go(next, l + 1, cache)
    }
    return try go(X, 0, NormalizedCache(passes: [], activations: [], Z: X, A: X))
  }

  C2W3b.backwardPropagation.alternative("mean-at-the-top") { network, cache, X, Y, isNormalizing in
    // With 1/m in the first dZ every gradient is that of the cost, sums and all.
    var dZ = try (cache.A - Y) / Double(X.columns)
    var gradients = network
    let last = network.hidden.count
    func input(_ l: Int) -> Tensor { l == 0 ? X : cache.activations[l - 1] }
    gradients.W = try dot(dZ, input(last).T)
    gradients.b = try dZ.sum(axis: 1, keepingDimensions: true)
    var dA = try dot(network.W.T, dZ)
    for l in (0..<last).reversed() {
      let dZ_tilde = try dA * (cache.activations[l] .> 0)
      let norm = try batchNormBackward(
        dZ_tilde, cache.passes[l], network.hidden[l].gamma, epsilon)
      dZ = isNormalizing ? norm.dZ : dZ_tilde
      gradients.hidden[l].gamma = isNormalizing ? norm.dgamma : norm.dgamma * 0
      gradients.hidden[l].beta = norm.dbeta
      gradients.hidden[l].W = try dot(dZ, input(l).T)
      dA = try dot(network.hidden[l].W.T, dZ)
    }
    return gradients
  }
  C2W3b.backwardPropagation.alternative("layers-from-the-end") {
    network, cache, X, Y, isNormalizing in
    let m = Double(X.columns)
    let inputs = [X] + cache.activations
    let dZ_out = try cache.A - Y
    var dA = try dot(network.W.T, dZ_out)
    var layers: [NormalizedLayer] = []
    for (l, layer) in network.hidden.enumerated().reversed() {
      let pass = cache.passes[l]
      let dZ_tilde = try select(pass.Z_tilde .> 0, dA, Tensor(0))
      var (dZ, dgamma) = (dZ_tilde, layer.gamma * 0)
      if isNormalizing {
        let norm = try batchNormBackward(dZ_tilde, pass, layer.gamma, epsilon)
        (dZ, dgamma) = (norm.dZ, norm.dgamma / m)
      }
      layers.insert(
        NormalizedLayer(
          W: try dot(dZ, inputs[l].T) / m, gamma: dgamma,
          beta: try dZ_tilde.mean(axis: 1, keepingDimensions: true)), at: 0)
      dA = try dot(layer.W.T, dZ)
    }
    return NormalizedNetwork(
      hidden: layers, W: try dot(dZ_out, inputs[layers.count].T) / m,
      b: try dZ_out.sum(axis: 1, keepingDimensions: true) / m)
  }
  C2W3b.backwardPropagation.alternative("slope-of-one-at-zero") {
    network, cache, X, Y, isNormalizing in
    let m = Double(X.columns)
    var dZ = try cache.A - Y
    var gradients = network
    var inputs = cache.activations
    gradients.W = try dot(dZ, inputs.removeLast().T) / m
    gradients.b = try dZ.sum(axis: 1, keepingDimensions: true) / m
    inputs.insert(X, at: 0)
    let following = network.hidden.dropFirst().map(\.W) + [network.W]
    for l in network.hidden.indices.reversed() {
      let dZ_tilde = try dot(following[l].T, dZ) * (cache.passes[l].Z_tilde .>= 0)
      gradients.hidden[l].beta = try dZ_tilde.mean(axis: 1, keepingDimensions: true)
      if isNormalizing {
        let norm = try batchNormBackward(
          dZ_tilde, cache.passes[l], network.hidden[l].gamma, epsilon)
        gradients.hidden[l].gamma = norm.dgamma / m
        dZ = norm.dZ
      } else {
        gradients.hidden[l].gamma *= 0
        dZ = dZ_tilde
      }
      gradients.hidden[l].W = try dot(dZ, inputs[l].T) / m
    }
    return gradients
  }

  C2W3b.predictClasses.alternative("of-the-probabilities") { X, network, running in
    var A = X
    for l in network.hidden.indices {
      let layer = network.hidden[l]
      var Z = try layer.W.dot(A)
      if running.isEmpty {
        try Z += layer.beta
      } else {
        Z = try batchNormInference(Z, layer.gamma, layer.beta, running[l], epsilon)
      }
      A = maximum(Z, 0)
    }
    return try softmax(dot(network.W, A) + network.b).argmax(axis: 0)
  }
  C2W3b.predictClasses.alternative("example-by-example") { X, network, running in
    Tensor(
      try (0..<X.columns).map { i in
        var a = try X.column(i)
        for (l, layer) in network.hidden.enumerated() {
          let z = try dot(layer.W, a)
          a = maximum(
            0,
            running.isEmpty
              ? try z + layer.beta
              : try batchNormInference(z, layer.gamma, layer.beta, running[l], epsilon))
        }
        return Double(try (dot(network.W, a) + network.b).argmax())
      })
  }
  C2W3b.predictClasses.alternative("folded-into-the-weights") { X, network, running in
    var A = X
    for (l, layer) in network.hidden.enumerated() {
      var (W, b) = (layer.W, layer.beta)
      if !running.isEmpty {
        let scale = try layer.gamma / sqrt(running[l].variance + epsilon)
        W = try scale * layer.W
        b = try layer.beta - scale * running[l].mean
      }
      A = maximum(0, try dot(W, A) + b)
    }
    return try (dot(network.W, A) + network.b).argmax(axis: 0)
  }
}
