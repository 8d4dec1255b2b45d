// Transposing a square of CK_WIDTH x CK_WIDTH numbers in registers: exchange neighbours, then
// pairs, then fours, as in a butterfly.

#if CK_WIDTH == 2
#define CK_LOW_1(a, b) __builtin_shufflevector(a, b, 0, 2)
#define CK_HIGH_1(a, b) __builtin_shufflevector(a, b, 1, 3)
#elif CK_WIDTH == 4
#define CK_LOW_1(a, b) __builtin_shufflevector(a, b, 0, 4, 2, 6)
#define CK_HIGH_1(a, b) __builtin_shufflevector(a, b, 1, 5, 3, 7)
#define CK_LOW_2(a, b) __builtin_shufflevector(a, b, 0, 1, 4, 5)
#define CK_HIGH_2(a, b) __builtin_shufflevector(a, b, 2, 3, 6, 7)
#else
#define CK_LOW_1(a, b) __builtin_shufflevector(a, b, 0, 8, 2, 10, 4, 12, 6, 14)
#define CK_HIGH_1(a, b) __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15)
#define CK_LOW_2(a, b) __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define CK_HIGH_2(a, b) __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
#define CK_LOW_4(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11)
#define CK_HIGH_4(a, b) __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15)
#endif

#define CK_EXCHANGE(distance)                                                  \
  for (int i = 0; i < CK_WIDTH; ++i) {                                         \
    if (i & distance) continue;                                                \
    const vector a = square[i], b = square[i + distance];                      \
    square[i] = CK_LOW_##distance(a, b);                                       \
    square[i + distance] = CK_HIGH_##distance(a, b);                           \
  }

CK_INLINE void transpose_square(vector square[CK_WIDTH]) {
  CK_EXCHANGE(1)
#if CK_WIDTH > 2
  CK_EXCHANGE(2)
#endif
#if CK_WIDTH > 4
  CK_EXCHANGE(4)
#endif
}
