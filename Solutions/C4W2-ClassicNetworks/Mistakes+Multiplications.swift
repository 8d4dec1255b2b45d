import Coursework
import Syllabus
import Tensors

/// The multiplications with another rule for some layers.
private func work(
  _ input: [Int], _ layers: [NetworkLayer],
  _ change: (_ before: [Int], _ layer: NetworkLayer, _ after: [Int]) -> Int?
) throws -> [Int] {
  let right = try multiplications(input, layers)
  return zip(try steps(input, layers), right).map { step, number in
    change(step.before, step.layer, step.after) ?? number
  }
}

@ImplementationList var multiplicationMistakes: [Implementation] {
  C4W2.multiplications.mistaken(
    "places-of-the-input",
    "The windows are counted at every place of the input: there is one for each place of the output.",
    zh: "窗口按输入的位置来数了：输出的每个位置才有一个窗口。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      let places = before.dropLast().reduce(1, *)
      return switch layer.kind {
      case .convolution: places * layer.n_C * layer.f * layer.f * before[2]
      case .depthwise: places * before[2] * layer.f * layer.f
      case .pooling, .dense: nil
      }
    }
  }
  C4W2.multiplications.mistaken(
    "side-for-square",
    "A window of f × f takes f · f multiplications in each channel, not f.",
    zh: "f × f 的窗口在每个通道里要 f · f 次乘法，而不是 f 次。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      let outputs = after.reduce(1, *)
      return switch layer.kind {
      case .convolution: outputs * layer.f * before[2]
      case .depthwise: outputs * layer.f
      case .pooling, .dense: nil
      }
    }
  }
  C4W2.multiplications.mistaken(
    "side-for-square-of-a-convolution",
    "A convolution's window of f × f takes f · f multiplications in each channel, not f.",
    zh: "卷积的 f × f 窗口在每个通道里要 f · f 次乘法，而不是 f 次。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      layer.kind == .convolution ? after.reduce(1, *) * layer.f * before[2] : nil
    }
  }
  C4W2.multiplications.mistaken(
    "channels-below-forgotten",
    "The channels of the input are missing: every number of the output costs f · f · n_C_prev.",
    zh: "少了输入的通道数：输出的每个数需要 f · f · n_C_prev 次。"
  ) { input, layers in
    try work(input, layers) { _, layer, after in
      layer.kind == .convolution ? after.reduce(1, *) * layer.f * layer.f : nil
    }
  }
  C4W2.multiplications.mistaken(
    "filters-forgotten",
    "The filters are missing: at each place every one of the n_C filters multiplies a window.",
    zh: "少了滤波器的个数：在每个位置，n_C 个滤波器各乘一遍窗口。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      layer.kind == .convolution
        ? after[0] * after[1] * layer.f * layer.f * before[2] : nil
    }
  }
  C4W2.multiplications.mistaken(
    "weights-once",
    "These are the weights: each of a convolution's weights is used at every place of the output.",
    zh: "你数的是权重：卷积的每个权重在输出的每个位置都要用一次。"
  ) { input, layers in
    try work(input, layers) { before, layer, _ in
      switch layer.kind {
      case .convolution: layer.f * layer.f * before[2] * layer.n_C
      case .depthwise: layer.f * layer.f * before[2]
      case .pooling, .dense: nil
      }
    }
  }
  C4W2.multiplications.mistaken(
    "biases-multiplied",
    "The biases are counted as well: they are added, not multiplied.",
    zh: "把偏置也算进了乘法：偏置是加上去的。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      let outputs = after.reduce(1, *)
      return switch layer.kind {
      case .convolution: outputs * (layer.f * layer.f * before[2] + 1)
      case .depthwise: outputs * (layer.f * layer.f + 1)
      case .pooling: nil
      case .dense: outputs * (before.reduce(1, *) + 1)
      }
    }
  }
  C4W2.multiplications.mistaken(
    "pooling-multiplies",
    "Pooling is given multiplications: it compares, or adds up.",
    zh: "给池化层算了乘法：它只做比较或相加。"
  ) { input, layers in
    try work(input, layers) { _, layer, after in
      layer.kind == .pooling ? after.reduce(1, *) * layer.f * layer.f : nil
    }
  }
  C4W2.multiplications.mistaken(
    "depthwise-as-full",
    "A depthwise layer is counted like a full convolution: each of its filters sees one channel.",
    zh: "把逐通道卷积当成普通卷积来数了：它的每个滤波器只看一个通道。"
  ) { input, layers in
    try work(input, layers) { before, layer, after in
      layer.kind == .depthwise ? after.reduce(1, *) * layer.f * layer.f * before[2] : nil
    }
  }
  C4W2.multiplications.mistaken(
    "dense-not-flattened",
    "A dense layer after pictures sees their channels only: it multiplies all numbers, n_H · n_W · n_C.",
    zh: "图像之后的全连接层只看到了通道数：它要乘全部 n_H · n_W · n_C 个数。"
  ) { input, layers in
    try work(input, layers) { before, layer, _ in
      layer.kind == .dense ? (before.last ?? 0) * layer.n_C : nil
    }
  }
}

@ImplementationList var freezeMistakes: [Implementation] {
  C4W2.freeze.mistaken(
    "the-first-learn",
    "The first layers go on learning and the last are frozen: the first ones are general, the last belong to the task.",
    zh: "前面的层继续学，后面的层被冻结了：前面的层通用，后面的层才与任务有关。"
  ) { gradients, trainable in
    gradients.enumerated().map { $0 < trainable ? $1 : zeros($1) }
  }
  C4W2.freeze.mistaken(
    "the-last-frozen",
    "Exactly those layers are frozen that should learn: trainable counts the ones that go on.",
    zh: "该学的层恰好被冻结了：trainable 是继续学习的层数。"
  ) { gradients, trainable in
    gradients.enumerated().map { $0 < gradients.count - trainable ? $1 : zeros($1) }
  }
  C4W2.freeze.mistaken(
    "biases-go-on",
    "The biases of the frozen layers still learn: db has to be 0 as well.",
    zh: "被冻结的层的偏置还在学：db 也要为 0。"
  ) { gradients, trainable in
    try zip(freeze(gradients, trainable), gradients).map { LayerGradients(dW: $0.dW, db: $1.db) }
  }
  C4W2.freeze.mistaken(
    "weights-go-on",
    "The weights of the frozen layers still learn: dW has to be 0 as well.",
    zh: "被冻结的层的权重还在学：dW 也要为 0。"
  ) { gradients, trainable in
    try zip(freeze(gradients, trainable), gradients).map { LayerGradients(dW: $1.dW, db: $0.db) }
  }
  C4W2.freeze.mistaken(
    "only-the-last",
    "Only the last layer learns, whatever trainable says.",
    zh: "不管 trainable 是多少，都只有最后一层在学。"
  ) { gradients, _ in try freeze(gradients, 1) }
  C4W2.freeze.mistaken(
    "one-too-many",
    "One layer too many goes on learning: the first count - trainable are frozen.",
    zh: "多了一层在学：前 count - trainable 层被冻结。"
  ) { gradients, trainable in try freeze(gradients, min(gradients.count, trainable + 1)) }
  C4W2.freeze.mistaken(
    "left-out",
    "The frozen layers are left out of the list: they stay in their places, with gradients of 0.",
    zh: "被冻结的层从列表里去掉了：它们要留在原位，梯度为 0。"
  ) { gradients, trainable in Array(gradients.suffix(trainable)) }
}

private func zeros(_ layer: LayerGradients) -> LayerGradients {
  LayerGradients(dW: .zeros(shape: layer.dW.shape), db: .zeros(shape: layer.db.shape))
}
