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
  // BEGIN SOLUTION
  let last = boxXY.rank - 1
  let (least, most) = (try boxXY - boxWH / 2, try boxXY + boxWH / 2)
  return try Tensor.concatenate(
    [
      least.slice(axis: last, 1..<2), least.slice(axis: last, 0..<1),
      most.slice(axis: last, 1..<2), most.slice(axis: last, 0..<1),
    ], axis: last)
  // END SOLUTION
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
  // BEGIN SOLUTION
  let width = max(0, min(box1[2], box2[2]) - max(box1[0], box2[0]))
  let height = max(0, min(box1[3], box2[3]) - max(box1[1], box2[1]))
  let intersection = width * height
  let area1 = (box1[2] - box1[0]) * (box1[3] - box1[1])
  let area2 = (box2[2] - box2[0]) * (box2[3] - box2[1])
  let union = area1 + area2 - intersection
  return union > 0 ? intersection / union : 0
  // END SOLUTION
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
  // BEGIN SOLUTION
  var Y = Tensor.zeros(S, S, anchors.count, 5 + classes)
  for object in objects {
    let (x, y) = (object.x * Double(S), object.y * Double(S))
    let (height, width) = (object.height * Double(S), object.width * Double(S))
    let (row, column) = (Int(y), Int(x))
    var (best, greatest) = (0, -1.0)
    for (a, anchor) in anchors.enumerated() {
      let shared = min(height, anchor.height) * min(width, anchor.width)
      let IoU = shared / (height * width + anchor.height * anchor.width - shared)
      if IoU > greatest { (best, greatest) = (a, IoU) }
    }
    guard Y[row, column, best, 0] == 0 else { continue }
    let place = [1, x - Double(column), y - Double(row), height, width]
    for (k, value) in place.enumerated() { Y[row, column, best, k] = value }
    Y[row, column, best, 5 + object.label] = 1
  }
  return Y
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (S, A) = (Z.shape[0], anchors.count)
  var boxXY = sigmoid(try Z.slice(axis: 3, 1..<3))
  var boxWH = Tensor.zeros(S, S, A, 2)
  for row in 0..<S {
    for column in 0..<S {
      for (a, anchor) in anchors.enumerated() {
        boxXY[row, column, a, 0] += Double(column)
        boxXY[row, column, a, 1] += Double(row)
        boxWH[row, column, a, 0] = anchor.width * exp(Z[row, column, a, 4])
        boxWH[row, column, a, 1] = anchor.height * exp(Z[row, column, a, 3])
      }
    }
  }
  return BoxPredictions(
    boxConfidence: sigmoid(try Z.slice(axis: 3, 0..<1)), boxXY: boxXY / Double(S),
    boxWH: boxWH / Double(S),
    boxClassProbabilities: try softmax(Z.slice(axis: 3, 5..<Z.shape[3])))
  // END SOLUTION
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
  // BEGIN SOLUTION
  let width = Z.shape[Z.rank - 1]
  let (z, y) = (try Z.reshaped(-1, width), try Y.reshaped(-1, width))
  let p = sigmoid(try z.columns(0..<1))
  let centres = sigmoid(try z.columns(1..<3))
  let c = try softmax(z.columns(5..<width))
  var dZ = Tensor.zeros(z.rows, width)
  var loss = 0.0
  for i in 0..<z.rows {
    let pc = y[i, 0]
    loss -= pc * log(p[i, 0]) + (1 - pc) * log(1 - p[i, 0])
    dZ[i, 0] = p[i, 0] - pc
    guard pc > 0 else { continue }
    let anchor = anchors[i % anchors.count]
    let b = [
      centres[i, 0], centres[i, 1], anchor.height * exp(z[i, 3]), anchor.width * exp(z[i, 4]),
    ]
    for k in 0..<4 {
      let difference = b[k] - y[i, 1 + k]
      loss += difference * difference
      // The derivative of σ is σ (1 - σ), that of the exponential is itself.
      dZ[i, 1 + k] = 2 * difference * (k < 2 ? b[k] * (1 - b[k]) : b[k])
    }
    for k in 5..<width {
      if y[i, k] > 0 { loss -= y[i, k] * log(c[i, k - 5]) }
      dZ[i, k] = c[i, k - 5] - y[i, k]
    }
  }
  return DetectionLoss(loss: loss, dZ: try dZ.reshaped(shape: Z.shape))
  // END SOLUTION
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
  // BEGIN SOLUTION
  let scores = try (boxConfidence * boxClassProbabilities).reshaped(
    -1, boxClassProbabilities.shape[3])
  let (best, classes) = (try scores.max(axis: 1), try scores.argmax(axis: 1))
  let corners = try boxes.reshaped(-1, 4)
  var found = Detections()
  for i in 0..<scores.rows where best[i] >= threshold {
    found.scores.append(best[i])
    found.boxes.append(try corners.row(i).elements)
    found.classes.append(Int(classes[i]))
  }
  return found
  // END SOLUTION
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
  // BEGIN SOLUTION
  var kept: [Int] = []
  for i in scores.indices.sorted(by: { (-scores[$0], $0) < (-scores[$1], $1) }) {
    guard kept.count < maxBoxes else { break }
    let isDropped = try kept.contains { other in
      try classes[other] == classes[i]
        && intersectionOverUnion(boxes[other], boxes[i]) > iouThreshold
    }
    if !isDropped { kept.append(i) }
  }
  return Detections(
    scores: kept.map { scores[$0] }, boxes: kept.map { boxes[$0] },
    classes: kept.map { classes[$0] })
  // END SOLUTION
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
  // BEGIN SOLUTION
  let corners = try boxCorners(predictions.boxXY, predictions.boxWH)
  let found = try filterBoxes(
    predictions.boxConfidence, corners, predictions.boxClassProbabilities, scoreThreshold)
  let (height, width) = (imageShape[0], imageShape[1])
  let scaled = found.boxes.map { box in
    [box[0] * height, box[1] * width, box[2] * height, box[3] * width]
  }
  return try nonMaxSuppression(found.scores, scaled, found.classes, maxBoxes, iouThreshold)
  // END SOLUTION
}
