#include "Processor.h"

#include <string.h>

void ck_matmul(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
               const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
               double *c, size_t m, size_t n, size_t k, size_t firstRow, size_t lastRow) {
  ck_matmul_block(a, aRowStride, aColumnStride, b, bRowStride, bColumnStride, c, m, n, k,
                  firstRow, lastRow, 0, n);
}

void ck_matmul_block(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
                     const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
                     double *c, size_t m, size_t n, size_t k,
                     size_t firstRow, size_t lastRow, size_t firstColumn, size_t lastColumn) {
  if (firstRow >= lastRow || firstColumn >= lastColumn) return;
  ck_current_loops()->product(a, aRowStride, aColumnStride, b, bRowStride, bColumnStride, c, m, n,
                              k, firstRow, lastRow, firstColumn, lastColumn);
}

double ck_sum(const double *x, size_t n) { return ck_current_loops()->sum(x, n); }

double ck_dot(const double *x, const double *y, size_t n) {
  return ck_current_loops()->dot(x, y, n);
}

void ck_exp(const double *x, double *y, size_t n) { ck_current_loops()->exp(x, y, n); }
void ck_log(const double *x, double *y, size_t n) { ck_current_loops()->log(x, y, n); }
void ck_tanh(const double *x, double *y, size_t n) { ck_current_loops()->tanh(x, y, n); }
void ck_sqrt(const double *x, double *y, size_t n) { ck_current_loops()->sqrt(x, y, n); }
void ck_absolute(const double *x, double *y, size_t n) { ck_current_loops()->absolute(x, y, n); }
void ck_negate(const double *x, double *y, size_t n) { ck_current_loops()->negate(x, y, n); }
void ck_sign(const double *x, double *y, size_t n) { ck_current_loops()->sign(x, y, n); }

void ck_binary(ck_operation operation, const double *x, const double *y, double *z, size_t n) {
  ck_current_loops()->binary(operation, x, y, z, n);
}

void ck_binary_scalar(ck_operation operation, const double *x, double s, double *z, size_t n) {
  ck_current_loops()->binary_scalar(operation, x, s, z, n);
}

void ck_scalar_binary(ck_operation operation, double s, const double *x, double *z, size_t n) {
  ck_current_loops()->scalar_binary(operation, s, x, z, n);
}

/// Rows shorter than this are combined many at a time, against copies of the vector's elements.
enum { short_row = 64, copies = 1024 };

void ck_binary_row(ck_operation operation, const double *x, const double *v, double *z,
                   size_t rows, size_t columns) {
  const ck_loops *loops = ck_current_loops();
  double repeated[copies];
  size_t together = 1;
  if (columns > 0 && columns < short_row) {
    together = copies / columns < rows ? copies / columns : rows;
    for (size_t i = 0; i < together * columns; ++i) repeated[i] = v[i % columns];
    v = repeated;
  }
  for (size_t i = 0; i < rows; i += together) {
    const size_t count = (rows - i < together ? rows - i : together) * columns;
    loops->binary(operation, x + i * columns, v, z + i * columns, count);
  }
}

void ck_binary_column(ck_operation operation, const double *x, const double *v, double *z,
                      size_t rows, size_t columns) {
  const ck_loops *loops = ck_current_loops();
  if (columns == 0) return;
  if (columns >= short_row) {
    for (size_t i = 0; i < rows; ++i) {
      loops->binary_scalar(operation, x + i * columns, v[i], z + i * columns, columns);
    }
    return;
  }
  double repeated[copies];
  const size_t together = copies / columns;
  for (size_t i = 0; i < rows; i += together) {
    const size_t count = rows - i < together ? rows - i : together;
    for (size_t r = 0; r < count; ++r) {
      for (size_t j = 0; j < columns; ++j) repeated[r * columns + j] = v[i + r];
    }
    loops->binary(operation, x + i * columns, repeated, z + i * columns, count * columns);
  }
}

void ck_sum_down(const double *x, double *y, size_t rows, size_t columns) {
  ck_current_loops()->sum_down(x, y, rows, columns);
}

void ck_transpose(const double *x, double *y, size_t rows, size_t columns) {
  ck_current_loops()->transpose(x, y, rows, columns);
}

void ck_twist(uint32_t *key) { ck_current_loops()->twist(key); }

void ck_uniform(const uint32_t *words, double *y, size_t n) {
  ck_current_loops()->uniform(words, y, n);
}

/// Copies with a length that the compiler knows need no call.
#define COPY_RUNS_OF(length) \
  case length: \
    for (size_t i = 0; i < count; ++i) { \
      memcpy(y + i * yStep, x + i * xStep, length * sizeof(double)); \
    } \
    return;

void ck_copy_runs(const double *x, size_t xStep, double *y, size_t yStep, size_t run,
                  size_t count) {
  switch (run) {
    case 0: return;
    COPY_RUNS_OF(1)
    COPY_RUNS_OF(2)
    COPY_RUNS_OF(3)
    COPY_RUNS_OF(4)
    COPY_RUNS_OF(6)
    COPY_RUNS_OF(8)
    COPY_RUNS_OF(16)
    COPY_RUNS_OF(32)
    default:
      for (size_t i = 0; i < count; ++i) {
        memcpy(y + i * yStep, x + i * xStep, run * sizeof(double));
      }
  }
}
