// The loops with vectors of 4 doubles: AVX2.
#if defined(__x86_64__)

#define CK_WIDTH 4
// 8 sums, 2 vectors of B, an element of A and a product: 12 of 16 registers.
#define CK_TILE_ROWS 4
#define CK_TILE_VECTORS 2
#define CK_VECTORS_IN_GROUP 2
#define CK_LOOPS ck_loops_4

#include "Processor.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "Loops/Loops.h"
#pragma clang attribute pop

#endif
