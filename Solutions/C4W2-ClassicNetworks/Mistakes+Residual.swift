import Coursework
import Syllabus
import Tensors

/// The block with another end: what becomes of Z2 and of the input.
private func ending(
  _ A_prev: Tensor, _ block: [LayerParameters], _ hasShortcut: Bool,
  _ end: (_ pass: ResidualPass) throws -> Tensor
) throws -> ResidualPass {
  var pass = try residualForward(A_prev, block, hasShortcut)
  if hasShortcut { pass.A2 = try end(pass) }
  return pass
}

@ImplementationList var residualMistakes: [Implementation] {
  C4W2.residualForward.mistaken(
    "added-after-the-relu",
    "The shortcut is added after the ReLU: add A_prev to Z2, then take max(0, …) of the sum.",
    zh: "跳跃连接是在 ReLU 之后加的：先把 A_prev 加到 Z2 上，再对和取 max(0, …)。"
  ) { A_prev, block, hasShortcut in
    try ending(A_prev, block, hasShortcut) { try maximum(0, $0.Z2) + A_prev }
  }
  C4W2.residualForward.mistaken(
    "no-shortcut",
    "The shortcut is never added, with hasShortcut or without.",
    zh: "无论 hasShortcut 是什么，都没有加上跳跃连接。"
  ) { A_prev, block, _ in try residualForward(A_prev, block, false) }
  C4W2.residualForward.mistaken(
    "shortcut-kept-in-z2",
    "Z2 is returned with the shortcut in it: it is W2 A1 + b2 alone, and only A2 holds the sum.",
    zh: "返回的 Z2 里含有跳跃连接：Z2 只是 W2 A1 + b2，和只出现在 A2 里。"
  ) { A_prev, block, hasShortcut in
    var pass = try residualForward(A_prev, block, hasShortcut)
    if hasShortcut { try pass.Z2 += A_prev }
    return pass
  }
  C4W2.residualForward.mistaken(
    "multiplied",
    "The shortcut is multiplied: it is added, so that Z2 = 0 hands the input on.",
    zh: "跳跃连接用了相乘：应当相加，这样 Z2 = 0 时输入原样通过。"
  ) { A_prev, block, hasShortcut in
    try ending(A_prev, block, hasShortcut) { maximum(0, try $0.Z2 * A_prev) }
  }
  C4W2.residualForward.mistaken(
    "no-relu-at-the-end",
    "The ReLU at the end is missing.",
    zh: "少了最后的 ReLU。"
  ) { A_prev, block, hasShortcut in
    var pass = try residualForward(A_prev, block, hasShortcut)
    pass.A2 = hasShortcut ? try pass.Z2 + A_prev : pass.Z2
    return pass
  }
  C4W2.residualForward.mistaken(
    "no-relu-between",
    "The ReLU between the two layers is missing: without it they are one linear layer.",
    zh: "两层之间少了 ReLU：没有它，两层合起来只是一个线性层。"
  ) { A_prev, block, hasShortcut in
    let Z1 = try dot(block[0].W, A_prev) + block[0].b
    let Z2 = try dot(block[1].W, Z1) + block[1].b
    let A2 = maximum(0, hasShortcut ? try Z2 + A_prev : Z2)
    return ResidualPass(Z1: Z1, A1: Z1, Z2: Z2, A2: A2)
  }
  C4W2.residualForward.mistaken(
    "biases-forgotten",
    "The biases are missing.",
    zh: "少了偏置。"
  ) { A_prev, block, hasShortcut in
    try residualForward(
      A_prev, block.map { LayerParameters(W: $0.W, b: $0.b * 0) }, hasShortcut)
  }
}

/// The gradients with other parts.
private func changed(
  _ dA2: Tensor, _ A_prev: Tensor, _ block: [LayerParameters], _ pass: ResidualPass,
  _ hasShortcut: Bool, slope: ((ResidualPass) throws -> Tensor)? = nil,
  slope1: (ResidualPass) throws -> Tensor = { $0.Z1 .> 0 },
  back: (_ ofPath: Tensor, _ dZ: Tensor) throws -> Tensor = { try $0 + $1 }
) throws -> ResidualGradients {
  let m = Double(A_prev.columns)
  let mask = try slope.map { try $0(pass) } ?? ((hasShortcut ? pass.Z2 + A_prev : pass.Z2) .> 0)
  let dZ = try dA2 * mask
  let dZ1 = try dot(block[1].W.T, dZ) * slope1(pass)
  let ofPath = try dot(block[0].W.T, dZ1)
  return ResidualGradients(
    dA_prev: hasShortcut ? try back(ofPath, dZ) : ofPath,
    layers: [
      LayerGradients(
        dW: try dot(dZ1, A_prev.T) / m, db: try dZ1.mean(axis: 1, keepingDimensions: true)),
      LayerGradients(
        dW: try dot(dZ, pass.A1.T) / m, db: try dZ.mean(axis: 1, keepingDimensions: true)),
    ])
}

@ImplementationList var residualBackwardMistakes: [Implementation] {
  C4W2.residualBackward.mistaken(
    "shortcut-forgotten",
    "dA_prev lacks what comes back through the shortcut: add dZ to W1ᵀ dZ1.",
    zh: "dA_prev 少了沿跳跃连接传回来的部分：W1ᵀ dZ1 还要加上 dZ。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, back: { path, _ in path })
  }
  C4W2.residualBackward.mistaken(
    "no-shortcut",
    "The block is taken for a plain one, with hasShortcut or without: the ReLU's argument is Z2 + A_prev, and dZ belongs to dA_prev, too.",
    zh: "无论 hasShortcut 是什么，都当成了普通块：ReLU 的自变量是 Z2 + A_prev，dA_prev 也要加上 dZ。"
  ) { dA2, A_prev, block, pass, _ in
    try residualBackward(dA2, A_prev, block, pass, false)
  }
  C4W2.residualBackward.mistaken(
    "layers-reversed",
    "The gradients stand in the wrong order: those of the first layer come first.",
    zh: "梯度的次序反了：第一层的在前。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    var found = try residualBackward(dA2, A_prev, block, pass, hasShortcut)
    found.layers.reverse()
    return found
  }
  C4W2.residualBackward.mistaken(
    "shortcut-only",
    "dA_prev is what comes back through the shortcut alone: the way through both layers belongs to it.",
    zh: "dA_prev 只有沿跳跃连接传回来的部分：还要加上穿过两层的那一路。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, back: { _, dZ in dZ })
  }
  C4W2.residualBackward.mistaken(
    "shortcut-past-the-relu",
    "dA2 itself comes back through the shortcut: the last ReLU stands behind the sum, so it is dZ.",
    zh: "沿跳跃连接传回来的是 dA2 本身：最后的 ReLU 在相加之后，所以应当是 dZ。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, back: { path, _ in try path + dA2 })
  }
  C4W2.residualBackward.mistaken(
    "slope-at-z2",
    "The slope of the last ReLU is taken where Z2 > 0: its argument is Z2 + A_prev.",
    zh: "最后一个 ReLU 的导数取在了 Z2 > 0 处：它的自变量是 Z2 + A_prev。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, slope: { $0.Z2 .> 0 })
  }
  C4W2.residualBackward.mistaken(
    "last-slope-forgotten",
    "The slope of the last ReLU is missing: dZ = dA2 * (Z2 + A_prev > 0).",
    zh: "少乘了最后一个 ReLU 的导数：dZ = dA2 * (Z2 + A_prev > 0)。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, slope: { _ in Tensor(1) })
  }
  C4W2.residualBackward.mistaken(
    "first-slope-forgotten",
    "The slope of the first ReLU is missing: dZ1 = W2ᵀ dZ * (Z1 > 0).",
    zh: "少乘了第一个 ReLU 的导数：dZ1 = W2ᵀ dZ * (Z1 > 0)。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    try changed(dA2, A_prev, block, pass, hasShortcut, slope1: { _ in Tensor(1) })
  }
  C4W2.residualBackward.mistaken(
    "no-mean",
    "dW and db are sums: they carry 1/m.",
    zh: "dW 和 db 成了和：它们要带 1/m。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    let m = Double(A_prev.columns)
    var found = try residualBackward(dA2, A_prev, block, pass, hasShortcut)
    found.layers = found.layers.map { LayerGradients(dW: m * $0.dW, db: m * $0.db) }
    return found
  }
  C4W2.residualBackward.mistaken(
    "mean-of-da",
    "dA_prev is divided by m: 1/m belongs to dW and db alone.",
    zh: "dA_prev 除以了 m：1/m 只属于 dW 和 db。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    var found = try residualBackward(dA2, A_prev, block, pass, hasShortcut)
    found.dA_prev /= Double(A_prev.columns)
    return found
  }
  C4W2.residualBackward.mistaken(
    "input-of-the-wrong-layer",
    "dW1 is computed from A1: a layer's dW takes the layer's input, which is A_prev here and A1 for dW2.",
    zh: "dW1 用了 A1：某层的 dW 用的是该层的输入，这里是 A_prev，dW2 才用 A1。"
  ) { dA2, A_prev, block, pass, hasShortcut in
    var found = try residualBackward(dA2, A_prev, block, pass, hasShortcut)
    let dZ1 =
      try dot(
        block[1].W.T, dA2 * ((hasShortcut ? pass.Z2 + A_prev : pass.Z2) .> 0)) * (pass.Z1 .> 0)
    found.layers[0].dW = try dot(dZ1, pass.A1.T) / Double(A_prev.columns)
    return found
  }
}
