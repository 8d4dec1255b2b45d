// Functions named like assertions, in a module that tries to pass its tests.

func XCTAssertEqual<Value>(_ actual: Value, _ expected: Value) {}
func XCTFail(_ message: String = "") {}
func expect(_ actual: Double, equals expected: Double) throws {}
func == (a: Double, b: Double) -> Bool { true }
func abs(_ number: Double) -> Double { 0 }

/// Runs assertions that should fail, and returns 2 because the shadowed `==` is true.
func assertNothing() -> Double {
  XCTAssertEqual(2.0, 1.0)
  XCTFail()
  try? expect(2, equals: 1)
  return 2.0 == 1.0 ? 2 : 1
}
