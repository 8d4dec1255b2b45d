import Foundation

/// A number in the reader's locale, as platforms write it: `100.00`, `100,00`, `1.234,50`, `1
/// 234,50`, `١٠٠٫٠٠`.
///
/// Canvas formats with `I18n.n(number, precision: 2)` and reads the last separator as the decimal
/// one (`decimal_comma_to_period` of its importer). A single separator before exactly three digits
/// is a spreadsheet's thousands separator.
package struct LocalNumber {
  package let value: Double

  package init?(_ text: String) {
    var digits = ""
    var separators: [(mark: Character, place: Int)] = []
    var sign = 1.0
    for character in text.trimmingCharacters(in: .whitespaces) {
      if let digit = character.wholeNumberValue, (0...9).contains(digit), character.isNumber {
        digits += String(digit)
      } else if ".,٫٬'’".contains(character) {
        separators.append((character, digits.count))
      } else if character.isWhitespace {
        // A separator between groups of digits.
      } else if "-−".contains(character), digits.isEmpty, separators.isEmpty {
        sign = -1
      } else {
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    var places = 0
    if let last = separators.last {
      let behind = digits.count - last.place
      let isRepeated = separators.count > 1 && separators.allSatisfy { $0.mark == last.mark }
      let isGroup =
        behind == 3 && (separators.count == 1 || isRepeated) && last.place > 0
        && !digits.hasPrefix("0")
      if "'’٬".contains(last.mark) || isGroup || isRepeated {
        guard behind == 3 else { return nil }
      } else {
        places = behind
      }
    }
    let whole = digits.dropLast(places)
    guard let value = Double("\(whole.isEmpty ? "0" : whole).\(digits.suffix(places))0") else {
      return nil
    }
    self.value = sign * value
  }
}
