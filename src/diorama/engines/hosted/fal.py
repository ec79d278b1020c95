"""fal: any app, through its queue. https://docs.fal.ai/model-endpoints/queue

The order's answer names where to look, fetch and stop; rebuilt addresses lose a part of the app's name, so those are the remote id. A failed request is
COMPLETED too: only fetching it tells. Cancelling is a PUT.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from diorama.contracts import Job, Outcome, Quote, Status, find_key
from diorama.engines.hosted.forms import Formed
from diorama.engines.hosted.http import Http, Wrong
from diorama.engines.hosted.service import Answer, Facts, by_price
from diorama.errors import DioramaError, EngineError, RefusedAt
from diorama.models import Per, Price

PRICES = "https://api.fal.ai/v1"
"""Where its prices are asked (GET /models/pricing, with the key): https://docs.fal.ai/platform-apis."""
UNITS: dict[str, Per] = {
    "image": "picture", "megapixel": "megapixel", "processed megapixel": "megapixel", "second": "second", "video second": "second", "minute": "minute",
    "30 second": "30 seconds", "compute second": "second of computing", "1000 character": "1000 characters", "video": "run", "audio": "run", "request": "run",
}  # fmt: skip
"""What it counts by, in the singular, as ours."""


class Fal(Formed):
    facts = Facts("fal", "fal", "FAL_KEY", "https://queue.fal.run", "flux-2", cancelled_costs="unknown")

    def __init__(self, *known: Any, **more: Any):
        super().__init__(*known, **more)
        self._asked: dict[str, Price | None] = {}

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Key {key}"}

    def published(self, path: str) -> Any:
        """Schemas lie on another host of theirs, and are everybody's to read: the key is not sent."""
        home = "https://fal.ai" if self.home == self.facts.home else self.home
        return json.loads(self.http().fetch(f"{home}/{path}")[0])

    def quote(self, job: Job) -> Quote | None:
        """From the service's own prices, asked once; from the kept one where it does not answer or counts in units that are none here."""
        if find_key(self.capabilities()) is None:
            return super().quote(job)
        model = self.model(job)
        if model not in self._asked:
            self._asked[model] = self._price(model)
        price = self._asked[model]
        found = None if price is None else by_price(price, job)
        return super().quote(job) if found is None else found.model_copy(update={"as_of": None})

    def check(self) -> str:
        self._look_up("fal-ai/flux/schnell")
        return "it answers, and the key is accepted"

    def _look_up(self, model: str) -> Any:
        home, key = PRICES if self.home == self.facts.home else f"{self.home}/v1", self.key()
        http = Http(self.facts.title, home, self.headers(key), lambda wrong: self.refusal(wrong, key))
        return http.look("models/pricing", params={"endpoint_id": model})

    def _price(self, model: str) -> Price | None:
        try:
            told = self._look_up(model)
            one = next(line for line in told["prices"] if line["endpoint_id"] == model)
            unit = UNITS[str(one["unit"]).lower().replace("_", " ").removesuffix("s")]
            today = datetime.now(UTC).date().isoformat()
            return Price(amount=one["unit_price"], per=unit, currency=one["currency"], as_of=today, source="fal's own prices")
        except (DioramaError, KeyError, TypeError, ValueError, AttributeError, StopIteration):
            return None

    def submit(self, job: Job) -> str:
        answer = self.http().order(self.model(job), json=self.form(job), headers={"x-fal-no-retry": "1"})
        try:
            return json.dumps({name: answer[f"{name}_url"] for name in ("response", "status", "cancel")} | {"id": answer["request_id"]})
        except (KeyError, TypeError) as odd:
            raise EngineError(f"fal took the order and does not say where it is ({odd})", hint="it may be paid: look there") from None

    def status(self, remote_id: str) -> Status:
        found = self.http().look(json.loads(remote_id)["status"], params={"logs": "1"})
        state = found.get("status")
        if state == "IN_QUEUE":
            return Status(False, position=found.get("queue_position"), text="in line at fal")
        logs = [line.get("message", "") for line in found.get("logs") or []]
        return Status(state == "COMPLETED", _share(logs), _line(logs))

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        named = json.loads(remote_id)
        body = self.http().look(named["response"])
        if body.get("has_nsfw_concepts") and all(body["has_nsfw_concepts"]):
            raise self.refusal(Wrong(422, {"detail": "safety checker: every picture was flagged"}, None, False), "\0")
        return self.outcome(Answer(results(body), seed=_seed(body), revised=_text(body.get("prompt"), job), reference=named["id"]), job)

    def withdraw(self, remote_id: str) -> None:
        self.http().look(json.loads(remote_id)["cancel"], "PUT")

    def refused(self, wrong: Wrong, told: str) -> tuple[str, RefusedAt] | None:
        details = wrong.body.get("detail") if isinstance(wrong.body, dict) else None
        for one in details if isinstance(details, list) else []:
            if one.get("type") == "content_policy_violation":
                return "content_policy_violation", "input" if any("image" in str(step) for step in one.get("loc", ())) else "prompt"
        return super().refused(wrong, told)

    def refusal(self, wrong: Wrong, key: str) -> DioramaError:
        failed = super().refusal(wrong, key)
        if not wrong.ordering and wrong.status >= 500 and isinstance(wrong.body, dict) and isinstance(wrong.body.get("detail"), list):
            return EngineError(
                f"fal could not make it: {self.told(wrong.body)}", hint="it may have been paid: look there"
            )  # the app's own failure, not the queue's
        return failed


def results(found: Any) -> list[str]:
    """The addresses of all files in an app's answer: `images`, `image`, `video`, `audio`, … each with a `url`, or bare addresses."""
    if isinstance(found, str):
        return [found] if found.startswith(("http://", "https://", "data:")) else []
    if isinstance(found, list):
        return [one for part in found for one in results(part)]
    if isinstance(found, dict):
        if isinstance(found.get("url"), str):
            return [found["url"]]
        return [one for name, part in found.items() if name not in ("timings", "prompt", "thumbnail", "debug") for one in results(part)]
    return []


def _share(logs: list[str]) -> float:
    """How far it is, by the last line of a progress bar: ` 64%|██████ `."""
    for line in reversed(logs):
        head, bar, _ = line.partition("%|")
        if bar and head.strip()[-3:].strip().isdigit():
            return min(1.0, int(head.strip()[-3:]) / 100)
    return 0.0


def _line(logs: list[str]) -> str:
    """The last line; of a progress bar its steps."""
    last = (logs or [""])[-1].strip()
    steps = re.search(r"\|\s*(\d+)/(\d+)", last)
    return f"step {steps[1]} of {steps[2]}" if steps else last[:200]


def _seed(body: dict[str, Any]) -> int | None:
    seed = body.get("seed")
    return seed if isinstance(seed, int) and 0 <= seed < 2**32 else None


def _text(words: Any, job: Job) -> str | None:
    return words if isinstance(words, str) and words.strip() and words != job.recipe.prompt else None
