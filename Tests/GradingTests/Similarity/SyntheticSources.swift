import Foundation
import Statistics

@testable import Intake
@testable import Similarity

/// Sources of C1W3 as students write them, each with its own choices.
///
/// Every function is a text with choices, which are drawn independently. With thirty choices, two
/// independent authors agree in many places but never in nearly all.
struct SyntheticSources {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The file of a student who worked alone.
  mutating func independent() -> String {
    "import Syllabus\nimport Tensors\n\n"
      + Self.functions.map { withDetours(draw($0)) }.joined(separator: "\n")
  }

  /// The file of a student who copied and disguised the copy with other names, comments and layout,
  /// and the functions in another order.
  mutating func disguised(_ source: String) -> String {
    var parts = source.components(separatedBy: "\npublic func ")
    let head = parts.removeFirst()
    parts.shuffle(using: &random)
    var text = ([head] + parts).joined(separator: "\npublic func ")
    text = renamed(text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = line.replacing("  ", with: random.next() % 2 == 0 ? "\t" : "    ")
      return random.next() % 3 == 0 ? line + "  // step \(random.next() % 1000), my own" : line
    }
    return "/* all of this\n is mine */\n" + lines.joined(separator: "\n")
  }

  /// Renames what the author named.
  private mutating func renamed(_ text: String) -> String {
    let own: Set = [
      "m", "scale", "dZ1", "dZ2", "hidden", "Z1", "A1", "Z2", "total", "random", "cache",
    ]
    let bytes = Array(text.utf8)
    var fresh: [String: String] = [:]
    var result: [UInt8] = []
    var place = 0
    for token in SwiftLexer(bytes).tokens where token.kind == .name {
      let name = String(decoding: bytes[token.range], as: UTF8.self)
      let isMember = token.range.lowerBound > 0 && bytes[token.range.lowerBound - 1] == 0x2e
      let isLabel = token.range.upperBound < bytes.count && bytes[token.range.upperBound] == 0x3a
      guard own.contains(name), !isMember, !isLabel else { continue }
      let other = fresh[name] ?? "v\(random.next() % 100_000)"
      fresh[name] = other
      result += bytes[place..<token.range.lowerBound] + Array(other.utf8)
      place = token.range.upperBound
    }
    return String(decoding: result + bytes[place...], as: UTF8.self)
  }

  /// Adds lines that the other author would not have written there: a check, a print, a value that
  /// gets a name.
  private mutating func withDetours(_ function: String) -> String {
    var lines = function.components(separatedBy: "\n")
    for place in lines.indices.reversed() where lines[place].hasPrefix("  let ") {
      if random.next() % 2 == 0 { lines.insert("  " + draw(Self.detour), at: place) }
    }
    return lines.joined(separator: "\n")
  }

  private static let detour: ChoiceText = {
    let value = "⟦X|Y|Z|A|gradients|parameters⟧.⟦T|rows|columns|shape|count|W1|A2|squared()|sum()⟧"
    let use = "⟦\(value)|⟦abs|exp|log|sqrt|tanh⟧(\(value))|\(value) ⟦+|-|*|/⟧ \(value)|0.5⟧"
    return ChoiceText(
      "⟦precondition(\(use) ⟦>|<|==|!=|>=⟧ \(use))|print(\(use), \(use))|"
        + "let extra = ⟦try |⟧\(use) ⟦+|-|*|/⟧ \(use)|guard \(use) ⟦>|==⟧ \(use) else { throw Wrong.\(use) }|"
        + "if \(use) ⟦<|>⟧ 0 { print(\(use)) }⟧")
  }()

  private mutating func draw(_ text: ChoiceText) -> String {
    text.parts.reduce(into: "") { drawn, part in
      switch part {
      case .text(let text): drawn += text
      case .choice(let choices):
        drawn += draw(choices[Int(random.next() % UInt64(choices.count))])
      }
    }
  }

  private static let functions: [ChoiceText] = [
    """
    public func relu(_ Z: Tensor) throws -> Tensor {
      ⟦return maximum(Z, 0)|return Z.map { max($0, 0) }|try Z * (Z .> 0)|
      var result = Z
      for i in 0..<Z.rows { for j in 0..<Z.columns { if Z[i, j] < 0 { result[i, j] = 0 } } }
      return result⟧
    }
    """,
    """
    public func leakyReLU(_ Z: Tensor) throws -> Tensor {
      ⟦let slope = 0.01
      return maximum(Z, slope * Z)|return Z.map { x in x > 0 ? x : 0.01 * x }|
      let positive = Z .> 0
      return try positive * Z + (1 - positive) * Z * 0.01⟧
    }
    """,
    """
    public func tanhActivation(_ Z: Tensor) throws -> Tensor {
      ⟦let e = exp(-2 * abs(Z))
      let magnitude = try (1 - e) / (1 + e)
      return try magnitude * sign(Z)|return Z.map { z in
        ⟦if z > 20 { return 1 }
        if z < -20 { return -1 }|guard abs(z) < 20 else { return z > 0 ? 1 : -1 }⟧
        let up = exp(z)
        let down = exp(-z)
        return (up - down) / (up + down)
      }|let t = try 2 / (1 + exp(-2 * Z))
      return t - 1⟧
    }
    """,
    """
    public func layerSizes(_ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int) throws -> LayerSizes {
      let n_x = X.⟦shape[0]|rows⟧
      let n_y = Y.⟦shape[0]|rows⟧
      ⟦let n_h = hiddenUnits
      return LayerSizes(n_x: n_x, n_h: n_h, n_y: n_y)|return LayerSizes(n_x: n_x, n_h: hiddenUnits, n_y: n_y)⟧
    }
    """,
    """
    public func initializeParameters(
      _ n_x: Int, _ n_h: Int, _ n_y: Int, _ seed: Int
    ) throws -> ShallowParameters {
      ⟦var random = RandomState(seed: UInt32(seed))|let start = UInt32(seed)
      var random = RandomState(seed: start)⟧
      ⟦let W1 = random.randn(n_h, n_x) * 0.01
      let b1 = Tensor.zeros(n_h, 1)
      let W2 = random.randn(n_y, n_h) * 0.01
      let b2 = Tensor.zeros(n_y, 1)|let scale = 0.01
      let first = random.randn(n_h, n_x)
      let second = random.randn(n_y, n_h)
      let (W1, W2) = (scale * first, scale * second)
      let (b1, b2) = (Tensor.zeros(n_h, 1), Tensor.zeros(n_y, 1))|var W1 = random.randn(n_h, n_x)
      W1 = W1 / 100
      var W2 = random.randn(n_y, n_h)
      W2 = W2 / 100
      let b1: Tensor = .zeros(n_h, 1)
      let b2: Tensor = .zeros(n_y, 1)⟧
      return ShallowParameters(W1: W1, b1: b1, W2: W2, b2: b2)
    }
    """,
    """
    public func forwardPropagation(
      _ X: Tensor, _ parameters: ShallowParameters
    ) throws -> ShallowCache {
      ⟦let W1 = parameters.W1
      let b1 = parameters.b1
      let W2 = parameters.W2
      let b2 = parameters.b2
      let Z1 = try dot(W1, X) + b1
      let A1 = ⟦try tanhActivation(Z1)|tanh(Z1)⟧
      let Z2 = try dot(W2, A1) + b2|let hidden = try dot(parameters.W1, X)
      let Z1 = try hidden + parameters.b1
      let A1 = ⟦try tanhActivation(Z1)|tanh(Z1)⟧
      let output = try dot(parameters.W2, A1)
      let Z2 = try output + parameters.b2|func layer(_ W: Tensor, _ b: Tensor, _ A: Tensor) throws -> Tensor {
        try dot(W, A) + b
      }
      let Z1 = try layer(parameters.W1, parameters.b1, X)
      let A1 = ⟦try tanhActivation(Z1)|tanh(Z1)⟧
      let Z2 = try layer(parameters.W2, parameters.b2, A1)⟧
      ⟦let A2 = sigmoid(Z2)
      return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2)|let answer = try 1 / (1 + exp(-Z2))
      return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: answer)⟧
    }
    """,
    """
    public func computeCost(_ A2: Tensor, _ Y: Tensor) throws -> Double {
      let m = Double(⟦Y.columns|Y.shape[1]|A2.columns|A2.shape[1]⟧)
      ⟦let right = try Y * log(A2)
      let wrong = try (1 - Y) * log(1 - A2)
      ⟦let total = try (right + wrong).sum()
      return -total / m|return try -1 / m * (right.sum() + wrong.sum())⟧|var total = 0.0
      for i in 0..<⟦Y.columns|Int(m)⟧ {
        ⟦if Y[0, i] == 1 {
          total -= log(A2[0, i])
        } else {
          total -= log(1 - A2[0, i])
        }|let p = A2[0, i]
        total -= Y[0, i] == 1 ? log(p) : log(1 - p)⟧
      }
      return total / m|let losses = try log(A2) * Y + log(1 - A2) * (1 - Y)
      return -losses.mean()⟧
    }
    """,
    """
    public func backwardPropagation(
      _ parameters: ShallowParameters, _ cache: ShallowCache, _ X: Tensor, _ Y: Tensor
    ) throws -> ShallowGradients {
      ⟦let m = Double(⟦X.columns|Y.columns|X.shape[1]⟧)|let scale = 1 / Double(⟦X.columns|Y.shape[1]⟧)
      let m = 1 / scale⟧
      ⟦let A1 = cache.A1
      let A2 = cache.A2
      let dZ2 = try A2 - Y|let A1 = cache.A1
      let dZ2 = try cache.A2 - Y⟧
      ⟦let dW2 = try dot(dZ2, A1.T) / m
      let db2 = try dZ2.sum(axis: 1, keepingDimensions: true) / m|let db2 = try dZ2.mean(axis: 1, keepingDimensions: true)
      let dW2 = try 1 / m * dot(dZ2, A1.T)|var dW2 = try dot(dZ2, A1.T)
      dW2 = dW2 / m
      var db2 = try dZ2.sum(axis: 1, keepingDimensions: true)
      db2 = db2 / m⟧
      ⟦let slope = ⟦1 - A1 * A1|try 1 - A1.squared()|try tanhDerivative(A1)⟧
      let dZ1 = try dot(parameters.W2.T, dZ2) * slope|let dA1 = try dot(parameters.W2.T, dZ2)
      let dZ1 = try dA1 * ⟦(1 - A1 * A1)|tanhDerivative(A1)|(1 - A1.squared())⟧⟧
      ⟦let dW1 = try dot(dZ1, X.T) / m
      let db1 = try dZ1.sum(axis: 1, keepingDimensions: true) / m|let db1 = try dZ1.mean(axis: 1, keepingDimensions: true)
      let dW1 = try 1 / m * dot(dZ1, X.T)|var dW1 = try dot(dZ1, X.T)
      dW1 = dW1 / m
      var db1 = try dZ1.sum(axis: 1, keepingDimensions: true)
      db1 = db1 / m⟧
      return ShallowGradients(dW1: dW1, db1: db1, dW2: dW2, db2: db2)
    }
    """,
    """
    public func updateParameters(
      _ parameters: ShallowParameters, _ gradients: ShallowGradients, _ learningRate: Double
    ) throws -> ShallowParameters {
      ⟦let W1 = try parameters.W1 - learningRate * gradients.dW1
      let b1 = try parameters.b1 - learningRate * gradients.db1
      let W2 = try parameters.W2 - learningRate * gradients.dW2
      let b2 = try parameters.b2 - learningRate * gradients.db2|func step(_ value: Tensor, _ slope: Tensor) throws -> Tensor {
        ⟦try value - slope * learningRate|let change = slope * learningRate
        return try value - change⟧
      }
      let W1 = try step(parameters.W1, gradients.dW1)
      let b1 = try step(parameters.b1, gradients.db1)
      let W2 = try step(parameters.W2, gradients.dW2)
      let b2 = try step(parameters.b2, gradients.db2)|let a = learningRate
      let (W1, b1) = (try parameters.W1 - a * gradients.dW1, try parameters.b1 - a * gradients.db1)
      let (W2, b2) = (try parameters.W2 - a * gradients.dW2, try parameters.b2 - a * gradients.db2)⟧
      return ShallowParameters(W1: W1, b1: b1, W2: W2, b2: b2)
    }
    """,
    """
    public func model(
      _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double, _ seed: Int
    ) throws -> ShallowModel {
      let sizes = try layerSizes(X, Y, hiddenUnits)
      var p = try initializeParameters(sizes.n_x, sizes.n_h, sizes.n_y, seed)
      ⟦var costs: [Double] = []|var costs = [Double]()⟧
      ⟦for i in 0..<steps {|var i = 0
      while i < steps {⟧
        let cache = try forwardPropagation(X, p)
        ⟦if i % 1000 == 0 {
          let cost = try computeCost(cache.A2, Y)
          costs.append(cost)
        }|let cost = try computeCost(cache.A2, Y)
        if i % 1000 == 0 { costs += [cost] }⟧
        let g = try backwardPropagation(p, cache, X, Y)
        p = try updateParameters(p, g, learningRate)
        ⟦|i += 1⟧
      }
      return ShallowModel(parameters: p, costs: costs)
    }
    """,
  ]
}
