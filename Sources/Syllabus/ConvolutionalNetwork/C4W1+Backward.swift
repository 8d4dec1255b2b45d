public import Coursework
public import Tensors
import Text

extension C4W1 {
  public static let convolveBackward = Exercise<
    Tensor, Tensor, Tensor, Int, Int, ConvolutionGradients
  >(
    "convolveBackward", week: "C4W1", parameters: ["dZ", "A_prev", "W", "stride", "pad"],
    points: 15, dependsOn: [zeroPad],
    hints: [
      Phrase(
        "Walk the same loops as forward. z was a sum of products: what does each factor get back?",
        zh: "循环与前向相同。z 是若干乘积之和：每个因子各自得到什么梯度？"),
      Phrase(
        "dA_pad[window] += W[:, :, :, c] · dz; dW[:, :, :, c] += A_pad[window] · dz; db[c] += dz; in the end the frame is cut off dA_pad.",
        zh:
          "dA_pad[窗口] += W[:, :, :, c] · dz；dW[:, :, :, c] += A_pad[窗口] · dz；db[c] += dz；最后裁掉 dA_pad 的边框。"
      ),
      Phrase(
        "Begin with zeros in the shapes of A_pad, W and (1, 1, 1, n_C). Inside the loops over i, h, w, c go through y, x, k and add to dA_pad[i, h * stride + y, w * stride + x, k] and dW[y, x, k, c]. Return dA_pad.cropped(by: pad).",
        zh:
          "先建三个全零张量，形状分别同 A_pad、W 和 (1, 1, 1, n_C)。在 i, h, w, c 的循环里再遍历 y, x, k，累加到 dA_pad[i, h * stride + y, w * stride + x, k] 和 dW[y, x, k, c]。返回 dA_pad.cropped(by: pad)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "padding-not-cropped",
        "dA_prev still has the frame of the padding: crop it to the shape of A_prev.",
        zh: "dA_prev 还带着填充的边框：要裁成 A_prev 的形状。"),
      Misconception(
        "cropped-at-corner",
        "dA_prev has the right size, but was cut out of the upper left corner: it begins at row and column `pad`.",
        zh: "dA_prev 的大小对了，却是从左上角裁的：应当从第 pad 行、第 pad 列开始。"),
      Misconception(
        "stride-ignored",
        "Window (h, w) is taken at pixel (h, w): it begins at (h·stride, w·stride), backward as forward.",
        zh: "窗口 (h, w) 取在像素 (h, w) 处：反向与前向一样，要从 (h·stride, w·stride) 开始。"),
      Misconception(
        "assigned-not-added",
        "Each window overwrites what the one before has left: add with +=, since windows overlap and share the filter.",
        zh: "后一个窗口覆盖了前一个的结果：窗口会重叠，又共用滤波器，要用 += 累加。"),
      Misconception(
        "averaged-over-examples",
        "dW and db are divided by m; here they are plain sums, since dZ carries the 1/m already.",
        zh: "dW 和 db 除以了 m；这里只求和，1/m 已经在 dZ 里了。"),
      Misconception(
        "bias-gradient-averaged",
        "db is a mean over all places; the bias is added at each of them, so it is the sum.",
        zh: "db 是对所有位置的平均；偏置在每个位置都加了一次，所以应当求和。"),
    ],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (gradient(&random, A_prev, W, stride, pad), A_prev, W, stride, pad)
    })

  public static let maskFromWindow = Exercise<Tensor, Tensor>(
    "maskFromWindow", week: "C4W1", parameters: ["window"], points: 5,
    hints: [
      Phrase(
        "Only the largest number went through. Where does it stand?", zh: "只有最大的数通过了。它在哪里？"),
      Phrase(
        "1 where window = max(window), 0 elsewhere; equal largest numbers are all marked.",
        zh: "等于最大值的位置为 1，其余为 0；若有几个并列最大，就都标记。"),
      Phrase(
        "Comparisons of tensors begin with a point: .== with window.max() gives ones and zeros.",
        zh: "张量的比较运算符带一个点：.== 与 window.max() 比较，得到 1 和 0。"),
    ],
    misconceptions: [
      Misconception(
        "first-maximum-only",
        "Only the first of several equal largest numbers is marked; here all of them are.",
        zh: "并列最大时只标记了第一个；这里要全部标记。"),
      Misconception(
        "ties-shared",
        "Equal largest numbers share the 1 among them; here each of them is marked with 1.",
        zh: "并列最大的几个数平分了 1；这里每一个都标记为 1。"),
      Misconception(
        "value-not-one",
        "The mask holds the largest number itself; it holds 1 in its place.",
        zh: "掩码里放的是最大值本身；应当放 1。"),
      Misconception(
        "largest-magnitude",
        "The number of largest magnitude is marked; a large negative number is small.",
        zh: "你标记的是绝对值最大的数；绝对值大的负数其实很小。"),
    ],
    sample: { random in
      random.randint(-4, 4, shape: [random.randint(2, 5), random.randint(2, 5)]) - 0.5
    })

  public static let distributeValue = Exercise<Double, Int, Int, Tensor>(
    "distributeValue", week: "C4W1", parameters: ["dz", "n_H", "n_W"], points: 5,
    hints: [
      Phrase(
        "Each number of the window had the same weight in the mean. Which?",
        zh: "窗口里每个数在平均值中的权重相同。是多少？"),
      Phrase(
        "Every element is dz / (n_H · n_W); together they are dz again.",
        zh: "每个元素都是 dz / (n_H · n_W)；加起来又是 dz。"),
      Phrase(
        "Tensor.full([n_H, n_W], value) makes it; turn the Int into a Double before you divide.",
        zh: "用 Tensor.full([n_H, n_W], 数值)；相除之前先把 Int 转成 Double。"),
    ],
    misconceptions: [
      Misconception(
        "not-divided", "Every element gets the whole dz; it has to be shared.",
        zh: "每个元素都得到了整个 dz；应当平分。"),
      Misconception(
        "divided-by-side",
        "dz is divided by the number of rows only; a window has n_H · n_W numbers.",
        zh: "dz 只除以了行数；窗口里有 n_H · n_W 个数。"),
      Misconception(
        "divided-by-sum",
        "dz is divided by n_H + n_W; a window has n_H · n_W numbers.",
        zh: "dz 除以了 n_H + n_W；窗口里有 n_H · n_W 个数。"),
    ],
    sample: { random in (random.randn(), random.randint(2, 5), random.randint(2, 5)) })

  public static let poolBackward = Exercise<Tensor, Tensor, Int, Int, PoolMode, Tensor>(
    "poolBackward", week: "C4W1", parameters: ["dA", "A_prev", "f", "stride", "mode"],
    points: 10, dependsOn: [maskFromWindow, distributeValue],
    hints: [
      Phrase(
        "Who contributed to the window's number? They share its gradient in the same way.",
        zh: "窗口的那个数是由谁得来的？梯度就照样还给谁。"),
      Phrase(
        "dA_prev[window, c] += mask(window) · da for the maximum, += da / (f·f) for the mean.",
        zh: "最大池化：dA_prev[窗口, c] += 掩码 · da；平均池化：+= da / (f·f)。"),
      Phrase(
        "Compute an (f, f) matrix of shares with maskFromWindow(window.entry(c, axis: 2)) * da or distributeValue(da, f, f), then add it, element by element, at [i, h * stride + y, w * stride + x, c].",
        zh:
          "先用 maskFromWindow(window.entry(c, axis: 2)) * da 或 distributeValue(da, f, f) 得到 (f, f) 的份额矩阵，再逐元素加到 [i, h * stride + y, w * stride + x, c]。"
      ),
    ],
    misconceptions: [
      Misconception(
        "ties-shared",
        "Equal largest numbers share the gradient; here each of them gets all of it, as the mask says.",
        zh: "并列最大的几个数平分了梯度；按掩码的约定，它们各得全部。"),
      Misconception(
        "first-maximum-only",
        "Only the first of several equal largest numbers gets the gradient; the mask marks all.",
        zh: "并列最大时只有第一个得到梯度；掩码标记的是全部。"),
      Misconception(
        "assigned-not-added",
        "Where windows overlap the last one overwrites the others: add with +=.",
        zh: "窗口重叠处，后一个覆盖了前面的：要用 += 累加。"),
      Misconception(
        "stride-ignored",
        "Window (h, w) is taken at pixel (h, w): it begins at (h·stride, w·stride).",
        zh: "窗口 (h, w) 取在像素 (h, w) 处：应当从 (h·stride, w·stride) 开始。"),
      Misconception(
        "average-not-divided",
        "In average mode every pixel gets the whole gradient; it is shared by f·f of them.",
        zh: "平均池化时每个像素都得到了整个梯度；应当由 f·f 个像素平分。"),
      Misconception(
        "modes-swapped", "max and average are swapped.", zh: "max 和 average 弄反了。"),
    ],
    sample: { random in
      let f = random.randint(2, 4)
      let stride = random.randint(1, 3)
      let (n_H, n_W) = (random.randint(2, 4), random.randint(2, 4))
      let (m, n_C) = (random.randint(1, 3), random.randint(1, 4))
      let A_prev = random.randint(
        -3, 4, shape: [m, f + (n_H - 1) * stride, f + (n_W - 1) * stride, n_C])
      return (
        random.randn(m, n_H, n_W, n_C), A_prev, f, stride,
        random.randint(3) == 0 ? .average : .max
      )
    })

  /// A gradient in the shape of what a convolution gives.
  static func gradient(
    _ random: inout RandomState, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
  ) -> Tensor {
    let (n_H, n_W) = windows(A_prev, W.shape[0], stride, pad)
    return random.randn(A_prev.shape[0], n_H, n_W, W.shape[3])
  }

  /// The rows and columns of windows.
  static func windows(
    _ A_prev: Tensor, _ f: Int, _ stride: Int, _ pad: Int
  ) -> (n_H: Int, n_W: Int) {
    // A window for every place at which a whole one fits.
    func count(_ n: Int) -> Int {
      Array(Swift.stride(from: -pad, through: n + pad - f, by: stride)).count
    }
    return (count(A_prev.shape[1]), count(A_prev.shape[2]))
  }
}
