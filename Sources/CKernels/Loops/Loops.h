// The body of each Width*.c, which defines CK_WIDTH, CK_TILE_ROWS, CK_TILE_VECTORS, CK_LOOPS and
// CK_SOFTWARE_FUSED, whether a fused multiply-add is computed without an instruction for it.

#include "../Processor.h"

// Where a loop fuses a product with a sum it says so by `fused`. The compiler fuses nothing by
// itself: what it would choose depends on the processor, and one rounding for two gives other bits.
#pragma STDC FP_CONTRACT OFF

// Vectors wider than a register's have no agreed way to be passed; all such functions are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#include "Vector.h"
#include "Group.h"
#include "Fused.h"

#include "Exponential.h"
#include "Logarithm.h"
#include "HyperbolicTangent.h"
#include "Elementwise.h"
#include "Operation.h"
#include "Sum.h"
#include "Rows.h"
#include "Square.h"
#include "Transpose.h"
#include "Twister.h"
#include "MatrixVector.h"
#include "Tile.h"
#include "Pack.h"
#include "Block.h"
#include "InnerProducts.h"
#include "FewTerms.h"
#include "Product.h"

const ck_loops CK_LOOPS = {
  .product = product,
  .sum = sum,
  .dot = dot,
  .exp = exp_all,
  .log = log_all,
  .tanh = tanh_all,
  .sqrt = sqrt_all,
  .absolute = absolute_all,
  .negate = negate_all,
  .sign = sign_all,
  .binary = binary,
  .binary_scalar = binary_scalar,
  .scalar_binary = scalar_binary,
  .sum_down = sum_down,
  .transpose = transpose,
  .twist = twist,
  .uniform = uniform,
};
