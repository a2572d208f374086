"""Models in Hugging Face's folder format: config.json and model.safetensors."""

import json
import struct
from pathlib import Path

import torch

from network import Network, Shape

KINDS = {"F16": torch.float16, "F32": torch.float32, "F64": torch.float64}
# Hugging Face keeps these as [in, out], the other way around than torch.nn.Linear.
TURNED = ("c_attn.weight", "c_proj.weight", "c_fc.weight")


def write_tensors(path: Path, tensors: dict[str, torch.Tensor], kind: str) -> None:
    """Writes a safetensors file: the length of the header, the header, the data."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    parts, offset = [], 0
    for name in sorted(tensors):
        data = tensors[name].detach().to(KINDS[kind]).contiguous().numpy().tobytes()
        shape = list(tensors[name].shape)
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + len(data)]}
        parts.append(data)
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """Reads a safetensors file."""
    data = bytearray(path.read_bytes())
    (length,) = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        if name == "__metadata__":
            continue
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(data[start:end], dtype=KINDS[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"])
    return tensors


def save_folder(folder: Path, network: Network, kind: str, prefix: str = "") -> None:
    """Writes config.json and model.safetensors as Hugging Face's GPT2LMHeadModel reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        prefix + name: value.t() if name.endswith(TURNED) else value
        for name, value in network.state_dict().items()
    }
    write_tensors(folder / "model.safetensors", tensors, kind)
    (folder / "config.json").write_text(json.dumps(config_of(network.shape, kind), indent=2) + "\n")


def load_network(folder: Path) -> Network:
    """The network in a folder, in float32."""
    config = json.loads((folder / "config.json").read_text())
    keys = ("vocab_size", "n_positions", "n_embd", "n_layer", "n_head")
    network = Network(Shape(*(config[key] for key in keys)))
    tensors = read_tensors(folder / "model.safetensors")
    network.load_state_dict(
        {
            name.removeprefix("transformer."): (value.t() if name.endswith(TURNED) else value).float()
            for name, value in tensors.items()
        }
    )
    return network


def config_of(shape: Shape, kind: str) -> dict[str, object]:
    """The configuration in Hugging Face's words."""
    return {
        "activation_function": "gelu_new",
        "architectures": ["GPT2LMHeadModel"],
        "attn_pdrop": 0.0,
        "bos_token_id": shape.vocabulary - 1,
        "embd_pdrop": 0.0,
        "eos_token_id": shape.vocabulary - 1,
        "layer_norm_epsilon": 1e-05,
        "model_type": "gpt2",
        "n_ctx": shape.context,
        "n_embd": shape.width,
        "n_head": shape.heads,
        "n_layer": shape.layers,
        "n_positions": shape.context,
        "resid_pdrop": 0.0,
        "tie_word_embeddings": True,
        "torch_dtype": {"F16": "float16", "F32": "float32"}[kind],
        "vocab_size": shape.vocabulary,
    }
