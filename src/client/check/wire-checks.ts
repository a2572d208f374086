import { type Check, onStream, passOver } from './finding.ts';
import { judgeEnd, judgeFinish, judgeIdentity, judgeRole, judgeWide } from './judge-chunks.ts';
import { judgeFlushes } from './judge-timing.ts';
import { judgeTokens, judgeUsage, judgeWhole } from './judge-usage.ts';
import type { CheckDialect } from './plan.ts';

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
    expects: () => 'pieces spread over time',
    judge: judgeFlushes,
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
    expects: () => 'role in the first chunk',
    judge: onStream(judgeRole),
  },
  {
    name: 'identity',
    group,
    title: 'All chunks of a stream have one id, object, created and model',
    dialects: chat,
    needs,
    expects: () => 'one id, model, created',
    judge: onStream(judgeIdentity),
  },
  {
    name: 'finish',
    group,
    title: 'A finish reason comes once, in the last chunk with a choice',
    dialects: chat,
    needs,
    expects: () => 'one reason, at the end',
    judge: onStream(judgeFinish),
  },
  {
    name: 'usage',
    group,
    title: 'Usage comes when it is asked for, once, and adds up',
    dialects: chat,
    needs: ['stream', 'usage'],
    expects: ({ dialect }) => (dialect === 'openai' ? 'when asked for, adds up' : 'once, adds up'),
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
