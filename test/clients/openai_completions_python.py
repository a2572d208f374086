"""Calls a server for text completions with OpenAI's client for Python and prints what it saw as JSON."""

import json
import sys

import openai

base_url = sys.argv[1]
model = "gpt-3.5-turbo-instruct"
prompt = "Tell me a joke about servers."
client = openai.OpenAI(api_key="mock-api-key", base_url=base_url, max_retries=0)


def whole():
    completion = client.completions.create(model=model, prompt=prompt, max_tokens=60, logprobs=1)
    choice = completion.choices[0]
    return {
        "id": completion.id,
        "text": choice.text,
        "finish": choice.finish_reason,
        "usage": completion.usage.model_dump(exclude_none=True),
        "tokens": "".join(choice.logprobs.tokens),
        "offsets": choice.logprobs.text_offset[0],
    }


def streamed():
    stream = client.completions.create(
        model=model, prompt=prompt, max_tokens=60, stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    return {
        "text": "".join(chunk.choices[0].text for chunk in chunks[:-1]),
        "finish": chunks[-2].choices[0].finish_reason,
        "usage": chunks[-1].usage.model_dump(exclude_none=True),
    }


def many():
    completion = client.completions.create(model=model, prompt=[[1639, 527], [15339]], n=2, best_of=3, echo=True)
    return [choice.index for choice in completion.choices]


def refused():
    try:
        client.completions.create(model=model, prompt=prompt, n=2, best_of=1)
    except openai.BadRequestError as error:
        return error.body["message"]


checks = [whole, streamed, many, refused]
print(json.dumps({check.__name__: check() for check in checks}))
