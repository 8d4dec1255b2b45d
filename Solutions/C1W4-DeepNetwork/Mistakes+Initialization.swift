import Coursework
import Syllabus
import Tensors

@ImplementationList var initializationMistakes: [Implementation] {
  C1W4.initializeParameters.mistaken(
    "scale-forgotten",
    "The weights are a hundred times too large: multiply by 0.01.",
    zh: "权重大了一百倍：要乘以 0.01。"
  ) { n_x, n_h, n_y, seed in
    try initializeParameters(n_x, n_h, n_y, seed).map { LayerParameters(W: $0.W * 100, b: $0.b) }
  }
  C1W4.initializeParameters.mistaken(
    "uniform-not-normal",
    "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
    zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"
  ) { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { random, inputs, units in random.rand(units, inputs) * 0.01 }
  }
  C1W4.initializeParameters.mistaken(
    "weights-transposed",
    "The weights have a row for each input; they need a row for each unit: (n_h, n_x) and (n_y, n_h).",
    zh: "权重的每一行对应了一个输入；应当每行对应一个单元：(n_h, n_x) 和 (n_y, n_h)。"
  ) { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { random, inputs, units in random.randn(inputs, units) * 0.01 }
  }
  C1W4.initializeParameters.mistaken(
    "zeros",
    "All weights are zero: every hidden unit then computes the same and learns the same.",
    zh: "所有权重都是零：这样每个隐藏单元算得一样，学得也一样。"
  ) { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { _, inputs, units in .zeros(units, inputs) }
  }
  C1W4.initializeParameters.mistaken(
    "generator-restarted",
    "W[2] begins with the same random numbers as W[1]: use one generator for both.",
    zh: "W[2] 开头的随机数与 W[1] 相同：两者应共用一个生成器。"
  ) { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { _, inputs, units in
      var random = RandomState(seed: UInt32(seed))
      return random.randn(units, inputs) * 0.01
    }
  }

  C1W4.initializeDeepParameters.mistaken(
    "scaling-ignored",
    "The weights are always 0.01 · N(0, 1): with byInputs they are divided by √n[l-1].",
    zh: "权重总是 0.01 · N(0, 1)：byInputs 时应当除以 √n[l-1]。"
  ) { sizes, _, seed in
    try initializeDeepParameters(sizes, .oneHundredth, seed)
  }
  C1W4.initializeDeepParameters.mistaken(
    "root-of-own-units",
    "The weights are divided by √n[l], the units of the layer; what counts is its inputs, √n[l-1].",
    zh: "权重除以了本层单元数的平方根 √n[l]；应当用输入个数 √n[l-1]。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, 1 / Double(units).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken(
    "root-forgotten",
    "The weights are divided by n[l-1]; divide by its square root.",
    zh: "权重除以了 n[l-1]；应当除以它的平方根。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, 1 / Double(inputs))
    }
  }
  C1W4.initializeDeepParameters.mistaken(
    "two-over-inputs",
    "The factor is √(2/n[l-1]), which is He's; here it is 1/√n[l-1].",
    zh: "系数用了 √(2/n[l-1])，那是 He 初始化；这里是 1/√n[l-1]。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, (2 / Double(inputs)).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken(
    "uniform-not-normal",
    "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
    zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.rand(units, inputs) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken(
    "generator-restarted",
    "Every layer begins with the same random numbers: make the generator once, before the loop.",
    zh: "每一层开头的随机数都相同：生成器只在循环之前创建一次。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { _, inputs, units in
      var random = RandomState(seed: UInt32(seed))
      return random.randn(units, inputs) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken(
    "last-layer-missing",
    "The last layer is missing: l runs from 1 to layerSizes.count - 1, both included.",
    zh: "少了最后一层：l 从 1 到 layerSizes.count - 1，两端都包括。"
  ) { sizes, scaling, seed in
    try initializeDeepParameters(sizes.dropLast(), scaling, seed)
  }
  C1W4.initializeDeepParameters.mistaken(
    "weights-transposed",
    "The weights have shape (n[l-1], n[l]); they need a row for each unit: (n[l], n[l-1]).",
    zh: "权重的形状成了 (n[l-1], n[l])；应当每行对应一个单元：(n[l], n[l-1])。"
  ) { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(inputs, units) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
}

// What the misconceptions share: the steps of this week with one part exchanged.

/// Weights drawn by a rule from one generator, layer after layer, with zero biases.
private func draw(
  _ sizes: [Int], _ seed: Int,
  _ weights: (_ random: inout RandomState, _ inputs: Int, _ units: Int) -> Tensor
) -> [LayerParameters] {
  var random = RandomState(seed: UInt32(seed))
  return zip(sizes, sizes.dropFirst()).map { fanIn, units in
    LayerParameters(W: weights(&random, fanIn, units), b: .zeros(units, 1))
  }
}

/// 0.01, or the factor in place of 1/√n[l-1].
private func factor(_ scaling: WeightScaling, _ byInputs: Double) -> Double {
  scaling == .oneHundredth ? 0.01 : byInputs
}
