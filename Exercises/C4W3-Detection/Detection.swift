import Syllabus
import Tensors

// MARK: Boxes

/// Boxes by two corners, from their centres and sizes.
///
///     y_min = y - h/2,  x_min = x - w/2,  y_max = y + h/2,  x_max = x + w/2
///
/// - Parameters:
///   - boxXY: the centres (x, y), shape (…, 2).
///   - boxWH: the widths and heights (w, h), shape (…, 2).
/// - Returns: (y_min, x_min, y_max, x_max), y before x, shape (…, 4).
///
/// ```swift
/// print(try boxCorners(Tensor([[0.5, 0.25]]), Tensor([[0.5, 0.25]])))
/// // [[0.125 0.25  0.375 0.75 ]]
/// ```
public func boxCorners(_ boxXY: Tensor, _ boxWH: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// How much two boxes overlap: the area that they share over the area that they cover together.
///
///     IoU = intersection / union,  union = area 1 + area 2 - intersection
///
/// - Parameters:
///   - box1: the upper left and the lower right corner, (x1, y1, x2, y2).
///   - box2: the other box, the same way.
/// - Returns: from 0 to 1; 0 for boxes that are apart or only touch, and where both are empty.
///
/// Nothing depends on whether x or y comes first, as long as both boxes have it alike.
///
/// ```swift
/// print(try intersectionOverUnion([2, 1, 4, 3], [1, 2, 3, 4]))  // 0.14285714285714285
/// ```
public func intersectionOverUnion(_ box1: [Double], _ box2: [Double]) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: A grid with anchors

/// What a network is to say of a picture: one place for each anchor of each cell.
///
/// A place holds (p_c, b_x, b_y, b_h, b_w, c₁, …, c_C). An object is written to the cell in which its
/// centre lies, at the anchor whose shape is most like its own: the one with the greatest IoU if both
/// had the same centre; of equal ones the first. There:
///
///     p_c = 1
///     b_x, b_y = the centre's place within the cell, from 0 at its left and upper side to 1
///     b_h, b_w = height and width in units of cells, which may exceed 1
///     c = 1 at the class, else 0
///
/// All other places are 0. If two objects want the same place, the first of the list has it.
///
/// - Parameters:
///   - objects: what the picture shows; centres and sizes as parts of the picture, centres below 1.
///   - S: the grid has S × S cells.
///   - anchors: the shapes of the anchors, in units of cells.
///   - classes: C, how many classes there are.
/// - Returns: shape (S, S, anchors, 5 + C), the cell's row before its column.
///
/// ```swift
/// let tram = LabelledObject(x: 0.7, y: 0.3, height: 0.2, width: 0.5, label: 1)
/// let Y = try encodeLabels([tram], 4, [Anchor(height: 2, width: 1), Anchor(height: 1, width: 2)], 2)
/// print(try Y.entry(1).entry(2).entry(1))  // [1.  0.8 0.2 0.8 2.  0.  1. ]
/// ```
public func encodeLabels(
  _ objects: [LabelledObject], _ S: Int, _ anchors: [Anchor], _ classes: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The sigmoid of every element, 1 / (1 + e⁻ᶻ), which is given.
func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + exp(-z)) }

/// The softmax along the last axis, which is given.
func softmax(_ z: Tensor) throws -> Tensor {
  let last = z.rank - 1
  let powers = exp(try z - z.max(axis: last, keepingDimensions: true))
  return try powers / powers.sum(axis: last, keepingDimensions: true)
}

/// What a network's outputs mean: probabilities, and boxes as parts of the picture.
///
/// The outputs of a place are z = (z_p, z_x, z_y, z_h, z_w, z₁, …, z_C), in the order of
/// `encodeLabels`. In the cell (row, column), at an anchor with the height a_h and the width a_w:
///
///     p_c = σ(z_p)
///     x = (column + σ(z_x)) / S,  y = (row + σ(z_y)) / S
///     w = a_w e^(z_w) / S,  h = a_h e^(z_h) / S
///     probabilities of the classes = softmax(z₁, …, z_C)
///
/// - Parameters:
///   - Z: shape (S, S, A, 5 + C).
///   - anchors: A shapes, in units of cells.
/// - Returns: confidence (S, S, A, 1), centres (x, y), sizes (w, h), and class probabilities
///   (S, S, A, C).
///
/// `sigmoid` and `softmax`, above, take tensors of any shape.
public func decodePredictions(_ Z: Tensor, _ anchors: [Anchor]) throws -> BoxPredictions {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The loss of a detector, and its gradient.
///
/// With p̂ = σ(z_p), b̂ = (σ(z_x), σ(z_y), a_h e^(z_h), a_w e^(z_w)) and ĉ = softmax(z₁, …, z_C), a place
/// contributes
///
///     -[p_c log p̂ + (1 - p_c) log(1 - p̂)] + p_c [Σ (b̂ - b)² - Σ c log ĉ]
///
/// so that where there is no object only the first term counts. The loss is the sum over all places;
/// it is not divided by anything.
///
/// - Parameters:
///   - Z: the network's outputs, shape (…, A, 5 + C), as for `decodePredictions`.
///   - Y: the label, as `encodeLabels` gives it, in the same shape.
///   - anchors: A shapes, in units of cells.
/// - Returns: the loss, and dZ, its derivative with respect to each element of Z.
///
/// ```swift
/// let found = try detectionLoss(.zeros(1, 1, 1, 7), .zeros(1, 1, 1, 7), [Anchor(height: 1, width: 1)])
/// print(found.loss)  // 0.6931471805599453
/// ```
public func detectionLoss(
  _ Z: Tensor, _ Y: Tensor, _ anchors: [Anchor]
) throws -> DetectionLoss {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: From predictions to boxes

/// The boxes whose score reaches a threshold.
///
///     score of a class = p_c · (probability of the class)
///
/// Each box gets the class with the greatest score, of equal ones the first, and stays if that score is
/// at least the threshold, ≥.
///
/// - Parameters:
///   - boxConfidence: p_c, shape (S, S, A, 1).
///   - boxes: corners, shape (S, S, A, 4).
///   - boxClassProbabilities: shape (S, S, A, C).
///   - threshold: the least score.
/// - Returns: scores, boxes and classes of those that stay, row by row, then column by column, then
///   anchor by anchor.
public func filterBoxes(
  _ boxConfidence: Tensor, _ boxes: Tensor, _ boxClassProbabilities: Tensor, _ threshold: Double
) throws -> Detections {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// One box for each object: of boxes of a class that overlap too much only the best stays.
///
/// The boxes are looked at from the highest score down, of equal ones the first in the lists first. A
/// box is dropped if its IoU with a box **of its class** that was kept is greater than the threshold,
/// >; one that was dropped drops no others. At most maxBoxes are kept, over all classes together.
///
/// - Parameters:
///   - scores: a number for each box.
///   - boxes: two corners each.
///   - classes: the class of each.
///   - maxBoxes: the most that are kept.
///   - iouThreshold: the most that two boxes of a class may overlap.
/// - Returns: the boxes that are kept, in the order in which they were looked at.
public func nonMaxSuppression(
  _ scores: [Double], _ boxes: [[Double]], _ classes: [Int], _ maxBoxes: Int,
  _ iouThreshold: Double
) throws -> Detections {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// What is in a picture, and where: from predictions to boxes in pixels.
///
/// The corners of all boxes, those whose score reaches the threshold, scaled to the picture, and of
/// those that overlap the best.
///
/// - Parameters:
///   - predictions: what `decodePredictions` gave.
///   - imageShape: the height and the width of the picture.
///   - maxBoxes: the most boxes that are returned.
///   - scoreThreshold: the least score.
///   - iouThreshold: the most that two boxes of a class may overlap.
/// - Returns: scores, boxes (y_min, x_min, y_max, x_max) in pixels, and classes, best first.
public func detect(
  _ predictions: BoxPredictions, _ imageShape: [Double], _ maxBoxes: Int,
  _ scoreThreshold: Double, _ iouThreshold: Double
) throws -> Detections {
  // YOUR CODE HERE
  throw NotImplemented()
}

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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
}
