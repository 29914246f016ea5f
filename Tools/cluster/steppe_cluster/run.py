# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Measuring a survey's plan by the workers of a Dask cluster."""
import logging
import pathlib
import secrets
import statistics
import subprocess
import tempfile
import time

from distributed import as_completed
from distributed.client import FutureCancelledError
from distributed.scheduler import KilledWorker

from steppe_cluster import program as codes
from steppe_cluster import worker as workers
from steppe_cluster.program import Program, ProgramError
from steppe_cluster.worker import Processes, Task

log = logging.getLogger("steppe_cluster")


class RunError(Exception):
    """Why a survey cannot be measured to its end."""


class Run:
    """A survey on a cluster.

    Workers that see the store's disk keep parts there; from others the small tallies travel back. Parts
    that were kept are not measured again, so that a run which was broken off goes on where it stood.
    """

    def __init__(
        self, client, survey, *, program="steppe", worker_program=None, worker_survey=None, parts=16,
        jobs=1, attempts=5, arguments=(), shares_disk=None, duplicates=True, on_part=None,
    ):
        self.client = client
        self.survey = survey
        self.program = Program(program)
        self.worker_program = worker_program or program
        self.worker_survey = worker_survey
        self.parts = parts
        self.jobs = jobs
        self.attempts = attempts
        self.arguments = tuple(arguments)
        self.shares_disk = shares_disk
        self.duplicates = duplicates
        self.on_part = on_part or (lambda measured, done, count: None)
        self.store = None

    def measure(self):
        """Measures until the plan lists nothing that is not kept: what rests on tallies comes after them."""
        self.client.register_plugin(Processes())
        open_before = None
        with tempfile.TemporaryDirectory(prefix="steppe-plan-") as folder:
            while True:
                file = pathlib.Path(folder, "plan.json")
                plan = self.program.plan(self.survey, file, self.parts, self.arguments)
                self.store = plan.store
                if not plan.open:
                    log.info("everything is measured")
                    return
                if plan.open == open_before:
                    log.info("%d measurements are left to the survey itself", len(plan.open))
                    return
                open_before = plan.open
                log.info(
                    "%d measurements to make in %d parts, %.1f MB of rasters", len(plan.open),
                    plan.parts, sum(load["bytes"] for load in plan.loads) / 1e6)
                self.check_workers(plan)
                Stage(self, plan).run()

    def check_workers(self, plan):
        """Refuses workers whose program or libraries are not the plan's."""
        if not self.client.scheduler_info(n_workers=-1)["workers"]:
            log.info("waiting for a worker")
            self.client.wait_for_workers(1)
        found = self.client.run(workers.versions, self.worker_program, on_error="return")
        others = {
            address: said for address, said in found.items() if str(said) != str(plan.versions)}
        if others:
            lines = [f"  {address}: {said}" for address, said in sorted(others.items())]
            raise RunError(
                f"the plan is of {plan.versions}; install that on every worker:\n" + "\n".join(lines))

    def survey_from_tallies(self):
        """Runs the survey, which adds the parts up; returns its exit status."""
        return subprocess.run(
            self.program.command("survey", self.survey, *self.arguments)).returncode


class Stage:
    """One plan's parts, until all are kept."""

    def __init__(self, run, plan):
        self.run_ = run
        self.client = run.client
        self.plan = plan
        self.name = f"steppe-{secrets.token_hex(4)}"
        self.token = None
        self.kept = None
        #: By part: its tasks under way.
        self.tasks = {}
        #: By task: the part that it is of.
        self.known = {}
        #: By task: when it was first seen with a worker.
        self.begun = {}
        self.looked = 0
        self.tries = {}
        #: By part: workers that could not write.
        self.full = {}
        self.times = []
        self.done = set()
        self.pool = None

    def run(self):
        try:
            self.share_disk()
            self.pool = as_completed(with_results=False)
            for part in range(1, self.plan.parts + 1):
                self.submit(part)
            while len(self.done) < self.plan.parts:
                ready = self.pool.next_batch(block=False)
                for future in ready:
                    self.take(future)
                if not ready:
                    self.help_stragglers()
                    time.sleep(0.02)
        finally:
            self.client.cancel([future for futures in self.tasks.values() for future in futures])
            if self.token:
                pathlib.Path(self.token[0]).unlink(missing_ok=True)

    def share_disk(self):
        """Leaves a file in the store by which workers know whether they see its disk."""
        if self.run_.shares_disk is not False:
            text = secrets.token_hex(16)
            file = pathlib.Path(self.plan.store, f"shared-{self.name}")
            workers.write_all(self.plan.store, {file.name: text.encode()})
            self.token = (str(file.resolve()), text)
            if self.run_.shares_disk:
                blind = [
                    address for address, sees in self.client.run(workers.sees, self.token).items()
                    if not sees]
                if blind:
                    raise RunError(
                        f"these workers do not see {self.plan.store}: {', '.join(sorted(blind))}")
                return
        tallies = {
            f"tallies/{key}": path.read_bytes() for key in self.plan.kept
            if (path := self.plan.store / "tallies" / key).exists()}
        if tallies:
            # In a list, for a dictionary by itself is sent value by value.
            [self.kept] = self.client.scatter([tallies], hash=False)

    def submit(self, part, avoid=()):
        """Hands a part in, to any worker but some."""
        self.tries[part] = self.tries.get(part, 0) + 1
        task = Task(
            part, self.plan.parts, self.plan.text, self.run_.worker_program, str(self.plan.store),
            self.token, self.run_.worker_survey, self.run_.jobs)
        bad = self.full.get(part, set()) | set(avoid)
        where = {}
        if bad:
            good = [
                address for address in self.client.scheduler_info(n_workers=-1)["workers"]
                if address not in bad]
            if not good:
                return None
            where = {"workers": good, "allow_other_workers": True}
        future = self.client.submit(
            workers.measure, task, self.kept, key=f"{self.name}-{part}-{self.tries[part]}",
            pure=False, priority=-part, **where)
        self.tasks.setdefault(part, []).append(future)
        self.known[future.key] = part
        self.pool.add(future)
        return future

    def take(self, future):
        """Takes what a task came to."""
        part = self.known[future.key]
        self.tasks[part] = [other for other in self.tasks[part] if other.key != future.key]
        if part in self.done:
            return
        try:
            measured = future.result()
        except (FutureCancelledError, KilledWorker) as error:
            return self.again(part, f"its worker was lost: {error}")
        except ProgramError as error:
            return self.failed(part, error)
        workers.write_all(self.plan.store, measured.files)
        self.client.cancel(self.tasks.pop(part))
        self.tasks[part] = []
        self.done.add(part)
        if not measured.was_kept:
            self.times.append(measured.seconds)
        log.info(
            "part %d/%d %s by %s in %.2f s", part, self.plan.parts,
            "was there" if measured.was_kept else "measured", measured.worker, measured.seconds)
        self.run_.on_part(measured, len(self.done), self.plan.parts)

    def failed(self, part, error):
        if error.status in (codes.BAD_DATA, codes.NO_INPUT, 64, 127):
            raise RunError(f"part {part}/{self.plan.parts}: {error}")
        if error.status in (codes.CANNOT_CREATE, codes.WRITE_FAILED):
            self.full.setdefault(part, set()).add(error.worker)
            log.warning("part %d: %s cannot write: %s", part, error.worker, error)
            if self.again(part, str(error), counts=False) is None:
                raise RunError(
                    f"part {part}/{self.plan.parts}: no worker can write it; make room: {error}")
            return
        self.again(part, str(error))

    def again(self, part, why, counts=True):
        if self.tasks[part]:
            return self.tasks[part][0]
        if counts and self.tries[part] >= self.run_.attempts:
            raise RunError(
                f"part {part}/{self.plan.parts} failed {self.tries[part]} times, at last: {why}")
        log.warning("part %d again: %s", part, why)
        return self.submit(part)

    def help_stragglers(self):
        """Hands in once more what takes much longer than others, where a worker has nothing to do."""
        if not self.run_.duplicates or len(self.times) < 3:
            return
        now = time.monotonic()
        if now - self.looked < 1:
            return
        self.looked = now
        busy = self.client.processing()
        for key in [key for keys in busy.values() for key in keys]:
            self.begun.setdefault(key, now)
        limit = 3 * statistics.median(self.times) + 1
        idle = sum(not keys for keys in busy.values())
        late = [
            futures[0] for futures in self.tasks.values()
            if len(futures) == 1 and now - self.begun.get(futures[0].key, now) > limit]
        for future in late[:idle]:
            part = self.known[future.key]
            slow = [address for address, keys in busy.items() if future.key in keys]
            log.info("part %d is late: another worker measures it too", part)
            self.submit(part, avoid=slow)
