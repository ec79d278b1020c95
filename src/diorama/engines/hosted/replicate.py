"""Replicate: any model, official or by version. https://replicate.com/docs/reference/http

Jobs with addresses to look and to stop; `error` is one text, refusals included; pictures over 256 kB are uploaded first; results live an hour.
"""

from __future__ import annotations

import json
import re
from typing import Any

from diorama.contracts import Job, Outcome, Status
from diorama.engines.hosted.fal import results
from diorama.engines.hosted.forms import Formed
from diorama.engines.hosted.pictures import data_url
from diorama.engines.hosted.service import REFUSES, Answer, Facts
from diorama.errors import ContentRefused, EngineError, EngineRefused

INLINE = 256_000
"""Bytes that are sent as a data URL."""


class Replicate(Formed):
    facts = Facts("replicate", "Replicate", "REPLICATE_API_TOKEN", "https://api.replicate.com/v1", "flux-schnell", cancelled_costs="unknown")

    asks = ("account", "it answers, and the key is accepted")

    def submit(self, job: Job) -> str:
        owner, version = self.model(job).partition(":")[::2]
        path, body = ("predictions", {"version": version}) if version else (f"models/{owner}/predictions", {})
        answer = self.http().order(path, json={**body, "input": self.form(job)})
        try:
            return json.dumps({"id": answer["id"], "get": answer["urls"]["get"], "cancel": answer["urls"]["cancel"]})
        except (KeyError, TypeError) as odd:
            raise EngineError(f"Replicate took the order and does not say where it is ({odd})", hint="it may be paid: look there") from None

    def status(self, remote_id: str) -> Status:
        found = self._look(remote_id)
        state = found["status"]
        logs = str(found.get("logs") or "").strip().splitlines()
        if state == "starting":
            return Status(False, text="the model is starting up")
        shares = re.findall(r"(\d{1,3})%", " ".join(logs[-3:]))
        return Status(state in ("succeeded", "successful"), min(1.0, int(shares[-1]) / 100) if shares else 0.0, logs[-1][:200] if logs else "")

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        found = self._look(remote_id)
        if found.get("output") is None:
            raise EngineError("Replicate has thrown away what came of it: results live an hour", hint="it was paid; ordering it again pays again")
        return self.outcome(Answer(results(found["output"]), reference=found["id"], told={"version": str(found.get("version") or "")[:64]}), job)

    def withdraw(self, remote_id: str) -> None:
        self.http().look(json.loads(remote_id)["cancel"], "POST")

    def sent(self, file: bytes) -> str:
        if len(file) <= INLINE:
            return data_url(file)
        return self.http().look("files", "POST", files={"content": ("picture.png", file, "image/png")})["urls"]["get"]

    def _look(self, remote_id: str) -> dict[str, Any]:
        found = self.http().look(json.loads(remote_id)["get"])
        state, told = found.get("status"), str(found.get("error") or "")[:400]
        if state == "failed" and (REFUSES.search(told) or "E005" in told):
            raise ContentRefused(f"Replicate refuses it: {told}", category="E005" if "E005" in told else "moderation", stage="prompt", hint="say it otherwise")
        if state == "failed":
            raise EngineError(f"Replicate could not make it: {told or 'it does not say why'}", hint="try again: it is a new order")
        if state in ("canceled", "aborted"):
            raise EngineRefused(f"the order was {state} at Replicate", hint="try again: it is a new order")
        return found
