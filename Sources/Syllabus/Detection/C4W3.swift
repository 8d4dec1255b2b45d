public import Coursework
public import Tensors
import Text

/// Course 4, week 3: where objects are in a picture, from two boxes to a complete detector.
public enum C4W3 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C4W3", module: "Detection",
    title: Phrase("Detection", zh: "目标检测"),
    exercises: [
      boxCorners, intersectionOverUnion, encodeLabels, decodePredictions, detectionLoss,
      filterBoxes, nonMaxSuppression, detect, filtersFromDense, slideByConvolution,
      averagePrecision, meanAveragePrecision,
    ])
}

// MARK: Boxes

extension C4W3 {
  /// Boxes given by their corners.
  public static let boxCorners = Exercise<Tensor, Tensor, Tensor>(
    "boxCorners", week: "C4W3", parameters: ["boxXY", "boxWH"], points: 5,
    sample: { random in
      let shape = (0..<random.randint(1, 4)).map { _ in random.randint(1, 5) } + [2]
      return (random.rand(shape: shape), random.rand(shape: shape) + 0.1)
    })

  /// How much two boxes overlap.
  public static let intersectionOverUnion = Exercise<[Double], [Double], Double>(
    "intersectionOverUnion", week: "C4W3", parameters: ["box1", "box2"], points: 10,
    sample: { random in
      if random.randint(6) == 0 { return ([2, 3, 2, 5], [2, 3, 2, 5]) }
      // Some boxes are apart, some touch, and some contain each other.
      let box1 = box(&random, within: 5, sides: 1...5)
      let box2 = box(&random, within: 5, sides: 1...5)
      // Boxes that are apart in both directions are rare without this.
      let gap = random.randint(5) == 0 ? 10.0 : 0
      return (box1, box2.map { $0 + gap })
    })

  /// A box with whole-number corners: (x1, y1, x2, y2), or with y before x.
  static func box(
    _ random: inout RandomState, within length: Int, sides: ClosedRange<Int>
  ) -> [Double] {
    let (a, b) = (random.randint(length), random.randint(length))
    let (width, height) = (
      random.randint(sides.lowerBound, sides.upperBound + 1),
      random.randint(sides.lowerBound, sides.upperBound + 1)
    )
    return [a, b, a + width, b + height].map(Double.init)
  }
}

// MARK: A grid with anchors

extension C4W3 {
  /// The label of a picture for a grid with anchors.
  public static let encodeLabels = Exercise<[LabelledObject], Int, [Anchor], Int, Tensor>(
    "encodeLabels", week: "C4W3", parameters: ["objects", "S", "anchors", "classes"], points: 15,
    sample: { random in
      let (S, classes) = (random.randint(3, 6), random.randint(2, 5))
      var objects = (0..<random.randint(2, 5)).map { _ in
        LabelledObject(
          x: random.rand(), y: random.rand(), height: random.uniform(low: 0.1, high: 0.9),
          width: random.uniform(low: 0.1, high: 0.9), label: random.randint(classes))
      }
      if random.randint(2) == 0 {
        // One more object that belongs to the same place as the first.
        var rival = objects[0]
        rival.label = (rival.label + 1) % classes
        rival.height *= 0.98
        objects.append(rival)
      }
      return (objects, S, anchors(&random, random.randint(2, 4)), classes)
    })

  /// The meaning of a network's outputs.
  public static let decodePredictions = Exercise<Tensor, [Anchor], BoxPredictions>(
    "decodePredictions", week: "C4W3", parameters: ["Z", "anchors"], points: 15,
    sample: { random in
      let (S, A) = (random.randint(2, 4), random.randint(1, 4))
      return (random.randn(S, S, A, 5 + random.randint(2, 5)), anchors(&random, A))
    })

  /// The loss of a detector, with its gradient.
  public static let detectionLoss = Exercise<Tensor, Tensor, [Anchor], DetectionLoss>(
    "detectionLoss", week: "C4W3", parameters: ["Z", "Y", "anchors"], points: 15,
    sample: { random in
      let (S, A, classes) = (random.randint(1, 4), random.randint(1, 4), random.randint(2, 5))
      let shape = [S, S, A, 5 + classes]
      var rows: [[Double]] = []
      for k in 0..<S * S * A {
        var row = [Double](repeating: 0, count: 5 + classes)
        // At least one object in each picture.
        if k == 0 || random.rand() < 0.4 {
          row[0] = 1
          for part in 1...2 { row[part] = random.rand() }
          for part in 3...4 { row[part] = random.uniform(low: 0.5, high: 3) }
          row[5 + random.randint(classes)] = 1
        }
        rows.append(row)
      }
      let Y = try Tensor(shape: shape, elements: rows.flatMap(\.self))
      return (random.randn(shape: shape), Y, anchors(&random, A))
    })

  private static func anchors(_ random: inout RandomState, _ count: Int) -> [Anchor] {
    (0..<count).map { _ in
      Anchor(
        height: random.uniform(low: 0.5, high: 4), width: random.uniform(low: 0.5, high: 4))
    }
  }
}

// MARK: From predictions to boxes

extension C4W3 {
  /// The boxes with a sufficient score.
  public static let filterBoxes = Exercise<Tensor, Tensor, Tensor, Double, Detections>(
    "filterBoxes", week: "C4W3",
    parameters: ["boxConfidence", "boxes", "boxClassProbabilities", "threshold"], points: 10,
    sample: { random in
      let (S, A, C) = (random.randint(2, 4), random.randint(1, 4), random.randint(2, 5))
      // Multiples of one eighth have exact products, so that some scores equal the threshold and
      // some classes tie.
      return (
        random.randint(2, 9, shape: [S, S, A, 1]) / 8, random.rand(S, S, A, 4),
        random.randint(0, 9, shape: [S, S, A, C]) / 8, [0.25, 0.375, 0.5][random.randint(3)]
      )
    })

  /// One box for each object.
  public static let nonMaxSuppression = Exercise<
    [Double], [[Double]], [Int], Int, Double, Detections
  >(
    "nonMaxSuppression", week: "C4W3",
    parameters: ["scores", "boxes", "classes", "maxBoxes", "iouThreshold"], points: 15,
    dependsOn: [intersectionOverUnion],
    sample: { random in
      let threshold = [0.25, 0.5][random.randint(2)]
      // A chain in which neighbours overlap too much but the ends do not; two boxes whose overlap
      // equals the limit; two classes at one position; and a repetition of an earlier box.
      let step = threshold == 0.5 ? 1.0 : 2
      var boxes = (0..<3).map { [20 + step * Double($0), 0, 25 + step * Double($0), 1] }
      boxes += [[30, 0, 32, 2], [30, 0, threshold == 0.5 ? 32 : 31, 1]]
      boxes += [[40, 0, 44, 4], [40, 0, 44, 4], [30, 0, 32, 2]]
      var scores = [0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92]
      var classes = [0, 0, 0, 1, 1, 0, 1, 1]
      // Some scores are equal.
      for _ in 0..<random.randint(4, 9) {
        boxes.append(box(&random, within: 4, sides: 2...4))
        scores.append(Double(random.randint(10, 19)) / 20)
        classes.append(random.randint(2))
      }
      let order = random.permutation(boxes.count)
      return (
        order.map { scores[$0] }, order.map { boxes[$0] }, order.map { classes[$0] },
        random.randint(5, 12), threshold
      )
    })

  /// The whole pipeline from predictions to boxes in the picture.
  public static let detect = Exercise<BoxPredictions, [Double], Int, Double, Double, Detections>(
    "detect", week: "C4W3",
    parameters: ["predictions", "imageShape", "maxBoxes", "scoreThreshold", "iouThreshold"],
    points: 10, dependsOn: [boxCorners, filterBoxes, nonMaxSuppression],
    sample: { random in
      let (S, A, C) = (random.randint(2, 4), random.randint(1, 4), random.randint(2, 4))
      let boxXY = random.rand(S, S, A, 2) * 0.5 + 0.25
      return (
        BoxPredictions(
          boxConfidence: random.rand(S, S, A, 1), boxXY: boxXY,
          boxWH: random.rand(S, S, A, 2) * 0.3 + 0.3,
          boxClassProbabilities: random.rand(S, S, A, C)),
        [Double(random.randint(40, 90)), Double(random.randint(100, 200))], random.randint(3, 9),
        random.uniform(low: 0.05, high: 0.2), random.uniform(low: 0.3, high: 0.6)
      )
    })
}
