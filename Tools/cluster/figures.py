# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Times a survey on clusters of 1, 2 and 4 workers of this machine, and with two workers killed.

    figures.py SURVEY --steppe PROGRAM [--parts 16] [--runs 3] [--workers 1,2,4]

Every run begins with an empty store but for the digests of the inputs. Prints, of the fastest run of
each: seconds until all is measured; efficiency, the time of one worker by the workers and theirs; seconds
of processors; what a part costs of those beside its share of the work, from runs of few and of many parts.
The bytes of each survey are compared with those of one process.
"""
import argparse
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time

from distributed import Client, LocalCluster
from steppe_cluster import Run


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "provenance.json"}


def cpu_seconds():
    """What the processes of a worker took of processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="steppe-figures-"))
        self.store = self.folder / "store"
        self.survey("one")
        self.bytes = files(self.folder / "one")

    def arguments(self, name):
        return ["--no-maps", "--quiet", "--store", self.store, "-o", self.folder / name]

    def survey(self, name, *more):
        start = time.monotonic()
        subprocess.run(
            [self.options.steppe, "survey", self.options.survey, *self.arguments(name),
             "--overwrite", *map(str, more)], check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - start

    def empty(self):
        for name in ("tallies", "parts"):
            shutil.rmtree(self.store / name, ignore_errors=True)

    def one_process(self, jobs):
        self.empty()
        return self.survey("one", "--jobs", jobs)

    def cluster(self, workers, parts, kill=0):
        """Seconds until all is measured, of each part, and of processors but those of lost workers."""
        self.empty()
        taken = []
        with LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster, \
                Client(cluster) as client:

            def on_part(part, done, count):
                taken.append(part.seconds)
                if done <= kill:
                    pid = client.run(os.getpid)[part.worker]
                    os.kill(pid, signal.SIGKILL)

            run = Run(
                client, self.options.survey, program=self.options.steppe, parts=parts,
                arguments=self.arguments("many"), on_part=on_part)
            start = time.monotonic()
            run.measure()
            seconds = time.monotonic() - start
            used = sum(client.run(cpu_seconds).values())
        self.survey("many")
        assert files(self.folder / "many") == self.bytes, "other bytes than one process's"
        return seconds, taken, used


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("survey")
    parser.add_argument("--steppe", default="steppe")
    parser.add_argument("--parts", type=int, default=16)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workers", default="1,2,4")
    options = parser.parse_args()
    options.survey = os.path.abspath(options.survey)
    bench = Bench(options)
    record = {"load": os.getloadavg(), "cores": os.cpu_count()}
    for jobs in (1, 2):
        record[f"one process, {jobs} threads"] = min(
            bench.one_process(jobs) for _ in range(options.runs))
    finishing = min(bench.survey("one") for _ in range(options.runs))
    record["the survey from kept tallies"] = finishing
    base = None
    print("| workers | parts | s | efficiency | s a part | processor s |\n|---|---|---|---|---|---|")
    for count in map(int, options.workers.split(",")):
        runs = [bench.cluster(count, options.parts) for _ in range(options.runs)]
        seconds, taken, used = min(runs)
        base = base or seconds
        record[f"{count} workers"] = {"seconds": seconds, "processors": used, "parts": taken}
        print(
            f"| {count} | {options.parts} | {seconds:.1f} | {base / seconds / count:.2f} "
            f"| {sum(taken) / len(taken):.2f} | {used:.1f} |", flush=True)
    few, many = (
        min(bench.cluster(1, parts)[2] for _ in range(options.runs)) for parts in (4, 64))
    record["processor ms a part beside its work"] = (many - few) / 60 * 1000
    seconds, taken, _ = bench.cluster(4, options.parts, kill=2)
    record["4 workers, 2 killed"] = {"seconds": seconds, "parts": taken}
    record["load after"] = os.getloadavg()
    print(json.dumps(record, indent=1))
    shutil.rmtree(bench.folder)


if __name__ == "__main__":
    main()
