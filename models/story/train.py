"""Trains the network on tokens.bin and writes checkpoints, losses and samples; starts again where it stopped."""

import argparse
import json
import math
import time
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from folder import save_folder
from network import Network, Shape

PROMPTS = ("Once upon a time", "The dog", "User: Why is the sky blue?\nAssistant:")


def main() -> None:
    options = read_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    network = Network(Shape(context=options.context))
    trainer = make_trainer(network)
    step = resume(options.work, network, trainer)
    tokens, held_out = read_tokens(options.tokens), read_tokens(options.held_out)
    loss_of = compile_loss(network)
    started, since = time.time(), step
    while step < options.steps:
        for group in trainer.param_groups:
            group["lr"] = learning_rate(step, options)
        loss = loss_of(draw_batch(tokens, options, step))
        trainer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        trainer.step()
        step += 1
        if step % 25 == 0:
            speed = (step - since) * options.rows * options.context / (time.time() - started)
            note(options.work, "loss.csv", f"{step},{loss.item():.4f},")
            print(f"{step} {loss.item():.4f} {speed:.0f} tokens/s", flush=True)
        if step % options.every == 0 or step == options.steps:
            note(options.work, "loss.csv", f"{step},,{evaluate(network, held_out, options):.4f}")
            keep(options.work, network, trainer, step)
            show(options, network, step)
    save_folder(options.work, network, "F32")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the result")
    parser.add_argument("--steps", type=int, default=6500)
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument("--peak", type=float, default=1.5e-3)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    return options


def make_trainer(network: Network) -> torch.optim.Optimizer:
    matrices = [value for value in network.parameters() if value.dim() > 1]
    vectors = [value for value in network.parameters() if value.dim() < 2]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98), fused=True)


def compile_loss(network: Network):
    def loss_of(batch: torch.Tensor) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(batch[:, :-1])
        return functional.cross_entropy(logits.float().flatten(0, 1), batch[:, 1:].flatten())

    return torch.compile(loss_of)


def learning_rate(step: int, options: argparse.Namespace) -> float:
    warm = 150
    if step < warm:
        return options.peak * (step + 1) / warm
    share = (step - warm) / (options.steps - warm)
    return options.peak * (0.04 + 0.96 * 0.5 * (1 + math.cos(math.pi * share)))


class Tokens:
    """The tokens of a corpus and where its documents begin."""

    def __init__(self, path: Path) -> None:
        self.all = torch.from_numpy(numpy.fromfile(path, dtype=numpy.uint16).astype(numpy.int64))
        ends = (self.all == self.all.max()).nonzero().flatten()
        self.starts = torch.cat([torch.zeros(1, dtype=torch.int64), ends + 1])


def read_tokens(path: Path) -> Tokens:
    return Tokens(path)


def draw_batch(tokens: Tokens, options: argparse.Namespace, step: int) -> torch.Tensor:
    # Drawn from the step alone, so that a run that was interrupted goes on with the same batches.
    chance = torch.Generator().manual_seed(options.seed * 1_000_003 + step)
    last = len(tokens.all) - options.context - 1
    rows = []
    for _ in range(options.rows):
        if torch.rand(1, generator=chance).item() < 0.75:
            start = tokens.starts[torch.randint(len(tokens.starts), (1,), generator=chance)].item()
        else:
            start = torch.randint(last, (1,), generator=chance).item()
        start = min(start, last)
        rows.append(tokens.all[start : start + options.context + 1])
    return torch.stack(rows)


@torch.no_grad()
def evaluate(network: Network, held_out: Tokens, options: argparse.Namespace) -> float:
    """The mean loss of a token in whole windows of the held-out text."""
    losses = []
    for start in range(0, min(len(held_out.all), 41 * options.context) - options.context, options.context):
        window = held_out.all[start : start + options.context + 1]
        losses.append(functional.cross_entropy(network(window[None, :-1])[0], window[1:]).item())
    return sum(losses) / len(losses)


def resume(work: Path, network: Network, trainer: torch.optim.Optimizer) -> int:
    path = work / "checkpoint.pt"
    if not path.exists():
        note(work, "loss.csv", "step,training,held out")
        return 0
    kept = torch.load(path)
    network.load_state_dict(kept["network"])
    trainer.load_state_dict(kept["trainer"])
    return kept["step"]


def keep(work: Path, network: Network, trainer: torch.optim.Optimizer, step: int) -> None:
    state = {"network": network.state_dict(), "trainer": trainer.state_dict(), "step": step}
    torch.save(state, work / "checkpoint.new")
    (work / "checkpoint.new").rename(work / "checkpoint.pt")


def show(options: argparse.Namespace, network: Network, step: int) -> None:
    """Writes down what the network says by now."""
    script = Path(__file__).with_name("sample.py")
    if not script.exists():
        return
    from sample import complete, read_tokenizer

    tokenizer = read_tokenizer(options.tokens.parent / "hf")
    for prompt in PROMPTS:
        said = complete(network, tokenizer, prompt, 100, temperature=0.7, seed=step)
        note(options.work, "samples.txt", f"[{step}] {json.dumps(prompt + said)}")


def note(work: Path, name: str, line: str) -> None:
    with (work / name).open("a") as file:
        file.write(line + "\n")


if __name__ == "__main__":
    main()
