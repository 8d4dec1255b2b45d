// Operations on two numbers, applied to arrays. The greater or smaller of a NaN and a number is
// NaN.

#define CK_VECTOR_ADD(x, y) ((x) + (y))
#define CK_VECTOR_SUBTRACT(x, y) ((x) - (y))
#define CK_VECTOR_MULTIPLY(x, y) ((x) * (y))
#define CK_VECTOR_DIVIDE(x, y) ((x) / (y))

// The inner choice is one instruction.
CK_INLINE vector greater(vector x, vector y) { return y != y ? y : (y > x ? y : x); }
CK_INLINE vector smaller(vector x, vector y) { return y != y ? y : (y < x ? y : x); }

#define CK_VECTOR_HOLDS(condition) ((condition) ? (vector)1 : (vector)0)
#define CK_VECTOR_GREATER(x, y) CK_VECTOR_HOLDS((x) > (y))
#define CK_VECTOR_LESS(x, y) CK_VECTOR_HOLDS((x) < (y))
#define CK_VECTOR_AT_LEAST(x, y) CK_VECTOR_HOLDS((x) >= (y))
#define CK_VECTOR_AT_MOST(x, y) CK_VECTOR_HOLDS((x) <= (y))
#define CK_VECTOR_EQUAL(x, y) CK_VECTOR_HOLDS((x) == (y))
#define CK_VECTOR_DIFFERENT(x, y) CK_VECTOR_HOLDS((x) != (y))

/// How many numbers to compute before those of z that fill whole lines of the cache: to write across
/// two lines takes twice as long.
CK_INLINE size_t elements_before_line(const double *z, size_t n) {
  return n < 16 * CK_WIDTH ? 0 : elements_before_vector(z);
}

/// SOME_X and SOME_Y are the `count` < CK_WIDTH numbers from i on.
#define CK_APPLY(X, Y, SOME_X, SOME_Y, OPERATION)                                          \
  {                                                                                        \
    size_t i = 0;                                                                          \
    size_t count = elements_before_line(z, n);                                             \
    if (count > 0) store_some(z, OPERATION(SOME_X, SOME_Y), count);                        \
    for (i = count; i + CK_WIDTH <= n; i += CK_WIDTH) store(z + i, OPERATION(X, Y));       \
    count = n - i;                                                                         \
    if (count > 0) store_some(z + i, OPERATION(SOME_X, SOME_Y), count);                    \
    break;                                                                                 \
  }

#define CK_SWITCH(X, Y, SOME_X, SOME_Y)                                        \
  switch (operation) {                                                         \
    case CK_ADD: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_ADD)                 \
    case CK_SUBTRACT: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_SUBTRACT)       \
    case CK_MULTIPLY: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_MULTIPLY)       \
    case CK_DIVIDE: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_DIVIDE)           \
    case CK_MAXIMUM: CK_APPLY(X, Y, SOME_X, SOME_Y, greater)                   \
    case CK_MINIMUM: CK_APPLY(X, Y, SOME_X, SOME_Y, smaller)                   \
    case CK_GREATER: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_GREATER)         \
    case CK_LESS: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_LESS)               \
    case CK_AT_LEAST: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_AT_LEAST)       \
    case CK_AT_MOST: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_AT_MOST)         \
    case CK_EQUAL: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_EQUAL)             \
    case CK_DIFFERENT: CK_APPLY(X, Y, SOME_X, SOME_Y, CK_VECTOR_DIFFERENT)     \
  }

static void binary(ck_operation operation, const double *x, const double *y, double *z, size_t n) {
  CK_SWITCH(load(x + i), load(y + i), load_some(x + i, count, 1), load_some(y + i, count, 1))
}

static void binary_scalar(ck_operation operation, const double *x, double s, double *z, size_t n) {
  const vector all = s;
  CK_SWITCH(load(x + i), all, load_some(x + i, count, 1), all)
}

static void scalar_binary(ck_operation operation, double s, const double *x, double *z, size_t n) {
  const vector all = s;
  CK_SWITCH(all, load(x + i), all, load_some(x + i, count, 1))
}
