public import Coursework
public import Tensors
import Text

extension C2W1c {
  public static let vectorFromParameters = Exercise<ThreeLayerParameters, Tensor>(
    "vectorFromParameters", week: "C2W1c", parameters: ["parameters"], points: 10,
    hints: [
      Phrase(
        "Six matrices become one column. In which order?", zh: "六个矩阵排成一列。按什么顺序？"),
      Phrase(
        "W1, b1, W2, b2, W3, b3, each by rows; the result has shape (n, 1).",
        zh: "W1、b1、W2、b2、W3、b3，每个按行展开；结果形状为 (n, 1)。"),
      Phrase(
        "reshaped(-1, 1) makes a column of each; Tensor.concatenate([…]) puts them below one another.",
        zh: "reshaped(-1, 1) 把每个变成一列；Tensor.concatenate([…]) 把它们上下接起来。"),
    ],
    misconceptions: [
      Misconception(
        "biases-last",
        "All weights come first and all biases last: the order is W1, b1, W2, b2, W3, b3.",
        zh: "先放了所有权重再放所有偏置：顺序应当是 W1、b1、W2、b2、W3、b3。"),
      Misconception(
        "columns-first",
        "The matrices are read by columns: read them by rows, as they are stored.",
        zh: "矩阵按列展开了：应当按行展开，与存储顺序一致。"),
      Misconception(
        "row-not-column",
        "This is a row of shape (1, n); θ is a column of shape (n, 1).",
        zh: "这是形状为 (1, n) 的一行；θ 是形状为 (n, 1) 的一列。"),
      Misconception(
        "rank-one",
        "This has shape (n,): θ is a column of shape (n, 1).",
        zh: "它的形状是 (n,)：θ 是形状为 (n, 1) 的一列。"),
      Misconception(
        "biases-missing",
        "The biases are missing: they are parameters too and have gradients.",
        zh: "漏了偏置：偏置也是参数，也有梯度。"),
    ],
    sample: { random in try random.threeLayers(random.threeLayerSizes()) })

  public static let parametersFromVector = Exercise<Tensor, [Int], ThreeLayerParameters>(
    "parametersFromVector", week: "C2W1c", parameters: ["theta", "layerSizes"], points: 10,
    hints: [
      Phrase(
        "The way back. How many numbers belong to W1, how many to b1, and so on?",
        zh: "反过来走。W1 有几个数，b1 有几个数，依此类推？"),
      Phrase(
        "W[l] takes the next n[l] · n[l-1] numbers by rows, b[l] the next n[l].",
        zh: "W[l] 取接下来的 n[l] · n[l-1] 个数，按行排；b[l] 再取 n[l] 个。"),
      Phrase(
        "Keep a position; theta.rows(position..<position + count).reshaped(rows, columns) is the next matrix. A small function inside yours that takes (rows, columns) and moves the position saves typing.",
        zh:
          "记住当前位置；theta.rows(position..<position + count).reshaped(行数, 列数) 就是下一个矩阵。在函数里写一个接受 (行数, 列数) 并移动位置的小函数会很省事。"
      ),
    ],
    misconceptions: [
      Misconception(
        "columns-first",
        "The matrices are filled by columns: fill them by rows.",
        zh: "矩阵按列填了：应当按行填。"),
      Misconception(
        "biases-last",
        "All weights are taken first: after W1 comes b1.",
        zh: "先取了所有权重：W1 后面应当是 b1。"),
      Misconception(
        "biases-first",
        "b[l] is taken before W[l]: the weights come first in every layer.",
        zh: "先取了 b[l] 再取 W[l]：每一层里权重在前。"),
      Misconception(
        "position-not-moved",
        "Every matrix begins at the first number: move the position on.",
        zh: "每个矩阵都从第一个数开始取：位置要往后移。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      let count = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.1 * ($1.0 + 1) }
      return (random.randn(count, 1), sizes)
    })
}
