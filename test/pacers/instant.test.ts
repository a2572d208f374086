import { expect, it } from 'vitest';
import { createInstant } from '../../src/pacers/instant.ts';
import { describePacer } from '../contracts/pacer.ts';

describePacer('instant', createInstant, { first: 0, gap: 0, tolerance: 0 });

it('says that its pieces may travel together', () => {
  expect(createInstant().instant).toBe(true);
});
