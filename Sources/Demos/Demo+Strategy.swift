import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Three classifiers of clothes: which one to choose, where its error comes from, and what its
  /// mistakes have in common.
  static let strategy = Demo(
    week: "C3W1",
    summary: Phrase(
      "three classifiers of clothes, and what their mistakes say",
      zh: "三个服装分类器，它们的错误说明什么"),
    choices: [.steps, .learningRate, .seed]
  ) { options in
    let shop = try Shop(seed: UInt32(options.seed ?? 1))
    let steps = options.steps ?? 300
    var report = DemoReport(
      title: Phrase("Clothes, photographed", zh: "拍下来的服装")(.current))
    var models: [SoftmaxModel] = []
    for (part, block) in [1, 2, 4].enumerated() where report.stoppedAt == nil {
      var model = SoftmaxModel(block: block)
      let X = try model.inputs(of: shop.training.pixels)
      let descent = try TrainingLoop(
        steps: steps, keepingEvery: 10, part: (part, 3)
      ) { _ in
        try model.step(X, shop.training.labels, learningRate: options.learningRate ?? 0.5)
      }
      report.stoppedAt = descent.stoppedAt
      report.curves.append(.init(name: model.name, every: 10, costs: descent.costs))
      models.append(model)
    }
    try report.compare(models, in: shop)
    return report
  }
}

/// A shop's catalogue pictures for training, and customers' photographs, which are what counts.
private struct Shop {
  /// Pictures of shape (m, 28, 28), and what they show.
  struct Pictures {
    var pixels: Tensor
    var labels: [Int]
  }

  let training, trainDev, dev, test: Pictures
  /// The distance of each photograph of the dev set from its centre, in pixels.
  let shifts: [Int]

  init(seed: UInt32) throws {
    let (catalogue, photographed) = try (FashionMNIST.train, FashionMNIST.test)
    var random = RandomState(seed: seed)
    let sizes = try C3W1.splitSizes(catalogue.count + photographed.count, 0.2, 500)
    func part(_ images: LabelledImages, _ places: ArraySlice<Int>) throws -> Pictures {
      let chosen = try images.images(at: Array(places))
      return Pictures(
        pixels: try chosen.normalized.reshaped(-1, images.height, images.width),
        labels: chosen.labels)
    }
    let order = random.permutation(catalogue.count)
    training = try part(catalogue, order.dropFirst(300).prefix(sizes.training))
    trainDev = try part(catalogue, order.prefix(300))
    let places = random.permutation(photographed.count)
    (dev, shifts) = try Self.photographed(
      part(photographed, places.prefix(sizes.dev)), &random)
    test = try Self.photographed(
      part(photographed, places.dropFirst(sizes.dev).prefix(sizes.test)), &random
    ).pictures
  }

  /// Pictures up to two pixels off centre, some of them too dark.
  private static func photographed(
    _ pictures: Pictures, _ random: inout RandomState
  ) throws -> (pictures: Pictures, shifts: [Int]) {
    var pictures = pictures
    var shifts: [Int] = []
    let (n_H, n_W) = (pictures.pixels.shape[1], pictures.pixels.shape[2])
    var elements: [Double] = []
    for i in pictures.labels.indices {
      let picture = try pictures.pixels.entry(i)
      let (down, right) = (random.randint(-2, 3), random.randint(-2, 3))
      let light = random.uniform(low: 0.4, high: 1)
      shifts.append(max(abs(down), abs(right)))
      for row in 0..<n_H {
        for column in 0..<n_W {
          let (from, at) = (row - down, column - right)
          let isInside = (0..<n_H).contains(from) && (0..<n_W).contains(at)
          elements.append(isInside ? light * picture[from, at] : 0)
        }
      }
    }
    pictures.pixels = try Tensor(shape: pictures.pixels.shape, elements: elements)
    return (pictures, shifts)
  }
}

/// A softmax classifier on the means of square blocks of pixels.
private struct SoftmaxModel {
  /// The side of a block in pixels.
  let block: Int
  private var W: Tensor
  private var b = Tensor.zeros(10, 1)

  init(block: Int) {
    self.block = block
    W = .zeros(10, (28 / block) * (28 / block))
  }

  var parameters: Int { W.count + b.count }
  var name: String { "\(28 / block) × \(28 / block)" }

  /// The means of all blocks, as columns.
  func inputs(of pixels: Tensor) throws -> Tensor {
    let side = 28 / block
    return try pixels.reshaped(-1, side, block, side, block).mean(axes: [2, 4])
      .reshaped(-1, side * side).T
  }

  private func probabilities(_ X: Tensor) throws -> Tensor {
    let Z = try dot(W, X) + b
    let shares = exp(try Z - Z.max(axis: 0))
    return try shares / shares.sum(axis: 0)
  }

  /// Makes one step of gradient descent and returns the cost before it.
  mutating func step(
    _ X: Tensor, _ labels: [Int], learningRate: Double
  ) throws -> Double {
    let m = Double(labels.count)
    let A = try probabilities(X)
    var dZ = A
    var cost = 0.0
    for (i, label) in labels.enumerated() {
      cost -= Foundation.log(max(A[label, i], 1e-300)) / m
      dZ[label, i] -= 1
    }
    // The gradient is larger for single pixels than for means of blocks.
    let rate = learningRate / m * (block == 1 ? 0.4 : 1)
    try W -= rate * dot(dZ, X.T)
    try b -= rate * dZ.sum(axis: 1, keepingDimensions: true)
    return cost
  }

  func answers(to pictures: Shop.Pictures) throws -> [Int] {
    try probabilities(inputs(of: pictures.pixels)).argmax(axis: 0).elements.map { Int($0) }
  }
}

// MARK: The findings of the learner's functions

extension DemoReport {
  /// Chooses a model by its dev-set results, and reports what this week's functions find about it.
  fileprivate mutating func compare(_ models: [SoftmaxModel], in shop: Shop) throws {
    let answers = try models.map { try $0.answers(to: shop.dev) }
    let confusions = try answers.map { try C3W1.confusionMatrix(shop.dev.labels, $0, 10) }
    let scores = try confusions.map { try C3W1.macroF1($0) }
    let listed = zip(models, scores).map { "\($0.name) " + $1.text(decimals: 3) }
    notes.append(
      Phrase("macro F1 on the dev set: ", zh: "开发集上的宏平均 F1：")(.current)
        + listed.joined(separator: ", "))
    let costs = Tensor.column(models.map { Double($0.parameters) })
    guard let chosen = try C3W1.chooseModel(scores, costs, [2000]) else { return }
    try show(confusions[chosen], of: models[chosen])
    try show(errorsOf: models[chosen], in: shop)
    try show(mistakesIn: answers[chosen], to: shop)
    try patch(answers, models, shop)
  }

  private mutating func show(_ confusion: Tensor, of model: SoftmaxModel) throws {
    let names = FashionMNIST.names(.current)
    map = .init(
      title: Phrase(
        "\(model.name), the best with 2000 parameters or fewer",
        zh: "\(model.name)，参数不超过 2000 的模型中最好的")(.current),
      values: confusion)
    // Short enough to leave room for the numbers on a small screen.
    map?.rowLabels = names.map { $0.count > 8 ? String($0.prefix { !" /".contains($0) }) : $0 }
    map?.columnLabels = names.map { String($0.prefix(Language.current == .chinese ? 1 : 2)) }
    let scores = try names.indices.map { c in
      let (P, R) = try (C3W1.precision(confusion, c), C3W1.recall(confusion, c))
      return (P: P, R: R, F1: try C3W1.f1Score(P, R))
    }
    guard let worst = scores.indices.min(by: { scores[$0].F1 < scores[$1].F1 }) else { return }
    notes.append(
      Phrase("hardest: ", zh: "最难认的：")(.current) + names[worst]
        + String(
          format: Phrase(
            ", precision %.2f, recall %.2f, F1 %.2f", zh: "，查准率 %.2f，查全率 %.2f，F1 %.2f")(
              .current), scores[worst].P, scores[worst].R, scores[worst].F1))
  }

  private mutating func show(errorsOf model: SoftmaxModel, in shop: Shop) throws {
    // The README of Fashion-MNIST lists an accuracy of 0.835 for non-experts, by a vote of three,
    // and of 0.967 for the best submitted network.
    let human = try C3W1.humanLevel([16.5, 3.3])
    let errors = try [shop.training, shop.trainDev, shop.dev, shop.test].map { set in
      let wrong = try zip(model.answers(to: set), set.labels).count(where: { $0 != $1 })
      return 100 * Double(wrong) / Double(set.labels.count)
    }
    let found = try C3W1.diagnose(human, errors[0], errors[1], errors[2], errors[3])
    bars.append(
      .init(
        title: Phrase("error", zh: "误差")(.current),
        names: Phrase(
          "best known|training|train-dev|dev|test", zh: "已知最好|训练|训练-开发|开发|测试")(.current)
          .split(separator: "|").map(String.init),
        values: ([human] + errors).map { (10 * $0).rounded() / 10 }, unit: " %"))
    let names: [ErrorSource: Phrase] = [
      .avoidableBias: Phrase("bias", zh: "偏差"),
      .variance: Phrase("variance", zh: "方差"), .mismatch: Phrase("mismatch", zh: "不匹配"),
      .overfittingToDev: Phrase("overfitting to dev", zh: "对开发集过拟合"),
    ]
    notes.append(
      String(
        format: Phrase(
          "bias %.1f, variance %.1f, mismatch %.1f, dev to test %.1f; largest: %@",
          zh: "偏差 %.1f，方差 %.1f，不匹配 %.1f，开发到测试 %.1f：最大的是%@")(.current),
        found.avoidableBias, found.variance, found.mismatch, found.overfittingToDev,
        (found.largest.flatMap { names[$0] } ?? Phrase("nothing", zh: "没有"))(.current)))
  }

  private mutating func show(mistakesIn answers: [Int], to shop: Shop) throws {
    let (labels, pixels) = (shop.dev.labels, shop.dev.pixels)
    let wrong = labels.indices.filter { answers[$0] != labels[$0] }
    guard !wrong.isEmpty else { return }
    let brightness = try pixels.mean(axes: [1, 2]).elements
    let dark = brightness.sorted()[brightness.count / 4]
    let (tops, shoes): (Set<Int>, Set<Int>) = ([0, 2, 4, 6], [5, 7, 9])
    let tags: [(name: Phrase, applies: (Int) -> Bool)] = [
      (
        Phrase("top for top", zh: "上衣互认"),
        { tops.contains(labels[$0]) && tops.contains(answers[$0]) }
      ),
      (
        Phrase("shoe for shoe", zh: "鞋互认"),
        { shoes.contains(labels[$0]) && shoes.contains(answers[$0]) }
      ),
      (Phrase("off centre", zh: "偏离中心"), { shop.shifts[$0] == 2 }),
      (Phrase("dark", zh: "偏暗"), { brightness[$0] < dark }),
    ]
    var table = Tensor.zeros(wrong.count, tags.count)
    for (row, i) in wrong.enumerated() {
      for (column, tag) in tags.enumerated() { table[row, column] = tag.applies(i) ? 1 : 0 }
    }
    let error = 100 * Double(wrong.count) / Double(labels.count)
    let analysis = try C3W1.errorAnalysis(table, error)
    bars.append(
      .init(
        title: Phrase("what the dev error could lose", zh: "开发误差最多能减少")(.current),
        names: tags.map { $0.name(.current) },
        values: analysis.ceilings.map { (10 * $0).rounded() / 10 }, unit: " %"))
    // A wrong pair of shoes is returned to the shop.
    let weighted = try C3W1.weightedError(
      labels, answers, labels.map { shoes.contains($0) ? 5 : 1 })
    notes.append(
      String(
        format: Phrase(
          "dev error %.1f %%, or %.1f %% if mistakes about shoes count five times",
          zh: "开发误差 %.1f %%；鞋认错按五倍计时为 %.1f %%")(.current), error, 100 * weighted))
    let names = FashionMNIST.names(.current)
    for i in wrong.prefix(Mistake.most) where names.indices.contains(answers[i]) {
      mistakes.append(.init(pixels: try pixels.entry(i), caption: names[answers[i]]))
    }
  }

  /// Reports what corrected labels change, as if a tired annotator had labelled every other shirt of
  /// the dev set as a T-shirt.
  private mutating func patch(
    _ answers: [[Int]], _ models: [SoftmaxModel], _ shop: Shop
  ) throws {
    let shirts = shop.dev.labels.indices.filter { shop.dev.labels[$0] == 6 }
    let places = stride(from: 0, to: shirts.count, by: 2).map { shirts[$0] }
    var careless = shop.dev.labels
    for place in places { careless[place] = 0 }
    let scores = try C3W1.patchScores(careless, answers, places, places.map { _ in 6 })
    func listed(_ scores: [Double]) -> String {
      scores.map { (100 * $0).text(decimals: 1) }.joined(separator: ", ")
    }
    notes.append(
      String(
        format: Phrase(
          "%d labels wrong: %@ %% right; corrected: %@ %%", zh: "%d 个标签有误时准确率 %@ %%；改正后 %@ %%")(
            .current), places.count, listed(scores.before), listed(scores.after)))
  }
}
