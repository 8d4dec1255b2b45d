public import Coursework
public import Tensors

// MARK: Sliding windows

extension C4W3 {
  /// A dense layer as a convolution's filters.
  public static let filtersFromDense = Exercise<Tensor, Int, Tensor>(
    "filtersFromDense", week: "C4W3", parameters: ["W", "f"], points: 5,
    sample: { random in
      let (f, n_C) = (random.randint(2, 5), random.randint(2, 5))
      return (random.randn(random.randint(2, 6), f * f * n_C), f)
    })

  /// A network applied to every window of a picture in one pass.
  public static let slideByConvolution = Exercise<
    Tensor, Tensor, Tensor, Tensor, Tensor, SlidingPass
  >(
    "slideByConvolution", week: "C4W3", parameters: ["X", "W1", "b1", "W2", "b2"], points: 15,
    dependsOn: [filtersFromDense],
    sample: { random in
      let (f, k) = (random.randint(1, 4), random.randint(2, 4))
      let (n_C, n_F, units) = (random.randint(1, 4), random.randint(2, 4), random.randint(2, 5))
      let n = f + k - 1
      return (
        random.randn(n + random.randint(1, 5), n + random.randint(1, 5), n_C),
        random.randn(f, f, n_C, n_F), random.randn(1, 1, 1, n_F),
        random.randn(units, k * k * n_F), random.randn(units, 1)
      )
    })
}

// MARK: Evaluation

extension C4W3 {
  /// The area under the precision-recall curve.
  public static let averagePrecision = Exercise<[Bool], Int, Double>(
    "averagePrecision", week: "C4W3", parameters: ["hits", "truths"], points: 10,
    sample: { random in
      let hits = (0..<random.randint(2, 12)).map { _ in random.rand() < 0.5 }
      return (hits, max(1, hits.count(where: { $0 }) + random.randint(4)))
    })

  /// The mean of the average precisions of all classes.
  public static let meanAveragePrecision = Exercise<
    [Detections], [TrueBoxes], Int, Double, Double
  >(
    "meanAveragePrecision", week: "C4W3",
    parameters: ["detections", "truths", "classes", "iouThreshold"], points: 15,
    dependsOn: [intersectionOverUnion, averagePrecision],
    sample: { random in
      // Sometimes the last class has no true box.
      let classes = random.randint(2, 4)
      let occurring = max(1, classes - random.randint(2))
      var (detections, truths): ([Detections], [TrueBoxes]) = ([], [])
      for _ in 0..<random.randint(2, 4) {
        var found = Detections()
        var picture = TrueBoxes()
        for _ in 0..<random.randint(2, 4) {
          let truth = box(&random, within: 9, sides: 2...4)
          picture.boxes.append(truth)
          picture.classes.append(random.randint(occurring))
          // Most boxes are found, with one side moved by at most 1, and some are found twice.
          for _ in 0..<random.randint(3) {
            var guess = truth
            guess[random.randint(4)] += Double(random.randint(-1, 2))
            found.boxes.append(guess)
            found.classes.append(
              random.rand() < 0.7
                ? picture.classes[picture.classes.count - 1]
                : random.randint(classes))
            found.scores.append(random.rand())
          }
        }
        detections.append(found)
        truths.append(picture)
      }
      return (detections, truths, classes, [0.5, 0.75, 2.0 / 3][random.randint(3)])
    })
}
