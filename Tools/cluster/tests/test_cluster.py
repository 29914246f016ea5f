# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Surveys measured by real workers, some of which are lost on the way: the bytes are one machine's."""
import signal
import subprocess
import sys
import time

import pytest
from conftest import STEPPE, SURVEY, files
from steppe_cluster import Run, RunError


def finish(run, survey):
    """The survey from what was measured, which nothing is left to be added to."""
    folder = survey.parent / "out"
    done = subprocess.run(
        [STEPPE, "survey", survey, "--no-maps", "-o", folder, "--verbose"], capture_output=True,
        text=True)
    assert done.returncode == 0, done.stderr
    assert ", 0 are new" in done.stderr
    return files(folder)


def runs_of(survey, client, **options):
    return Run(
        client, survey, **{"program": STEPPE, "parts": 3, **options},
        arguments=[*SURVEY, "-o", survey.parent / "out"])


def test_shared_disk(two_workers, survey, one_machine):
    by = []
    run = runs_of(
        survey, two_workers.client, shares_disk=True, on_part=lambda part, *_: by.append(part))
    run.measure()
    assert sorted(part.part for part in by) == [1, 2, 3]
    assert not any(part.was_kept or part.files for part in by)
    assert finish(run, survey) == one_machine
    # Nothing is left to do, by anyone.
    by.clear()
    run.measure()
    assert by == []


def test_without_shared_disk_tallies_travel_and_leave_no_parts_behind(two_workers, survey, one_machine):
    run = runs_of(survey, two_workers.client, shares_disk=False)
    run.measure()
    assert finish(run, survey) == one_machine
    assert not list(two_workers.folder.glob("disk-*/**/*-of-*"))


def test_two_of_three_workers_killed(cluster, survey, one_machine, program):
    cluster.add_workers(3)
    slow = program("sleep 0.5")

    def kill(part, done, count):
        if done <= 2:
            cluster.workers[done - 1].send_signal(signal.SIGKILL)

    run = runs_of(survey, cluster.client, parts=6, worker_program=slow, on_part=kill)
    run.measure()
    assert [worker.poll() is None for worker in cluster.workers] == [False, False, True]
    assert finish(run, survey) == one_machine


def test_a_full_disk_is_left_to_others(cluster, survey, one_machine, program, caplog):
    # No file may grow beyond one block: the disk is as good as full.
    full = program('if [ "$FULL" ]; then trap "" XFSZ; ulimit -f 1; fi')
    cluster.add_worker("full", FULL="1")
    cluster.add_workers(1)
    cluster.client.wait_for_workers(2)
    run = runs_of(survey, cluster.client, worker_program=full)
    run.measure()
    assert "cannot write" in caplog.text
    assert finish(run, survey) == one_machine


def test_where_all_disks_are_full_the_run_says_so(two_workers, survey, program):
    full = program('trap "" XFSZ; ulimit -f 1')
    with pytest.raises(RunError, match="no worker can write it; make room"):
        runs_of(survey, two_workers.client, worker_program=full).measure()


def test_a_worker_of_another_version_is_refused(two_workers, survey, tmp_path):
    other = tmp_path / "other"
    other.write_text('#!/bin/sh\necho 0.0.9\necho "GDAL 3.6.2, PROJ 9.1.1" >&2\n')
    other.chmod(0o755)
    with pytest.raises(RunError, match=r"install that on every worker:\n.*Steppe 0\.0\.9, GDAL"):
        runs_of(survey, two_workers.client, worker_program=str(other)).measure()


def test_a_part_that_fails_is_tried_again_and_then_given_up(two_workers, survey, program, tmp_path):
    failing = program(f"echo tried >> {tmp_path}/tries; exit 75")
    with pytest.raises(RunError, match="failed 3 times"):
        runs_of(survey, two_workers.client, parts=1, attempts=3, worker_program=failing).measure()
    assert (tmp_path / "tries").read_text().count("tried") == 3


def test_a_straggler_is_overtaken(cluster, survey, one_machine, program, caplog):
    slow = program('if [ "$SLOW" ]; then sleep 600; fi')
    cluster.add_worker("slow", SLOW="1")
    cluster.add_workers(1)
    cluster.client.wait_for_workers(2)
    caplog.set_level("INFO")
    run = runs_of(survey, cluster.client, parts=5, worker_program=slow)
    run.measure()
    assert "is late" in caplog.text
    assert finish(run, survey) == one_machine
    assert ends(f"{slow} measure")


def ends(command):
    """Whether no process has such a command line any more, within some seconds."""
    for _ in range(100):
        found = subprocess.run(["pgrep", "-f", command], capture_output=True, text=True).stdout
        if not found:
            return True
        time.sleep(0.1)
    return False


def test_interrupted_the_workers_processes_end_and_the_rest_is_measured_later(
        two_workers, survey, one_machine, program):
    stuck = program('case "$*" in *" 1/3 "*) ;; *) sleep 600;; esac')
    command = [
        sys.executable, "-m", "steppe_cluster.command", survey, "--scheduler", two_workers.address,
        "--parts", "3", "--steppe", STEPPE]
    tail = ["--", *SURVEY, "-o", survey.parent / "out"]
    process = subprocess.Popen(
        [*command, "--worker-steppe", stuck, *tail], stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        if "part 1/3 measured" in line:
            break
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    assert process.wait() == 75 and "what was measured is kept" in rest
    assert ends(f"{stuck} measure")
    done = subprocess.run([*command, *tail], stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stderr
    assert "part 1/3 was there" in done.stderr and "part 2/3 measured" in done.stderr
    assert files(survey.parent / "out") == one_machine
