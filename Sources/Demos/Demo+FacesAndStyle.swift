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
      "clothes recognized from one picture each, and a boot in another style",
      zh: "每类只看一张图像就能认出的服装，以及换一种风格的短靴"),
    choices: [.steps, .learningRate, .seed]
  ) { options in
    let (training, test) = try (
      EncodedClothes(FashionMNIST.train), EncodedClothes(FashionMNIST.test)
    )
    var report = DemoReport(
      title: Phrase("An encoding from triplets", zh: "由三元组学到的编码")(.current))
    var random = RandomState(seed: UInt32(options.seed ?? 1))
    let beginning = Encoder(&random)
    var found = [try OneShot(beginning, test)]
    for (part, choice) in Encoder.Negatives.allCases.enumerated() where report.stoppedAt == nil {
      var encoder = beginning
      let descent = try TrainingLoop(
        steps: options.steps ?? 600, keepingEvery: 10,
        part: (part, Encoder.Negatives.allCases.count)
      ) { _ in
        try encoder.step(
          training, choice, learningRate: options.learningRate ?? 0.001, &random)
      }
      report.curves.append(.init(name: choice.name(.current), every: 10, costs: descent.costs))
      report.stoppedAt = descent.stoppedAt
      found.append(try OneShot(encoder, test))
    }
    try report.tell(found)
    if report.stoppedAt == nil { try report.paint(&random) }
    return report
  }
}

/// Pictures of clothes as columns of 14 × 14 pixels, and the indices of each class.
private struct EncodedClothes {
  /// The classes excluded from training: trousers, sandals and bags.
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

/// A network with one hidden layer whose output is an encoding of length 1.
private struct Encoder {
  /// The strategy for choosing the negative of a triplet.
  enum Negatives: CaseIterable {
    case byLot, hardest

    var name: Phrase {
      switch self {
      case .byLot: Phrase("random negatives", zh: "随机的负样本")
      case .hardest: Phrase("the hardest of the batch", zh: "这一批里最难的")
      }
    }
  }

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

  /// The encodings of pictures, one in each row.
  func encodings(of X: Tensor) throws -> Tensor { try forward(X).f.T }

  /// Makes one step with some pictures of each class and returns the mean loss of their triplets
  /// before it.
  mutating func step(
    _ clothes: EncodedClothes, _ choice: Negatives, learningRate: Double,
    _ random: inout RandomState
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
    // The positive of a picture is the next picture of its class.
    let positives = chosen.indices.map { i in
      i - i % Self.perClass + (i + 1) % Self.perClass
    }
    let negatives =
      switch choice {
      case .hardest: try C4W4.hardestNegatives(rows, labels)
      case .byLot:
        chosen.indices.map { i in
          // Any index outside the picture's own class.
          let place = random.randint(chosen.count - Self.perClass)
          return place < i - i % Self.perClass ? place : place + Self.perClass
        }
      }
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
    // Backpropagates through the division by the length, then through both layers.
    let dF = df.T / m
    let along = try (dF * f).sum(axis: 0, keepingDimensions: true)
    let dZ2 = try (dF - f * along) / lengths
    let dA1 = try dot(layers[1].W.T, dZ2)
    let dZ1 = try (A1 .> 0) * dA1
    let (db1, db2) = (
      try dZ1.sum(axis: 1, keepingDimensions: true), try dZ2.sum(axis: 1, keepingDimensions: true)
    )
    layers = try adam.step(
      layers,
      [
        LayerGradients(dW: try dot(dZ1, X.T), db: db1),
        LayerGradients(dW: try dot(dZ2, A1.T), db: db2),
      ], learningRate)
    return loss
  }
}

// MARK: One-shot recognition

/// A measure of how well clothes are recognized from one picture each.
private struct OneShot {
  private static let (draws, shown) = (10, 20)
  /// The mean distance of pictures of the row's class from the known picture of the column's class.
  private(set) var distances = Tensor.zeros(10, 10)
  /// The share of pictures of unseen classes that are nearest to the known picture of their own
  /// class.
  private(set) var identified = 0.0
  /// The threshold that classifies most pairs of unseen classes correctly, and their share.
  private(set) var (threshold, verified) = (0.0, 0.0)

  init(_ encoder: Encoder, _ test: EncodedClothes) throws {
    let encodings = try test.places.map { places in
      try encoder.encodings(of: test.X.columns(at: Array(places.prefix(Self.draws + Self.shown))))
    }
    var claims: [(distance: Double, isTrue: Bool)] = []
    for draw in 0..<Self.draws {
      let known = try encodings.indices.map { label in
        KnownPerson(name: "\(label)", encoding: try encodings[label].row(draw))
      }
      let strangers = EncodedClothes.unseen.map { known[$0] }
      for label in encodings.indices {
        let isUnseen = EncodedClothes.unseen.contains(label)
        for i in Self.draws..<encodings[label].rows where isUnseen || draw == 0 {
          let shown = try encodings[label].row(i)
          for person in isUnseen && draw > 0 ? strangers : known {
            let distance = try C4W4.verify(shown, person.name, known, 1).distance
            let other = Int(person.name) ?? 0
            if draw == 0 { distances[label, other] += distance / Double(Self.shown) }
            if isUnseen, EncodedClothes.unseen.contains(other) {
              claims.append((distance, other == label))
            }
          }
          guard isUnseen else { continue }
          let isRight = try C4W4.identify(shown, strangers, .infinity).name == "\(label)"
          identified += isRight ? 1 : 0
        }
      }
    }
    let (same, other) = (claims.filter(\.isTrue), claims.filter { !$0.isTrue })
    identified /= Double(same.count)
    // True and false claims have the same weight, however many there are of each.
    for percent in 1..<200 {
      let candidate = Double(percent) / 100
      let accepted = Double(same.count { $0.distance < candidate }) / Double(same.count)
      let refused = Double(other.count { $0.distance >= candidate }) / Double(other.count)
      if (accepted + refused) / 2 > verified {
        (threshold, verified) = (candidate, (accepted + refused) / 2)
      }
    }
  }
}

extension DemoReport {
  /// Reports how well an encoding works before training and after each training.
  fileprivate mutating func tell(_ found: [OneShot]) throws {
    let names = FashionMNIST.names(.current)
    guard let first = found.dropFirst().first else { return }
    var map = Map(
      title: Phrase(
        "mean distance of pictures (rows) to one known picture (columns)",
        zh: "各类图像（行）到一张已知图像（列）的平均距离")(.current), values: first.distances)
    map.rowLabels = names
    map.columnLabels = (0..<10).map(String.init)
    self.map = map
    let kinds = EncodedClothes.unseen.map { names[$0] }
      .joined(separator: Phrase(", ", zh: "、")(.current))
    notes.append(
      Phrase(
        "recognized from one picture each, never shown in training: \(kinds)",
        zh: "训练时从未见过，每类只看一张图像：\(kinds)")(.current))
    let trainings =
      [Phrase("before training", zh: "训练前")] + Encoder.Negatives.allCases.map(\.name)
    for (shot, training) in zip(found, trainings) {
      notes.append(
        String(
          format: Phrase(
            "%.0f %% identified, %.0f %% verified (threshold %.2f): %@",
            zh: "认出 %.0f %%，验证对 %.0f %%（阈值 %.2f）：%@")(.current), 100 * shot.identified,
          100 * shot.verified, shot.threshold, training(.current) as NSString))
    }
  }
}

// MARK: A picture in another style

extension DemoReport {
  /// Paints a boot in the style of waves, with two weights of its content.
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
        try shown(closer.picture, Phrase("five times α", zh: "五倍的 α")),
      ])
    guard let first = both.costs.first, let last = both.costs.last else { return }
    notes.append(
      String(
        format: Phrase(
          "the boot: %d steps on its pixels take the cost from %.3f to %.3f",
          zh: "短靴：在像素上走 %d 步，代价从 %.3f 降到 %.3f")(.current), both.costs.count, first, last))
  }
}
