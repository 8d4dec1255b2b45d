public import Tensors

// MARK: Figures of tensors

extension Grid {
  /// The numbers of a matrix.
  ///
  /// - Throws: `PlottingError.shape` unless the rank is 2.
  public init(_ matrix: Tensor) throws {
    guard matrix.rank == 2 else {
      throw PlottingError.shape(
        of: .grid, expected: ["(rows, columns)"], actual: matrix.shape)
    }
    try self.init(rows: matrix.rows, columns: matrix.columns, values: matrix.elements)
  }
}

extension Picture {
  /// A picture of shape (n_H, n_W), (n_H, n_W, 1) or (n_H, n_W, 3).
  ///
  /// - Parameters:
  ///   - image: The brightness of every channel of every pixel.
  ///   - white: The value of full brightness: 1, or 255 for bytes.
  ///   - caption: A text that is written below.
  /// - Throws: `PlottingError.shape` or `PlottingError.pictureChannels`.
  public init(_ image: Tensor, white: Double = 1, caption: String = "") throws {
    guard image.rank == 2 || image.rank == 3 else {
      throw PlottingError.shape(
        of: .picture, expected: ["(n_H, n_W)", "(n_H, n_W, 1)", "(n_H, n_W, 3)"],
        actual: image.shape)
    }
    try self.init(
      rows: image.shape[0], columns: image.shape[1],
      channels: image.rank == 3 ? image.shape[2] : 1, values: image.elements, white: white,
      caption: caption)
  }
}

extension DecisionBoundary {
  /// The columns of X (2, m) as points, of the classes in Y (1, m).
  ///
  /// - Throws: `PlottingError.shape`, or `PlottingError.label` for what is no whole number from 0.
  public static func points(_ X: Tensor, _ Y: Tensor) throws -> [Point] {
    guard X.rank == 2, X.rows == 2 else {
      throw PlottingError.shape(of: .variable("X"), expected: ["(2, m)"], actual: X.shape)
    }
    let labels = Y.elements
    guard Y.rank == 2, Y.rows == 1, labels.count == X.columns else {
      throw PlottingError.shape(
        of: .variable("Y"), expected: ["(1, \(X.columns))"], actual: Y.shape)
    }
    let coordinates = X.elements
    return try labels.enumerated().map { index, label in
      guard (0...999).contains(label), label == label.rounded() else {
        throw PlottingError.label(label, index: index)
      }
      return Point(
        x: coordinates[index], y: coordinates[labels.count + index], label: Int(label))
    }
  }

  /// Shows data over a classifier's answers.
  ///
  ///     let figure = try DecisionBoundary("n_h = 4", X, Y, of: .classes) { places in
  ///       try predict(parameters, places)
  ///     }
  ///
  /// - Parameters:
  ///   - title: The title above.
  ///   - X: The examples, shape (2, m).
  ///   - Y: Their classes, shape (1, m).
  ///   - xLabel: What the first coordinate is.
  ///   - yLabel: What the second coordinate is.
  ///   - classNames: The names of the classes in the legend; numbers without them.
  ///   - xRange: The part of the plane that is shown; by default the data and a margin of 8 %.
  ///   - yRange: As `xRange`, in the other direction.
  ///   - resolution: How many cells there are across and down.
  ///   - output: What the classifier's numbers mean.
  ///   - classify: Takes places as columns, shape (2, n), and answers with shape (1, n).
  /// - Throws: `PlottingError`, or what the classifier throws.
  public init(
    _ title: String = "", _ X: Tensor, _ Y: Tensor, xLabel: String = "x₁", yLabel: String = "x₂",
    classNames: [String] = [], xRange: ClosedRange<Double>? = nil,
    yRange: ClosedRange<Double>? = nil, resolution: Int = 120, of output: Output,
    classify: (Tensor) throws -> Tensor
  ) throws {
    try self.init(
      title, points: Self.points(X, Y), xLabel: xLabel, yLabel: yLabel, classNames: classNames,
      xRange: xRange, yRange: yRange, resolution: resolution, of: output,
      classifyAll: { x, y in
        let answers = try classify(Tensor(shape: [2, x.count], elements: x + y))
        guard answers.count == x.count else {
          throw PlottingError.shape(
            of: .answer, expected: ["(1, \(x.count))"], actual: answers.shape)
        }
        return answers.elements
      })
  }

  /// Shows data alone: the examples X (2, m) with the classes Y (1, m).
  ///
  /// - Throws: `PlottingError`.
  public init(
    _ title: String = "", _ X: Tensor, _ Y: Tensor, xLabel: String = "x₁", yLabel: String = "x₂",
    classNames: [String] = []
  ) throws {
    self.init(
      title, points: try Self.points(X, Y), xLabel: xLabel, yLabel: yLabel, classNames: classNames)
  }
}
