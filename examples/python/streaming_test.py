"""Four tests of streaming with OpenAI's client. Run with: python examples/python/streaming_test.py (needs: pip install openai)"""

import os
import sys
import time

import openai

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
client = openai.OpenAI(api_key="mock-api-key", base_url=f"{url}/v1")
model = "gpt-3.5-turbo"


def stream(messages, **options):
    """Prints an answer as it comes; gives its text, its number of pieces and the seconds to the first and to the last."""
    started = time.perf_counter()
    first = None
    pieces = []
    for chunk in client.chat.completions.create(model=model, messages=messages, stream=True, **options):
        content = chunk.choices[0].delta.content if chunk.choices else None
        if not content:
            continue
        if first is None:
            first = time.perf_counter() - started
        pieces.append(content)
        print(content, end="", flush=True)
    print()
    return "".join(pieces), len(pieces), first, time.perf_counter() - started


def say(content):
    return [{"role": "user", "content": content}]


def test_basic_streaming():
    text, pieces, first, total = stream(say("Hello!"))
    print(f"{pieces} pieces, {len(text)} characters, first after {first:.3f} s, last after {total:.3f} s")
    assert pieces > 1, "the answer came in one piece"


def test_several_prompts():
    prompts = ["Hello!", "Tell me a joke!", "What is the capital of France?", "How do I test a chat client?"]
    for prompt in prompts:
        print(f"> {prompt}")
        text, _, _, _ = stream(say(prompt))
        assert text.strip(), f"no answer to {prompt!r}"


def test_streaming_and_not():
    messages = say("Explain streaming in two sentences.")
    started = time.perf_counter()
    whole = client.chat.completions.create(model=model, messages=messages).choices[0].message.content
    whole_time = time.perf_counter() - started
    text, _, first, total = stream(messages)
    print(f"not streamed: first and last character after {whole_time:.3f} s")
    print(f"streamed: first after {first:.3f} s, last after {total:.3f} s")
    assert text == whole, "the stream and the whole answer differ"
    assert first <= total


def test_system_message():
    messages = [{"role": "system", "content": "You are a helpful assistant."}, *say("Hello!")]
    text, _, _, _ = stream(messages, stream_options={"include_usage": True})
    assert text.strip(), "no answer"


tests = [
    ("basic streaming", test_basic_streaming),
    ("several prompts", test_several_prompts),
    ("streaming and not streaming", test_streaming_and_not),
    ("a system message", test_system_message),
]

failures = 0
for number, (name, test) in enumerate(tests, 1):
    print(f"\n=== Test {number}: {name} ===")
    try:
        test()
        print("PASSED")
    except (AssertionError, openai.OpenAIError) as error:
        failures += 1
        print(f"FAILED: {error}")

print(f"\n{len(tests) - failures} of {len(tests)} tests passed")
sys.exit(1 if failures else 0)
