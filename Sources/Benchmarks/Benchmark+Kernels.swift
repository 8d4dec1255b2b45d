import Coursework
import Tensors

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
}
