import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let course4 = [edges, windows]

  /// A boot and a shirt, and what filters for edges make of them.
  private static let edges = LessonPicture("C4W1", "edges") {
    let images = try FashionMNIST.train
    let filters = [
      Tensor([[1, 0, -1], [1, 0, -1], [1, 0, -1]]),
      Tensor([[1, 1, 1], [0, 0, 0], [-1, -1, -1]]),
      Tensor([[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    ]
    return try [9, 0].map { label in
      let X = try images.first(1, ofEach: [label]).normalized
      let edges = try filters.map { filter in
        let Z = try C4W1.convolveForward.reference(
          X, filter.reshaped(3, 3, 1, 1), .zeros(1, 1, 1, 1), 1, 1)
        // Zero is grey; from bright to dark is bright, from dark to bright is dark.
        return Z / abs(Z).max() * 0.5 + 0.5
      }
      return (label: label, pictures: [X] + edges)
    }
  } draw: { (rows: [(label: Int, pictures: [Tensor])], language) in
    let classes = language == .chinese ? FashionMNIST.chineseClassNames : FashionMNIST.classNames
    let filters = ["1  0  −1", Phrase("transposed", zh: "转置")(language), "Sobel"]
    return PictureGrid(
      pictures: try rows.flatMap { label, pictures in
        try zip([classes[label]] + filters, pictures).map { caption, picture in
          try Picture(rows: 28, columns: 28, values: picture.elements, caption: caption)
        }
      }, perRow: 4)
  }

  /// In how many windows of 3 × 3 every pixel lies.
  private static let windows = LessonPicture("C4W1", "windows") {
    func counts(_ n: Int, stride: Int, pad: Int) throws -> HeatMap {
      let outputs = try C4W1.outputSize.reference(n, 3, stride, pad)
      let ones = Tensor.ones(9, outputs * outputs)
      let values = try C4W1.columnsToImage.reference(ones, [1, n, n, 1], 3, stride, pad)
      return HeatMap(
        "p = \(pad), s = \(stride): \(n) × \(n) → \(outputs) × \(outputs)",
        grid: try Grid(rows: n, columns: n, values: values.elements))
    }
    return FigureGrid(
      figures: [
        try counts(6, stride: 1, pad: 0), try counts(6, stride: 1, pad: 1),
        try counts(7, stride: 2, pad: 0),
      ])
  }
}
