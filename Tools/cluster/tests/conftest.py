# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""A small survey, what one machine makes of it, and clusters of real processes."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

import pytest
from distributed import Client

ROOT = pathlib.Path(__file__).resolve().parents[3]
STEPPE = os.path.abspath(os.environ.get("STEPPE", ROOT / ".build/debug/steppe"))
# Few maps' worth of work, and none that is not about measuring.
SURVEY = ["--no-maps", "--quiet"]


def write_survey(folder):
    """Two years of 600 × 1,400 pixels, four tiles, and two zones; small wetlands rest on the classes that are met."""
    folder.mkdir()
    codes = [12, 21, 22, 32, 42, 43, 64, 65]
    for year in (2015, 2020):
        rows = (
            " ".join(
                str(codes[(row // 31 * 7 + column // 23 * 5 + year) % len(codes)])
                for column in range(600))
            for row in range(1400))
        (folder / f"lc_{year}.asc").write_text(
            "ncols 600\nnrows 1400\nxllcorner 109\nyllcorner 39\ncellsize 0.0005\n"
            "NODATA_value 0\n" + "\n".join(rows) + "\n")
        (folder / f"lc_{year}.prj").write_text(
            'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],'
            'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]')
    def feature(name, west, east):
        return (
            f'{{"type":"Feature","properties":{{"id":"{name}","name":"{name}"}},"geometry":'
            f'{{"type":"Polygon","coordinates":[[[{west},39.01],[{east},39.02],[{east},39.68],'
            f'[{west},39.66],[{west},39.01]]]}}}}')
    (folder / "zones.geojson").write_text(
        '{"type":"FeatureCollection","features":['
        f'{feature("west", 109.01, 109.1503)},{feature("east", 109.1503, 109.29)}]}}')
    years = "".join(
        f'[[year]]\nyear = {year}\nlandcover = "lc_{year}.asc"\n' for year in (2015, 2020))
    (folder / "survey.toml").write_text(
        'language = "en"\nrain = { west = 300, east = 300 }\n'
        '[zones]\nfile = "zones.geojson"\nid = "id"\nname = "name"\n'
        '[landcover]\nscheme = "cnlucc"\n[wetland]\nminimum_patch_ha = 8\n' + years)
    return folder / "survey.toml"


def files(folder):
    """Names and bytes of a finished survey, but for the record, which knows the time."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.is_file() and path.name != "provenance.json"}


@pytest.fixture(scope="session")
def one_machine(tmp_path_factory):
    """What one machine makes of the survey."""
    folder = tmp_path_factory.mktemp("alone")
    survey = write_survey(folder / "data")
    subprocess.run([STEPPE, "survey", survey, *SURVEY, "-o", survey.parent / "out"], check=True)
    return files(survey.parent / "out")


@pytest.fixture
def survey(tmp_path):
    return write_survey(tmp_path / "data")


@pytest.fixture
def program(tmp_path):
    """Makes a program that does something before it measures, and is steppe else."""

    def make(before, name="steppe"):
        path = tmp_path / name
        path.write_text(
            f'#!/bin/sh\nif [ "$1" = measure ]; then\n{before}\nfi\nexec "{STEPPE}" "$@"\n')
        path.chmod(0o755)
        return str(path)

    return make


class Cluster:
    """A Dask scheduler and workers, each a process of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.workers = []
        file = folder / "scheduler.json"
        self.start(
            "scheduler", "--port", "0", "--dashboard-address", ":0", "--scheduler-file", file)
        while not file.exists():
            time.sleep(0.05)
        self.client = Client(scheduler_file=str(file))
        self.address = self.client.scheduler.address

    def start(self, *arguments, environment=None):
        log = open(self.folder / f"{arguments[0]}-{len(self.processes)}.log", "w")
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *map(str, arguments[1:])],
            stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})
        self.processes.append(process)
        return process

    def add_worker(self, name, **environment):
        name = f"{name}-{len(self.workers)}"
        disk = self.folder / f"disk-{name}"
        disk.mkdir()
        self.workers.append(
            self.start(
                "worker", self.address, "--no-nanny", "--nthreads", 1, "--name", name,
                "--local-directory", disk, "--no-dashboard", environment=environment))
        return self.workers[-1]

    def add_workers(self, count):
        for number in range(count):
            self.add_worker(f"w{number}")
        self.client.wait_for_workers(len(self.workers))
        return self

    def close(self):
        self.client.close()
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()


def made(folder):
    folder.mkdir()
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(tmp_path):
    """A cluster without workers, for a test that loses some."""
    yield from made(tmp_path / "cluster")


@pytest.fixture(scope="session")
def two_workers(tmp_path_factory):
    """A cluster that all tests share which lose nobody."""
    for cluster in made(tmp_path_factory.mktemp("shared") / "cluster"):
        yield cluster.add_workers(2)
