#ifndef CK_PROCESSOR_H
#define CK_PROCESSOR_H

#include "CKernels.h"

/// The loops compiled for one vector width. Every function whose speed depends on the width is
/// here; CKernels.h says what each computes.
typedef struct {
  void (*product)(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
                  const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
                  double *c, size_t m, size_t n, size_t k,
                  size_t firstRow, size_t lastRow, size_t firstColumn, size_t lastColumn);
  double (*sum)(const double *x, size_t n);
  double (*dot)(const double *x, const double *y, size_t n);
  void (*exp)(const double *x, double *y, size_t n);
  void (*log)(const double *x, double *y, size_t n);
  void (*tanh)(const double *x, double *y, size_t n);
  void (*sqrt)(const double *x, double *y, size_t n);
  void (*absolute)(const double *x, double *y, size_t n);
  void (*negate)(const double *x, double *y, size_t n);
  void (*sign)(const double *x, double *y, size_t n);
  void (*binary)(ck_operation operation, const double *x, const double *y, double *z, size_t n);
  void (*binary_scalar)(ck_operation operation, const double *x, double s, double *z, size_t n);
  void (*scalar_binary)(ck_operation operation, double s, const double *x, double *z, size_t n);
  void (*sum_down)(const double *x, double *y, size_t rows, size_t columns);
  void (*transpose)(const double *x, double *y, size_t rows, size_t columns);
  void (*twist)(uint32_t *key);
  void (*uniform)(const uint32_t *words, double *y, size_t n);
} ck_loops;

extern const ck_loops ck_loops_2;
#if defined(__x86_64__)
extern const ck_loops ck_loops_4;
extern const ck_loops ck_loops_8;
#endif

/// The loops in use: the widest that the processor has, unless ck_use_width chose others.
const ck_loops *ck_current_loops(void);

#endif
