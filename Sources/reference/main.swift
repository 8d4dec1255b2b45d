import Benchmarks
import Coursework
import DeepNetworkSolution
import Demos
import InitializationSolution
import LogisticRegressionSolution
import OptimizationSolution
import RegularizationSolution

let variants =
  LogisticRegressionSolution.misconceptions + InitializationSolution.misconceptions
  + RegularizationSolution.misconceptions + OptimizationSolution.misconceptions

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served + Benchmark.served))
