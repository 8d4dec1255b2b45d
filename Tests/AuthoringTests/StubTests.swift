import GradedTesting
import XCTest
