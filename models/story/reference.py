"""Computes what a GPT-2 in a folder must say, from its formulas alone, in float64 and in float32.

python reference.py <tokens.json> <out.json> <name>=<folder> ...

tokens.json holds {"<name>": {"prompts": [{"text": ..., "ids": [...]}, ...]}, ...}; see tokens-reference.ts.
"""

import json
import math
import struct
import sys
from pathlib import Path

import torch

KINDS = {"F16": torch.float16, "F32": torch.float32}
STEPS = 40
BEST = 50


def main() -> None:
    given, out, *models = sys.argv[1:]
    prompts = json.loads(Path(given).read_text())
    torch.set_num_threads(1)
    result = {}
    for model in models:
        name, folder = model.split("=")
        result[name] = [judge(Path(folder), prompt) for prompt in prompts[name]["prompts"]]
    Path(out).write_text(write(result))


def judge(folder: Path, prompt: dict) -> dict:
    """The logits after a prompt, and what greedy choice makes of it."""
    exact, single = read_model(folder, torch.float64), read_model(folder, torch.float32)
    logits = forward(exact, prompt["ids"])[-1]
    error = (logits - forward(single, prompt["ids"])[-1].double()).abs().max().item()
    best = logits.topk(min(BEST, len(logits)))
    fixed = sorted({0, 1, 2, 3, 32, 64, 128, 198, 220, 255, 256, len(logits) // 2, len(logits) - 1})
    greedy, margins = continue_greedily(exact, prompt["ids"])
    return {
        "text": prompt["text"],
        "ids": prompt["ids"],
        "top": [[token, digits(value)] for token, value in zip(best.indices.tolist(), best.values.tolist())],
        "fixed": [[token, digits(logits[token].item())] for token in fixed],
        "sum": digits(logits.sum().item()),
        "logSumExp": digits(logits.logsumexp(0).item()),
        "float32Error": digits(error),
        "greedy": greedy,
        "greedyFloat32": continue_greedily(single, prompt["ids"])[0],
        "margins": margins,
    }


def continue_greedily(model: dict, ids: list[int]) -> tuple[list[int], list[float]]:
    """The likeliest token, again and again, and its lead over the second one; ends do not end it."""
    tokens, margins = list(ids), []
    for _ in range(STEPS):
        best = forward(model, tokens)[-1].topk(2)
        tokens.append(int(best.indices[0]))
        margins.append(digits((best.values[0] - best.values[1]).item()))
    return tokens[len(ids) :], margins


def read_model(folder: Path, kind: torch.dtype) -> dict:
    """The configuration and the tensors, whichever prefix their names have."""
    data = bytearray((folder / "model.safetensors").read_bytes())
    (length,) = struct.unpack("<Q", data[:8])
    model = {"config": json.loads((folder / "config.json").read_text())}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        if name == "__metadata__":
            continue
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(data[start:end], dtype=KINDS[entry["dtype"]])
        model[name.removeprefix("transformer.")] = flat.reshape(entry["shape"]).to(kind)
    return model


@torch.no_grad()
def forward(model: dict, ids: list[int]) -> torch.Tensor:
    """The logits at each position."""
    config = model["config"]
    hidden = model["wte.weight"][ids] + model["wpe.weight"][: len(ids)]
    for layer in range(config["n_layer"]):
        at = f"h.{layer}."
        hidden = hidden + attend(model, at + "attn.", normalise(model, at + "ln_1", hidden))
        wide = gelu(multiply(model, at + "mlp.c_fc", normalise(model, at + "ln_2", hidden)))
        hidden = hidden + multiply(model, at + "mlp.c_proj", wide)
    return normalise(model, "ln_f", hidden) @ model["wte.weight"].T


def attend(model: dict, at: str, hidden: torch.Tensor) -> torch.Tensor:
    length, width = hidden.shape
    heads = model["config"]["n_head"]
    size = width // heads
    whole = multiply(model, at + "c_attn", hidden)
    mixed = []
    for head in range(heads):
        query, key, value = (
            whole[:, part * width + head * size : part * width + (head + 1) * size] for part in range(3)
        )
        scores = query @ key.T / math.sqrt(size)
        hide = torch.ones(length, length, dtype=torch.bool).triu(1)
        mixed.append(torch.softmax(scores.masked_fill(hide, -math.inf), dim=1) @ value)
    return multiply(model, at + "c_proj", torch.cat(mixed, dim=1))


def multiply(model: dict, name: str, hidden: torch.Tensor) -> torch.Tensor:
    return hidden @ model[name + ".weight"] + model[name + ".bias"]


def normalise(model: dict, name: str, hidden: torch.Tensor) -> torch.Tensor:
    centred = hidden - hidden.mean(dim=1, keepdim=True)
    variance = (centred * centred).mean(dim=1, keepdim=True)
    scaled = centred / torch.sqrt(variance + model["config"]["layer_norm_epsilon"])
    return scaled * model[name + ".weight"] + model[name + ".bias"]


def gelu(value: torch.Tensor) -> torch.Tensor:
    return 0.5 * value * (1 + torch.tanh(math.sqrt(2 / math.pi) * (value + 0.044715 * value**3)))


def digits(value: float) -> float:
    return float(f"{value:.7g}")


def write(result: dict) -> str:
    """JSON with one line for each list of numbers."""
    lines = []
    for name, cases in result.items():
        rows = ["    {\n" + ",\n".join(map(write_field, case.items())) + "\n    }" for case in cases]
        lines.append(f"  {json.dumps(name)}: [\n" + ",\n".join(rows) + "\n  ]")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_field(field: tuple[str, object]) -> str:
    return f"      {json.dumps(field[0])}: {json.dumps(field[1])}"


if __name__ == "__main__":
    main()
