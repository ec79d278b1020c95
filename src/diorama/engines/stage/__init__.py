"""The stage: Diorama's own engine. Blender's Cycles in a worker process; no key, no GPU, no weights.

engine   the contract: job → worker's request → developed picture
worker   the process: started, kept warm, restarted after a crash or hang, killed on cancel
quality  samples and noise threshold by preset
"""

from diorama.engines.stage.engine import StageEngine

__all__ = ["StageEngine"]
