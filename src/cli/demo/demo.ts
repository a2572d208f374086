import { type Clock, createClock } from '../../core/clock.ts';
import { hear } from '../chat/hear.ts';
import { createInterrupts } from '../chat/interrupts.ts';
import type { View } from '../chat/view.ts';
import { type Terminal, createPaint } from '../terminal.ts';
import { type DemoState, completion } from './frame.ts';
import { type DemoOptions, readDemoOptions } from './options.ts';
import { type Screen, createScreen } from './screen.ts';
import { openStage, overture, prompt } from './stage.ts';

/** Shows a stream token by token, or writes captures of one; gives the status to end with. */
export async function demo(given: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<number> {
  const options = readDemoOptions(given);
  if (options.out === undefined) return play(options, terminal, createClock());
  const { record } = await import('./record.ts');
  return record({
    out: options.out,
    tokensPerSecond: options.tokensPerSecond,
    terminal,
    clock: createClock(),
  });
}

async function play(options: DemoOptions, { output, env }: Terminal, clock: Clock): Promise<number> {
  const screen = createScreen({ output, env, paint: createPaint(output) });
  const show = createShow(screen, clock);
  const stage = await openStage(options.tokensPerSecond, clock);
  const interrupts = createInterrupts(clock, () => process.exit(130));
  try {
    return await interrupts.during(async (signal) => {
      show.announce();
      await clock.sleepUntil(clock.now() + overture, signal).catch(() => undefined);
      show.begin();
      const { isStopped } = await hear(stage.question, show.view, { clock, signal });
      return isStopped ? 130 : 0;
    });
  } finally {
    show.end();
    interrupts.close();
    await stage.close();
  }
}

// How often the time is shown again while no token comes.
const redrawn = 100;

function createShow(screen: Screen, clock: Clock) {
  let state: DemoState = {
    stage: 'starting the server',
    tokens: 0,
    elapsed: 0,
    prompt,
    text: '',
    summary: '',
  };
  let began = 0;
  let first = 0;
  const tick = clock.alarm(() => {
    tick.set(clock.now() + redrawn);
    change({});
  });

  function change(changes: Partial<DemoState>): void {
    state = { ...state, elapsed: clock.now() - began, ...changes };
    screen.show(state);
  }

  const view: View = {
    delta({ text, moment }) {
      if (state.tokens === 0) first = moment;
      change({ stage: 'streaming', tokens: state.tokens + 1, text: state.text + text, elapsed: moment });
    },
    end({ isStopped, statistics: { total } }) {
      const facts = `${state.tokens} tokens in ${(total / 1000).toFixed(1)} s, the first after ${Math.round(first)} ms.`;
      const summary = isStopped ? 'Stopped.' : `${completion}\n${facts}`;
      change({ stage: isStopped ? 'stopped' : 'complete', elapsed: total, summary });
    },
    fail: () => undefined,
  };

  screen.show(state);
  return {
    view,
    announce: () => change({ stage: 'about to ask', elapsed: 0 }),
    begin() {
      began = clock.now();
      change({ stage: 'streaming' });
      tick.set(began + redrawn);
    },
    end() {
      tick.clear();
      screen.end();
    },
  };
}
