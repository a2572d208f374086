import { behaviourChecks } from './behaviour-checks.ts';
import { errorChecks } from './error-checks.ts';
import type { Check } from './finding.ts';
import { headerChecks } from './header-checks.ts';
import { requirementChecks } from './requirement-checks.ts';
import { wireChecks } from './wire-checks.ts';

/** All checks, in the order in which they are told. */
export const checks: readonly Check[] = [
  ...requirementChecks,
  ...headerChecks,
  ...wireChecks,
  ...errorChecks,
  ...behaviourChecks,
];
