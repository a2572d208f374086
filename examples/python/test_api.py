"""Checks a streaming endpoint that takes {"prompt", "stream": true} and prints a table of what it found.

Run with: python examples/python/test_api.py (needs: pip install requests)
"""

import json
import os
import sys
import time

import requests

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080") + "/v1/chat/completions"
rows = []


def check(requirement, passed, details):
    rows.append((requirement, "PASS" if passed else "FAIL", details))


def read_stream(prompt):
    """Prints the answer as it comes; gives the response, its texts, whether it said [DONE], and the seconds to first and last."""
    started = time.perf_counter()
    first = None
    texts = []
    done = False
    response = requests.post(url, json={"prompt": prompt, "stream": True}, stream=True, timeout=120)
    for line in response.iter_lines(chunk_size=1):
        if not line.startswith(b"data: "):
            continue
        event = line[len(b"data: ") :]
        if event == b"[DONE]":
            done = True
            continue
        if first is None:
            first = time.perf_counter() - started
        texts.append(json.loads(event)["choices"][0]["delta"]["content"])
        print(texts[-1], end="", flush=True)
    print("\n")
    return response, texts, done, first, time.perf_counter() - started


def check_refusal(name, body, message):
    response = requests.post(url, json=body, timeout=10)
    wanted = f'data: {json.dumps({"error": message, "code": 400})}\n\n'
    check(f"Refuses {name}", response.status_code == 400 and response.text == wanted, message)


prompt = "Explain streaming APIs"
response, texts, done, first, total = read_stream(prompt)
text = "".join(texts)
# About four characters are a token of English; what is counted is what comes after the first chunk.
wait = total if first is None else first
rate = len(text) / 4 / max(total - wait, 0.001)

check("Status", response.status_code == 200, str(response.status_code))
content_type = response.headers.get("content-type", "none")
check("Content type", content_type == "text/event-stream", content_type)
check("No caching", response.headers.get("cache-control") == "no-cache", "Cache-Control: no-cache")
check("No buffering", response.headers.get("x-accel-buffering") == "no", "X-Accel-Buffering: no")
check("Kept connection", response.headers.get("connection") == "keep-alive", "Connection: keep-alive")
check("Multiple chunks", len(texts) >= 6, f"{len(texts)} chunks (required: 6)")
check("Character count", len(text) >= 1378, f"{len(text)} characters (required: 1378)")
check("First token latency", first is not None and first < 2, f"{wait * 1000:.0f} ms (required: < 2000 ms)")
check("Throughput", rate > 30, f"{rate:.0f} tokens/s (required: > 30)")
check("Stream completion", done, "data: [DONE]")
check("Relevance", "stream" in text.lower(), "the answer speaks of what was asked")
check_refusal("an empty prompt", {"prompt": "   ", "stream": True}, "Prompt cannot be empty")
check_refusal(
    "a long prompt", {"prompt": "x" * 5001, "stream": True}, "Prompt exceeds maximum length of 5000 chars"
)
check_refusal("no stream", {"prompt": prompt, "stream": False}, "stream parameter must be true")

print(f"{'Requirement':<26} {'Status':<7} Details")
print("-" * 72)
for requirement, status, details in rows:
    print(f"{requirement:<26} {status:<7} {details}")
failures = sum(status == "FAIL" for _, status, _ in rows)
print(f"\n{len(rows) - failures} of {len(rows)} passed")
sys.exit(1 if failures else 0)
