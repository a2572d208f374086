"""Writes a tiny GPT-2 with random weights for tests: python tiny.py <folder> (which holds vocab.json)."""

import json
import sys
from pathlib import Path

import torch

from folder import save_folder
from network import Network, Shape

folder = Path(sys.argv[1])
size = len(json.loads((folder / "vocab.json").read_text()))
torch.manual_seed(20)
network = Network(Shape(vocabulary=size, context=128, width=64, layers=2, heads=4))
with torch.no_grad():
    for name, value in network.named_parameters():
        # Weights of 0.02 and zero biases would hide what is left out or mixed up.
        value.copy_(torch.randn_like(value) * 0.2 + (1.0 if "ln_" in name and name.endswith("weight") else 0.0))
save_folder(folder, network, "F32", prefix="transformer.")
