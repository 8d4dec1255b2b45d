public import Coursework
public import Tensors
import Text

/// Course 4, week 1: convolution and pooling, forward and backward, first as loops and then as a
/// matrix product.
public enum C4W1 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C4W1", module: "ConvolutionalNetwork",
    title: Phrase("Convolutional network", zh: "卷积神经网络"),
    exercises: [
      outputSize, samePadding, zeroPad,
      convolveSingleStep, convolveForward, poolForward,
      convolveBackward, maskFromWindow, distributeValue, poolBackward,
      imageToColumns, columnsToImage, convolveForwardByProduct, convolveBackwardByProduct,
      leNetForward, leNetBackward,
    ])
}

// MARK: Sizes

extension C4W1 {
  /// The size of a convolution's output.
  public static let outputSize = Exercise<Int, Int, Int, Int, Int>(
    "outputSize", week: "C4W1", parameters: ["n", "f", "stride", "pad"], points: 5,
    sample: { random in
      let f = random.randint(1, 6)
      return (f + random.randint(3, 12), f, random.randint(1, 5), random.randint(0, 4))
    })

  /// The padding that keeps the size.
  public static let samePadding = Exercise<Int, Int>(
    "samePadding", week: "C4W1", parameters: ["f"], points: 5,
    sample: { random in 2 * random.randint(0, 6) + 1 })

  /// Pictures of a batch padded with zeros.
  public static let zeroPad = Exercise<Tensor, Int, Tensor>(
    "zeroPad", week: "C4W1", parameters: ["X", "pad"], points: 5,
    sample: { random in
      (
        random.randn(
          random.randint(1, 4), random.randint(2, 6), random.randint(2, 6), random.randint(1, 4)),
        random.randint(0, 4)
      )
    })
}

// MARK: Forward

extension C4W1 {
  /// One number of a convolution: a window multiplied by a filter.
  public static let convolveSingleStep = Exercise<Tensor, Tensor, Double, Double>(
    "convolveSingleStep", week: "C4W1", parameters: ["window", "W", "b"], points: 5,
    sample: { random in
      let shape = [random.randint(2, 4), random.randint(2, 4), random.randint(1, 4)]
      return (
        random.randn(shape: shape), random.randn(shape: shape),
        random.uniform(low: 0.5, high: 2)
      )
    })

  /// A convolution computed by loops.
  public static let convolveForward = Exercise<Tensor, Tensor, Tensor, Int, Int, Tensor>(
    "convolveForward", week: "C4W1", parameters: ["A_prev", "W", "b", "stride", "pad"],
    points: 15, dependsOn: [outputSize, zeroPad, convolveSingleStep],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W, random.rand(1, 1, 1, W.shape[3]) + 0.5, stride, pad)
    })

  /// Pooling by the maximum or the mean of each window.
  public static let poolForward = Exercise<Tensor, Int, Int, PoolMode, Tensor>(
    "poolForward", week: "C4W1", parameters: ["A_prev", "f", "stride", "mode"], points: 10,
    dependsOn: [outputSize],
    sample: { random in
      let (f, stride) = (random.randint(2, 4), random.randint(2, 4))
      // One pixel more than the windows cover: a window across the border would be a mistake.
      let (height, width) = (stride * random.randint(1, 3), stride * random.randint(1, 3))
      let A_prev = random.randn(
        random.randint(1, 3), f + height + 1, f + width + 1, random.randint(2, 4))
      return (A_prev - 0.7, f, stride, random.randint(3) == 0 ? .average : .max)
    })

  /// Pictures, filters, a stride and a padding chosen to distinguish the known mistakes.
  static func convolution(
    _ random: inout RandomState
  ) -> (A_prev: Tensor, W: Tensor, stride: Int, pad: Int) {
    let f = random.randint(1, 4)
    let n_C_prev = random.randint(1, 4)
    let A_prev = random.randn(
      random.randint(2, 4), random.randint(4, 7), random.randint(4, 7), n_C_prev)
    let W = random.randn(f, f, n_C_prev, random.randint(2, 4))
    return (A_prev, W, random.randint(1, 4), random.randint(0, 3))
  }
}

// MARK: Backward

extension C4W1 {
  /// The gradients of a convolution, computed by loops.
  public static let convolveBackward = Exercise<
    Tensor, Tensor, Tensor, Int, Int, ConvolutionGradients
  >(
    "convolveBackward", week: "C4W1", parameters: ["dZ", "A_prev", "W", "stride", "pad"],
    points: 15, dependsOn: [zeroPad],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (gradient(&random, A_prev, W, stride, pad), A_prev, W, stride, pad)
    })

  /// A mask of the position of a window's maximum.
  public static let maskFromWindow = Exercise<Tensor, Tensor>(
    "maskFromWindow", week: "C4W1", parameters: ["window"], points: 5,
    sample: { random in
      random.randint(-4, 4, shape: [random.randint(2, 5), random.randint(2, 5)]) - 0.5
    })

  /// A number distributed evenly over a window.
  public static let distributeValue = Exercise<Double, Int, Int, Tensor>(
    "distributeValue", week: "C4W1", parameters: ["dz", "n_H", "n_W"], points: 5,
    sample: { random in (random.randn(), random.randint(2, 5), random.randint(2, 5)) })

  /// The gradient of pooling.
  public static let poolBackward = Exercise<Tensor, Tensor, Int, Int, PoolMode, Tensor>(
    "poolBackward", week: "C4W1", parameters: ["dA", "A_prev", "f", "stride", "mode"],
    points: 10, dependsOn: [maskFromWindow, distributeValue],
    sample: { random in
      let f = random.randint(2, 4)
      let stride = random.randint(1, 3)
      let (n_H, n_W) = (random.randint(2, 4), random.randint(2, 4))
      let (m, n_C) = (random.randint(1, 3), random.randint(1, 4))
      let A_prev = random.randint(
        -3, 4, shape: [m, f + (n_H - 1) * stride, f + (n_W - 1) * stride, n_C])
      return (
        random.randn(m, n_H, n_W, n_C), A_prev, f, stride,
        random.randint(3) == 0 ? .average : .max
      )
    })

  /// A gradient in the shape of a convolution's output.
  static func gradient(
    _ random: inout RandomState, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
  ) -> Tensor {
    let (n_H, n_W) = windows(A_prev, W.shape[0], stride, pad)
    return random.randn(A_prev.shape[0], n_H, n_W, W.shape[3])
  }

  /// The numbers of rows and columns of windows.
  static func windows(
    _ A_prev: Tensor, _ f: Int, _ stride: Int, _ pad: Int
  ) -> (n_H: Int, n_W: Int) {
    // Counts the positions at which a whole window fits.
    func count(_ n: Int) -> Int {
      Array(Swift.stride(from: -pad, through: n + pad - f, by: stride)).count
    }
    return (count(A_prev.shape[1]), count(A_prev.shape[2]))
  }
}

// MARK: Columns

extension C4W1 {
  /// All windows as the columns of a matrix.
  public static let imageToColumns = Exercise<Tensor, Int, Int, Int, Tensor>(
    "imageToColumns", week: "C4W1", parameters: ["A_prev", "f", "stride", "pad"], points: 10,
    dependsOn: [outputSize, zeroPad],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W.shape[0], stride, pad)
    })

  /// The sum of all windows, put back in their positions.
  public static let columnsToImage = Exercise<Tensor, [Int], Int, Int, Int, Tensor>(
    "columnsToImage", week: "C4W1", parameters: ["columns", "shape", "f", "stride", "pad"],
    points: 10, dependsOn: [outputSize],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      let (n_H, n_W) = windows(A_prev, W.shape[0], stride, pad)
      let length = W.shape[0] * W.shape[0] * W.shape[2]
      return (
        random.randn(length, A_prev.shape[0] * n_H * n_W), A_prev.shape, W.shape[0], stride, pad
      )
    })

  /// A convolution computed as a matrix product.
  public static let convolveForwardByProduct = Exercise<Tensor, Tensor, Tensor, Int, Int, Tensor>(
    "convolveForwardByProduct", week: "C4W1",
    parameters: ["A_prev", "W", "b", "stride", "pad"], points: 10,
    dependsOn: [outputSize, imageToColumns],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W, random.rand(1, 1, 1, W.shape[3]) + 0.5, stride, pad)
    })

  /// The gradients of a convolution, computed as matrix products.
  public static let convolveBackwardByProduct = Exercise<
    Tensor, Tensor, Tensor, Int, Int, ConvolutionGradients
  >(
    "convolveBackwardByProduct", week: "C4W1",
    parameters: ["dZ", "A_prev", "W", "stride", "pad"], points: 10,
    dependsOn: [imageToColumns, columnsToImage],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (gradient(&random, A_prev, W, stride, pad), A_prev, W, stride, pad)
    })
}

// MARK: Network

extension C4W1 {
  /// The forward pass of a small LeNet.
  public static let leNetForward = Exercise<LeNetParameters, Tensor, LeNetActivations>(
    "leNetForward", week: "C4W1", parameters: ["parameters", "X"], points: 10,
    dependsOn: [convolveForwardByProduct],
    sample: { random in
      let (parameters, X, _) = try network(&random)
      return (parameters, X)
    })

  /// The backward pass of a small LeNet.
  public static let leNetBackward = Exercise<
    LeNetParameters, LeNetActivations, Tensor, Tensor, LeNetParameters
  >(
    "leNetBackward", week: "C4W1", parameters: ["parameters", "activations", "X", "Y"],
    points: 15, dependsOn: [convolveBackwardByProduct],
    sample: { random in
      let (parameters, X, Y) = try network(&random)
      let activations = try C4W1.leNetForward.reference(parameters, X)
      return (parameters, activations, X, Y)
    })

  /// A tiny network, pictures, and one-hot labels.
  ///
  /// Every other size leaves a row over in pooling.
  private static func network(
    _ random: inout RandomState
  ) throws -> (parameters: LeNetParameters, X: Tensor, Y: Tensor) {
    let size = random.randint(12, 16)
    let channels = random.randint(1, 3)
    let classes = random.randint(3, 5)
    let m = random.randint(2, 5)
    var parameters = try LeNetParameters(
      height: size, width: size, channels: channels, filterSize: 3, filters: (2, 3),
      classes: classes,
      random: &random)
    parameters.b1 = random.randn(1, 1, 1, 2) * 0.3
    parameters.b2 = random.randn(1, 1, 1, 3) * 0.3 - 0.2
    parameters.b3 = random.randn(classes, 1)
    var Y = Tensor.zeros(classes, m)
    for i in 0..<m { Y[random.randint(classes), i] = 1 }
    return (parameters, random.randn(m, size, size, channels), Y)
  }
}
