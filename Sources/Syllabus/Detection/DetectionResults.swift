public import Tensors

/// The shape of an anchor box, in units of grid cells.
public struct Anchor: Codable, Sendable, Equatable {
  /// The height.
  public var height: Double
  /// The width.
  public var width: Double

  /// Creates a shape.
  public init(height: Double, width: Double) {
    self.height = height
    self.width = width
  }
}

/// An object in a picture, as labelled by a person; all numbers are fractions of the picture.
public struct LabelledObject: Codable, Sendable, Equatable {
  /// The horizontal position of the centre, from the left.
  public var x: Double
  /// The vertical position of the centre, from the top.
  public var y: Double
  /// The height.
  public var height: Double
  /// The width.
  public var width: Double
  /// The class, counted from 0.
  public var label: Int

  /// Creates an object from its parts.
  public init(x: Double, y: Double, height: Double, width: Double, label: Int) {
    self.x = x
    self.y = y
    self.height = height
    self.width = width
    self.label = label
  }
}

/// The predictions of a network for every anchor of every cell, as probabilities and fractions of
/// the picture.
public struct BoxPredictions: Codable, Sendable, Equatable {
  /// p_c, the probability that there is an object: shape (S, S, A, 1).
  public var boxConfidence: Tensor
  /// The centres (x, y), as fractions of the picture: shape (S, S, A, 2).
  public var boxXY: Tensor
  /// The widths and heights (w, h), as fractions of the picture: shape (S, S, A, 2).
  public var boxWH: Tensor
  /// The probability of each class, if there is an object: shape (S, S, A, C).
  public var boxClassProbabilities: Tensor

  /// Creates the predictions from their parts.
  public init(
    boxConfidence: Tensor, boxXY: Tensor, boxWH: Tensor, boxClassProbabilities: Tensor
  ) {
    self.boxConfidence = boxConfidence
    self.boxXY = boxXY
    self.boxWH = boxWH
    self.boxClassProbabilities = boxClassProbabilities
  }
}

/// The boxes that were detected, as three lists in the same order.
public struct Detections: Codable, Sendable, Equatable {
  /// p_c times the probability of the class.
  public var scores: [Double]
  /// The boxes, each given by two corners.
  public var boxes: [[Double]]
  /// The classes, counted from 0.
  public var classes: [Int]

  /// Creates detections from their parts; without arguments, none.
  public init(scores: [Double] = [], boxes: [[Double]] = [], classes: [Int] = []) {
    self.scores = scores
    self.boxes = boxes
    self.classes = classes
  }
}

/// The true boxes of a picture, as two lists in the same order.
public struct TrueBoxes: Codable, Sendable, Equatable {
  /// The boxes, each given by two corners.
  public var boxes: [[Double]]
  /// The classes, counted from 0.
  public var classes: [Int]

  /// Creates boxes from their parts.
  public init(boxes: [[Double]] = [], classes: [Int] = []) {
    self.boxes = boxes
    self.classes = classes
  }
}

/// The loss of a detector and its gradient.
public struct DetectionLoss: Codable, Sendable, Equatable {
  /// The loss, summed over all cells and anchors.
  public var loss: Double
  /// The derivative of the loss with respect to the network's outputs Z, in their shape.
  public var dZ: Tensor

  /// Creates the loss from its parts.
  public init(loss: Double, dZ: Tensor) {
    self.loss = loss
    self.dZ = dZ
  }
}

/// The outputs of a small network for every window of a picture, and the multiplications required.
public struct SlidingPass: Codable, Sendable, Equatable {
  /// The outputs for the window at each row and column, shape (rows, columns, units).
  public var scores: Tensor
  /// The multiplications of one pass over the picture.
  public var multiplications: Int
  /// The multiplications if the network processed every window separately.
  public var multiplicationsByWindows: Int

  /// Creates the result from its parts.
  public init(scores: Tensor, multiplications: Int, multiplicationsByWindows: Int) {
    self.scores = scores
    self.multiplications = multiplications
    self.multiplicationsByWindows = multiplicationsByWindows
  }
}
