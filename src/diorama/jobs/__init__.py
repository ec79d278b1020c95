"""Jobs that survive: every picture asked of the server is written down before it is made, and made exactly once.

Order → Store (jobs.sqlite) → Worker (one thread, one engine at a time) → history; changes → Hub → who listens

job       what a job is, as data
database  tables and queries
asks      who waits for what, so that asking again makes no second picture
store     orders in, states changed: each in one transaction
hub       changes as they happen, for those who listen now
previews  the newest previews, in memory
keep      picture, passes and entry of a finished job: exactly once
worker    the thread that takes jobs in turn
queue     all of it together: what doors use
"""

from diorama.jobs.job import STATES, Job, Order, State
from diorama.jobs.queue import Queue

__all__ = ["STATES", "Job", "Order", "Queue", "State"]
