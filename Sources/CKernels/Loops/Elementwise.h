// Functions of one number, applied to arrays.

CK_INLINE vector sqrt_of(vector x) { return __builtin_elementwise_sqrt(x); }
CK_INLINE vector negate_of(vector x) { return -x; }

/// The last elements go through the same function of a whole vector, so that an element's bits do not
/// depend on its place in the array.
#define CK_ELEMENTWISE(name, function)                                        \
  static void name(const double *x, double *y, size_t n) {                    \
    size_t i = 0;                                                             \
    for (; i + CK_WIDTH <= n; i += CK_WIDTH) store(y + i, function(load(x + i))); \
    if (i < n) store_some(y + i, function(load_some(x + i, n - i, 1)), n - i);    \
  }

CK_ELEMENTWISE(exp_all, exp_of)
CK_ELEMENTWISE(log_all, log_of)
CK_ELEMENTWISE(tanh_all, tanh_of)
CK_ELEMENTWISE(sqrt_all, sqrt_of)
CK_ELEMENTWISE(absolute_all, magnitude)
CK_ELEMENTWISE(negate_all, negate_of)
