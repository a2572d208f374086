"""GPT-2 as Hugging Face's GPT2LMHeadModel computes it, in plain PyTorch."""

import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional


@dataclass(frozen=True)
class Shape:
    """The sizes of a network."""

    vocabulary: int = 4096
    context: int = 512
    width: int = 256
    layers: int = 4
    heads: int = 4


class Attention(nn.Module):
    """Causal self-attention with one matrix for queries, keys and values."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.c_attn = nn.Linear(shape.width, 3 * shape.width)
        self.c_proj = nn.Linear(shape.width, shape.width)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        rows, length, width = hidden.shape
        query, key, value = (
            part.view(rows, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.c_attn(hidden).split(width, dim=2)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, is_causal=True)
        return self.c_proj(mixed.transpose(1, 2).reshape(rows, length, width))


class Perceptron(nn.Module):
    """Two layers with GELU in its tanh form, which the configuration calls gelu_new."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.c_fc = nn.Linear(shape.width, 4 * shape.width)
        self.c_proj = nn.Linear(4 * shape.width, shape.width)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        return self.c_proj(functional.gelu(self.c_fc(hidden), approximate="tanh"))


class Block(nn.Module):
    """Attention and perceptron, each behind a normalisation and beside a shortcut."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.ln_1 = nn.LayerNorm(shape.width, eps=1e-5)
        self.attn = Attention(shape)
        self.ln_2 = nn.LayerNorm(shape.width, eps=1e-5)
        self.mlp = Perceptron(shape)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        hidden = hidden + self.attn(self.ln_1(hidden))
        return hidden + self.mlp(self.ln_2(hidden))


class Network(nn.Module):
    """The whole model; its head shares the matrix of the token embeddings."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.wte = nn.Embedding(shape.vocabulary, shape.width)
        self.wpe = nn.Embedding(shape.context, shape.width)
        self.h = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.ln_f = nn.LayerNorm(shape.width, eps=1e-5)
        for name, parameter in self.named_parameters():
            if parameter.dim() < 2:
                continue
            # As GPT-2 starts: what ends a branch is smaller, the more branches there are.
            depth = math.sqrt(2 * shape.layers) if name.endswith("c_proj.weight") else 1.0
            nn.init.normal_(parameter, std=0.02 / depth)
        for name, parameter in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(parameter)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        positions = torch.arange(tokens.shape[1])
        hidden = self.wte(tokens) + self.wpe(positions)
        for block in self.h:
            hidden = block(hidden)
        return functional.linear(self.ln_f(hidden), self.wte.weight)
