public import Foundation

/// The course's answers, recorded beforehand, for a package without the solutions.
///
/// The file is mapped into memory and searched where it lies:
///
///     "COURSE-ANSWERS-1"                        16 bytes
///     number of keys, number of contents        8 bytes each
///     keys in ascending order                   16 bytes, and 8 for the number of the content
///     where each content begins, and the end    8 bytes each, from the first content on
///     contents                                  what the call returned or threw
///
/// Words are little-endian. Equal contents are kept once.
public struct AnswerFile: Sendable {
  private let data: Data
  private let keyCount: Int
  private let contentCount: Int

  private static let magic = Data("COURSE-ANSWERS-1".utf8)
  private static let headerSize = 32
  private static let entrySize = AnswerKey.size + 8

  /// - Throws: `ReleaseError` when the file is missing or damaged.
  public init(_ url: URL) throws {
    do {
      try self.init(Data(contentsOf: url, options: .alwaysMapped), path: url.path)
    } catch let error as ReleaseError {
      throw error
    } catch {
      throw ReleaseError.notAnswers(url.path, "\(error)")
    }
  }

  init(_ data: Data, path: String) throws {
    self.data = data
    guard data.count >= Self.headerSize, data.prefix(Self.magic.count) == Self.magic else {
      throw ReleaseError.notAnswers(path, "it begins otherwise")
    }
    let counts = [16, 24].map { Self.word(in: data, at: $0) }
    guard counts.allSatisfy({ $0 <= UInt64(data.count) }) else {
      throw ReleaseError.notAnswers(path, "it is cut off")
    }
    keyCount = Int(counts[0])
    contentCount = Int(counts[1])
    // The counts are at most the size of the data, so that no product of theirs overflows.
    guard contentStart <= data.count,
      offset(of: contentCount) == UInt64(data.count - contentStart)
    else { throw ReleaseError.notAnswers(path, "it is cut off") }
  }

  private var contentStart: Int {
    Self.headerSize + keyCount * Self.entrySize + (contentCount + 1) * 8
  }

  private func offset(of content: Int) -> UInt64 {
    Self.word(in: data, at: Self.headerSize + keyCount * Self.entrySize + content * 8)
  }

  private static func word(in data: Data, at offset: Int) -> UInt64 {
    data.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// What was recorded under a key; nil when nothing was, or the bytes are damaged.
  subscript(key: AnswerKey) -> RecordedOutcome? {
    var low = 0
    var high = keyCount
    while low < high {
      let middle = (low + high) / 2
      let place = Self.headerSize + middle * Self.entrySize
      let found = AnswerKey(
        high: Self.word(in: data, at: place), low: Self.word(in: data, at: place + 8))
      if found == key { return content(Self.word(in: data, at: place + AnswerKey.size)) }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func content(_ number: UInt64) -> RecordedOutcome? {
    guard number < UInt64(contentCount) else { return nil }
    let start = offset(of: Int(number))
    let end = offset(of: Int(number) + 1)
    guard start <= end, end <= UInt64(data.count - contentStart) else { return nil }
    return RecordedOutcome(bytes: data[contentStart + Int(start)..<contentStart + Int(end)])
  }

  /// The bytes of a file with these contents, the same for the same contents.
  static func bytes(of contents: [AnswerKey: Data]) -> Data {
    var numbers: [Data: Int] = [:]
    var kept: [Data] = []
    var table = Data()
    for (key, content) in contents.sorted(by: { $0.key < $1.key }) {
      let number = numbers[content] ?? kept.count
      if number == kept.count {
        numbers[content] = number
        kept.append(content)
      }
      table.append(word: key.high)
      table.append(word: key.low)
      table.append(word: UInt64(number))
    }
    var data = magic
    data.append(word: UInt64(contents.count))
    data.append(word: UInt64(kept.count))
    data.append(table)
    var offset: UInt64 = 0
    for content in kept {
      data.append(word: offset)
      offset += UInt64(content.count)
    }
    data.append(word: offset)
    for content in kept { data.append(content) }
    return data
  }
}

extension AnswerFile {
  /// What the course answers, or what a misconception does; nil when the call was not recorded.
  ///
  /// A variant that answers as the course does is not kept a second time.
  func outcome(
    of exercise: String, variant: String?, _ arguments: [Value]
  ) -> Result<Value, CallFailure>? {
    if let variant,
      let own = self[AnswerKey(exercise, variant: variant, arguments)]
    {
      return own.result
    }
    return self[AnswerKey(exercise, variant: nil, arguments)]?.result
  }

  /// The form that the course's answer has to arguments of these forms.
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome? {
    self[AnswerKey(formOf: exercise, arguments)]
  }
}
