"""Writes texts with a model in a folder: python sample.py <folder> <prompt> [temperature] [tokens] [seed]."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import torch

from folder import load_network
from network import Network


@dataclass(frozen=True)
class Tokenizer:
    """GPT-2's byte-level tokens, read from vocab.json and merges.txt."""

    ids: dict[str, int]
    ranks: dict[tuple[str, str], int]
    signs: dict[int, str]

    def encode(self, text: str) -> list[int]:
        """The ids of a text; words are cut nearly as GPT-2 cuts them, which is enough for plain prompts."""
        import re

        pattern = r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+"
        return [self.ids[part] for word in re.findall(pattern, text) for part in self.split(word)]

    def split(self, word: str) -> list[str]:
        parts = [self.signs[byte] for byte in word.encode()]
        while len(parts) > 1:
            ranked = [(self.ranks.get(pair, 1 << 30), at) for at, pair in enumerate(zip(parts, parts[1:]))]
            rank, at = min(ranked)
            if rank == 1 << 30:
                break
            pair = (parts[at], parts[at + 1])
            parts = merge(parts, pair)
        return parts

    def decode(self, tokens: list[int]) -> str:
        """The text of tokens; broken UTF-8 becomes U+FFFD."""
        names = {number: name for name, number in self.ids.items()}
        bytes_of = {sign: byte for byte, sign in self.signs.items()}
        data = bytes(bytes_of[sign] for token in tokens for sign in names[token])
        return data.decode(errors="replace")


def merge(parts: list[str], pair: tuple[str, str]) -> list[str]:
    merged, at = [], 0
    while at < len(parts):
        if tuple(parts[at : at + 2]) == pair:
            merged.append(pair[0] + pair[1])
            at += 2
        else:
            merged.append(parts[at])
            at += 1
    return merged


def read_tokenizer(folder: Path) -> Tokenizer:
    """Reads vocab.json and merges.txt."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    signs = {byte: chr(byte) for byte in printable} | {byte: chr(256 + at) for at, byte in enumerate(others)}
    lines = (folder / "merges.txt").read_text().splitlines()[1:]
    ranks = {tuple(line.split(" ")): rank for rank, line in enumerate(lines)}
    return Tokenizer(json.loads((folder / "vocab.json").read_text()), ranks, signs)


@torch.no_grad()
def complete(
    network: Network, tokenizer: Tokenizer, prompt: str, count: int, temperature: float = 0.0, seed: int = 0
) -> str:
    """What the network writes after the prompt, until it ends its document; greedy at temperature 0."""
    chance = torch.Generator().manual_seed(seed)
    tokens = tokenizer.encode(prompt)
    begin, end = len(tokens), len(tokenizer.ids) - 1
    while len(tokens) < min(begin + count, network.shape.context):
        logits = network(torch.tensor([tokens]))[0, -1]
        if temperature == 0:
            token = int(logits.argmax())
        else:
            best = logits.topk(40)
            drawn = torch.multinomial((best.values / temperature).softmax(0), 1, generator=chance)
            token = int(best.indices[drawn])
        if token == end:
            break
        tokens.append(token)
    return tokenizer.decode(tokens[begin:])


def main() -> None:
    folder, prompt, *more = sys.argv[1:]
    temperature, count, seed = (*map(float, more), *(0.0, 200, 1)[len(more) :])
    network = load_network(Path(folder))
    said = complete(network, read_tokenizer(Path(folder)), prompt, int(count), temperature, int(seed))
    print(prompt + said)


if __name__ == "__main__":
    main()
