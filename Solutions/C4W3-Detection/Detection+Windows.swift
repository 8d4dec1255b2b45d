import Syllabus
import Tensors

// MARK: Sliding windows

/// The units of a dense layer as filters that see all of its input at once.
///
/// A dense layer on activations of shape (f, f, n_C) flattens them, row by row, the channels of a place
/// next to each other, and multiplies by W. A filter as large as the input multiplies the same
/// numbers by the same weights.
///
/// - Parameters:
///   - W: the weights of the layer, one unit a row, shape (units, f·f·n_C).
///   - f: the height and width of the input.
/// - Returns: filters of shape (f, f, n_C, units).
///
/// ```swift
/// let W = Tensor([[1, 2, 3, 4], [5, 6, 7, 8]])  // two units on 2 × 2 places of one channel
/// let filters = try filtersFromDense(W, 2)
/// print(filters[0, 1, 0, 0], filters[1, 0, 0, 1])  // 2.0 7.0
/// ```
public func filtersFromDense(_ W: Tensor, _ f: Int) throws -> Tensor {
  // BEGIN SOLUTION
  return try W.T.reshaped(f, f, -1, W.rows)
  // END SOLUTION
}

/// A convolution of one picture with stride 1 and without padding, which is given.
///
/// - Parameters:
///   - A: shape (n_H, n_W, n_C).
///   - W: filters, shape (f, f, n_C, n_F).
///   - b: n_F biases in any shape.
/// - Returns: shape (n_H - f + 1, n_W - f + 1, n_F).
func convolve(_ A: Tensor, _ W: Tensor, _ b: Tensor) throws -> Tensor {
  let (f, n_F) = (W.shape[0], W.shape[3])
  let (rows, columns) = (A.shape[0] - f + 1, A.shape[1] - f + 1)
  var windows: [Tensor] = []
  for row in 0..<rows {
    let band = try A.slice(axis: 0, row..<row + f)
    for column in 0..<columns {
      windows.append(try band.slice(axis: 1, column..<column + f).reshaped(1, -1))
    }
  }
  let Z = try dot(Tensor.concatenate(windows, axis: 0), W.reshaped(-1, n_F)) + b.reshaped(1, n_F)
  return try Z.reshaped(rows, columns, n_F)
}

/// What a small network says of every window of a picture, in one pass.
///
/// The network was made for windows of n × n pixels: a convolution with f × f filters and stride 1, a
/// ReLU, and a dense layer on the k × k places that are left, so that n = f + k - 1. Written as two
/// convolutions it takes a picture of any size, and its output at (row, column) is what it would say
/// of the window that begins there. The first convolution is then done once for the picture and not once
/// for each window.
///
/// - Parameters:
///   - X: the picture, shape (n_H, n_W, n_C).
///   - W1: the filters, shape (f, f, n_C, n_F).
///   - b1: their biases, shape (1, 1, 1, n_F).
///   - W2: the dense layer, shape (units, k·k·n_F).
///   - b2: its biases, shape (units, 1).
/// - Returns: the outputs for all windows, shape (n_H - n + 1, n_W - n + 1, units), and how many
///   multiplications that takes: in one pass, and window by window. A filter costs f·f·n_C
///   multiplications at each place, a dense unit one for each of its inputs.
///
/// `convolve`, above, is a convolution of one picture.
public func slideByConvolution(
  _ X: Tensor, _ W1: Tensor, _ b1: Tensor, _ W2: Tensor, _ b2: Tensor
) throws -> SlidingPass {
  // BEGIN SOLUTION
  let (f, n_F) = (W1.shape[0], W1.shape[3])
  let k = Int((Double(W2.columns) / Double(n_F)).squareRoot().rounded())
  let A1 = maximum(try convolve(X, W1, b1), 0)
  let scores = try convolve(A1, filtersFromDense(W2, k), b2)
  let windows = scores.shape[0] * scores.shape[1]
  // W1.count is f·f·n_C·n_F, what all filters cost at one place.
  let first = (X.shape[0] - f + 1) * (X.shape[1] - f + 1) * W1.count
  return SlidingPass(
    scores: scores, multiplications: first + windows * W2.count,
    multiplicationsByWindows: windows * (k * k * W1.count + W2.count))
  // END SOLUTION
}

// MARK: How good it is

/// The area below precision over recall, for the detections of one class from the surest down.
///
/// After the k-th detection, precision is the part of the k that are hits, recall the part of all true
/// boxes that have been found. Precision goes up and down; in its place counts the greatest that is
/// reached at this recall *or a higher one*. Recall grows by 1/truths at each hit, so
///
///     AP = 1/truths · Σ over hits k of max(precision(k), precision(k + 1), …)
///
/// - Parameters:
///   - hits: for each detection, from the highest score down, whether it found a true box.
///   - truths: how many true boxes there are, at least 1.
/// - Returns: from 0 to 1; 1 if all are found before the first mistake.
///
/// ```swift
/// print(try averagePrecision([true, false, true], 2))  // 0.8333333333333333
/// ```
public func averagePrecision(_ hits: [Bool], _ truths: Int) throws -> Double {
  // BEGIN SOLUTION
  var precisions: [Double] = []
  var found = 0.0
  for (k, isHit) in hits.enumerated() {
    if isHit { found += 1 }
    precisions.append(found / Double(k + 1))
  }
  var (area, greatest) = (0.0, 0.0)
  for k in hits.indices.reversed() {
    greatest = max(greatest, precisions[k])
    if hits[k] { area += greatest }
  }
  return area / Double(truths)
  // END SOLUTION
}

/// The mean of the average precisions of all classes that occur.
///
/// For each class the detections of all pictures are put into one order, by their scores. Each is
/// compared with the true boxes of its class **in its picture** and belongs to the one with which its
/// IoU is the greatest. It is a hit if that IoU is at least the threshold, ≥, and that true box was not
/// found before; a second box on the same object is a mistake.
///
/// - Parameters:
///   - detections: what was found in each picture.
///   - truths: what is in each picture, in the same order.
///   - classes: how many classes there are.
///   - iouThreshold: how well a box has to fit, usually 0.5.
/// - Returns: the mean over the classes that have a true box; 0 if none has.
///
/// Equal scores stay in the order of the pictures, and within a picture as they are listed.
public func meanAveragePrecision(
  _ detections: [Detections], _ truths: [TrueBoxes], _ classes: Int, _ iouThreshold: Double
) throws -> Double {
  // BEGIN SOLUTION
  var precisions: [Double] = []
  for c in 0..<classes {
    let count = truths.reduce(0) { $0 + $1.classes.count(where: { $0 == c }) }
    guard count > 0 else { continue }
    var ranked: [(score: Double, picture: Int, box: [Double])] = []
    for (picture, found) in detections.enumerated() {
      for i in found.classes.indices where found.classes[i] == c {
        ranked.append((found.scores[i], picture, found.boxes[i]))
      }
    }
    let order = ranked.indices.sorted { (-ranked[$0].score, $0) < (-ranked[$1].score, $1) }
    var isFound = truths.map { $0.boxes.map { _ in false } }
    var hits: [Bool] = []
    for i in order {
      let (_, picture, box) = ranked[i]
      let truth = truths[picture]
      var (best, greatest): (Int?, Double) = (nil, 0)
      for j in truth.boxes.indices where truth.classes[j] == c {
        let IoU = try intersectionOverUnion(box, truth.boxes[j])
        if IoU > greatest { (best, greatest) = (j, IoU) }
      }
      if let best, greatest >= iouThreshold, !isFound[picture][best] {
        isFound[picture][best] = true
        hits.append(true)
      } else {
        hits.append(false)
      }
    }
    precisions.append(try averagePrecision(hits, count))
  }
  return precisions.isEmpty ? 0 : precisions.reduce(0, +) / Double(precisions.count)
  // END SOLUTION
}
