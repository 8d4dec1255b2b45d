import ConvolutionalNetworkSolution
import Coursework
import DeepNetworkSolution
import Demos
import InitializationSolution
import LogisticRegressionSolution
import OptimizationSolution
import RegularizationSolution

/// What learners with a known misconception write, and other right ways.
let variants: [Implementation] = [
  LogisticRegressionSolution.misconceptions,
  ShallowNetworkSolution.misconceptions, ShallowNetworkSolution.alternatives,
  OptimizationSolution.misconceptions,
  ConvolutionalNetworkSolution.misconceptions, ConvolutionalNetworkSolution.alternatives,
].flatMap(\.self)

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served + Benchmark.served))
