import Coursework
import Datasets
import Foundation
import Plotting
import Syllabus
import Tensors
import Text

/// Many classes: softmax of one score, regions of a plane, and ten kinds of clothes.
extension LessonPicture {
  static let classes = [probabilities, regions, confusion, rates]

  private static let probabilities = LessonPicture("C2W3a", "probabilities") {
    let z = Tensor.linspace(-4, 6, count: 121)
    let Z = try Tensor.concatenate([
      z.reshaped(1, 121), .zeros(1, 121), .ones(1, 121),
    ])
    let A = try C2W3a.softmax.reference(Z)
    var step = try Series(x: [-4, 1, 1, 6], y: [0, 0, 1, 1])
    step.isGuide = true
    return LineChart(
      x: "z", y: "ŷ",
      series: [step]
        + (try zip(["z", "0", "1"], 0...).map { name, row in
          try Series(name, x: z.elements, y: A.row(row).elements)
        }))
  }

  /// The regions of six clusters on a circle, two of each of three classes, without and with a
  /// hidden layer.
  private static let regions = LessonPicture("C2W3a", "regions") {
    var random = RandomState(seed: 1)
    let clusters = (0..<300).map { $0 % 6 }
    let angles = clusters.map { Double.pi / 3 * Double($0) }
    let centres = Tensor([angles.map { 2 * cos($0) }, angles.map { 2 * sin($0) }])
    let X = try centres + 0.4 * random.randn(2, 300)
    let labels = Tensor(clusters.map { Double($0 % 3) })
    let Y = try C2W3a.oneHot.reference(labels, 3)
    let cells = 80
    let axis = Tensor.linspace(-3.5, 3.5, count: cells).elements
    let plane = Tensor([
      (0..<cells * cells).map { axis[$0 % cells] },
      (0..<cells * cells).map { axis[cells - 1 - $0 / cells] },
    ])
    func map(_ name: String, scores: (Tensor) throws -> Tensor) throws -> HeatMap {
      let right = try C2W3a.predictClasses.reference(scores(X)) .== labels
      let regions = try C2W3a.predictClasses.reference(scores(plane)).reshaped(cells, cells)
      return HeatMap(
        "\(name): \((100 * right.mean()).percentText(decimals: 0))", grid: try Grid(regions))
    }
    // One layer alone, trained with the gradient ŷ - y.
    var (W, b) = (Tensor.zeros(3, 2), Tensor.zeros(3, 1))
    for _ in 0..<2000 {
      let dZ = try C2W3a.softmaxBackward.reference(
        C2W3a.softmax.reference(dot(W, X) + b), Y)
      W = try W - dot(dZ, X.T) / 300
      b = try b - dZ.mean(axis: 1, keepingDimensions: true)
    }
    let line = (W: W, b: b)
    let hidden = try C2W3a.model.reference(X, Y, 12, 0.02, 50, 100, 3).parameters
    return FigureGrid(
      figures: [
        try map("softmax(W x + b)") { try dot(line.W, $0) + line.b },
        try map("softmax(W₂ relu(…) + b₂)") {
          try C2W3a.forwardPropagation.reference($0, hidden).Z2
        },
      ], perRow: 2)
  }

  /// What the test pictures of each class are taken for after the lesson's training.
  private static let confusion = LessonPicture("C2W3a", "confusion") {
    let (training, test) = (try FashionMNIST.train, try FashionMNIST.test)
    let trained = try C2W3a.model.reference(
      training.flattened().X, training.oneHot(classes: 10), 64, 0.001, 64, 30, 1)
    let scores = try C2W3a.forwardPropagation.reference(
      test.flattened().X, trained.parameters
    ).Z2
    var counts = Tensor.zeros(10, 10)
    for (label, answer) in zip(test.labels, try C2W3a.predictClasses.reference(scores).elements) {
      counts[label, Int(answer)] += 1
    }
    return counts
  } draw: { (counts: Tensor, language) in
    let names = language == .chinese ? FashionMNIST.chineseClassNames : FashionMNIST.classNames
    return HeatMap(
      grid: try Grid(counts), rowLabels: names, columnLabels: (0..<10).map { "\($0)" },
      x: Phrase("taken for class", zh: "被认成的类别")(language))
  }

  private static let rates = LessonPicture("C2W3a", "rates") {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    let trials = try (0..<24).map { trial in
      let rate = try C2W3a.sampleLearningRate.reference(-5, -1, UInt32(trial))
      return (rate: rate, cost: try C2W3a.model.reference(X, Y, 64, rate, 64, 2, 1).costs[1])
    }.sorted { $0.rate < $1.rate }
    return LineChart(
      x: "α", y: "J", xScale: .logarithmic,
      series: [try Series(x: trials.map(\.rate), y: trials.map(\.cost))])
  }
}
