import Coursework
import Foundation
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1a.initializeZeros.alternative("full") { sizes in
    zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: .full([$1, $0], 0), b: .full([$1, 1], 0))
    }
  }
  C2W1a.initializeZeros.alternative("times-zero") { sizes in
    zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: 0 * .ones($1, $0), b: 0 * .ones($1, 1))
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
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) / 0.1, b: .zeros($1, 1))
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
    return zip(sizes, sizes.dropFirst()).map { before, units in
      LayerParameters(
        W: random.randn(units, before) / Double(before).squareRoot(), b: .zeros(units, 1))
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
    return zip(sizes, sizes.dropFirst()).map { before, units in
      let divisor = (Double(before + units) / 2).squareRoot()
      return LayerParameters(W: random.randn(units, before) / divisor, b: .zeros(units, 1))
    }
  }
  C2W1a.initializeAveragedXavier.alternative("two-roots") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { before, units in
      let W = random.randn(units, before) * 2.squareRoot()
      return LayerParameters(W: W / Double(before + units).squareRoot(), b: .zeros(units, 1))
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
