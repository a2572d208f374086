import { judgeTokens, judgeUsage, judgeWhole } from './judge-usage.ts';
import {
  type Check,
  type Judgement,
  describeEnding,
  fail,
  onStream,
  pass,
  passOver,
  quote,
} from './finding.ts';
import { readText } from './exchange.ts';
import { judgeFlush } from './judge-timing.ts';
import type { CheckDialect } from './plan.ts';
import type { StreamRecord } from './read-stream.ts';

const group = 'wire';
const needs = ['stream'] as const;
const chat: readonly CheckDialect[] = ['openai', 'langbase'];
const signalled: readonly CheckDialect[] = ['openai', 'langbase', 'prompt', 'completion'];

/** The checks of what goes over the wire, event by event. */
export const wireChecks: readonly Check[] = [
  {
    name: 'flush',
    group,
    title: 'Pieces are sent as they come into being',
    needs,
    expects: () => 'pieces spread over the time',
    judge: onStream(judgeFlush),
  },
  {
    name: 'end',
    group,
    title: 'Nothing follows the signal of completion',
    dialects: signalled,
    needs,
    expects: () => 'nothing after the signal',
    judge: onStream(judgeEnd),
  },
  {
    name: 'role',
    group,
    title: 'The first chunk tells the role',
    dialects: chat,
    needs,
    expects: () => 'role assistant in the first chunk',
    judge: onStream(({ chunks }) => {
      const delta = chunks.find(({ choices }) => choices.length > 0)?.choices[0]?.delta;
      if (delta === undefined) return passOver('no chunks came');
      return delta.role === 'assistant'
        ? pass('it is there')
        : fail(`first delta: ${quote(JSON.stringify(delta))}`);
    }),
  },
  {
    name: 'identity',
    group,
    title: 'All chunks of a stream have one id, object, created and model',
    dialects: chat,
    needs,
    expects: () => 'one id, model, created, object',
    judge: onStream(judgeIdentity),
  },
  {
    name: 'finish',
    group,
    title: 'A finish reason comes once, in the last chunk with a choice',
    dialects: chat,
    needs,
    expects: () => 'one finish reason, at the end',
    judge: onStream(judgeFinish),
  },
  {
    name: 'usage',
    group,
    title: 'Usage comes when it is asked for, once, and adds up',
    dialects: chat,
    needs: ['stream', 'usage'],
    expects: ({ dialect }) =>
      dialect === 'openai' ? 'only with include_usage; adds up' : 'once, with a sum that adds up',
    judge: judgeUsage,
  },
  {
    name: 'tokens',
    group,
    title: 'Each piece of text is one token, or one word',
    dialects: ['openai', 'langbase', 'completion', 'wordstream'],
    needs: ['stream', 'usage'],
    expects: ({ dialect }) => (dialect === 'wordstream' ? 'one word a piece' : 'one token a piece'),
    judge: judgeTokens,
  },
  {
    name: 'whole',
    group,
    title: 'An answer that is not streamed agrees with one that is',
    dialects: chat,
    needs: ['stream', 'whole'],
    expects: ({ dialect }) => (dialect === 'openai' ? 'a chat.completion' : 'completion and raw'),
    judge: judgeWhole,
  },
  {
    name: 'emoji',
    group,
    title: 'Characters of several bytes are never cut',
    dialects: signalled,
    needs: ['wide'],
    expects: () => 'emoji and accents whole',
    judge({ wide }) {
      if (wide === undefined) return passOver('not tried');
      return wide.exchange.status === 200 ? judgeWide(wide) : passOver('no stream came');
    },
  },
];

function judgeEnd({ isDone, afterDone, exchange }: StreamRecord): Judgement {
  if (!isDone) return passOver('the signal did not come');
  if (afterDone > 0) return fail(`${afterDone} more event${afterDone === 1 ? '' : 's'}`);
  if (exchange.ending === 'late') return fail('the body was still open 1 s later');
  return exchange.ending === 'whole' ? pass('the body ended') : fail(describeEnding(exchange));
}

function judgeIdentity({ chunks }: StreamRecord): Judgement {
  if (chunks.length === 0) return passOver('no chunks came');
  for (const key of ['id', 'object', 'created', 'model'] as const) {
    const values = new Set(chunks.map((chunk) => chunk[key]));
    if (values.has(undefined)) return fail(`a chunk without ${key}`);
    if (values.size > 1) return fail(`${values.size} values of ${key}`);
  }
  const { object, id } = chunks[0] ?? {};
  if (object !== 'chat.completion.chunk') return fail(`object: ${quote(JSON.stringify(object))}`);
  return pass(quote(String(id)));
}

function judgeFinish({ chunks }: StreamRecord): Judgement {
  const reasons = chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? []);
  const [reason] = reasons;
  if (reason === undefined) return fail('none');
  if (reasons.length > 1) return fail(`${reasons.length} of them`);
  const last = chunks.findLast(({ choices }) => choices.length > 0)?.choices[0];
  return last?.finish_reason == null ? fail(`${quote(reason)}, and more text after it`) : pass(quote(reason));
}

function judgeWide({ exchange, pieces }: StreamRecord): Judgement {
  const text = pieces.map((piece) => piece.text).join('');
  if (readText(exchange).includes('\uFFFD') || text.includes('\uFFFD'))
    return fail('bytes that are no UTF-8');
  if (pieces.some((piece) => !piece.text.isWellFormed())) return fail('half a character in a piece');
  const count = Array.from(text).filter((character) => character > '\u{7F}').length;
  return count === 0 ? passOver('no such characters came') : pass(`${count} such characters`);
}
