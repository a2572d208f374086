import type { Clock } from '../core/clock.ts';
import type { WeightsProgress } from '../weights/hub-access.ts';
import { formatBytes } from '../weights/sizes.ts';
import type { Paint } from './terminal.ts';

/** Shows how far a pull is. */
export interface ProgressLine {
  tell(progress: WeightsProgress): void;
  /** Leaves what is shown as it is; what follows begins on a line of its own. */
  end(): void;
}

type Span = Extract<WeightsProgress, { readonly total: number | undefined }>;

/** Where messages go, and whether and how wide that is a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const redrawn = 100;

/** A bar that is drawn over itself on a terminal, and a line for each tenth elsewhere. */
export function createProgressLine(stream: ProgressStream, clock: Clock, paint: Paint): ProgressLine {
  let label = '';
  let started = 0;
  let shown = -Infinity;
  let tenth = 0;
  let isOpen = false;

  function end(): void {
    if (isOpen) stream.write('\n');
    isOpen = false;
  }

  function begin(span: Span): void {
    end();
    label = nameSpan(span);
    started = clock.now();
    shown = -Infinity;
    tenth = Math.floor((10 * span.bytes) / (span.total ?? Infinity));
    if (span.kind === 'download' && span.resumed > 0) {
      stream.write(`${span.file} goes on at ${formatBytes(span.resumed)}\n`);
    }
  }

  function draw(span: Span): void {
    const isWhole = span.bytes === span.total;
    if (clock.now() - shown < redrawn && !isWhole) return;
    shown = clock.now();
    const width = Math.min(80, stream.columns ?? 80) - 1;
    stream.write(`\r${formatBar(span, clock.now() - started, width, paint)}\u{1b}[K`);
    isOpen = true;
    if (isWhole) end();
  }

  function tellTenths({ bytes, total, ...span }: Span): void {
    if (total === undefined) return;
    const reached = Math.floor((10 * bytes) / total);
    if (reached <= tenth) return;
    tenth = reached;
    stream.write(`${nameSpan({ ...span, bytes, total })}: ${10 * reached} % of ${formatBytes(total)}\n`);
  }

  function say(text: string): void {
    end();
    stream.write(`${text}\n`);
  }

  return {
    end,
    tell(progress) {
      switch (progress.kind) {
        case 'retry':
          label = '';
          return say(`${progress.file}: ${progress.reason}; tries again in ${progress.wait / 1000} s`);
        case 'wait':
          return say('Another process fetches the same weights; waits for it.');
        case 'download':
        case 'convert':
          if (nameSpan(progress) !== label) begin(progress);
          return stream.isTTY === true ? draw(progress) : tellTenths(progress);
      }
    },
  };
}

function nameSpan({ kind, file }: Span): string {
  return kind === 'convert' ? 'converting' : file;
}

function formatBar(span: Span, elapsed: number, width: number, paint: Paint): string {
  const { bytes, total } = span;
  const before = span.kind === 'download' ? span.resumed : 0;
  const rate = elapsed > 0 ? ((bytes - before) / elapsed) * 1000 : 0;
  const name = nameSpan(span).slice(0, 24).padEnd(17);
  if (total === undefined) return `${name}  ${formatBytes(bytes)}  ${formatBytes(rate)}/s`.slice(0, width);
  const percent = `${Math.floor((100 * bytes) / Math.max(1, total))} %`.padStart(5);
  const facts = `${percent}  ${formatBytes(bytes)} of ${formatBytes(total)}  ${formatRest(total - bytes, rate)}`;
  const room = width - name.length - facts.length - 4;
  if (room < 8) return `${name}${facts}`.slice(0, width);
  const done = Math.round((room * bytes) / Math.max(1, total));
  return `${name}  ${paint('cyan', '█'.repeat(done))}${'░'.repeat(room - done)}  ${facts}`;
}

function formatRest(bytes: number, rate: number): string {
  const seconds = Math.ceil(bytes / rate);
  if (bytes === 0) return '';
  return seconds < 1e5 ? `${formatBytes(rate)}/s  ${seconds} s left` : '';
}
