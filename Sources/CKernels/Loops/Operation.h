// Operations on two numbers, applied to arrays. The greater or smaller of a NaN and a number is
// NaN.

#define CK_VECTOR_ADD(x, y) ((x) + (y))
#define CK_VECTOR_SUBTRACT(x, y) ((x) - (y))
#define CK_VECTOR_MULTIPLY(x, y) ((x) * (y))
#define CK_VECTOR_DIVIDE(x, y) ((x) / (y))

CK_INLINE vector greater(vector x, vector y) { return ((x >= y) | (x != x)) ? x : y; }
CK_INLINE vector smaller(vector x, vector y) { return ((x <= y) | (x != x)) ? x : y; }

#define CK_VECTOR_HOLDS(condition) ((condition) ? (vector)1 : (vector)0)
#define CK_VECTOR_GREATER(x, y) CK_VECTOR_HOLDS((x) > (y))
#define CK_VECTOR_LESS(x, y) CK_VECTOR_HOLDS((x) < (y))
#define CK_VECTOR_AT_LEAST(x, y) CK_VECTOR_HOLDS((x) >= (y))
#define CK_VECTOR_AT_MOST(x, y) CK_VECTOR_HOLDS((x) <= (y))
#define CK_VECTOR_EQUAL(x, y) CK_VECTOR_HOLDS((x) == (y))
#define CK_VECTOR_DIFFERENT(x, y) CK_VECTOR_HOLDS((x) != (y))

#define CK_APPLY(X, Y, REST_X, REST_Y, OPERATION)                                          \
  {                                                                                        \
    size_t i = 0;                                                                          \
    for (; i + CK_WIDTH <= n; i += CK_WIDTH) store(z + i, OPERATION(X, Y));                \
    if (i < n) store_some(z + i, OPERATION(REST_X, REST_Y), n - i);                        \
    break;                                                                                 \
  }

#define CK_SWITCH(X, Y, REST_X, REST_Y)                                        \
  switch (operation) {                                                         \
    case CK_ADD: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_ADD)                 \
    case CK_SUBTRACT: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_SUBTRACT)       \
    case CK_MULTIPLY: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_MULTIPLY)       \
    case CK_DIVIDE: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_DIVIDE)           \
    case CK_MAXIMUM: CK_APPLY(X, Y, REST_X, REST_Y, greater)                   \
    case CK_MINIMUM: CK_APPLY(X, Y, REST_X, REST_Y, smaller)                   \
    case CK_GREATER: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_GREATER)         \
    case CK_LESS: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_LESS)               \
    case CK_AT_LEAST: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_AT_LEAST)       \
    case CK_AT_MOST: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_AT_MOST)         \
    case CK_EQUAL: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_EQUAL)             \
    case CK_DIFFERENT: CK_APPLY(X, Y, REST_X, REST_Y, CK_VECTOR_DIFFERENT)     \
  }

static void binary(ck_operation operation, const double *x, const double *y, double *z, size_t n) {
  CK_SWITCH(load(x + i), load(y + i), load_some(x + i, n - i, 1), load_some(y + i, n - i, 1))
}

static void binary_scalar(ck_operation operation, const double *x, double s, double *z, size_t n) {
  const vector all = s;
  CK_SWITCH(load(x + i), all, load_some(x + i, n - i, 1), all)
}

static void scalar_binary(ck_operation operation, double s, const double *x, double *z, size_t n) {
  const vector all = s;
  CK_SWITCH(all, load(x + i), all, load_some(x + i, n - i, 1))
}
