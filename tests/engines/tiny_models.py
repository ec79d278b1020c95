"""Models of the real classes, made tiny from their configurations and saved as real folders: the real code loads them. They paint noise."""

from __future__ import annotations

import hashlib
from pathlib import Path

from diorama.engines.diffusion.weights import Held, folder, note

CHAT = "{% for m in messages %}{{ m['content'] }}{% endfor %}"
BYTES = [chr(b) for b in (*range(33, 127), *range(161, 173), *range(174, 256))] + [chr(256 + k) for k in range(68)]
"""How byte-level tokenizers write the 256 bytes."""


def save(pipe, name: str, part: str = "model") -> Path:
    """Into the place where pulled weights lie, with the note that they are whole."""
    there = folder(name, part)
    pipe.save_pretrained(there, safe_serialization=True)
    files = {str(p.relative_to(there)): hashlib.sha256(p.read_bytes()).hexdigest() for p in there.rglob("*") if p.is_file()}
    size = sum((there / path).stat().st_size for path in files)
    note(name, part).write_text(Held(repo=f"tiny/{name}", revision="1", licence="Apache-2.0", files=files, size=size).model_dump_json())
    return there


def qwen_tokenizer():
    from transformers import Qwen2Tokenizer

    marks = ("<|endoftext|>", "<|image_pad|>", "<|video_pad|>", "<|vision_start|>", "<|vision_end|>", "<|im_start|>", "<|im_end|>")
    made = Qwen2Tokenizer(vocab={**{char: k for k, char in enumerate(BYTES)}, **{mark: 256 + k for k, mark in enumerate(marks)}}, merges=[])
    made.add_special_tokens({"additional_special_tokens": list(marks[1:])})
    made.chat_template = CHAT
    return made


def clip_tokenizer():
    from transformers import CLIPTokenizer

    ends = {f"{char}</w>": 256 + k for k, char in enumerate(BYTES)}
    vocab = {**{char: k for k, char in enumerate(BYTES)}, **ends, "<|startoftext|>": 512, "<|endoftext|>": 513}
    return CLIPTokenizer(vocab=vocab, merges=[], model_max_length=77)


def qwen3(kind, layers: int = 2, width: int = 32):
    from transformers import Qwen3Config

    return kind(Qwen3Config(
        vocab_size=264, hidden_size=width, intermediate_size=2 * width, num_hidden_layers=layers, num_attention_heads=2, num_key_value_heads=1,
        head_dim=16, max_position_embeddings=1024,
    )).eval()  # fmt: skip


def kl(channels: int = 16, **more):
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4, block_out_channels=(8, 8, 8, 8), layers_per_block=1,
        norm_num_groups=4,
        latent_channels=channels, **more,
    ).eval()  # fmt: skip


def z_image(name: str = "z-image", *, control: bool = True) -> None:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, ZImageControlNetModel, ZImagePipeline, ZImageTransformer2DModel
    from transformers import Qwen3Model

    torch.manual_seed(0)
    body = {"dim": 64, "n_refiner_layers": 1, "n_heads": 2, "n_kv_heads": 2}
    transformer = ZImageTransformer2DModel(**body, n_layers=2, cap_feat_dim=32, axes_dims=[8, 12, 12], axes_lens=[1536, 128, 128])
    pipe = ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0), vae=kl(scaling_factor=0.36, shift_factor=0.12), text_encoder=qwen3(Qwen3Model),
        tokenizer=qwen_tokenizer(),
        transformer=transformer.eval(),
    )  # fmt: skip
    save(pipe, name)
    if control:
        led = ZImageControlNetModel(control_layers_places=[0, 1], control_refiner_layers_places=[0], control_in_dim=33,
        add_control_noise_refiner="control_noise_refiner", **body)
        for weights in led.parameters():
            torch.nn.init.normal_(weights, std=0.2)
        save(led, name, "control")


def flux2_klein(name: str = "flux2-klein") -> None:
    import torch
    from diffusers import AutoencoderKLFlux2, FlowMatchEulerDiscreteScheduler, Flux2KleinPipeline, Flux2Transformer2DModel
    from transformers import Qwen3ForCausalLM

    torch.manual_seed(0)
    small = (8, 8, 8, 8)
    vae = AutoencoderKLFlux2(block_out_channels=small, decoder_block_out_channels=small, layers_per_block=1, norm_num_groups=4, latent_channels=32)
    transformer = Flux2Transformer2DModel(
        num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2, joint_attention_dim=96, axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False
    )  # fmt: skip
    pipe = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True), vae=vae.eval(), text_encoder=qwen3(Qwen3ForCausalLM, layers=28),
        tokenizer=qwen_tokenizer(),
        transformer=transformer.eval(), is_distilled=True,
    )  # fmt: skip
    save(pipe, name)


def sdxl(name: str = "sdxl", *, control: bool = True) -> None:
    import torch
    from diffusers import ControlNetUnionModel, EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    torch.manual_seed(0)
    text = CLIPTextConfig(
        vocab_size=514, hidden_size=32, intermediate_size=64, projection_dim=32, num_hidden_layers=2, num_attention_heads=2, bos_token_id=512,
        eos_token_id=513, pad_token_id=513
    )  # fmt: skip
    body = {
        "block_out_channels": (16, 32), "layers_per_block": 1, "in_channels": 4, "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "attention_head_dim": (2, 4),
        "use_linear_projection": True, "addition_embed_type": "text_time", "addition_time_embed_dim": 8, "transformer_layers_per_block": (1, 2),
        "projection_class_embeddings_input_dim": 80, "cross_attention_dim": 64, "norm_num_groups": 4,
    }  # fmt: skip
    unet = UNet2DConditionModel(**body, out_channels=4, up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"))
    pipe = StableDiffusionXLPipeline(
        vae=kl(4, scaling_factor=0.13), text_encoder=CLIPTextModel(text).eval(), text_encoder_2=CLIPTextModelWithProjection(text).eval(),
        tokenizer=clip_tokenizer(),
        tokenizer_2=clip_tokenizer(), unet=unet.eval(), scheduler=EulerDiscreteScheduler(), add_watermarker=False,
    )  # fmt: skip
    save(pipe, name)
    if control:
        led = ControlNetUnionModel(**body, conditioning_embedding_out_channels=(4, 4, 8, 8), num_trans_channel=16, num_trans_head=2,
        num_proj_channel=16, num_control_type=6)
        for weights in led.parameters():
            torch.nn.init.normal_(weights, std=0.2)
        save(led, name, "control")


def decoder(name: str, channels: int) -> None:
    import torch
    from diffusers import AutoencoderTiny

    torch.manual_seed(0)
    small = {"encoder_block_out_channels": (8,) * 4, "decoder_block_out_channels": (8,) * 4, "num_encoder_blocks": (1,) * 4, "num_decoder_blocks": (1,) * 4}
    save(AutoencoderTiny(latent_channels=channels, **small), name, "decoder")


def qwen_image(name: str = "qwen-image") -> None:
    import torch
    from diffusers import QwenImageControlNetModel, QwenImagePipeline

    torch.manual_seed(0)
    save(QwenImagePipeline(**_qwen_parts()), name)
    led = QwenImageControlNetModel(**QWEN, num_layers=1, out_channels=16)
    for weights in led.parameters():
        torch.nn.init.normal_(weights, std=0.2)
    save(led, name, "control")


QWEN = {"in_channels": 64, "attention_head_dim": 16, "num_attention_heads": 2, "joint_attention_dim": 32, "axes_dims_rope": (4, 6, 6)}


def _qwen_parts() -> dict:
    from diffusers import AutoencoderKLQwenImage, FlowMatchEulerDiscreteScheduler, QwenImageTransformer2DModel
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    words = {
        "vocab_size": 264, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1,
        "rope_scaling": {"type": "mrope", "mrope_section": [2, 3, 3], "rope_type": "default"}, "max_position_embeddings": 4096, "bos_token_id": 256,
        "eos_token_id": 256,
    }  # fmt: skip
    eyes = {"depth": 1, "hidden_size": 32, "intermediate_size": 32, "num_heads": 2, "out_hidden_size": 32}
    text = Qwen2_5_VLForConditionalGeneration(
        Qwen2_5_VLConfig(text_config=words, vision_config=eyes, image_token_id=257, video_token_id=258, vision_start_token_id=259, vision_end_token_id=260)
    )  # fmt: skip
    vae = AutoencoderKLQwenImage(base_dim=8, dim_mult=[1, 1, 1, 1], num_res_blocks=1)
    transformer = QwenImageTransformer2DModel(**QWEN, num_layers=2, out_channels=16)
    scheduler = FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True)
    return {"scheduler": scheduler, "vae": vae.eval(), "text_encoder": text.eval(), "tokenizer": qwen_tokenizer(), "transformer": transformer.eval()}


def qwen_image_edit(name: str = "qwen-image-edit") -> None:
    """Needs torchvision: the processor of its text encoder looks at pictures with it."""
    import torch
    from diffusers import QwenImageEditPlusPipeline
    from transformers import Qwen2VLImageProcessor, Qwen2VLProcessor, Qwen2VLVideoProcessor

    torch.manual_seed(0)
    parts = _qwen_parts()
    tokenizer = parts["tokenizer"]
    look = {"min_pixels": 28 * 28, "max_pixels": 56 * 56}
    eyes = Qwen2VLProcessor(Qwen2VLImageProcessor(**look), tokenizer, Qwen2VLVideoProcessor(**look), chat_template=CHAT)
    save(QwenImageEditPlusPipeline(**parts, processor=eyes), name)
