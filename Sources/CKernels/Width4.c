// The loops with vectors of 4 doubles: AVX2 with its fused multiply-add.
#if defined(__x86_64__)

#define CK_WIDTH 4
// 12 sums, 3 vectors of B and an element of A: all 16 registers.
#define CK_TILE_ROWS 4
#define CK_TILE_VECTORS 3
#define CK_VECTORS_IN_GROUP 2
#define CK_SOFTWARE_FUSED 0
#define CK_LOOPS ck_loops_4

#include "Processor.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "Loops/Loops.h"
#pragma clang attribute pop

#endif
