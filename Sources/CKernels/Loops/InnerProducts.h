// Products with few elements, each the inner product of two long vectors: the gradient of a small
// layer's weights, over the examples.

enum {
  /// A side of the block of elements that are summed at once: their lanes fill the registers.
  inner_side = CK_WIDTH == 8 ? 2 : 1,
  /// A copy up to this size is made on the stack.
  inner_stack = 4096,
};

/// Whether a product of this shape is summed in the order of ck_dot.
CK_INLINE int has_inner_order(size_t m, size_t n, size_t k) {
  return (m == 1 && n == 1) || (m * n <= 64 && k >= 32);
}

/// The inner products of `rows` vectors x with `columns` vectors y, in the order of `dot`.
CK_INLINE void inner_block(const int rows, const int columns, const double *x, size_t xStride,
                           const double *y, size_t yStride, size_t k, double *z, size_t zRow) {
  tree sums[inner_side * inner_side];
  for (int e = 0; e < rows * columns; ++e) sums[e].depth = 0, sums[e].blocks = 0;
  while (k > 0) {
    const size_t count = least(k, sum_block);
    block_lanes lanes[inner_side * inner_side];
    for (int e = 0; e < rows * columns; ++e) lanes[e] = (block_lanes){0};
    size_t i = 0;
    for (; i + sum_lanes <= count; i += sum_lanes) {
      for (int v = 0; v < sum_lanes / CK_WIDTH; ++v) {
        const size_t at = i + (size_t)v * CK_WIDTH;
        for (int r = 0; r < rows; ++r) {
          const vector factor = load(x + (size_t)r * xStride + at);
          for (int c = 0; c < columns; ++c) {
            vector *const sum = &lanes[r * columns + c].parts[v];
            *sum = fused(factor, load(y + (size_t)c * yStride + at), *sum);
          }
        }
      }
    }
    for (int v = 0; v < sum_lanes / CK_WIDTH; ++v, i += CK_WIDTH) {
      if (i >= count) break;
      for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
          add_product(&lanes[r * columns + c].parts[v], x + (size_t)r * xStride + i,
                      y + (size_t)c * yStride + i, count - i);
        }
      }
    }
    for (int e = 0; e < rows * columns; ++e) add_block(&sums[e], folded(lanes[e]));
    x += count;
    y += count;
    k -= count;
  }
  for (int e = 0; e < rows * columns; ++e) {
    z[(size_t)(e / columns) * zRow + (size_t)(e % columns)] = tree_total(&sums[e]);
  }
}

/// The same matrix with every row contiguous: itself, or what is copied to `copy`.
CK_INLINE matrix with_contiguous_rows(matrix x, double *copy, size_t rows, size_t columns) {
  if (x.column == 1) return x;
  if (x.row == 1) {
    transpose_strided(x.elements, (size_t)x.column, copy, columns, columns, rows);
  } else {
    for (size_t i = 0; i < rows; ++i) {
      for (size_t j = 0; j < columns; ++j) {
        copy[i * columns + j] = x.elements[(ptrdiff_t)i * x.row + (ptrdiff_t)j * x.column];
      }
    }
  }
  return (matrix){copy, (ptrdiff_t)columns, 1};
}

/// C = A B with B given transposed. Returns 0, with nothing done, if there is no memory for copies.
static int inner_products(matrix A, matrix B, double *c, size_t cRow, size_t rows, size_t columns,
                          size_t k) {
  double stack[inner_stack];
  double *memory = stack;
  const size_t need = (A.column == 1 ? 0 : rows * k) + (B.column == 1 ? 0 : columns * k);
  if (need > inner_stack) {
    memory = malloc(need * sizeof(double));
    if (memory == NULL) return 0;
  }
  const matrix x = with_contiguous_rows(A, memory, rows, k);
  const matrix y =
      with_contiguous_rows(B, memory + (A.column == 1 ? 0 : rows * k), columns, k);
  for (size_t i = 0; i < rows; i += inner_side) {
    for (size_t j = 0; j < columns; j += inner_side) {
      const int isHigh = inner_side == 2 && i + 1 < rows;
      const int isWide = inner_side == 2 && j + 1 < columns;
      const double *const xs = x.elements + (ptrdiff_t)i * x.row;
      const double *const ys = y.elements + (ptrdiff_t)j * y.row;
      double *const to = c + i * cRow + j;
      if (isHigh && isWide) {
        inner_block(inner_side, inner_side, xs, (size_t)x.row, ys, (size_t)y.row, k, to, cRow);
      } else if (isHigh) {
        inner_block(inner_side, 1, xs, (size_t)x.row, ys, (size_t)y.row, k, to, cRow);
      } else if (isWide) {
        inner_block(1, inner_side, xs, (size_t)x.row, ys, (size_t)y.row, k, to, cRow);
      } else {
        inner_block(1, 1, xs, (size_t)x.row, ys, (size_t)y.row, k, to, cRow);
      }
    }
  }
  if (memory != stack) free(memory);
  return 1;
}
