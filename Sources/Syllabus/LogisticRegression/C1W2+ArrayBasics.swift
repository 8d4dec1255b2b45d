public import Coursework
public import Tensors
import Text

extension C1W2 {
  public static let sigmoid = Exercise<Tensor, Tensor>(
    "sigmoid", week: "C1W2", parameters: ["z"], points: 5,
    hints: [
      Phrase(
        "Which operation turns every real number into a positive one? Begin with it.",
        zh: "哪种运算能把任意实数变成正数？从它开始。"),
      Phrase("σ(z) = 1 / (1 + e⁻ᶻ), for each element.", zh: "对每个元素：σ(z) = 1 / (1 + e⁻ᶻ)。"),
      Phrase(
        "Free functions work on whole tensors: exp(-z) is a tensor, 1 + … and 1 / … are too. One line is enough.",
        zh: "函数直接作用在整个张量上：exp(-z) 是张量，1 + … 和 1 / … 也是张量。一行就够了。"),
    ],
    misconceptions: [
      Misconception(
        "missing-minus",
        "This is 1 / (1 + eᶻ): the exponent needs a minus, so that large z come near 1.",
        zh: "你算的是 1 / (1 + eᶻ)：指数前少了负号，z 很大时结果应当接近 1。"),
      Misconception(
        "tanh-instead",
        "This is tanh(z), which runs from -1 to 1; the sigmoid runs from 0 to 1.",
        zh: "你算的是 tanh(z)，取值在 -1 到 1 之间；sigmoid 的取值在 0 到 1 之间。"),
      Misconception(
        "missing-reciprocal",
        "This is 1 + e⁻ᶻ: the result is one divided by it.",
        zh: "你算的是 1 + e⁻ᶻ：还要取它的倒数。"),
    ],
    sample: { random in
      random.randn(random.randint(1, 4), random.randint(1, 6)) * 3
    })

  public static let sigmoidDerivative = Exercise<Tensor, Tensor>(
    "sigmoidDerivative", week: "C1W2", parameters: ["z"], points: 5, dependsOn: [sigmoid],
    hints: [
      Phrase(
        "You have sigmoid already. Its slope can be written with its value alone.",
        zh: "你已经写好了 sigmoid。它的斜率只用它的值就能表示。"),
      Phrase("σ'(z) = σ(z) (1 - σ(z)).", zh: "σ'(z) = σ(z) (1 - σ(z))。"),
      Phrase(
        "Put sigmoid(z) into a constant s, then multiply s by 1 - s; both steps need one try.",
        zh: "把 sigmoid(z) 存进常量 s，再用 s 乘以 1 - s；这两步各需要一个 try。"),
    ],
    misconceptions: [
      Misconception(
        "argument-as-value",
        "This is z (1 - z): the formula takes s = sigmoid(z), not z.",
        zh: "你算的是 z (1 - z)：公式里要用的是 s = sigmoid(z)，不是 z。"),
      Misconception(
        "tanh-rule",
        "This is 1 - s², the rule for tanh; for the sigmoid it is s (1 - s).",
        zh: "你算的是 1 - s²，这是 tanh 的导数；sigmoid 的导数是 s (1 - s)。"),
      Misconception(
        "value-not-slope",
        "This is the sigmoid itself, not its slope: multiply by 1 - s.",
        zh: "这是 sigmoid 本身，不是它的斜率：还要乘以 1 - s。"),
    ],
    sample: { random in
      random.randn(random.randint(1, 4), random.randint(1, 6)) * 2
    })

  public static let imageToVector = Exercise<Tensor, Tensor>(
    "imageToVector", week: "C1W2", parameters: ["image"], points: 5,
    hints: [
      Phrase(
        "No number changes; only the shape does. How many numbers has the image?",
        zh: "数值都不变，只是形状变了。这张图一共有多少个数？"),
      Phrase(
        "From (h, w, c) to (h·w·c, 1), in the order in which the numbers are stored.",
        zh: "从 (h, w, c) 变成 (h·w·c, 1)，按存储顺序排列。"),
      Phrase(
        "reshaped(-1, 1) lets the tensor count for itself; it throws, so it needs try.",
        zh: "reshaped(-1, 1) 会让张量自己算出长度；它可能抛出错误，前面要写 try。"),
    ],
    misconceptions: [
      Misconception(
        "row-not-column",
        "This is a row of shape (1, n). An example is a column in this course: (n, 1).",
        zh: "这是形状为 (1, n) 的一行。本课程里一个样本是一列：(n, 1)。"),
      Misconception(
        "rank-one",
        "This has shape (n,), a vector of rank 1. A column has a second axis of length 1.",
        zh: "它的形状是 (n,)，秩为 1。列向量还要有长度为 1 的第二个轴。"),
      Misconception(
        "channels-first",
        "The numbers are sorted by colour. Keep the order they are stored in: row, then column, then colour.",
        zh: "这些数是按颜色通道排的。请保持原来的存储顺序：先行，再列，最后是颜色。"),
    ],
    sample: { random in
      random.rand(random.randint(2, 5), random.randint(2, 5), 3)
    })

  public static let imagesToColumns = Exercise<Tensor, Tensor>(
    "imagesToColumns", week: "C1W2", parameters: ["images"], points: 5,
    hints: [
      Phrase(
        "Think of one image first: where must its numbers end up?",
        zh: "先想一张图：它的那些数最后应当放在哪里？"),
      Phrase(
        "From (m, h, w, c) to (h·w·c, m): column i is image i, flattened.",
        zh: "从 (m, h, w, c) 变成 (h·w·c, m)：第 i 列就是展平后的第 i 张图。"),
      Phrase(
        "First reshaped(m, -1), which keeps every image in a row of its own, then .T.",
        zh: "先 reshaped(m, -1)，让每张图各占一行，再取 .T。"),
    ],
    misconceptions: [
      Misconception(
        "reshape-mixes-images",
        "The shape is right, but each column mixes pixels of many images. Reshape to (m, -1) first, then transpose. A classifier trained on the mix learns it by heart and fails on every other image.",
        zh: "形状对了，但每一列都混进了许多张图的像素。请先 reshape 成 (m, -1)，再转置。用混在一起的数据训练，模型只会死记硬背，换一批图就全错。"),
      Misconception(
        "images-as-rows",
        "Every image is a row here. Examples are columns in this course: transpose.",
        zh: "这里每张图是一行。本课程里样本是列：请转置。"),
    ],
    sample: { random in
      random.rand(random.randint(2, 5), random.randint(2, 4), random.randint(2, 4), 3)
    })

  public static let normalizeRows = Exercise<Tensor, Tensor>(
    "normalizeRows", week: "C1W2", parameters: ["x"], points: 5,
    hints: [
      Phrase(
        "Each row gets a length of its own. What shape must the lengths have to divide the rows?",
        zh: "每一行有自己的长度。这些长度要是什么形状，才能去除各行？"),
      Phrase(
        "Row i becomes xᵢ / ‖xᵢ‖ with ‖xᵢ‖ = √Σⱼ xᵢⱼ². A row of zeros stays as it is.",
        zh: "第 i 行变为 xᵢ / ‖xᵢ‖，其中 ‖xᵢ‖ = √Σⱼ xᵢⱼ²。全零的行保持不变。"),
      Phrase(
        "x.norm(axis: 1, keepingDimensions: true) has shape (rows, 1) and broadcasts. Replace a length of 0 by 1 with map before you divide.",
        zh: "x.norm(axis: 1, keepingDimensions: true) 的形状是 (行数, 1)，可以广播。相除之前用 map 把 0 换成 1。"),
    ],
    misconceptions: [
      Misconception(
        "columns-normalized",
        "Columns have length 1 here, not rows: sum along axis 1.",
        zh: "这里是各列的长度为 1，而不是各行：应当沿 axis 1 求和。"),
      Misconception(
        "root-forgotten",
        "The rows are divided by the sum of squares; the length is its square root.",
        zh: "你除以了平方和；长度是平方和的平方根。"),
      Misconception(
        "absolute-values",
        "The rows are divided by the sum of absolute values; the Euclidean length squares first.",
        zh: "你除以了绝对值之和；欧几里得长度要先平方。"),
      Misconception(
        "whole-matrix",
        "One length for the whole matrix was used; each row has its own.",
        zh: "整个矩阵用了同一个长度；每一行应当用自己的长度。"),
      Misconception(
        "zero-row-divided",
        "A row of zeros became NaN: 0 / 0. Leave such a row as it is.",
        zh: "全零的行变成了 NaN（0 / 0）。这样的行应保持不变。"),
    ],
    sample: { random in
      var x = random.randn(random.randint(2, 5), random.randint(2, 5))
      let zero = random.randint(x.rows)
      for j in 0..<x.columns { x[zero, j] = 0 }
      return x
    })

  public static let softmax = Exercise<Tensor, Tensor>(
    "softmax", week: "C1W2", parameters: ["x"], points: 5,
    hints: [
      Phrase(
        "Every row becomes positive numbers that add up to 1. And e¹⁰⁰⁰ is infinite: how can that be avoided?",
        zh: "每一行都变成和为 1 的正数。另外 e¹⁰⁰⁰ 是无穷大：怎样避免？"),
      Phrase(
        "softmax(x)ᵢⱼ = e^(xᵢⱼ - maxᵢ) / Σₖ e^(xᵢₖ - maxᵢ); subtracting the row's largest number changes nothing but keeps e^… finite.",
        zh: "softmax(x)ᵢⱼ = e^(xᵢⱼ - maxᵢ) / Σₖ e^(xᵢₖ - maxᵢ)；减去该行的最大值不改变结果，却能让 e^… 保持有限。"),
      Phrase(
        "Subtract x.max(axis: 1, keepingDimensions: true), take exp, then divide by sum(axis: 1, keepingDimensions: true) of that.",
        zh:
          "先减去 x.max(axis: 1, keepingDimensions: true)，再取 exp，最后除以它自己的 sum(axis: 1, keepingDimensions: true)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "columns-add-to-one",
        "The columns add up to 1, not the rows: sum along axis 1.",
        zh: "这里是各列之和为 1，而不是各行：应当沿 axis 1 求和。"),
      Misconception(
        "matrix-adds-to-one",
        "All numbers together add up to 1; each row should by itself.",
        zh: "现在是所有数加起来等于 1；应当每一行各自等于 1。"),
      Misconception(
        "overflows",
        "Right for small numbers, but e^x overflows for large ones and ∞/∞ is NaN: subtract each row's maximum first.",
        zh: "数值小时是对的，但数值大时 e^x 会溢出，∞/∞ 得到 NaN：请先减去每行的最大值。"),
      Misconception(
        "exponential-forgotten",
        "The numbers are divided by their sum, but not exponentiated first.",
        zh: "你直接除以了总和，忘了先取指数。"),
    ],
    sample: { random in
      let scale = [1.0, 1000.0][random.randint(2)]
      return random.randn(random.randint(2, 5), random.randint(2, 5)) * scale
    })

  public static let l1Loss = Exercise<Tensor, Tensor, Double>(
    "l1Loss", week: "C1W2", parameters: ["yHat", "y"], points: 5,
    hints: [
      Phrase("How far off is each prediction, whatever the sign?", zh: "不论正负，每个预测偏了多少？"),
      Phrase("L₁ = Σᵢ |yᵢ - ŷᵢ|.", zh: "L₁ = Σᵢ |yᵢ - ŷᵢ|。"),
      Phrase(
        "abs works on a tensor, and .sum() without an axis gives a Double.",
        zh: "abs 可以作用于张量；不带轴的 .sum() 得到一个 Double。"),
    ],
    misconceptions: [
      Misconception(
        "squares",
        "This is the sum of squares, the L2 loss; L1 takes absolute values.",
        zh: "这是平方和，即 L2 损失；L1 损失取绝对值。"),
      Misconception(
        "mean-not-sum",
        "This is the mean; the loss here is the sum.",
        zh: "这是平均值；这里的损失是总和。"),
      Misconception(
        "signs-cancel",
        "Positive and negative errors cancel: take absolute values before you sum.",
        zh: "正负误差互相抵消了：求和之前要先取绝对值。"),
    ],
    sample: { random in
      let m = random.randint(2, 9)
      return (random.rand(m), random.randint(0, 2, shape: [m]))
    })

  public static let l2Loss = Exercise<Tensor, Tensor, Double>(
    "l2Loss", week: "C1W2", parameters: ["yHat", "y"], points: 5,
    hints: [
      Phrase("Large errors shall weigh more than in proportion.", zh: "让大的误差比按比例算更重。"),
      Phrase("L₂ = Σᵢ (yᵢ - ŷᵢ)².", zh: "L₂ = Σᵢ (yᵢ - ŷᵢ)²。"),
      Phrase(
        "The difference times itself, elementwise with *, then .sum(); or the product dot of the difference with itself.",
        zh: "差与自身用 * 逐元素相乘，再 .sum()；也可以用差与自身的 dot。"),
    ],
    misconceptions: [
      Misconception(
        "absolute-values",
        "This is the sum of absolute values, the L1 loss; L2 squares.",
        zh: "这是绝对值之和，即 L1 损失；L2 损失取平方。"),
      Misconception(
        "mean-not-sum",
        "This is the mean; the loss here is the sum.",
        zh: "这是平均值；这里的损失是总和。"),
      Misconception(
        "root-of-sum",
        "This is the square root of the loss: leave the root out.",
        zh: "这是损失的平方根：不要开方。"),
      Misconception(
        "half",
        "A factor 1/2 belongs to another convention; here the sum stands alone.",
        zh: "因子 1/2 属于另一种约定；这里只有求和。"),
    ],
    sample: { random in
      let m = random.randint(3, 9)
      return (random.rand(m), random.randint(0, 2, shape: [m]))
    })
}
