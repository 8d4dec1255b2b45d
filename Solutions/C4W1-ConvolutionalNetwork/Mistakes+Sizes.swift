import Coursework
import Syllabus
import Tensors

@ImplementationList var sizesMistakes: [Implementation] {
  C4W1.outputSize.mistaken(
    "rounded-up",
    "The division is rounded up: a window that does not fit whole is left out, so round down.",
    zh: "你把除法向上取整了：放不下整个窗口的位置要舍去，应当向下取整。"
  ) { n, f, stride, pad in
    (n + 2 * pad - f + stride - 1) / stride + 1
  }
  C4W1.outputSize.mistaken(
    "plus-one-forgotten",
    "One window is missing: the one at the very start. Add 1 to the number of steps.",
    zh: "少算了一个窗口，即起点处的那个。步数还要加 1。"
  ) { n, f, stride, pad in
    (n + 2 * pad - f) / stride
  }
  C4W1.outputSize.mistaken(
    "pad-once",
    "The padding is counted once; it stands at both ends, so it is 2p.",
    zh: "填充只算了一次；两端都有填充，应当是 2p。"
  ) { n, f, stride, pad in (n + pad - f) / stride + 1 }
  C4W1.outputSize.mistaken(
    "one-added-before-dividing",
    "The 1 is added before the division; it counts windows, not pixels, and comes after it.",
    zh: "1 加在了除法之前；它数的是窗口而不是像素，要在除法之后加。"
  ) { n, f, stride, pad in
    (n + 2 * pad - f + 1) / stride
  }
  C4W1.outputSize.mistaken(
    "stride-ignored",
    "This is the size for stride 1: divide the way that is left by the stride.",
    zh: "这是步幅为 1 时的大小：剩下的距离还要除以步幅。"
  ) { n, f, _, pad in n + 2 * pad - f + 1 }

  C4W1.samePadding.mistaken(
    "half-of-f-plus-one",
    "This is (f + 1) / 2, with which the picture grows by 2: the sign is a minus.",
    zh: "你算的是 (f + 1) / 2，这样图会变大 2 个像素：括号里应当是减号。"
  ) { f in (f + 1) / 2 }
  C4W1.samePadding.mistaken(
    "not-halved",
    "f - 1 is the padding of both ends together; each end gets half of it.",
    zh: "f - 1 是两端填充的总和；每端只要一半。"
  ) { f in f - 1 }
  C4W1.samePadding.mistaken(
    "no-padding",
    "Padding 0 is the \"valid\" convolution, whose output is smaller.",
    zh: "填充为 0 是 valid 卷积，输出会变小。"
  ) { _ in 0 }

  C4W1.zeroPad.mistaken(
    "after-only",
    "All zeros stand below and on the right: the frame belongs round the picture, p on each side.",
    zh: "零全补在了下边和右边：应当围成一圈，每边 p 个。"
  ) { X, pad in
    let (_, n_H, n_W, _) = try X.pictureSizes
    return try zeroPad(X, 2 * pad).slice(axis: 1, 2 * pad..<n_H + 4 * pad)
      .slice(axis: 2, 2 * pad..<n_W + 4 * pad)
  }
  C4W1.zeroPad.mistaken(
    "all-axes",
    "The examples and the channels are padded as well; only rows and columns get a frame.",
    zh: "样本轴和通道轴也被填充了；只有行和列需要填充。"
  ) { X, pad in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    let framed = try zeroPad(X, pad)
    let channel = Tensor.zeros(m, n_H + 2 * pad, n_W + 2 * pad, pad)
    let deep = try Tensor.concatenate([channel, framed, channel], axis: 3)
    let example = Tensor.zeros(pad, n_H + 2 * pad, n_W + 2 * pad, n_C + 2 * pad)
    return try Tensor.concatenate([example, deep, example], axis: 0)
  }
  C4W1.zeroPad.mistaken(
    "edges-repeated",
    "The frame repeats the pixels at the edge; it consists of zeros.",
    zh: "边框重复了图像边缘的像素；它应当全是零。"
  ) { X, pad in
    let (_, n_H, n_W, _) = try X.pictureSizes
    func places(_ n: Int) -> [Int] { (-pad..<n + pad).map { min(max($0, 0), n - 1) } }
    return try X.slice(axis: 1, at: places(n_H)).slice(axis: 2, at: places(n_W))
  }
  C4W1.zeroPad.mistaken(
    "one-axis-only",
    "Only the columns are padded; the rows above and below are missing.",
    zh: "只填充了左右；上面和下面的行漏了。"
  ) { X, pad in
    try zeroPad(X, pad).slice(axis: 1, pad..<pad + X.shape[1])
  }
}
