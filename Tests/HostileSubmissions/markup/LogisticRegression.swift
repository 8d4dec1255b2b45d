import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  print("<script>document.title = 'mine'</script></pre><img src=x onerror=alert(1)>")
  print("\u{1B}[2J\u{1B}]0;mine\u{7}\u{202E}desrever")
  throw Markup()
}

private struct Markup: Error, CustomStringConvertible {
  var description: String { "</div><script>alert('softmax')</script>\u{1B}[31m" }
}
