public import Tensors

/// A person known from one picture.
public struct KnownPerson: Codable, Sendable, Equatable {
  /// The person's name.
  public var name: String
  /// The encoding of the picture as a row, shape (1, d).
  public var encoding: Tensor

  /// Creates a person from name and encoding.
  public init(name: String, encoding: Tensor) {
    self.name = name
    self.encoding = encoding
  }
}

/// The answer to whether someone is the person they claim to be.
public struct IdentityCheck: Codable, Sendable, Equatable {
  /// The distance between the two encodings; infinite if nobody has that name.
  public var distance: Double
  /// Whether the encodings are near enough to belong to one person.
  public var isSame: Bool

  /// Creates the answer from its parts.
  public init(distance: Double, isSame: Bool) {
    self.distance = distance
    self.isSame = isSame
  }
}

/// The answer to who someone is among the known people.
public struct Identification: Codable, Sendable, Equatable {
  /// The distance to the nearest known person; infinite if there is none.
  public var distance: Double
  /// The name of that person; nil for a stranger.
  public var name: String?

  /// Creates the answer from its parts.
  public init(distance: Double, name: String?) {
    self.distance = distance
    self.name = name
  }

  /// Encodes both members, even a missing name, so that every answer has the same form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(distance, forKey: .distance)
    try container.encode(name, forKey: .name)
  }
}

/// The gradients of a triplet loss, each in the shape of its encodings.
public struct TripletGradients: Codable, Sendable, Equatable {
  /// The derivative with respect to the anchors.
  public var dAnchor: Tensor
  /// The derivative with respect to the positives.
  public var dPositive: Tensor
  /// The derivative with respect to the negatives.
  public var dNegative: Tensor

  /// Creates the gradients from their parts.
  public init(dAnchor: Tensor, dPositive: Tensor, dNegative: Tensor) {
    self.dAnchor = dAnchor
    self.dPositive = dPositive
    self.dNegative = dNegative
  }
}

/// A picture generated in the style of another.
public struct StyleTransfer: Codable, Sendable, Equatable {
  /// The pixels from 0 to 1, shape (1, n_H, n_W, n_C).
  public var picture: Tensor
  /// The total cost before each step.
  public var costs: [Double]

  /// Creates the result from its parts.
  public init(picture: Tensor, costs: [Double]) {
    self.picture = picture
    self.costs = costs
  }
}
