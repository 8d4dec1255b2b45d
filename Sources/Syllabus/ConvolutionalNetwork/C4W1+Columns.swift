public import Coursework
public import Tensors
import Text

extension C4W1 {
  public static let imageToColumns = Exercise<Tensor, Int, Int, Int, Tensor>(
    "imageToColumns", week: "C4W1", parameters: ["A_prev", "f", "stride", "pad"], points: 10,
    dependsOn: [outputSize, zeroPad],
    hints: [
      Phrase(
        "There are many windows, but only f·f places in a window. Loop over the few, not over the many.",
        zh: "窗口很多，但一个窗口里只有 f·f 个位置。循环要绕着少的走，别绕着多的走。"),
      Phrase(
        "Place (y, x) of all windows: rows y, y + s, y + 2s, … and columns x, x + s, x + 2s, … of all padded pictures. These are n_C_prev rows of the result.",
        zh:
          "所有窗口的 (y, x) 位置：取全部填充后图像的第 y, y + s, y + 2s, … 行与第 x, x + s, x + 2s, … 列。它们构成结果的 n_C_prev 行。"
      ),
      Phrase(
        "A_pad.slice(axis: 1, at: rows).slice(axis: 2, at: columns).reshaped(-1, n_C_prev) is one place; join the f·f of them with Tensor.concatenate(places, axis: 1) and take .T.",
        zh:
          "A_pad.slice(axis: 1, at: rows).slice(axis: 2, at: columns).reshaped(-1, n_C_prev) 是一个位置；f·f 个位置用 Tensor.concatenate(places, axis: 1) 接起来，再取 .T。"
      ),
    ],
    misconceptions: [
      Misconception(
        "windows-as-rows",
        "Every window is a row here; as examples are columns in this course, so are windows: transpose.",
        zh: "这里每个窗口是一行；本课程里样本是列，窗口也是列：请转置。"),
      Misconception(
        "channels-first",
        "Inside a column the channels come first; the order is row, column, channel, as in the filters.",
        zh: "每一列里通道排在了最前；顺序应当与滤波器相同：行、列、通道。"),
      Misconception(
        "columns-before-rows",
        "Inside a column rows and columns of the window are swapped; the row changes slowest.",
        zh: "每一列里窗口的行与列对调了；行的下标应当变化最慢。"),
      Misconception(
        "stride-ignored",
        "Neighbouring windows are one pixel apart; they are `stride` apart.",
        zh: "相邻窗口只隔一个像素；应当隔 stride 个。"),
      Misconception(
        "padding-ignored", "The pictures have not got their frame: call zeroPad first.",
        zh: "图像没有填充：要先调用 zeroPad。"),
    ],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W.shape[0], stride, pad)
    })

  public static let columnsToImage = Exercise<Tensor, [Int], Int, Int, Int, Tensor>(
    "columnsToImage", week: "C4W1", parameters: ["columns", "shape", "f", "stride", "pad"],
    points: 10, dependsOn: [outputSize],
    hints: [
      Phrase(
        "imageToColumns backward: every number returns to its pixel, and a pixel that lay in several windows gets them all.",
        zh: "把 imageToColumns 倒过来：每个数回到原来的像素；像素若属于几个窗口，就把它们都收下。"),
      Phrase(
        "For each place (y, x): padded[:, y + h·s, x + w·s, :] += the rows of `columns` for that place; in the end the frame is cut off.",
        zh: "对每个位置 (y, x)：padded[:, y + h·s, x + w·s, :] += columns 中该位置对应的那些行；最后裁掉边框。"),
      Phrase(
        "columns.rows(first..<first + n_C_prev).T.reshaped(m, n_H, n_W, n_C_prev) with first = (y·f + x)·n_C_prev is one place; spread it along axis 1 from y and along axis 2 from x, add, and crop by pad.",
        zh:
          "令 first = (y·f + x)·n_C_prev，columns.rows(first..<first + n_C_prev).T.reshaped(m, n_H, n_W, n_C_prev) 就是一个位置；沿轴 1 从 y 起、沿轴 2 从 x 起用 spread 撑开，累加，最后按 pad 裁剪。"
      ),
    ],
    misconceptions: [
      Misconception(
        "assigned-not-added",
        "Where windows overlap the last one overwrites the others; they have to add up.",
        zh: "窗口重叠处，后一个覆盖了前面的；应当累加。"),
      Misconception(
        "averaged",
        "Where windows overlap the mean was taken; gradients add up.",
        zh: "窗口重叠处取了平均；梯度应当相加。"),
      Misconception(
        "padding-not-cropped", "The frame of the padding is still there: crop it.",
        zh: "填充的边框还在：要裁掉。"),
      Misconception(
        "cropped-at-corner",
        "The size is right, but the picture was cut out of the upper left corner: it begins at row and column `pad`.",
        zh: "大小对了，却是从左上角裁的：应当从第 pad 行、第 pad 列开始。"),
      Misconception(
        "channels-first",
        "A column is read with its channels first; its order is row, column, channel.",
        zh: "读取每一列时把通道放在了最前；顺序应当是行、列、通道。"),
    ],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      let (n_H, n_W) = windows(A_prev, W.shape[0], stride, pad)
      let length = W.shape[0] * W.shape[0] * W.shape[2]
      return (
        random.randn(length, A_prev.shape[0] * n_H * n_W), A_prev.shape, W.shape[0], stride, pad
      )
    })

  public static let convolveForwardByProduct = Exercise<Tensor, Tensor, Tensor, Int, Int, Tensor>(
    "convolveForwardByProduct", week: "C4W1",
    parameters: ["A_prev", "W", "b", "stride", "pad"], points: 10,
    dependsOn: [outputSize, imageToColumns],
    hints: [
      Phrase(
        "With windows as columns, a convolution is a dense layer. Which matrix are its weights?",
        zh: "窗口排成列之后，卷积就是一个全连接层。它的权重矩阵是什么？"),
      Phrase(
        "Z = WᵀX + b with W reshaped to (f·f·n_C_prev, n_C) and b to (n_C, 1); Z is (n_C, m·n_H·n_W).",
        zh: "Z = WᵀX + b，其中 W 变形为 (f·f·n_C_prev, n_C)，b 变形为 (n_C, 1)；Z 的形状是 (n_C, m·n_H·n_W)。"),
      Phrase(
        "dot(W.reshaped(-1, n_C).T, X) + b.reshaped(n_C, 1); channels come last in a picture, so transpose before you reshape to (m, n_H, n_W, n_C).",
        zh:
          "dot(W.reshaped(-1, n_C).T, X) + b.reshaped(n_C, 1)；图像里通道排在最后，所以要先转置，再变形为 (m, n_H, n_W, n_C)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "filters-scrambled",
        "W.reshaped(n_C, -1) has the right shape, but mixes the filters: reshape to (-1, n_C), then transpose.",
        zh: "W.reshaped(n_C, -1) 形状对，却把各滤波器的数混在了一起：应当先变形为 (-1, n_C)，再转置。"),
      Misconception(
        "result-scrambled",
        "Z was reshaped with its channels first, which mixes channels and pixels: transpose it before.",
        zh: "Z 的通道还排在最前就变形了，通道与像素会混在一起：变形之前先转置。"),
      Misconception(
        "bias-forgotten", "The biases are missing: each filter has its own.",
        zh: "漏了偏置：每个滤波器都有自己的偏置。"),
      Misconception(
        "padding-ignored", "The padding has not reached imageToColumns.",
        zh: "没有把填充传给 imageToColumns。"),
    ],
    sample: { random in
      let (A_prev, W, stride, pad) = convolution(&random)
      return (A_prev, W, random.rand(1, 1, 1, W.shape[3]) + 0.5, stride, pad)
    })

  public static let convolveBackwardByProduct = Exercise<
    Tensor, Tensor, Tensor, Int, Int, ConvolutionGradients
  >(
    "convolveBackwardByProduct", week: "C4W1",
    parameters: ["dZ", "A_prev", "W", "stride", "pad"], points: 10,
    dependsOn: [imageToColumns, columnsToImage],
    hints: [
      Phrase(
        "You know the backward pass of a dense layer. Write its three lines for X = imageToColumns(A_prev).",
        zh: "全连接层的反向传播你已经会了。对 X = imageToColumns(A_prev) 写出那三行。"),
      Phrase(
        "dW = X dZᵀ, db = Σ dZ over the columns, dX = W dZ, and dA_prev is dX laid back on the pictures.",
        zh: "dW = X dZᵀ，db = dZ 对各列求和，dX = W dZ，把 dX 放回图像上就是 dA_prev。"),
      Phrase(
        "dZ.reshaped(-1, n_C) is already dZᵀ, shape (m·n_H·n_W, n_C). dW is dot(X, of it), reshaped to W's shape; dX is dot(W.reshaped(-1, n_C), its .T); then columnsToImage with A_prev.shape.",
        zh:
          "dZ.reshaped(-1, n_C) 就是 dZᵀ，形状 (m·n_H·n_W, n_C)。dW 是 X 与它的 dot，再变形为 W 的形状；dX 是 W.reshaped(-1, n_C) 与它的 .T 的 dot；最后用 A_prev.shape 调用 columnsToImage。"
      ),
    ],
    misconceptions: [
      Misconception(
        "gradient-scrambled",
        "dZ.reshaped(n_C, -1) has the right shape, but mixes channels and pixels: reshape to (-1, n_C), then transpose.",
        zh: "dZ.reshaped(n_C, -1) 形状对，却把通道与像素混在了一起：应当先变形为 (-1, n_C)，再转置。"),
      Misconception(
        "filter-gradient-scrambled",
        "dW was reshaped with its channels first: make it (f·f·n_C_prev, n_C) before you reshape.",
        zh: "dW 的通道还排在最前就变形了：变形之前它应当是 (f·f·n_C_prev, n_C)。"),
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
}
