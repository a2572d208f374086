import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, GenerationEndpoint } from '../../core/dialect.ts';
import type { FoundPassage } from '../../core/document-tools.ts';
import { base16 } from '../../core/ids.ts';
import type { Message } from '../../core/message.ts';
import type { ThreadTurn } from '../../core/thread-store.ts';
import { nameAnswer } from '../name-answer.ts';
import { type AnswerOptions, createAnswer } from './answer.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { chatCompletion, chatCompletionChunk } from './shapes.ts';
import { type LangbaseMessage, toDraft, toMessage } from './messages.ts';
import { threadId } from './names.ts';
import { type Pipe, type Pipes, defaultModel, pipeNotFound } from './pipes.ts';
import { mergeSettings, toRequest, withoutProvider } from './request.ts';
import { type PipeSettings, pipeSettings } from './settings.ts';
import { readVariables, substitute } from './variables.ts';

const runSchema = z.looseObject({
  name: z.string().nullish(),
  ...pipeSettings,
  threadId: threadId.nullish(),
  // As the Python SDK spells it.
  thread_id: threadId.nullish(),
  stream: z.boolean().nullish(),
});

type RunBody = z.input<typeof runSchema>;

/** Finds what memories say about a question. */
export type Retrieve = (memories: readonly string[], query: string) => Promise<readonly FoundPassage[]>;

/** What runs of pipes are made with. */
export interface RunOptions extends AnswerOptions {
  readonly pipes: Pipes;
  readonly retrieve: Retrieve;
  /** Whether unknown pipes and threads are refused. */
  readonly strict: boolean;
}

/** Runs a pipe on the messages given and on those of the thread, in a stream or whole. */
export function createRunEndpoint(options: RunOptions, path = '/v1/pipes/run'): GenerationEndpoint {
  return {
    kind: 'generation',
    method: 'POST',
    path,
    description: {
      summary: 'Runs a pipe on messages, whole or as a stream of chunks.',
      tag: 'Pipes',
      body: runSchema.meta({ examples: [example] }),
      result: z.object({ completion: z.string(), raw: chatCompletion }),
      event: chatCompletionChunk,
    },
    async parse(call) {
      const body = readJson(call);
      assertBody(runSchema, body);
      const pipe = await findPipe(options, call, body.name);
      return run(options, call, body, pipe);
    },
  };
}

const example = { messages: [{ role: 'user', content: 'Hello!' }], stream: true };

// The key of a pipe names it, where the body does not.
async function findPipe(
  { pipes, strict }: RunOptions,
  { headers }: Call,
  name: string | null | undefined,
): Promise<Pipe | undefined> {
  const key = /^Bearer\s+(?<key>pipe_\S+)$/i.exec(headers.authorization?.toString() ?? '')?.groups?.['key'];
  const found = name ? await pipes.find(name) : key === undefined ? undefined : await pipes.findByKey(key);
  // An app that is tried out here has its pipes elsewhere: it is answered all the same.
  if (found === undefined && strict && (name || key)) throw pipeNotFound(name ?? 'of this key');
  return found;
}

// A call that is repeated goes on in the thread that it made.
function nameThread({ naming }: Call): string {
  if (naming === undefined) return randomUUID();
  const digits = naming().ids(32, base16);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

async function run(options: RunOptions, call: Call, body: RunBody, pipe: Pipe | undefined): Promise<Answer> {
  const settings: PipeSettings = mergeSettings<PipeSettings>(pipe, body);
  const values = readVariables(pipe?.variables, body.variables);
  const fill = (messages: PipeSettings['messages']): LangbaseMessage[] =>
    (messages ?? []).map((each) => fillIn(each, values));
  const said = fill(body.messages);
  const prepared = fill(pipe?.messages).map(toMessage);
  const model = withoutProvider(pipe?.model ?? defaultModel);
  const passages = await readMemories(options, settings, said, model);
  const rules = [...prepared, ...tellPassages(passages)];
  const thread = body.threadId ?? body.thread_id ?? undefined;
  if (said.length === 0 && prepared.length === 0 && !body.variables && thread === undefined) {
    const sentence = 'messages has at least one message, where no pipe, variables or thread say anything';
    throw invalidBody(sentence, ['messages']);
  }
  const { ids } = nameAnswer(call, options);
  const turn: ThreadTurn = {
    thread: thread ?? nameThread(call),
    position: rules.length,
    drafts: said.map((each) => toDraft(each, ids)),
    keep: settings.store !== false,
    absent: thread !== undefined && options.strict ? 'refuse' : 'create',
    isNew: thread === undefined,
    began: call.received,
  };
  const request = toRequest(
    {
      model,
      messages: [...rules, ...said.map(toMessage)],
      settings,
      json: settings.json ?? false,
    },
    options.models,
  );
  return createAnswer(options, call, {
    request: passages.length === 0 ? { ...request, turn } : { ...request, turn, passages },
    streamed: body.stream ?? false,
    headers: { 'lb-thread-id': turn.thread },
    name: 'completion',
  });
}

function fillIn(sent: LangbaseMessage, values: ReadonlyMap<string, string>): LangbaseMessage {
  const { content } = sent;
  if (typeof content === 'string') return { ...sent, content: substitute(content, values) };
  if (!Array.isArray(content)) return sent;
  return { ...sent, content: content.map((part) => fillPart(part, values)) };
}

type Part = Exclude<LangbaseMessage['content'], string | null | undefined>[number];

function fillPart(part: Part, values: ReadonlyMap<string, string>): Part {
  return typeof part.text === 'string' ? { ...part, text: substitute(part.text, values) } : part;
}

// As many passages, the best first, as leave a model of so many tokens most of its room: a token has some four characters.
async function readMemories(
  { retrieve, models }: RunOptions,
  { memory }: PipeSettings,
  said: readonly LangbaseMessage[],
  model: string,
): Promise<readonly string[]> {
  const query = said.findLast(({ role }) => role === 'user');
  if (!memory || memory.length === 0 || query === undefined) return [];
  const names = memory.map(({ name }) => name);
  const found = await retrieve(names, toMessage(query).content);
  let room = models.resolve(model).contextLength;
  return found
    .filter(({ text }) => (room -= text.length) >= 0)
    .map(({ text, meta }) => `[${meta['documentName'] ?? 'document'}]\n${text}`);
}

function tellPassages(passages: readonly string[]): readonly Message[] {
  if (passages.length === 0) return [];
  return [{ role: 'system', content: `Answer from this context:\n\n${passages.join('\n\n')}` }];
}
