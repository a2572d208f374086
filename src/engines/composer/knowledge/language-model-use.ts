import type { Known } from './known.ts';

/** What is known of putting language models to use. */
export const languageModelUse: readonly Known[] = [
  {
    names:
      'embedding, embeddings, vector embedding, vector embeddings, word embedding, word embeddings, text embeddings, vector database, vector databases, vector search',
    kind: 'technique',
    is: 'An embedding is a list of numbers that stands for a text, an image or another item, made so that similar items have similar lists.',
    how: [
      'A model reads the text and returns a vector of fixed length, often of several hundred to a few thousand numbers.',
      'Closeness is usually measured by the cosine of the angle between two vectors: near 1 for alike, near 0 for unrelated.',
      'To search, embed the question, compare it with the stored vectors, and take the nearest ones.',
      'Large collections use an approximate index, which finds almost all of the nearest vectors without comparing every one.',
    ],
    why: [
      'Embeddings find texts by meaning, so “car insurance” also finds “cover for your vehicle”.',
      'The same vectors serve search, clustering, recommendation and the detection of duplicates.',
    ],
    pitfalls: [
      'Vectors from different models cannot be compared, so a change of model means embedding everything again.',
      'Similar is not the same as true: a sentence and its denial often lie close together.',
    ],
    example:
      'In a good embedding the vectors of “puppy” and “dog” are close neighbours, and both are far from that of “invoice”.',
    related: 'retrieval-augmented generation, neural networks and nearest-neighbour search',
  },
  {
    names:
      'retrieval-augmented generation, rag, retrieval augmented generation, rag systems, rag pipeline, rag system',
    kind: 'technique',
    is: 'Retrieval-augmented generation (RAG) means looking up relevant passages first and giving them to a language model together with the question.',
    how: [
      'Beforehand the documents are split into passages, and each passage is stored with its embedding.',
      'For a question the system finds the nearest passages, often by embedding and by keyword both, and sorts them by relevance.',
      'The best few go into the prompt with the instruction to answer from them and to name the source.',
      'The model then writes the answer, and the application can show the passages as evidence.',
    ],
    why: [
      'The model can answer about private or recent documents that were not in its training data.',
      'Knowledge is updated by changing the documents, without training anything again.',
    ],
    pitfalls: [
      'If the right passage is not found, the best model cannot use it; measure the retrieval on its own.',
      'Passages cut too small lose their context, and passages cut too large dilute the point.',
      'The model may still go beyond the passages, so ask for quotations and check them.',
    ],
    example:
      'Asked about the notice period, a help desk bot retrieves the two paragraphs of the contract that mention notice, and answers with a reference to them.',
    related: 'embeddings, search engines, prompts and hallucination',
  },
  {
    names: 'ai agent, ai agents, llm agent, llm agents, agent?, agents?, agentic ai, autonomous agents',
    kind: 'thing',
    is: 'An AI agent is a program in which a language model decides the next step, carries it out with tools, looks at the result and goes on until the task is done.',
    how: [
      'The loop has three parts: the model reads the goal and the history, chooses an action, and receives what the action returned.',
      'Actions are tool calls, for example a search, a query to a database or a command in a shell.',
      'The history is the memory of the loop, and when it grows too long it is shortened or summarised.',
      'A limit on steps, time or cost ends the loop even if the goal is not reached.',
    ],
    why: [
      'An agent can handle tasks whose steps are not known beforehand, because each step depends on what the one before found out.',
      'It can also correct itself: a failing test or an error message is simply the next thing to read.',
    ],
    pitfalls: [
      'Small errors add up over many steps, so check results and not only the final words.',
      'Give tools as few rights as possible, since text that the agent reads may try to steer it.',
    ],
    example:
      'A coding agent reads a bug report, opens the file, changes a line, runs the tests, reads the failure, and tries again.',
    related: 'tool calling, prompts and workflows',
  },
  {
    names: 'tool calling, function calling, tool use, tool calls, function calls in llms',
    kind: 'technique',
    is: 'Tool calling lets a language model ask the application to run a function: the model returns a name and arguments as JSON instead of prose.',
    how: [
      'The request lists the tools, each with a name, a description and a JSON schema of its parameters.',
      'If the model decides to use one, the answer contains a tool call with an id, the name and the arguments as text.',
      'The application runs the function, adds the result to the conversation with the same id, and calls the model again.',
      'In a stream the arguments arrive in fragments, which the client must join before parsing them.',
    ],
    why: [
      'It connects a model to live data and to actions, for which text alone is not enough.',
      'A schema makes the output predictable enough for ordinary code to handle.',
    ],
    pitfalls: [
      'Arguments may be missing, invented or not valid JSON, so validate them like any input from outside.',
      'The model only proposes a call; whether it is allowed is for the application to decide.',
    ],
    example:
      'Asked for the weather in Oslo, the model calls “get_weather” with the city, and turns the 7 °C that come back into a sentence.',
    related: 'agents, JSON schema and structured output',
  },
  {
    names:
      'temperature and top-p, temperature?, top-p, top p, top_p, nucleus sampling, sampling temperature, llm temperature, sampling in llms',
    kind: 'concept',
    is: 'Temperature and top-p are settings that decide how freely a language model chooses among the possible next tokens.',
    how: [
      'Temperature divides the scores before they become probabilities: below 1 the favourites gain, above 1 the outsiders do.',
      'At temperature 0 the most probable token is taken every time, which makes answers nearly repeatable.',
      'Top-p, or nucleus sampling, keeps only the smallest set of tokens whose probabilities add up to p, and draws from those.',
      'Both are applied anew for each token.',
    ],
    why: [
      'Low values suit extraction, classification and code; higher ones suit brainstorming and fiction.',
      'They change the variety of the answers without any change to the prompt.',
    ],
    pitfalls: [
      'Changing both at once makes it hard to say which of them had the effect.',
      'Temperature 0 is not a promise of equal answers, because rounding and batching on the hardware can still tip a near tie.',
    ],
    example:
      'If “blue” has 80% and “grey” 20%, a temperature of 0.5 sharpens that to about 94% and 6%, while a temperature of 2 flattens it to about 67% and 33%.',
    related: 'probability, tokens and seeds',
  },
  {
    names: 'context window, context length, context windows, context size',
    kind: 'concept',
    is: 'The context window is the largest number of tokens that a language model can take into account at once, prompt and answer together.',
    how: [
      'Everything the model should know of a conversation is sent again with each request, and all of it counts.',
      'When a conversation grows too long, the application drops the oldest turns, summarises them or retrieves only what is relevant.',
      'The work of attention grows with the length, so long contexts are slower and dearer.',
    ],
    why: [
      'It decides whether a whole contract or code base fits into one question.',
      'It is the only short-term memory that a model has.',
    ],
    pitfalls: [
      'Fitting in is not the same as being used well: details in the middle of a long context are missed more easily.',
      'The answer needs room too, so leave space for it.',
    ],
    example:
      'With a window of 8,000 tokens and a prompt of 7,500, at most 500 tokens are left for the answer.',
    related: 'tokens, retrieval-augmented generation and prompt caching',
  },
  {
    names:
      'hallucination, hallucinations, ai hallucination, llm hallucinations, llm hallucination, ai hallucinations',
    kind: 'concept',
    is: 'A hallucination is a statement by a language model that sounds plausible and is not supported by its input or by the facts.',
    how: [
      'The model is trained to continue text in a likely way, and a likely continuation is not always a true one.',
      'Gaps are filled in the style of the surroundings, so an invented reference looks like a real one.',
      'Questions about rare names, exact figures and sources are the most frequent occasions.',
    ],
    why: [
      'Readers trust fluent text, so an error of this kind is easily passed on.',
      'Wherever an answer leads to an action, someone has to bear the cost of a wrong one.',
    ],
    pitfalls: [
      'Asking the model whether it is sure is a weak check; compare with a source instead.',
      'Allowing the answer “I do not know” in the prompt helps more than forbidding mistakes.',
    ],
    example:
      'Asked for three papers on a narrow subject, a model may name two real ones and a third that nobody has written.',
    related: 'retrieval-augmented generation, evaluation and grounding',
  },
  {
    names: 'fine-tuning, fine tuning, finetuning, model fine-tuning',
    kind: 'technique',
    is: 'Fine-tuning is the further training of a finished model on a smaller set of examples, so that it becomes better at one kind of task.',
    how: [
      'Each example pairs an input with the output that one would like to see.',
      'Training adjusts the weights a little at a time, starting from those of the finished model.',
      'Methods such as LoRA leave the original weights alone and train a small addition to them, which saves memory.',
      'A part of the examples is held back to measure whether the result is better.',
    ],
    why: [
      'It fixes style, format and habits that a prompt has to repeat every time.',
      'A small tuned model can do one narrow task as well as a large general one, and cheaper.',
    ],
    pitfalls: [
      'It is a poor way to add facts; retrieval is easier to update and to check.',
      'Too many passes over few examples make the model repeat them and forget other skills.',
    ],
    example:
      'Five hundred pairs of support questions and approved replies can teach a model the tone of a company.',
    related: 'training data, evaluation and retrieval-augmented generation',
  },
];
