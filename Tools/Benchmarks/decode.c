// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
//
// The yardstick of the benchmarks: reads native blocks through GDAL with some threads, and does
// nothing with them.
//
//     decode THREADS RASTER... < blocks
//
// Blocks are lines, COLUMN ROW, those of each raster after an empty line.
//
// Build: cc -O2 decode.c $(pkg-config --cflags --libs gdal) -lpthread -o decode

#include <gdal.h>
#include <gdal_frmts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int raster, column, row;
} block;

static char **rasters;
static int raster_count;
static block *blocks;
static size_t block_count;
static atomic_size_t next_block;

static void *work(void *unused) {
    (void)unused;
    GDALDatasetH *open = malloc((size_t)raster_count * sizeof *open);
    GDALRasterBandH *bands = malloc((size_t)raster_count * sizeof *bands);
    size_t most = 0;
    for (int i = 0; i < raster_count; i++) {
        int width, height;
        open[i] = GDALOpen(rasters[i], GA_ReadOnly);
        if (!open[i]) exit(1);
        bands[i] = GDALGetRasterBand(open[i], 1);
        GDALGetBlockSize(bands[i], &width, &height);
        size_t size = (size_t)width * height * (size_t)GDALGetDataTypeSizeBytes(
            GDALGetRasterDataType(bands[i]));
        if (size > most) most = size;
    }
    void *memory = malloc(most);
    for (;;) {
        size_t i = atomic_fetch_add(&next_block, 1);
        if (i >= block_count) break;
        if (GDALReadBlock(bands[blocks[i].raster], blocks[i].column, blocks[i].row, memory)) exit(1);
    }
    for (int i = 0; i < raster_count; i++) GDALClose(open[i]);
    return NULL;
}

int main(int argc, char **argv) {
    GDALRegister_GTiff();
    int threads = atoi(argv[1]);
    rasters = argv + 2;
    raster_count = argc - 2;
    size_t capacity = 0;
    char line[64];
    for (int raster = 0; fgets(line, sizeof line, stdin);) {
        block found = {raster, 0, 0};
        if (sscanf(line, "%d %d", &found.column, &found.row) != 2) {
            raster++;
            continue;
        }
        if (block_count == capacity) {
            capacity = capacity ? 2 * capacity : 4096;
            blocks = realloc(blocks, capacity * sizeof *blocks);
        }
        blocks[block_count++] = found;
    }
    pthread_t ids[64];
    for (int i = 0; i < threads; i++) pthread_create(&ids[i], NULL, work, NULL);
    for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
    printf("%zu blocks\n", block_count);
}
