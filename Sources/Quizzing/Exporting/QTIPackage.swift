import Banks
import Files
import Foundation

extension ExportedQuiz {
  /// QTI 1.2 in a content package with its manifest (IMS Content Packaging 1.1.3).
  ///
  /// Canvas and Blackboard import QTI only in a ZIP archive, and a few kilobytes of XML need no
  /// compression. Canvas looks for what belongs to the whole quiz, such as whether options are
  /// shuffled, in a file `assessment_meta.xml` on which the quiz depends.
  ///
  /// - Throws: `StoredArchiveError`.
  func package() throws -> Data {
    let (quiz, settings) = ("\(bank.id)/\(bank.id).xml", "\(bank.id)/assessment_meta.xml")
    let resources = Markup(
      "resources",
      [
        Markup(
          "resource", ["identifier": bank.id, "type": "imsqti_xmlv1p2", "href": quiz],
          [
            Markup("file", ["href": quiz]),
            Markup("dependency", ["identifierref": "\(bank.id)_meta"]),
          ]),
        Markup(
          "resource",
          [
            "identifier": "\(bank.id)_meta",
            "type": "associatedcontent/imscc_xmlv1p1/learning-application-resource",
            "href": settings,
          ], [Markup("file", ["href": settings])]),
      ])
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
        Markup("organizations"), resources,
      ])
    return try StoredArchive.data(of: [
      ("imsmanifest.xml", Data(manifest.document.utf8)),
      (quiz, Data(QTIWriter(quiz: self).text().utf8)),
      (settings, Data(canvasSettings.document.utf8)),
    ])
  }

  /// The settings of the quiz as Canvas writes them into its own packages.
  private var canvasSettings: Markup {
    let points = questions.reduce(0) { $0 + $1.question.points }
    return Markup(
      "quiz",
      ["identifier": bank.id, "xmlns": "http://canvas.instructure.com/xsd/cccv1p0"],
      [
        Markup("title", text: bank.title),
        Markup("description", text: RichText.html(bank.introduction)),
        Markup("shuffle_answers", text: "\(mayBeShuffled)"),
        Markup("quiz_type", text: "assignment"),
        Markup("points_possible", text: "\(points).0"),
      ])
  }
}
