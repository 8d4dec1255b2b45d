import Coursework
import Demos

WorkerServer.run(FunctionTable(servedFunctions, and: Demo.served))
