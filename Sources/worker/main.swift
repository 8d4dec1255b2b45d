import Coursework
import Demos

WorkerServer.run(FunctionTable(servedFunctions + Demo.served))
