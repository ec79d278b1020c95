#!/bin/sh
# diffusers' from_pipe makes a second pipeline of the same parts, and turns them to float32 unless told otherwise: the first pipeline's memory doubles as well.
# Seen: a pipeline in bfloat16 is float32 after Other.from_pipe(pipe), which was to reuse its parts; all that is logged names an empty list.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"${PYTHON:-python3.11}" -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet "diffusers==0.42.1" "transformers==5.24.0" "torch==2.13.0" "numpy<2"
cat > "$here/try.py" <<'PYTHON'
import sys

import diffusers
import torch
from diffusers import AutoencoderKL, DDPMScheduler, StableDiffusionImg2ImgPipeline, StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

unet = UNet2DConditionModel(
    sample_size=64, block_out_channels=(16, 32), layers_per_block=1, down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
    up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
    cross_attention_dim=16, norm_num_groups=4, attention_head_dim=4,
)
text = CLIPTextModel(CLIPTextConfig(vocab_size=100, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2))
parts = {"vae": AutoencoderKL(block_out_channels=(8,), norm_num_groups=4), "text_encoder": text, "unet": unet, "scheduler": DDPMScheduler()}
pipe = StableDiffusionPipeline(**parts, tokenizer=None, safety_checker=None, feature_extractor=None, requires_safety_checker=False).to(torch.bfloat16)
before = pipe.unet.dtype
other = StableDiffusionImg2ImgPipeline.from_pipe(pipe)
print("diffusers", diffusers.__version__, "before", before, "after", pipe.unet.dtype, "shared", other.unet is pipe.unet)
sys.exit(0 if (before, pipe.unet.dtype) == (torch.bfloat16, torch.float32) and other.unet is pipe.unet else 1)
PYTHON
"$here/venv/bin/python" -W ignore "$here/try.py"
