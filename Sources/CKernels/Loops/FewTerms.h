// Products whose elements are sums of few terms: each element costs more to store than to compute.

enum { most_terms = 5, few_rows = 4 };

/// Whether a tile would be moved more than it is added to: sums of few products, whose rows of B
/// stay in the first-level cache.
CK_INLINE int has_few_terms(size_t k, size_t columns) {
  return k == 1 || (k <= most_terms && k * columns <= 2048);
}

/// The sum of `terms` products, in ascending order.
CK_INLINE vector sum_of_terms(const int terms, const vector *factor, const vector *row) {
  vector total = 0;
  for (int p = 0; p < terms; ++p) total = fused(factor[p], row[p], total);
  return total;
}

/// `rows` rows of C = A B, which share what they load of B. `rows` and `terms` are constants
/// wherever this is used.
CK_INLINE void sum_few_terms(const int rows, const int terms, matrix A, const double *b,
                             ptrdiff_t bRow, double *c, size_t cRow, size_t columns) {
  vector factor[few_rows][most_terms], row[most_terms];
  for (int i = 0; i < rows; ++i) {
    for (int p = 0; p < terms; ++p) factor[i][p] = A.elements[i * A.row + p * A.column];
  }
  size_t j = 0;
  for (; j + CK_WIDTH <= columns; j += CK_WIDTH) {
    for (int p = 0; p < terms; ++p) row[p] = load(b + p * bRow + (ptrdiff_t)j);
    for (int i = 0; i < rows; ++i) {
      store(c + (size_t)i * cRow + j, sum_of_terms(terms, factor[i], row));
    }
  }
  const size_t rest = columns - j;
  if (rest == 0) return;
  for (int p = 0; p < terms; ++p) row[p] = load_some(b + p * bRow + (ptrdiff_t)j, rest, 0);
  for (int i = 0; i < rows; ++i) {
    store_some(c + (size_t)i * cRow + j, sum_of_terms(terms, factor[i], row), rest);
  }
}

#define CK_SUM_ROWS(count, terms)                                                             \
  for (; i + (count) <= rows; i += (count)) {                                                  \
    const matrix some = {A.elements + (ptrdiff_t)i * A.row, A.row, A.column};                  \
    sum_few_terms(count, terms, some, B.elements, B.row, c + i * cRow, cRow, columns);         \
  }

/// C = A B for 1 <= k <= most_terms and B's rows contiguous.
static void product_of_few_terms(matrix A, matrix B, double *c, size_t cRow, size_t rows,
                                 size_t columns, size_t k) {
  size_t i = 0;
  switch (k) {
    // With so little to load, writing to several rows in turn costs more than it saves.
    case 1: CK_SUM_ROWS(1, 1) break;
    case 2: CK_SUM_ROWS(2, 2) CK_SUM_ROWS(1, 2) break;
    case 3: CK_SUM_ROWS(few_rows, 3) CK_SUM_ROWS(1, 3) break;
    case 4: CK_SUM_ROWS(few_rows, 4) CK_SUM_ROWS(1, 4) break;
    case 5: CK_SUM_ROWS(few_rows, 5) CK_SUM_ROWS(1, 5) break;
  }
}
