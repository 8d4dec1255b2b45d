import Foundation

/// The columns of a Moodle assignment's grading worksheet, in whatever language it was written.
///
/// `assign_grading_table` always writes them in this order: the record (`Participant 4711`), name,
/// other identifying fields, status, optionally the group, the grade, its maximum, optionally the
/// state of the marking, whether it can be changed, times, and feedback. The import finds them by
/// the same headings and takes the number after the word of the record
/// (`assignfeedback_offline_grade_importer`). An empty grade changes nothing there.
package struct MoodleWorksheet {
  /// The column to fill.
  package let grade: Int
  /// The column of the maximum grade; nil for a scale.
  package let maximum: Int?
  /// The column that says whether a grade can be changed.
  package let changeable: Int?

  /// Returns nil for a table that is not a worksheet, such as the list of participants.
  package init?(_ header: [String], _ rows: [[String]]) {
    let folded = header.map(RosterHeading.folded)
    let isRecord = Self.participantColumn(header, rows) != nil
    let byName = folded.firstIndex { Self.maxima.contains($0) }
    let maximum = byName ?? (isRecord ? Self.constantNumber(header, rows) : nil)
    // The grade comes right before its maximum.
    guard
      let grade = folded.firstIndex(where: { Self.grades.contains($0) })
        ?? maximum.flatMap({ $0 > 0 ? $0 - 1 : nil })
    else { return nil }
    self.grade = grade
    self.maximum = maximum
    changeable =
      folded.firstIndex { Self.changes.contains($0) }
      ?? maximum.flatMap { Self.yesOrNo(after: $0, header, rows) }
  }

  /// Returns whether a cell means no.
  package static func saysNo(_ cell: String) -> Bool { no.contains(RosterHeading.folded(cell)) }

  /// Returns whether a name is the word that blind marking puts in a name's place; file names lose
  /// its slash, as in `Teilnehmer/in`.
  static func hidesName(_ name: String) -> Bool {
    participants.contains(RosterHeading.folded(name))
  }

  /// Finds the column of records, whose cells are one word each followed by a number.
  static func participantColumn(_ header: [String], _ rows: [[String]]) -> Int? {
    guard let first = header.first, !RosterHeading.folded(first).contains("github"),
      !header.contains(where: { RosterHeading.folded($0) == "githubusername" })
    else { return nil }
    let cells = rows.compactMap(\.first).filter { !$0.isEmpty }
    let parts = cells.compactMap { $0.wholeMatch(of: #/(\D+?)\s*\d+/#) }
    guard let word = parts.first?.1, parts.count == cells.count,
      parts.allSatisfy({ $0.1 == word }), word.contains(where: \.isLetter)
    else { return nil }
    if participants.contains(RosterHeading.folded(String(word))) { return 0 }
    // In an unlisted language, the grade's columns distinguish it from a list of logins.
    let isOther = RosterHeading.login.matches(first) || header.count < 5
    return !isOther && constantNumber(header, rows) != nil ? 0 : nil
  }

  private static func constantNumber(_ header: [String], _ rows: [[String]]) -> Int? {
    guard let first = rows.first else { return nil }
    return header.indices.first { column in
      guard column > 1, first.indices.contains(column),
        let value = LocalNumber(first[column])?.value, value > 0
      else { return false }
      return rows.allSatisfy { $0.indices.contains(column) && $0[column] == first[column] }
    }
  }

  private static func yesOrNo(after maximum: Int, _ header: [String], _ rows: [[String]]) -> Int? {
    header.indices.first { column in
      column > maximum && !rows.isEmpty
        && rows.allSatisfy { row in
          row.indices.contains(column)
            && (no.contains(RosterHeading.folded(row[column]))
              || yes.contains(RosterHeading.folded(row[column])))
        }
    }
  }

  /// The values of `hiddenuser` in the language packs.
  private static let participants: Set<String> = [
    "participant", "participante", "teilnehmer", "teilnehmerin", "teilnehmende", "deelnemer",
    "katılımcı", "katilimci", "partaidea", "partecipante", "deltaker", "deltager", "deltagare",
    "uczestnik", "osallistuja", "ucastnik",
    "resztvevo", "участник", "参与者", "参加者", "與會者", "参与人", "학습자", "참가자", "مشارك", "المشارك",
  ]
  private static let grades: Set<String> = [
    "grade", "成绩", "成績", "bewertung", "note", "calificacion", "nota", "valutazione", "cijfer",
    "beoordeling", "評点", "оценка", "karakter", "betyg", "ocena",
  ]
  private static let maxima: Set<String> = [
    "maximumgrade", "最高分", "最高成績", "hochstebewertung", "bestewertung", "notemaximale",
    "notamaxima", "calificacionmaxima", "cualificacionmaxima", "valutazionemassima",
    "maximumcijfer", "最大評点", "максимальнаяоценка", "maksymalnaocena",
  ]
  private static let changes: Set<String> = [
    "gradecanbechanged", "成绩可以更改", "允许更改成绩", "評点変更可", "lacalificacionpuedecambiarse",
    "anotapodeseralterada", "bewertungkanngeandertwerden",
  ]
  private static let yes: Set<String> = [
    "yes", "是", "ja", "oui", "si", "sim", "はい", "да", "tak", "evet", "kylla", "예", "نعم", "ano",
  ]
  private static let no: Set<String> = [
    "no", "否", "nein", "non", "nao", "nee", "いいえ", "нет", "nie", "hayır", "hayir", "ei", "nej",
    "nei", "아니요", "لا", "ne",
  ]
}
