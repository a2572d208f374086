"""Reads words until there are enough and hangs up. Nothing but Python's own library. Run with: python examples/wordstream/python.py"""

import json
import os
import sys
import urllib.request

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8000")
enough = int(sys.argv[1]) if len(sys.argv) > 1 else 6

request = urllib.request.Request(f"{url}/v1/chat/completions", method="POST")
words = 0
with urllib.request.urlopen(request) as response:
    for line in response:
        if not line.startswith(b"data: "):
            continue
        chunk = json.loads(line[len(b"data: ") :])
        print(chunk["choices"][0]["delta"]["content"], end="", flush=True)
        words += 1
        if words >= enough:
            break
print()
