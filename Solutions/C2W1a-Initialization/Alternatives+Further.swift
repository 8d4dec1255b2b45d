import Coursework
import Foundation
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1a.initializeZeros.alternative("full") { sizes in
    (1..<sizes.count).map { l in
      LayerParameters(W: .full([sizes[l], sizes[l - 1]], 0), b: .full([sizes[l], 1], 0))
    }
  }
  C2W1a.initializeZeros.alternative("times-zero") { sizes in
    (1..<sizes.count).map { l in
      LayerParameters(W: 0 * .ones(sizes[l], sizes[l - 1]), b: 0 * .ones(sizes[l], 1))
    }
  }
  C2W1a.initializeRandom.alternative("by-index") { sizes, seed in
    var random = RandomState(seed: seed)
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      let W = 10 * random.randn(sizes[l], sizes[l - 1])
      layers.append(LayerParameters(W: W, b: .zeros(sizes[l], 1)))
    }
    return layers
  }
  C2W1a.initializeRandom.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      LayerParameters(W: random.randn(sizes[l], sizes[l - 1]) / 0.1, b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeHe.alternative("power") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let scale = Foundation.pow(2 / Double(sizes[l - 1]), 0.5)
      return LayerParameters(
        W: scale * random.randn(sizes[l], sizes[l - 1]), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeXavier.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      LayerParameters(
        W: random.randn(sizes[l], sizes[l - 1]) / Double(sizes[l - 1]).squareRoot(),
        b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeXavier.alternative("power") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let scale = Foundation.pow(Double(sizes[l - 1]), -0.5)
      return LayerParameters(
        W: scale * random.randn(sizes[l], sizes[l - 1]), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeAveragedXavier.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let divisor = (Double(sizes[l - 1] + sizes[l]) / 2).squareRoot()
      return LayerParameters(
        W: random.randn(sizes[l], sizes[l - 1]) / divisor, b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeAveragedXavier.alternative("two-roots") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let W = random.randn(sizes[l], sizes[l - 1]) * 2.squareRoot()
      return LayerParameters(
        W: W / Double(sizes[l - 1] + sizes[l]).squareRoot(), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.deepLinearLengths.alternative("scaled") { x, factor, depth in
    var a = x
    var lengths: [Double] = []
    for _ in 0..<depth {
      a = a * factor
      lengths.append(a.squared().sum().squareRoot())
    }
    return lengths
  }
  C2W1a.deepLinearLengths.alternative("lengths-multiplied") { x, factor, depth in
    var length = x.norm()
    return (0..<depth).map { _ in
      length *= abs(factor)
      return length
    }
  }
}
