import Files
import Foundation
import Gradebooks
import Intake

extension PlatformImport {
  /// The table that Blackboard's *Work offline* uploads: students are identified by `Username`, and
  /// columns by the number after the bar in their headings, which stay in the language of the download.
  var blackboard: [[String]] {
    let identity = roster.identityColumns
    let columns = targets.filter { $0.index != nil }
    let worth = columns.map { column in
      BlackboardColumn(column.heading)?.possible ?? gradebook.weeks[column.week].possible
    }
    let body = students { row, marks in
      identity.map { row[$0] }
        + zip(columns, worth).map { cell(row, marks, $0, of: $1) }
    }
    return [identity.map { roster.header[$0] } + columns.map(\.heading)] + body
  }

  /// The table that Brightspace imports: `OrgDefinedId` or `Username`, columns named `… Points
  /// Grade`, and a last column with `#` in every line (Brightspace Help, *Importing grades*).
  var brightspace: [[String]] {
    let identity = place(["OrgDefinedId", "OrgDefinedID", "Org Defined ID", "Username"])
    let worth = targets.map { column in
      let most = column.heading.firstMatch(of: #/MaxPoints:([\d.,]+)/#)
      return most.flatMap { LocalNumber(String($0.1))?.value }
        ?? gradebook.weeks[column.week].possible
    }
    let headings = zip(targets, worth).map { column, best in
      column.index == nil
        ? "\(column.heading) Points Grade <Numeric MaxPoints:\(decimal(best))>" : column.heading
    }
    let body = students { row, marks in
      identity.map { row[$0] } + zip(targets, worth).map { cell(row, marks, $0, of: $1) } + ["#"]
    }
    return [identity.map { roster.header[$0] } + headings + ["End-of-Line Indicator"]] + body
  }
}
