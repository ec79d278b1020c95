"""What programs send that write their JSON themselves, one request each: whether the answer is what they can use."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable

import httpx
import numpy as np
from PIL import Image

from bench.clients.drive import Nursery

BODY = {"prompt": "a red mug on a table", "size": "64x64", "quality": "low"}
Check = Callable[[httpx.Client], tuple[bool, str]]


def measure(nursery: Nursery) -> dict[str, dict]:
    """By name: whether it holds, and what was said."""
    with nursery.served() as address, httpx.Client(base_url=address, timeout=60) as http:
        told = {name: _try(check, http) for name, check in OPEN.items()}
    with tempfile.TemporaryDirectory() as home:
        secret = subprocess.run([sys.executable, "-m", "diorama", "token", "add", "ann", "--token-file", f"{home}/tokens.json"], capture_output=True, text=True).stdout.strip()
        settings = {"TOKEN_FILE": f"{home}/tokens.json", "REQUIRE_TOKEN": "1", "ORIGINS": "https://app.example"}
        try:
            with nursery.served(**settings) as address, httpx.Client(base_url=address, timeout=60, headers={"authorization": f"Bearer {secret}"}) as http:
                return told | {name: _try(check, http) for name, check in CLOSED.items()}
        except RuntimeError:  # a server that does not know the setting `origins` says so and does not start
            del settings["ORIGINS"]
        with nursery.served(**settings) as address, httpx.Client(base_url=address, timeout=60, headers={"authorization": f"Bearer {secret}"}) as http:
            return told | {name: _try(check, http) for name, check in CLOSED.items()}


def _try(check: Check, http: httpx.Client) -> dict:
    try:
        holds, text = check(http)
    except (httpx.HTTPError, KeyError, IndexError, ValueError) as wrong:
        holds, text = False, repr(wrong)
    return {"holds": holds, "said": text[:200]}


def generate(http: httpx.Client, **more) -> httpx.Response:
    return http.post("v1/images/generations", json=BODY | more)


def accepts(**more) -> Check:
    def check(http: httpx.Client) -> tuple[bool, str]:
        answer = generate(http, **more)
        return answer.status_code == 200, "" if answer.status_code == 200 else answer.json()["error"]["message"]

    return check


def refuses(name: str, **more) -> Check:
    """With `unsupported_value`, naming the parameter."""

    def check(http: httpx.Client) -> tuple[bool, str]:
        told = generate(http, **more).json().get("error", {})
        return told.get("code") == "unsupported_value" and told.get("param") == name, json.dumps(told, ensure_ascii=False)

    return check


def shown_as(name: str, **more) -> Check:
    def check(http: httpx.Client) -> tuple[bool, str]:
        datum = {key: value for key, value in generate(http, **more).json()["data"][0].items() if value is not None}
        both = [key for key in ("url", "b64_json") if key in datum]
        return both == [name], ", ".join(both)

    return check


def quality_word(http: httpx.Client) -> tuple[bool, str]:
    words = [generate(http, quality=sent).json()["quality"] for sent in ("auto", "standard", "hd")]
    return set(words) <= {"low", "medium", "high", "xhigh", "max"}, ", ".join(words)


def message_is_whole(http: httpx.Client) -> tuple[bool, str]:
    told = generate(http, negative_prompt="text").json()["error"]
    return told["param"] in told["message"] and told["hint"] in told["message"], told["message"]


def models(http: httpx.Client) -> tuple[bool, str]:
    listed = [one["id"] for one in http.get("v1/models").json()["data"]]
    found = [http.get(f"v1/models/{name}").status_code for name in ("gpt-image-2", "dall-e-3", "gpt-image-1-mini", "null")]
    return any("gpt-image" in name for name in listed) and found == [200] * 4, f"{len(listed)} listed; {found}"


def head(http: httpx.Client) -> tuple[bool, str]:
    picture = generate(http).json()["data"][0]["picture"]
    paths = ("", "healthz", "v1/models", "api/pictures", f"api/pictures/{picture}/file", "api/jobs", "api/events")
    codes = []
    for path in paths:
        with http.stream("HEAD", path, timeout=5) as answer:
            codes.append(answer.status_code)
    return codes == [200] * len(paths), str(codes)


def one_of_three_cancelled(http: httpx.Client) -> tuple[bool, str]:
    def cancel() -> None:
        while len(waiting := http.get("api/jobs?state=queued").json()["jobs"]) < 2:
            time.sleep(0.02)
        http.post(f"api/jobs/{waiting[0]['id']}/cancel")

    thread = threading.Thread(target=cancel)
    thread.start()
    answer = generate(http, n=3, options={"seconds": 1.0})
    thread.join()
    return answer.status_code == 200 and len(answer.json()["data"]) == 2, f"{answer.status_code}"


def edit_without_a_name(http: httpx.Client) -> tuple[bool, str]:
    file = io.BytesIO()
    Image.fromarray(np.full((64, 64, 3), 120, np.uint8)).save(file, "PNG")
    parts = [("prompt", (None, "a red mug")), ("image", (None, file.getvalue()))]
    answer = http.post("v1/images/edits", files=parts)
    return answer.status_code == 200, answer.json().get("error", {}).get("message", "")


def edit_byte_by_byte(http: httpx.Client) -> tuple[bool, str]:
    """As OpenAI's SDK for Node sends a Buffer."""
    parts = [("prompt", (None, "a red mug")), *((f"image[{k}]", (None, str(k % 256))) for k in range(3000))]
    told = http.post("v1/images/edits", files=parts).json()["error"]["message"]
    return "toFile" in told, told


def signed_url(http: httpx.Client) -> tuple[bool, str]:
    url = generate(http, response_format="url", output_format="jpeg", output_compression=10).json()["data"][0]["url"]
    small = httpx.get(url)
    url = generate(http, response_format="url", output_format="jpeg", output_compression=100).json()["data"][0]["url"]
    large = httpx.get(url)
    return small.status_code == large.status_code == 200 and len(small.content) < len(large.content), f"{small.status_code}, {len(small.content)} and {len(large.content)} bytes"


def other_origin(http: httpx.Client) -> tuple[bool, str]:
    origin = {"origin": "https://app.example"}
    asked = http.options("v1/images/generations", headers={**origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization, x-stainless-lang"})
    answer = http.post("v1/images/generations", json=BODY, headers=origin)
    return asked.status_code == 204 and answer.headers.get("access-control-allow-origin") == origin["origin"], f"{asked.status_code}, {answer.status_code}"


OPEN: dict[str, Check] = {
    "dall-e-3 without `response_format`: a URL": shown_as("url", model="dall-e-3"), "gpt-image-2 without it: base64": shown_as("b64_json", model="gpt-image-2"),
    "`complexity`": accepts(complexity="high"), "`output_compression: 100` with PNG": accepts(output_compression=100), "`n: 1.0`": accepts(n=1.0),
    "`svg` is refused by name": refuses("svg", svg={"model": "m"}), "`frame_count` likewise": refuses("frame_count", frame_count=4),
    "`frame_duration_ms` likewise": refuses("frame_duration_ms", frame_duration_ms=100), "the answer's `quality` is OpenAI's": quality_word,
    "the message has parameter and hint": message_is_whole, "models: listed, and found by every name": models, "HEAD wherever GET": head, "n=3, one cancelled: two arrive": one_of_three_cancelled,
    "an edit's picture without a file name": edit_without_a_name, "an edit's picture as single bytes: the message helps": edit_byte_by_byte,
}  # fmt: skip
CLOSED: dict[str, Check] = {"URL on a server with tokens, and its compression": signed_url, "a page of another origin, where the settings allow it": other_origin}
