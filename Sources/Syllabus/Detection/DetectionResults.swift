public import Tensors

/// The shape of an anchor box, in units of grid cells.
public struct Anchor: Codable, Sendable, Equatable {
  /// How high it is.
  public var height: Double
  /// How wide it is.
  public var width: Double

  /// Creates a shape.
  public init(height: Double, width: Double) {
    self.height = height
    self.width = width
  }
}

/// Something that a picture shows, as a person has labelled it; all numbers from 0 to 1 over the picture.
public struct LabelledObject: Codable, Sendable, Equatable {
  /// The centre's place from the left.
  public var x: Double
  /// The centre's place from the top.
  public var y: Double
  /// How high it is.
  public var height: Double
  /// How wide it is.
  public var width: Double
  /// Its class, from 0.
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

/// What a network says of every anchor of every cell, as probabilities and as parts of the picture.
public struct BoxPredictions: Codable, Sendable, Equatable {
  /// p_c, whether there is an object: shape (S, S, A, 1).
  public var boxConfidence: Tensor
  /// The centres (x, y), from 0 to 1 over the picture: shape (S, S, A, 2).
  public var boxXY: Tensor
  /// The widths and heights (w, h), as parts of the picture: shape (S, S, A, 2).
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

/// Boxes that were found; three lists in the same order.
public struct Detections: Codable, Sendable, Equatable {
  /// p_c times the probability of the class.
  public var scores: [Double]
  /// Two corners each.
  public var boxes: [[Double]]
  /// The classes, from 0.
  public var classes: [Int]

  /// Creates detections from their parts; without arguments there are none.
  public init(scores: [Double] = [], boxes: [[Double]] = [], classes: [Int] = []) {
    self.scores = scores
    self.boxes = boxes
    self.classes = classes
  }
}

/// The boxes that a picture really has; two lists in the same order.
public struct TrueBoxes: Codable, Sendable, Equatable {
  /// Two corners each.
  public var boxes: [[Double]]
  /// The classes, from 0.
  public var classes: [Int]

  /// Creates boxes from their parts.
  public init(boxes: [[Double]] = [], classes: [Int] = []) {
    self.boxes = boxes
    self.classes = classes
  }
}

/// The loss of a detector and its gradient.
public struct DetectionLoss: Codable, Sendable, Equatable {
  /// The sum over all cells and anchors.
  public var loss: Double
  /// Its derivative with respect to the network's outputs Z, in their shape.
  public var dZ: Tensor

  /// Creates the loss from its parts.
  public init(loss: Double, dZ: Tensor) {
    self.loss = loss
    self.dZ = dZ
  }
}

/// What a small network says of every window of a picture, and what it costs.
public struct SlidingPass: Codable, Sendable, Equatable {
  /// The outputs for the window at each row and column, shape (rows, columns, units).
  public var scores: Tensor
  /// The multiplications of one pass over the picture.
  public var multiplications: Int
  /// The multiplications if every window is cut out and goes through the network by itself.
  public var multiplicationsByWindows: Int

  /// Creates the result from its parts.
  public init(scores: Tensor, multiplications: Int, multiplicationsByWindows: Int) {
    self.scores = scores
    self.multiplications = multiplications
    self.multiplicationsByWindows = multiplicationsByWindows
  }
}
