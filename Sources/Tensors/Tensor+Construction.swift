import Text

extension Tensor {
  /// Creates a tensor of rank 0, shape ().
  public init(_ value: Double) {
    self.init(uncheckedShape: [], elements: [value])
  }

  /// Creates a vector of rank 1, shape (n,).
  public init(_ values: [Double]) {
    self.init(Layout(length: values.count), values)
  }

  /// Creates a matrix of rank 2 from its rows.
  ///
  /// Stops the program if the rows differ in length.
  public init(_ values: [[Double]]) {
    self.init(stacking: values.map { Tensor($0) }, inner: [0])
  }

  /// Creates a tensor of rank 3 from its matrices.
  ///
  /// Stops the program if the matrices differ in shape.
  public init(_ values: [[[Double]]]) {
    self.init(stacking: values.map { Tensor($0) }, inner: [0, 0])
  }

  /// Creates a tensor of rank 4 from its parts of rank 3.
  ///
  /// Stops the program if the parts differ in shape.
  public init(_ values: [[[[Double]]]]) {
    self.init(stacking: values.map { Tensor($0) }, inner: [0, 0, 0])
  }

  /// Creates a tensor of a shape from its elements in row-major order.
  ///
  /// - Throws: `ShapeError` if the shape does not hold exactly these elements.
  public init(shape: [Int], elements: [Double]) throws {
    guard let count = elementCount(of: shape) else { throw ShapeError.invalidShape(shape) }
    guard count == elements.count else {
      throw ShapeError.elementCount(shape: shape, count: elements.count)
    }
    self.init(uncheckedShape: shape, elements: elements)
  }

  private init(stacking parts: [Tensor], inner: [Int]) {
    let inner = parts.first?.shape ?? inner
    for (index, part) in parts.enumerated() where part.shape != inner {
      stop(
        Phrase(
          "Tensor: part \(index) of the nested array has shape \(shapeText(part.shape)), but part 0 "
            + "has \(shapeText(inner)); all parts must have the same shape",
          zh: "Tensor：嵌套数组的第 \(index) 部分形状为 \(shapeText(part.shape))，第 0 部分却为 "
            + "\(shapeText(inner))；各部分的形状必须相同"))
    }
    self.init(uncheckedShape: [parts.count] + inner, elements: parts.flatMap(\.storage))
  }

  // The lengths come from the caller's code, so a bad one is a programming error.
  private static func checkedCount(_ shape: [Int]) -> Int {
    guard let count = elementCount(of: shape) else {
      stop(ShapeError.invalidShape(shape).phrase)
    }
    return count
  }

  /// Creates a tensor in which every element has the same value.
  ///
  /// Stops the program if a length is negative.
  public static func full(_ shape: [Int], _ value: Double) -> Tensor {
    Tensor(
      uncheckedShape: shape, elements: [Double](repeating: value, count: checkedCount(shape)))
  }

  /// Creates a tensor of zeros: `.zeros(4, 1)` has shape (4, 1).
  public static func zeros(_ shape: Int...) -> Tensor { full(shape, 0) }
  /// Creates a tensor of zeros with a computed shape.
  public static func zeros(shape: [Int]) -> Tensor { full(shape, 0) }
  /// Creates a tensor of ones: `.ones(4, 1)` has shape (4, 1).
  public static func ones(_ shape: Int...) -> Tensor { full(shape, 1) }
  /// Creates a tensor of ones with a computed shape.
  public static func ones(shape: [Int]) -> Tensor { full(shape, 1) }

  /// Creates the (n, n) matrix with ones on its diagonal and zeros elsewhere.
  public static func identity(_ n: Int) -> Tensor {
    var result = Tensor.zeros(n, n)
    for i in 0..<n { result.storage[i * n + i] = 1 }
    return result
  }

  /// Creates the vector (0, 1, …, n - 1) of shape (n,).
  public static func arange(_ n: Int) -> Tensor {
    Tensor((0..<Swift.max(n, 0)).map(Double.init))
  }

  /// Creates the vector of `start + i * step` for every i for which it is below `end` (above, if
  /// step < 0).
  ///
  /// The length is ⌈(end - start) / step⌉, as in NumPy. Stops the program if that is not finite.
  public static func arange(_ start: Double, _ end: Double, step: Double = 1) -> Tensor {
    let length = ((end - start) / step).rounded(.up)
    guard length.isFinite, length < 1e15 else {
      stop(
        Phrase(
          "arange: \(start) to \(end) in steps of \(step) has no finite length",
          zh: "arange：从 \(start) 到 \(end)、步长为 \(step)，长度不是有限的"))
    }
    // NumPy's step is the difference between the first two rounded numbers.
    let difference = (start + step) - start
    return Tensor((0..<Swift.max(Int(length), 0)).map { start + Double($0) * difference })
  }

  /// Creates a vector of `count` evenly spaced numbers from `start` to `end` inclusive.
  public static func linspace(_ start: Double, _ end: Double, count: Int = 50) -> Tensor {
    guard count > 1 else { return Tensor(count == 1 ? [start] : []) }
    let step = (end - start) / Double(count - 1)
    var values = (0..<count).map { Double($0) * step + start }
    values[count - 1] = end
    return Tensor(values)
  }

  /// Creates the (1, n) matrix of these numbers.
  public static func row(_ values: [Double]) -> Tensor {
    Tensor(Layout(rows: 1, columns: values.count), values)
  }

  /// Creates the (n, 1) matrix of these numbers.
  public static func column(_ values: [Double]) -> Tensor {
    Tensor(Layout(rows: values.count, columns: 1), values)
  }
}
