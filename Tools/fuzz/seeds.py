# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Small valid inputs of every kind that the program reads, and how it is run on each."""
import hashlib
import json
import pathlib
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

SURVEY = ["survey", "survey.toml", "--output", "out", "--no-maps", "-q"]
ZONES = ["--zones", "zones.geojson", "--zone-id", "id", "--zone-name", "name"]
CARBON = ["carbon", "lc2015.asc", "lc2020.asc", "--scheme", "worldcover", "--from", "2015", "--to", "2020",
          "--draws", "1000", "-q", *ZONES]

# By kind: the file that is mutated, and the arguments.
KINDS = {
    "survey": [("survey.toml", SURVEY)],
    "scheme": [("own.toml", ["schemes", "own.toml", "--check"]),
               ("own.toml", ["tabulate", "lc2020.asc", "--scheme", "own.toml", *ZONES])],
    "coefficients": [("stocks.toml", [*CARBON, "--coefficients", "stocks.toml"]),
                     ("fluxes.toml", [*CARBON, "--method", "flux", "--fluxes", "fluxes.toml"])],
    "sld": [(name, ["map", layer, "--style", name, "-o", "map.svg", "--overwrite", "-q"])
            for name, layer in [("raster.sld", "lc2020.asc"), ("polygons.sld", "zones.geojson"),
                                ("se.sld", "lc2020.asc")]],
    "qml": [("raster.qml", ["map", "lc2020.asc", "--style", "raster.qml", "-o", "map.svg", "--overwrite", "-q"])],
    "geojson": [("zones.geojson", ["tabulate", "lc2020.asc", *ZONES])],
    "shapes": [("zones.geojson", ["map", "zones.geojson", *ZONES[2:], "-o", "map.svg", "--overwrite", "-q"])],
    "samples": [("samples.csv", ["accuracy", "samples.csv", "--map", "lc2020.asc", *ZONES])],
    "tally": [("all.tally", ["merge", "all.tally"]), ("1.tally", ["merge", "1.tally", "2.tally"])],
    "ledgers": [(name, SURVEY) for name in
                ["afforestation.csv", "livestock.csv", "forage.csv", "rain.csv", "samples.csv"]],
    "tiff": [(name, arguments) for name in ("strips.tif", "tiles.tif", "big.tif") for arguments in (
        ["tabulate", name, *ZONES], ["tabulate", "lc2020.asc", *ZONES, "--values", name],
        ["map", name, "-o", "map.svg", "--overwrite", "-q"], ["inspect", name])],
    "gpkg": [("zones.gpkg", ["tabulate", "lc2020.asc", "--zones", "zones.gpkg", *ZONES[2:]]),
             ("zones.gpkg", ["map", "zones.gpkg", *ZONES[2:], "-o", "map.svg", "--overwrite", "-q"]),
             ("zones.gpkg", ["inspect", "zones.gpkg"])],
    "pools": [("pools.csv", ["carbon", "plane2015.asc", "plane2020.asc", "--scheme", "worldcover", "--from", "2015",
                             "--to", "2020", "--method", "invest", "--pools", "pools.csv", "-q"])],
}

# By name: how gdal_translate makes a TIFF of the land cover.
TIFFS = {
    "strips.tif": ["-co", "COMPRESS=LZW", "-co", "BLOCKYSIZE=2", "-mo", "year=2020"],
    "tiles.tif": ["-ot", "Float32", "-outsize", "40", "40", "-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co",
                  "BLOCKYSIZE=16", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3", "-a_scale", "0.5"],
    "big.tif": ["-ot", "Int16", "-co", "BIGTIFF=YES", "-co", "COMPRESS=ZSTD", "-b", "1", "-b", "1", "-co", "INTERLEAVE=BAND"],
}

GRIDS = {
    2015: ["10 10 30 30 40 40", "10 20 30 30 40 50", "60 60 10 10 80 80", "60 60 10 0 90 80"],
    2020: ["10 10 10 30 40 40", "10 20 10 30 50 50", "60 30 10 10 80 80", "30 60 10 0 90 80"],
}
WGS84 = ('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],'
         'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]')
# InVEST's method multiplies pixels by the area of a pixel, so it wants a plane.
PLANE = ('PROJCS["UTM_49N",' + WGS84 + ',PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],'
         'PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",111],PARAMETER["Scale_Factor",0.9996],'
         'PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]')

SURVEY_TOML = """\
# A survey of six by four pixels.
title_zh = "调查"
title_en = "Survey"
language = "both"
output = "out"
targets = "targets.toml"
rain = "rain.csv"
baseline = 2015

[zones]
file = "zones.geojson"
id = "id"
name = "name"

[landcover]
scheme = "worldcover"

[wetland]
minimum_patch_ha = 8

[volume]
class_means = { 10 = 30, 20 = 5.5 }

[afforestation]
file = "afforestation.csv"

[livestock]
stock = "livestock.csv"
forage = "forage.csv"

[accuracy]
samples = "samples.csv"

[carbon]
draws = 1000

[[year]]
year = 2015
landcover = "lc2015.asc"

[[year]]
year = 2020
landcover = ["lc2020.asc"]
"""

TARGETS_TOML = """\
document = "made up"
title = "规划"
title_en = "Plan"
date = "2020-01-01"
year = 2020

[[target]]
indicator = "forest_coverage"
name_zh = "森林覆盖率"
name_en = "Forest coverage"
value = 27.3
unit = "percent"
direction = "at_least"

[[target.zone]]
id = "a"
value = 25.4
"""

TABLES = {
    "afforestation.csv": "zone,year,area_ha,survival\na,2020,120,0.91\na,2015,80,0.74\nb,,60,0.55\n",
    "livestock.csv": "zone,year,animal,count\na,2020,sheep,300\nb,2020,goat,120\na,2015,cattle,20\nb,2015,horse,1\n",
    "forage.csv": "zone,year,type,area_ha,yield_kg_per_ha,edible,utilisation\n"
                  "a,2020,1,410.8,800,0.85,0.45\nb,2020,2,254.1,720,0.85,0.45\na,2015,1,400,800,.85,.45\n",
    "rain.csv": 'zone,name,precipitation_mm\na,"West, 西",375\nb,East,255\n',
    "pools.csv": "lucode,LULC_name,c_above,c_below,c_soil,c_dead\n10,\"Trees, open\",14.1,5.3,15.7,2.2\n"
                 + "".join(f"{code},x,{code / 10},1,2.5,0\n" for code in (20, 30, 40, 50, 60, 80, 90)),
}


def raster(rows, x=109, y=39, size=0.01):
    head = ["ncols 6", "nrows 4", f"xllcorner {x}", f"yllcorner {y}", f"cellsize {size}", "NODATA_value 0"]
    return "\n".join(head + rows) + "\n"


def zones():
    def box(west, east):
        return [[[west, 39], [east, 39], [east, 39.04], [west, 39.04], [west, 39]]]
    shapes = [("a", "West", {"type": "Polygon", "coordinates": box(109, 109.03)}),
              ("b", "东", {"type": "MultiPolygon", "coordinates": [box(109.03, 109.04), box(109.045, 109.059)]})]
    features = [{"type": "Feature", "properties": {"id": key, "name": name, "area_km2": 12.5, "band": 40},
                 "geometry": shape} for key, name, shape in shapes]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}, indent=1, ensure_ascii=False)


def samples():
    lines = ["lon,lat,map,reference"]
    for y, row in enumerate(GRIDS[2020]):
        for x, code in enumerate(row.split()):
            if code != "0":
                lines += [f"{109.005 + x / 100},{39.035 - y / 100},{code},{truth}" for truth in (code, code, 10)]
    return "\n".join(lines) + "\n"


def without_checksum(tally):
    return b"\n".join(tally.rstrip(b"\n").split(b"\n")[:-1]) + b"\n"


def with_checksum(body):
    body = body if body.endswith(b"\n") else body + b"\n"
    return body + b"sha256\t" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def write(folder, program):
    """Writes every valid input into a new folder."""
    folder.mkdir(parents=True)
    for year, rows in GRIDS.items():
        (folder / f"lc{year}.asc").write_text(raster(rows))
        (folder / f"lc{year}.prj").write_text(WGS84)
        (folder / f"plane{year}.asc").write_text(raster(rows, 330000, 4318000, 1000))
        (folder / f"plane{year}.prj").write_text(PLANE)
    (folder / "zones.geojson").write_text(zones())
    (folder / "survey.toml").write_text(SURVEY_TOML)
    (folder / "targets.toml").write_text(TARGETS_TOML)
    (folder / "samples.csv").write_text(samples())
    for name, text in TABLES.items():
        (folder / name).write_text(text)
    for name, source in {
        "own.toml": "GeoData/schemes/worldcover.toml", "stocks.toml": "GeoData/coefficients/ordos_synthesis.toml",
        "fluxes.toml": "GeoData/coefficients/ordos_flux.toml", "raster.sld": "Styles/sld-1.0/worldcover.sld",
        "polygons.sld": "Styles/sld-1.0/zones.sld", "se.sld": "Styles/se-1.1/ndvi.sld",
        "raster.qml": "Styles/qgis/worldcover.qml",
    }.items():
        shutil.copy(REPOSITORY / source, folder / name)
    for name, options in TIFFS.items():
        subprocess.run(["gdal_translate", "-q", "-a_srs", "EPSG:4326", *options, "lc2020.asc", name], cwd=folder,
                       check=True)
    subprocess.run(["gdaladdo", "-q", "tiles.tif", "2"], cwd=folder, check=True)
    subprocess.run(["ogr2ogr", "-f", "GPKG", "-nln", "zones", "zones.gpkg", "zones.geojson"], cwd=folder, check=True)
    for part, name in [("1/1", "all.tally"), ("1/2", "1.tally"), ("2/2", "2.tally")]:
        subprocess.run(
            [program, "tabulate", "lc2020.asc", *ZONES, "--part", part, "-o", name, "-q"],
            cwd=folder, check=True)
