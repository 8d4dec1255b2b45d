/// A rectangle of dots for drawing lines; 2×4 dots form one Braille character.
struct DotCanvas {
  let width: Int
  let height: Int
  private var dots: [Bool]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    dots = Array(repeating: false, count: width * height)
  }

  subscript(x: Int, y: Int) -> Bool {
    get { x >= 0 && x < width && y >= 0 && y < height && dots[y * width + x] }
    set { if x >= 0 && x < width && y >= 0 && y < height { dots[y * width + x] = newValue } }
  }

  /// Draws a line between two dots (Bresenham's algorithm).
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y) = start
    var error = dx + dy
    while true {
      self[x, y] = true
      if x == end.x && y == end.y { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += stepX
      }
      if doubled <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// The Braille pattern of 2×4 dots; nil if all are empty.
  ///
  /// The bits are Unicode's: dots 1 to 3 and 7 down the left column, 4 to 6 and 8 down the right
  /// one.
  func braille(column: Int, row: Int) -> Character? {
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var pattern: UInt32 = 0
    for y in 0..<4 {
      for x in 0..<2 where self[column * 2 + x, row * 4 + y] { pattern |= bits[y][x] }
    }
    return pattern == 0 ? nil : Unicode.Scalar(0x2800 + pattern).map { Character($0) }
  }
}
