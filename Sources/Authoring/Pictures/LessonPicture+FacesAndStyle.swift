import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

/// What a triplet costs, what a Gram matrix sees, and a boot in the style of waves.
extension LessonPicture {
  static let facesAndStyle = [triplet, gram, boot]

  /// The loss of one triplet over the distance of its negative.
  private static let triplet = LessonPicture("C4W4", "triplet") {
    let far = Tensor.linspace(0, 1.5, count: 151).elements
    let near = 0.5
    func losses(_ alpha: Double) throws -> [Double] {
      // Encodings of one number, each at the root of its squared distance.
      try far.map { distance in
        try C4W4.tripletLoss.reference(
          Tensor([0]), Tensor([sqrt(near)]), Tensor([sqrt(distance)]), alpha)
      }
    }
    return (far: far, with: try losses(0.2), without: try losses(0))
  } draw: {
    (curves: (far: [Double], with: [Double], without: [Double]), language) in
    LineChart(
      x: "‖a - n‖²", y: Phrase("loss", zh: "损失")(language),
      series: [
        try Series("α = 0.2", x: curves.far, y: curves.with),
        try Series("α = 0", x: curves.far, y: curves.without),
      ])
  }

  /// Three textures and the Gram matrices of their edges.
  private static let gram = LessonPicture("C4W4", "gram") {
    let waves = StylePictures.waves(side: 32)
    let moved = try waves.slice(axis: 2, at: Array(9..<32) + Array(0..<9))
    let turned = try waves.transposed([0, 2, 1, 3])
    var random = RandomState(seed: 1)
    let edges = try StylePictures.filters(&random)[0].slice(axis: 3, 0..<8)
    let figures = try [waves, moved, turned].flatMap { texture -> [any Figure] in
      let a = maximum(
        try C4W1.convolveForwardByProduct.reference(texture, edges, .zeros(1, 1, 1, 8), 1, 0), 0)
      let G = try C4W4.gramMatrix.reference(C4W4.unrollChannels.reference(a))
      return [
        PictureGrid(pictures: [try Picture(texture.entry(0))]),
        // In whole numbers, which fit into the cells.
        HeatMap(grid: try Grid(round(100 * G / Double(a.shape[1] * a.shape[2])))),
      ]
    }
    return FigureGrid(figures: figures, perRow: 2)
  }

  /// A boot, waves, and the boot in their style.
  private static let boot = LessonPicture("C4W4", "boot") {
    let picture = try FashionMNIST.train.first(1, ofEach: [9]).normalized.reshaped(28, 28)
    let boot = StylePictures.coloured(picture, scale: 2)
    let waves = StylePictures.waves(side: 56)
    var random = RandomState(seed: 1)
    let filters = StylePictures.filters(&random)
    let painted = try C4W4.generate.reference(
      boot, waves, filters, [0.5, 0.5], 20, 1000, 8, 60
    ).picture
    return try FigureGrid(
      figures: [boot, waves, painted].map {
        PictureGrid(pictures: [try Picture($0.entry(0))])
      }, perRow: 3)
  }
}
