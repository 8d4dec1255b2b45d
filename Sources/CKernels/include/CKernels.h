#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The loops that carry the course's arithmetic. Every function gives the same bits on every
/// processor and for every split of its work, except for the sign and the payload of a NaN: the
/// order of each sum depends on the shape alone, and what is fused is the same everywhere. Products
/// of matrices, inner products, exp, log and tanh use fused multiply-adds, x y + z rounded once; a
/// processor that has none computes their bits in software. An operation on two arrays rounds once,
/// so that a product and a sum that a program writes as two operations round twice.

/// C = A B for the rows [firstRow, lastRow) of C. A is m x k, B is k x n, C is m x n and row-major.
/// A and B are addressed by strides counted in elements, so that a transposed matrix costs no copy.
/// Every element of C is summed from zero over k in ascending order of the index, each product
/// fused with its sum; only if C has a single element, or at most 64 with k at least 32, is the
/// order that of ck_dot.
void ck_matmul(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
               const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
               double *c, size_t m, size_t n, size_t k, size_t firstRow, size_t lastRow);
/// The same for the block of the rows [firstRow, lastRow) and the columns [firstColumn, lastColumn)
/// of C: the better split between threads if C has few rows.
void ck_matmul_block(const double *a, ptrdiff_t aRowStride, ptrdiff_t aColumnStride,
                     const double *b, ptrdiff_t bRowStride, ptrdiff_t bColumnStride,
                     double *c, size_t m, size_t n, size_t k,
                     size_t firstRow, size_t lastRow, size_t firstColumn, size_t lastColumn);

/// The sum of n numbers, in a fixed order: 32 interleaved partial sums in each block of 2048 numbers,
/// folded in halves, and a balanced tree over the blocks.
double ck_sum(const double *x, size_t n);
/// The inner product of two contiguous vectors, in the order of ck_sum, each product fused with its
/// sum.
double ck_dot(const double *x, const double *y, size_t n);

/// Elementwise y = f(x). y may be x. The error of exp, log and tanh is below one unit in the last
/// place for all arguments, subnormal ones included.
void ck_exp(const double *x, double *y, size_t n);
void ck_log(const double *x, double *y, size_t n);
void ck_tanh(const double *x, double *y, size_t n);
void ck_sqrt(const double *x, double *y, size_t n);
void ck_absolute(const double *x, double *y, size_t n);
void ck_negate(const double *x, double *y, size_t n);
/// -1, 0 or 1; NaN stays NaN.
void ck_sign(const double *x, double *y, size_t n);

typedef enum {
  CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM,
  CK_GREATER, CK_LESS, CK_AT_LEAST, CK_AT_MOST, CK_EQUAL, CK_DIFFERENT
} ck_operation;

/// Elementwise z = x op y. z may be x or y. The maximum or minimum of a NaN and a number is NaN. A
/// comparison gives 1 where it holds and 0 elsewhere; of those with a NaN only CK_DIFFERENT holds.
void ck_binary(ck_operation operation, const double *x, const double *y, double *z, size_t n);
/// z = x op s.
void ck_binary_scalar(ck_operation operation, const double *x, double s, double *z, size_t n);
/// z = s op x.
void ck_scalar_binary(ck_operation operation, double s, const double *x, double *z, size_t n);
/// z[i][j] = x[i][j] op v[j]; x and z are rows x columns, v has `columns` numbers.
void ck_binary_row(ck_operation operation, const double *x, const double *v, double *z,
                   size_t rows, size_t columns);
/// z[i][j] = x[i][j] op v[i]; v has `rows` numbers.
void ck_binary_column(ck_operation operation, const double *x, const double *v, double *z,
                      size_t rows, size_t columns);

/// y[j] = the sum over i of x[i][j], in ascending order of i.
void ck_sum_down(const double *x, double *y, size_t rows, size_t columns);
/// y = x transposed; x is rows x columns.
void ck_transpose(const double *x, double *y, size_t rows, size_t columns);

/// The next 624 words of the Mersenne Twister MT19937, in place of the last.
void ck_twist(uint32_t *key);
/// The numbers in [0, 1), multiples of 2^-53, that n pairs of untempered words make.
void ck_uniform(const uint32_t *words, double *y, size_t n);

/// Copies `count` runs of `run` numbers that lie xStep and yStep apart. x and y do not overlap.
void ck_copy_runs(const double *x, size_t xStep, double *y, size_t yStep, size_t run,
                  size_t count);

/// Lets the allocator of this process keep so many freed bytes for what is allocated next.
void ck_keep_freed_memory(size_t bytes);

/// Asks the system for pages of 2 MiB where the memory, not yet written, holds whole ones: a loop over
/// much memory then waits less for the addresses of pages.
void ck_prefer_huge_pages(void *memory, size_t bytes);

/// How many doubles the vectors in use hold: 8 with AVX-512, 4 with AVX2 and its fused
/// multiply-add, else 2, which on x86 is the width without a fused multiply-add.
int ck_width(void);
/// Uses vectors of the given width, or of the widest that the processor has if it lacks that one or
/// `width` is 0; returns the width in use. For tests, which prove that no bit depends on it.
int ck_use_width(int width);

#endif
