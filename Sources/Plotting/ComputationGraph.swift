/// A formula as a graph of operations, with the value of each edge above it and the derivative of
/// the result with respect to it below.
///
/// ```swift
/// let graph = ComputationGraph(
///   nodes: [.init("a", 0, 0), .init("b", 0, 1), .init("×", 1, 0.5), .init("J", 2, 0.5)],
///   edges: [.init(0, 2, "3", "2"), .init(1, 2, "2", "3"), .init(2, 3, "6", "1")])
/// ```
public struct ComputationGraph: Figure {
  /// An input, an operation or the result.
  public struct Node: Sendable, Hashable {
    /// The text in the circle.
    public let label: String
    /// The position: columns from the left and rows from the top, both counted from 0.
    public let column, row: Double

    /// Makes a node.
    public init(_ label: String, _ column: Double, _ row: Double) {
      self.label = label
      self.column = column
      self.row = row
    }
  }

  /// A connection from one node to another.
  public struct Edge: Sendable, Hashable {
    /// The indices of the nodes.
    public let from, to: Int
    /// The value that flows forward, and the derivative that flows back.
    public let value, derivative: String

    /// Makes an edge.
    public init(_ from: Int, _ to: Int, _ value: String, _ derivative: String) {
      self.from = from
      self.to = to
      self.value = value
      self.derivative = derivative
    }
  }

  /// The nodes.
  public let nodes: [Node]
  /// The edges between them.
  public let edges: [Edge]

  /// Makes a graph.
  ///
  /// Edges to nodes that do not exist are omitted.
  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
  }

  private static let radius = 19.0
  private static let rowHeight = 74.0

  private func place(_ node: Node) -> (x: Double, y: Double) {
    let columns = max(1, nodes.map(\.column).max() ?? 1)
    return (36 + node.column * (640 - 72) / columns, 36 + node.row * Self.rowHeight)
  }

  /// The graph as an SVG document, 640 units wide.
  public func svg() -> String {
    let height = 72 + (nodes.map(\.row).max() ?? 0) * Self.rowHeight
    var svg = SVGDocument(width: 640, height: height, title: "")
    for edge in edges {
      let (from, to) = (place(nodes[edge.from]), place(nodes[edge.to]))
      svg.add(
        "path",
        [
          "class": "axis", "fill": "none",
          "d": "M\(number(from.x)) \(number(from.y))L\(number(to.x)) \(number(to.y))",
        ])
    }
    for node in nodes {
      let (x, y) = place(node)
      svg.add(
        "circle",
        ["class": "card axis", "cx": number(x), "cy": number(y), "r": number(Self.radius)])
      svg.text(
        node.label, x: x, y: y + 5, anchor: "middle", size: node.label.count > 2 ? 12 : 14,
        bold: true)
    }
    for edge in edges {
      let (from, to) = (place(nodes[edge.from]), place(nodes[edge.to]))
      // Closer to the start, where edges into the same node are still apart.
      let x = from.x + (to.x - from.x) * 0.4
      let y = from.y + (to.y - from.y) * 0.4
      for (text, y, isValue) in [(edge.value, y - 6, true), (edge.derivative, y + 16, false)] {
        // An outline in the card's colour keeps lines from crossing the digits.
        svg.add(
          "text",
          [
            "class": isValue ? "ink edge" : "edge", "x": number(x), "y": number(y),
            "text-anchor": "middle", "font-size": "13", "font-weight": isValue ? "600" : "",
            "fill": isValue ? "" : Palette.colour(1), "stroke-width": "4", "paint-order": "stroke",
            "stroke-linejoin": "round",
          ], text: text)
      }
    }
    return svg.document
  }

  /// The edges, one on each line, with their values.
  public func text(in area: TextArea) -> String {
    edges.map { edge in
      area.fit(
        "\(nodes[edge.from].label) → \(nodes[edge.to].label)   \(edge.value)   (\(edge.derivative))",
        to: area.width)
    }.joined(separator: "\n")
  }
}
