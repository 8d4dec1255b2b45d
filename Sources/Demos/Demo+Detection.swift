import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Clothes on a canvas, which a small detector learns to locate and classify.
  static let detection = Demo(
    week: "C4W3",
    summary: Phrase(
      "clothes on a canvas, detected before and after suppression",
      zh: "画布上的服装：抑制前后找到的框"),
    choices: [.steps, .learningRate, .seed]
  ) { options in
    var random = RandomState(seed: UInt32(options.seed ?? 1))
    let (training, test) = try (BoxedClothes(FashionMNIST.train), BoxedClothes(FashionMNIST.test))
    var detector = Detector(&random)
    let scenes = try (0..<1200).map { _ in try Scene(of: training, &random) }
    let labels = try scenes.map { try detector.label(of: $0) }
    let inputs = try scenes.map { try detector.inputs(of: $0) }

    var report = DemoReport(title: Phrase("Clothes on a canvas", zh: "画布上的服装")(.current))
    var order: [Int] = []
    let descent = try TrainingLoop(steps: options.steps ?? 2000, keepingEvery: 10) { _ in
      if order.count < Detector.batch { order = random.permutation(scenes.count) }
      let batch = Array(order.prefix(Detector.batch))
      order.removeFirst(batch.count)
      return try detector.step(
        batch.map { inputs[$0] }, batch.map { labels[$0] },
        learningRate: options.learningRate ?? 0.002)
    }
    report.curves = [.init(name: "", every: 10, costs: descent.costs)]
    report.stoppedAt = descent.stoppedAt
    try report.judge(detector, on: (0..<60).map { _ in try Scene(of: test, &random) })
    try report.slide(over: scenes[0], &random)
    return report
  }
}

/// Pictures of clothes, each with its bounding box.
private struct BoxedClothes {
  let pictures: [Tensor]
  let labels: [Int]
  /// The top, left, bottom and right edge of each picture's content.
  let boxes: [[Int]]

  init(_ images: LabelledImages) throws {
    let pixels = try images.normalized.reshaped(-1, images.height, images.width)
    pictures = try (0..<images.count).map { try pixels.entry($0) }
    labels = images.labels
    boxes = try pictures.map { picture in
      func ends(_ brightest: Tensor) -> [Int] {
        let places = brightest.elements.indices.filter { brightest.elements[$0] > 0.1 }
        return [places.first ?? 0, (places.last ?? 0) + 1]
      }
      let (rows, columns) = (ends(try picture.max(axis: 1)), ends(try picture.max(axis: 0)))
      return [rows[0], columns[0], rows[1], columns[1]]
    }
  }
}

/// A canvas with two or three pieces of clothing that hardly overlap.
private struct Scene {
  static let side = 56
  private(set) var canvas = Tensor.zeros(side, side)
  private(set) var objects: [LabelledObject] = []
  private(set) var truth = TrueBoxes()

  init(of clothes: BoxedClothes, _ random: inout RandomState) throws {
    let wanted = random.randint(2, 4)
    for _ in 0..<30 where objects.count < wanted {
      let i = random.randint(clothes.pictures.count)
      let own = clothes.boxes[i]
      let (height, width) = (own[2] - own[0], own[3] - own[1])
      let (top, left) = (random.randint(Self.side - height), random.randint(Self.side - width))
      let box = [top, left, top + height, left + width].map(Double.init)
      let isFree = try truth.boxes.allSatisfy {
        try C4W3.intersectionOverUnion($0, box) < 0.02
      }
      guard isFree else { continue }
      truth.boxes.append(box)
      truth.classes.append(clothes.labels[i])
      let side = Double(Self.side)
      objects.append(
        LabelledObject(
          x: (box[1] + box[3]) / 2 / side, y: (box[0] + box[2]) / 2 / side,
          height: Double(height) / side, width: Double(width) / side, label: clothes.labels[i]))
      for row in 0..<height {
        for column in 0..<width {
          let pixel = clothes.pictures[i][own[0] + row, own[1] + column]
          canvas[top + row, left + column] = max(canvas[top + row, left + column], pixel)
        }
      }
    }
  }
}

/// One hidden layer that is applied to the surroundings of each cell with the same weights, as in a
/// convolution.
private struct Detector {
  static let batch = 25
  private static let S = 4
  private static let classes = 10
  /// Anchors in units of cells of 14 pixels: the shapes of a coat, of trousers and of a shoe.
  static let anchors = [
    Anchor(height: 1.9, width: 1.6), Anchor(height: 2, width: 0.9), Anchor(height: 0.9, width: 2),
  ]
  private var W1, b1, W2, b2: Tensor
  private var v: [Tensor]
  private var s: [Tensor]
  private var t = 0

  init(_ random: inout RandomState) {
    let (inputs, hidden, outputs) = (21 * 21, 96, Self.anchors.count * (5 + Self.classes))
    W1 = random.randn(hidden, inputs) * sqrt(2 / Double(inputs))
    b1 = .zeros(hidden, 1)
    W2 = random.randn(outputs, hidden) * sqrt(1 / Double(hidden))
    b2 = .zeros(outputs, 1)
    v = [W1, b1, W2, b2].map { $0 * 0 }
    s = v
  }

  func label(of scene: Scene) throws -> Tensor {
    try C4W3.encodeLabels(scene.objects, Self.S, Self.anchors, Self.classes)
  }

  /// The surroundings of every cell as columns: 42 × 42 pixels averaged in groups of four.
  func inputs(of scene: Scene) throws -> Tensor {
    let half = Scene.side / 2
    let small = try scene.canvas.reshaped(half, 2, half, 2).mean(axes: [1, 3])
    var framed = Tensor.zeros(half + 14, half + 14)
    for row in 0..<half {
      for column in 0..<half { framed[7 + row, 7 + column] = small[row, column] }
    }
    var windows: [Tensor] = []
    for row in 0..<Self.S {
      for column in 0..<Self.S {
        windows.append(
          try framed.slice(axis: 0, 7 * row..<7 * row + 21)
            .slice(axis: 1, 7 * column..<7 * column + 21).reshaped(-1, 1))
      }
    }
    return try Tensor.concatenate(windows, axis: 1)
  }

  private func forward(_ X: Tensor) throws -> (A1: Tensor, Z: Tensor) {
    let A1 = maximum(try dot(W1, X) + b1, 0)
    return (A1, try dot(W2, A1) + b2)
  }

  private static func shape(_ pictures: Int) -> [Int] {
    [pictures, S, S, anchors.count, 5 + classes]
  }

  /// Makes one step of Adam and returns the mean loss of the pictures before it.
  mutating func step(
    _ inputs: [Tensor], _ labels: [Tensor], learningRate: Double
  ) throws -> Double {
    let m = Double(inputs.count)
    let X = try Tensor.concatenate(inputs, axis: 1)
    let (A1, Z) = try forward(X)
    let found = try C4W3.detectionLoss(
      Z.T.reshaped(shape: Self.shape(inputs.count)), Tensor.stack(labels), Self.anchors)
    let dZ = try found.dZ.reshaped(-1, b2.rows).T / m
    let dZ1 = try dot(W2.T, dZ) * (A1 .> 0)
    let slopes = [
      try dot(dZ1, X.T), try dZ1.sum(axis: 1, keepingDimensions: true), try dot(dZ, A1.T),
      try dZ.sum(axis: 1, keepingDimensions: true),
    ]
    t += 1
    let rate =
      learningRate * sqrt(1 - pow(0.999, Double(t))) / (1 - pow(0.9, Double(t)))
    var moves: [Tensor] = []
    for k in slopes.indices {
      v[k] = try 0.9 * v[k] + 0.1 * slopes[k]
      s[k] = try 0.999 * s[k] + 0.001 * slopes[k].squared()
      moves.append(try rate * v[k] / (sqrt(s[k]) + 1e-8))
    }
    try W1 -= moves[0]
    try b1 -= moves[1]
    try W2 -= moves[2]
    try b2 -= moves[3]
    return found.loss / m
  }

  /// The objects detected in a scene, with or without suppression.
  func boxes(in scene: Scene, iouThreshold: Double, scoreThreshold: Double) throws -> Detections {
    let Z = try forward(inputs(of: scene)).Z.T.reshaped(shape: Array(Self.shape(1).dropFirst()))
    let side = Double(Scene.side)
    return try C4W3.detect(
      C4W3.decodePredictions(Z, Self.anchors), [side, side], 20, scoreThreshold, iouThreshold)
  }
}

// MARK: Results

extension DemoReport {
  fileprivate mutating func judge(_ detector: Detector, on scenes: [Scene]) throws {
    // Shows first the scenes in which suppression removes boxes.
    var (helped, others): ([[Mistake]], [[Mistake]]) = ([], [])
    let thresholds = [1, 0.9, 0.3, 0]
    var counts = [0, 0, 0, 0]
    for scene in scenes {
      let found = try thresholds.map {
        try detector.boxes(in: scene, iouThreshold: $0, scoreThreshold: 0.1)
      }
      for k in counts.indices { counts[k] += found[k].boxes.count }
      let (all, kept) = (found[0], found[2])
      let names = FashionMNIST.names(.current)
      let said = kept.classes.filter(names.indices.contains).map { names[$0] }
      let isHelped = kept.boxes.count < all.boxes.count
      guard (isHelped ? helped : others).count < 4 else { continue }
      let pair = [
        Mistake(
          pixels: scene.drawn(all),
          caption: Phrase("\(all.boxes.count) boxes", zh: "\(all.boxes.count) 个框")(.current)),
        Mistake(pixels: scene.drawn(kept), caption: said.joined(separator: ", ")),
      ]
      if isHelped { helped.append(pair) } else { others.append(pair) }
    }
    gallery = .init(
      title: Phrase("before and after suppression", zh: "抑制之前与之后")(.current),
      pictures: (helped + others).prefix(4).flatMap(\.self))
    let ranked = try scenes.map {
      try detector.boxes(in: $0, iouThreshold: 0.3, scoreThreshold: 0.01)
    }
    let precision = try [0.5, 0.3].map {
      try C4W3.meanAveragePrecision(ranked, scenes.map(\.truth), 10, $0)
    }
    notes.append(
      String(
        format: Phrase(
          "mean average precision on %d new canvases: %.3f at IoU 0.5, %.3f at 0.3",
          zh: "%d 张新画布上的平均精度均值：IoU 0.5 时 %.3f，0.3 时 %.3f")(.current), scenes.count,
        precision[0], precision[1]))
    let objects = scenes.reduce(0) { $0 + $1.objects.count }
    notes.append(
      Phrase(
        "\(objects) objects, \(counts[0]) boxes; suppressed above IoU 0.9: \(counts[1]), 0.3: \(counts[2]), 0: \(counts[3])",
        zh:
          "\(objects) 个目标，\(counts[0]) 个框；抑制时 IoU 的阈值 0.9：\(counts[1])，0.3：\(counts[2])，0：\(counts[3])"
      )(
        .current))
  }

  /// Reports how many multiplications a convolution saves compared with separate windows of 28 ×
  /// 28.
  fileprivate mutating func slide(over scene: Scene, _ random: inout RandomState) throws {
    let pass = try C4W3.slideByConvolution(
      scene.canvas.reshaped(Scene.side, Scene.side, 1), random.randn(5, 5, 1, 4),
      .zeros(1, 1, 1, 4), random.randn(1, 24 * 24 * 4), .zeros(1, 1))
    let windows = pass.scores.shape.dropLast().reduce(1, *)
    guard pass.multiplications > 0 else { return }
    notes.append(
      String(
        format: Phrase(
          "%d windows of 28 × 28 in one pass: %.1f times fewer multiplications",
          zh: "一次通过 %d 个 28 × 28 的窗口：乘法次数少到 1/%.1f")(.current), windows,
        Double(pass.multiplicationsByWindows) / Double(pass.multiplications)))
  }
}

extension Scene {
  /// The canvas at three times its size, with boxes around the detected objects, brighter for
  /// higher scores.
  fileprivate func drawn(_ found: Detections) -> Tensor {
    let scale = 3
    let side = scale * Self.side
    var picture = Tensor.zeros(side, side, 3)
    for row in 0..<side {
      for column in 0..<side {
        let grey = canvas[row / scale, column / scale]
        for channel in 0..<3 { picture[row, column, channel] = grey }
      }
    }
    func paint(_ row: Int, _ column: Int, _ colour: [Double]) {
      guard (0..<side).contains(row), (0..<side).contains(column) else { return }
      for channel in 0..<3 { picture[row, column, channel] = colour[channel] }
    }
    for (box, c) in zip(found.boxes, found.classes).reversed() where box.count == 4 {
      let ends = box.map { end in
        end.isFinite ? Int((Double(scale) * min(max(end, -1), 60)).rounded()) : 0
      }
      // A colour for each class: orange, sky blue, green, yellow and pink in turn.
      let colour = [
        [1, 0.62, 0], [0.34, 0.71, 0.91], [0, 0.9, 0.5], [0.95, 0.9, 0.25], [1, 0.47, 0.65],
      ][abs(c) % 5]
      for column in min(ends[1], ends[3])...max(ends[1], ends[3]) {
        for row in [ends[0], ends[0] + 1, ends[2] - 1, ends[2]] { paint(row, column, colour) }
      }
      for row in min(ends[0], ends[2])...max(ends[0], ends[2]) {
        for column in [ends[1], ends[1] + 1, ends[3] - 1, ends[3]] { paint(row, column, colour) }
      }
    }
    return picture
  }
}
