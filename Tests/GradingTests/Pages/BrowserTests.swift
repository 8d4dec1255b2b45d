import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Processes
import Syllabus
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports
@testable import Similarity

/// The pages in a real browser, where there is one: Chromium without a window.
///
/// A page of ours loads each of them in a frame of 500 points' width, once in the light and once in the
/// dark, and looks at what the browser made of it. `apt-get install chromium` brings the browser.
final class BrowserTests: FrameworkTestCase {
  private static let browser: URL? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(fileURLWithPath: "\($0)/\(name)") }
    }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  func testABrowserFindsNothingWrongInThePagesOfAClass() throws {
    guard let browser = Self.browser else {
      throw XCTSkip("no Chromium here (apt-get install chromium): the pages were not opened")
    }
    let folder = try temporaryFolder()
    try write(to: folder)
    let pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") }.sorted()
    XCTAssertEqual(pages.count, 12, "\(pages)")
    let harness = folder.appending(path: "harness.htm")
    try Data(Self.harness(pages).utf8).write(to: harness)
    let outcome = try Subprocess(
      [
        browser.path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security",
        "--allow-file-access-from-files", "--user-data-dir=\(folder.path)/profile",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--window-size=700,900",
        "--virtual-time-budget=60000", "--dump-dom", harness.absoluteString,
      ], timeLimit: 120, outputLimit: 16 << 20
    ).run()
    let text = outcome.text
    let start = try XCTUnwrap(
      text.firstRange(of: "<pre id=\"found\">"), "the browser ended with \(outcome.end): \(text)")
    let found = text[start.upperBound...].prefix { $0 != "<" }
    XCTAssertEqual(String(found), "opened \(2 * pages.count)\n", "what is wrong in which page")
    let complaints = text.split(separator: "\n").filter { $0.contains(":CONSOLE") }
    XCTAssertEqual(complaints, [], "the browser's console")
  }

  /// The pages of a class, of three of its students, and of what two of them share.
  private func write(to folder: URL) throws {
    let synthetic = SyntheticClass(7)
    try Results(
      synthetic.info, submissions: synthetic, policy: ResultsTests.policy, language: .chinese
    ).write(to: folder)
    let code = """
      let first = exp(-Z) * Z.columns + 17
      let second = log(first) / sqrt(first) - first.sum(axis: 1) * first.mean(axis: 0)
      for i in 0..<9 { if i % 2 == 0 { print(first[i, i]); values.append(second.rows) } }
      while values.count > 3 { values.removeLast(); total += abs(values[0]) * tanh(values[1]) }
      """
    var similarity = ClassSimilarity(given: ["C1W3": ClassSimilarity.Given(stub: "")])
    for id in ["a", "b"] {
      similarity.add(Student(id: id, name: id), sources: ["C1W3": Data(code.utf8)])
    }
    try SimilarityReport(similarity, language: .english)
      .write(to: folder.appending(path: "similarity")) { _ in [["C1W3": Data(code.utf8)]] }
  }

  /// A page that opens others and writes down what is wrong with them.
  ///
  /// The contrast is that of WCAG 2.2, (lighter + 0.05) / (darker + 0.05) of relative luminances, and
  /// at least 4.5 for all text, that of pictures too.
  private static func harness(_ pages: [String]) -> String {
    """
    <!doctype html><meta charset="utf-8"><pre id="found"></pre><script>
    const pages = \(pages), found = document.getElementById("found");
    let opened = 0;
    const say = text => { found.textContent += text + "\\n"; };
    const channel = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
    const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
    const colour = text => text.match(/[\\d.]+/g).map(Number);
    function ground(element, base) {
      for (let e = element; e; e = e.parentElement) {
        const c = colour(e.ownerDocument.defaultView.getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] > 0.99) return c;
      }
      return base;
    }
    function look(name, scheme, document) {
      const view = document.defaultView, root = document.documentElement;
      const where = name + " (" + scheme + "): ";
      const dark = view.matchMedia("(prefers-color-scheme: dark)").matches;
      if (dark !== (scheme === "dark")) say(where + "the browser shows the other scheme");
      if (root.scrollWidth > 500) say(where + "is " + root.scrollWidth + " wide");
      for (const entry of view.performance.getEntriesByType("resource")) {
        if (!entry.name.startsWith("data:")) say(where + "asks for " + entry.name);
      }
      for (const link of document.querySelectorAll("a[href]")) {
        const to = link.getAttribute("href");
        if (/^[a-z]+:/i.test(to)) say(where + "leaves for " + to);
        else if (to.startsWith("#")) {
          if (!document.getElementById(to.slice(1))) say(where + "no place " + to);
        } else {
          const path = new URL(link.href).pathname;
          if (!pages.some(page => path.endsWith("/" + page))) say(where + "no page " + to);
        }
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const seen = new Set();
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || seen.has(element)) continue;
        seen.add(element);
        if (["STYLE", "TITLE"].includes(element.tagName.toUpperCase())) continue;
        const style = view.getComputedStyle(element);
        if (style.visibility === "hidden" || !element.getClientRects().length) continue;
        const ink = element.closest("svg") ? style.fill : style.color;
        const tones = [colour(ink), ground(element, dark ? [18, 18, 18] : [255, 255, 255])]
          .map(luminance);
        const contrast = (Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05);
        if (contrast < 4.5) {
          say(where + element.tagName + "." + element.className + " has a contrast of " +
            contrast.toFixed(2) + ": " + element.textContent.trim().slice(0, 40));
        }
      }
      opened += 1;
    }
    async function run() {
      for (const scheme of ["light", "dark"]) for (const page of pages) {
        const frame = document.createElement("iframe");
        frame.style.cssText = "width:500px;height:800px;border:0;color-scheme:" + scheme;
        frame.src = page;
        await new Promise(loaded => { frame.onload = loaded; document.body.append(frame); });
        look(page, scheme, frame.contentDocument);
        frame.remove();
      }
      say("opened " + opened);
    }
    run().catch(error => say("" + error));
    </script>
    """
  }
}
