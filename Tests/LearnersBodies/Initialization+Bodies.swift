import Syllabus
import Tensors

@BodyList var initialization: [LearnersBody] {
  C2W1a.initializeZeros.wrong("biases-only", "the weights are ones, the biases zero") { sizes in
    zip(sizes, sizes.dropFirst()).map { LayerParameters(W: .ones($1, $0), b: .zeros($1, 1)) }
  }
  C2W1a.initializeRandom.wrong("factor-forgotten", "randn without 10") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("factor-ten-kept", "10 from the large initialization is kept") {
    sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(
        W: random.randn($1, $0) * 10 * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("transposed", "W is (n[l-1], n[l])") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($0, $1) * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("integer-division", "√(2 / n) with an Int n") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * Double(2 / $0).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("no-root", "2 / n without the root") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * 2 / Double($0), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeXavier.wrong("he", "√(2/n)") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeAveragedXavier.wrong("two-forgotten", "√(1/(n + n'))") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(
        W: random.randn($1, $0) * (1 / Double($0 + $1)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.deepLinearLengths.wrong("squared-lengths", "‖a‖² for ‖a‖") { x, factor, depth in
    let W = Tensor.identity(x.rows) * factor
    var a = x
    return try (0..<depth).map { _ in
      a = try dot(W, a)
      return a.squared().sum()
    }
  }
  C2W1a.deepLinearLengths.wrong("start-too", "the length of x stands first") { x, factor, depth in
    let W = Tensor.identity(x.rows) * factor
    var a = x
    return try [x.norm()]
      + (0..<depth).map { _ in
        a = try dot(W, a)
        return a.norm()
      }
  }
}
