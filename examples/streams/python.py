"""A stream that breaks off in the middle and goes on where it was. Run with: python examples/streams/python.py (needs: pip install requests)"""

import json
import os

import requests

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")


def read_events(response):
    """Gives the id and the data of each server-sent event."""
    last_id = None
    # chunk_size=1: the default of 512 bytes would hold small events back until there are enough of them.
    for line in response.iter_lines(chunk_size=1):
        name, _, value = line.decode().partition(": ")
        if name == "id":
            last_id = value
        elif name == "data":
            yield last_id, value


def show(data):
    if data != "[DONE]":
        choices = json.loads(data)["choices"]
        print(choices[0]["delta"].get("content") or "", end="", flush=True)


body = {
    "model": "gpt-4o-mini",
    "messages": [{"role": "user", "content": "How do tides work?"}],
    "stream": True,
}
# Without this header the answer ends with its client.
headers = {"x-understudy-on-disconnect": "continue"}
with requests.post(f"{url}/v1/chat/completions", json=body, headers=headers, stream=True, timeout=60) as response:
    response.raise_for_status()
    stream = response.headers["x-understudy-stream-id"]
    for last_id, data in read_events(response):
        show(data)
        if last_id == "9":
            # Leaving the block closes the connection, as a network does that breaks off.
            break
print("[cut off]", end="", flush=True)

rest = requests.get(f"{url}/v1/streams/{stream}", headers={"Last-Event-ID": last_id}, stream=True, timeout=60)
for _, data in read_events(rest):
    show(data)
print()
