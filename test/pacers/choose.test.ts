import { describe, expect, it } from 'vitest';
import { choosePacer, paceOptions } from '../../src/pacers/choose.ts';

describe('choosePacer', () => {
  it.each([
    [{}, 'steady'],
    [{ jitter: 0, jitterShape: 'log-normal' }, 'steady'],
    [{ jitter: 0.2 }, 'jittered'],
    [{ instant: true, jitter: 0.2 }, 'instant'],
  ])('answers %o with %s', (pace, name) => {
    expect(choosePacer(paceOptions.parse(pace)).name).toBe(name);
  });
});
