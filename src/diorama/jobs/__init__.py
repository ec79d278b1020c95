"""Jobs that survive: every picture asked of the server is written down before it is made, and made exactly once.

Order → Store (jobs.sqlite) → Worker (a lane for each engine) → history; changes → Hub → who listens

job       what a job is, as data
database  tables and queries
audit     who changed what
asks      who waits for what, so that asking again makes no second picture
store     orders in, states changed: each in one transaction
hub       changes as they happen, for those who listen now
previews  the newest previews, in memory
keep      picture, passes and entry of a finished job: exactly once
lane      the threads that make one engine's pictures
making    one job made: what was ordered elsewhere is written down first
worker    all lanes
remote    what workers on other machines ask and bring; puller: such a worker
cluster   Ray as what makes the pictures
shared    the store in PostgreSQL, for many servers; move: there and back; backup
queue     all of it together: what doors use
"""

from diorama.jobs.job import STATES, Job, Order, State
from diorama.jobs.queue import Queue

__all__ = ["STATES", "Job", "Order", "Queue", "State"]
