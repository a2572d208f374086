import type { Known } from './known.ts';

/** What is known of large language models and how one talks to them. */
export const languageModels: readonly Known[] = [
  {
    names:
      'large language model, large language models, llm, llms, language model, language models, gpt, chatgpt',
    kind: 'thing',
    is: 'A large language model (LLM) is a neural network trained on a great deal of text to predict the next token, and so to continue whatever it is given.',
    how: [
      'The prompt is cut into tokens, every token becomes a vector, and many layers of attention mix the vectors until the last one yields a probability for each possible next token.',
      'One token is drawn from those probabilities, appended to the text, and the whole step runs again; a long answer is this loop repeated hundreds of times.',
      'Training happens in two stages: first on raw text, where the model learns language and a good deal about the world, then on examples and ratings, where it learns to follow instructions.',
      'At run time nothing is learned: the weights stay as they are, and all the model knows of a conversation is what stands in its context.',
    ],
    why: [
      'One model can translate, summarise, write code and answer questions, tasks that used to need a system each.',
      'Because the interface is plain text, a new use often takes a prompt rather than a training run.',
    ],
    pitfalls: [
      'A fluent answer need not be true, since the model aims at likely text and not at facts.',
      'The same prompt can give different answers, so tests should check properties of an answer rather than its exact words.',
      'What does not fit into the context window is simply not there for the model.',
    ],
    example:
      'Given “The capital of Italy is”, a model puts most of the probability on the token for “Rome”; given “Once upon a”, on the one for “time”.',
    related: 'tokens, embeddings, the transformer and prompt design',
  },
  {
    names: 'token?, tokens?, llm token, llm tokens, tokens in llms, language model tokens',
    kind: 'thing',
    is: 'A token is the unit in which a language model reads and writes text: a whole short word, a piece of a longer one, a punctuation mark or a few bytes.',
    how: [
      'A tokenizer splits the text by a fixed vocabulary, often of 50,000 to 200,000 entries, and replaces each piece by its number.',
      'In English one token is about four characters, so a hundred tokens are roughly seventy-five words.',
      'A blank usually belongs to the word that follows it, which is why streamed pieces tend to begin with one.',
      'Answers are produced token by token, and a streamed response sends one or a few of them in each event.',
    ],
    why: [
      'Prices, rate limits and context windows are all counted in tokens, so they decide what a request costs and whether it fits.',
      'Speed is measured in tokens as well: the time to the first one, and the number per second after that.',
    ],
    pitfalls: [
      'Different models use different vocabularies, so the same text has different counts.',
      'Code, numbers and languages other than English often need more tokens for the same number of characters.',
      'Cutting a text at a token boundary can cut a character of several bytes in half.',
    ],
    example:
      'A rare word such as “unbelievably” may be split into pieces such as “un”, “believ” and “ably”, while “the” is a single token.',
    related: 'tokenization, byte pair encoding and the context window',
  },
  {
    names: 'tokenization, tokenisation, tokenizer, tokenizers, tokeniser',
    kind: 'process',
    is: 'Tokenization is the step that turns text into the sequence of numbers a language model works with, and back again.',
    how: [
      'Byte pair encoding (BPE), the usual method, starts from single bytes and repeatedly merges the pair that occurs most often in a training text.',
      'The merges are kept in order, and encoding a new text applies them in the same order, so frequent words end as one token and rare words as several.',
      'Before merging, a pattern splits the text at blanks, digits and punctuation, so that merges never cross from one word into the next.',
      'Decoding is only concatenation: look each number up, join the bytes, and read them as UTF-8.',
    ],
    why: [
      'A vocabulary of pieces can spell any text without an “unknown” symbol, and still keeps common words short.',
      'Shorter sequences cost less to compute, because the work of attention grows with their length.',
    ],
    pitfalls: [
      'A model sees pieces and not letters, which is why counting the letters of a word is surprisingly hard for it.',
      'Tokens of an incomplete character must be held back while streaming, or the client shows a replacement sign.',
    ],
    example:
      'A sentence such as “Streaming is fun.” may become five tokens: “Stream”, “ing”, “ is”, “ fun” and the full stop.',
    related: 'tokens, UTF-8 and the vocabulary of a model',
  },
  {
    names: 'byte pair encoding, bpe, byte-pair encoding, bpe tokenizer',
    kind: 'technique',
    is: 'Byte pair encoding (BPE) is a way to split text into tokens that starts from single bytes and joins the pairs that occur most often.',
    how: [
      'In training the most frequent pair of neighbours in a large text becomes one new symbol, and this is repeated until the vocabulary has the wanted size.',
      'The merges are kept in the order in which they were found.',
      'To encode a new text, its bytes are merged by the same list, the earliest merges first.',
      'A pattern cuts the text at blanks, digits and punctuation beforehand, so that no token spans two words.',
    ],
    why: [
      'Frequent words become one token, and rare ones still can be spelled from pieces, so there is no unknown word.',
      'Decoding needs no search: the bytes of the tokens are simply put one after another.',
    ],
    pitfalls: [
      'A token can end in the middle of a character of several bytes.',
      'The same word with and without a blank in front, or in capitals, gives different tokens.',
    ],
    example:
      'With merges for “l”+“o” and “lo”+“w”, the word “low” is a single token, and “lows” is “low” and “s”.',
    related: 'tokenization, tokens, UTF-8 and data compression',
  },
  {
    names:
      'time to first token, ttft, time-to-first-token, first token latency, tokens per second, inter-token latency',
    kind: 'concept',
    is: 'Time to first token (TTFT) is the span between sending a request to a language model and receiving the first piece of its answer.',
    how: [
      'It adds up the way over the network, the wait in the queue of the server, and the prefill, in which the model reads the whole prompt at once.',
      'Prefill grows with the length of the prompt, so a long context means a later first token.',
      'After it the model decodes token by token, at a pace measured in tokens per second or as the gap between two tokens.',
      'A cached prompt prefix shortens the prefill, because the work for those tokens has been done before.',
    ],
    why: [
      'A user who sees the first words after half a second waits patiently for the rest, so TTFT shapes how fast an application feels.',
      'Together with the pace afterwards it gives the total: time to first token plus the number of tokens divided by tokens per second.',
    ],
    pitfalls: [
      'Averages hide the slow tail, so look at the 95th and 99th percentile too.',
      'A proxy that buffers the response turns a good TTFT into a bad one, although the model did nothing wrong.',
      'Reasoning models think before they write, and that hidden time counts towards the wait.',
    ],
    example:
      'With a TTFT of 400 ms and 50 tokens per second, an answer of 200 tokens is complete after about 4.4 seconds.',
    related: 'streaming, latency, throughput and prompt caching',
  },
  {
    names:
      'streaming, streaming api, streaming apis, token streaming, llm streaming, streaming response, streaming responses, stream?, streams?, response streaming, http streaming, streaming llm responses, streaming tokens, streaming data',
    kind: 'technique',
    is: 'Streaming means sending a response in pieces while it is still being produced, so that the client can use the beginning before the end exists.',
    how: [
      'The server keeps the HTTP response open and writes a chunk whenever it has something new; the client reads the body as it arrives.',
      'APIs of language models mostly use server-sent events: each event carries a small piece of JSON with the next bit of text, the delta.',
      'A last event tells the client why the answer ended, and in many APIs a line with “[DONE]” closes the stream.',
      'The client appends every delta to what it has, and shows the growing text.',
    ],
    why: [
      'The user waits for the first token only, and not for the whole answer.',
      'A client that has seen enough can hang up, and the server can stop working on the rest.',
    ],
    pitfalls: [
      'Proxies and compression may hold the pieces back until a buffer is full, so buffering has to be off along the whole way.',
      'A network chunk is not an event: one may hold half an event or three of them, so parse by the blank line and not by the chunk.',
      'Errors can come after the status line has said 200, and the client must look for them in the stream.',
    ],
    example:
      'A chat completion of 120 tokens may arrive as some 120 events over three seconds, the first of them with the role and an empty text.',
    related: 'server-sent events, time to first token, WebSockets and backpressure',
  },
  {
    names:
      'prompt?, prompts?, llm prompt, llm prompts, prompt engineering, prompting, system prompt, system prompts, prompt design',
    kind: 'thing',
    is: 'A prompt is the text given to a language model: the instructions, the context and the question that it should continue from.',
    how: [
      'Chat APIs take a list of messages with roles: the system message sets the rules, user messages ask, and assistant messages hold earlier answers.',
      'A clear prompt names the task, the input, the form of the answer and what to do when something is missing.',
      'A few worked examples inside the prompt often help more than a longer instruction; this is called few-shot prompting.',
      'Delimiters such as quotation marks or tags show the model where the instruction ends and the material begins.',
    ],
    why: [
      'The prompt is the cheapest thing to change: it needs no training and takes effect with the next request.',
      'Most differences between a poor answer and a good one come from what the model was not told.',
    ],
    pitfalls: [
      'Text from users or web pages can contain instructions of its own, which is known as prompt injection.',
      'A prompt tuned on three examples may fail on the fourth, so keep a small set of test cases.',
      'Long prompts cost tokens and time on every call.',
    ],
    example:
      '“Summarise the text below in three bullet points for a busy manager; if a date is missing, write unknown” says task, form, reader and the case of a gap.',
    related: 'tokens, temperature, tool calling and evaluation',
  },
];
