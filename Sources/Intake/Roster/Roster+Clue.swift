import Foundation
import Text

extension Roster {
  /// Returns the first of these texts that is in a student's row, with the heading of its column.
  func clue(to student: Student, in texts: [String]) -> HandIn.OwnerClue? {
    guard let place = row(of: student) else { return nil }
    let cells = rows[place].map(Self.plain)
    for text in texts where !text.isEmpty {
      let wanted = Self.plain(text)
      let column = cells.firstIndex { cell in
        // The last is Moodle's `Participant 4711`.
        cell == wanted || cell.hasPrefix(wanted + "@")
          || wanted.isNumber && cell.hasSuffix(" " + wanted)
      }
      if let column {
        return HandIn.OwnerClue(printable(text), column: printable(header[column]))
      }
    }
    return nil
  }

  /// Returns a cell in small letters, without Brightspace's `#` and the zeros that spreadsheets drop.
  private static func plain(_ cell: String) -> String {
    let text = cell.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespaces)
    let bare = text.hasPrefix("#") ? String(text.dropFirst()) : text
    return bare.isNumber ? String(bare.drop { $0 == "0" }) : bare
  }
}
