import Coursework
import Syllabus
import Tensors

@ImplementationList var momentumMistakes: [Implementation] {
  C2W2.initializeVelocity.mistaken(
    "copies-parameters",
    "The velocity starts as a copy of the parameters: it starts at zero, with their shapes.",
    zh: "速度被初始化成了参数的副本：它应当从零开始，只是形状与参数相同。"
  ) { parameters in
    parameters.map { LayerGradients(dW: $0.W, db: $0.b) }
  }
  C2W2.initializeVelocity.mistaken(
    "ones",
    "The velocity starts at one: nothing has moved yet, so it is zero.",
    zh: "速度从 1 开始：此时还没有动，应当是零。"
  ) { parameters in
    parameters.map {
      LayerGradients(dW: .ones(shape: $0.W.shape), db: .ones(shape: $0.b.shape))
    }
  }
  C2W2.initializeVelocity.mistaken(
    "shape-of-input",
    "The weights' velocities are transposed: their shape is that of W, (n[l], n[l-1]).",
    zh: "权重的速度转置了：形状应当与 W 相同，即 (n[l], n[l-1])。"
  ) { parameters in
    try initializeVelocity(parameters).map { LayerGradients(dW: $0.dW.T, db: $0.db) }
  }
  C2W2.initializeVelocity.mistaken(
    "last-layer-skipped",
    "The last layer has no velocity: the loop ends one layer too early.",
    zh: "最后一层没有速度：循环少走了一层。"
  ) { parameters in
    try initializeVelocity(parameters.dropLast())
  }

  C2W2.updateWithMomentum.mistaken(
    "factor-forgotten",
    "This is v = βv + dW: the gradient's factor (1 - β) is missing, and v grows to about 1/(1 - β) times a gradient.",
    zh: "你算的是 v = βv + dW：梯度前少了 (1 - β)，v 会涨到梯度的约 1/(1 - β) 倍。"
  ) { parameters, gradients, v, beta, rate in
    let velocity = try blend(v, gradients, beta, 1)
    return try stepped(parameters, velocity, rate)
  }
  C2W2.updateWithMomentum.mistaken(
    "factors-swapped",
    "The two factors are swapped: β belongs to the old velocity, 1 - β to the gradient.",
    zh: "两个系数写反了：β 乘旧速度，1 - β 乘梯度。"
  ) { parameters, gradients, v, beta, rate in
    try updateWithMomentum(parameters, gradients, v, 1 - beta, rate)
  }
  C2W2.updateWithMomentum.mistaken(
    "old-velocity-used",
    "The parameters move by the velocity from before this step: renew it first.",
    zh: "参数用的是这一步之前的速度：要先更新速度。"
  ) { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.parameters = try updateWithGradientDescent(parameters, v, rate)
    return step
  }
  C2W2.updateWithMomentum.mistaken(
    "gradient-used",
    "The parameters move by the gradient; the velocity is computed but not used.",
    zh: "参数仍按梯度更新；速度算了却没有用上。"
  ) { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.parameters = try updateWithGradientDescent(parameters, gradients, rate)
    return step
  }
  C2W2.updateWithMomentum.mistaken(
    "velocity-not-kept",
    "The step is right, but the old velocity is returned: the next step would forget this one.",
    zh: "这一步走对了，但返回的是旧速度：下一步就记不住这一步了。"
  ) { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.velocity = v
    return step
  }
  C2W2.updateWithMomentum.mistaken(
    "biases-without-momentum",
    "The biases move by their gradients: they have a velocity as well.",
    zh: "偏置直接按梯度更新了：它们也有速度。"
  ) {
    parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    let plain = try updateWithGradientDescent(parameters, gradients, rate)
    step.parameters = zip(step.parameters, plain).map { LayerParameters(W: $0.W, b: $1.b) }
    return step
  }
}

private func stepped(
  _ parameters: [LayerParameters], _ velocity: [LayerGradients], _ rate: Double
) throws -> MomentumStep {
  MomentumStep(
    parameters: try updateWithGradientDescent(parameters, velocity, rate), velocity: velocity)
}
