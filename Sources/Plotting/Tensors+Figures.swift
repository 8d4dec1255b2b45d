public import Tensors

// MARK: Figures from tensors

extension Grid {
  /// Makes a grid from the elements of a matrix.
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
  /// Makes a picture from a tensor of shape (n_H, n_W), (n_H, n_W, 1) or (n_H, n_W, 3).
  ///
  /// - Parameters:
  ///   - image: The brightness of every channel of every pixel.
  ///   - white: The value of full brightness: 1, or 255 for bytes.
  ///   - caption: The text below the picture.
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
  /// The columns of X (2, m) as points with the classes in Y (1, m).
  ///
  /// - Throws: `PlottingError.shape`, or `PlottingError.label` for a label that is not a whole
  ///   number from 0 to 999.
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

  /// Shows the data over a classifier's output.
  ///
  ///     let figure = try DecisionBoundary("n_h = 4", X, Y, of: .classes) { places in
  ///       try predict(parameters, places)
  ///     }
  ///
  /// - Parameters:
  ///   - title: The title above.
  ///   - X: The examples, shape (2, m).
  ///   - Y: Their classes, shape (1, m).
  ///   - xLabel: The name of the first coordinate.
  ///   - yLabel: The name of the second coordinate.
  ///   - classNames: The names of the classes in the legend, or else their numbers.
  ///   - xRange: The part of the plane to show; by default the data and a margin of 8 %.
  ///   - yRange: As `xRange`, for the second coordinate.
  ///   - resolution: The number of cells across and down.
  ///   - output: The meaning of the classifier's numbers.
  ///   - classify: Takes places as columns, shape (2, n), and returns shape (1, n).
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

  /// Shows the data alone: the examples X (2, m) with the classes Y (1, m).
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
