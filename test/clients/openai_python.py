"""Calls a server with OpenAI's client for Python and prints what it saw as JSON: one member for each check."""

import asyncio
import json
import sys

import openai
import pydantic

base_url = sys.argv[1]
model = "gpt-4o-mini"
messages = [{"role": "user", "content": "Hello! Please help me with a question."}]
client = openai.OpenAI(api_key="mock-api-key", base_url=base_url, max_retries=0)


def whole():
    completion = client.chat.completions.create(model=model, messages=messages)
    return {
        "id": completion.id,
        "request_id": completion._request_id,
        "text": completion.choices[0].message.content,
        "finish": completion.choices[0].finish_reason,
        "usage": completion.usage.model_dump(),
    }


def streamed():
    stream = client.chat.completions.create(
        model=model, messages=messages, stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    return {
        "text": "".join(chunk.choices[0].delta.content or "" for chunk in chunks[:-1]),
        "finish": chunks[-2].choices[0].finish_reason,
        "usage": chunks[-1].usage.model_dump(),
    }


def helped():
    with client.chat.completions.stream(model=model, messages=messages) as stream:
        kinds = {event.type for event in stream}
        completion = stream.get_final_completion()
    return {"text": completion.choices[0].message.content, "kinds": sorted(kinds)}


tools = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Get the current weather.",
            "strict": True,
            "parameters": {
                "type": "object",
                "properties": {"location": {"type": "string"}},
                "required": ["location"],
                "additionalProperties": False,
            },
        },
    }
]


def called():
    """The calls of a stream, what its helper says of them, and the answer to their results."""
    conversation = [{"role": "user", "content": "What is the weather in Paris and London?"}]
    with client.chat.completions.stream(model=model, messages=conversation, tools=tools) as stream:
        kinds = {event.type for event in stream}
        message = stream.get_final_completion().choices[0].message
    conversation.append(message.to_dict())
    for call in message.tool_calls:
        result = {"location": call.function.parsed_arguments["location"], "temperature": 21}
        conversation.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(result)})
    answer = client.chat.completions.create(model=model, messages=conversation, tools=tools)
    return {
        "kinds": sorted(kinds),
        "arguments": [call.function.arguments for call in message.tool_calls],
        "answer": answer.choices[0].message.content,
    }


class Person(pydantic.BaseModel):
    name: str
    age: int


def parsed():
    asked = [{"role": "user", "content": "Jason is 25 years old."}]
    completion = client.chat.completions.parse(model=model, messages=asked, response_format=Person)
    return completion.choices[0].message.parsed.model_dump()


def left_early():
    patient = {"x-understudy-ttft": "300000"}
    with client.chat.completions.create(
        model=model, messages=messages, stream=True, extra_headers=patient
    ) as stream:
        return next(iter(stream)).choices[0].delta.role


def refused():
    try:
        client.chat.completions.create(model=model, messages=messages, temperature=3)
    except openai.BadRequestError as error:
        return {
            "status": error.status_code,
            "param": error.param,
            "code": error.code,
            "type": error.type,
            "request_id": error.request_id,
        }


def unknown():
    try:
        client.models.retrieve("gpt-nobody")
    except openai.NotFoundError as error:
        return error.code


def models():
    return [card.id for card in client.models.list()]


async def at_once():
    """Several streams and answers of the asynchronous client at the same time."""
    async with openai.AsyncOpenAI(api_key="mock-api-key", base_url=base_url, max_retries=0) as calls:

        async def stream_text():
            text = ""
            async for chunk in await calls.chat.completions.create(
                model=model, messages=messages, stream=True
            ):
                text += chunk.choices[0].delta.content or ""
            return text

        async def whole_text():
            completion = await calls.chat.completions.create(model=model, messages=messages)
            return completion.choices[0].message.content

        return await asyncio.gather(*[stream_text() for _ in range(8)], *[whole_text() for _ in range(8)])


async def refused_at_once():
    async with openai.AsyncOpenAI(api_key="mock-api-key", base_url=base_url, max_retries=0) as calls:
        try:
            await calls.chat.completions.create(model=model, messages=[], stream=True)
        except openai.BadRequestError as error:
            return error.code


print(
    json.dumps(
        {
            "whole": whole(),
            "streamed": streamed(),
            "helped": helped(),
            "called": called(),
            "parsed": parsed(),
            "left_early": left_early(),
            "refused": refused(),
            "unknown": unknown(),
            "models": models(),
            "at_once": asyncio.run(at_once()),
            "refused_at_once": asyncio.run(refused_at_once()),
        }
    )
)
