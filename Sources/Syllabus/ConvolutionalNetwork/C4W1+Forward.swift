public import Coursework
public import Tensors
import Text

extension C4W1 {
  public static let convolveSingleStep = Exercise<Tensor, Tensor, Double, Double>(
    "convolveSingleStep", week: "C4W1", parameters: ["window", "W", "b"], points: 5,
    hints: [
      Phrase(
        "Window and filter have the same shape. What becomes one number of them?",
        zh: "窗口与滤波器形状相同。怎样把它们变成一个数？"),
      Phrase("z = Σ window * W + b, with b added once.", zh: "z = Σ window * W + b，b 只加一次。"),
      Phrase(
        "* multiplies element by element and may throw, .sum() adds everything up, and b comes after the sum.",
        zh: "* 逐元素相乘（可能抛出错误），.sum() 求总和，b 在求和之后再加。"),
    ],
    misconceptions: [
      Misconception(
        "bias-per-element",
        "b is added to every element before the sum, so it counts f·f·n_C_prev times; add it once.",
        zh: "b 在求和之前加到了每个元素上，等于加了 f·f·n_C_prev 次；只应加一次。"),
      Misconception("bias-forgotten", "b is missing.", zh: "漏了 b。"),
      Misconception(
        "filter-flipped",
        "The filter is turned by 180°, as in signal processing; deep learning leaves it as it is.",
        zh: "滤波器被旋转了 180°，那是信号处理里的卷积；深度学习里不翻转。"),
      Misconception(
        "mean-not-sum", "This is the mean of the products; take the sum.",
        zh: "这是乘积的平均值；应当求和。"),
    ],
    sample: { random in
      let shape = [random.randint(2, 4), random.randint(2, 4), random.randint(1, 4)]
      return (
        random.randn(shape: shape), random.randn(shape: shape),
        random.uniform(low: 0.5, high: 2)
      )
    })

  public static let convolveForward = Exercise<Tensor, Tensor, Tensor, Int, Int, Tensor>(
    "convolveForward", week: "C4W1", parameters: ["A_prev", "W", "b", "stride", "pad"],
    points: 15, dependsOn: [outputSize, zeroPad, convolveSingleStep],
    hints: [
      Phrase(
        "Four questions, four loops: which example, which row, which column, which filter?",
        zh: "四个问题，四重循环：哪个样本、哪一行、哪一列、哪个滤波器？"),
      Phrase(
        "Z[i, h, w, c] = convolveSingleStep(the window at (h·s, w·s) of the padded example i, filter c, b of c).",
        zh: "Z[i, h, w, c] = convolveSingleStep(填充后第 i 个样本在 (h·s, w·s) 处的窗口, 滤波器 c, c 的偏置)。"),
      Phrase(
        "Pad once, before the loops. A_pad.window(i, row: h * stride, column: w * stride, side: f) cuts the window, W.entry(c, axis: 3) is filter c, and b[0, 0, 0, c] its bias.",
        zh:
          "循环之前先填充一次。A_pad.window(i, row: h * stride, column: w * stride, side: f) 取出窗口，W.entry(c, axis: 3) 是第 c 个滤波器，b[0, 0, 0, c] 是它的偏置。"
      ),
    ],
    misconceptions: [
      Misconception(
        "padding-ignored",
        "The windows are cut from A_prev without its frame: call zeroPad first.",
        zh: "窗口是从没有填充的 A_prev 里取的：要先调用 zeroPad。"),
      Misconception(
        "stride-ignored",
        "The output has the right size, but window (h, w) begins at pixel (h, w): it begins at (h·stride, w·stride).",
        zh: "输出大小对了，但窗口 (h, w) 从像素 (h, w) 开始取：应当从 (h·stride, w·stride) 开始。"),
      Misconception(
        "filter-flipped",
        "Every filter is turned by 180°; deep learning lays it on as it is.",
        zh: "每个滤波器都旋转了 180°；深度学习里直接使用，不翻转。"),
      Misconception(
        "bias-forgotten", "The biases are missing: each filter has its own.",
        zh: "漏了偏置：每个滤波器都有自己的偏置。"),
      Misconception(
        "first-filter-only",
        "All output channels are the same: channel c belongs to filter c, W[:, :, :, c].",
        zh: "各输出通道完全相同：第 c 个通道应当用第 c 个滤波器 W[:, :, :, c]。"),
      Misconception(
        "first-example-only",
        "Every example gives the answer of the first: use i when you cut the window.",
        zh: "每个样本都得到第一个样本的结果：取窗口时要用 i。"),
    ],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W, random.rand(1, 1, 1, W.shape[3]) + 0.5, stride, pad)
    })

  public static let poolForward = Exercise<Tensor, Int, Int, PoolMode, Tensor>(
    "poolForward", week: "C4W1", parameters: ["A_prev", "f", "stride", "mode"], points: 10,
    dependsOn: [outputSize],
    hints: [
      Phrase(
        "The loops of the convolution again, but without filters: a channel goes in, the same channel comes out.",
        zh: "循环与卷积相同，但没有滤波器：进去几个通道，出来还是几个通道。"),
      Phrase(
        "A[i, h, w, c] = the maximum, or the mean, of the window at (h·s, w·s) in channel c.",
        zh: "A[i, h, w, c] = 第 c 个通道在 (h·s, w·s) 处的窗口的最大值，或平均值。"),
      Phrase(
        "A_prev.window(i, row: h * stride, column: w * stride, side: f).entry(c, axis: 2) is an (f, f) matrix with .max() and .mean().",
        zh:
          "A_prev.window(i, row: h * stride, column: w * stride, side: f).entry(c, axis: 2) 是 (f, f) 矩阵，它有 .max() 和 .mean()。"
      ),
    ],
    misconceptions: [
      Misconception(
        "padded-with-zeros",
        "Windows that reach over the border are filled with zeros; pooling has no padding and leaves them out.",
        zh: "越过边界的窗口补了零；池化不做填充，这样的窗口应当舍去。"),
      Misconception(
        "modes-swapped", "max and average are swapped.", zh: "max 和 average 弄反了。"),
      Misconception(
        "across-channels",
        "One number was taken of all channels together; every channel is pooled on its own.",
        zh: "你把所有通道合在一起取了一个数；每个通道应当各自池化。"),
      Misconception(
        "stride-ignored",
        "Window (h, w) begins at pixel (h, w): it begins at (h·stride, w·stride).",
        zh: "窗口 (h, w) 从像素 (h, w) 开始取：应当从 (h·stride, w·stride) 开始。"),
      Misconception(
        "largest-starts-at-zero",
        "The search for the maximum begins with 0, so a window of negative numbers gives 0; begin with one of its numbers.",
        zh: "找最大值时从 0 开始比，于是全负的窗口得到 0；应当从窗口里的某个数开始。"),
    ],
    sample: { random in
      let f = random.randint(2, 4)
      // One pixel more than whole windows need: a window over the border would be a mistake.
      let A_prev = random.randn(
        random.randint(1, 3), f + 2 * random.randint(1, 3) + 1, f + 2 * random.randint(1, 3) + 1,
        random.randint(2, 4))
      return (A_prev - 0.7, f, 2, random.randint(3) == 0 ? .average : .max)
    })

  /// Pictures, filters, a stride and a padding that together tell one mistake from another.
  static func convolution(
    _ random: inout RandomState
  ) -> (A_prev: Tensor, W: Tensor, stride: Int, pad: Int) {
    let f = random.randint(2, 4)
    let n_C_prev = random.randint(1, 4)
    let A_prev = random.randn(
      random.randint(2, 4), random.randint(4, 7), random.randint(4, 7), n_C_prev)
    let W = random.randn(f, f, n_C_prev, random.randint(2, 4))
    return (A_prev, W, random.randint(1, 4), random.randint(1, 3))
  }
}
