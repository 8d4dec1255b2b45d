import Files
import Foundation
import Intake

/// The lines of a file, read in pieces.
struct JournalLines {
  private let descriptor: Int32
  private let file: URL
  private var buffer = Data()
  private var position: UInt64 = 0
  private var isDone = false
  /// Where the last whole line ends.
  private(set) var end: UInt64 = 0

  init(descriptor: Int32, of file: URL) {
    self.descriptor = descriptor
    self.file = file
  }

  /// What stands behind the last newline.
  var rest: Data { buffer }

  /// The next whole line without its newline, and where it begins.
  mutating func next() throws -> (offset: UInt64, line: Data)? {
    while true {
      if let newline = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(buffer[..<newline])
        let offset = end
        buffer.removeSubrange(...newline)
        end += UInt64(line.count) + 1
        return (offset, line)
      }
      guard !isDone else { return nil }
      var piece = Data(count: 1 << 18)
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(position))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw GradingError.cannotRead(
          file: file.path, reason: SystemError().description)
      }
      if count == 0 { isDone = true }
      buffer.append(piece.prefix(count))
      position += UInt64(count)
    }
  }
}

/// Results of a journal, one in memory at a time.
struct JournalResults: Sequence {
  /// A result, and under whose name and number it counts.
  struct Item {
    let entry: Journal.Entry
    let student: Student
    let attempt: Int
    /// What is known of it now.
    let facts: HandInFacts?
    /// The weeks for which it speaks; nil for all.
    let weeks: Set<String>?
  }

  let file: URL
  let items: [Item]

  func makeIterator() -> AnyIterator<SubmissionResult> {
    let handle = try? FileHandle(forReadingFrom: file)
    var rest = items[...]
    return AnyIterator {
      while let item = rest.popFirst() {
        guard let handle, (try? handle.seek(toOffset: item.entry.offset)) != nil,
          let data = try? handle.read(upToCount: item.entry.length),
          let line = try? JSONDecoder().decode(Journal.Line.self, from: data),
          let result = line.result
        else { continue }
        return result.updated(item.facts).counted(
          for: item.student, as: item.attempt, on: item.weeks)
      }
      return nil
    }
  }
}
