import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alarm, createAlarms } from '../../src/core/alarms.ts';

type Act =
  | { readonly kind: 'set'; readonly index: number; readonly moment: number }
  | { readonly kind: 'clear'; readonly index: number };

type Step = Act | { readonly kind: 'run'; readonly span: number };

/** What the alarms of a heap do, done with a list that is searched each time. */
function createModel(count: number, task: (index: number) => void) {
  const moments = Array.from({ length: count }, () => Infinity);
  return {
    set(index: number, moment: number) {
      moments[index] = moment;
    },
    clear(index: number) {
      moments[index] = Infinity;
    },
    next: () => Math.min(...moments),
    run(now: number) {
      for (let first = Math.min(...moments); first <= now; first = Math.min(...moments)) {
        const index = moments.indexOf(first);
        moments[index] = Infinity;
        task(index);
      }
    },
  };
}

type Target = Pick<ReturnType<typeof createModel>, 'set' | 'clear'>;

const alarmCount = 7;
const index = fc.nat(alarmCount - 1);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('set'), index, moment: fc.nat(200) }),
  fc.record({ kind: fc.constant('clear'), index }),
);
const run = fc.record({ kind: fc.constant('run'), span: fc.nat(60) });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: acts }, { weight: 1, arbitrary: run }),
  { maxLength: 60 },
);
// What the tasks do when they run, one list of acts a task run.
const reactions = fc.array(fc.array(acts, { maxLength: 3 }), { maxLength: 30 });

// No two alarms share a moment, for the order of equals is not promised.
function apply(target: Target, act: Act, now = -1): void {
  if (act.kind === 'clear') return target.clear(act.index);
  const moment = act.moment * alarmCount + act.index;
  if (moment > now) target.set(act.index, moment);
}

describe('alarms', () => {
  it('ring as a searched list would, whatever tasks set and clear', () => {
    fc.assert(
      fc.property(steps, reactions, (all, answers) => {
        const heard: string[] = [];
        const expected: string[] = [];
        let now = 0;
        const alarms = createAlarms(() => undefined);
        const created: Alarm[] = Array.from({ length: alarmCount }, (_, each) =>
          alarms.create(() => {
            heard.push(`${each} at ${now}`);
            for (const one of answers[heard.length] ?? []) apply(real, one, now);
          }),
        );
        const real: Target = {
          set: (each, at) => created[each]?.set(at),
          clear: (each) => created[each]?.clear(),
        };
        const model = createModel(alarmCount, (each) => {
          expected.push(`${each} at ${now}`);
          for (const one of answers[expected.length] ?? []) apply(model, one, now);
        });

        for (const step of all) {
          if (step.kind === 'run') {
            now += step.span;
            alarms.run(now);
            model.run(now);
          } else {
            apply(real, step);
            apply(model, step);
          }
          expect(heard).toEqual(expected);
          expect(alarms.next()).toBe(model.next());
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('ring in the order of their moments', () => {
    const order: number[] = [];
    const alarms = createAlarms(() => undefined);
    const moments = Array.from({ length: 500 }, (_, each) => (each * 7919) % 1009);
    for (const each of moments) alarms.create(() => order.push(each)).set(each);
    alarms.run(2000);
    expect(order).toEqual(moments.toSorted((one, other) => one - other));
    expect(alarms.next()).toBe(Infinity);
  });

  it('leave what is set for the past in a run to the next run, however late it is', () => {
    // 2^35 ms are more than a year: there the next number is further away than a millionth.
    for (const now of [0, 1, 1e6, 1e9, 2 ** 34, 2 ** 35, 2 ** 41]) {
      let rung = 0;
      const alarms = createAlarms(() => undefined);
      const alarm = alarms.create(() => {
        rung += 1;
        if (rung < 100) alarm.set(0);
      });
      alarm.set(0);
      alarms.run(now);
      expect(rung).toBe(1);
      alarms.run(now + 1);
      expect(rung).toBe(2);
    }
  });

  it('tell of a new earliest moment, and only of that', () => {
    const told: number[] = [];
    const alarms = createAlarms((each) => told.push(each));
    const one = alarms.create(() => undefined);
    const other = alarms.create(() => undefined);
    one.set(50);
    other.set(60);
    other.set(40);
    one.set(45);
    other.clear();
    expect(told).toEqual([50, 40]);
    expect(alarms.next()).toBe(45);
  });

  it('go on after a task that throws', () => {
    const rung: string[] = [];
    const alarms = createAlarms(() => undefined);
    const broken = alarms.create(() => {
      throw new Error('broken');
    });
    broken.set(1);
    alarms.create(() => rung.push('other')).set(2);
    expect(() => alarms.run(5)).toThrow('broken');
    alarms.run(5);
    expect(rung).toEqual(['other']);
    expect(alarms.next()).toBe(Infinity);
  });
});
