import Coursework
import Foundation

/// How much a file's name is the one that the course gives a week's file.
///
/// ```swift
/// WeekFileName("LogisticRegression.swift", of: week)?.likeness         // exact
/// WeekFileName("logisticregression (1).swift.txt", of: week)?.likeness // copy
/// WeekFileName("s24_LogisticRegression.swift", of: week)?.likeness     // part
/// WeekFileName("LogisticRegressionTests.swift", of: week)              // nil
/// ```
struct WeekFileName: Equatable {
  enum Likeness: Int, Comparable {
    /// As the course has it.
    case exact
    /// In other letters, with blanks, or with a second extension.
    case spelling
    /// With what programs and people put behind a copy.
    case copy
    /// With something before or behind it: a week, a section, a name, ILIAS's time.
    case part

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  let likeness: Likeness
  /// The time that ILIAS puts before a file's name, `20261120221011`: its server's clock.
  let moment: String?

  /// nil for a name that is not meant for the week's file.
  init?(_ name: String, of week: Week) {
    if name == week.file {
      (likeness, moment) = (.exact, nil)
      return
    }
    let name = name.precomposedStringWithCompatibilityMapping
    let (stem, extensions) = Self.divided(name)
    guard !extensions.isEmpty, Set(extensions).isSubset(of: ["swift", "txt", "gz"]) else {
      return nil
    }
    // `LogisticRegression+Helpers.swift` is a part of a module beside its file.
    guard !stem.contains("+") else { return nil }
    guard let place = Self.range(of: week.module, in: stem) else { return nil }
    let (before, after) = (stem[..<place.lowerBound], stem[place.upperBound...])
    // A letter at either side would make it another word: `LogisticRegressionTests`.
    guard before.last.map({ !$0.isLetter || !$0.isASCII }) ?? true,
      after.first.map({ !$0.isLetter || !$0.isASCII }) ?? true
    else { return nil }
    moment = before.wholeMatch(of: #/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)[_\-. ]*/#).map {
      "\($0.1)-\($0.2)-\($0.3) \($0.4):\($0.5):\($0.6)"
    }
    if before.allSatisfy(Self.isSeparator), after.allSatisfy(Self.isSeparator) {
      likeness = .spelling
    } else if before.allSatisfy(Self.isSeparator), Self.isCopy(after) {
      likeness = .copy
    } else {
      // `LogisticRegression notes.txt` holds notes.
      guard extensions.contains("swift") || moment != nil else { return nil }
      likeness = .part
    }
  }

  private static func isSeparator(_ character: Character) -> Bool { "_-. ".contains(character) }

  /// The name without its extensions, and these in small letters.
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

  /// Where the module's name stands, in any letters, its words together or apart.
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
    let known = ["copy", "kopie", "copie", "copia", "cópia", "kopia", "副本", "复制", "複製", "コピー"]
    return !rest.isEmpty
      && words.allSatisfy { word in
        word.count <= 3 && word.allSatisfy(\.isNumber) || known.contains(String(word))
      }
  }
}

extension Week {
  /// The file that a learner edits.
  var file: String { module + ".swift" }
}
