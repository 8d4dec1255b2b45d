import Banks
import Files
import Foundation

extension ExportedQuiz {
  /// QTI 1.2 in a content package with its manifest (IMS Content Packaging 1.1.3).
  ///
  /// Canvas and Blackboard import QTI only in a ZIP archive, and a few kilobytes of XML need no
  /// compression.
  ///
  /// - Throws: `StoredArchiveError`.
  func package() throws -> Data {
    let manifest = Markup(
      "manifest",
      [
        "identifier": "\(bank.id)_manifest", "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
      ],
      [
        Markup(
          "metadata",
          [
            Markup("schema", text: "IMS Content"), Markup("schemaversion", text: "1.1.3"),
          ]),
        Markup("organizations"),
        Markup(
          "resources",
          [
            Markup(
              "resource",
              [
                "identifier": bank.id, "type": "imsqti_xmlv1p2", "href": "\(bank.id).xml",
              ], [Markup("file", ["href": "\(bank.id).xml"])])
          ]),
      ])
    return try StoredArchive.data(of: [
      ("imsmanifest.xml", Data(manifest.document.utf8)),
      ("\(bank.id).xml", Data(QTIWriter(quiz: self).text().utf8)),
    ])
  }
}
