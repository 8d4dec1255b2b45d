import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  shapeMistakes + parameterMistakes + multiplicationMistakes + residualMistakes
    + residualBackwardMistakes + smallConvolutionMistakes + blockMistakes + inceptionMistakes
    + augmentationMistakes + colourMistakes + freezeMistakes
}

/// Shapes with another rule for the length of a side or for the channels.
private func shapes(
  _ input: [Int], _ layers: [NetworkLayer],
  side: (Int, NetworkLayer) -> Int = { n, layer in
    (n + 2 * layer.pad - layer.f) / layer.stride + 1
  },
  channels: (Int, NetworkLayer) -> Int = { before, layer in
    layer.kind == .convolution ? layer.n_C : before
  }
) -> [[Int]] {
  var shape = input
  return layers.map { layer in
    shape =
      layer.kind == .dense
      ? [layer.n_C]
      : [side(shape[0], layer), side(shape[1], layer), channels(shape[2], layer)]
    return shape
  }
}

@ImplementationList private var shapeMistakes: [Implementation] {
  C4W2.layerShapes.mistaken(
    "rounded-up",
    "A window that sticks out is counted: only whole windows count, so the quotient is rounded down.",
    zh: "把伸出边界的窗口也算上了：只算完整的窗口，商要向下取整。"
  ) { input, layers in
    shapes(
      input, layers,
      side: { n, layer in
        (n + 2 * layer.pad - layer.f + layer.stride - 1) / layer.stride + 1
      })
  }
  C4W2.layerShapes.mistaken(
    "padded-at-one-end",
    "The padding is counted once: there is a frame at both ends, 2p.",
    zh: "填充只算了一次：两端都有，是 2p。"
  ) { input, layers in
    shapes(input, layers, side: { n, layer in (n + layer.pad - layer.f) / layer.stride + 1 })
  }
  C4W2.layerShapes.mistaken(
    "same-for-padded",
    "Where there is padding, height and width stay: that holds for p = (f - 1)/2 and stride 1 only, so compute them.",
    zh: "只要有填充，高和宽就保持不变：只有 p = (f - 1)/2 且步幅为 1 时才如此，应当按公式算。"
  ) { input, layers in
    shapes(
      input, layers,
      side: { n, layer in layer.pad > 0 ? n : (n - layer.f) / layer.stride + 1 })
  }
  C4W2.layerShapes.mistaken(
    "plus-one-forgotten",
    "The first window is missing: ⌊(n + 2p - f)/s⌋ counts the moves, and + 1 the window before them.",
    zh: "少了第一个窗口：⌊(n + 2p - f)/s⌋ 是移动的次数，还要 + 1。"
  ) { input, layers in
    shapes(
      input, layers,
      side: { n, layer in
        max(layer.f, n + 2 * layer.pad - layer.f) / layer.stride
      })
  }
  C4W2.layerShapes.mistaken(
    "stride-ignored",
    "The stride is not used: divide by s and round down.",
    zh: "没有用步幅：要除以 s 再向下取整。"
  ) { input, layers in shapes(input, layers, side: { n, layer in n + 2 * layer.pad - layer.f + 1 })
  }
  C4W2.layerShapes.mistaken(
    "channels-multiplied",
    "The channels of input and filters are multiplied: a filter sums over all channels and makes one, so there are as many as filters.",
    zh: "把输入的通道数和滤波器个数相乘了：一个滤波器对所有通道求和，只产生一个通道，所以通道数等于滤波器个数。"
  ) { input, layers in
    shapes(
      input, layers,
      channels: { before, layer in
        layer.kind == .convolution ? before * layer.n_C : before
      })
  }
  C4W2.layerShapes.mistaken(
    "channels-kept",
    "The convolution keeps the channels of its input: its output has one for each filter.",
    zh: "卷积层保留了输入的通道数：输出的通道数应当等于滤波器个数。"
  ) { input, layers in shapes(input, layers, channels: { before, _ in before }) }
  C4W2.layerShapes.mistaken(
    "pooling-without-channels",
    "Pooling and depthwise layers are given layer.n_C channels, which is 0 for them: the channels of the input stay.",
    zh: "池化层和逐通道卷积层的通道数用了 layer.n_C，它在这里是 0：通道数应当与输入相同。"
  ) { input, layers in shapes(input, layers, channels: { _, layer in layer.n_C }) }
  C4W2.layerShapes.mistaken(
    "rows-and-columns",
    "Height and width are exchanged: input is (n_H, n_W, n_C).",
    zh: "高和宽反了：输入是 (n_H, n_W, n_C)。"
  ) { input, layers in
    try layerShapes(input, layers).map { $0.count == 3 ? [$0[1], $0[0], $0[2]] : $0 }
  }
  C4W2.layerShapes.mistaken(
    "a-square-of-the-height",
    "The width is computed from the height: pictures need not be square.",
    zh: "宽也按高来算了：图像不一定是正方形。"
  ) { input, layers in try layerShapes([input[0], input[0], input[2]], layers) }
  C4W2.layerShapes.mistaken(
    "input-among-them",
    "The list begins with the input: it has one shape for each layer, that of its output.",
    zh: "列表里多了输入：每层只有一个形状，即该层的输出。"
  ) { input, layers in try [input] + layerShapes(input, layers) }
}

/// The shape before each layer, the layer, and the shape after it.
func steps(
  _ input: [Int], _ layers: [NetworkLayer]
) throws -> [(before: [Int], layer: NetworkLayer, after: [Int])] {
  let shapes = try [input] + layerShapes(input, layers)
  return layers.indices.map { (shapes[$0], layers[$0], shapes[$0 + 1]) }
}

/// The parameters with another rule for some layers.
private func counts(
  _ input: [Int], _ layers: [NetworkLayer],
  _ change: (_ before: [Int], _ layer: NetworkLayer, _ after: [Int]) -> Int?
) throws -> [Int] {
  let right = try parameterCounts(input, layers)
  return zip(try steps(input, layers), right).map { step, number in
    change(step.before, step.layer, step.after) ?? number
  }
}

@ImplementationList private var parameterMistakes: [Implementation] {
  C4W2.parameterCounts.mistaken(
    "bias-at-every-place",
    "The biases are counted once per pixel: a filter has one bias for all places.",
    zh: "偏置在每个像素都数了一次：一个滤波器在所有位置只有一个偏置。"
  ) { input, layers in
    try counts(input, layers) { before, layer, after in
      switch layer.kind {
      case .convolution: layer.f * layer.f * before[2] * layer.n_C + after.reduce(1, *)
      case .depthwise: layer.f * layer.f * before[2] + after.reduce(1, *)
      case .pooling, .dense: nil
      }
    }
  }
  C4W2.parameterCounts.mistaken(
    "bias-at-every-place-of-a-convolution",
    "The biases of a convolution are counted once a pixel: a filter has one bias for all places.",
    zh: "卷积的偏置在每个像素都数了一次：一个滤波器在所有位置只有一个偏置。"
  ) { input, layers in
    try counts(input, layers) { before, layer, after in
      layer.kind == .convolution
        ? layer.f * layer.f * before[2] * layer.n_C + after.reduce(1, *) : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "one-bias-a-layer",
    "A layer has one bias: each of its filters, channels or units has one.",
    zh: "一层只数了一个偏置：每个滤波器、通道或单元各有一个。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      switch layer.kind {
      case .convolution: layer.f * layer.f * before[2] * layer.n_C + 1
      case .depthwise: layer.f * layer.f * before[2] + 1
      case .pooling: nil
      case .dense: before.reduce(1, *) * layer.n_C + 1
      }
    }
  }
  C4W2.parameterCounts.mistaken(
    "side-for-square",
    "A filter of f × f has f · f weights in each channel, not f.",
    zh: "f × f 的滤波器在每个通道里有 f · f 个权重，而不是 f 个。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      switch layer.kind {
      case .convolution: (layer.f * before[2] + 1) * layer.n_C
      case .depthwise: (layer.f + 1) * before[2]
      case .pooling, .dense: nil
      }
    }
  }
  C4W2.parameterCounts.mistaken(
    "filters-and-channels-exchanged",
    "Filters and channels are exchanged: (f · f · n_C_prev + 1) · n_C, there is one bias for each filter and not for each channel of the input.",
    zh: "滤波器个数和输入通道数反了：应当是 (f · f · n_C_prev + 1) · n_C，偏置是每个滤波器一个，而不是每个输入通道一个。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      layer.kind == .convolution ? (layer.f * layer.f * layer.n_C + 1) * before[2] : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "pooling-with-parameters",
    "Pooling is given parameters: it learns nothing.",
    zh: "给池化层算了参数：池化没有要学的参数。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      layer.kind == .pooling ? (layer.f * layer.f + 1) * before[2] : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "flat-filters",
    "A filter is taken for f × f: it reaches through all channels of its input, f · f · n_C_prev.",
    zh: "把滤波器当成了 f × f：它贯穿输入的所有通道，是 f · f · n_C_prev。"
  ) { input, layers in
    try counts(input, layers) { _, layer, _ in
      layer.kind == .convolution ? (layer.f * layer.f + 1) * layer.n_C : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "biases-forgotten",
    "The biases are missing: one for each filter, each channel of a depthwise layer, each unit.",
    zh: "少了偏置：每个滤波器、逐通道卷积的每个通道、每个单元各有一个。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      switch layer.kind {
      case .convolution: layer.f * layer.f * before[2] * layer.n_C
      case .depthwise: layer.f * layer.f * before[2]
      case .pooling: nil
      case .dense: before.reduce(1, *) * layer.n_C
      }
    }
  }
  C4W2.parameterCounts.mistaken(
    "dense-not-flattened",
    "A dense layer after pictures sees their channels only: it is connected with all numbers, n_H · n_W · n_C.",
    zh: "图像之后的全连接层只看到了通道数：它与全部 n_H · n_W · n_C 个数相连。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      layer.kind == .dense ? ((before.last ?? 0) + 1) * layer.n_C : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "depthwise-as-full",
    "A depthwise layer is counted like a full convolution: each of its filters sees one channel.",
    zh: "把逐通道卷积当成普通卷积来数了：它的每个滤波器只看一个通道。"
  ) { input, layers in
    try counts(input, layers) { before, layer, _ in
      layer.kind == .depthwise ? (layer.f * layer.f * before[2] + 1) * before[2] : nil
    }
  }
  C4W2.parameterCounts.mistaken(
    "unshared-weights",
    "Every place of the output gets weights of its own: a filter has the same at all places.",
    zh: "输出的每个位置都有自己的权重：一个滤波器在所有位置用同样的权重。"
  ) { input, layers in
    try counts(input, layers) { before, layer, after in
      switch layer.kind {
      case .convolution: (layer.f * layer.f * before[2] + 1) * after.reduce(1, *)
      case .depthwise: (layer.f * layer.f + 1) * after.reduce(1, *)
      case .pooling, .dense: nil
      }
    }
  }
}
