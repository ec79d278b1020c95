"""HTTP with a service: an order is sent once, a look as often as one likes, results come without the key. What went wrong is one of our errors.

An order that was certainly not taken is EngineUnreachable or EngineBusy; one of which nobody knows is EngineTimeout: `contracts.Hosted` goes by that.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from functools import lru_cache
from math import isfinite
from time import time
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx

from diorama.errors import DioramaError, EngineError, EngineTimeout, EngineUnreachable

LONGEST = 600.0
"""Seconds for which an order's answer is waited for."""
LONGEST_REST = 600.0
"""Seconds that a service is given rest before it is asked again, whatever it asks for."""
LARGEST = 512 << 20
"""Bytes of a result."""


class Wrong(NamedTuple):
    """An answer that is no success."""

    status: int
    body: Any
    """JSON where it is any, else text."""
    retry_after: float | None
    """Seconds."""
    ordering: bool
    """It is the answer to an order."""


class Http:
    def __init__(self, name: str, base: str, headers: Mapping[str, str], refusal: Callable[[Wrong], DioramaError]):
        """`headers` hold the key and go to the service's own hosts alone; `refusal` makes an error of an answer that is no success."""
        self._name, self.base, self._headers, self._refusal = name, base.rstrip("/") + "/", dict(headers), refusal

    def order(self, path: str, **sent: Any) -> Any:
        """POST once. Raises EngineUnreachable where nothing was sent, EngineTimeout where nobody knows what came of it."""
        try:
            with _client(httpx.Timeout(LONGEST, connect=15)) as client:
                answer = client.post(self._own(path), headers=self._headers | sent.pop("headers", {}), **sent)
        except httpx.HTTPError as lost:
            raise self._lost(lost, ordering=True) from lost
        return self._body(answer, ordering=True)

    def stream(self, path: str, **sent: Any) -> Iterator[dict[str, Any]]:
        """POST once; the events of the answer (server-sent), or the one answer where the service does not stream. Raises EngineTimeout."""
        try:
            with (
                _client(httpx.Timeout(LONGEST, connect=15)) as client,
                client.stream("POST", self._own(path), headers=self._headers, **sent) as answer,
            ):
                if not answer.is_success or "text/event-stream" not in answer.headers.get("content-type", ""):
                    answer.read()
                    yield self._body(answer, ordering=True)
                    return
                for line in answer.iter_lines():
                    name, _, data = line.partition(":")
                    if name == "data" and data.strip() != "[DONE]":
                        event = json.loads(data)
                        if not isinstance(event, dict):
                            raise ValueError(data[:80])
                        yield event
        except httpx.HTTPError as lost:
            raise self._lost(lost, ordering=True) from lost
        except ValueError as broken:
            raise EngineTimeout(f"{self._name} sent an event that is no JSON object", hint="look there whether the picture was made") from broken

    def look(self, path: str, method: str = "GET", **sent: Any) -> Any:
        """Ask what changes nothing, or stops something. Raises EngineUnreachable where it does not answer: ask again later."""
        try:
            with _client(30) as client:
                answer = client.request(method, self._own(path), headers=self._headers, **sent)
        except httpx.HTTPError as lost:
            raise self._lost(lost, ordering=False) from lost
        return self._body(answer, ordering=False)

    def fetch(self, url: str) -> tuple[bytes, str]:
        """A result's bytes and media type, from wherever it lies, without the key. Raises EngineError where it has gone."""
        try:
            with _client(60) as client, client.stream("GET", urljoin(self.base, url), follow_redirects=True) as answer:
                if answer.status_code in (403, 404, 410):
                    raise EngineError(f"the result of {self._name} is not there any more", hint="its address has expired; it was paid: ask the service for it")
                if not answer.is_success:
                    raise EngineUnreachable(f"the result of {self._name} cannot be fetched now (HTTP {answer.status_code})")
                parts, size = [], 0
                for part in answer.iter_bytes():
                    size += len(part)
                    if size > LARGEST:
                        raise EngineError(f"the result of {self._name} is larger than {LARGEST >> 20} MiB")
                    parts.append(part)
                return b"".join(parts), answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        except httpx.HTTPError as lost:
            raise self._lost(lost, ordering=False) from lost

    def _own(self, path: str) -> str:
        """The address; one outside the service's own domain is not shown the key. Raises EngineError."""
        url = urljoin(self.base, path)
        if not _same_domain(url, self.base):
            raise EngineError(f"{self._name} sends elsewhere: {urlsplit(url).hostname}", hint="nothing was sent there")
        return url

    def _lost(self, lost: httpx.HTTPError, *, ordering: bool) -> EngineError:
        if ordering and not isinstance(lost, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.UnsupportedProtocol):
            return EngineTimeout(f"{self._name} was asked and did not answer ({type(lost).__name__})", hint="it may have been made and paid: look there first")
        return EngineUnreachable(f"{self._name} cannot be reached ({type(lost).__name__})", hint=f"is the network there, and {urlsplit(self.base).hostname}?")

    def _body(self, answer: httpx.Response, *, ordering: bool) -> Any:
        try:
            body: Any = answer.json()
        except ValueError:
            body = answer.text[:2000]
        if answer.is_success:
            if not isinstance(body, dict) and not (answer.status_code in (202, 204) and not answer.content):
                return self._unread(answer, ordering)
            return body or {}
        raise self._refusal(Wrong(answer.status_code, body, _seconds(answer.headers.get("retry-after")), ordering))

    def _unread(self, answer: httpx.Response, ordering: bool) -> Any:
        told = f"{self._name} answered with what is no JSON object ({answer.headers.get('content-type', 'no type')})"
        raise EngineTimeout(told, hint="look there whether the picture was made") if ordering else EngineUnreachable(told)


def _client(timeout: float | httpx.Timeout) -> httpx.Client:
    """A new one for each call: a kept connection that the other end has closed meanwhile looks as if an order had been lost."""
    return httpx.Client(timeout=timeout, verify=_trust())


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _same_domain(url: str, base: str) -> bool:
    one, other = urlsplit(url), urlsplit(base)
    if one.scheme not in ("https", other.scheme) or one.hostname is None or other.hostname is None:
        return False
    if one.hostname.replace(".", "").isdigit() or "." not in one.hostname:
        return one.netloc == other.netloc
    return one.hostname.split(".")[-2:] == other.hostname.split(".")[-2:]


def _seconds(text: str | None) -> float | None:
    """Of a Retry-After: seconds, or a date; `LONGEST_REST` at most."""
    if not text:
        return None
    try:
        asked = float(text)
    except ValueError:
        try:
            asked = parsedate_to_datetime(text).timestamp() - time()
        except (ValueError, OverflowError):
            return None
    return min(max(0.0, asked), LONGEST_REST) if isfinite(asked) else None
