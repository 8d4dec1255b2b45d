import Foundation

/// A code page that names were written in before UTF-8: the archive does not say which.
///
/// Windows and most programs for it write names in the code page of the machine's language.
/// (APPNOTE.TXT, 4.4.4 and appendix D, has code page 437 without the flag of UTF-8; nobody keeps to it.)
package struct CodePage: Sendable, Equatable {
  /// The characters of the upper half; nil where characters have several bytes.
  private let upper: [Unicode.Scalar]?
  /// By the number that Core Foundation has for it.
  private let number: UInt

  private init(_ characters: String) {
    upper = Array(characters.unicodeScalars)
    number = 0
  }

  private init(number: UInt) {
    upper = nil
    self.number = number
  }

  /// The name, if all its bytes mean something.
  package func text(of bytes: [UInt8]) -> String? {
    guard let upper else {
      let text = String(bytes: bytes, encoding: .init(rawValue: 0x8000_0000 | number))
      return text.flatMap { $0.unicodeScalars.contains("\u{FFFD}") ? nil : $0 }
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
    }
    return text.contains("\u{FFFD}") ? nil : String(text)
  }

  /// Of DOS in the United States, and of many programs anywhere.
  static let dosUnitedStates = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
      + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

  /// Of Windows' archives in Western Europe.
  static let dosWesternEurope = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
      + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
      + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

  /// Of Windows' archives in Central Europe.
  static let dosCentralEurope = CodePage(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č"
      + "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
      + "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀"
      + "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}")

  /// Of Windows' archives in Russia.
  static let dosCyrillic = CodePage(
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}")

  /// Of Windows itself in Western Europe; it includes Latin 1.
  package static let windowsWestern = CodePage(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
      + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  /// Of Windows itself in Russia.
  static let windowsCyrillic = CodePage(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ"
      + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмнопрстуфхцчшщъыьэюя")

  /// Mainland China; it includes GBK and GB 2312.
  package static let chinese = CodePage(number: 0x0632)
  /// Japan, as Windows has it.
  static let japanese = CodePage(number: 0x0420)
  /// Taiwan and Hong Kong.
  static let traditionalChinese = CodePage(number: 0x0A03)
  /// Korea, as Windows has it.
  static let korean = CodePage(number: 0x0422)

  static let all = [
    chinese, dosUnitedStates, dosWesternEurope, dosCyrillic, dosCentralEurope, japanese,
    traditionalChinese, korean, windowsWestern, windowsCyrillic,
  ]

  /// The code page in which the names of one archive most probably are.
  ///
  /// - Parameters:
  ///   - names: those that are no UTF-8.
  ///   - isKnown: whether a part of a name is somebody's in the class; that decides.
  /// - Returns: the code page with the most known names; of equal ones that whose letters most look
  ///   like a name's.
  package static func best(
    for names: [[UInt8]], isKnown: (String) -> Bool = { _ in false }
  ) -> CodePage {
    var best = (page: windowsWestern, known: -1, likeness: -Double.infinity)
    for page in all {
      let texts = names.compactMap(page.text(of:))
      guard texts.count == names.count else { continue }
      let parts = Set(texts.flatMap { $0.split { $0 == "/" || $0 == "\\" }.prefix(4) })
      let known = parts.count { isKnown(String($0)) }
      var likeness = zip(texts, names).reduce(0) { $0 + page.likeness(of: $1.0, $1.1) }
      // That so many common Chinese characters are all Hangul, too, is no chance.
      let bytes = names.reduce(0) { $0 + $1.count { $0 >= 0x80 } }
      if page == korean, bytes >= 16, likeness > 0.98 * Double(bytes) { likeness *= 1.05 }
      if (known, likeness) > (best.known, best.likeness) { best = (page, known, likeness) }
    }
    return best.page
  }
}

// MARK: What looks like a name

extension CodePage {
  /// How much a text looks like somebody's name: a weight for each character beyond ASCII, at most
  /// one for each of its bytes.
  private func likeness(of text: String, _ bytes: [UInt8]) -> Double {
    if upper == nil { return pairs(of: bytes) }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(0) { sum, index in
      let scalar = scalars[index]
      guard !scalar.isASCII else { return sum }
      guard scalar.properties.isAlphabetic else {
        return sum - (scalar.properties.generalCategory == .control ? 100 : 1)
      }
      let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
      let letters = neighbours.filter(\.properties.isAlphabetic)
      // In one word stand letters of one script, and no capital follows a small letter.
      let isMixed = letters.contains { Self.script($0) != Self.script(scalar) }
      let follows = index > 0 && scalars[index - 1].properties.isLowercase
      let isOdd = scalar.properties.isUppercase && follows
      if isMixed || isOdd { return sum - 0.5 }
      // Of Latin letters with marks few follow one another.
      let marked = letters.count { !$0.isASCII }
      return sum + (Self.script(scalar) == .latin ? (marked > 0 ? 0.2 : 0.8) : 0.9)
    }
  }

  private enum Script { case latin, greek, cyrillic, other }

  private static func script(_ scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x370..<0x400: .greek
    case 0x400..<0x530: .cyrillic
    case ..<0x250: .latin
    default: .other
    }
  }

  /// The weight of characters of two bytes: those that are often used stand in the first rows of
  /// every standard.
  private func pairs(of bytes: [UInt8]) -> Double {
    var sum = 0.0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      if self == .japanese, (0xa1...0xdf).contains(first) {
        // Katakana of half width, in names of files hardly ever.
        sum += 0.1
        index += 1
        continue
      }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      sum += 2 * weight(of: Int(first) << 8 | Int(second))
      index += 2
    }
    return sum
  }

  private func weight(of pair: Int) -> Double {
    let isInner = pair & 0xff >= 0xa1
    switch self {
    case .chinese where isInner && (0xb0..<0xd8).contains(pair >> 8): return 1
    case .chinese where isInner && (0xd8..<0xf8).contains(pair >> 8): return 0.7
    case .chinese: return 0.3
    // Hangul are rows of the common characters of China.
    case .korean where isInner && (0xb0..<0xc9).contains(pair >> 8): return 0.99
    case .korean: return 0.2
    case .japanese where (0x829f..<0x8397).contains(pair): return 1
    case .japanese where (0x889f..<0x9873).contains(pair): return 0.95
    case .japanese: return 0.2
    case .traditionalChinese where (0xa440..<0xc67f).contains(pair): return 0.97
    default: return 0.2
    }
  }
}
