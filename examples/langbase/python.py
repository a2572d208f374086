"""Two turns of one conversation with requests, streamed. Run with: python examples/langbase/python.py (needs: pip install requests)

The server keeps the conversation: the header lb-thread-id names it, and the next turn sends that id and its own message alone.
"""

import json
import os
import sys

import requests

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")


def ask(content, thread_id=None):
    """Streams an answer to the screen; gives the id of its thread."""
    body = {"messages": [{"role": "user", "content": content}], "stream": True}
    if thread_id is not None:
        body["threadId"] = thread_id
    response = requests.post(f"{url}/v1/pipes/run", json=body, stream=True, timeout=60)
    if not response.ok:
        sys.exit(response.json()["error"]["message"])
    print(f"> {content}")
    # chunk_size=1: the default of 512 bytes would hold small events back until there are enough of them.
    for line in response.iter_lines(chunk_size=1):
        if line == b"data: [DONE]":
            break
        if line.startswith(b"data: "):
            chunk = json.loads(line[len(b"data: ") :])
            print(chunk["choices"][0]["delta"].get("content") or "", end="", flush=True)
    print()
    return response.headers["lb-thread-id"]


thread = ask(sys.argv[1] if len(sys.argv) > 1 else "My name is Ada Lovelace.")
ask("What is my name?", thread)

for message in requests.get(f"{url}/v1/threads/{thread}/messages", timeout=60).json():
    print(f"{message['id']} {message['role']}")
