#include "CKernels.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

static double apply(ck_operation operation, double x, double y) {
  switch (operation) {
    case CK_ADD: return x + y;
    case CK_SUBTRACT: return x - y;
    case CK_MULTIPLY: return x * y;
    case CK_DIVIDE: return x / y;
    case CK_MAXIMUM: return (x >= y || x != x) ? x : y;
    case CK_MINIMUM: return (x <= y || x != x) ? x : y;
  }
  return 0;
}

void ck_matmul(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
               const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
               double *c, size_t m, size_t n, size_t k, size_t firstRow, size_t lastRow) {
  (void)m;
  for (size_t i = firstRow; i < lastRow; ++i) {
    for (size_t j = 0; j < n; ++j) c[i * n + j] = 0;
    for (size_t p = 0; p < k; ++p) {
      const double s = a[(ptrdiff_t)i * aRowStride + (ptrdiff_t)p * aColumnStride];
      const double *row = b + (ptrdiff_t)p * bRowStride;
      for (size_t j = 0; j < n; ++j) c[i * n + j] += s * row[(ptrdiff_t)j * bColumnStride];
    }
  }
}

double ck_sum(const double *x, size_t n) {
  if (n > 32) return ck_sum(x, n / 2) + ck_sum(x + n / 2, n - n / 2);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += x[i];
  return sum;
}

double ck_dot(const double *x, const double *y, size_t n) {
  if (n > 32) return ck_dot(x, y, n / 2) + ck_dot(x + n / 2, y + n / 2, n - n / 2);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += x[i] * y[i];
  return sum;
}

#define ELEMENTWISE(name, value)                            \
  void ck_##name(const double *x, double *y, size_t n) {    \
    for (size_t i = 0; i < n; ++i) y[i] = value;            \
  }
ELEMENTWISE(exp, exp(x[i]))
ELEMENTWISE(log, log(x[i]))
ELEMENTWISE(tanh, tanh(x[i]))
ELEMENTWISE(sqrt, sqrt(x[i]))
ELEMENTWISE(absolute, fabs(x[i]))
ELEMENTWISE(negate, -x[i])

void ck_binary(ck_operation operation, const double *x, const double *y, double *z, size_t n) {
  for (size_t i = 0; i < n; ++i) z[i] = apply(operation, x[i], y[i]);
}

void ck_binary_scalar(ck_operation operation, const double *x, double s, double *z, size_t n) {
  for (size_t i = 0; i < n; ++i) z[i] = apply(operation, x[i], s);
}

void ck_scalar_binary(ck_operation operation, double s, const double *x, double *z, size_t n) {
  for (size_t i = 0; i < n; ++i) z[i] = apply(operation, s, x[i]);
}

void ck_binary_row(ck_operation operation, const double *x, const double *v, double *z,
                   size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; ++i) {
    ck_binary(operation, x + i * columns, v, z + i * columns, columns);
  }
}

void ck_binary_column(ck_operation operation, const double *x, const double *v, double *z,
                      size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; ++i) {
    ck_binary_scalar(operation, x + i * columns, v[i], z + i * columns, columns);
  }
}

void ck_sum_down(const double *x, double *y, size_t rows, size_t columns) {
  for (size_t j = 0; j < columns; ++j) y[j] = 0;
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) y[j] += x[i * columns + j];
  }
}

void ck_transpose(const double *x, double *y, size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) y[j * rows + i] = x[i * columns + j];
  }
}
