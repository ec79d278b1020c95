"""A day of 10,000 workers, simulated event by event: what comes in by the hour, how long pictures take, where it breaks first.

The scheduler's rate is given by whoever asks (`python -m bench.scale scheduler` measures one); pictures take times that were
recorded: the drafts of decision 46, one like another. Loads swing by the hour as a day's do. Nothing here runs Diorama: it is arithmetic.
"""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass

SHRUNK = 6
"""Each hour of the day is simulated by so much less: ten minutes, with the hour's load."""
HOURS = (0.35, 0.25, 0.2, 0.2, 0.25, 0.35, 0.5, 0.8, 1.1, 1.4, 1.6, 1.6, 1.5, 1.5, 1.6, 1.6, 1.5, 1.4, 1.3, 1.3, 1.2, 1.0, 0.8, 0.5)
"""What share of the mean comes in each hour."""
RECORDED = (48.0, 47.0, 37.0, 53.0, 82.0, 58.0, 53.0, 101.0)
"""Seconds of processor time of a draft, by scene (docs/decisions/0046-where-the-time-goes.md): still life, glass, room at night and by day, street, forest,
meadow, portrait; on a machine that others used too."""
MEAN = sum(RECORDED) / len(RECORDED)


@dataclass
class Day:
    workers: int
    load: float
    """Share of the workers' time that the mean load takes."""
    done: int = 0
    waited: list[float] | None = None
    scheduler_busy: float = 0.0
    longest_line: int = 0
    lost: int = 0


def day(workers: int, load: float, per_job: float, deaths: float = 0.01, seconds: float = 86_400.0 / SHRUNK, seed: int = 1) -> Day:
    """`per_job`: seconds of the one scheduler (the row that orders events) for a job's whole life; `deaths`: share of workers that die in a day."""
    chance = random.Random(seed)
    rate = workers * load / MEAN
    result = Day(workers, load, waited=[])
    free, line, finished, at, scheduler = workers, [], [], 0.0, 0.0
    head = 0
    while at < seconds:
        hour = HOURS[int(at * SHRUNK / 3600) % 24]
        coming = at + chance.expovariate(rate * hour / (sum(HOURS) / 24))
        while finished and finished[0] <= coming:
            end = heapq.heappop(finished)
            free += 1
            head, free, scheduler = _start(line, head, free, finished, end, scheduler, per_job, chance, deaths, result)
        at = coming
        line.append(at)
        result.longest_line = max(result.longest_line, len(line) - head)
        head, free, scheduler = _start(line, head, free, finished, at, scheduler, per_job, chance, deaths, result)
    result.scheduler_busy /= seconds
    return result


def _start(line, head, free, finished, now, scheduler, per_job, chance, deaths, result):
    """Give waiting jobs to free workers, one after the other as the scheduler can."""
    while free and head < len(line):
        scheduler = max(scheduler, now) + per_job
        result.scheduler_busy += per_job
        took = chance.choice(RECORDED)
        if chance.random() < deaths * took / 86_400:  # its worker dies: the lease runs out, another makes it
            result.lost += 1
            took = chance.random() * took + 30 + chance.choice(RECORDED)
        result.waited.append(scheduler - line[head])
        heapq.heappush(finished, scheduler + took)
        result.done += 1
        head, free = head + 1, free - 1
    return head, free, scheduler


def report(per_job: float) -> None:
    print(f"scheduler: {1 / per_job:,.0f} jobs/s; pictures as recorded: {min(RECORDED):.0f} to {max(RECORDED):.0f} s, mean {MEAN:.0f} s")
    print("workers   load   jobs a day   wait median   p99        longest line   scheduler busy   tries lost")
    for workers, load in ((100, 0.6), (1_000, 0.6), (10_000, 0.5), (10_000, 0.6)):
        found = day(workers, load, per_job)
        waits = sorted(found.waited or [0.0])
        middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
        print(f"{workers:>7,}   {load:.1f}   {found.done * SHRUNK:>10,}   {middle:>9.2f} s   {late:>7,.1f} s", end="   ")
        print(f"{found.longest_line:>12,}   {found.scheduler_busy:>13.0%}   {found.lost * SHRUNK:>9,}", flush=True)


if __name__ == "__main__":
    report(1 / 400)
