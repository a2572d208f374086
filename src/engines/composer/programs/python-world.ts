import type { Programs } from './program.ts';

/** Programs in Python that deal with files, time and the network. */
export const pythonWorld: Programs = {
  'read-file': `from pathlib import Path


def read_lines(path: str) -> list[str]:
    """Return the lines of a text file without their line ends."""
    return Path(path).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    for number, line in enumerate(read_lines(__file__), start=1):
        print(f"{number:3} {line}")`,
  'read-csv': `import csv


def read_rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file as dictionaries, keyed by its first line."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    for row in read_rows("people.csv"):
        print(row)`,
  'parse-json': `import json

text = '{"name": "Ada", "tags": ["math", "code"]}'

try:
    data = json.loads(text)
except json.JSONDecodeError as error:
    raise SystemExit(f"not valid JSON: {error}")

print(data["name"], len(data["tags"]))  # Ada 2`,
  'http-get': `import json
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen


def get_json(url: str, timeout: float = 10):
    """Fetch a URL and return its JSON."""
    request = Request(url, headers={"Accept": "application/json"})
    with urlopen(request, timeout=timeout) as response:
        return json.load(response)


if __name__ == "__main__":
    try:
        print(get_json("https://api.github.com"))
    except HTTPError as error:
        print(f"the server answered {error.code}")
    except URLError as error:
        print(f"no answer: {error.reason}")`,
  'http-server': `import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"path": self.path}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 8000), Handler)
    print("listening on http://127.0.0.1:8000")
    server.serve_forever()`,
  'sse-client': `from collections.abc import Iterator
from urllib.request import Request, urlopen


def read_events(url: str) -> Iterator[str]:
    """Yield the data of each server-sent event of a URL."""
    request = Request(url, headers={"Accept": "text/event-stream"})
    with urlopen(request) as response:
        data: list[str] = []
        for raw in response:
            line = raw.decode("utf-8").rstrip("\\r\\n")
            if line.startswith("data:"):
                data.append(line[5:].removeprefix(" "))
            elif line == "" and data:  # A blank line ends the event.
                yield "\\n".join(data)
                data = []


if __name__ == "__main__":
    for event in read_events("http://127.0.0.1:8000/events"):
        print(event)`,
  'sse-server': `import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        try:
            for number in range(10):
                self.wfile.write(f"id: {number}\\ndata: tick {number}\\n\\n".encode())
                self.wfile.flush()
                time.sleep(1)
        except (BrokenPipeError, ConnectionResetError):
            pass  # The client has hung up.


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", 8000), Handler).serve_forever()`,
  'chat-stream': `from openai import OpenAI

# Any server that speaks the same API will do: only the base URL changes.
client = OpenAI(base_url="http://127.0.0.1:8000/v1", api_key="unused")

stream = client.chat.completions.create(
    model="gpt-4o-mini",
    messages=[{"role": "user", "content": "Explain server-sent events."}],
    stream=True,
)

for chunk in stream:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)
print()`,
  retry: `import random
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def retry(action: Callable[[], T], attempts: int = 4, delay: float = 0.1) -> T:
    """Call the action until it succeeds, waiting twice as long each time."""
    for attempt in range(attempts):
        try:
            return action()
        except Exception:
            if attempt == attempts - 1:
                raise
            time.sleep(delay * 2**attempt * random.uniform(0.5, 1.5))
    raise ValueError("attempts must be at least 1")


calls = iter([OSError("busy"), OSError("busy"), "done"])


def flaky() -> str:
    result = next(calls)
    if isinstance(result, Exception):
        raise result
    return result


print(retry(flaky, delay=0.001))  # done`,
  timer: `import time
from contextlib import contextmanager


@contextmanager
def timed(label: str):
    """Print how long the block took."""
    start = time.perf_counter()
    try:
        yield
    finally:
        print(f"{label}: {(time.perf_counter() - start) * 1000:.1f} ms")


with timed("sum"):
    sum(range(1_000_000))`,
  password: `import secrets
import string


def make_password(length: int = 16) -> str:
    """Return a random password from a source that is fit for secrets."""
    alphabet = string.ascii_letters + string.digits + "-_.!"
    return "".join(secrets.choice(alphabet) for _ in range(length))


print(len(make_password()))  # 16`,
};
