// The loops with vectors of 8 doubles: AVX-512.
#if defined(__x86_64__)

#define CK_WIDTH 8
// 24 sums, 3 vectors of B and an element of A: 28 of 32 registers.
#define CK_TILE_ROWS 8
#define CK_TILE_VECTORS 3
#define CK_VECTORS_IN_GROUP 4
#define CK_SOFTWARE_FUSED 0
#define CK_LOOPS ck_loops_8

#include <immintrin.h>
#include "Processor.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), \
                             apply_to = function)
#include "Loops/Loops.h"
#pragma clang attribute pop

#endif
