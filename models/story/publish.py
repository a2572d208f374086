"""Writes the network of the last checkpoint in float16: python publish.py <work> <folder>."""

import sys
from pathlib import Path

import torch

from folder import save_folder
from network import Network, Shape

work, folder = map(Path, sys.argv[1:])
network = Network(Shape())
network.load_state_dict(torch.load(work / "checkpoint.pt")["network"])
save_folder(folder, network, "F16")
