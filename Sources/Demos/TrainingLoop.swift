import Coursework
import Datasets
import Tensors

/// The training loop of every demo: it makes steps until the end or until the user stops it, and
/// records and reports the cost.
struct TrainingLoop {
  private(set) var costs: [Double] = []
  private(set) var stoppedAt: Int?

  /// Runs the steps until they are done or the user asks to stop.
  ///
  /// - Parameters:
  ///   - steps: the number of steps.
  ///   - interval: the number of steps between two recorded costs, the first of which is that of
  ///     step 0.
  ///   - part: the index of this training within the demo, and the number of trainings.
  ///   - countingEpochs: whether a step is a pass through all examples.
  ///   - boundary: makes a picture of the current state, at most five times a second.
  ///   - step: makes one step and returns the cost before it; its argument says whether the cost is
  ///     needed.
  /// - Throws: any error of `step`.
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
  /// Evaluates a classifier at every point of a grid that covers the data with a margin.
  ///
  /// - Parameters:
  ///   - data: the examples to show.
  ///   - title: the name of the network, if several are compared.
  ///   - probability: maps places as columns, shape (2, n), to probabilities of shape (1, n).
  /// - Throws: any error of `probability`.
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

/// The percentage of correct predictions.
func accuracy(of predicted: Tensor, _ Y: Tensor) throws -> Double {
  100 * (try predicted .== Y).mean()
}
