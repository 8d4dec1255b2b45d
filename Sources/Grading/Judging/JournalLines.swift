import Files
import Foundation
import Intake

/// A reader of a file's lines that holds only a piece of the file in memory.
struct JournalLines {
  private let descriptor: Int32
  private let file: URL
  private var buffer = Data()
  private var position: UInt64 = 0
  private var isDone = false
  /// The offset of the end of the last complete line.
  private(set) var end: UInt64 = 0

  init(descriptor: Int32, of file: URL) {
    self.descriptor = descriptor
    self.file = file
  }

  /// The bytes after the last newline.
  var rest: Data { buffer }

  /// Returns the next complete line without its newline, and its offset.
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

/// The results of a journal, with one in memory at a time.
struct JournalResults: Sequence {
  /// A result, with the student and number under which it counts.
  struct Item {
    let entry: Journal.Entry
    let student: Student
    let attempt: Int
    /// What is known of the hand-in now.
    let facts: HandInFacts?
    /// Whether nothing says which of the group's hand-ins came last.
    var isUnordered = false
    /// The weeks for which it counts; nil for all.
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
        var facts = item.facts
        if item.isUnordered { facts?.handIn.isUnordered = true }
        return result.updated(facts).counted(
          for: item.student, as: item.attempt, on: item.weeks)
      }
      return nil
    }
  }
}
