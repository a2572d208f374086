import type { ChatEvent, ChatFinish } from '../../client/chat/read-answer.ts';
import type { Terminal } from '../terminal.ts';
import type { Session } from './session.ts';
import { type Statistics, formatStatistics } from './statistics.ts';
import { createVisibleText } from './visible-text.ts';
import { type WordWrap, createWordWrap } from '../word-wrap.ts';

/** What an answer came to. */
export interface Heard {
  readonly text: string;
  /** Whether it was stopped from here. */
  readonly isStopped: boolean;
  readonly statistics: Statistics;
  /** Absent where it was stopped. */
  readonly finish: ChatFinish | undefined;
}

/** Shows one answer as it comes. */
export interface View {
  delta(event: Extract<ChatEvent, { type: 'delta' }>): void;
  end(heard: Heard): void;
  /** Leaves what was shown, so that a message may follow. */
  fail(message: string): void;
}

const role = 'assistant> ';

/** Shows the text alone, with whose it is and what it took where somebody watches. */
export function createTextView({ options, terminal, paint, paintMessage }: Session): View {
  const { output, messages } = terminal;
  const visible = createVisibleText();
  const wrap = createWrap(terminal);
  let hasBegun = false;
  let isInLine = false;

  function write(text: string): void {
    if (text === '') return;
    if (!hasBegun && output.isTTY) output.write(paint('dim', role));
    hasBegun = true;
    isInLine = !text.endsWith('\n');
    output.write(wrap.push(text));
  }

  function endLine(): void {
    write(visible.end());
    if (isInLine) output.write('\n');
    isInLine = false;
  }

  return {
    delta: ({ text }) => write(visible.push(text)),
    end({ isStopped, statistics }) {
      endLine();
      // The terminal has echoed the key, maybe at the beginning of this line.
      const start = messages.isTTY ? '\r' : '';
      if (isStopped) messages.write(`${start}${paintMessage('yellow', 'Stopped.')} What came is kept.\n`);
      if (options.stats ?? messages.isTTY) {
        messages.write(`${paintMessage('dim', formatStatistics(statistics))}\n`);
      }
    },
    fail: endLine,
  };
}

// Where nobody watches, the text goes out as it is; and so it does where words cannot be moved or have no room.
function createWrap({ output, env }: Terminal): WordWrap {
  const isWrapped = output.isTTY && env['TERM'] !== 'dumb' && output.columns >= 20;
  if (!isWrapped) return { push: (text) => text };
  return createWordWrap(role.length, () => output.columns);
}

/** Shows each event as a line of JSON. */
export function createJsonView({ terminal: { output } }: Session): View {
  const write = (value: unknown): void => void output.write(`${quote(value)}\n`);
  return {
    delta: ({ type, text, moment }) => write({ type, text, moment: round(moment) }),
    end({ text, isStopped, statistics, finish }) {
      const { total, firstToken, tokensPerSecond } = statistics;
      write({
        type: 'finish',
        text,
        moment: round(total),
        finishReason: isStopped ? 'interrupted' : (finish?.reason ?? null),
        model: finish?.model ?? null,
        usage: finish?.usage ?? null,
        timeToFirstToken: firstToken === undefined ? null : round(firstToken),
        tokensPerSecond: tokensPerSecond === undefined ? null : round(tokensPerSecond),
      });
    },
    fail: (message) => write({ type: 'error', message }),
  };
}

// JSON leaves DEL and C1 as they are, which a terminal may obey.
function quote(value: unknown): string {
  return JSON.stringify(value).replace(
    /\p{Cc}/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
