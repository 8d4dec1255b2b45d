"""Prints the figures that ExamAnswerTests expects of the item statistics. Needs SciPy."""
import numpy
from scipy import stats

right = numpy.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 1])
totals = numpy.array([9, 3, 7, 8, 4, 5, 6.5, 2, 8.5, 5.5])
print("point-biserial", repr(stats.pointbiserialr(right, totals).statistic))
print("mean", totals.mean(), "median", numpy.median(totals))
order = numpy.argsort(totals)
size = round(0.27 * len(totals))
print("upper and lower 27 %", right[order[-size:]].mean() - right[order[:size]].mean())
