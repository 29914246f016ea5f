# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Measures a Steppe survey by many workers of a Dask cluster.

The program divides a survey's measurements into parts; workers measure a part each, as a process of the
program; the program adds the parts up. Tallies are integers: the bytes are those of one machine.
"""
from steppe_cluster.program import Program, ProgramError, Versions
from steppe_cluster.run import Run, RunError

__all__ = ["Program", "ProgramError", "Run", "RunError", "Versions"]
