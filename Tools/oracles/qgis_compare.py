#!/usr/bin/python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Opens Steppe's styles and project in QGIS, draws with both, and compares the pictures.

    Tools/oracles/qgis_compare.py .build/release/steppe out/demo [--shots FOLDER]

Needs Debian's python3-qgis (3.22) and python3-numpy, no display server. OUT is the demonstration's
finished survey (Tools/demo). Three things are checked: that QGIS takes every file in Styles; that
the project opens with every layer valid and styled; and that for rasters of classes and for zones
by a style, each colour takes the same share of the ground in QGIS's picture as in Steppe's. QGIS
3.22 reads SLD of vector layers alone ("Layer type 1 not supported"): rasters go by .qml there, and
by SLD in Steppe.
"""
import argparse, os, pathlib, subprocess, sys, tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
import numpy
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage
from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapRendererParallelJob,
    QgsMapSettings, QgsPalLayerSettings, QgsProject, QgsRasterLayer, QgsVectorLayer)

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRS = "EPSG:32649"


def pixels(image):
    image = image.convertToFormat(QImage.Format_RGB32)
    memory = image.bits()
    memory.setsize(image.sizeInBytes())
    array = numpy.frombuffer(bytes(memory), numpy.uint8).reshape(image.height(), -1, 4)
    return array[:, :image.width(), 2::-1].astype(int)


def drawn_by_qgis(layer, extent, path):
    """The layer alone, without labels, in the display CRS."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    settings.setExtent(extent)
    settings.setOutputSize(QSize(1400, int(1400 * extent.height() / extent.width())))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(str(path))
    return pixels(image)


def map_frame(picture):
    """What lies within the frame of a plate: between the longest upright dark lines."""
    dark = (picture.max(axis=2) < 90)
    columns = numpy.flatnonzero(dark.sum(axis=0) > picture.shape[0] * 0.5)
    rows = numpy.flatnonzero(dark.sum(axis=1) > picture.shape[1] * 0.3)
    return picture[rows[0]:rows[-1], columns[0]:columns[-1]]


def shares(picture, colours):
    """Of the pixels in any of the colours (within 2 of each channel), the share of each."""
    counts = numpy.array([
        (numpy.abs(picture - numpy.array(colour)).max(axis=2) <= 2).sum() for colour in colours])
    return counts / max(counts.sum(), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("steppe", type=pathlib.Path)
    parser.add_argument("survey", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, help="folder for both programs' pictures")
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    shots = options.shots or pathlib.Path(tempfile.mkdtemp())
    shots.mkdir(parents=True, exist_ok=True)
    problems = []

    def expect(claim, holds):
        print(("ok    " if holds else "WRONG ") + claim)
        if not holds:
            problems.append(claim)

    # Every style is taken.
    raster = ROOT / "GeoData/synthetic/landcover_2020.tif"
    counts = {"sld-1.0": 0, "se-1.1": 0, "qgis": 0}
    for kind in counts:
        for path in sorted((ROOT / "Styles" / kind).iterdir()):
            text = path.read_text(encoding="utf-8")
            is_raster = "RasterSymbolizer" in text or "<rasterrenderer" in text
            if is_raster and kind != "qgis":
                continue
            layer = (QgsRasterLayer(str(raster), "r") if is_raster
                     else QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=class:string", "v", "memory"))
            message, taken = (layer.loadNamedStyle(str(path)) if kind == "qgis"
                              else layer.loadSldStyle(str(path)))
            if taken:
                counts[kind] += 1
            else:
                expect(f"QGIS takes {path}: {message}", False)
    expect(f"QGIS takes the styles of polygons as SLD 1.0 ({counts['sld-1.0']}) and SE 1.1 "
           f"({counts['se-1.1']}), and all as QML ({counts['qgis']})", min(counts.values()) > 20)

    # The project opens, styled.
    project = QgsProject.instance()
    expect("the project opens", project.read(str(options.survey / "survey.qgs")))
    layers = list(project.mapLayers().values())
    invalid = [layer.name() for layer in layers if not layer.isValid()]
    plain = [layer.name() for layer in layers if layer.renderer().type() in ("singleSymbol", "singlebandgray")]
    expect(f"its {len(layers)} layers are valid {invalid} and styled {plain}", not invalid and not plain)

    expect(f"its CRS is known: {project.crs().authid()}", project.crs().isValid())
    lost = [node.name() for node in project.layerTreeRoot().findLayers() if node.layer() is None]
    expect(f"its tree has every layer {lost}",
           not lost and len(project.layerTreeRoot().findLayers()) == len(layers))

    # Pictures.
    banners = options.survey / "banners.geojson"
    zones = ROOT / "GeoData/zones/ordos_banners.geojson"

    def compare(name, layer, colours, command):
        here = QgsCoordinateReferenceSystem(CRS)
        move = QgsCoordinateTransform(layer.crs(), here, project)
        extent = move.transformBoundingBox(layer.extent())
        theirs = shares(drawn_by_qgis(layer, extent, shots / f"{name}-qgis.png"), colours)
        path = shots / f"{name}-steppe.png"
        subprocess.run([str(options.steppe), "map", *map(str, command), "--crs", CRS, "--dpi", "200",
                        "-o", str(path), "--overwrite", "-q"], check=True)
        ours = shares(map_frame(pixels(QImage(str(path)))), colours)
        worst = float(numpy.abs(ours - theirs).max())
        shown = int((theirs > 0).sum())
        expect(f"{name}: {shown} colours, shares of the ground differ by {worst * 100:.2f} % at most",
               worst < 0.01 and shown > 1 and ((ours > 0.002) == (theirs > 0.002)).all())

    paletted = QgsRasterLayer(str(raster), "r")
    paletted.loadNamedStyle(str(ROOT / "Styles/qgis/cnlucc.qml"))
    colours = {c.color.getRgb()[:3] for c in paletted.renderer().classes()}
    for style in ("qgis/cnlucc.qml", "sld-1.0/cnlucc.sld", "se-1.1/cnlucc.sld"):
        compare("classes-" + style.split("/")[0], paletted, sorted(colours),
                [raster, "--style", ROOT / "Styles" / style])
    for kind in ("sld-1.0", "se-1.1"):
        for style in ("forest_coverage", "grassland_cover"):
            layer = QgsVectorLayer(str(banners), "b", "ogr")
            layer.loadSldStyle(str(ROOT / "Styles" / kind / f"{style}.sld"))
            fills = set()
            for rule in layer.renderer().rootRule().children():
                symbol = rule.symbol()
                if symbol and symbol.symbolLayer(0).layerType() == "SimpleFill":
                    fills.add(symbol.color().getRgb()[:3])
            compare(f"{style}-{kind}", layer, sorted(fills),
                    [banners, "--style", ROOT / "Styles" / kind / f"{style}.sld"])
    print(f"pictures in {shots}", flush=True)
    # QGIS 3.22 may crash while Python takes it down: what it found must not be lost by that.
    os._exit(1 if problems else 0)


if __name__ == "__main__":
    main()
