#!/bin/sh
# diffusers' ZImagePipeline writes the chat template into the list of prompts that it is given: whoever paints the same list again paints the template.
# Seen: after one encode_prompt the caller's ["a red mug"] is ["<user>a red mug</user>"], after two it is wrapped twice. A single string is not touched.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "diffusers==0.42.1" "transformers==5.24.0" "torch==2.13.0" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import sys

import diffusers
from transformers import Qwen2Tokenizer, Qwen3Config, Qwen3Model

letters = [chr(code) for code in (*range(33, 127), *range(161, 173), *range(174, 256), *range(256, 324))]
tokenizer = Qwen2Tokenizer(vocab={**{letter: k for k, letter in enumerate(letters)}, "<|endoftext|>": 256}, merges=[])
tokenizer.chat_template = "<user>{{ messages[0]['content'] }}</user>"
config = Qwen3Config(vocab_size=260, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, head_dim=16)
pipe = diffusers.ZImagePipeline(scheduler=None, vae=None, text_encoder=Qwen3Model(config), tokenizer=tokenizer, transformer=None)
prompts = ["a red mug"]
for _ in range(2):
    pipe.encode_prompt(prompts, device="cpu", do_classifier_free_guidance=False)
    print("diffusers", diffusers.__version__, "the caller's list is now", prompts)
sys.exit(0 if prompts == ["<user><user>a red mug</user></user>"] else 1)
PYTHON
"$here/venv/bin/python" -W ignore "$here/try.py"
