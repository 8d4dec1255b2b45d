import Coursework
import Text

/// An explanation for learners of a compiler error whose own words do not help.
struct CompilerLesson {
  /// The text that the error must contain; empty for any error.
  private let error: String
  /// A pattern that the source line must match; nil for any line.
  private let source: Regex<Substring>?
  let phrase: Phrase

  private init(_ error: String, in source: Regex<Substring>? = nil, _ english: String, zh: String) {
    self.error = error
    self.source = source
    phrase = Phrase(english, zh: zh)
  }

  /// Returns the lesson for an error; nil where the compiler's message is clear enough.
  static func of(_ message: CompilerMessage) -> Phrase? {
    if message.isMissingTry { return missingTry }
    let line = message.source ?? ""
    return all.first { lesson in
      message.error.message.contains(lesson.error)
        && (lesson.source.map { line.firstMatch(of: $0) != nil } ?? true)
    }?.phrase
  }

  private static let missingTry = Phrase(
    "this can throw, because shapes may not fit: put try right after = or return",
    zh: "形状不合时这里会抛出错误：在 = 或 return 之后紧接着写 try")
  private static let table = "Sources/Tensors/Tensors.docc/FromNumPy.md"

  /// The lessons about a number that is expected where a tensor or a whole number comes.
  private static var numberExpected: [CompilerLesson] {
    ["return type", "expected argument type", "specified type", "type"].flatMap { place in
      [
        CompilerLesson(
          "'Tensor' to \(place) 'Double'",
          "a number is expected: sum() and mean() without axis return one, try x.scalar extracts the only element",
          zh: "这里要一个数：不带 axis 的 sum()、mean() 得到数，try x.scalar 取出唯一的元素"),
        CompilerLesson(
          "'Int' to \(place) 'Double'", in: /[\w\)\]] \/ [\w\(]/,
          "whole numbers divide without a fraction, 1 / 2 is 0: write Double(a) / Double(b)",
          zh: "整数相除没有小数部分，1 / 2 得 0：写成 Double(a) / Double(b)"),
      ]
    }
  }

  private static var all: [CompilerLesson] {
    numberExpected + [
      CompilerLesson(
        "cannot find 'np' in scope",
        "there is no np: call functions directly, as in exp(z) and Tensor.zeros(2, 3); see \(table)",
        zh: "这里没有 np：函数直接写，如 exp(z)、Tensor.zeros(2, 3)；见 \(table)"),
      CompilerLesson(
        "no operator '**' is defined", "write A.squared() or pow(A, 3)",
        zh: "写成 A.squared() 或 pow(A, 3)"),
      CompilerLesson(
        "extraneous argument label", "arguments have no names here: propagate(w, b, X, Y)",
        zh: "这里的参数不写名称：propagate(w, b, X, Y)"),
      CompilerLesson(
        "cannot find 'range' in scope", "write for i in 0..<n", zh: "写成 for i in 0..<n"),
      CompilerLesson("cannot find 'len' in scope", "write x.count", zh: "写成 x.count"),
      CompilerLesson(
        "cannot find 'axis' in scope",
        "arguments take a colon: sum(axis: 1, keepingDimensions: true)",
        zh: "参数名后面用冒号：sum(axis: 1, keepingDimensions: true)"),
      CompilerLesson(
        "cannot find 'keepdims' in scope",
        "arguments take a colon: sum(axis: 1, keepingDimensions: true)",
        zh: "参数名后面用冒号：sum(axis: 1, keepingDimensions: true)"),
      CompilerLesson(
        "", in: /\["\w+"\]/,
        "members are accessed by name, not by key: write parameters.W1",
        zh: "成员用点访问，不用键：写成 parameters.W1"),
      CompilerLesson(
        "", in: /\w\[[^\]"]*:[^\]"]*\]/,
        "slices are methods: A.columns(1..<3), A.rows(0..<2)",
        zh: "切片用方法名：A.columns(1..<3)、A.rows(0..<2)"),
      CompilerLesson(
        "", in: /[\w\)] @ [\w\(]/, "write dot(A, B) for A @ B", zh: "A @ B 写成 dot(A, B)"),
      CompilerLesson(
        "'[Int]'", in: /(?:let|var) \(.*\.shape/,
        "a shape is an array: let n = X.rows, m = X.columns; shape[2] for further axes",
        zh: "shape 是数组：let n = X.rows, m = X.columns；其他轴用 shape[2]"),
      CompilerLesson(
        "'Tensor' to expected condition type 'Bool'",
        "an elementwise comparison returns a tensor of 1 and 0: use it as a mask, or compare numbers, A[0, 0] > 0.5",
        zh: "逐元素比较得到由 1 和 0 组成的张量：把它当掩码用，或者比较单个数，如 A[0, 0] > 0.5"),
      CompilerLesson(
        "is a 'let' constant", "a parameter is a constant: begin with var w = w",
        zh: "参数是常量：先写 var w = w"),
      CompilerLesson(
        "does not mix with tensors",
        "a whole number does not mix with tensors and Doubles: let m = Double(X.columns)",
        zh: "整数不能直接与张量或 Double 运算：先写 let m = Double(X.columns)"),
      CompilerLesson(
        "is not a power here", "^ is not a power here: write A.squared() or pow(A, 3)",
        zh: "^ 在这里不是乘方：写成 A.squared() 或 pow(A, 3)"),
      CompilerLesson(
        "elementwise comparisons begin with a dot",
        "elementwise comparisons begin with a dot: A .> 0.5, A .== 0",
        zh: "逐元素比较的运算符带点：A .> 0.5、A .== 0"),
      CompilerLesson(
        "keepingDimensions: true", "write sum(axis: 1, keepingDimensions: true)",
        zh: "写成 sum(axis: 1, keepingDimensions: true)"),
      CompilerLesson(
        "which gives a new tensor", "write A.reshaped(2, 3)", zh: "写成 A.reshaped(2, 3)"),
      CompilerLesson(
        "T is a property", "T is a property: write A.T without parentheses", zh: "T 是属性：写 A.T，不加括号"),
      CompilerLesson(
        "or transposed([1, 0, 2])", "write A.T, or transposed([1, 0, 2])",
        zh: "写成 A.T，或 transposed([1, 0, 2])"),
      CompilerLesson("deprecated: write A.sum()", "write A.sum()", zh: "写成 A.sum()"),
      CompilerLesson(
        "unable to type-check this expression",
        "the formula is too long for the compiler: name its parts with let, a line each, and it says which does not fit",
        zh: "公式太长，编译器推断不出类型：用 let 给各部分取名，分成几行写，它就能说出哪里对不上"),
    ]
  }
}
