import Coursework
import Foundation
import Syllabus
import Tensors

@testable import Authoring

extension LessonResults {
  static let classicNetworks: [String: Computation] = [
    "C4W2.leNet": {
      let layers = NetworkLayer.leNet5
      let shapes = try C4W2.layerShapes.reference([32, 32, 1], layers)
      let parameters = try C4W2.parameterCounts.reference([32, 32, 1], layers)
      let work = try C4W2.multiplications.reference([32, 32, 1], layers)
      let rows = layers.indices.flatMap { l -> [Int] in
        let layer = layers[l]
        let said =
          switch layer.kind {
          case .convolution, .depthwise: [layer.f, layer.f, layer.n_C]
          case .pooling: [layer.f, layer.f, layer.stride]
          case .dense: [layer.n_C]
          }
        return said + shapes[l] + [parameters[l], work[l]]
      }
      return ([32, 32, 1] + rows + [parameters.reduce(0, +), work.reduce(0, +)]).map(Double.init)
    },
    "C4W2.networks": {
      let networks = [
        ([5, 1998], [32, 32, 1], NetworkLayer.leNet5),
        ([2012], [227, 227, 3], NetworkLayer.alexNet),
        ([16, 2014], [224, 224, 3], NetworkLayer.vgg16),
      ]
      return try networks.flatMap { name, input, layers in
        let counts = try [
          C4W2.parameterCounts.reference(input, layers).reduce(0, +),
          C4W2.multiplications.reference(input, layers).reduce(0, +),
        ]
        let row: [Int] = name + input + counts
        return row.map(Double.init)
      }
    },
    "C4W2.depth": {
      let (plain, residual) = try BlockTraining.results.get()
      return BlockTraining.blocks.indices.flatMap { k in
        [
          Double(2 * BlockTraining.blocks[k] + 2), plain[k].cost, plain[k].accuracy,
          residual[k].cost, residual[k].accuracy,
        ]
      }
    },
    "C4W2.lost": {
      let plain = try BlockTraining.untrained(blocks: 10, hasShortcut: false)
      let residual = try BlockTraining.untrained(blocks: 10, hasShortcut: true)
      let bad = try BlockTraining.results.get().plain[2]
      return [
        plain.gradient, plain.likenessBelow, plain.likenessAbove, residual.likenessAbove,
        bad.costAfter, bad.accuracy,
      ]
    },
    "C4W2.growing": {
      let begun = try BlockTraining.untrained(
        blocks: 10, hasShortcut: true, startsAsIdentity: false)
      return [begun.growth, begun.cost, log(10)]
    },
    "C4W2.forgotten": {
      let forgotten = try BlockTraining.train(
        blocks: 10, hasShortcut: true, forgettingItBackwards: true)
      return [forgotten.cost, try BlockTraining.results.get().residual[3].cost]
    },
    "C4W2.block": {
      // With zero weights, the biases determine Z2.
      let zeros = LayerParameters(W: .zeros(2, 2), b: .zeros(2, 1))
      let second = LayerParameters(W: .zeros(2, 2), b: Tensor([[-1], [0.5]]))
      let a = Tensor([[3], [1]])
      let pass = try C4W2.residualForward.reference(a, [zeros, second], true)
      return try a.elements + pass.Z2.elements + [0] + pass.A2.elements + [0]
        + (maximum(0, pass.Z2) + a).elements
    },
    "C4W2.bottleneck": {
      let input = [28, 28, 192]
      let convolution = NetworkLayer.convolution(f: 5, filters: 32, pad: 2)
      let full = try C4W2.multiplications.reference(input, [convolution])
      let narrow = try C4W2.multiplications.reference(
        input, [.convolution(f: 1, filters: 16), convolution])
      let lines =
        input + [5, 5, 32, 28, 28, 32] + full + input + [
          1, 1, 16, 28, 28, 16, 5, 5, 32, 28, 28, 32,
        ]
        + narrow + [narrow.reduce(0, +)]
      return lines.map(Double.init)
    },
    "C4W2.separable": {
      let full = try C4W2.multiplications.reference([6, 6, 3], [.convolution(f: 3, filters: 5)])[0]
      let parts = try C4W2.multiplications.reference(
        [6, 6, 3], [.depthwise(f: 3), .convolution(f: 1, filters: 5)])
      let sum = parts[0] + parts[1]
      let whole = [4, 4, 5, 3, 3, 3, full, 4, 4, 3, 3, 3, parts[0], 4, 4, 5, 3, parts[1]]
      return (whole + [parts[0], parts[1], sum]).map(Double.init)
        + [Double(sum) / Double(full), Double(full)]
    },
    "C4W2.grey": {
      let C = Tensor.full([3, 3], 0.25)
      let (values, vectors) = try C.symmetricEigenvectors
      let X = Tensor([[[[0, 0, 0], [1, 1, 1]]]])
      let moved = try (C4W2.colourPCA.reference(X, Tensor([[0.1, 0, 0]])) - X).elements[0]
      let v = vectors[0, 0]
      return values.elements + [v, vectors[1, 0], vectors[2, 0], 0.1, 0.1, 0.75, v, moved]
    },
  ]
}
