"""One prompt with requests, streamed. Run with: python examples/prompt/python_requests.py (needs: pip install requests)

The client that this one comes from called json.loads on every event, so it broke on the last one: `[DONE]` is not JSON.
Here the text is compared first and parsed afterwards. `iter_lines` puts events together that arrive in two reads.
"""

import json
import os
import sys

import requests

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
prompt = sys.argv[1] if len(sys.argv) > 1 else "Explain streaming APIs"

response = requests.post(
    f"{url}/v1/chat/completions",
    json={"prompt": prompt, "stream": True},
    stream=True,
    timeout=60,
)

# chunk_size=1: the default of 512 bytes would hold small events back until there are enough of them.
for line in response.iter_lines(chunk_size=1):
    if not line.startswith(b"data: "):
        continue
    text = line[len(b"data: ") :]
    if text == b"[DONE]":
        break
    data = json.loads(text)
    if "error" in data:
        sys.exit(f"{data['code']}: {data['error']}")
    print(data["choices"][0]["delta"]["content"], end="", flush=True)
print()
