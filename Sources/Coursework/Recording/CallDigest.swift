import Files
import Foundation
import Text

/// The identity of a call: 128 bits of the digest of exercise, variant and arguments.
struct CallDigest: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  static let size = 16

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Creates the key of the right answer, or of a variant's.
  init(_ exercise: String, variant: String?, _ arguments: [Value]) {
    self.init(digestOf: "answer", exercise, variant ?? "", .list(arguments))
  }

  /// Creates the key of the form of answers to arguments of these forms.
  init(formOf exercise: String, _ arguments: [Value]) {
    self.init(digestOf: "form", exercise, "", .list(arguments.map { $0.form(keepingTexts: true) }))
  }

  /// The digest as 32 hexadecimal digits.
  var text: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private init(digestOf kind: String, _ exercise: String, _ variant: String, _ arguments: Value) {
    var data = Data()
    for part in [kind, exercise, variant] {
      data.append(contentsOf: part.utf8)
      data.append(0)
    }
    data.append(arguments.bytes)
    var hash = SHA256()
    hash.update(data)
    let words = hash.words().map(UInt64.init)
    self.init(high: words[0] << 32 | words[1], low: words[2] << 32 | words[3])
  }

  static func < (left: CallDigest, right: CallDigest) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
