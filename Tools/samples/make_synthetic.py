# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Makes the SYNTHETIC two-year survey of Ordos and the truth about it. Nothing here was observed.

Usage: make_synthetic.py GEODATA [SEED]
"""
import json
import sys
from pathlib import Path

import numpy as np
import rasterio
from rasterio.features import rasterize
from shapely.geometry import shape
from shapely.ops import unary_union

import accounts
import grid
import landscape
import plan
import signals
import truth

SEED = 20181203  # the day of the plan
YEARS = (2015, 2020)
MARGIN = 18      # cells of land drawn beyond the city's border, so that maps have no ragged edge

COLOURS = {
    0: "FFFFFF", 11: "E8A33A", 12: "F2C14E", 21: "1B7837", 22: "6A9F3A", 23: "8FA876", 24: "A9BC8E",
    31: "C3D67C", 32: "D9E5A1", 33: "ECF0C8", 41: "2F66A8", 42: "3B78C2", 43: "6FA0D8",
    45: "7CC6C0", 46: "5DB7B0", 51: "C0392B", 52: "D66A5C", 53: "8E2A20", 61: "E8D3A0",
    62: "CDB38B", 63: "F0E6D2", 64: "3FA7A0", 65: "D1B48C", 66: "A89A8C", 67: "DCCFB5",
}


def features(path, key):
    zones = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [(f["properties"][key], f["properties"]["name_zh"], shape(f["geometry"]))
            for f in zones]


def nearest_banner(shares):
    """The index of the banner that covers most of a cell, carried beyond the city's border."""
    share = np.stack(shares)
    index = np.where(share.max(axis=0) > 0, share.argmax(axis=0), -1).astype(np.int8)
    for _ in range(MARGIN):
        for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
            moved = np.roll(index, step, axis)
            index = np.where(index < 0, moved, index)
    return index


def write(path, data, nodata, describe, colours=None, scale=None):
    profile = dict(driver="GTiff", width=grid.COLUMNS, height=grid.ROWS, count=1,
                   dtype=data.dtype, crs="EPSG:4326", transform=grid.TRANSFORM, nodata=nodata,
                   tiled=True, blockxsize=256, blockysize=256, compress="deflate", zlevel=9,
                   predictor=2)
    with rasterio.open(path, "w", **profile) as out:
        out.write(data, 1)
        out.update_tags(TIFFTAG_IMAGEDESCRIPTION=f"SYNTHETIC, not observed: {describe}",
                        TIFFTAG_SOFTWARE="Steppe Tools/samples/make_synthetic.py",
                        SYNTHETIC="YES")
        out.set_band_description(1, f"SYNTHETIC {describe}")
        if scale:
            out.scales = (scale,)
        if colours:
            out.write_colormap(1, {code: tuple(bytes.fromhex(rgb)) + (255,)
                                   for code, rgb in colours.items()})


def main(geodata, seed):
    folder = geodata / "synthetic"
    folder.mkdir(exist_ok=True)
    banners = features(geodata / "zones/ordos_banners.geojson", "adcode")
    outlines = {key: g for key, _, g in features(
        geodata / "zones/deserts_schematic.geojson", "id")}
    assert [name for _, name, _ in banners] == plan.NAMES

    row_area = grid.row_areas()
    area = row_area[:, None] * np.ones(grid.SHAPE)
    shares = [grid.coverage(g) for _, _, g in banners]
    total = sum(shares)
    # Neighbours share their borders: together they cover each cell inside exactly once.
    assert abs(total[total > 0.5].max() - 1) < 1e-9
    overlay = {d: [grid.coverage(g.intersection(outlines[d]))
                   if g.intersection(outlines[d]).area > 0 else None for _, _, g in banners]
               for d in plan.DESERTS}
    in_desert = [sum(s for s in overlay[d] if s is not None) for d in plan.DESERTS]

    desert = np.full(grid.SHAPE, -1, np.int8)
    identity = rasterio.Affine.identity()
    for i, name in enumerate(plan.DESERTS):
        desert[rasterize([grid.in_pixels(outlines[name])], grid.SHAPE,
                         transform=identity).astype(bool)] = i
    desert_km2 = np.where(desert >= 0, np.choose(np.maximum(desert, 0), in_desert), 0) * area / 1e6
    index = nearest_banner(shares)
    land = landscape.Land(seed, index, desert, total * area / 1e6, desert_km2)

    city = unary_union([g for _, _, g in banners])
    first, state = landscape.first_year(land, yellow_river(city))
    second, state_now, young = landscape.second_year(land, first, state)

    outside = index < 0
    kinds = signals.grassland_types(land)
    rasters = {}
    for year, cover, sand, new in ((2015, first, state, np.zeros_like(young)),
                                   (2020, second, state_now, young)):
        dn, cover = signals.ndvi(land, year, cover, sand, new)
        wood = signals.volume(land, year, cover)
        cover[outside], dn[outside] = 0, signals.NDVI_NODATA
        wood[outside] = signals.VOLUME_NODATA
        rasters[year] = (cover, dn, wood)
        write(folder / f"landcover_{year}.tif", cover, 0,
              f"land cover of Ordos {year}, CNLUCC classes", COLOURS)
        write(folder / f"ndvi_{year}.tif", dn, signals.NDVI_NODATA,
              f"peak-season NDVI of Ordos {year}, x 0.0001", scale=0.0001)
        write(folder / f"volume_{year}.tif", wood, signals.VOLUME_NODATA,
              f"stand volume of Ordos {year}, m3/ha")
    kinds[outside] = 0
    write(folder / "grassland_types.tif", kinds, 0, "grassland types of Ordos",
          {0: "FFFFFF"} | {code: rgb for code, _, _, rgb in signals.TYPES})

    tally = truth.Tally([(k, n, s * area) for (k, n, _), s in zip(banners, shares)])
    figures, by_class, by_type, matrices = [], [], [], []
    for year, (cover, dn, wood) in rasters.items():
        small = accounts.small_wetland(cover, total * area)
        figures += truth.indicators(year, tally, cover, dn, wood, small)
        by_class += truth.classes(year, tally, cover, row_area)
        by_type += truth.grassland(year, tally, cover, dn, kinds)
    states = [truth.sand_state(*rasters[y][:2]) for y in YEARS]
    more, overlays, shared = accounts.Figures(banners), {}, {}
    for name in reversed(plan.DESERTS):
        parts = truth.Tally([(k, n, s * area) for (k, n, _), s in zip(banners, overlay[name])
                             if s is not None])
        overlays[name] = {k: g.intersection(outlines[name]) for (k, _, g), s in zip(
            banners, overlay[name]) if s is not None}
        shared[name] = parts
        rows, matrix = truth.desert(name, YEARS, *states, parts)
        figures += rows
        matrices += matrix

    accounts.stands(folder, banners, more, by_class)
    accounts.afforestation(folder, banners, more)
    accounts.livestock(folder, banners, more, by_type)
    accounts.statistics(folder, banners)
    accounts.measures(folder, banners, more)
    accounts.towns(folder, banners, more)
    accounts.deserts(folder, overlays, shared, more)
    accounts.plots(folder, banners, rasters, kinds, shares, by_type, more)
    accounts.samples(folder, rasters[2020][0], tally, total, row_area)
    figures += more.rows

    truth.write(folder / "truth.csv",
                "year,zone,name,indicator,value,unit,numerator,denominator".split(","), figures)
    truth.write(folder / "truth_classes.csv", "year,zone,name,class,area_m2,pixels".split(","),
                by_class)
    truth.write(folder / "truth_desert.csv",
                "desert,zone,name,state_2015,state_2020,area_m2".split(","), matrices)
    truth.write(folder / "truth_grassland.csv",
                "year,zone,name,type,type_name,area_m2,cover".split(","), by_type)
    truth.write(folder / "precipitation.csv", "zone,name,precipitation_mm".split(","),
                [(k, n, b.rain) for (k, n, _), b in zip(banners, plan.BANNERS)])
    truth.write(folder / "grassland_types.csv", "type,name_zh,name_en,colour".split(","),
                signals.TYPES)
    for year, zone, _, indicator, value, unit, *_ in figures:
        if zone == "all":
            print(f"{year} {indicator:34} {value:12.5f} {unit}")


def yellow_river(city):
    """The Yellow River: the city's outline from the north-west of Otog to the east of Jungar."""
    ring = list(city.exterior.coords)[:-1]

    def closest(x, y):
        return min(range(len(ring)), key=lambda i: (ring[i][0] - x) ** 2 + (ring[i][1] - y) ** 2)

    start, end = closest(106.70, 39.90), closest(111.10, 39.37)
    one = ring[start:end + 1] if start < end else ring[start:] + ring[:end + 1]
    other = ring[end:start + 1] if end < start else ring[end:] + ring[:start + 1]
    return max(one, other, key=lambda part: sum(y for _, y in part) / len(part))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SEED)
