"""Runs in the clients' environment: drives one of them and prints what it got. The address is in OPENAI_BASE_URL, patience (seconds, or none) in PATIENCE."""

import asyncio
import base64
import json
import os
import sys
import urllib.request

BASE, KEY = os.environ["OPENAI_BASE_URL"], os.environ["OPENAI_API_KEY"]
PATIENCE = {"timeout": float(os.environ["PATIENCE"])} if os.environ.get("PATIENCE") else {}
PROMPT = "a red mug on a table"


def openai_sync():
    from openai import OpenAI

    return OpenAI(**PATIENCE).images.generate(model="gpt-image-2", prompt=PROMPT).data[0].b64_json


def openai_async():
    from openai import AsyncOpenAI

    return asyncio.run(AsyncOpenAI(**PATIENCE).images.generate(model="gpt-image-2", prompt=PROMPT)).data[0].b64_json


def openai_stream():
    from openai import OpenAI

    events = list(OpenAI(**PATIENCE).images.generate(model="gpt-image-2", prompt=PROMPT, stream=True, partial_images=1))
    return events[-1].b64_json if events and events[-1].type == "image_generation.completed" else f"ended with {[event.type for event in events]}"


def litellm():
    import litellm

    return litellm.image_generation(model="openai/gpt-image-2", prompt=PROMPT, api_base=BASE, api_key=KEY, **PATIENCE).data[0].b64_json


def langchain():
    from langchain_community.utilities.dalle_image_generator import DallEAPIWrapper

    return DallEAPIWrapper(model="dall-e-3", **PATIENCE).run(PROMPT)


def llamaindex():
    from llama_index.tools.openai.image_generation.base import OpenAIImageGenerationToolSpec

    return OpenAIImageGenerationToolSpec(api_key=KEY).image_generation(PROMPT, **PATIENCE)


def haystack():
    from haystack.components.generators import OpenAIImageGenerator

    made = OpenAIImageGenerator(api_base_url=BASE, **PATIENCE)
    made.warm_up()
    return made.run(PROMPT)["images"][0]


def semantic_kernel():
    from openai import AsyncOpenAI
    from semantic_kernel.connectors.ai.open_ai import OpenAITextToImage

    client = {"async_client": AsyncOpenAI(**PATIENCE)} if PATIENCE else {}
    return asyncio.run(OpenAITextToImage(ai_model_id="gpt-image-2", api_key=KEY, **client).generate_images(PROMPT))[0]


def main() -> None:
    try:
        shown = globals()[sys.argv[1]]()
        data = urllib.request.urlopen(shown, timeout=60).read() if shown.startswith("http") else base64.b64decode(shown)
        got = "picture" if data[:4] in (b"\x89PNG", b"RIFF") or data[:2] == b"\xff\xd8" else f"no picture: {shown[:80]}"
    except BaseException as wrong:
        got = f"{type(wrong).__name__}: {wrong}"[:200]
    print(json.dumps({"got": got}), flush=True)


main()
