import { type Check, describeEnding, fail, formatSpan, pass, passOver } from './finding.ts';
import { judgeTogether } from './judge-timing.ts';
import { together } from './evidence.ts';

const group = 'behaviour';

/** The checks of how an endpoint bears several clients, and clients that leave. */
export const behaviourChecks: readonly Check[] = [
  {
    name: 'concurrency',
    group,
    title: 'Streams do not wait for each other',
    needs: ['concurrency'],
    expects: () => `${together} streams side by side`,
    judge: ({ concurrency }) =>
      concurrency === undefined ? passOver('not tried') : judgeTogether(concurrency),
  },
  {
    name: 'hang-up',
    group,
    title: 'A client that leaves in the middle harms nobody',
    needs: ['stream', 'hang-up'],
    expects: () => 'next stream begins as soon',
    judge({ stream, hangUp }) {
      const usual = stream?.pieces[0]?.at;
      if (hangUp === undefined || usual === undefined) return passOver('no stream came');
      const { next, last } = hangUp;
      const at = next.pieces[0]?.at;
      if (at === undefined) return fail(`the next stream: ${describeEnding(next.exchange)}`);
      if (last.status === undefined) return fail(`the call after that: ${describeEnding(last)}`);
      const came = `after ${formatSpan(at)}; before: ${formatSpan(usual)}`;
      return at <= 2 * usual + 1000 ? pass(came) : fail(came);
    },
  },
  {
    name: 'running',
    group,
    title: 'A server of ours stops what nobody listens to',
    needs: ['hang-up'],
    expects: () => 'no more than before',
    judge({ hangUp }) {
      const { running } = hangUp ?? {};
      if (running === undefined) return passOver('its /metrics do not tell');
      const came = `${running.after} running, ${running.before} before`;
      return running.after <= running.before ? pass(came) : fail(came);
    },
  },
];
