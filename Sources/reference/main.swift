import Coursework
import Demos
import LogisticRegressionSolution
import OptimizationSolution

let variants = LogisticRegressionSolution.misconceptions + OptimizationSolution.misconceptions

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served))
