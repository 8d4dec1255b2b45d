public import Coursework
public import Tensors
import Text

extension C4W1 {
  public static let outputSize = Exercise<Int, Int, Int, Int, Int>(
    "outputSize", week: "C4W1", parameters: ["n", "f", "stride", "pad"], points: 5,
    hints: [
      Phrase(
        "Lay the first window on the left end. How far can it still move, and how many steps is that?",
        zh: "先把窗口放在最左端。它还能往右移多远？这段距离够走几步？"),
      Phrase("⌊(n + 2p - f) / s⌋ + 1.", zh: "⌊(n + 2p - f) / s⌋ + 1。"),
      Phrase(
        "Dividing one Int by another already drops the remainder, so the brackets ⌊ ⌋ cost nothing; the + 1 comes after the division.",
        zh: "Int 相除本来就会舍去余数，所以 ⌊ ⌋ 不用另写；+ 1 要放在除法之后。"),
    ],
    misconceptions: [
      Misconception(
        "rounded-up",
        "The division is rounded up: a window that does not fit whole is left out, so round down.",
        zh: "你把除法向上取整了：放不下整个窗口的位置要舍去，应当向下取整。"),
      Misconception(
        "plus-one-forgotten",
        "One window is missing: the one at the very start. Add 1 to the number of steps.",
        zh: "少算了一个窗口，即起点处的那个。步数还要加 1。"),
      Misconception(
        "pad-once",
        "The padding is counted once; it stands at both ends, so it is 2p.",
        zh: "填充只算了一次；两端都有填充，应当是 2p。"),
      Misconception(
        "one-added-before-dividing",
        "The 1 is added before the division; it counts windows, not pixels, and comes after it.",
        zh: "1 加在了除法之前；它数的是窗口而不是像素，要在除法之后加。"),
      Misconception(
        "stride-ignored",
        "This is the size for stride 1: divide the way that is left by the stride.",
        zh: "这是步幅为 1 时的大小：剩下的距离还要除以步幅。"),
    ],
    sample: { random in
      let f = random.randint(2, 6)
      return (f + random.randint(3, 12), f, random.randint(2, 5), random.randint(1, 4))
    })

  public static let samePadding = Exercise<Int, Int>(
    "samePadding", week: "C4W1", parameters: ["f"], points: 5,
    hints: [
      Phrase(
        "The output shall have n pixels again. Which p does the size formula then ask for, with stride 1?",
        zh: "输出仍要有 n 个像素。步幅为 1 时，由尺寸公式解出的 p 是多少？"),
      Phrase(
        "n + 2p - f + 1 = n, so p = (f - 1) / 2.", zh: "n + 2p - f + 1 = n，所以 p = (f - 1) / 2。"),
      Phrase(
        "One line. f is odd, so the division leaves no remainder.",
        zh: "一行即可。f 是奇数，所以除得尽。"),
    ],
    misconceptions: [
      Misconception(
        "half-of-f-plus-one",
        "This is (f + 1) / 2, with which the picture grows by 2: the sign is a minus.",
        zh: "你算的是 (f + 1) / 2，这样图会变大 2 个像素：括号里应当是减号。"),
      Misconception(
        "not-halved",
        "f - 1 is the padding of both ends together; each end gets half of it.",
        zh: "f - 1 是两端填充的总和；每端只要一半。"),
      Misconception(
        "no-padding",
        "Padding 0 is the \"valid\" convolution, whose output is smaller.",
        zh: "填充为 0 是 valid 卷积，输出会变小。"),
    ],
    sample: { random in 2 * random.randint(0, 6) + 1 })

  public static let zeroPad = Exercise<Tensor, Int, Tensor>(
    "zeroPad", week: "C4W1", parameters: ["X", "pad"], points: 5,
    hints: [
      Phrase(
        "Which two of the four axes grow, and by how much?", zh: "四个轴里哪两个会变长？各变长多少？"),
      Phrase(
        "(m, n_H, n_W, n_C) becomes (m, n_H + 2p, n_W + 2p, n_C); pixel (h, w) moves to (h + p, w + p).",
        zh: "(m, n_H, n_W, n_C) 变成 (m, n_H + 2p, n_W + 2p, n_C)；像素 (h, w) 移到 (h + p, w + p)。"),
      Phrase(
        "Tensor.concatenate([side, X, side], axis: 2) with side of zeros puts both sides on at once; then the same above and below, axis 1. Four loops that copy pixels are right, too.",
        zh:
          "令 side 为全零张量，Tensor.concatenate([side, X, side], axis: 2) 一次补好左右两边；上下两边同理，用 axis 1。写四重循环逐个复制像素也可以。"
      ),
    ],
    misconceptions: [
      Misconception(
        "after-only",
        "All zeros stand below and on the right: the frame belongs round the picture, p on each side.",
        zh: "零全补在了下边和右边：应当围成一圈，每边 p 个。"),
      Misconception(
        "all-axes",
        "The examples and the channels are padded as well; only rows and columns get a frame.",
        zh: "样本轴和通道轴也被填充了；只有行和列需要填充。"),
      Misconception(
        "edges-repeated",
        "The frame repeats the pixels at the edge; it consists of zeros.",
        zh: "边框重复了图像边缘的像素；它应当全是零。"),
      Misconception(
        "one-axis-only",
        "Only the columns are padded; the rows above and below are missing.",
        zh: "只填充了左右；上面和下面的行漏了。"),
    ],
    sample: { random in
      (
        random.randn(
          random.randint(1, 4), random.randint(2, 6), random.randint(2, 6), random.randint(1, 4)),
        random.randint(1, 4)
      )
    })
}
