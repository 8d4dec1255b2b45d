import Coursework
import Syllabus
import Tensors

@ImplementationList var productMistakes: [Implementation] {
  C2W3c.matrixProductBackward.mistaken(
    "not-transposed",
    "No factor is transposed: dA = dC Bᵀ and dB = Aᵀ dC.",
    zh: "没有转置：dA = dC Bᵀ，dB = Aᵀ dC。"
  ) { dC, A, B in ProductGradients(dA: try dot(dC, B), dB: try dot(A, dC)) }
  C2W3c.matrixProductBackward.mistaken(
    "factors-in-the-wrong-order",
    "The factors stand in the wrong order: dC comes first in dA = dC Bᵀ and last in dB = Aᵀ dC.",
    zh: "相乘的先后反了：dA = dC Bᵀ 里 dC 在前，dB = Aᵀ dC 里 dC 在后。"
  ) { dC, A, B in ProductGradients(dA: try dot(B.T, dC), dB: try dot(dC, A.T)) }
  C2W3c.matrixProductBackward.mistaken(
    "own-factor",
    "Each gradient is computed from its own factor: dA needs B, and dB needs A.",
    zh: "求哪个因子的梯度，就用了哪个因子本身：dA 要用 B，dB 要用 A。"
  ) { dC, A, B in ProductGradients(dA: try dot(dC, A.T), dB: try dot(B.T, dC)) }
  C2W3c.matrixProductBackward.mistaken(
    "gradients-exchanged",
    "Both are right, but exchanged: dA belongs to the first factor.",
    zh: "两个都对，但放反了：dA 属于第一个因子。"
  ) { dC, A, B in
    let right = try matrixProductBackward(dC, A, B)
    return ProductGradients(dA: right.dB, dB: right.dA)
  }
  C2W3c.matrixProductBackward.mistaken(
    "upstream-forgotten",
    "dC is used for its shape only: multiply by its numbers.",
    zh: "只用了 dC 的形状：要乘上它的数值。"
  ) { dC, A, B in try matrixProductBackward(.ones(shape: dC.shape), A, B) }
  C2W3c.matrixProductBackward.mistaken(
    "upstream-transposed",
    "dC is transposed: it is taken as it is.",
    zh: "dC 被转置了：应当原样使用。"
  ) { dC, A, B in ProductGradients(dA: try dot(dC.T, B.T), dB: try dot(A.T, dC.T)) }
}

@ImplementationList var shapeMistakes: [Implementation] {
  C2W3c.unbroadcast.mistaken(
    "not-summed",
    "The gradient comes back as it was: sum it over the axes along which the tensor was stretched.",
    zh: "梯度原样返回了：要沿着被扩展的轴求和。"
  ) { dY, _ in dY }
  C2W3c.unbroadcast.mistaken(
    "mean-for-sum",
    "This is the mean over the axis that was stretched: every use adds its share, so sum.",
    zh: "对被扩展的轴取了平均：每用一次都加上一份，应当求和。"
  ) { dY, shape in
    let sum = try unbroadcast(dY, shape)
    return sum * (Double(sum.count) / Double(dY.count))
  }
  C2W3c.unbroadcast.mistaken(
    "first-of-many",
    "Only the first of the shares is taken: sum over all of them.",
    zh: "只取了第一份：所有的都要加起来。"
  ) { dY, shape in
    var first = dY
    while first.rank > shape.count { first = try first.entry(0) }
    for axis in shape.indices where shape[axis] == 1 && first.shape[axis] > 1 {
      first = try first.slice(axis: axis, 0..<1)
    }
    return first
  }
  C2W3c.unbroadcast.mistaken(
    "everything-summed",
    "All numbers are summed into one: sum only over the axes that were stretched.",
    zh: "把所有的数加成了一个数：只对被扩展的轴求和。"
  ) { dY, shape in
    dY.shape == shape ? dY : Tensor.full(shape, dY.sum())
  }
  C2W3c.unbroadcast.mistaken(
    "axis-dropped",
    "The axis that was summed is dropped: keep it with length 1 where `shape` has it.",
    zh: "求和之后轴没有了：`shape` 里有这条轴时，要保留为长度 1。"
  ) { dY, shape in
    let sum = try unbroadcast(dY, shape)
    let offset = dY.rank - shape.count
    let left = shape.indices.filter { shape[$0] == dY.shape[offset + $0] }.map { shape[$0] }
    return try sum.reshaped(shape: left)
  }
  C2W3c.unbroadcast.mistaken(
    "axes-in-front-forgotten",
    "Axes that `shape` lacks in front are still there: sum over them first.",
    zh: "`shape` 前面没有的轴还留着：先对它们求和。"
  ) { dY, shape in
    var dX = dY
    for axis in shape.indices where shape[axis] == 1 && dX.shape[axis] > 1 {
      dX = try dX.sum(axis: axis, keepingDimensions: true)
    }
    return dX
  }
  C2W3c.unbroadcast.mistaken(
    "axes-behind-summed",
    "Where `shape` has fewer axes, the last ones are summed: broadcasting adds axes in front.",
    zh: "`shape` 的轴较少时，对后面的轴求了和：广播是在前面加轴。"
  ) { dY, shape in
    var dX = dY
    while dX.rank > shape.count { dX = try dX.sum(axis: dX.rank - 1) }
    for axis in shape.indices where shape[axis] == 1 && dX.shape[axis] > 1 {
      dX = try dX.sum(axis: axis, keepingDimensions: true)
    }
    return dX
  }

  C2W3c.sumBackward.mistaken(
    "not-spread",
    "The gradient of the sums comes back as it is: every element that was summed gets that of its sum.",
    zh: "和的梯度原样返回了：每个被加的元素都要得到它所在的和的梯度。"
  ) { dS, _, _ in dS }
  C2W3c.sumBackward.mistaken(
    "spread-like-a-mean",
    "The gradient is divided among the elements, as for a mean: in a sum each has the derivative 1.",
    zh: "梯度被平分了，像平均值那样：求和时每个元素的导数都是 1。"
  ) { dS, shape, axis in
    let dX = try sumBackward(dS, shape, axis)
    return dX * (Double(dS.count) / Double(dX.count))
  }
  C2W3c.sumBackward.mistaken(
    "ones",
    "Every element gets 1: multiply by the gradient of its sum.",
    zh: "每个元素都得到 1：还要乘上它所在的和的梯度。"
  ) { _, shape, _ in .ones(shape: shape) }
  C2W3c.sumBackward.mistaken(
    "axis-not-put-back",
    "Where the axis is not there any more, the sums are spread along another one: put it back with length 1 first.",
    zh: "求和的轴已经不在时，和被沿别的轴铺开了：先把这条轴补回来，长度为 1。"
  ) { dS, shape, _ in try dS * Tensor.ones(shape: shape) }
  C2W3c.sumBackward.mistaken(
    "sums-of-the-gradient",
    "Every element gets the sum of all gradients: it went into one of the sums only.",
    zh: "每个元素都得到了所有梯度的和：它只属于其中一个和。"
  ) { dS, shape, _ in .full(shape, dS.sum()) }

  C2W3c.reluBackward.mistaken(
    "upstream-forgotten",
    "These are the slopes of the ReLU alone: multiply by dA.",
    zh: "这只是 ReLU 的导数：还要乘以 dA。"
  ) { _, Z in Z .> 0 }
  C2W3c.reluBackward.mistaken(
    "relu-of-the-gradient",
    "Negative gradients are set to 0: it is the sign of Z that decides.",
    zh: "负的梯度被置成了 0：起决定作用的是 Z 的符号。"
  ) { dA, _ in maximum(0, dA) }
  C2W3c.reluBackward.mistaken(
    "other-half",
    "The gradient passes where Z is negative: it passes where Z > 0.",
    zh: "梯度从 Z 为负的地方通过了：应当从 Z > 0 的地方通过。"
  ) { dA, Z in try dA * (Z .< 0) }
  C2W3c.reluBackward.mistaken(
    "value-for-slope",
    "dA is multiplied by max(0, Z): the slope where Z > 0 is 1.",
    zh: "dA 乘的是 max(0, Z)：Z > 0 处的导数是 1。"
  ) { dA, Z in try dA * maximum(0, Z) }
  C2W3c.reluBackward.mistaken(
    "gradient-unchanged",
    "The gradient passes everywhere: where Z < 0 the ReLU is flat, and it is 0.",
    zh: "梯度处处都通过了：Z < 0 处 ReLU 是平的，梯度为 0。"
  ) { dA, _ in dA }
}
