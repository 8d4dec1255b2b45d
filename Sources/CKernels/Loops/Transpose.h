// Transposed copies.

/// y[j][i] = x[i][j] for rows x columns numbers; rows of x are xStride apart, rows of y yStride.
CK_INLINE void transpose_strided(const double *x, size_t xStride, double *y, size_t yStride,
                                 size_t rows, size_t columns) {
  size_t i = 0;
  for (; i + CK_WIDTH <= rows; i += CK_WIDTH) {
    size_t j = 0;
    for (; j + CK_WIDTH <= columns; j += CK_WIDTH) {
      vector square[CK_WIDTH];
      for (int r = 0; r < CK_WIDTH; ++r) square[r] = load(x + (i + r) * xStride + j);
      transpose_square(square);
      for (int r = 0; r < CK_WIDTH; ++r) store(y + (j + r) * yStride + i, square[r]);
    }
    for (; j < columns; ++j) {
      for (int r = 0; r < CK_WIDTH; ++r) y[j * yStride + i + r] = x[(i + r) * xStride + j];
    }
  }
  for (; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) y[j * yStride + i] = x[i * xStride + j];
  }
}

static void transpose(const double *x, double *y, size_t rows, size_t columns) {
  // Blocks of 64 x 64 keep both sides in the first-level cache.
  enum { block = 64 };
  for (size_t i = 0; i < rows; i += block) {
    const size_t height = rows - i < block ? rows - i : block;
    for (size_t j = 0; j < columns; j += block) {
      const size_t width = columns - j < block ? columns - j : block;
      transpose_strided(x + i * columns + j, columns, y + j * rows + i, rows, height, width);
    }
  }
}
