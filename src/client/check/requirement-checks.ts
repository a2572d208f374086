import { type Check, describeEnding, fail, formatSpan, onStream, pass, passOver, quote } from './finding.ts';
import { readFailure, readJson } from './chunk.ts';
import { readText } from './exchange-record.ts';
import { judgeFormat } from './judge-format.ts';
import { judgeContent } from './judge-content.ts';
import { judgeFirst, judgeRate } from './judge-timing.ts';
import { readAnswer } from './read-stream.ts';

const group = 'requirements';
const needs = ['stream'] as const;

/** The checks that a streaming endpoint is usually asked to meet. */
export const requirementChecks: readonly Check[] = [
  {
    name: 'reachable',
    group,
    title: 'The endpoint takes the request',
    needs,
    expects: () => 'status 200',
    judge({ stream }) {
      if (stream === undefined) return passOver('not tried');
      const { exchange } = stream;
      const { status, head = 0, headers } = exchange;
      if (status === undefined) return fail(describeEnding(exchange));
      if (status === 200) return pass(`200 after ${formatSpan(head)}`);
      if (headers.location !== undefined) return fail(`${status}: it moved to ${quote(headers.location)}`);
      if (status === 401) return fail('401: it wants a key (--api-key)');
      const text = readText(exchange).replace(/^data: /, '');
      return fail(`${status}: ${quote(readFailure(readJson(text)) ?? text.trim())}`);
    },
  },
  {
    name: 'format',
    group,
    title: 'The body is a stream of server-sent events of the dialect',
    needs,
    expects: ({ dialect }) => (dialect === 'completion' ? 'events with text' : 'events of JSON chunks'),
    judge: onStream(judgeFormat),
  },
  {
    name: 'chunks',
    group,
    title: 'The text comes in pieces',
    needs,
    expects: ({ limits }) => (limits.chunks === undefined ? 'any number' : `more than ${limits.chunks}`),
    judge: onStream(({ pieces }, { limits }) => {
      const came = `${pieces.length} pieces of text`;
      return pieces.length > (limits.chunks ?? -1) ? pass(came) : fail(came);
    }),
  },
  {
    name: 'characters',
    group,
    title: 'The text is long enough',
    needs,
    expects: ({ limits }) =>
      limits.characters === undefined ? 'any number' : `more than ${limits.characters}`,
    judge: onStream((stream, { limits }) => {
      const count = Array.from(readAnswer(stream)).length;
      const came = `${count} characters`;
      return count > (limits.characters ?? -1) ? pass(came) : fail(came);
    }),
  },
  {
    name: 'first-token',
    group,
    title: 'The first piece of text comes soon',
    needs: ['stream', 'again'],
    expects: ({ limits }) => `under ${limits.firstToken} ms`,
    judge: judgeFirst,
  },
  {
    name: 'throughput',
    group,
    title: 'The text comes fast enough',
    needs,
    expects: ({ limits }) => (limits.rate === undefined ? 'any rate' : `more than ${limits.rate} tokens/s`),
    judge: onStream(judgeRate),
  },
  {
    name: 'completion',
    group,
    title: 'The stream says that it is complete',
    needs,
    expects: ({ dialect }) => {
      if (dialect === 'wordstream') return 'the connection closes';
      return dialect === 'completion' ? 'an event: done' : 'data: [DONE]';
    },
    judge: onStream(({ isDone, exchange, pieces }, { dialect }) => {
      if (dialect === 'wordstream') {
        if (exchange.ending === 'left') return passOver(`still streaming after ${pieces.length} words`);
        return exchange.ending === 'whole' ? pass('the body ended') : fail(describeEnding(exchange));
      }
      return isDone ? pass('it came') : fail(`it did not come; ${describeEnding(exchange)}`);
    }),
  },
  {
    name: 'content',
    group,
    title: 'The text is readable and about the prompt',
    needs,
    expects: ({ dialect }) =>
      dialect === 'wordstream' || dialect === 'completion' ? 'text' : 'text about the prompt',
    judge: onStream(judgeContent),
  },
];
