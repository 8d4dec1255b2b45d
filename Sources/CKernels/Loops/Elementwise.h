// Functions of one number, applied to arrays.

CK_INLINE group sqrt_of(group x) { return __builtin_elementwise_sqrt(x); }
CK_INLINE group negate_of(group x) { return -x; }
/// Without jumps: of random signs the processor would guess every second jump wrong.
CK_INLINE group sign_of(group x) {
  return x > 0 ? (group)1 : (x < 0 ? (group)-1 : magnitude(x));
}

/// The first `count` < CK_GROUP numbers at x, into the lanes of a group.
CK_INLINE void load_group(group *to, const double *x, size_t count) {
  double *const elements = (double *)to;
  size_t i = 0;
  for (; i + CK_WIDTH <= count; i += CK_WIDTH) store(elements + i, load(x + i));
  if (i < count) store(elements + i, load_some(x + i, count - i, 1));
}

CK_INLINE void store_group(double *y, const group *from, size_t count) {
  const double *const elements = (const double *)from;
  size_t i = 0;
  for (; i + CK_WIDTH <= count; i += CK_WIDTH) store(y + i, load(elements + i));
  if (i < count) store_some(y + i, load(elements + i), count - i);
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
      load_group(&rest, x + i, n - i);                                               \
      rest = function(rest);                                                         \
      store_group(y + i, &rest, n - i);                                              \
    }                                                                                \
  }

CK_ELEMENTWISE(exp_all, exp_of)
CK_ELEMENTWISE(log_all, log_of)
CK_ELEMENTWISE(tanh_all, tanh_of)
CK_ELEMENTWISE(sqrt_all, sqrt_of)
CK_ELEMENTWISE(absolute_all, magnitude)
CK_ELEMENTWISE(negate_all, negate_of)
CK_ELEMENTWISE(sign_all, sign_of)
