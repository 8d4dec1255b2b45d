// The matrix product: which loop suits a shape and its strides. Shapes of few elements are summed
// in the order of an inner product, by a loop of their own. All other loops add in the same order,
// so that the choice changes no bit.

/// The same sum as dot, of vectors whose elements are xStride and yStride apart.
static double strided_dot(const double *x, ptrdiff_t xStride, const double *y, ptrdiff_t yStride,
                          size_t n) {
  if (n < 2 || (xStride == 1 && yStride == 1)) return dot(x, y, n);
  tree total;
  total.depth = 0;
  total.blocks = 0;
  double xs[sum_block], ys[sum_block];
  while (n > 0) {
    const size_t count = least(n, sum_block);
    for (size_t i = 0; i < count; ++i, x += xStride, y += yStride) xs[i] = *x, ys[i] = *y;
    add_block(&total, block_sum(xs, ys, count));
    n -= count;
  }
  return tree_total(&total);
}

/// For strides that suit no other loop, and for want of memory.
static void plain_product(matrix A, matrix B, double *c, size_t cRow, size_t rows, size_t columns,
                          size_t k) {
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) {
      const double *a = A.elements + (ptrdiff_t)i * A.row;
      const double *b = B.elements + (ptrdiff_t)j * B.column;
      double total = 0;
      for (size_t p = 0; p < k; ++p, a += A.column, b += B.row) total = fused(*a, *b, total);
      c[i * cRow + j] = total;
    }
  }
}

/// y = A x, with x's elements `stride` apart. Returns 0, with nothing done, if no loop suits.
static int vector_product(matrix A, const double *x, ptrdiff_t stride, double *y, size_t rows,
                          size_t k) {
  if (A.column == 1 && stride == 1) {
    matrix_times_vector(A.elements, A.row, x, y, rows, k);
  } else if (A.row == 1) {
    sum_rows(1, x, stride, A.elements, A.column, y, k, rows);
  } else {
    return 0;
  }
  return 1;
}

static void product(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
                    const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
                    double *c, size_t m, size_t n, size_t k,
                    size_t firstRow, size_t lastRow, size_t firstColumn, size_t lastColumn) {
  const size_t rows = lastRow - firstRow, columns = lastColumn - firstColumn;
  const ptrdiff_t cRow = (ptrdiff_t)n;
  const matrix A = {a + (ptrdiff_t)firstRow * aRowStride, aRowStride, aColumnStride};
  const matrix B = {b + (ptrdiff_t)firstColumn * bColumnStride, bRowStride, bColumnStride};
  c += firstRow * n + firstColumn;
  // A B transposed is B transposed times A transposed.
  const matrix turnedA = {A.elements, A.column, A.row};
  const matrix turnedB = {B.elements, B.column, B.row};

  int done = 0;
  if (has_inner_order(m, n, k)) {
    done = inner_products(A, turnedB, c, n, rows, columns, k);
    for (size_t i = 0; i < rows && !done; ++i) {
      for (size_t j = 0; j < columns; ++j) {
        c[i * n + j] = strided_dot(A.elements + (ptrdiff_t)i * A.row, A.column,
                                   B.elements + (ptrdiff_t)j * B.column, B.row, k);
      }
    }
    return;
  }
  if (k == 0) {
    for (size_t i = 0; i < rows; ++i) memset(c + i * n, 0, columns * sizeof(double));
    done = 1;
  } else if (rows == 1) {
    done = vector_product(turnedB, A.elements, A.column, c, columns, k);
  } else if (columns == 1 && n == 1) {
    done = vector_product(A, B.elements, B.row, c, rows, k);
  } else if (B.column == 1 && has_few_terms(k, columns)) {
    product_of_few_terms(A, B, c, n, rows, columns, k);
    done = 1;
  } else if (B.column == 1 && k <= rows_at_once && rows == 2) {
    // With two rows a tile would hold more zeros than sums.
    for (size_t i = 0; i < rows; ++i) {
      sum_rows(1, A.elements + (ptrdiff_t)i * A.row, A.column, B.elements, B.row, c + i * n, k,
               columns);
    }
    done = 1;
  }
  if (done) return;
  // Tiles need one factor whose elements lie along the vectors of C. If that is neither B nor A,
  // the smaller of the two is turned while it is packed.
  if (B.column != 1 && (A.row == 1 || rows < columns)) {
    done = blocked_product(turnedB, turnedA, c, 1, cRow, columns, rows, k, m * n);
  } else {
    done = blocked_product(A, B, c, cRow, 1, rows, columns, k, m * n);
  }
  if (!done) plain_product(A, B, c, n, rows, columns, k);
}
