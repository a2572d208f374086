"""Calls a server with Langbase's client for Python and prints what it saw as JSON, in the last line: one member for each check."""

import json
import sys
import time

import langbase
from langbase import Langbase, get_runner, get_tools_from_run, get_tools_from_run_stream, get_typed_runner
from langbase.streaming import StreamEventType

base_url = sys.argv[1]
client = Langbase(api_key="user-key", base_url=base_url)
messages = [{"role": "user", "content": "What is server-sent events?"}]
get_weather = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a place.",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}
weather = [{"role": "user", "content": "What is the weather in Paris?"}]


def whole():
    result = client.pipes.run(name="any", messages=messages, raw_response=True)
    return {
        "text": result["completion"],
        "content": result["choices"][0]["message"]["content"],
        "usage": result["usage"],
        "thread": result["threadId"],
        "request_id": result["rawResponse"]["headers"]["lb-request-id"],
    }


def streamed():
    response = client.pipes.run(name="any", messages=messages, stream=True)
    return {"text": get_runner(response).collect_text(), "thread": response["thread_id"]}


def events():
    seen = []
    runner = get_typed_runner(client.pipes.run(name="any", messages=messages, stream=True))
    for kind in StreamEventType:
        runner.on(kind, lambda event: seen.append(event))
    runner.process()
    completion = [event for event in seen if event["type"] == "completion"]
    return {
        "text": "".join(event["content"] for event in seen if event["type"] == "content"),
        "reason": completion[0]["reason"],
        "usage": completion[0]["usage"],
        "kinds": sorted({event["type"] for event in seen}),
    }


def conversation():
    first = client.pipes.run(name="any", messages=[{"role": "user", "content": "My name is Ada Lovelace."}])
    thread = first["threadId"]
    second = client.pipes.run(
        name="any", thread_id=thread, messages=[{"role": "user", "content": "What is my name?"}]
    )
    listed = client.threads.messages.list(thread)
    return {
        "same": second["threadId"] == thread,
        "text": second["completion"],
        "roles": [message["role"] for message in listed],
    }


def threads():
    made = client.threads.create(thread_id="python-1", metadata={"a": "1"}, messages=messages)
    changed = client.threads.update("python-1", {"b": "2"})
    added = client.threads.append("python-1", [{"role": "assistant", "content": "Zürich 東京"}])
    listed = client.threads.messages.list("python-1")
    same = client.threads.get("python-1") == changed
    empty = client.threads.create()
    return {
        "made": made,
        "metadata": changed["metadata"],
        "added": [message["content"] for message in added],
        "listed": [message["content"] for message in listed],
        "same": same,
        "empty": empty["object"],
        "deleted": client.threads.delete("python-1"),
    }


def pipes():
    made = client.pipes.create(name="python", description="A pipe", variables=[{"name": "x", "value": "1"}])
    changed = client.pipes.update("python", temperature=0.1)
    listed = [pipe for pipe in client.pipes.list() if pipe["name"] == "python"]
    keyed = client.pipes.run(api_key=made["api_key"], messages=messages)
    return {
        "key": made["api_key"],
        "same": changed["api_key"] == made["api_key"],
        "temperature": listed[0]["temperature"],
        "keyed": keyed["completion"],
    }


def tools():
    asked = client.pipes.run(name="any", messages=weather, tools=[get_weather], tool_choice="required")
    stream = client.pipes.run(name="any", messages=weather, tools=[get_weather], stream=True)["stream"]
    return {"whole": get_tools_from_run(asked), "streamed": get_tools_from_run_stream(stream)}


def agent():
    asked = {"input": "What is server-sent events?", "model": "openai:gpt-4o-mini", "api_key": "llm-key"}
    stream = client.agent.run(**asked, stream=True)
    return {"whole": client.agent.run(**asked)["output"], "streamed": get_runner(stream).collect_text()}


def memories():
    client.memories.create(name="python", description="Manuals")
    text = b"To descale the Zephyr, hold the steam button for seven seconds."
    uploaded = client.memories.documents.upload("python", "zephyr.txt", text, "text/plain", {"kind": "manual"})
    deadline = time.monotonic() + 10
    while client.memories.documents.list("python")[0]["status"] != "completed" and time.monotonic() < deadline:
        pass
    found = client.memories.retrieve("How to descale?", [{"name": "python"}], top_k=1)
    return {
        "uploaded": uploaded.ok,
        "found": found,
        "deleted": client.memories.documents.delete("python", "zephyr.txt"),
        "names": [memory["name"] for memory in client.memories.list()],
        "gone": client.memories.delete("python"),
    }


def primitives():
    parsed = client.parser(b"# Title\n\nWords.", "note.md", "text/markdown")
    return {
        "vectors": len(client.embed(["a", "b"])),
        "chunks": client.chunker("word " * 600, 1024, 256),
        "parsed": parsed,
        "pages": len(client.tools.web_search("Langbase", total_results=2, api_key="key")),
        "crawled": [page["url"] for page in client.tools.crawl(["https://nobody.example/"], api_key="key")],
        "images": len(
            client.images.generate(prompt="A lighthouse", model="openai:gpt-image-1", api_key="key")["choices"][0][
                "message"
            ]["images"]
        ),
    }


def failure(call):
    try:
        call()
    except langbase.APIError as error:
        return {
            "name": type(error).__name__,
            "status": error.error["status"],
            "code": error.code,
            "request_id": error.request_id,
        }
    return None


def errors():
    client.threads.create(thread_id="taken")
    return [
        failure(lambda: client.threads.append("taken", [])),
        failure(lambda: client.threads.get("nobody")),
        failure(lambda: client.threads.create(thread_id="taken")),
        failure(lambda: client.request.get("/v1/threads/a/b/c")),
    ]


checks = [whole, streamed, events, conversation, threads, pipes, tools, agent, memories, primitives, errors]
print(json.dumps({check.__name__: check() for check in checks}))
