# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What a cluster would take for two large surveys, by simulation from measured figures.

    model.py [--slower 10]     prints the table of the article Measuring past one machine

Measured, on one machine, in measured.json: how long a core takes for a pixel, what a part costs beside its
work, how parts differ, how fast files are hashed, tallies added up and tables written. Assumed, and printed with the table: prices, the shared disk's speed, how often
workers are lost, what Dask takes to hand out a part. A stage is simulated part by part: each goes to the
worker that is free first; a lost worker's part is begun anew when Dask misses it. No scheduler is
written for it: what it knows of scheduling is that.
"""
import argparse
import heapq
import json
import pathlib
import random

ASSUMED = {
    "disk_bytes_per_second": 2e9,      # of the shared disk, all workers together
    "losses_per_worker_hour": 0.01,
    "seconds_to_miss_a_worker": 60,    # heartbeats of the scheduler, and a new worker's start
    "worker_start_seconds": 30,        # a job's way through the queue is not in it
    "dispatch_seconds": 0.002,         # a task by Dask's scheduler, one after the other
    "core_hour_dollars": 0.04,
}

#: Pixels of a year's land cover, years, zones.
JOBS = {
    "province, 20 years × 11.8 Gpx × 103 counties": dict(pixels=11.8e9, years=20, zones=103),
    "country, a year of 96 Gpx × 2,850 counties": dict(pixels=96e9, years=1, zones=2850),
}


def simulate(work, workers, measured, assumed, seed=1):
    """Seconds until the last part is done, and how many workers were lost on the way."""
    chance = random.Random(seed)
    free = [(assumed["worker_start_seconds"] * chance.random(), number) for number in range(workers)]
    heapq.heapify(free)
    handed, last, lost = 0.0, 0.0, 0
    for shared, fixed in work:
        handed += assumed["dispatch_seconds"]
        start, number = heapq.heappop(free)
        start = max(start, handed)
        # Parts differ as measured ones did from their mean.
        took = fixed + shared * chance.choice(measured["part_spread"])
        while chance.random() < took / 3600 * assumed["losses_per_worker_hour"]:
            start += took * chance.random() + assumed["seconds_to_miss_a_worker"]
            lost += 1
        last = max(last, start + took)
        heapq.heappush(free, (start + took, number))
    return last, lost


def job(name, workers, measured, assumed, slower):
    pixels, years, zones = (JOBS[name][key] for key in ("pixels", "years", "zones"))
    zone_years = zones * years
    tiles = pixels / 512**2
    size = pixels * years * measured["bytes_per_pixel"]
    core = pixels * years * measured["seconds_per_pixel"] * slower
    patches = pixels * measured["patch_seconds_per_pixel"] * slower
    # Each process plans, places all zones and looks through the blocks of all rasters.
    fixed = (
        measured["part_seconds"] + zone_years * measured["part_seconds_per_zone_year"]
        + tiles * years * measured["seconds_per_block"])
    # Parts that are worth it, but two a worker, and no more than there are tiles.
    parts = int(min(tiles, max(core / max(30, 20 * fixed), 2 * workers)))
    wanted = size / core * workers
    slow = max(1.0, wanted / assumed["disk_bytes_per_second"])
    # What cannot be divided goes to the first parts.
    work = [
        (core / parts * slow, fixed + patches * len(range(part, years, parts)))
        for part in range(parts)]
    measuring, lost = simulate(work, workers, measured, assumed)
    planning = size / measured["hash_bytes_per_second"] + 2 * fixed
    # Each zone is in about two parts, and every part names them all.
    tallies = 2 * zone_years * measured["tally_bytes_per_zone_year"] + 40 * zone_years * parts
    joining = tallies / measured["join_bytes_per_second"]
    finishing = (
        measured["finish_seconds"] + zone_years * measured["finish_seconds_per_zone_year"])
    whole = planning + measuring + joining + finishing
    alone = planning + core + patches * years + finishing
    limits = {
        "hashing the inputs, by one process": planning,
        "adding parts up, by one process": joining,
        "tables and report, by one process": finishing,
        "small patches, a raster a process": patches if patches > measuring / 2 else 0,
        "the disk": core / workers * (slow - 1),
        "what each process repeats": parts * fixed / workers,
        "decoding": core / workers,
    }
    return {
        "parts": parts, "seconds": whole, "efficiency": alone / whole / workers, "read": size,
        "tallies": tallies,
        "memory": workers * (
            measured["process_bytes"] + zone_years * measured["process_bytes_per_zone_year"]),
        "dollars": whole / 3600 * workers * assumed["core_hour_dollars"], "lost": lost,
        "limit": max(limits, key=limits.get),
    }


def time_of(seconds):
    return f"{seconds / 3600:.1f} h" if seconds > 5400 else f"{seconds / 60:.1f} min"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).parent
    parser.add_argument("--measured", type=pathlib.Path, default=here / "measured.json")
    parser.add_argument(
        "--slower", type=float, default=1, help="times that a pixel of other rasters takes longer")
    options = parser.parse_args()
    measured = json.loads(options.measured.read_text())
    print("| survey | workers | parts | time | efficiency | tallies | memory in all | cost | most time goes to |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in JOBS:
        for workers in (1, 10, 100, 1000):
            row = job(name, workers, measured, ASSUMED, options.slower)
            print(
                f"| {name}, {row['read'] / 1e9:.0f} GB | {workers:,} | {row['parts']:,} "
                f"| {time_of(row['seconds'])} | {row['efficiency']:.2f} "
                f"| {row['tallies'] / 1e9:.2f} GB | {row['memory'] / 1e9:.1f} GB "
                f"| ${row['dollars']:.2f} | {row['limit']} |")
    print("\nAssumed: " + ", ".join(f"{key} {value:g}" for key, value in ASSUMED.items()))


if __name__ == "__main__":
    main()
