import Coursework
import Foundation

/// The similarity of a file's name to that of a week's file in the course.
///
/// ```swift
/// WeekFileName("LogisticRegression.swift", of: week)?.likeness         // exact
/// WeekFileName("logisticregression (1).swift.txt", of: week)?.likeness // copy
/// WeekFileName("s24_LogisticRegression.swift", of: week)?.likeness     // part
/// WeekFileName("LogisticRegressionTests.swift", of: week)              // nil
/// ```
struct WeekFileName: Equatable {
  enum Likeness: Int, Comparable {
    /// The name is exactly the course's.
    case exact
    /// It differs in case, in blanks, or by a second extension.
    case spelling
    /// It has the suffix that programs and people give a copy.
    case copy
    /// It has an addition before or after it: a week, a section, a name, ILIAS's time.
    case part

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  let likeness: Likeness
  /// The time that ILIAS puts before a file's name, `20261120221011`, by its server's clock.
  let moment: String?
  /// Whether the name is the course's with nothing but the platform's own addition.
  var isPlatforms: Bool { likeness == .exact || moment != nil && isWhole }
  /// Whether the week's file name stands at the end as it is.
  private let isWhole: Bool
  /// Whether ILIAS marks the file as late; nil if the name says nothing.
  ///
  /// The download of all submissions drops the time and writes `Late Submission - ` before the name
  /// of a late file, in the reader's language and without accents (ILIAS-eLearning/ILIAS,
  /// Modules/Exercise/classes/class.ilExSubmission.php, `downloadAllAssignmentFiles`).
  let isLate: Bool?
  /// Whether the name itself says that the file is an older one.
  let isOlder: Bool

  /// Returns nil for a name that cannot mean the week's file.
  init?(_ name: String, of week: Week) {
    if name == week.file {
      (likeness, moment, isLate, isOlder, isWhole) = (.exact, nil, nil, false, true)
      return
    }
    let name = name.precomposedStringWithCompatibilityMapping
    let (stem, extensions) = Self.divided(name)
    guard !extensions.isEmpty, Set(extensions).isSubset(of: ["swift", "txt", "gz"]) else {
      return nil
    }
    // `LogisticRegression+Helpers.swift` is another file of the module.
    guard !stem.contains("+") else { return nil }
    guard let place = Self.range(of: week.module, in: stem) else { return nil }
    let (before, after) = (stem[..<place.lowerBound], stem[place.upperBound...])
    // An adjoining letter would make it another word: `LogisticRegressionTests`.
    guard before.last.map({ !$0.isLetter || !$0.isASCII }) ?? true,
      after.first.map({ !$0.isLetter || !$0.isASCII }) ?? true
    else { return nil }
    moment = before.wholeMatch(of: #/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)[_\-. ]*/#).map {
      "\($0.1)-\($0.2)-\($0.3) \($0.4):\($0.5):\($0.6)"
    }
    isLate = Self.saysLate(before) ? true : nil
    isWhole = name.hasSuffix(week.file)
    isOlder = (before.split { !$0.isLetter } + after.split { !$0.isLetter }).contains {
      Self.older.contains($0.lowercased())
    }
    if before.allSatisfy(Self.isSeparator), after.allSatisfy(Self.isSeparator) {
      likeness = .spelling
    } else if before.allSatisfy(Self.isSeparator), Self.isCopy(after) {
      likeness = .copy
    } else {
      // `LogisticRegression notes.txt` contains notes.
      guard extensions.contains("swift") || moment != nil else { return nil }
      likeness = .part
    }
  }

  /// Words for a copy of a file.
  static let copies: Set<String> = [
    "copy", "kopie", "copie", "copia", "cópia", "kopia", "副本", "复制", "複製", "コピー",
  ]

  /// Words for a state that is not the last.
  static let older: Set<String> = [
    "old", "older", "backup", "bak", "draft", "orig", "original", "stub", "starter", "template",
    "alt",
    "旧", "备份", "草稿", "原始",
  ]

  /// Returns whether the text before a file's name is ILIAS's mark, in English or German.
  private static func saysLate(_ before: Substring) -> Bool {
    let words = before.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return ["late submission", "verspätete abgabe", "verspaetete abgabe"].contains(words)
  }

  private static func isSeparator(_ character: Character) -> Bool { "_-. ".contains(character) }

  /// Splits a name into the stem and its lower-case extensions.
  private static func divided(_ name: String) -> (stem: Substring, extensions: [String]) {
    var stem = name[...]
    var extensions: [String] = []
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
      let last = stem[stem.index(after: dot)...].lowercased().trimmingCharacters(in: .whitespaces)
      guard ["swift", "txt", "gz"].contains(last) else { break }
      extensions.append(last)
      stem = stem[..<dot]
    }
    return (stem, extensions)
  }

  /// Finds the module's name in any case, with its words joined or separate.
  private static func range(of module: String, in stem: Substring) -> Range<Substring.Index>? {
    let wanted = Array(module.lowercased())
    var start = stem.startIndex
    while start < stem.endIndex {
      var (index, found) = (start, 0)
      while index < stem.endIndex, found < wanted.count {
        let letter = Character(stem[index].lowercased())
        if letter == wanted[found] {
          found += 1
        } else if found == 0 || !isSeparator(letter) {
          break
        }
        index = stem.index(after: index)
      }
      if found == wanted.count { return start..<index }
      start = stem.index(after: start)
    }
    return nil
  }

  private static func isCopy(_ rest: Substring) -> Bool {
    let words = rest.lowercased().split { !$0.isLetter && !$0.isNumber }
    return !rest.isEmpty
      && words.allSatisfy { word in
        word.count <= 3 && word.allSatisfy(\.isNumber) || copies.contains(String(word))
      }
  }
}

extension Week {
  /// The file that a learner edits.
  var file: String { module + ".swift" }
}
