"""Trains the network on tokens.bin and writes checkpoints, losses and samples; starts again where it stopped."""

import argparse
import json
import time
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from muon import Muon
from network import Network, Shape
from sample import complete, read_tokenizer

PROMPTS = ("Once upon a time", "The dog", "User: Why is the sky blue?\nAssistant:")


def main() -> None:
    options = read_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    network = Network(Shape(context=options.context))
    trainers = make_trainers(network, options)
    step = resume(options.work, network, trainers)
    tokens, held_out = (Tokens(path, options.folder) for path in (options.tokens, options.held_out))
    loss_of = compile_loss(network)
    started, since = time.time(), step
    while step < options.steps:
        for trainer, peak in zip(trainers, (options.muon, options.peak)):
            for group in trainer.param_groups:
                group["lr"] = peak * warmth(step, options)
        batch = draw_batch(tokens, options, step)
        echo = options.echo if 2 * step < options.steps else 0.0
        weighted, loss = loss_of(batch, weigh(batch, tokens, echo))
        network.zero_grad()
        weighted.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        for trainer in trainers:
            trainer.step()
        step += 1
        if step % 25 == 0:
            speed = (step - since) * options.rows * options.context / (time.time() - started)
            note(options.work, "loss.csv", f"{step},{loss.item():.4f},")
            print(f"{step} {loss.item():.4f} {speed:.0f} tokens/s", flush=True)
        if step % options.every == 0 or step == options.steps:
            note(options.work, "loss.csv", f"{step},,{evaluate(network, held_out, options):.4f}")
            keep(options.work, network, trainers, step)
            show(options, network, step)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="where vocab.json and merges.txt are")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the result")
    parser.add_argument("--steps", type=int, default=3400)
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument("--peak", type=float, default=1.5e-3)
    parser.add_argument("--muon", type=float, default=8e-3)
    parser.add_argument("--echo", type=float, default=5.0, help="more weight of a rare word that comes again")
    parser.add_argument("--every", type=int, default=200)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    return options


def make_trainers(network: Network, options: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the blocks, AdamW for embeddings, norms and biases."""
    named = list(network.named_parameters())
    matrices = [value for name, value in named if name.startswith("h.") and value.dim() == 2]
    others = [value for name, value in named if not (name.startswith("h.") and value.dim() == 2)]
    adam = torch.optim.AdamW(others, lr=options.peak, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    return [Muon([{"params": matrices}], lr=options.muon), adam]


def compile_loss(network: Network):
    def loss_of(batch: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(batch[:, :-1])
        targets = batch[:, 1:].flatten()
        losses = functional.cross_entropy(logits.float().flatten(0, 1), targets, reduction="none")
        return (losses * weights.flatten()).sum() / weights.sum(), losses.mean().detach()

    return torch.compile(loss_of)


def warmth(step: int, options: argparse.Namespace) -> float:
    """The share of the peak: up in 60 steps, level, and down to a twentieth in the second half."""
    rise = min(1.0, (step + 1) / 60)
    fall = min(1.0, 2 * (options.steps - step) / options.steps)
    return rise * (0.05 + 0.95 * fall)


class Tokens:
    """The tokens of a corpus, where its documents begin, and which tokens are rare."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.all = torch.from_numpy(numpy.fromfile(path, dtype=numpy.uint16).astype(numpy.int64))
        vocabulary = json.loads((folder / "vocab.json").read_text())
        self.end = len(vocabulary) - 1
        ends = (self.all == self.end).nonzero().flatten()
        self.starts = torch.cat([torch.zeros(1, dtype=torch.int64), ends + 1])
        # A word is the same word with and without the space before it.
        self.words = torch.tensor([vocabulary.get("\u0120" + token, id) for token, id in vocabulary.items()])
        counts = torch.bincount(self.words[self.all], minlength=len(vocabulary))
        self.rare = counts < counts.sort(descending=True).values[300]


def weigh(batch: torch.Tensor, tokens: Tokens, echo: float) -> torch.Tensor:
    """More than 1 where a rare word of the same document comes again, such as the name of its hero.

    Without it the network learns to repeat names late: they are few among many easy tokens.
    """
    words, document = tokens.words[batch], (batch == tokens.end).cumsum(1)
    same = (words[:, :, None] == words[:, None, :]) & (document[:, :, None] == document[:, None, :])
    again = same.tril(-1).any(2) & tokens.rare[words]
    return 1.0 + echo * again[:, 1:].float()


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


def resume(work: Path, network: Network, trainers: list[torch.optim.Optimizer]) -> int:
    path = work / "checkpoint.pt"
    if not path.exists():
        note(work, "loss.csv", "step,training,held out")
        return 0
    kept = torch.load(path)
    network.load_state_dict(kept["network"])
    for trainer, state in zip(trainers, kept["trainers"]):
        trainer.load_state_dict(state)
    return kept["step"]


def keep(work: Path, network: Network, trainers: list[torch.optim.Optimizer], step: int) -> None:
    states = [trainer.state_dict() for trainer in trainers]
    state = {"network": network.state_dict(), "trainers": states, "step": step}
    torch.save(state, work / "checkpoint.new")
    (work / "checkpoint.new").rename(work / "checkpoint.pt")


def show(options: argparse.Namespace, network: Network, step: int) -> None:
    """Writes down what the network says by now."""
    tokenizer = read_tokenizer(options.folder)
    for prompt in PROMPTS:
        said = complete(network, tokenizer, prompt, 100, temperature=0.7, seed=step)
        note(options.work, "samples.txt", f"[{step}] {json.dumps(prompt + said)}")


def note(work: Path, name: str, line: str) -> None:
    with (work / name).open("a") as file:
        file.write(line + "\n")


if __name__ == "__main__":
    main()
