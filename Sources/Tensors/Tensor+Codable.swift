extension Tensor: Codable {
  private enum CodingKeys: CodingKey {
    case shape
    case elements
  }

  /// Writes `{"shape": […], "elements": […]}`, the elements in row-major order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(shape, forKey: .shape)
    try container.encode(elements, forKey: .elements)
  }

  /// Reads what `encode(to:)` writes.
  ///
  /// - Throws: `DecodingError` if the shape does not hold exactly these elements.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let shape = try container.decode([Int].self, forKey: .shape)
    let elements = try container.decode([Double].self, forKey: .elements)
    do {
      try self.init(shape: shape, elements: elements)
    } catch let error as ShapeError {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(error)",
          underlyingError: error))
    }
  }
}
