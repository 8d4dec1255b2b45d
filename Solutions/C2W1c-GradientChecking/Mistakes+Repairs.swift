import Coursework
import Syllabus
import Tensors

@ImplementationList var repairsMistakes: [Implementation] {
  C2W1c.backward.mistaken(
    "both-mistakes-left",
    "Both planted mistakes are still there: run gradientCheck on this pass, then suspects.",
    zh: "两处预埋的错误都还在：对它运行 gradientCheck，再看 suspects。"
  ) { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: true, second: true)
  }
  C2W1c.backward.mistaken(
    "first-mistake-left",
    "db1 is right now; one planted mistake is left, in the gradient of a weight matrix. Ask suspects which.",
    zh: "db1 已经对了；还剩一处预埋的错误，在某个权重矩阵的梯度里。用 suspects 找出是哪个。"
  ) { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: true, second: false)
  }
  C2W1c.backward.mistaken(
    "second-mistake-left",
    "dW2 is right now; one planted mistake is left, in the gradient of a bias. Ask suspects which.",
    zh: "dW2 已经对了；还剩一处预埋的错误，在某个偏置的梯度里。用 suspects 找出是哪个。"
  ) { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: false, second: true)
  }
  C2W1c.backward.mistaken(
    "penalty-removed",
    "The penalty's gradient is gone: λ/m · W was right, check with the λ that you train with.",
    zh: "惩罚项的梯度被删掉了：λ/m · W 本来是对的，检验时要用训练时的 λ。"
  ) { X, Y, parameters, _ in
    try backward(X, Y, parameters, 0)
  }
}

/// The right gradients with the planted mistakes put back.
private func spoilt(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double, first: Bool,
  second: Bool
) throws -> ThreeLayerGradients {
  var gradients = try backward(X, Y, parameters, lambda)
  if first {
    let penalty = lambda / Double(X.columns) * parameters.W2
    gradients.dW2 = try (gradients.dW2 - penalty) * 2 + penalty
  }
  if second { gradients.db1 *= 4 }
  return gradients
}
