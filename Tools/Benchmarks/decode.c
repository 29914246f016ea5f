// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
//
// The yardstick of the benchmarks: reads native blocks through GDAL with some threads, and does
// nothing with them.
//
//     decode THREADS RASTER... < blocks      a line a block: COLUMN ROW
//
// Build: cc -O2 decode.c $(pkg-config --cflags --libs gdal) -lpthread -o decode

#include <gdal.h>
#include <gdal_frmts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static char **rasters;
static int raster_count, block_count, (*blocks)[2];
static atomic_int next_block;

static void *work(void *unused) {
    (void)unused;
    GDALDatasetH open[16];
    GDALRasterBandH bands[16];
    int width = 0, height = 0;
    for (int i = 0; i < raster_count; i++) {
        open[i] = GDALOpen(rasters[i], GA_ReadOnly);
        if (!open[i]) exit(1);
        bands[i] = GDALGetRasterBand(open[i], 1);
        GDALGetBlockSize(bands[i], &width, &height);
    }
    void *memory = malloc((size_t)width * height * 8);
    for (;;) {
        int block = atomic_fetch_add(&next_block, 1);
        if (block >= block_count) break;
        for (int i = 0; i < raster_count; i++) {
            if (GDALReadBlock(bands[i], blocks[block][0], blocks[block][1], memory)) exit(1);
        }
    }
    for (int i = 0; i < raster_count; i++) GDALClose(open[i]);
    return NULL;
}

int main(int argc, char **argv) {
    GDALRegister_GTiff();
    int threads = atoi(argv[1]);
    rasters = argv + 2;
    raster_count = argc - 2;
    blocks = malloc(sizeof(*blocks) * 1000000);
    while (scanf("%d %d", &blocks[block_count][0], &blocks[block_count][1]) == 2) block_count++;
    pthread_t ids[64];
    for (int i = 0; i < threads; i++) pthread_create(&ids[i], NULL, work, NULL);
    for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
    printf("%d blocks\n", block_count);
}
