import { z } from 'zod';
import { type Chunk, type Usage, readJson, usageSchema } from './chunk.ts';
import type { Evidence } from './evidence.ts';
import { readText } from './exchange-record.ts';
import { type Judgement, describeEnding, fail, pass, passOver, quote, warn } from './finding.ts';
import type { CheckPlan } from './plan.ts';
import type { StreamRecord } from './read-stream.ts';

/** Judges where usage is told, and whether its numbers add up. */
export function judgeUsage({ stream, usage }: Evidence, { dialect }: CheckPlan): Judgement {
  if (stream?.exchange.status !== 200) return passOver('no stream came');
  if (dialect === 'langbase') {
    const told = withUsage(stream.chunks);
    const isBroken = !stream.isDone && stream.exchange.ending !== 'whole';
    return isBroken ? passOver('the stream broke off') : judgeTold(told);
  }
  if (withUsage(stream.chunks).length > 0) return fail('told without being asked for');
  if (usage === undefined) return passOver('not tried');
  if (usage.exchange.status !== 200) {
    return fail(`stream_options got ${usage.exchange.status ?? describeEnding(usage.exchange)}`);
  }
  if (!usage.isDone && usage.exchange.ending !== 'whole') return passOver('the stream broke off');
  const told = withUsage(usage.chunks);
  const [chunk] = told;
  if (chunk !== undefined && chunk !== usage.chunks.at(-1)) return fail('told before the last chunk');
  if (chunk !== undefined && chunk.choices.length > 0) return fail('told in a chunk that has a choice');
  return judgeTold(told);
}

function withUsage(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.filter((chunk) => chunk.usage != null);
}

function judgeTold(told: readonly Chunk[]): Judgement {
  if (told.length === 0) return fail('none came');
  if (told.length > 1) return fail(`told ${told.length} times`);
  return judgeSum(told[0]?.usage);
}

function judgeSum(told: unknown): Judgement {
  const usage = usageSchema.safeParse(told).data;
  if (usage === undefined) return fail(`no counts: ${quote(JSON.stringify(told) ?? 'nothing')}`);
  const { prompt_tokens: prompt, completion_tokens: completion, total_tokens: total } = usage;
  const sum = `${prompt} + ${completion} = ${total}`;
  return prompt + completion === total ? pass(sum) : fail(`wrong: ${sum}`);
}

/** Judges whether each piece of text is one token: by the usage where it is told, else by the words in a piece. */
export function judgeTokens({ stream, usage }: Evidence, { dialect }: CheckPlan): Judgement {
  if (stream?.exchange.status !== 200 || stream.pieces.length === 0) return passOver('no text came');
  const told = dialect === 'langbase' ? stream : usage;
  const counts = told === undefined ? undefined : readUsage(told);
  if (told === undefined || counts === undefined) return judgeWords(stream);
  const tokens = counts.completion_tokens - (counts.completion_tokens_details?.reasoning_tokens ?? 0);
  const pieces = told.pieces.length;
  const came = `${tokens} tokens in ${pieces} pieces`;
  if (tokens === pieces) return pass(came);
  // Some count the token that ends the answer; pieces of Langbase's samples are groups of words.
  const isNear = Math.abs(tokens - pieces) <= Math.max(1, tokens / 10);
  return isNear || dialect === 'langbase' ? warn(came) : fail(came);
}

function readUsage({ chunks }: StreamRecord): Usage | undefined {
  return usageSchema.safeParse(withUsage(chunks)[0]?.usage).data;
}

function judgeWords({ pieces }: StreamRecord): Judgement {
  const several = pieces.filter(({ text }) => text.trim().split(/\s+/).length > 1);
  const came = `${several.length} of ${pieces.length} pieces hold several words`;
  return several.length > pieces.length / 10 ? fail(came) : pass(came);
}

const completion = z.object({
  object: z.literal('chat.completion'),
  model: z.string(),
  choices: z.tuple([
    z.object({
      message: z.object({ role: z.literal('assistant'), content: z.string().nullable() }),
      finish_reason: z.string(),
    }),
  ]),
  usage: z.unknown().optional(),
});
const run = z.object({ completion: z.string(), raw: completion });

/** Judges an answer that is no stream: its shape, its sum, and whether it is of the model that streams. */
export function judgeWhole({ stream, whole }: Evidence, { dialect }: CheckPlan): Judgement {
  if (whole === undefined) return passOver('not tried');
  if (whole.ending !== 'whole') return fail(describeEnding(whole));
  if (whole.status !== 200) return fail(`status ${whole.status}`);
  const type = whole.headers['content-type'] ?? 'none';
  if (!type.startsWith('application/json')) return fail(`content-type: ${quote(type)}`);
  const value = readJson(readText(whole));
  const parsed = dialect === 'langbase' ? run.safeParse(value) : completion.safeParse(value);
  if (!parsed.success) return fail(`without ${parsed.error.issues[0]?.path.join('.')}`);
  const body = 'raw' in parsed.data ? parsed.data.raw : parsed.data;
  const streamed = stream?.chunks[0]?.model;
  if (streamed !== undefined && streamed !== body.model)
    return fail(`of another model: ${quote(body.model)}`);
  const sum = judgeSum(body.usage);
  return sum.outcome === 'pass' ? pass(`${body.choices[0].finish_reason}, usage ${sum.came}`) : sum;
}
