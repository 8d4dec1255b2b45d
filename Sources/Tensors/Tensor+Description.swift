extension Tensor: CustomStringConvertible, CustomDebugStringConvertible {
  /// The elements as NumPy's `str` prints them.
  public var description: String { "\(elements)" }
  /// The shape and the elements.
  public var debugDescription: String { "Tensor \(shapeText(shape))\n\(description)" }
}
