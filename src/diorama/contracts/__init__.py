"""What an engine can do, and how one is asked. One contract for the stage, local diffusion models and hosted services.

Job (recipe + references, mask, depth) → Engine.make → events (progress, previews, cost) → Outcome (pictures, passes, report)
"""

from diorama.contracts.capabilities import Capabilities
from diorama.contracts.catalogue import engine, names
from diorama.contracts.engine import Cancel, Engine, Event, Job, Outcome, Preview, Progress, Spent

__all__ = ["Cancel", "Capabilities", "Engine", "Event", "Job", "Outcome", "Preview", "Progress", "Spent", "engine", "names"]
