import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let course4 = [edges, windows, inside]

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

  /// What a network has learned after 200 steps: its first filters, what they make of a boot, and
  /// clothes that it misreads.
  private static let inside = LessonPicture("C4W1", "inside") {
    let (training, test) = try (FashionMNIST.train, FashionMNIST.test)
    let (X, Y) = try (training.normalized, training.oneHot(classes: 10))
    var random = RandomState(seed: 1)
    var parameters = try LeNetParameters(
      height: 28, width: 28, channels: 1, filters: (6, 16), classes: 10, random: &random)
    var velocity = parameters.combined(with: parameters) { w, _ in w * 0 }
    for _ in 0..<200 {
      let batch = Array(random.permutation(training.count).prefix(32))
      let x = try X.slice(axis: 0, at: batch)
      let activations = try C4W1.leNetForward.reference(parameters, x)
      let gradients = try C4W1.leNetBackward.reference(
        parameters, activations, x, Y.columns(at: batch))
      velocity = try velocity.combined(with: gradients) { try 0.9 * $0 + 0.1 * $1 }
      parameters = try parameters.combined(with: velocity) { try $0 - 0.1 * $1 }
    }
    let filters = try (0..<6).map { try parameters.W1.entry($0, axis: 3).reshaped(5, 5) }
    let boot = try training.first(1, ofEach: [9]).normalized
    let maps = try C4W1.leNetForward.reference(parameters, boot).Z1
    let answers = try C4W1.leNetForward.reference(parameters, test.normalized).A3.argmax(axis: 0)
    let misread = zip(test.labels, answers.elements.map { Int($0) }).enumerated()
      .filter { $0.element.0 != $0.element.1 }.prefix(6)
    return (
      above: filters.map { $0 / abs($0).max() * 0.5 + 0.5 },
      middle: try (0..<6).map { c in
        let map = try maximum(maps.entry(c, axis: 3).reshaped(24, 24), 0)
        return map / max(map.max(), 1e-9)
      },
      below: try misread.map { index, labels in
        (
          picture: try test.normalized.entry(index, axis: 0).reshaped(28, 28), label: labels.0,
          said: labels.1
        )
      }
    )
  } draw: {
    (
      content: (
        above: [Tensor], middle: [Tensor], below: [(picture: Tensor, label: Int, said: Int)]
      ), language
    ) in
    let names = language == .chinese ? FashionMNIST.chineseClassNames : FashionMNIST.classNames
    func grid(_ pictures: [(Tensor, String)]) throws -> PictureGrid {
      PictureGrid(
        pictures: try pictures.map { picture, caption in
          try Picture(
            rows: picture.rows, columns: picture.columns, values: picture.elements,
            caption: caption)
        }, perRow: 6)
    }
    return FigureGrid(
      figures: [
        try grid(content.above.map { ($0, "") }), try grid(content.middle.map { ($0, "") }),
        try grid(content.below.map { ($0.picture, "→ \(names[$0.said])") }),
      ], perRow: 1)
  }
}
