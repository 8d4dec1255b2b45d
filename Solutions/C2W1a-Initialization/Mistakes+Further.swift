import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C2W1a.initializeZeros.mistaken(
    "weights-ones",
    "The weights are ones; all zeros are asked for.",
    zh: "权重全是 1；这里要的是全零。"
  ) { sizes in
    zip(sizes, sizes.dropFirst()).map { LayerParameters(W: .ones($1, $0), b: .zeros($1, 1)) }
  }
  C2W1a.initializeHe.mistaken(
    "factor-ten-kept",
    "The factor 10 of the large initialization is still there: √(2/n[l-1]) stands in its place.",
    zh: "大权重初始化的因子 10 还留着：应当换成 √(2/n[l-1])。"
  ) { sizes, seed in
    try initializeHe(sizes, seed).map { LayerParameters(W: $0.W * 10, b: $0.b) }
  }
  C2W1a.initializeHe.mistaken(
    "transposed-weights",
    "W has shape (n[l-1], n[l]); it is (n[l], n[l-1]).",
    zh: "W 的形状是 (n[l-1], n[l])；应当是 (n[l], n[l-1])。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { fanIn, units in
      let scale = (2 / Double(fanIn)).squareRoot()
      return LayerParameters(W: random.randn(fanIn, units) * scale, b: .zeros(units, 1))
    }
  }
  C2W1a.initializeHe.mistaken(
    "integer-division",
    "2 / n of an Int n is 0 from n = 3 on, and the weights are too: write 2 / Double(n).",
    zh: "n 是 Int 时，从 n = 3 起 2 / n 等于 0，权重也就全是零：请写 2 / Double(n)。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { fanIn, units in
      let scale = Double(2 / fanIn).squareRoot()
      return LayerParameters(W: random.randn(units, fanIn) * scale, b: .zeros(units, 1))
    }
  }
  C2W1a.initializeXavier.mistaken(
    "factor-ten-kept",
    "The factor 10 of the large initialization is still there: √(1/n[l-1]) stands in its place.",
    zh: "大权重初始化的因子 10 还留着：应当换成 √(1/n[l-1])。"
  ) { sizes, seed in
    try initializeXavier(sizes, seed).map { LayerParameters(W: $0.W * 10, b: $0.b) }
  }
  C2W1a.deepLinearLengths.mistaken(
    "only-the-last",
    "There is one length only: keep the length after every layer.",
    zh: "只有一个长度：每一层之后的长度都要保留。"
  ) { x, factor, depth in Array(try deepLinearLengths(x, factor, depth).suffix(1)) }
  C2W1a.trainFromInitialization.mistaken(
    "never-updated",
    "The parameters never change: keep the new layers.",
    zh: "参数一直没变：要保存更新后的各层。"
  ) { X, Y, sizes, method, seed, _, steps in
    try trainFromInitialization(X, Y, sizes, method, seed, 0, steps)
  }
}
