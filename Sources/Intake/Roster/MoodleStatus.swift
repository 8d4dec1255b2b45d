import Foundation

/// What the status column of Moodle's worksheet says besides whether something was handed in.
///
/// Its parts are joined by ` - `: the state, how late the work is, and the end of an extension, as in
/// `Extension granted until: Sunday, 22 November 2026, 11:59 PM`, in the reader's language and time
/// zone. A draft that the student never submitted is in the download like any other work
/// (moodle/moodle, mod/assign/gradingtable.php, `col_status`, and classes/downloader.php).
struct MoodleStatus {
  let isDraft: Bool
  let extendedUntil: Date?

  init(_ cell: String, zone: TimeZone) {
    let parts = cell.components(separatedBy: " - ")
    let state = RosterHeading.folded(parts[0])
    isDraft = Self.drafts.contains(where: state.hasPrefix)
    extendedUntil = parts.dropFirst().lazy.compactMap { WrittenDate($0, in: zone).date }.first
  }

  /// Finds the column.
  static func column(_ header: [String]) -> Int? {
    header.firstIndex { headings.contains(RosterHeading.folded($0)) }
  }

  private static let headings: Set<String> = [
    "status", "statut", "estado", "estatus", "stato", "estat", "状态", "狀態", "ステータス", "상태", "статус",
    "stav", "tila", "allapot", "durum",
  ]

  /// The values of `submissionstatus_draft` in the language packs, up to the bracket.
  private static let drafts: Set<String> = [
    "draft", "entwurf", "brouillon", "borrador", "bozza", "rascunho", "concept", "esborrany", "草稿",
    "下書き", "черновик", "luonnos", "utkast", "kladde", "koncept", "taslak",
  ]
}
