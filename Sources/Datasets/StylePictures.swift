import Foundation
public import Tensors

/// The inputs of a small style transfer: a coloured picture, a texture, and filters for edges and
/// colours.
///
/// Random filters suffice for textures (I. Ustyuzhaninov, W. Brendel, L. A. Gatys, M. Bethge: What
/// does it take to generate natural textures?, ICLR 2017); with edge filters fewer are needed.
public enum StylePictures {
  /// A grayscale picture in three equal channels, nowhere black or white, so that every filter
  /// responds to it.
  ///
  /// - Parameters:
  ///   - picture: pixels from 0 to 1, shape (n_H, n_W).
  ///   - scale: the factor by which the picture is enlarged.
  /// - Returns: shape (1, scale·n_H, scale·n_W, 3), values from 0.15 to 0.85.
  public static func coloured(_ picture: Tensor, scale: Int) -> Tensor {
    var canvas = Tensor.zeros(1, scale * picture.rows, scale * picture.columns, 3)
    for row in 0..<canvas.shape[1] {
      for column in 0..<canvas.shape[2] {
        let gray = 0.15 + 0.7 * picture[row / scale, column / scale]
        for channel in 0..<3 { canvas[0, row, column, channel] = gray }
      }
    }
    return canvas
  }

  /// An image of orange wave crests on blue.
  ///
  /// - Parameter side: the height and width in pixels.
  /// - Returns: shape (1, side, side, 3).
  public static func waves(side: Int) -> Tensor {
    let (blue, orange) = ([0.05, 0.2, 0.55], [1, 0.7, 0.15])
    var canvas = Tensor.zeros(1, side, side, 3)
    for row in 0..<side {
      for column in 0..<side {
        let height = Double(row) + 3 * sin(Double(column) / 4)
        let share = (1 + sin(0.9 * height)) / 2
        for channel in 0..<3 {
          canvas[0, row, column, channel] =
            blue[channel] + share * (orange[channel] - blue[channel])
        }
      }
    }
    return canvas
  }

  /// Two layers of filters: edges in eight directions, spots of three colours and two colour
  /// contrasts; then twelve random filters.
  ///
  /// - Parameter random: the generator that draws the second layer.
  /// - Returns: shapes (5, 5, 3, 13) and (3, 3, 13, 12).
  public static func filters(_ random: inout RandomState) -> [Tensor] {
    let colours: [[Double]] = [
      [1, 0, 0], [0, 1, 0], [0, 0, 1], [1.5, 0, -1.5], [-1.5, 0, 1.5],
    ]
    let count = 8 + colours.count
    var first = Tensor.zeros(5, 5, 3, count)
    for k in 0..<count {
      let colour = k < 8 ? [2, 2, 2] : colours[k - 8]
      let shape = k < 8 ? edge(angle: Double(k) * Double.pi / 4) : bell
      for (place, height) in shape.enumerated() {
        for channel in 0..<3 {
          first[place / 5, place % 5, channel, k] = height * colour[channel]
        }
      }
    }
    let second = random.randn(3, 3, count, 12) * (2 / Double(9 * count)).squareRoot()
    return [first, second]
  }

  /// A spot of 5 × 5 pixels whose values add up to 1.
  private static let bell: [Double] = scaled(
    (0..<25).map { place in
      let (y, x) = (Double(place / 5 - 2), Double(place % 5 - 2))
      let squared: Double = x * x + y * y
      return exp(-squared / 2.5)
    })

  /// The slope of the spot in a direction, whose values add up to 0 and their absolute values to 1.
  private static func edge(angle: Double) -> [Double] {
    let (right, down) = (cos(angle), sin(angle))
    return scaled(
      bell.enumerated().map { place, height in
        let slope: Double = right * Double(place % 5 - 2) + down * Double(place / 5 - 2)
        return slope * height
      })
  }

  private static func scaled(_ heights: [Double]) -> [Double] {
    let size = heights.reduce(0) { $0 + abs($1) }
    return heights.map { $0 / size }
  }
}
