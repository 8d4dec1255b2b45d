import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let course3 = [confusion, means, ladder]

  /// What the nearest picture says of 500 clothes.
  private static let confusion = LessonPicture("C3W1", "confusion") {
    let sets = try ClothesSets()
    let answers = try ClothesClassifier(pictures: sets.training).answers(to: sets.unmoved.X)
    return try C3W1.confusionMatrix.reference(sets.unmoved.labels, answers, 10)
  } draw: { (M: Tensor, language) in
    let names = language == .chinese ? FashionMNIST.chineseClassNames : FashionMNIST.classNames
    return HeatMap(
      grid: try Grid(rows: 10, columns: 10, values: M.elements), rowLabels: names,
      // The first word is enough above a column.
      columnLabels: language == .chinese
        ? names : names.map { String($0.prefix(while: { !" /".contains($0) })) },
      x: Phrase("said", zh: "预测")(language), y: Phrase("true", zh: "真实")(language))
  }

  /// The arithmetic and the harmonic mean of precision and recall.
  private static let means = LessonPicture("C3W1", "means") {
    let R = Tensor.linspace(0, 1, count: 101).elements
    return (
      R: R, arithmetic: R.map { (0.9 + $0) / 2 },
      F1: try R.map { try C3W1.f1Score.reference(0.9, $0) }
    )
  } draw: { (curves: (R: [Double], arithmetic: [Double], F1: [Double]), language) in
    LineChart(
      x: Phrase("recall", zh: "查全率")(language), y: "",
      series: [
        try Series("(P + R) / 2", x: curves.R, y: curves.arithmetic),
        try Series("F1", x: curves.R, y: curves.F1),
      ])
  }

  /// The errors of two classifiers on four sets, beside the best that is known.
  private static let ladder = LessonPicture("C3W1", "ladder") {
    let sets = try ClothesSets()
    return try [
      ClothesClassifier(means: sets.training), ClothesClassifier(pictures: sets.training),
    ].map { try [ClothesSets.bestKnown] + sets.errors(of: $0) }
  } draw: { (errors: [[Double]], language) in
    let titles = [
      Phrase("nearest mean", zh: "最近的平均图像"), Phrase("nearest picture", zh: "最近的图像"),
    ]
    let names = [
      Phrase("best known", zh: "已知最好"), Phrase("training", zh: "训练"),
      Phrase("train-dev", zh: "训练-开发"), Phrase("dev", zh: "开发"), Phrase("test", zh: "测试"),
    ]
    return FigureGrid(
      figures: zip(titles, errors).map { title, errors in
        BarChart(
          title(language),
          bars: zip(names, errors).map { .init($0(language), (10 * $1).rounded() / 10) },
          unit: " %")
      }, perRow: 1)
  }
}
