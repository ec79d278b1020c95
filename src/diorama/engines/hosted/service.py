"""What all services have in common: a model and its offer there, capabilities from both, HTTP with the key, errors told apart, prices, results as outcomes."""

from __future__ import annotations

import json
import os
import queue
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar

from diorama import __version__
from diorama.contracts import (
    Cancel,
    Capabilities,
    File,
    Hosted,
    Job,
    Listen,
    Media,
    Options,
    Outcome,
    Progress,
    Quote,
    Sending,
    Spent,
    Status,
    Submitted,
    Warned,
    check,
    get_key,
    nobody,
)
from diorama.engines.hosted.http import Http, Wrong
from diorama.engines.hosted.pictures import decoded, kept_outside, of_data_url
from diorama.errors import (
    ContentRefused,
    DioramaError,
    EngineAuth,
    EngineBusy,
    EngineError,
    EngineQuota,
    EngineRefused,
    EngineTimeout,
    EngineUnreachable,
    RefusedAt,
)
from diorama.models import Card, Offer, Price

T = TypeVar("T")
ADDRESS = re.compile(r"(https?:)?/")
NOT_KNOWN = "not known"
LONGEST_TOLD = 400
"""Characters of a service's own words."""
NO_MONEY = re.compile(
    r"insufficient[_ ](quota|credit|balance|fund)|exhausted balance|billing[_ ]hard[_ ]limit|(not enough|out of) credit|payment required", re.I
)
BAD_KEY = re.compile(r"api key not valid|invalid api key", re.I)
REFUSES = re.compile(r"content[_ ]policy|moderat|safety|nsfw|sensitive content|flagged|prohibited", re.I)
"""How services that have no code of their own for it say that they refuse what is in a picture."""


class Facts(NamedTuple):
    """What is known of a service before anybody asks it."""

    name: str
    title: str
    key_env: str
    home: str
    """Where its API lives; DIORAMA_<NAME>_URL before it."""
    usual: str
    """The model where none is named."""
    cancelled_costs: Literal["nothing", "all", "unknown"] = "unknown"
    concurrent: int = 4


@dataclass
class Answer:
    """What a service gave: addresses, data URLs or bytes of its results, and what it told of them."""

    results: list[str]
    spent: float | None = None
    currency: str = "USD"
    seed: int | None = None
    revised: str | None = None
    reference: str = ""
    """The service's own name for it."""
    tokens: dict[str, int] = field(default_factory=dict)
    """What was counted, by kind: text and image sent, output."""
    told: dict[str, str] = field(default_factory=dict)


class Service(Hosted):
    facts: ClassVar[Facts]
    limits: ClassVar[dict[str, Any]] = {}
    """Fields of Capabilities about sizes, where the card tells none."""
    takes: ClassVar[tuple[str, ...]] = ()
    most_references: ClassVar[int] = 8
    defaults: ClassVar[dict[Any, dict[str, Any]]] = {}
    """Its options by quality preset."""
    options: type[Options]

    def __init__(self, card: Card, offer: Offer, name: str | None = None):
        """The engine that makes pictures by a model at this service. `name`: of the engine; without it the service's."""
        self.card, self.offer = card, offer
        self._name = name or self.facts.name

    def capabilities(self) -> Capabilities:
        limits: dict[str, Any] = {"least": 256, "most": 2048} | self.limits | self.card.limits
        takes = self._takes()
        return Capabilities(
            name=self._name,
            version=f"{__version__} {self.offer.model}",
            title=f"{self.card.title}, at {self.facts.title}",
            licence=self.card.licence or NOT_KNOWN,
            needs=("key", "network"),
            needs_key=self.facts.name,
            key_env=self.facts.key_env,
            takes=takes,
            prompt_form=self.card.prompt_form,
            most_references=self._most_references(),
            cancels=True,
            costs=self.costs,
            cancelled_costs=self.facts.cancelled_costs,
            resumable=True,
            may_refuse=True,
            concurrent=self.facts.concurrent,
            source_type="trainedAlgorithmicMedia",
            defaults=self.defaults,
            **limits,
        )

    costs: ClassVar[bool] = True

    def _takes(self) -> tuple[Any, ...]:
        return tuple(dict.fromkeys((*(self.card.takes or self.takes),)))

    def _most_references(self) -> int:
        return self.most_references

    def quote(self, job: Job) -> Quote | None:
        price = self.offer.price
        return None if price is None else by_price(price, job)

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        check(job, self.capabilities(), self.options)
        self.key()
        with self._understood():
            outcome = self._direct(job, listen, cancel or Cancel()) if self.answers(job) else super().make(job, listen, cancel)
        return self._looked_at(outcome, job, listen)

    def resume(self, remote_id: str, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        with self._understood():
            outcome = super().resume(remote_id, job, listen, cancel)
        return self._looked_at(outcome, job, listen)

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """What a service answers otherwise than its documentation has it, is told as that: its order may stand, so nobody repeats it by himself."""
        try:
            yield
        except (KeyError, IndexError, TypeError, AttributeError, ValueError) as wrong:
            told = f"{self.facts.title} answered in a form that is not known here ({type(wrong).__name__}: {str(wrong)[:80]})"
            raise EngineTimeout(told, hint="it may have been made and paid: look there first") from wrong

    # ── of services that answer with the result itself, and of the calls of others that do ──

    def answers(self, job: Job) -> bool:
        """Whether this job's order is answered by its result."""
        return False

    def ask(self, job: Job, tell: Listen) -> Answer:
        """Order, once, and wait for the result. Raises as `submit`."""
        raise NotImplementedError

    def _direct(self, job: Job, listen: Listen, cancel: Cancel) -> Outcome:
        cancel.check()
        listen(Sending())
        answer = away(lambda tell: self.ask(job, tell), listen, cancel)
        if answer.results and all(ADDRESS.match(one) for one in answer.results):  # it can be fetched again as long as it lies there
            listen(Submitted(json.dumps(asdict(answer))))
        outcome = self._fetched(json.dumps(asdict(answer)), job, cancel)
        for spent in outcome.spent:
            listen(spent)
        listen(Progress("done", 1.0))
        return outcome

    def submit(self, job: Job) -> str:
        return json.dumps(asdict(self.ask(job, nobody)))

    def status(self, remote_id: str) -> Status:
        return Status(True, 1.0)

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        return self.outcome(Answer(**json.loads(remote_id)), job)

    def withdraw(self, remote_id: str) -> None:
        return None  # there is nothing that could be stopped

    def _looked_at(self, outcome: Outcome, job: Job, listen: Listen) -> Outcome:
        asked = (job.recipe.height, job.recipe.width)
        if outcome.media and outcome.picture.shape[:2] != asked:
            height, width = outcome.picture.shape[:2]
            listen(Warned("size_differs", f"{self.facts.title} made {width}x{height} pixels where {asked[1]}x{asked[0]} were asked for"))
        if outcome.revised_prompt:
            listen(Warned("prompt_revised", f"{self.facts.title} changed the words: {outcome.revised_prompt[:300]}"))
        return outcome

    # ── HTTP ──

    @property
    def home(self) -> str:
        return os.environ.get(f"DIORAMA_{self.facts.name.upper().replace('-', '_')}_URL", "").strip() or self.facts.home

    def key(self) -> str:
        """Raises EngineAuth where there is none, or what there is can be no key."""
        key = get_key(self.capabilities())
        if not re.fullmatch(r"[!-~]{1,4096}", key):
            raise EngineAuth(f"the key of {self.facts.title} has letters that no key has, or too many", hint=f"`diorama key set {self.facts.name}`")
        return key

    def http(self) -> Http:
        key = self.key()
        return Http(self.facts.title, self.home, self.headers(key), lambda wrong: self.refusal(wrong, key))

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Bearer {key}"}

    def refused(self, wrong: Wrong, told: str) -> tuple[str, RefusedAt] | None:
        """The category and what was looked at, where an answer says that it was refused for what is in it; None where it was not."""
        return ("moderation", "prompt") if wrong.status in (400, 403, 422, 451) and REFUSES.search(told) else None

    def refusal(self, wrong: Wrong, key: str) -> DioramaError:
        """An error of ours for an answer that is no success, in the service's own words, without the key."""
        told = self.told(wrong.body, wrong.status).replace(key, "…")
        content = self.refused(wrong, told)
        if content is not None:
            return ContentRefused(f"{self.facts.title} refuses it: {told}", category=content[0], stage=content[1], hint="say it otherwise")
        if wrong.status == 402 or NO_MONEY.search(told + json.dumps(wrong.body)):
            return EngineQuota(f"{self.facts.title}: {told}", hint="there is nothing left to spend at the service")
        if wrong.status in (401, 403) or (wrong.status == 400 and BAD_KEY.search(told)):
            return EngineAuth(f"{self.facts.title} does not accept the key: {told}", hint=f"`diorama key set {self.facts.name}`")
        if wrong.status in (429, 503, 529):
            return EngineBusy(f"{self.facts.title} is busy: {told}", retry_after=wrong.retry_after)
        if wrong.status >= 500 or wrong.status == 408:
            return self._broken(wrong, f"{self.facts.title} (HTTP {wrong.status}): {told}")
        return EngineRefused(f"{self.facts.title} (HTTP {wrong.status}): {told}")

    def _broken(self, wrong: Wrong, told: str) -> EngineError:
        if not wrong.ordering:
            return EngineUnreachable(told)
        if wrong.status == 500:
            return EngineError(f"it broke down there: {told}", hint="look there before you try again: it may have been paid")
        return EngineTimeout(f"the order was lost on the way: {told}", hint="it may have been made and paid: look there first")

    def told(self, body: Any, status: int = 0) -> str:
        return in_words(body)[:LONGEST_TOLD] or f"HTTP {status}"

    asks: ClassVar[tuple[str, str]] = ("", "it answers, and the key is accepted")
    """A path that costs nothing to look at and needs the key, and what an answer means; none: there is none that is known."""

    def check(self) -> str:
        """Ask the service something that costs nothing; what came of it, in words. Raises as `status`."""
        path, means = self.asks
        if not path:
            self.key()
            return "the key is there; this service has nothing that costs nothing to ask, so whether it is accepted shows with the first picture"
        self.http().look(path)
        return means

    # ── results ──

    def outcome(self, answer: Answer, job: Job) -> Outcome:
        """Fetch what came of it. Raises EngineError where there is nothing."""
        if not answer.results:
            raise EngineError(f"{self.facts.title} made nothing and does not say why", hint="it may have been paid: look there")
        http = self.http()
        files = [_file(k, *(http.fetch(one) if ADDRESS.match(one) else of_data_url(one))) for k, one in enumerate(answer.results)]
        pictures = [Media(kept_outside(job, decoded(one.data))) for one in files if one.kind == "picture"]
        others = tuple(one for one in files if one.kind != "picture")
        spent, how = self._spent(answer, job)
        told = {"service": self.facts.name, "model": self.model(job), "remote_id": answer.reference, "cost": how, **answer.told}
        known = {name: text for name, text in told.items() if text}
        return Outcome(tuple(pictures), files=others, seed=answer.seed, revised_prompt=answer.revised, spent=spent, provenance=known)

    def model(self, job: Job) -> str:
        """The model's name at the service, for this job."""
        pictures = any(one.kind in ("source", "mask", "reference", "style") for one in job.recipe.inputs)
        return self.offer.edit if pictures and self.offer.edit else self.offer.model

    def _spent(self, answer: Answer, job: Job) -> tuple[tuple[Spent, ...], str]:
        """What was paid: as the service says, else as its price list does; and which of the two it is."""
        reference = f"{self.facts.name} {answer.reference or job.token or job.recipe.digest[:16]}"[:300]
        if answer.tokens and self.offer.tokens:
            amount = sum(self.offer.tokens.get(kind, 0.0) * count for kind, count in answer.tokens.items()) / 1e6
            return (
                Spent(amount=round(amount, 6), currency=answer.currency, reference=reference),
            ), f"by its tokens, at the prices of {self.offer.tokens_as_of}"
        if answer.spent is not None:
            return (Spent(amount=answer.spent, currency=answer.currency, reference=reference),), "as the service says"
        quote = self.quote_by_list(job)
        if quote is None:
            return (), "not known" if self.costs else ""
        return (Spent(amount=quote.high, currency=quote.currency, reference=reference),), f"by the price list of {quote.as_of or 'today'}"

    def quote_by_list(self, job: Job) -> Quote | None:
        return None if self.offer.price is None else by_price(self.offer.price, job)


def away(work: Callable[[Listen], T], listen: Listen, cancel: Cancel) -> T:
    """Work done in a thread, so that cancelling is heard at once. What it tells on the way is passed on, here; who cancels leaves it to itself."""
    heard: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()

    def run() -> None:
        try:
            heard.put(("done", work(lambda event: heard.put(("told", event)))))
        except BaseException as wrong:
            heard.put(("wrong", wrong))

    threading.Thread(target=run, daemon=True).start()
    listen(Progress("remote", 0.0, "asked"))
    while True:
        cancel.check()
        try:
            what, value = heard.get(timeout=0.05)
        except queue.Empty:
            continue
        if what == "wrong":
            raise value
        if what == "done":
            return value
        listen(value)


def by_price(price: Price, job: Job) -> Quote | None:
    """What one picture costs by a list; None where the list counts what is not known before."""
    if price.per in ("picture", "run"):
        times = 1.0
    elif price.per == "megapixel":
        times = job.recipe.width * job.recipe.height / 1e6
    elif price.per == "second" and "duration" in job.recipe.options:
        times = float(re.sub(r"\D", "", str(job.recipe.options["duration"])) or 0)
    else:
        return None
    return Quote(low=price.amount * times, high=max(price.most or 0, price.amount) * times, currency=price.currency, source=price.source, as_of=price.as_of)


def _file(k: int, data: bytes, type: str) -> File:
    """A result by what its bytes are, whatever type was told."""
    if data[:4] == b"\x89PNG" or data[:2] == b"\xff\xd8" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[:4] == b"GIF8":
        return File(f"{k}", "image/png", data)
    if data[4:8] == b"ftyp":
        kind = "audio/mp4" if data[8:11] == b"M4A" else "video/mp4"
    elif data[:4] == b"\x1aE\xdf\xa3":
        kind = "video/webm"
    elif data[:4] == b"RIFF":
        kind = "audio/wav"
    elif data[:3] == b"ID3" or data[:2] in (b"\xff\xfb", b"\xff\xf3"):
        kind = "audio/mpeg"
    elif data[:4] in (b"OggS", b"fLaC"):
        kind = {b"OggS": "audio/ogg", b"fLaC": "audio/flac"}[data[:4]]
    elif type.startswith("image/svg") or b"<svg" in data[:500]:
        kind = "image/svg+xml"
    else:
        raise EngineError(f"the service sent what is neither picture, video nor sound ({type or 'no type'})", hint="it was made, and probably paid: look there")
    return File(f"{k}", kind, data)


def in_words(body: Any) -> str:
    """What an answer says went wrong, in whichever of the usual forms."""
    if isinstance(body, str):
        return body.strip()
    if isinstance(body, list):
        return "; ".join(filter(None, map(in_words, body)))
    if isinstance(body, dict):
        if "msg" in body:
            return f"{'.'.join(map(str, body.get('loc') or []))}: {body['msg']}".removeprefix(": ")
        return next(filter(None, (in_words(body.get(name)) for name in ("error", "message", "detail", "errors", "title", "reason", "name"))), "")
    return ""
