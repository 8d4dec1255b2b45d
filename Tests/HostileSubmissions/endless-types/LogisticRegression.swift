public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

struct Nest<Element> {
  let inner: Nest<Nest<Element>>?
  let element: Element
}

func unfold<Element>(_ depth: Int, _ element: Element) -> Int {
  depth == 0 ? 0 : unfold(depth - 1, Nest(inner: nil, element: element))
}

let deep = unfold(1000, 0)
