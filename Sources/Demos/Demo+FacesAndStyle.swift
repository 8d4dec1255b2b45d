import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// An encoding of clothes learned from triplets, and a boot in the style of waves.
  static let facesAndStyle = Demo(
    week: "C4W4",
    summary: Phrase(
      "clothes known from one picture each, and a boot in another style",
      zh: "每类只看一张图像就能认出的服装，以及换一种风格的短靴"),
    choices: [.steps, .learningRate, .seed]
  ) { options in
    var random = RandomState(seed: UInt32(options.seed ?? 1))
    let (training, test) = try (
      EncodedClothes(FashionMNIST.train), EncodedClothes(FashionMNIST.test)
    )
    var encoder = Encoder(&random)
    let untrained = try OneShot(encoder, test)
    let descent = try TrainingLoop(steps: options.steps ?? 300, keepingEvery: 5) { _ in
      try encoder.step(training, learningRate: options.learningRate ?? 0.001, &random)
    }
    var report = DemoReport(
      title: Phrase("An encoding from triplets", zh: "由三元组学到的编码")(.current))
    report.curves = [.init(name: "", every: 5, costs: descent.costs)]
    report.stoppedAt = descent.stoppedAt
    try report.tell(OneShot(encoder, test), before: untrained)
    if descent.stoppedAt == nil { try report.paint(&random) }
    return report
  }
}

/// Pictures of clothes of 14 × 14 pixels as columns, and where those of each class are.
private struct EncodedClothes {
  /// What is never shown in training: trousers, sandals and bags.
  static let unseen = [1, 5, 8]
  static let seen = [0, 2, 3, 4, 6, 7, 9]
  let X: Tensor
  let places: [[Int]]

  init(_ images: LabelledImages) throws {
    let small = try images.normalized.reshaped(-1, 14, 2, 14, 2).mean(axes: [2, 4])
    X = try small.reshaped(-1, 196).T
    places = (0..<10).map { label in images.labels.indices.filter { images.labels[$0] == label } }
  }
}

/// One hidden layer, and an encoding of length 1.
private struct Encoder {
  private static let (classes, perClass) = (7, 6)
  private static let margin = 0.3
  private var layers: [LayerParameters]
  private var adam: AdamOptimizer

  init(_ random: inout RandomState) {
    layers = [(64, 196), (16, 64)].map { units, inputs in
      LayerParameters(
        W: random.randn(units, inputs) * sqrt(2 / Double(inputs)), b: .zeros(units, 1))
    }
    adam = AdamOptimizer(layers)
  }

  private func forward(_ X: Tensor) throws -> (A1: Tensor, lengths: Tensor, f: Tensor) {
    let A1 = maximum(try dot(layers[0].W, X) + layers[0].b, 0)
    let Z2 = try dot(layers[1].W, A1) + layers[1].b
    let lengths = try Z2.norm(axis: 0, keepingDimensions: true) + 1e-12
    return (A1, lengths, try Z2 / lengths)
  }

  /// The encodings of pictures, one a row.
  func encodings(of X: Tensor) throws -> Tensor { try forward(X).f.T }

  /// One step with some pictures of each class; gives the mean loss of their triplets before it.
  mutating func step(
    _ clothes: EncodedClothes, learningRate: Double, _ random: inout RandomState
  ) throws -> Double {
    var (chosen, labels): ([Int], [Int]) = ([], [])
    for label in EncodedClothes.seen {
      let places = clothes.places[label]
      for k in random.permutation(places.count).prefix(Self.perClass) {
        chosen.append(places[k])
        labels.append(label)
      }
    }
    let X = try clothes.X.columns(at: chosen)
    let (A1, lengths, f) = try forward(X)
    let rows = f.T
    // The positive of a picture is the next one of its class.
    let positives = chosen.indices.map { i in
      i - i % Self.perClass + (i + 1) % Self.perClass
    }
    let negatives = try C4W4.hardestNegatives(rows, labels)
    guard negatives.count == chosen.count, negatives.allSatisfy(chosen.indices.contains) else {
      return .nan
    }
    let (P, N) = (try rows.rows(at: positives), try rows.rows(at: negatives))
    let m = Double(chosen.count)
    let loss = try C4W4.tripletLoss(rows, P, N, Self.margin) / m
    let slopes = try C4W4.tripletLossBackward(rows, P, N, Self.margin)
    var df = slopes.dAnchor
    for i in chosen.indices {
      for k in 0..<df.columns {
        df[positives[i], k] += slopes.dPositive[i, k]
        df[negatives[i], k] += slopes.dNegative[i, k]
      }
    }
    // Through the division by the length, then through both layers.
    let dF = df.T / m
    let along = try (dF * f).sum(axis: 0, keepingDimensions: true)
    let dZ2 = try (dF - f * along) / lengths
    let dZ1 = try dot(layers[1].W.T, dZ2) * (A1 .> 0)
    layers = try adam.step(
      layers,
      [
        LayerGradients(dW: try dot(dZ1, X.T), db: try dZ1.sum(axis: 1, keepingDimensions: true)),
        LayerGradients(dW: try dot(dZ2, A1.T), db: try dZ2.sum(axis: 1, keepingDimensions: true)),
      ], learningRate)
    return loss
  }
}

// MARK: One shot

/// How well clothes are known from one picture each, the first of the test set.
private struct OneShot {
  private static let pairs = 20
  /// How far a picture of the row's class is from the known one of the column's, in the mean.
  private(set) var distances = Tensor.zeros(10, 10)
  /// The part of pictures of unseen classes that are nearest to their own, of these classes.
  private(set) var identified = 0.0
  /// The threshold that tells most pairs of unseen classes rightly, and the part that it tells.
  private(set) var (threshold, verified) = (0.0, 0.0)

  init(_ encoder: Encoder, _ test: EncodedClothes) throws {
    let known = try (0..<10).map { label in
      KnownPerson(
        name: "\(label)",
        encoding: try encoder.encodings(of: test.X.columns(at: [test.places[label][0]])))
    }
    let strangers = EncodedClothes.unseen.map { known[$0] }
    var claims: [(distance: Double, isTrue: Bool)] = []
    var (right, all) = (0.0, 0.0)
    for label in 0..<10 {
      let shown = try encoder.encodings(
        of: test.X.columns(at: Array(test.places[label].dropFirst().prefix(Self.pairs))))
      for i in 0..<shown.rows {
        for (k, person) in known.enumerated() {
          let distance = try C4W4.verify(shown.row(i), person.name, known, 1).distance
          distances[label, k] += distance / Double(shown.rows)
          if EncodedClothes.unseen.contains(label), EncodedClothes.unseen.contains(k) {
            claims.append((distance, k == label))
          }
        }
        guard EncodedClothes.unseen.contains(label) else { continue }
        all += 1
        if try C4W4.identify(shown.row(i), strangers, .infinity).name == "\(label)" { right += 1 }
      }
    }
    identified = right / all
    // Half of the claims count as true ones, whatever their number.
    let (same, other) = (claims.filter(\.isTrue), claims.filter { !$0.isTrue })
    for candidate in claims.map(\.distance) {
      let accepted = same.count { $0.distance <= candidate }
      let refused = other.count { $0.distance > candidate }
      let part =
        (Double(accepted) / Double(same.count) + Double(refused) / Double(other.count)) / 2
      if part > verified { (threshold, verified) = (candidate, part) }
    }
  }
}

extension DemoReport {
  fileprivate mutating func tell(_ shot: OneShot, before: OneShot) throws {
    let names = FashionMNIST.names(.current)
    var map = Map(
      title: Phrase(
        "mean distance of pictures (rows) to one known picture (columns)",
        zh: "各类图像（行）到一张已知图像（列）的平均距离")(.current), values: shot.distances)
    map.rowLabels = names
    map.columnLabels = (0..<10).map(String.init)
    self.map = map
    let kinds = EncodedClothes.unseen.map { names[$0] }
      .joined(separator: Phrase(", ", zh: "、")(.current))
    notes.append(
      Phrase("never shown in training: \(kinds)", zh: "训练时从未见过：\(kinds)")(.current))
    notes.append(
      String(
        format: Phrase(
          "known from one picture each: %.0f %% identified, %.0f %% before training",
          zh: "每类只看一张图像：认出 %.0f %%，训练前 %.0f %%")(.current), 100 * shot.identified,
        100 * before.identified))
    notes.append(
      String(
        format: Phrase(
          "“is it one of these?”: %.0f %% right with the threshold %.2f, %.0f %% before training",
          zh: "“是不是这一类？”：阈值 %2$.2f 时答对 %1$.0f %%，训练前 %3$.0f %%")(.current),
        100 * shot.verified, shot.threshold, 100 * before.verified))
  }
}

// MARK: A picture in the style of another

extension DemoReport {
  /// A boot in the style of waves, with less and with more of its content.
  fileprivate mutating func paint(_ random: inout RandomState) throws {
    let picture = try FashionMNIST.train.first(1, ofEach: [9]).normalized
    let boot = StylePictures.coloured(try picture.reshaped(28, 28), scale: 2)
    let (waves, filters) = (StylePictures.waves(side: 56), StylePictures.filters(&random))
    func painted(alpha: Double) throws -> StyleTransfer {
      try C4W4.generate(boot, waves, filters, [0.5, 0.5], alpha, 1000, 8, 80)
    }
    let (both, closer) = (try painted(alpha: 20), try painted(alpha: 100))
    func shown(_ picture: Tensor, _ caption: Phrase) throws -> Mistake {
      Mistake(
        pixels: try picture.entry(0), caption: caption(.current))
    }
    gallery = .init(
      title: Phrase("a boot in the style of waves", zh: "波浪风格的短靴")(.current),
      pictures: [
        try shown(boot, Phrase("the content", zh: "内容")),
        try shown(both.picture, Phrase("content and style", zh: "内容加风格")),
        try shown(waves, Phrase("the style", zh: "风格")),
        try shown(closer.picture, Phrase("α five times as large", zh: "α 大五倍")),
      ])
    guard let first = both.costs.first, let last = both.costs.last else { return }
    notes.append(
      String(
        format: Phrase(
          "the boot: %d steps on its pixels take the cost from %.3f to %.3f",
          zh: "短靴：在像素上走 %d 步，代价从 %.3f 降到 %.3f")(.current), both.costs.count, first, last))
  }
}
