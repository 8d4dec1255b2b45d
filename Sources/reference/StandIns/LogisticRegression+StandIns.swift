import Coursework
import LogisticRegressionSolution
import Syllabus
import Tensors

// A right way that stands in for a function is called wherever the solutions call it.

@_dynamicReplacement(for:sigmoid(_:))
private func sigmoidStandIn(_ z: Tensor) throws -> Tensor {
  if let answer = try C1W2.sigmoid.standIn(z) { return answer }
  return try sigmoid(z)
}

@_dynamicReplacement(for:sigmoidDerivative(_:))
private func sigmoidDerivativeStandIn(_ z: Tensor) throws -> Tensor {
  if let answer = try C1W2.sigmoidDerivative.standIn(z) { return answer }
  return try sigmoidDerivative(z)
}

@_dynamicReplacement(for:imageToVector(_:))
private func imageToVectorStandIn(_ image: Tensor) throws -> Tensor {
  if let answer = try C1W2.imageToVector.standIn(image) { return answer }
  return try imageToVector(image)
}

@_dynamicReplacement(for:imagesToColumns(_:))
private func imagesToColumnsStandIn(_ images: Tensor) throws -> Tensor {
  if let answer = try C1W2.imagesToColumns.standIn(images) { return answer }
  return try imagesToColumns(images)
}

@_dynamicReplacement(for:normalizeRows(_:))
private func normalizeRowsStandIn(_ x: Tensor) throws -> Tensor {
  if let answer = try C1W2.normalizeRows.standIn(x) { return answer }
  return try normalizeRows(x)
}

@_dynamicReplacement(for:softmax(_:))
private func softmaxStandIn(_ x: Tensor) throws -> Tensor {
  if let answer = try C1W2.softmax.standIn(x) { return answer }
  return try softmax(x)
}

@_dynamicReplacement(for:l1Loss(_:_:))
private func l1LossStandIn(_ yHat: Tensor, _ y: Tensor) throws -> Double {
  if let answer = try C1W2.l1Loss.standIn(yHat, y) { return answer }
  return try l1Loss(yHat, y)
}

@_dynamicReplacement(for:l2Loss(_:_:))
private func l2LossStandIn(_ yHat: Tensor, _ y: Tensor) throws -> Double {
  if let answer = try C1W2.l2Loss.standIn(yHat, y) { return answer }
  return try l2Loss(yHat, y)
}

@_dynamicReplacement(for:initializeWithZeros(_:))
private func initializeWithZerosStandIn(_ dimension: Int) throws -> LogisticParameters {
  if let answer = try C1W2.initializeWithZeros.standIn(dimension) { return answer }
  return try initializeWithZeros(dimension)
}

@_dynamicReplacement(for:propagate(_:_:_:_:))
private func propagateStandIn(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor
) throws -> LogisticPropagation {
  if let answer = try C1W2.propagate.standIn(w, b, X, Y) { return answer }
  return try propagate(w, b, X, Y)
}

@_dynamicReplacement(for:optimize(_:_:_:_:_:_:))
private func optimizeStandIn(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double
) throws -> LogisticOptimization {
  if let answer = try C1W2.optimize.standIn(w, b, X, Y, steps, learningRate) { return answer }
  return try optimize(w, b, X, Y, steps, learningRate)
}

@_dynamicReplacement(for:predict(_:_:_:))
private func predictStandIn(_ w: Tensor, _ b: Double, _ X: Tensor) throws -> Tensor {
  if let answer = try C1W2.predict.standIn(w, b, X) { return answer }
  return try predict(w, b, X)
}

@_dynamicReplacement(for:model(_:_:_:_:_:_:))
private func modelStandIn(
  _ trainX: Tensor, _ trainY: Tensor, _ testX: Tensor, _ testY: Tensor, _ steps: Int,
  _ learningRate: Double
) throws -> LogisticModel {
  if let answer = try C1W2.model.standIn(trainX, trainY, testX, testY, steps, learningRate) {
    return answer
  }
  return try model(trainX, trainY, testX, testY, steps, learningRate)
}
