// A matrix whose rows are contiguous, times a vector.

/// y[i] = the sum over p of a[i][p] x[p], in ascending order of p, from zero. The rows of a are
/// `stride` apart. Squares of A are turned in registers, so that the lanes of one vector are the
/// sums of CK_WIDTH rows.
static void matrix_times_vector(const double *a, ptrdiff_t stride, const double *x, double *y,
                                size_t rows, size_t k) {
  const ptrdiff_t ahead = elements_ahead(rows, stride, CK_WIDTH);
  for (size_t i = 0; i < rows; i += CK_WIDTH) {
    const size_t count = rows - i < CK_WIDTH ? rows - i : CK_WIDTH;
    const double *row[CK_WIDTH];
    for (size_t r = 0; r < CK_WIDTH; ++r) {
      row[r] = a + (ptrdiff_t)(i + (r < count ? r : count - 1)) * stride;
    }
    vector total = 0;
    size_t p = 0;
    for (; p + CK_WIDTH <= k; p += CK_WIDTH) {
      vector square[CK_WIDTH];
      for (int r = 0; r < CK_WIDTH; ++r) {
        if (ahead != 0) __builtin_prefetch(row[r] + p + ahead);
        square[r] = load(row[r] + p);
      }
      transpose_square(square);
      for (int q = 0; q < CK_WIDTH; ++q) total = fused(square[q], (vector)x[p + q], total);
    }
    for (; p < k; ++p) {
      vector column;
      for (int r = 0; r < CK_WIDTH; ++r) column[r] = row[r][p];
      total = fused(column, (vector)x[p], total);
    }
    if (count == CK_WIDTH) {
      store(y + i, total);
    } else {
      store_some(y + i, total, count);
    }
  }
}
