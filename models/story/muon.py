"""An optimiser for matrices: momentum, made nearly orthogonal before each step (Jordan and others 2024)."""

import torch

# A polynomial that drives singular values toward 1 in five rounds.
FIRST, THIRD, FIFTH = 3.4445, -4.7750, 2.0315


class Muon(torch.optim.Optimizer):
    """Steps of equal size in all directions of a matrix, so that rare signals count as much as common ones."""

    def __init__(self, groups: list[dict], lr: float = 0.02, momentum: float = 0.95) -> None:
        super().__init__(groups, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            for weight in group["params"]:
                memory = self.state[weight].setdefault("momentum", torch.zeros_like(weight))
                memory.lerp_(weight.grad, 1 - group["momentum"])
                ahead = weight.grad.lerp(memory, group["momentum"])
                # Queries, keys and values are three matrices in one.
                parts = ahead.split(ahead.shape[1]) if is_stack(ahead) else [ahead]
                scale = max(1.0, parts[0].shape[0] / parts[0].shape[1]) ** 0.5
                weight.sub_(torch.cat([orthogonal(part) for part in parts]), alpha=group["lr"] * scale)


def is_stack(matrix: torch.Tensor) -> bool:
    return matrix.shape[0] == 3 * matrix.shape[1]


def orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """The matrix with singular values near 1."""
    is_tall = matrix.shape[0] > matrix.shape[1]
    result = (matrix.T if is_tall else matrix).bfloat16()
    result = result / (result.norm() + 1e-7)
    for _ in range(5):
        square = result @ result.T
        result = FIRST * result + (THIRD * square + FIFTH * square @ square) @ result
    return (result.T if is_tall else result).float()
