import Coursework
import Datasets
import Tensors

/// The loop of every demo: steps until the end or until the user stops them, with the cost kept and
/// reported on the way.
struct TrainingLoop {
  private(set) var costs: [Double] = []
  private(set) var stoppedAt: Int?

  /// Makes the steps, until they are done or somebody asks to stop.
  ///
  /// - Parameters:
  ///   - steps: how many steps are made.
  ///   - interval: a cost is kept every so many steps, beginning with the first.
  ///   - part: which of several descents of one demo this is, from 0, and how many there are.
  ///   - countingEpochs: whether a step is a pass through all examples.
  ///   - boundary: makes a picture of what is learned by now, asked for at most five times a second.
  ///   - step: makes one step and gives the cost before it; it is told whether the cost is wanted.
  /// - Throws: what a step throws.
  init(
    steps: Int, keepingEvery interval: Int, part: (index: Int, count: Int) = (0, 1),
    countingEpochs: Bool = false, boundary: () throws -> DemoReport.Boundary? = { nil },
    step: (_ wantsCost: Bool) throws -> Double?
  ) throws {
    var lastPicture = ContinuousClock.now
    for number in 0..<steps {
      guard !Host.isAskedToStop else {
        stoppedAt = number
        return
      }
      let wantsCost = number.isMultiple(of: interval)
      guard let cost = try step(wantsCost), wantsCost else { continue }
      costs.append(cost)
      let done = part.index * steps + number
      if done > 0 {
        var progress = DemoProgress(
          step: done, steps: part.count * steps, cost: cost, countsEpochs: countingEpochs,
          part: part.index)
        if .now - lastPicture >= .milliseconds(200) {
          progress.boundary = try boundary()
          lastPicture = .now
        }
        try Host.report(progress)
      }
    }
  }
}

extension DemoReport.Boundary {
  /// Asks a classifier for every place of a grid that holds the data and a margin.
  ///
  /// - Parameters:
  ///   - data: the examples that are shown.
  ///   - title: whose probability it is, where several are compared.
  ///   - probability: from places as columns, shape (2, n), to numbers of shape (1, n).
  /// - Throws: what the classifier throws.
  init(
    of data: LabelledData, _ title: String = "", probability: (Tensor) throws -> Tensor
  ) throws {
    func range(_ row: Int) throws -> [Double] {
      let values = try data.X.row(row)
      let margin = 0.08 * (values.max() - values.min())
      return [values.min() - margin, values.max() + margin]
    }
    let count = 100
    let (xRange, yRange) = (try range(0), try range(1))
    func centre(_ index: Int, _ range: [Double]) -> Double {
      range[0] + (range[1] - range[0]) * (Double(index) + 0.5) / Double(count)
    }
    var places = Tensor.zeros(2, count * count)
    for row in 0..<count {
      for column in 0..<count {
        places[0, row * count + column] = centre(column, xRange)
        places[1, row * count + column] = centre(count - 1 - row, yRange)
      }
    }
    self.init(
      title: title, grid: try probability(places).reshaped(count, count), xRange: xRange,
      yRange: yRange,
      X: data.X, Y: data.Y)
  }
}

/// The percentage of predictions that are right.
func accuracy(of predicted: Tensor, _ Y: Tensor) throws -> Double {
  100 * (try predicted .== Y).mean()
}
