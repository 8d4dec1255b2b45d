import Coursework
import LearnersBodies

// Serves the learners' bodies, each as a variant of its exercise, beside the reference solutions.
WorkerServer.run(FunctionTable(servedFunctions, and: LearnersBody.all.map(\.implementation)))
