import Foundation
import Tensors
import Text

extension Observation {
  /// The sentence that tells a learner with such an answer where to look.
  var sentence: Phrase {
    switch self {
    case .scaled(let factor): factor.sentenceOfScale
    case .shifted(let shift): shift.sentenceOfShift
    case .mapped(let function): function.sentence
    case .transposed:
      Phrase(
        "The numbers are right, but rows and columns are swapped: look for a transpose.",
        zh: "数值是对的，但行和列互换了：检查转置。")
    case .reshaped:
      Phrase(
        "The numbers and their order are right; only the shape is not. A sum keeps its axis with keepingDimensions: true.",
        zh: "数值和顺序都对，只是形状不对。求和时写 keepingDimensions: true 可以保留那个轴。")
    case .zeros:
      Phrase(
        "Every number is zero: is the result ever assigned? Also, a whole number divided by a larger one gives 0: 1 / m with an Int m.",
        zh: "每个数都是零：结果有没有真正写进去？另外，整数除以更大的整数得 0，例如 m 是 Int 时的 1 / m。")
    case .notANumber:
      Phrase(
        "Every number is NaN: look for 0/0, 0 · log 0, the logarithm or root of a negative number, or ∞ - ∞.",
        zh: "每个数都是 NaN：检查 0/0、0 · log 0、对负数取对数或开方，或者 ∞ - ∞。")
    case .someNotANumber:
      Phrase(
        "The numbers are right except where they are NaN: look for 0/0, 0 · log 0 or ∞ - ∞ there.",
        zh: "除了 NaN 的地方，其余数值都对：检查那里的 0/0、0 · log 0 或 ∞ - ∞。")
    case .allEqual:
      Phrase(
        "All numbers are the same: is something computed once that every element needs for itself?",
        zh: "所有的数都一样：是不是有什么只算了一次，而每个元素本应各算各的？")
    case .argument(let name):
      Phrase(
        "This is the argument \(name), unchanged: is the new value computed and never kept or returned?",
        zh: "这就是参数 \(name)，原封不动：是不是算出了新值，却没有保存或返回？")
    case .list(let slip): slip.sentence
    }
  }
}

extension Factor {
  fileprivate var name: String {
    switch self {
    case .constant(let value): value.shortText
    case .examples: "m"
    case .argument(let name, _): name
    case .length(let name, let axis, ofRank: 2, _): "\(name).\(axis == 0 ? "rows" : "columns")"
    case .length(let name, let axis, _, _): "\(name).shape[\(axis)]"
    }
  }

  private var power: Int {
    switch self {
    case .constant: 1
    case .examples(let power), .argument(_, let power), .length(_, _, _, let power): power
    }
  }

  private var powerName: String { abs(power) == 2 ? "\(name)²" : name }

  fileprivate var sentenceOfScale: Phrase {
    switch self {
    case .constant(-1):
      Phrase(
        "Every number has the wrong sign: look for a minus that is missing or one too many.",
        zh: "每个数的符号都反了：检查是少写还是多写了一个负号。")
    case .constant(2):
      Phrase(
        "Every number is twice what it should be: look for a factor 2.",
        zh: "每个数都是正确值的两倍：检查多出来的因子 2。")
    case .constant(0.5):
      Phrase(
        "Every number is half of what it should be: look for a factor 1/2.",
        zh: "每个数都是正确值的一半：检查多出来的因子 1/2。")
    case .constant(let value):
      Phrase(
        "Every number is \(value.shortText) times what it should be: look for that factor.",
        zh: "每个数都是正确值的 \(value.shortText) 倍：检查这个因子。")
    case .examples(1):
      Phrase(
        "Every number is m times too large, m being the number of examples: is the mean a sum?",
        zh: "每个数都大了 m 倍（m 是样本数）：是不是把平均写成了求和？")
    case .examples(-1):
      Phrase(
        "Every number is m times too small, m being the number of examples: is 1/m applied twice, or where it does not belong?",
        zh: "每个数都小了 m 倍（m 是样本数）：1/m 是不是乘了两次，或者乘在了不该乘的地方？")
    default:
      power > 0
        ? Phrase(
          "Every number is \(powerName) times what it should be: is \(name) multiplied once too often, or never divided by?",
          zh: "每个数都是正确值的 \(powerName) 倍：是不是多乘了一次 \(name)，或者忘了除以它？")
        : Phrase(
          "Every number is 1/\(powerName) times what it should be: is \(name) left out, or divided by once too often?",
          zh: "每个数都是正确值的 1/\(powerName)：是不是漏乘了 \(name)，或者多除了一次？")
    }
  }

  fileprivate var sentenceOfShift: Phrase {
    switch self {
    case .constant(let value):
      Phrase(
        "Every number is too \(value > 0 ? "large" : "small") by \(abs(value).shortText).",
        zh: "每个数都\(value > 0 ? "大" : "小")了 \(abs(value).shortText)。")
    default:
      Phrase("Every number is too large by \(name).", zh: "每个数都大了 \(name)。")
    }
  }
}

extension Elementwise {
  fileprivate var sentence: Phrase {
    switch self {
    case .absolute:
      Phrase(
        "This is the absolute value of every right number: the sign is lost.",
        zh: "每个数都是正确值的绝对值：符号丢了。")
    case .squared:
      Phrase(
        "This is the square of every right number: is a root missing, or a square too many?",
        zh: "每个数都是正确值的平方：是不是漏了开方，或者多平方了一次？")
    case .root:
      Phrase(
        "This is the square root of every right number: is a square missing, or a root too many?",
        zh: "每个数都是正确值的平方根：是不是漏了平方，或者多开了一次方？")
    case .complement:
      Phrase(
        "This is 1 minus every right number: are the two cases swapped?",
        zh: "每个数都是 1 减去正确值：是不是把两种情况弄反了？")
    case .reciprocal:
      Phrase(
        "This is 1 divided by every right number: the fraction is upside down.",
        zh: "每个数都是正确值的倒数：分子和分母写反了。")
    case .exponential:
      Phrase(
        "This is e to the power of every right number: the logarithm is missing, or exp is one too many.",
        zh: "每个数都是 e 的正确值次幂：漏了取对数，或多取了一次 exp。")
    case .logarithm:
      Phrase(
        "This is the logarithm of every right number: exp is missing, or the logarithm one too many.",
        zh: "每个数都是正确值的对数：漏了取 exp，或多取了一次对数。")
    case .clipped:
      Phrase(
        "Every negative number has become 0; the others are right.",
        zh: "负数都变成了 0；其余的数是对的。")
    case .thresholded:
      Phrase(
        "Every number is rounded to 0 or 1 at 0.5; the value itself is wanted.",
        zh: "每个数都按 0.5 变成了 0 或 1；这里要的是数值本身。")
    }
  }
}

extension ListSlip {
  fileprivate var sentence: Phrase {
    switch self {
    case .firstMissing:
      Phrase("The first number is missing; the others are right.", zh: "漏了第一个数；其余的都对。")
    case .lastMissing:
      Phrase("The last number is missing; the others are right.", zh: "漏了最后一个数；其余的都对。")
    case .firstTooMany:
      Phrase("There is one number too many at the beginning.", zh: "开头多了一个数。")
    case .lastTooMany:
      Phrase("There is one number too many at the end.", zh: "末尾多了一个数。")
    case .reversed:
      Phrase("The numbers are right, but in reversed order.", zh: "数值都对，但顺序反了。")
    }
  }
}

extension Double {
  /// The number with up to five digits: `2`, `0.69315`.
  fileprivate var shortText: String { text(digits: 5) }
}
