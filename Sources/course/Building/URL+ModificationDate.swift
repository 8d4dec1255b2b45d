import Foundation

extension URL {
  /// When the file was written last; nil where there is none.
  var modificationDate: Date? {
    try? resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }
}
