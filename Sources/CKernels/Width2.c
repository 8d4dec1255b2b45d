// The loops with vectors of 2 doubles: the width of SSE2 and NEON, which every processor of the
// course has.

#define CK_WIDTH 2
// Tiles that fill the registers: 16 of SSE2, 32 of NEON.
#if defined(__aarch64__)
#define CK_TILE_ROWS 8
#define CK_SOFTWARE_FUSED 0
#else
#define CK_TILE_ROWS 4
// An x86 processor with a fused multiply-add has AVX2 too and takes the loops of width 4.
#define CK_SOFTWARE_FUSED 1
#endif
#define CK_TILE_VECTORS 2
#define CK_VECTORS_IN_GROUP 4
#define CK_LOOPS ck_loops_2

#include "Loops/Loops.h"
