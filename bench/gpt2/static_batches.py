"""Tokens a second of GPT-2 at its true size, with random weights, in static batches of Hugging Face transformers on PyTorch.

python static_batches.py LENGTH THREADS SIZE...   prints a JSON object: size -> tokens/s
"""

import json
import sys
import time

import torch
import transformers

length, threads, *sizes = [int(word) for word in sys.argv[1:]]
torch.set_num_threads(threads)
torch.manual_seed(0)
transformers.logging.set_verbosity_error()
model = transformers.GPT2LMHeadModel(transformers.GPT2Config()).eval()


def measure(size: int) -> float:
    prompt = torch.randint(0, 50_000, (size, 4))
    options = {"max_new_tokens": length, "min_new_tokens": length, "do_sample": True, "top_k": 40, "temperature": 0.8}
    with torch.inference_mode():
        model.generate(prompt, attention_mask=torch.ones_like(prompt), pad_token_id=50_256, max_new_tokens=2)
        started = time.perf_counter()
        model.generate(prompt, attention_mask=torch.ones_like(prompt), pad_token_id=50_256, **options)
    return size * length / (time.perf_counter() - started)


print(json.dumps({size: measure(size) for size in sizes}))
