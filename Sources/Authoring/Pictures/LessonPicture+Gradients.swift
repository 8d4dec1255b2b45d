import Coursework
import Datasets
import Foundation
import Plotting
import Syllabus
import Tensors
import Text

/// The pictures of C1W2 that show gradients at work, and what a hidden layer does with a plane.
extension LessonPicture {
  static let gradients = [graph, learningRates, wishes, hiddenSpace]

  private static let graph = LessonPicture("C1W2", "graph") {
    let (x, w) = ([2.0, -3], [0.5, 0.5])
    let products = zip(w, x).map { $0 * $1 }
    let z = products[0] + products[1]
    let pass = try C1W2.propagate.reference(
      .column(w), 0, .column(x), Tensor([[1]]))
    let a = try C1W2.sigmoid.reference(Tensor(z)).elements[0]
    let (da, dz) = (-1 / a, pass.db)
    func written(_ value: Double) -> String {
      value == (value * 10).rounded() / 10
        ? brief(value) : value.text(decimals: 3).replacing("-", with: "−")
    }
    func brief(_ value: Double) -> String {
      value.text(digits: 6).replacing("-", with: "−")
    }
    func edge(_ from: Int, _ to: Int, _ value: Double, _ derivative: Double)
      -> ComputationGraph.Edge
    {
      .init(from, to, written(value), written(derivative))
    }
    return ComputationGraph(
      nodes: [
        .init("x₁", 0, 0), .init("w₁", 0, 1), .init("x₂", 0, 2), .init("w₂", 0, 3),
        .init("b", 0, 4),
        .init("×", 1.2, 0.5), .init("×", 1.2, 2.5), .init("+", 2.4, 2), .init("σ", 3.5, 2),
        .init("−log", 4.6, 2), .init("L", 5.5, 2),
      ],
      edges: [
        edge(0, 5, x[0], w[0] * dz), edge(1, 5, w[0], pass.dw[0, 0]),
        edge(2, 6, x[1], w[1] * dz), edge(3, 6, w[1], pass.dw[1, 0]), edge(4, 7, 0, pass.db),
        edge(5, 7, products[0], dz), edge(6, 7, products[1], dz), edge(7, 8, z, dz),
        edge(8, 9, a, da), edge(9, 10, pass.cost, 1),
      ])
  }

  private static let learningRates = LessonPicture("C1W2", "learning-rates") {
    let data = try FashionMNIST.pair(of: 7, and: 9).training
    return try [0.001, 0.05, 0.2, 0.5].map { rate in
      var (w, b) = (Tensor.zeros(784, 1), 0.0)
      let costs = try (0...20).map { _ in
        let pass = try C1W2.propagate.reference(w, b, data.X, data.Y)
        w = try w - pass.dw * rate
        b -= pass.db * rate
        return pass.cost
      }
      return Series("α = \(rate)", costs)
    }
  } draw: { series, language in
    LineChart(x: Phrase("steps", zh: "步")(language), y: "J", series: series)
  }

  /// −dw of one boot and of all examples after 20 steps, and w in the end.
  private static let wishes = LessonPicture("C1W2", "wishes") {
    let data = try FashionMNIST.pair(of: 7, and: 9).training
    let (X, Y) = (data.X, data.Y)
    let start = try C1W2.optimize.reference(.zeros(784, 1), 0, X, Y, 20, 0.005)
    let boot = Y.elements.firstIndex(of: 1) ?? 0
    let one = try C1W2.propagate.reference(start.w, start.b, X.column(boot), Y.column(boot))
    let all = try C1W2.propagate.reference(start.w, start.b, X, Y)
    let trained = try C1W2.optimize.reference(.zeros(784, 1), 0, X, Y, 2000, 0.005)
    return [-one.dw, -all.dw, trained.w]
  } draw: { (columns: [Tensor], language) in
    let captions = [
      Phrase("one boot", zh: "一只短靴"), Phrase("mean of 400", zh: "400 个的平均"), Phrase("w", zh: "w"),
    ]
    return PictureGrid(
      pictures: try zip(captions, columns).map { caption, column in
        let values = column / abs(column).max() * 0.5 + 0.5
        return try Picture(
          rows: 28, columns: 28, values: values.elements, caption: caption(language))
      }, perRow: 3)
  }

  /// Points round the corners of the exclusive or in the plane, and where two tanh units put them.
  private static let hiddenSpace = LessonPicture("C1W3", "hidden-space") {
    let corners = Tensor([[0, 1, 0, 1], [0, 1, 1, 0]])
    var noise = RandomState(seed: 1)
    let columns = (0..<60).map { $0 % 4 }
    let X = try corners.columns(at: columns) + noise.randn(2, 60) * 0.08
    let Y = try Tensor([[0, 0, 1, 1]]).columns(at: columns)
    var random = RandomState(seed: 2)
    var parameters = ShallowParameters(
      W1: random.randn(2, 2), b1: .zeros(2, 1), W2: random.randn(1, 2), b2: .zeros(1, 1))
    for _ in 0..<1000 {
      let cache = try C1W3.forwardPropagation.reference(X, parameters)
      let gradients = try C1W3.backwardPropagation.reference(parameters, cache, X, Y)
      parameters = try C1W3.updateParameters.reference(parameters, gradients, 1.2)
    }
    let trained = parameters
    let plane = try DecisionBoundary(
      "x", X, Y, classNames: ["y = 0", "y = 1"], resolution: 90, of: .probabilities
    ) { try C1W3.forwardPropagation.reference($0, trained).A2 }
    var hidden = try DecisionBoundary(
      "a", C1W3.forwardPropagation.reference(X, trained).A1, Y,
      classNames: ["y = 0", "y = 1"], resolution: 90, of: .probabilities
    ) { try C1W2.sigmoid.reference(dot(trained.W2, $0) + trained.b2) }
    (hidden.xLabel, hidden.yLabel) = ("a₁", "a₂")
    return FigureGrid(figures: [plane, hidden], perRow: 2)
  }
}
