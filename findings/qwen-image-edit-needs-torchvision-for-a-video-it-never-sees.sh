#!/bin/sh
# transformers' Qwen2VLProcessor, with which diffusers' QwenImageEditPlusPipeline looks at a picture, cannot be made without torchvision: it wants a video processor.
# Seen: its image processor has a Pillow fallback and works; Qwen2VLVideoProcessor() raises ImportError, and the processor refuses to do without one.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "transformers==5.24.0" "torch==2.13.0" "pillow" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import sys

import transformers
from transformers import Qwen2Tokenizer, Qwen2VLImageProcessor, Qwen2VLProcessor

said = []
images = Qwen2VLImageProcessor()
tokenizer = Qwen2Tokenizer(vocab={"a": 0, "<|endoftext|>": 1}, merges=[])
try:
    Qwen2VLProcessor(image_processor=images, tokenizer=tokenizer, video_processor=None)
except Exception as wrong:
    said.append(f"without one: {type(wrong).__name__}: {wrong}".splitlines()[0])
try:
    transformers.Qwen2VLVideoProcessor()
except ImportError as wrong:
    said.append("with one: " + " ".join(str(wrong).split())[:90])
print("transformers", transformers.__version__, type(images).__name__, *said, sep="\n")
sys.exit(0 if len(said) == 2 and "Torchvision" in said[1] else 1)
PYTHON
"$here/venv/bin/python" -W ignore "$here/try.py"
