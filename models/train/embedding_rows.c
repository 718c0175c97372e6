/* The arithmetic of embed.py's table, which is compiled when it starts: weighted sums of rows, and Adam steps on the rows that a batch touched. */
#include <math.h>
#include <stdint.h>
#include <string.h>

/* sums[b] = sum of weights[i] * rows[ids[i]] over i in starts[b] .. starts[b + 1] */
void sum_rows(const float *rows, int width, const int32_t *ids, const float *weights, const int64_t *starts, int bags, float *sums)
{
    for (int b = 0; b < bags; b++) {
        float *sum = sums + (int64_t)b * width;
        memset(sum, 0, sizeof(float) * width);
        for (int64_t i = starts[b]; i < starts[b + 1]; i++) {
            const float *row = rows + (int64_t)ids[i] * width;
            const float weight = weights[i];
            for (int d = 0; d < width; d++) sum[d] += weight * row[d];
        }
    }
}

/* Adds what the batch's sums ask of each row; returns how many rows are in `touched`. `place` holds -1 for every bucket not touched yet. */
int gather_gradients(int width, const int32_t *ids, const float *weights, const int64_t *starts, int bags, const float *wanted,
                     int32_t *place, int32_t *touched, int count, float *gradients)
{
    for (int b = 0; b < bags; b++) {
        const float *g = wanted + (int64_t)b * width;
        for (int64_t i = starts[b]; i < starts[b + 1]; i++) {
            int32_t at = place[ids[i]];
            if (at < 0) {
                at = place[ids[i]] = count;
                touched[count++] = ids[i];
                memset(gradients + (int64_t)at * width, 0, sizeof(float) * width);
            }
            float *sum = gradients + (int64_t)at * width;
            const float weight = weights[i];
            for (int d = 0; d < width; d++) sum[d] += weight * g[d];
        }
    }
    return count;
}

/* Adam (Kingma and Ba 2015), with the moments of untouched rows left alone. `rate` has the bias corrections in it. */
void adam(float *rows, float *first, float *second, int width, int32_t *place, const int32_t *touched, int count, const float *gradients, float rate)
{
    for (int t = 0; t < count; t++) {
        const int64_t at = (int64_t)touched[t] * width;
        const float *g = gradients + (int64_t)t * width;
        place[touched[t]] = -1;
        for (int d = 0; d < width; d++) {
            const float m = first[at + d] = 0.9f * first[at + d] + 0.1f * g[d];
            const float v = second[at + d] = 0.999f * second[at + d] + 0.001f * g[d] * g[d];
            rows[at + d] -= rate * m / (sqrtf(v) + 1e-8f);
        }
    }
}
