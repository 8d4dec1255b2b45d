import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// A small network modelled on LeNet for ten classes of clothes or for the user's pictures.
  static let convolutionalNetwork = Demo(
    week: "C4W1",
    summary: Phrase(
      "ten kinds of clothes, modelled on LeNet",
      zh: "十类服装，LeNet 式的网络"),
    choices: Set(DemoOptions.Choice.allCases),
    layers: LayerRule(counts: 2...2, endsInOne: false),
    accepting: requireSizeOfLeNet
  ) { options in
    let data =
      try options.data.map {
        try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: $0))
      } ?? FashionMNIST.all
    var trainer = try PictureTrainer(data, options)
    var report = DemoReport(title: Phrase("Convolutional network", zh: "卷积神经网络")(.current))
    let before = try BeforeTraining(
      trainer, examples: data.training.count, batch: PictureTrainer.batchSize, steps: 200,
      weights: \.parameters.W1
    ) { try $0.step(on: $1) }
    try report.begin(with: .all(of: before, classes: trainer.classes))

    let steps = options.steps ?? 800
    let interval = 10
    var costs: [Double] = []
    var recent = 0.0
    var done = 0
    while done < steps, !Host.isAskedToStop {
      recent += try trainer.step()
      done += 1
      guard done.isMultiple(of: interval) || done == steps else { continue }
      costs.append(recent / Double((done - 1) % interval + 1))
      recent = 0
      try Host.report(DemoProgress(step: done, steps: steps, cost: costs.last ?? .nan))
    }

    let names = options.data == nil ? FashionMNIST.names(.current) : nil
    let test = try trainer.confusion(data.test)
    report.curves = [.init(name: "", every: interval, costs: costs)]
    report.trainAccuracy = try trainer.confusion(data.training).accuracy
    report.testAccuracy = test.accuracy
    report.stoppedAt = done < steps ? done : nil
    report.map = .init(
      title: Phrase("the filters of the first layer", zh: "第一层的滤波器")(.current),
      values: try trainer.filterSheet())
    report.mistakes = try trainer.mistakes(data.test, names)
    report.notes = [test.sentence(names), trainer.speedUp()].compactMap(\.self)
    return report
  }
}

/// - Throws: `ShapeError` when the pictures are too small for two convolutions and two poolings.
@Sendable private func requireSizeOfLeNet(_ images: LabelledImages) throws {
  var random = RandomState(seed: 1)
  _ = try LeNetParameters(
    height: images.height, width: images.width, filters: (1, 1), random: &random)
}

/// Trains with mini-batches and momentum, and predicts, with the learner's functions.
private struct PictureTrainer {
  static let batchSize = 32
  private static let momentum = 0.9

  private let X: Tensor
  private let Y: Tensor
  private let learningRate: Double
  private(set) var parameters: LeNetParameters
  private var velocity: LeNetParameters
  private var random: RandomState
  private var order: [Int] = []

  init(_ data: TrainingAndTest<LabelledImages>, _ options: DemoOptions) throws {
    let classes = ((data.training.labels + data.test.labels).max() ?? 0) + 1
    X = data.training.normalized
    Y = try data.training.oneHot(classes: classes)
    learningRate = options.learningRate ?? 0.1
    random = RandomState(seed: UInt32(truncatingIfNeeded: options.seed ?? 1))
    let filters = options.layers ?? []
    parameters = try LeNetParameters(
      height: data.training.height, width: data.training.width,
      channels: data.training.channels,
      filters: (filters.first ?? 6, filters.dropFirst().first ?? 16), classes: classes,
      random: &random)
    velocity = parameters.combined(with: parameters) { w, _ in w * 0 }
  }

  var classes: Int { Y.rows }

  /// Trains on the next mini-batch and returns its cost.
  mutating func step() throws -> Double {
    if order.isEmpty { order = random.permutation(X.shape[0]) }
    let batch = Array(order.prefix(Self.batchSize))
    order.removeFirst(batch.count)
    return try step(on: batch)
  }

  /// Trains on the pictures at these indices and returns their cost before the step.
  mutating func step(on batch: [Int]) throws -> Double {
    let x = try X.slice(axis: 0, at: batch)
    let y = try Y.columns(at: batch)
    let activations = try C4W1.leNetForward(parameters, x)
    let gradients = try C4W1.leNetBackward(parameters, activations, x, y)
    velocity = try velocity.combined(with: gradients) { v, gradient in
      try Self.momentum * v + (1 - Self.momentum) * gradient
    }
    parameters = try parameters.combined(with: velocity) { w, v in try w - learningRate * v }
    return try -(y * log(maximum(activations.A3, 1e-300))).sum() / Double(batch.count)
  }

  /// Counts how often pictures of each class are classified as each class.
  func confusion(_ images: LabelledImages) throws -> Confusion {
    let pixels = images.normalized
    var confusion = Confusion(classes: Y.rows)
    for start in stride(from: 0, to: images.count, by: 100) {
      let part = start..<min(start + 100, images.count)
      let A3 = try C4W1.leNetForward(parameters, pixels.slice(axis: 0, part)).A3
      let said = try A3.argmax(axis: 0).elements
      for (label, answer) in zip(images.labels[part], said) {
        confusion.count(label, as: Int(answer))
      }
    }
    return confusion
  }

  /// The first pictures that are misclassified.
  func mistakes(
    _ images: LabelledImages, _ names: [String]?
  ) throws -> [DemoReport.Mistake] {
    let pixels = images.normalized
    var found: [DemoReport.Mistake] = []
    for start in stride(from: 0, to: images.count, by: 100)
    where found.count < DemoReport.Mistake.most {
      let part = start..<min(start + 100, images.count)
      let A3 = try C4W1.leNetForward(parameters, pixels.slice(axis: 0, part)).A3
      let said = try A3.argmax(axis: 0).elements
      for (place, answer) in zip(part, said)
      where Int(answer) != images.labels[place] && found.count < DemoReport.Mistake.most {
        let name = names.flatMap { $0.indices.contains(Int(answer)) ? $0[Int(answer)] : nil }
        found.append(
          .init(pixels: try pixels.entry(place), caption: name ?? "\(Int(answer))"))
      }
    }
    return found
  }

  /// The first channel of the first layer's filters, side by side with an empty column between
  /// them.
  func filterSheet() throws -> Tensor {
    let W1 = parameters.W1
    let (f, count) = (W1.shape[0], W1.shape[3])
    var sheet = Tensor.full([f, count * (f + 1) - 1], .nan)
    for c in 0..<count {
      for y in 0..<f {
        for x in 0..<f { sheet[y, c * (f + 1) + x] = W1[y, x, 0, c] }
      }
    }
    return sheet
  }

  /// The speed of matrix products relative to loops on this machine; nil without loops.
  func speedUp() -> String? {
    let (W, b) = (parameters.W1, parameters.b1)
    guard let x = try? X.slice(axis: 0, 0..<min(8, X.shape[0])),
      let dZ = try? C4W1.convolveForwardByProduct(x, W, b, 1, 0),
      let forward = try? ratio(
        of: { _ = try C4W1.convolveForward(x, W, b, 1, 0) },
        to: { _ = try C4W1.convolveForwardByProduct(x, W, b, 1, 0) }),
      let backward = try? ratio(
        of: { _ = try C4W1.convolveBackward(dZ, x, W, 1, 0) },
        to: { _ = try C4W1.convolveBackwardByProduct(dZ, x, W, 1, 0) })
    else { return nil }
    return Phrase(
      "by matrix products the first layer is \(forward) times (backward \(backward) times) as fast",
      zh: "第一层用矩阵乘法代替循环：前向速度是 \(forward) 倍，反向是 \(backward) 倍")(.current)
  }

  /// The median ratio of two times, measured alternately so that both meet the same conditions.
  private func ratio(of slow: () throws -> Void, to fast: () throws -> Void) throws -> String {
    func seconds(_ body: () throws -> Void) rethrows -> Double {
      let start = ContinuousClock.now
      try body()
      return (ContinuousClock.now - start) / .seconds(1)
    }
    let ratios = try (0..<7).map { _ in try seconds(slow) / seconds(fast) }.sorted()
    return ratios[ratios.count / 2].text(decimals: 0)
  }
}
