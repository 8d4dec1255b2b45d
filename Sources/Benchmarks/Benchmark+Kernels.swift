import Coursework
import Syllabus
import Tensors
import Text

extension Benchmark {
  /// Single operations on large tensors.
  static let kernels: [Benchmark] = [
    Benchmark(
      "product", Phrase("product of two matrices, 768 × 768", zh: "两个 768 × 768 矩阵的乘积")
    ) { _ in
      var random = RandomState(seed: 1)
      let A = random.randn(768, 768)
      let B = random.randn(768, 768)
      return { try dot(A, B) }
    },
    elementwise("exp", Phrase("exp of a million numbers", zh: "一百万个数的 exp")) { exp($0) },
    elementwise("log", Phrase("log of a million numbers", zh: "一百万个数的 log")) { log($0) },
    elementwise("tanh", Phrase("tanh of a million numbers", zh: "一百万个数的 tanh")) { tanh($0) },
  ]

  /// A function of a million numbers of both signs, or of their magnitudes for the logarithm.
  private static func elementwise(
    _ name: String, _ summary: Phrase, _ function: @escaping @Sendable (Tensor) -> Tensor
  ) -> Benchmark {
    Benchmark(name, summary) { _ in
      var random = RandomState(seed: 2)
      let normal = random.randn(1_000_000)
      let x = name == "log" ? abs(normal) : normal
      return { function(x) }
    }
  }

  static let convolution = Benchmark(
    "convolution",
    Phrase(
      "64 pictures of 28 × 28 × 8, 16 filters of 3 × 3 through columns, forward and backward",
      zh: "64 张 28 × 28 × 8 的图像，16 个 3 × 3 滤波器，用列矩阵做前向和反向")
  ) { _ in
    var random = RandomState(seed: 1)
    let A_prev = random.randn(64, 28, 28, 8)
    let W = random.randn(3, 3, 8, 16)
    let b = random.randn(1, 1, 1, 16)
    return {
      let Z = try C4W1.convolveForwardByProduct(A_prev, W, b, 1, 1)
      let gradients = try C4W1.convolveBackwardByProduct(Z, A_prev, W, 1, 1)
      return Tensor([
        gradients.dA_prev[1, 2, 3, 4], gradients.dW[1, 2, 3, 4], gradients.db[0, 0, 0, 5],
      ])
    }
  }
}
