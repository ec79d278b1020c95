"""The fake engine: pretends to be a service far away that wants to be paid. For tests, and for people who write programs against a server of their own.

service  the service: a folder that outlives processes; takes orders, works by the clock, sends bills
engine   the contract: submit once, look, fetch; slow, busy, out of reach, refusing, failing half-way, answering late, as its options say
"""

from diorama.engines.fake.engine import FakeEngine

__all__ = ["FakeEngine"]
