// Functions of one number, applied to arrays.

CK_INLINE group sqrt_of(group x) { return __builtin_elementwise_sqrt(x); }
CK_INLINE group negate_of(group x) { return -x; }
/// Without jumps: of random signs the processor would guess every second jump wrong.
CK_INLINE group sign_of(group x) {
  return x > 0 ? (group)1 : (x < 0 ? (group)-1 : magnitude(x));
}

/// The last elements go through the same function of a whole group, so that an element's bits do
/// not depend on its place in the array.
#define CK_ELEMENTWISE(name, function)                                                \
  static void name(const double *x, double *y, size_t n) {                           \
    size_t i = 0;                                                                    \
    for (; i + CK_GROUP <= n; i += CK_GROUP) {                                       \
      *(unaligned_group *)(y + i) = function(*(const unaligned_group *)(x + i));     \
    }                                                                                \
    if (i < n) {                                                                     \
      group rest = 1;                                                                \
      memcpy(&rest, x + i, (n - i) * sizeof(double));                                \
      rest = function(rest);                                                         \
      memcpy(y + i, &rest, (n - i) * sizeof(double));                                \
    }                                                                                \
  }

CK_ELEMENTWISE(exp_all, exp_of)
CK_ELEMENTWISE(log_all, log_of)
CK_ELEMENTWISE(tanh_all, tanh_of)
CK_ELEMENTWISE(sqrt_all, sqrt_of)
CK_ELEMENTWISE(absolute_all, magnitude)
CK_ELEMENTWISE(negate_all, negate_of)
CK_ELEMENTWISE(sign_all, sign_of)
