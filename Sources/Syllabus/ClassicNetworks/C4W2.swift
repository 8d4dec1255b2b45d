public import Coursework
public import Tensors
import Text

/// Course 4, week 2: the building blocks and sizes of classic networks, residual and Inception
/// blocks, data augmentation and transfer learning.
public enum C4W2 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C4W2", module: "ClassicNetworks",
    title: Phrase("Classic networks", zh: "经典网络"),
    exercises: [
      layerShapes, parameterCounts, multiplications,
      residualForward, residualBackward,
      pointwiseConvolution, depthwiseConvolution, identityBlock, convolutionalBlock,
      inceptionConcatenate,
      mirror, randomCrop, shiftColours, colourPCA, freeze,
    ])
}

// MARK: Sizes

extension C4W2 {
  /// The shape of each layer's output.
  public static let layerShapes = Exercise<[Int], [NetworkLayer], [[Int]]>(
    "layerShapes", week: "C4W2", parameters: ["input", "layers"], points: 10,
    sample: { random in network(&random) })

  /// The number of parameters of each layer.
  public static let parameterCounts = Exercise<[Int], [NetworkLayer], [Int]>(
    "parameterCounts", week: "C4W2", parameters: ["input", "layers"], points: 10,
    dependsOn: [layerShapes], sample: { random in network(&random) })

  /// The number of multiplications in each layer for one picture.
  public static let multiplications = Exercise<[Int], [NetworkLayer], [Int]>(
    "multiplications", week: "C4W2", parameters: ["input", "layers"], points: 10,
    dependsOn: [layerShapes], sample: { random in network(&random) })

  /// A picture's shape and layers of every kind, whose windows do not always divide the input
  /// evenly.
  private static func network(
    _ random: inout RandomState
  ) -> (input: [Int], layers: [NetworkLayer]) {
    let n_C = random.randint(1, 5)
    let side = random.randint(16, 21)
    let input = [side, side + random.randint(1, 4), n_C]
    let filters = n_C + random.randint(1, 5)
    var layers: [NetworkLayer] = [
      .convolution(
        f: random.randint(2, 6), filters: filters, stride: random.randint(1, 3),
        pad: random.randint(0, 3)),
      .pooling(f: random.randint(2, 4), stride: 2),
    ]
    if random.randint(3) > 0 {
      layers.append(.depthwise(f: 3, stride: random.randint(1, 3), pad: 1))
    }
    layers.append(
      .convolution(
        f: 2 * random.randint(2) + 1, filters: filters + 2, pad: random.randint(1, 3)))
    for _ in 0..<random.randint(0, 3) { layers.append(.dense(units: random.randint(2, 12))) }
    return (input, layers)
  }
}

// MARK: Residual networks

extension C4W2 {
  /// A block of two dense layers, with or without a shortcut.
  public static let residualForward = Exercise<Tensor, [LayerParameters], Bool, ResidualPass>(
    "residualForward", week: "C4W2", parameters: ["A_prev", "block", "hasShortcut"], points: 8,
    sample: { random in block(&random) })

  /// The gradients of such a block.
  public static let residualBackward = Exercise<
    Tensor, Tensor, [LayerParameters], ResidualPass, Bool, ResidualGradients
  >(
    "residualBackward", week: "C4W2",
    parameters: ["dA2", "A_prev", "block", "pass", "hasShortcut"], points: 15,
    sample: { random in
      let (A_prev, block, hasShortcut) = block(&random)
      let pass = try residualForward.reference(A_prev, block, hasShortcut)
      return (random.randn(shape: pass.A2.shape), A_prev, block, pass, hasShortcut)
    })

  private static func block(
    _ random: inout RandomState
  ) -> (A_prev: Tensor, block: [LayerParameters], hasShortcut: Bool) {
    let n = random.randint(3, 6)
    let hasShortcut = random.randint(4) > 0
    let block = random.layers([n, n + random.randint(1, 3), hasShortcut ? n : n + 1])
    return (random.randn(n, random.randint(3, 8)), block, hasShortcut)
  }

  /// A convolution with filters of 1 × 1.
  public static let pointwiseConvolution = Exercise<Tensor, Tensor, Int, Tensor>(
    "pointwiseConvolution", week: "C4W2", parameters: ["A_prev", "W", "stride"], points: 8,
    sample: { random in
      let n_C_prev = random.randint(2, 5)
      return (
        pictures(&random, channels: n_C_prev),
        random.randn(1, 1, n_C_prev, n_C_prev + random.randint(1, 3)), random.randint(1, 4)
      )
    })

  /// A convolution with one filter for each channel.
  public static let depthwiseConvolution = Exercise<Tensor, Tensor, Int, Int, Tensor>(
    "depthwiseConvolution", week: "C4W2", parameters: ["A_prev", "W", "stride", "pad"], points: 10,
    sample: { random in
      let (f, n_C) = (random.randint(1, 4), random.randint(2, 5))
      return (
        pictures(&random, channels: n_C), random.randn(f, f, n_C), random.randint(1, 4),
        random.randint(0, 3)
      )
    })

  /// A residual block whose shortcut is the identity.
  public static let identityBlock = Exercise<Tensor, ResidualBlock, Bool, Tensor>(
    "identityBlock", week: "C4W2", parameters: ["X", "block", "isTraining"], points: 12,
    dependsOn: [pointwiseConvolution],
    sample: { random in
      let n_C = random.randint(2, 5)
      return (
        pictures(&random, channels: n_C), residualBlock(&random, n_C, n_C), random.randint(3) > 0
      )
    })

  /// A residual block with a projection on its shortcut.
  public static let convolutionalBlock = Exercise<
    Tensor, ResidualBlock, NormalizedConvolution, Int, Bool, Tensor
  >(
    "convolutionalBlock", week: "C4W2",
    parameters: ["X", "block", "projection", "s", "isTraining"], points: 12,
    dependsOn: [pointwiseConvolution],
    sample: { random in
      let n_C_prev = random.randint(2, 4)
      let n_C = n_C_prev + random.randint(1, 3)
      return (
        pictures(&random, channels: n_C_prev), residualBlock(&random, n_C_prev, n_C),
        layer(&random, 1, n_C_prev, n_C), random.randint(1, 4), random.randint(3) > 0
      )
    })

  /// Pictures that are not square.
  private static func pictures(_ random: inout RandomState, channels: Int) -> Tensor {
    let n_H = random.randint(4, 7)
    return random.randn(random.randint(2, 4), n_H, n_H + random.randint(1, 3), channels)
  }

  private static func residualBlock(
    _ random: inout RandomState, _ n_C_prev: Int, _ n_C: Int
  ) -> ResidualBlock {
    let n = random.randint(2, 4)
    return ResidualBlock(
      first: layer(&random, 1, n_C_prev, n),
      second: layer(&random, random.randint(2, 4), n, n + 1),
      third: layer(&random, 1, n + 1, n_C))
  }

  private static func layer(
    _ random: inout RandomState, _ f: Int, _ n_C_prev: Int, _ n_C: Int
  ) -> NormalizedConvolution {
    NormalizedConvolution(
      W: random.randn(f, f, n_C_prev, n_C), gamma: 0.5 + random.rand(1, 1, 1, n_C),
      beta: random.randn(1, 1, 1, n_C), mean: random.randn(1, 1, 1, n_C),
      variance: 0.5 + 2 * random.rand(1, 1, 1, n_C))
  }
}

// MARK: Inception

extension C4W2 {
  /// Parallel branches whose outputs are concatenated along the channels.
  public static let inceptionConcatenate = Exercise<Tensor, [InceptionBranch], Tensor>(
    "inceptionConcatenate", week: "C4W2", parameters: ["A_prev", "branches"], points: 10,
    sample: { random in
      let n_C = random.randint(2, 4)
      var branches = [
        InceptionBranch(filters: [random.randn(1, 1, n_C, random.randint(1, 4))]),
        InceptionBranch(pools: true, filters: [random.randn(1, 1, n_C, random.randint(1, 4))]),
      ]
      for f in [3, 5] where random.randint(4) > 0 {
        let (n, last) = (random.randint(1, 4), random.randint(2, 5))
        var filters = [random.randn(1, 1, n_C, n), random.randn(f, f, n, last)]
        // Some branches are longer.
        if random.randint(3) == 0 { filters.append(random.randn(3, 3, last, last)) }
        branches.insert(InceptionBranch(filters: filters), at: branches.count - 1)
      }
      return (pictures(&random, channels: n_C), branches)
    })
}

// MARK: Data augmentation and transfer learning

extension C4W2 {
  /// Pictures mirrored from left to right.
  public static let mirror = Exercise<Tensor, Tensor>(
    "mirror", week: "C4W2", parameters: ["X"], points: 4,
    sample: { random in pictures(&random, channels: random.randint(1, 4)) })

  /// A part of each picture at a random position.
  public static let randomCrop = Exercise<Tensor, Int, Int, UInt32, Tensor>(
    "randomCrop", week: "C4W2", parameters: ["X", "height", "width", "seed"], points: 8,
    sample: { random in
      let X = pictures(&random, channels: random.randint(2, 4))
      let (height, width) = (random.randint(1, X.shape[1]), random.randint(2, X.shape[2]))
      return (X, height, width, UInt32(random.randint(1, 1000)))
    })

  /// Pictures whose colours are shifted.
  public static let shiftColours = Exercise<Tensor, Tensor, Tensor>(
    "shiftColours", week: "C4W2", parameters: ["X", "shifts"], points: 6,
    sample: { random in
      let (m, n_C) = (random.randint(2, 5), random.randint(2, 5))
      let X = random.rand(m, random.randint(2, 5), random.randint(2, 5), n_C)
      return (X, 0.25 * random.randn(m, n_C))
    })

  /// Pictures whose colours are shifted along the principal components of all colours.
  public static let colourPCA = Exercise<Tensor, Tensor, Tensor>(
    "colourPCA", week: "C4W2", parameters: ["X", "alphas"], points: 15,
    sample: { random in
      let X = colours(&random)
      return (X, random.randn(X.shape[0], 3))
    })

  /// Pictures in red, green and blue from 0 to 1 with correlated colours.
  private static func colours(_ random: inout RandomState) -> Tensor {
    let n_H = random.randint(2, 5)
    var X = random.rand(random.randint(2, 5), n_H, n_H + random.randint(1, 4), 3)
    let share = random.uniform(low: 0.3, high: 0.8)
    let (m, n_W) = (X.shape[0], X.shape[2])
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          X[i, h, w, 1] = share * X[i, h, w, 0] + (1 - share) * X[i, h, w, 1]
          X[i, h, w, 2] = 0.4 * X[i, h, w, 2] + 0.2 * X[i, h, w, 0]
        }
      }
    }
    return X
  }

  /// Gradients with only those of the last layers kept.
  public static let freeze = Exercise<[LayerGradients], Int, [LayerGradients]>(
    "freeze", week: "C4W2", parameters: ["gradients", "trainable"], points: 5,
    sample: { random in
      let layers = random.layers(random.layerSizes() + [random.randint(2, 5)])
      return (random.gradients(of: layers), random.randint(1, layers.count))
    })
}
