import { z } from 'zod';
import type { RefusalName } from './calls.ts';
import { readFailure, readJson } from './chunk.ts';
import { type Exchange, readText } from './exchange-record.ts';
import { type Check, type Judgement, describeEnding, fail, pass, passOver, quote, warn } from './finding.ts';
import type { CheckDialect } from './plan.ts';

interface Refusal {
  readonly name: RefusalName;
  readonly title: string;
  readonly dialects?: readonly CheckDialect[] | undefined;
  readonly statuses: readonly number[];
}

const refusals: readonly Refusal[] = [
  {
    name: 'bad-json',
    title: 'A body that is no JSON is refused',
    dialects: ['openai', 'langbase', 'prompt'],
    statuses: [400, 422],
  },
  {
    name: 'bad-request',
    title: 'A request without messages, with an empty prompt or a wrong number is refused',
    dialects: ['openai', 'langbase', 'prompt', 'completion'],
    statuses: [400, 422],
  },
  {
    name: 'long-prompt',
    title: 'A prompt of more than 5000 characters is refused',
    dialects: ['prompt'],
    statuses: [400, 413],
  },
  {
    name: 'not-streamed',
    title: 'A prompt without stream: true is refused',
    dialects: ['prompt'],
    statuses: [400, 422],
  },
  { name: 'unknown-path', title: 'A path that is not there is refused', statuses: [404, 405] },
];

/** The checks of how requests are refused. */
export const errorChecks: readonly Check[] = refusals.map(createCheck);

function createCheck({ name, title, dialects, statuses }: Refusal): Check {
  return {
    name,
    group: 'errors',
    title,
    dialects,
    needs: [name],
    expects: () => `${statuses.join(' or ')}, error object`,
    judge(evidence, { dialect }) {
      const exchange = evidence.refusals[name];
      if (exchange === undefined) return passOver('not tried');
      return judgeRefusal(exchange, statuses, { dialect, name });
    },
  };
}

function judgeRefusal(
  exchange: Exchange,
  statuses: readonly number[],
  { dialect, name }: { readonly dialect: CheckDialect; readonly name: RefusalName },
): Judgement {
  const { status, headers, ending } = exchange;
  if (status === undefined || ending !== 'whole') return fail(describeEnding(exchange));
  const text = readText(exchange).trim();
  if (/html/i.test(headers['content-type'] ?? '') || text.startsWith('<')) return fail(`${status} in HTML`);
  if (!statuses.includes(status)) return fail(`status ${status}`);
  if (text === '') return name === 'unknown-path' ? warn(`${status}, no body`) : fail(`${status}, no body`);
  const value = readJson(text.replace(/^data: ?/, ''));
  const message = readFailure(value);
  if (message === undefined) return fail(`${status}, no error object: ${quote(text)}`);
  if (dialect === 'openai' && !openaiError.safeParse(value).success) {
    return fail(`${status}, error without message or type`);
  }
  return pass(`${status} ${quote(message)}`);
}

const openaiError = z.object({ error: z.object({ message: z.string(), type: z.string() }) });
