"""What an engine can do, and how one is asked. One contract for the stage, local diffusion models and hosted services.

recipe (+ pixels of its inputs) → check → quote → Engine.make → events → Outcome;   lost on the way: Engine.resume by the remote id

capabilities  what an engine says of itself     check    what it would refuse, said before     events    what is heard on the way
job, outcome  what goes in, what comes out      sizes    which it makes                        money     quotes, and what was spent
engine        the Protocol; what local ones     options  its own, as a model                   cancel    the flag
hosted        what services have in common      keys     of services                           tools     the second Protocol: upscale, judge, …
catalogue     entry points                      pieces   of what is too large for one, and of films
"""

from diorama.contracts.cancel import Cancel
from diorama.contracts.capabilities import Capabilities
from diorama.contracts.catalogue import engine, known, led, names, tool, tool_names, tools
from diorama.contracts.check import check
from diorama.contracts.engine import Begins, Compares, Engine, Holds, Listen, Local, Readies, nobody
from diorama.contracts.events import Event, Partial, Preview, Progress, Queued, Sending, Submitted, Warned
from diorama.contracts.hosted import Hosted, Status
from diorama.contracts.job import Given, Job
from diorama.contracts.keys import find_key, get_key, kept_keys, set_key
from diorama.contracts.money import Quote, Spent, distinct
from diorama.contracts.options import Options, checked
from diorama.contracts.outcome import File, Media, Outcome, Scratch
from diorama.contracts.parts import part
from diorama.contracts.pieces import Divides, Piece, Survey
from diorama.contracts.sizes import nearest

__all__ = [
    "Begins", "Cancel", "Capabilities", "Compares", "Divides", "Engine", "Event", "File", "Given", "Holds", "Hosted", "Job", "Listen", "Local", "Media",
    "Options", "Outcome", "Partial", "Piece", "Preview", "Progress", "Queued", "Quote", "Readies", "Scratch", "Sending", "Spent", "Status", "Submitted",
    "Survey", "Warned", "check", "checked", "distinct", "engine", "find_key", "get_key", "kept_keys", "known", "led", "names", "nearest", "nobody", "part",
    "set_key", "tool", "tool_names", "tools",
]  # fmt: skip
