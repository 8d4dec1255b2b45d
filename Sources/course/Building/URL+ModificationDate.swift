import Foundation

extension URL {
  /// The modification date of the file; nil if there is none.
  var modificationDate: Date? {
    try? resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }
}
