/// A picture of grayscale or coloured pixels, from 0 (black) to 1 (white).
public struct Picture: Sendable, Hashable {
  /// The height in pixels.
  public let rows: Int
  /// The width in pixels.
  public let columns: Int
  /// The number of channels: 1 for grayscale, 3 for red, green and blue.
  public let channels: Int
  /// The brightness of every channel of every pixel, row by row.
  public let values: [Double]
  /// The text below the picture; may be empty.
  public var caption: String

  /// Makes a picture from its values, row by row, with the channels of a pixel adjacent.
  ///
  /// - Parameters:
  ///   - rows: The height in pixels.
  ///   - columns: The width in pixels.
  ///   - channels: 1 for grayscale, 3 for red, green and blue.
  ///   - values: The brightness of every channel of every pixel.
  ///   - white: The value of full brightness: 1, or 255 for bytes.
  ///   - caption: The text below the picture.
  /// - Throws: `PlottingError.pictureChannels`, or `.pictureCount` unless there are rows × columns
  ///   × channels values.
  public init(
    rows: Int, columns: Int, channels: Int = 1, values: [Double], white: Double = 1,
    caption: String = ""
  ) throws {
    guard channels == 1 || channels == 3 else { throw PlottingError.pictureChannels(channels) }
    let (pixels, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard
      rows > 0, columns > 0, !overflow,
      values.count % channels == 0, values.count / channels == pixels
    else {
      throw PlottingError.pictureCount(
        rows: rows, columns: columns, channels: channels, values: values.count)
    }
    self.rows = rows
    self.columns = columns
    self.channels = channels
    self.values = values.map { $0.isFinite ? min(max(0, $0 / white), 1) : 0 }
    self.caption = caption
  }

  /// All values as bytes.
  var bytes: [UInt8] { values.map { UInt8(($0 * 255).rounded()) } }

  /// The mean brightness of a range of pixels; the channels are weighted as in ITU-R BT.601.
  func brightness(rows: Range<Int>, columns: Range<Int>) -> Double {
    var sum = 0.0
    for row in rows {
      for column in columns {
        let pixel = (row * self.columns + column) * channels
        sum +=
          channels == 1
          ? values[pixel]
          : 0.299 * values[pixel] + 0.587 * values[pixel + 1] + 0.114 * values[pixel + 2]
      }
    }
    return sum / Double(max(1, rows.count * columns.count))
  }
}
