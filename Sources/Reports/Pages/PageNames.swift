import Text

/// The names of the students' pages, safe in every file system and URL.
///
/// A name is the student's id if that is plain; otherwise its plain characters followed by a number
/// derived from the whole id. So no id can leave the folder, hide a file, or take another's name,
/// and a student's page keeps its name when the class changes.
struct PageNames {
  private var names: [String: String] = [:]

  init(_ ids: [String]) {
    // Two ids that differ only in case are the same file on some systems.
    let counts = Dictionary(grouping: Set(ids)) { Self.plain($0).lowercased() }
    for (_, alike) in counts {
      for id in alike {
        let plain = Self.plain(id)
        let isSafe = alike.count == 1 && plain == id && !Self.isReserved(plain)
        names[id] = isSafe ? plain : "\(plain.isEmpty ? "id" : plain)-\(Self.number(id))"
      }
    }
  }

  /// Returns the name without an extension.
  subscript(id: String) -> String { names[id] ?? Self.number(id) }

  private static func plain(_ id: String) -> String {
    let kept = id.unicodeScalars.map { scalar -> Character in
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
      return isPlain ? Character(scalar) : "_"
    }
    let name = String(kept.prefix(60))
    return String(name.drop { $0 == "_" || $0 == "-" })
  }

  /// Returns whether Windows reserves the name for a device.
  private static func isReserved(_ name: String) -> Bool {
    name.lowercased().wholeMatch(of: #/con|prn|aux|nul|com\d|lpt\d/#) != nil
  }

  /// Returns a number derived from the whole id.
  private static func number(_ id: String) -> String {
    let digits = String(fingerprint(of: id), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
