"""A thread from its beginning to its end, with requests. Run with: python examples/threads/python.py (needs: pip install requests)"""

import os
import sys

import requests

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")


def call(method, path, body=None):
    """Gives what the server answers; ends with its message where it refuses."""
    response = requests.request(method, f"{url}{path}", json=body, timeout=60)
    answer = response.json()
    if not response.ok:
        sys.exit(answer["error"]["message"])
    return answer


thread = call("POST", "/v1/threads", {"metadata": {"topic": "billing"}})
print(f"made: {thread['metadata']['topic']}")

# Messages are kept in the order in which they come, all of one call or none.
messages = f"/v1/threads/{thread['id']}/messages"
call(
    "POST",
    messages,
    [
        {"role": "user", "content": "My name is Ada Lovelace."},
        {"role": "assistant", "content": "Good to know."},
    ],
)

# A run that names the thread hears what was said before, and its turn is kept there.
question = [{"role": "user", "content": "What is my name?"}]
answer = call("POST", "/v1/pipes/run", {"threadId": thread["id"], "messages": question, "stream": False})
print(f"answered: {answer['completion']}")

for message in call("GET", messages):
    print(f"kept: {message['role']}")

deleted = call("DELETE", f"/v1/threads/{thread['id']}")
print(f"deleted: {deleted['success']}")
