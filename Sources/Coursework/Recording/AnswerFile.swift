public import Foundation

/// The course's recorded answers, for a package without the solutions.
///
/// The file is memory-mapped and searched in place:
///
///     "COURSE-ANSWERS-2"                        16 bytes
///     numbers of keys, contents and pieces      8 bytes each
///     keys in ascending order                   16 bytes, and 8 for the number of the content
///     where each content begins in the list     8 bytes each, and the end
///     the list: numbers of pieces               4 bytes each
///     where each piece begins, and the end      8 bytes each, from the first piece on
///     pieces
///
/// Words are little-endian. A content is what a call returned or threw, and consists of its pieces
/// in sequence. Tensors are pieces of their own, and equal pieces are stored once: a mistake in one
/// gradient shares all the others.
public struct AnswerFile: Sendable {
  private let data: Data
  private let keyCount: Int
  private let contentCount: Int
  private let pieceCount: Int
  private let referenceCount: Int

  private static let magic = Data("COURSE-ANSWERS-2".utf8)
  private static let headerSize = 40
  private static let entrySize = CallDigest.size + 8
  /// The upper bound on a content's length, whatever a damaged file says.
  private static let largestContent = 64 << 20

  /// - Throws: `ReleaseError` when the file is missing or damaged.
  public init(_ url: URL) throws {
    do {
      try self.init(Data(contentsOf: url, options: .alwaysMapped), path: url.path)
    } catch let error as ReleaseError {
      throw error
    } catch {
      throw ReleaseError.notAnswers(url.path, .other("\(error)"))
    }
  }

  init(_ data: Data, path: String) throws {
    self.data = data
    guard data.count >= Self.headerSize, data.prefix(Self.magic.count) == Self.magic else {
      throw ReleaseError.notAnswers(path, .otherBeginning)
    }
    let cutOff = ReleaseError.notAnswers(path, .cutOff)
    let counts = [16, 24, 32].map { Self.word(in: data, at: $0) }
    // No count exceeds the size of the data, so that no product of counts overflows.
    guard counts.allSatisfy({ $0 <= UInt64(data.count) }) else { throw cutOff }
    keyCount = Int(counts[0])
    contentCount = Int(counts[1])
    pieceCount = Int(counts[2])
    let listStart = Self.headerSize + keyCount * Self.entrySize + (contentCount + 1) * 8
    guard listStart <= data.count else { throw cutOff }
    let references = Self.word(in: data, at: listStart - 8)
    guard references <= UInt64(data.count) else { throw cutOff }
    referenceCount = Int(references)
    guard pieceStart <= data.count,
      pieceOffset(pieceCount) == UInt64(data.count - pieceStart)
    else { throw cutOff }
  }

  private var contentStart: Int { Self.headerSize + keyCount * Self.entrySize }
  private var listStart: Int { contentStart + (contentCount + 1) * 8 }
  private var offsetStart: Int { listStart + referenceCount * 4 }
  private var pieceStart: Int { offsetStart + (pieceCount + 1) * 8 }

  private func pieceOffset(_ piece: Int) -> UInt64 {
    Self.word(in: data, at: offsetStart + piece * 8)
  }

  private static func word(in data: Data, at offset: Int) -> UInt64 {
    data.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// The outcome recorded under a key; nil when there is none or its bytes are damaged.
  subscript(key: CallDigest) -> RecordedOutcome? {
    var low = 0
    var high = keyCount
    while low < high {
      let middle = (low + high) / 2
      let place = Self.headerSize + middle * Self.entrySize
      let found = CallDigest(
        high: Self.word(in: data, at: place), low: Self.word(in: data, at: place + 8))
      if found == key {
        return content(Self.word(in: data, at: place + CallDigest.size))
          .flatMap(RecordedOutcome.init(bytes:))
      }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func content(_ number: UInt64) -> Data? {
    guard number < UInt64(contentCount) else { return nil }
    let start = Self.word(in: data, at: contentStart + Int(number) * 8)
    let end = Self.word(in: data, at: contentStart + Int(number) * 8 + 8)
    guard start <= end, end <= UInt64(referenceCount) else { return nil }
    var content = Data()
    for place in Int(start)..<Int(end) {
      guard let piece = piece(at: place), content.count + piece.count <= Self.largestContent else {
        return nil
      }
      content.append(piece)
    }
    return content
  }

  /// Returns the piece at an index of the list.
  private func piece(at place: Int) -> Data? {
    let number = data.withUnsafeBytes {
      UInt32(
        littleEndian: $0.loadUnaligned(fromByteOffset: listStart + place * 4, as: UInt32.self))
    }
    guard number < pieceCount else { return nil }
    let start = pieceOffset(Int(number))
    let end = pieceOffset(Int(number) + 1)
    guard start <= end, end <= UInt64(data.count - pieceStart) else { return nil }
    return data[pieceStart + Int(start)..<pieceStart + Int(end)]
  }
}

// MARK: Writing

extension AnswerFile {
  /// Encodes a file with these outcomes; equal outcomes give equal bytes.
  static func bytes(of outcomes: [CallDigest: Data]) -> Data {
    var pieces = Numbering<Data>()
    var contents = Numbering<[Int]>()
    var table = Data()
    for (key, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
      table.append(word: key.high)
      table.append(word: key.low)
      let content = RecordedOutcome.pieces(of: outcome).map { pieces.number(of: $0) }
      table.append(word: UInt64(contents.number(of: content)))
    }
    var data = magic
    for count in [outcomes.count, contents.all.count, pieces.all.count] {
      data.append(word: UInt64(count))
    }
    data.append(table)
    data.append(ends: contents.all.map(\.count))
    for number in contents.all.joined() {
      withUnsafeBytes(of: UInt32(number).littleEndian) { data.append(contentsOf: $0) }
    }
    data.append(ends: pieces.all.map(\.count))
    for piece in pieces.all { data.append(piece) }
    return data
  }
}

/// An interner that numbers elements in order of first appearance.
private struct Numbering<Element: Hashable> {
  private(set) var all: [Element] = []
  private var numbers: [Element: Int] = [:]

  mutating func number(of element: Element) -> Int {
    if let number = numbers[element] { return number }
    numbers[element] = all.count
    all.append(element)
    return all.count - 1
  }
}

extension Data {
  /// Appends where items of these lengths begin when laid end to end, and where the last ends.
  fileprivate mutating func append(ends counts: [Int]) {
    var end: UInt64 = 0
    append(word: end)
    for count in counts {
      end += UInt64(count)
      append(word: end)
    }
  }
}

extension AnswerFile {
  /// Returns the recorded answer of the course or of a misconception; nil when the call was not
  /// recorded.
  ///
  /// A variant that answers as the course does is not stored a second time.
  func outcome(
    of exercise: String, variant: String?, _ arguments: [Value]
  ) -> Result<Value, CallFailure>? {
    if let variant,
      let own = self[CallDigest(exercise, variant: variant, arguments)]
    {
      return own.result
    }
    return self[CallDigest(exercise, variant: nil, arguments)]?.result
  }

  /// Returns the form of the course's answer to arguments of these forms.
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome? {
    self[CallDigest(formOf: exercise, arguments)]
  }
}
