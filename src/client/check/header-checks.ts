import { type Check, fail, onStream, pass, passOver, quote, warn } from './finding.ts';

const group = 'requirements';
const needs = ['stream'] as const;

/** The checks of a stream's headers. */
export const headerChecks: readonly Check[] = [
  {
    name: 'content-type',
    group,
    title: 'The stream says that it is one',
    needs,
    expects: () => 'text/event-stream',
    judge: onStream(({ exchange }) => {
      const type = exchange.headers['content-type'] ?? 'none';
      return /^text\/event-stream(?:\s*;|$)/i.test(type) ? pass(quote(type)) : fail(quote(type));
    }),
  },
  {
    name: 'cache-control',
    group,
    title: 'Nothing on the way keeps the stream',
    needs,
    expects: () => 'no-cache or no-store',
    judge: onStream(({ exchange }, { dialect }) => {
      const control = exchange.headers['cache-control'] ?? 'none';
      if (/no-cache|no-store/i.test(control)) return pass(quote(control));
      return dialect === 'prompt' || dialect === 'wordstream' ? fail(quote(control)) : warn(quote(control));
    }),
  },
  {
    name: 'buffering',
    group,
    title: 'Proxies are told not to hold the stream back',
    dialects: ['openai', 'langbase', 'prompt', 'completion'],
    needs,
    expects: () => 'X-Accel-Buffering: no',
    judge: onStream(({ exchange }, { dialect }) => {
      const [value = 'none'] = [exchange.headers['x-accel-buffering']].flat();
      if (value === 'no') return pass('no');
      return dialect === 'prompt' ? fail(quote(value)) : warn(quote(value));
    }),
  },
  {
    name: 'connection',
    group,
    title: 'The connection is kept or closed after the stream, as its head says',
    needs: ['stream', 'unknown-path'],
    expects: ({ dialect }) => (dialect === 'wordstream' ? 'as its head says' : 'kept open'),
    judge({ stream, refusals }, { dialect }) {
      const next = refusals['unknown-path'];
      if (stream === undefined || next === undefined) return passOver('not tried');
      const { headers, version, ending } = stream.exchange;
      if (ending !== 'whole') return passOver('the stream did not end by itself');
      const said = headers.connection?.toLowerCase() ?? (version === '1.0' ? 'close' : 'keep-alive');
      if (said === 'close')
        return dialect === 'wordstream' ? pass('close') : warn('close: each call connects anew');
      return next.reused ? pass('kept open, used again') : warn(`says ${quote(said)}, but closes`);
    },
  },
];
