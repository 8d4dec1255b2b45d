// Sums of rows: y[j] = the sum over i of s[i] x[i][j], in ascending order of i, from zero.

enum { rows_at_once = 8, columns_at_once = 1024 };

/// How far ahead to fetch a matrix that is read once, row after row, in blocks of `count` rows:
/// measured to double the speed of a matrix beyond the second-level cache. 0 for smaller ones.
CK_INLINE ptrdiff_t elements_ahead(size_t rows, ptrdiff_t stride, int count) {
  if ((ptrdiff_t)rows * stride < 65536) return 0;
  return count * stride > 1600 ? count * stride : 1600;
}

/// Adds `count` <= rows_at_once rows to y, each scaled if `scaled`; y counts as zero if `fresh`.
CK_INLINE void add_rows(int count, int scaled, int fresh, ptrdiff_t ahead, const double *s,
                        const double *x, ptrdiff_t stride, double *y, size_t columns) {
  size_t j = 0;
  for (; j + CK_WIDTH <= columns; j += CK_WIDTH) {
    vector total = fresh ? (vector)0 : load(y + j);
    for (int i = 0; i < count; ++i) {
      const double *const at = x + i * stride + (ptrdiff_t)j;
      if (ahead != 0) __builtin_prefetch(at + ahead);
      const vector row = load(at);
      total = scaled ? fused((vector)s[i], row, total) : total + row;
    }
    store(y + j, total);
  }
  if (j == columns) return;
  vector total = fresh ? (vector)0 : load_some(y + j, columns - j, 0);
  for (int i = 0; i < count; ++i) {
    const vector row = load_some(x + i * stride + (ptrdiff_t)j, columns - j, 0);
    total = scaled ? fused((vector)s[i], row, total) : total + row;
  }
  store_some(y + j, total, columns - j);
}

/// Adds `count` rows from the i-th on to a part of y. What is constant in a branch makes its loop
/// shorter.
#define CK_ADD_ROWS(count, fetched)                                                             \
  {                                                                                             \
    const double *const from = x + (ptrdiff_t)i * stride + (ptrdiff_t)first;                    \
    double scales[count];                                                                       \
    if (scaled) {                                                                               \
      for (int r = 0; r < count; ++r) scales[r] = s[((ptrdiff_t)i + r) * sStride];              \
    }                                                                                           \
    if (i == 0) {                                                                               \
      add_rows(count, scaled, 1, 0, scales, from, stride, y + first, width);                    \
    } else if ((fetched) == 0) {                                                                \
      add_rows(count, scaled, 0, 0, scales, from, stride, y + first, width);                    \
    } else {                                                                                    \
      add_rows(count, scaled, 0, fetched, scales, from, stride, y + first, width);              \
    }                                                                                           \
  }

/// The scales are sStride apart; x's rows are `stride` apart.
CK_INLINE void sum_rows(int scaled, const double *s, ptrdiff_t sStride, const double *x,
                        ptrdiff_t stride, double *y, size_t rows, size_t columns) {
  if (rows == 0) memset(y, 0, columns * sizeof(double));
  const ptrdiff_t ahead = elements_ahead(rows, stride, rows_at_once);
  for (size_t first = 0; first < columns; first += columns_at_once) {
    const size_t width = columns - first < columns_at_once ? columns - first : columns_at_once;
    size_t i = 0;
    for (; i + rows_at_once <= rows; i += rows_at_once) {
      CK_ADD_ROWS(rows_at_once, i > 0 ? ahead : 0)
    }
    // All that are left at once: to read y again for each would take as long as they do.
    switch (rows - i) {
      case 1: CK_ADD_ROWS(1, 0) break;
      case 2: CK_ADD_ROWS(2, 0) break;
      case 3: CK_ADD_ROWS(3, 0) break;
      case 4: CK_ADD_ROWS(4, 0) break;
      case 5: CK_ADD_ROWS(5, 0) break;
      case 6: CK_ADD_ROWS(6, 0) break;
      case 7: CK_ADD_ROWS(7, 0) break;
    }
  }
}

static void sum_down(const double *x, double *y, size_t rows, size_t columns) {
  sum_rows(0, NULL, 0, x, (ptrdiff_t)columns, y, rows, columns);
}
