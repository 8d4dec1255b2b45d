public func sigmoid(_ z: Tensor) throws -> Tensor {
  ThreeLayerNetwork.sigmoid(z)
}
