import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

/// Windows in one pass, and how the overlap of two boxes falls.
extension LessonPicture {
  static let detection = [windowsInOnePass, overlap]

  /// A canvas, and how well each window of it fits a boot.
  private static let windowsInOnePass = LessonPicture("C4W3", "windows") {
    let clothes = try FashionMNIST.train
    let boot = try clothes.first(1, ofEach: [9]).normalized.reshaped(28, 28)
    let bag = try clothes.first(1, ofEach: [8]).normalized.reshaped(28, 28)
    var canvas = Tensor.zeros(56, 56)
    for (picture, top, left) in [(boot, 6, 24), (bag, 28, 2)] {
      for row in 0..<28 {
        for column in 0..<28 {
          canvas[top + row, left + column] = max(
            canvas[top + row, left + column], picture[row, column])
        }
      }
    }
    // A filter of one pixel leaves the picture as it is; the dense layer is the boot without its mean.
    let pass = try C4W3.slideByConvolution.reference(
      canvas.reshaped(56, 56, 1), .ones(1, 1, 1, 1), .zeros(1, 1, 1, 1),
      (boot - boot.mean()).reshaped(1, -1), .zeros(1, 1))
    let map = try pass.scores.reshaped(29, 29)
    let enlarged = (0..<224 * 224).map { canvas[$0 / 224 / 4, $0 % 224 / 4] }
    return FigureGrid(
      figures: [
        PictureGrid(pictures: [
          try Picture(rows: 224, columns: 224, values: enlarged)
        ]),
        HeatMap(grid: try Grid(rows: 29, columns: 29, values: map.elements)),
      ], perRow: 2)
  }

  /// The IoU of two squares of side 1, one of which is moved.
  private static let overlap = LessonPicture("C4W3", "overlap") {
    let shifts = Tensor.linspace(0, 1.2, count: 121).elements
    func overlaps(down: Double) throws -> [Double] {
      try shifts.map {
        try C4W3.intersectionOverUnion.reference(
          [0, 0, 1, 1], [$0, down * $0, 1 + $0, 1 + down * $0])
      }
    }
    return (shifts: shifts, sideways: try overlaps(down: 0), diagonal: try overlaps(down: 1))
  } draw: {
    (curves: (shifts: [Double], sideways: [Double], diagonal: [Double]), language) in
    LineChart(
      x: Phrase("moved by, in sides", zh: "移动的距离（边长）")(language), y: "IoU",
      series: [
        try Series(Phrase("sideways", zh: "向旁边")(language), x: curves.shifts, y: curves.sideways),
        try Series(
          Phrase("along the diagonal", zh: "沿对角线")(language), x: curves.shifts, y: curves.diagonal),
      ])
  }
}
