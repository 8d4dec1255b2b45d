import Coursework
import Demos
import LogisticRegressionSolution

let variants = LogisticRegressionSolution.misconceptions

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served))
