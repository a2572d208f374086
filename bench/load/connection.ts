import { type Socket, connect } from 'node:net';
import { createAnswerReader } from './answer-reader.ts';
import { type Figures, countDue, countError } from './figures.ts';
import type { LoadPlan } from './plan.ts';

/** One connection that asks again and again. */
export interface Connection {
  /** Asks for the first time at the moment, then by the plan. */
  start(moment: number): void;
  /** Counts what the running answer owes and closes. */
  stop(): void;
}

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly plan: LoadPlan;
  readonly figures: Figures;
  readonly request: Buffer;
  readonly host: string;
  readonly port: number;
  /** Where all connections read to: each read is looked at before the next one. */
  readonly buffer: Buffer;
}

/** Opens a connection; resolves when it stands. */
export function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { plan, figures, request, host, port, buffer } = options;
  const { stream, period } = plan;
  const pieces = stream?.pieces ?? 0;
  const lead = stream?.lead ?? 0;
  const events = stream === undefined ? 0 : lead + pieces + stream.trail;
  const first = stream?.pace?.first ?? 0;
  const gap = stream?.pace?.gap ?? -1;
  let planned = Infinity;
  // The moment from which the running answer is counted.
  let asked = Infinity;
  let seen = 0;
  let now = 0;
  let done = false;
  let stopped = false;
  let asking = false;

  function ask(moment: number): void {
    if (stopped) return;
    asking = true;
    asked = moment;
    seen = 0;
    done = false;
    socket.write(request);
  }

  // Open loop: an answer that outlasts its time counts against the moment that was planned, not against the one it left.
  function planNext(): void {
    const moment = performance.now();
    if (moment >= planned) ask(planned);
    else setTimeout(() => ask(performance.now()), planned - moment);
  }

  const isCounted = (): boolean => now >= figures.from && now < figures.to;

  const read = createAnswerReader({
    begun() {
      if (isCounted()) figures.firstByte.record(now - asked);
    },
    event(isDone) {
      const piece = seen - lead;
      seen += 1;
      done = isDone;
      if (piece < 0 || piece >= pieces || !isCounted()) return;
      figures.pieces += 1;
      if (piece === 0) figures.firstPiece.record(now - asked);
      if (gap >= 0) figures.lateness.record(now - asked - first - piece * gap);
    },
    ended(status) {
      if (status !== 200) countError(figures, `status ${status}`);
      if (seen !== events) countError(figures, `${seen} events in place of ${events}`);
      if (stream !== undefined && !done) countError(figures, 'no [DONE]');
      if (isCounted()) figures.answers += 1;
      countOwed();
      asking = false;
      planned = period > 0 ? planned + period : now;
      planNext();
    },
  });

  function countOwed(): void {
    const { from, to } = figures;
    if (stream?.pace !== undefined) figures.due += countDue(stream.pace, pieces, { sent: asked, from, to });
  }

  function take(count: number): boolean {
    now = performance.now();
    if (isCounted()) figures.bytes += count;
    try {
      read(buffer, count);
    } catch (error) {
      countError(figures, String(error));
      stop();
    }
    return true;
  }

  function stop(): void {
    if (asking) countOwed();
    stopped = true;
    asking = false;
    socket.destroy();
  }

  const socket: Socket = connect({ host, port, noDelay: true, onread: { buffer, callback: take } });
  socket.on('error', (error: NodeJS.ErrnoException) => countError(figures, error.code ?? error.message));
  socket.on('close', () => {
    if (!stopped) countError(figures, 'closed by the server');
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve({
        start(moment) {
          planned = moment;
          planNext();
        },
        stop,
      });
    });
  });
}
