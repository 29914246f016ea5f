# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Smooth random fields that are the same on every machine: integers only, no library generator."""
import numpy as np

from grid import COLUMNS, ROWS


def noise(seed, layer):
    """White noise 0…65535, by the SplitMix64 finaliser of (seed, layer, cell)."""
    with np.errstate(over="ignore"):
        cell = np.arange(ROWS * COLUMNS, dtype=np.uint64)
        z = cell + np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15)
        z += np.uint64(layer) * np.uint64(0xD1342543DE82EF95)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(48)).astype(np.int64).reshape(ROWS, COLUMNS)


def box(values, radius, axis):
    """The running sum over 2·radius + 1 cells, the border mirrored, in integers."""
    pad = [(0, 0), (0, 0)]
    pad[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(values, pad, mode="reflect"), axis=axis)
    width = 2 * radius + 1
    first = [slice(None), slice(None)]
    last = [slice(None), slice(None)]
    first[axis], last[axis] = slice(0, -width), slice(width, None)
    return total[tuple(last)] - total[tuple(first)]


def field(seed, layer, radius):
    """White noise blurred by three box filters (near to Gaussian), scaled to 0…1."""
    values = noise(seed, layer)
    for _ in range(3):
        values = box(box(values, radius, 0), radius, 1)
        # Keep 40 bits, so that the next pass cannot overflow.
        excess = max(0, int(values.max()).bit_length() - 40)
        values >>= excess
    low, high = int(values.min()), int(values.max())
    return (values - low) / (high - low)


def blend(seed, layer, *parts):
    """A sum of fields, `parts` being (radius, weight)."""
    return sum(w * field(seed, layer * 100 + i, r) for i, (r, w) in enumerate(parts))
