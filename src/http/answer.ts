import type { Answer, Call, Endpoint } from '../core/dialect.ts';
import type { GenerationEvent, GenerationRequest } from '../core/generation.ts';
import { type Tally, createTally } from '../core/tally.ts';
import { asApiError, overloaded, tooLong } from '../core/refusals.ts';
import { giveTurn } from '../core/turns.ts';
import { type Collected, createCollector } from './collect.ts';
import { type HangUp, watchHangUp } from './hang-up.ts';
import type { Repeatable } from './idempotency.ts';
import { keepCall } from './kept-call.ts';
import { type LastingStream, makeLasting } from './lasting-stream.ts';
import { outlivesClient } from './on-disconnect.ts';
import { readPaceHeaders } from './pace-headers.ts';
import { type Ending, type Playing, play } from './play.ts';
import { readPriority } from './priority.ts';
import { createSocketReply } from './socket-reply.ts';
import type { Answering, Mount, ServerState } from './state.ts';
import { type Visit, sendPlain, tell, tellBug, tellEnding } from './visit.ts';

/** One answer on its way: what was asked, what says it, and how it is told to stop. */
interface Giving {
  readonly state: ServerState;
  readonly visit: Visit;
  readonly call: Call;
  readonly answer: Answer;
  readonly maxDuration: number;
  readonly batches: AsyncIterator<readonly GenerationEvent[]>;
  readonly hangUp: HangUp;
  /** The stream that the answer is, where it outlives its client. */
  readonly lasting: LastingStream | undefined;
  /** Absent: the call has no key with which it may be repeated. */
  readonly repeatable?: Repeatable;
  /** What counts it: nothing that is read for what an answer is told again, late as it is. */
  readonly tally: Tally;
}

/** What a call asks for, and where. */
export interface Asked extends Pick<Giving, 'call' | 'answer' | 'repeatable'> {
  readonly endpoint: Endpoint;
}

/** Generates what the call asks for and sends it, in a stream or whole; rejects with an ApiError while the head has not left. */
export async function giveAnswer(
  state: ServerState,
  visit: Visit,
  mount: Mount,
  { call, endpoint, answer: asked, repeatable }: Asked,
): Promise<void> {
  const { limits } = state;
  if (state.tally.running + state.tally.waiting >= limits.maxStreams) throw overloaded();
  const lasting = findLasting(call, asked);
  const answer = nameOnce(lasting?.answer ?? asked, call, repeatable);
  // Before anything is told: what a client has heard of, every server can go on with.
  if (lasting !== undefined) await state.streams.calls?.keep(keepCall(call, mount, endpoint, state.clock));
  const request = readWishes(call, answer.request);
  const hangUp = watchHangUp(visit.reply.raw);
  const batches = mount.generate(request, hangUp.signal)[Symbol.asyncIterator]();
  const maxDuration = mount.maxDuration ?? limits.maxDuration;
  // What is told again is no figure of this server: it is late by as much as its client was away.
  const tally = answer.began === undefined ? state.tally : createTally();
  const once = repeatable === undefined ? {} : { repeatable };
  const giving: Giving = {
    state,
    visit,
    call,
    answer,
    maxDuration,
    batches,
    hangUp,
    lasting,
    tally,
    ...once,
  };
  await (answer.streamed ? sendStream(giving) : sendWhole(giving));
}

// What goes on with a stream outlives its client already, and a whole answer has nothing to come back to.
function findLasting(call: Call, answer: Answer): LastingStream | undefined {
  const isOrdinary = answer.streamed && answer.request.resumable === undefined;
  return isOrdinary && outlivesClient(call) ? makeLasting(call, answer) : undefined;
}

function readWishes(call: Call, request: GenerationRequest): GenerationRequest {
  const pace = readPaceHeaders(call.headers);
  const priority = readPriority(call);
  const paced = pace === undefined ? request : { ...request, pace };
  return priority === undefined ? paced : { ...paced, priority };
}

// All calls with one key read one answer, which goes on without any of them.
function nameOnce(answer: Answer, { id, received }: Call, repeatable: Repeatable | undefined): Answer {
  if (repeatable === undefined) return answer;
  const named = { ...answer, request: { ...answer.request, resumable: { id } } };
  return repeatable.isRepeat ? { ...named, began: received } : named;
}

async function sendStream(giving: Giving): Promise<void> {
  const { state, visit, call, hangUp } = giving;
  state.tally.running += 1;
  try {
    const first = await giving.batches.next();
    if (giving.lasting !== undefined) state.streams.keep(giving.lasting, state.running);
    if (hangUp.signal.aborted) return leave(giving);
    if (first.done === true) throw asApiError('no beginning');
    const playing = startPlaying(giving, first.value);
    hangUp.heard = playing.abandon;
    const ending = await follow(giving, playing);
    if (ending.failure !== undefined) hangUp.giveUp();
    if (typeof ending.failure === 'object') tellBug(visit, ending.failure);
    giving.tally.duration.record(state.clock.now() - call.received);
    tell(visit, { ...describe(giving), status: 200, ...tellEnding(ending) });
  } finally {
    state.tally.running -= 1;
  }
}

function leave(giving: Giving): void {
  // Not awaited: an engine that is busy ends by its signal.
  void giving.batches.return?.().catch(() => undefined);
  tellAborted(giving);
}

async function follow({ state, answer }: Giving, playing: Playing): Promise<Ending> {
  const { running, streams } = state;
  const { resumable } = answer.request;
  const part = resumable === undefined ? undefined : streams.join(resumable.id, playing);
  running.add(playing);
  const ending = await playing.ended;
  running.delete(playing);
  part?.();
  return ending;
}

function startPlaying(
  { state, visit, call, answer, batches, maxDuration, tally }: Giving,
  first: readonly GenerationEvent[],
): Playing {
  const { clock } = state;
  const headers = { ...readHeaders(visit), ...answer.headers(clock.now() - call.received) };
  // A client that asked for the connection's end gets it, whatever the dialect usually says.
  if (/\bclose\b/i.test(String(call.headers['connection']))) headers['connection'] = 'close';
  visit.reply.hijack();
  const reply = createSocketReply(visit.reply.raw);
  reply.head(200, headers);
  // Whoever reads an answer again has as long for it as whoever asked first.
  const since = answer.began === undefined ? call.received : clock.now();
  const limits = { ...state.limits, maxDuration };
  return play({
    first,
    rest: batches,
    encoder: answer.encoder(),
    reply,
    clock,
    tally,
    began: answer.began ?? call.received,
    until: since + maxDuration,
    limits,
  });
}

// What hooks have set on the reply (CORS, the request's id) goes out with the hijacked head too.
function readHeaders({ reply }: Visit): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.getHeaders())) headers[name] = String(value);
  return headers;
}

async function sendWhole(giving: Giving): Promise<void> {
  const { state, visit, call, answer, batches, hangUp } = giving;
  const cut = Promise.withResolvers<never>();
  const answering: Answering = { fail: cut.reject };
  state.running.add(answering);
  state.tally.waiting += 1;
  try {
    const collected = await Promise.race([collect(giving), cut.promise]);
    const elapsed = state.clock.now() - call.received;
    count(giving.tally, collected, elapsed);
    sendPlain(
      visit,
      { status: 200, headers: answer.headers(elapsed), body: answer.body(collected.result) },
      { ...describe(giving), ...tellEnding({ ...collected, ttft: elapsed }) },
    );
  } catch (error) {
    // Not awaited: an engine that is busy ends by its signal.
    void batches.return?.().catch(() => undefined);
    if (hangUp.signal.aborted) return tellAborted(giving);
    hangUp.giveUp();
    throw error;
  } finally {
    state.running.delete(answering);
    state.tally.waiting -= 1;
  }
}

// Events after which others have their turn, as in a stream.
const burst = 256;

// The whole answer is there as soon as its last piece would be: a client waits as long as for the stream.
async function collect({ state, call, batches, hangUp, maxDuration }: Giving): Promise<Collected> {
  const collector = createCollector();
  let due = 0;
  let unyielded = 0;
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    for (const event of next.value) {
      collector.add(event);
      due = Math.max(due, event.due);
    }
    if (due > maxDuration) throw tooLong(maxDuration);
    unyielded += next.value.length;
    if (unyielded >= burst) {
      unyielded = 0;
      await giveTurn(state.clock);
    }
    hangUp.signal.throwIfAborted();
  }
  await state.clock.sleepUntil(call.received + due, hangUp.signal);
  return collector.collected();
}

function count(tally: Tally, { tokens, usage, result }: Collected, elapsed: number): void {
  tally.tokens += tokens;
  tally.promptTokens += usage.promptTokens;
  tally.timeToFirstToken.record(elapsed);
  tally.duration.record(elapsed);
  for (const choice of result.choices) tally.finished[choice.reason] += 1;
}

function tellAborted(giving: Giving): void {
  giving.state.tally.aborted += 1;
  tell(giving.visit, { ...describe(giving), status: 499, failure: 'aborted' });
}

function describe({ answer }: Giving) {
  return { model: answer.request.model, streamed: answer.streamed };
}
