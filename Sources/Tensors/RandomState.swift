import CKernels
import Foundation
import Text

/// The random numbers of NumPy's legacy `np.random.RandomState(seed)`, bit for bit.
///
/// The generator is the Mersenne Twister MT19937 of Matsumoto and Nishimura ("Mersenne Twister: a
/// 623-dimensionally equidistributed uniform pseudo-random number generator", 1998). The same calls
/// in the same order give the same numbers, so a seed means here what it means in a notebook.
/// ```swift
/// var random = RandomState(seed: 1)
/// print(random.randn(2, 2))
/// // [[ 1.62434536 -0.61175641]
/// //  [-0.52817175 -1.07296862]]
/// ```
public struct RandomState: Sendable {
  private static let size = 624
  private var key: [UInt32]
  private var position = RandomState.size
  /// The second number of the last Gaussian pair, if it is still unused.
  private var cachedGaussian: Double?

  /// Creates a generator from a seed.
  public init(seed: UInt32) {
    key = [UInt32](repeating: seed, count: Self.size)
    for i in 1..<Self.size {
      key[i] = 1_812_433_253 &* (key[i - 1] ^ (key[i - 1] >> 30)) &+ UInt32(i)
    }
  }

  // MARK: Bits

  /// Returns the next 32 random bits.
  mutating func next32() -> UInt32 {
    if position == Self.size { regenerate() }
    let word = key[position]
    position += 1
    return Self.tempered(word)
  }

  private static func tempered(_ word: UInt32) -> UInt32 {
    var y = word
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  private mutating func regenerate() {
    ck_twist(&key)
    position = 0
  }

  private mutating func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// Draws an integer from 0 to `limit` inclusive, by drawing as many bits as `limit` has until one
  /// fits.
  private mutating func integer(upTo limit: UInt64) -> UInt64 {
    guard limit > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      let draw = (limit <= UInt64(UInt32.max) ? UInt64(next32()) : next64()) & mask
      if draw <= limit { return draw }
    }
  }

  // MARK: Numbers

  /// Draws a number in [0, 1), a multiple of 2⁻⁵³.
  public mutating func rand() -> Double {
    let high = next32()
    return Self.number(high, next32())
  }

  /// Combines two draws of 32 bits into a number in [0, 1).
  private static func number(_ high: UInt32, _ low: UInt32) -> Double {
    Double(Int64(high >> 5) << 26 | Int64(low >> 6)) * 0x1p-53
  }

  /// Writes the numbers that as many calls of `rand` would return, several times as fast.
  private mutating func fill(_ numbers: UnsafeMutablePointer<Double>, _ count: Int) {
    var filled = 0
    while filled < count {
      let pairs = Swift.min(count - filled, (Self.size - position) / 2)
      guard pairs > 0 else {
        numbers[filled] = rand()
        filled += 1
        continue
      }
      key.withUnsafeBufferPointer { key in
        guard let words = key.baseAddress else { return }
        ck_uniform(words + position, numbers + filled, pairs)
      }
      position += 2 * pairs
      filled += pairs
    }
  }

  /// Draws a number from the standard normal distribution, by Marsaglia's polar method.
  ///
  /// Numbers are generated in pairs; the second of a pair is kept for the next call.
  public mutating func randn() -> Double {
    if let cached = cachedGaussian {
      cachedGaussian = nil
      return cached
    }
    while true {
      let x1 = 2 * rand() - 1
      let x2 = 2 * rand() - 1
      let r2 = x1 * x1 + x2 * x2
      guard r2 < 1, r2 != 0 else { continue }
      // The system's logarithm, because NumPy's stream is computed with it.
      let f = (-2 * Foundation.log(r2) / r2).squareRoot()
      cachedGaussian = f * x1
      return f * x2
    }
  }

  /// Draws a number in [low, high).
  public mutating func uniform(low: Double = 0, high: Double = 1) -> Double {
    low + (high - low) * rand()
  }

  /// Draws a number from a normal distribution.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    mean + standardDeviation * randn()
  }

  /// Draws an integer in `low..<high`.
  ///
  /// Stops the program if the range is empty.
  public mutating func randint(_ low: Int, _ high: Int) -> Int {
    guard low < high else {
      stop(
        Phrase(
          "randint: there is no integer from \(low) up to, but not including, \(high)",
          zh: "randint：从 \(low) 到 \(high)（不含）之间没有整数"))
    }
    let limit = UInt64(bitPattern: Int64(high &- 1 &- low))
    return low &+ Int(truncatingIfNeeded: integer(upTo: limit))
  }

  /// Draws an integer in `0..<high`.
  ///
  /// Stops the program if the range is empty.
  public mutating func randint(_ high: Int) -> Int { randint(0, high) }

  // MARK: Order

  /// Shuffles the elements in place.
  public mutating func shuffle<Element>(_ array: inout [Element]) {
    for i in stride(from: array.count - 1, to: 0, by: -1) {
      array.swapAt(i, Int(integer(upTo: UInt64(i))))
    }
  }

  /// Returns the integers `0..<n` in a random order.
  public mutating func permutation(_ n: Int) -> [Int] {
    var order = Array(0..<Swift.max(n, 0))
    shuffle(&order)
    return order
  }

  /// Draws `size` integers of `0..<n`, each at most once unless `replacing`.
  ///
  /// Stops the program if there are not enough integers.
  public mutating func choice(_ n: Int, size: Int, replacing: Bool = true) -> [Int] {
    guard size >= 0, n > 0 || size == 0, replacing || size <= n else {
      stop(
        Phrase(
          "choice: cannot take \(size) of \(n) integers\(replacing ? "" : " without repeats")",
          zh: "choice：无法从 \(n) 个整数中\(replacing ? "" : "不重复地")取 \(size) 个"))
    }
    guard !replacing else { return (0..<size).map { _ in randint(0, n) } }
    return Array(permutation(n)[..<size])
  }
}

// MARK: Tensors

extension RandomState {
  /// Draws a tensor of numbers in [0, 1).
  public mutating func rand(_ shape: Int...) -> Tensor { rand(shape: shape) }
  /// Draws a tensor of numbers in [0, 1), with a computed shape.
  public mutating func rand(shape: [Int]) -> Tensor {
    guard let count = elementCount(of: shape) else { return .zeros(shape: shape) }
    return Tensor(
      uncheckedShape: shape,
      elements: .filling(count) { numbers in
        if let numbers { fill(numbers, count) }
      })
  }
  /// Draws a tensor of numbers from the standard normal distribution.
  public mutating func randn(_ shape: Int...) -> Tensor { randn(shape: shape) }
  /// Draws a tensor of numbers from the standard normal distribution, with a computed shape.
  public mutating func randn(shape: [Int]) -> Tensor {
    var result = Tensor.zeros(shape: shape)
    for i in result.storage.indices { result.storage[i] = randn() }
    return result
  }
  /// Draws a tensor of numbers in [low, high).
  public mutating func uniform(low: Double = 0, high: Double = 1, shape: [Int]) -> Tensor {
    low + (high - low) * rand(shape: shape)
  }
  /// Draws a tensor of numbers from a normal distribution.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> Tensor {
    var result = Tensor.zeros(shape: shape)
    for i in result.storage.indices {
      result.storage[i] = normal(mean: mean, standardDeviation: standardDeviation)
    }
    return result
  }
  /// Draws a tensor of integers in `low..<high`.
  ///
  /// Stops the program if the range is empty.
  public mutating func randint(_ low: Int, _ high: Int, shape: [Int]) -> Tensor {
    var result = Tensor.zeros(shape: shape)
    for i in result.storage.indices { result.storage[i] = Double(randint(low, high)) }
    return result
  }
}
