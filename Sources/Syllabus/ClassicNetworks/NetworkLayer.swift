/// A layer of a network as data: its kind and its sizes, without its weights.
public struct NetworkLayer: Codable, Sendable, Equatable {
  /// A kind of layer.
  public enum Kind: String, Codable, Sendable {
    /// Filters that span all channels, each producing a new one.
    case convolution
    /// One filter for each channel, so that the number of channels stays the same.
    case depthwise
    /// The maximum or the mean of each window, channel by channel.
    case pooling
    /// Units that are connected to every number of their input.
    case dense
  }

  /// The kind of the layer.
  public var kind: Kind
  /// The side of a filter or of a window; 0 for a dense layer.
  public var f: Int
  /// The number of filters of a convolution or of units of a dense layer; 0 for other layers.
  public var n_C: Int
  /// The distance between two windows; 1 for a dense layer.
  public var stride: Int
  /// The width of the zero padding; 0 for pooling and for dense layers.
  public var pad: Int

  /// Creates a layer from its parts; the functions below create each kind.
  public init(kind: Kind, f: Int, n_C: Int, stride: Int, pad: Int) {
    self.kind = kind
    self.f = f
    self.n_C = n_C
    self.stride = stride
    self.pad = pad
  }

  /// A convolution with filters of f × f that span all channels.
  public static func convolution(f: Int, filters: Int, stride: Int = 1, pad: Int = 0) -> Self {
    Self(kind: .convolution, f: f, n_C: filters, stride: stride, pad: pad)
  }

  /// A convolution with one filter of f × f for each channel.
  public static func depthwise(f: Int, stride: Int = 1, pad: Int = 0) -> Self {
    Self(kind: .depthwise, f: f, n_C: 0, stride: stride, pad: pad)
  }

  /// Pooling with windows of f × f.
  public static func pooling(f: Int, stride: Int) -> Self {
    Self(kind: .pooling, f: f, n_C: 0, stride: stride, pad: 0)
  }

  /// A dense layer.
  public static func dense(units: Int) -> Self {
    Self(kind: .dense, f: 0, n_C: units, stride: 1, pad: 0)
  }
}
