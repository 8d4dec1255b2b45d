import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

/// Where a network's parameters and its work are, what depth does, and pictures made of one picture.
extension LessonPicture {
  static let classicNetworks = [whereVGGIs, depthWithShortcuts, augmented]

  /// The parts of VGG-16: five groups of convolutions and three dense layers.
  private static let whereVGGIs = LessonPicture("C4W2", "vgg") {
    let layers = NetworkLayer.vgg16
    let parameters = try C4W2.parameterCounts.reference([224, 224, 3], layers)
    let work = try C4W2.multiplications.reference([224, 224, 3], layers)
    // A group ends with its pooling.
    var groups: [(parameters: Int, work: Int)] = [(0, 0)]
    for (l, layer) in layers.enumerated() {
      groups[groups.count - 1].parameters += parameters[l]
      groups[groups.count - 1].work += work[l]
      if layer.kind == .pooling || (layer.kind == .dense && l < layers.count - 1) {
        groups.append((0, 0))
      }
    }
    return groups
  } draw: { (groups: [(parameters: Int, work: Int)], language) in
    let names =
      (1...5).map { Phrase("group \($0)", zh: "第 \($0) 组")(language) }
      + (1...3).map { Phrase("dense \($0)", zh: "全连接 \($0)")(language) }
    func chart(_ title: Phrase, _ numbers: [Int]) -> BarChart {
      let total = Double(numbers.reduce(0, +))
      return BarChart(
        title(language),
        bars: zip(names, numbers).map { .init($0, (1000 * Double($1) / total).rounded() / 10) },
        unit: " %")
    }
    return FigureGrid(
      figures: [
        chart(Phrase("parameters", zh: "参数"), groups.map(\.parameters)),
        chart(Phrase("multiplications", zh: "乘法"), groups.map(\.work)),
      ], perRow: 1)
  }

  /// The mean cost of the eighth epoch over the number of layers.
  private static let depthWithShortcuts = LessonPicture("C4W2", "depth") {
    try BlockTraining.results.get()
  } draw: {
    (
      results: (plain: [BlockTraining.Outcome], residual: [BlockTraining.Outcome]), language
    ) in
    let layers = BlockTraining.blocks.map { Double(2 * $0 + 2) }
    return LineChart(
      x: Phrase("layers", zh: "层数")(language), y: "J",
      series: [
        try Series(
          Phrase("plain", zh: "普通网络")(language), x: layers, y: results.plain.map(\.cost)),
        try Series(
          Phrase("residual", zh: "残差网络")(language), x: layers, y: results.residual.map(\.cost)),
      ])
  }

  /// A dyed coat, then mirrored, cropped, with other colours, and along the main component.
  private static let augmented = LessonPicture("C4W2", "augmented") {
    let coat = try FashionMNIST.train.first(1, ofEach: [4]).normalized
    // Red where it is bright, on a ground of blue.
    let dyed = try coat * Tensor([0.95, 0.5, 0.35]) + (1 - coat) * Tensor([0.1, 0.3, 0.55])
    let cropped = try C4W2.randomCrop.reference(dyed, 22, 22, 4)
    let shifted = try C4W2.shiftColours.reference(dyed, Tensor([[0.2, -0.1, -0.2]]))
    let varied = try C4W2.colourPCA.reference(dyed, Tensor([[4, 0, 0]]))
    let pictures = [dyed, try C4W2.mirror.reference(dyed), cropped, shifted, varied]
    return PictureGrid(
      pictures: try pictures.map { picture in
        let (_, n_H, n_W, _) = try picture.pictureSizes
        // Five times as large.
        let enlarged = try picture.slice(axis: 1, at: (0..<5 * n_H).map { $0 / 5 })
          .slice(axis: 2, at: (0..<5 * n_W).map { $0 / 5 })
        return try Picture(
          rows: 5 * n_H, columns: 5 * n_W, channels: 3,
          values: minimum(1, maximum(0, enlarged)).elements)
      }, perRow: 5)
  }
}
