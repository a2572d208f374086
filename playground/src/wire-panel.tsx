import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CodePanel } from './code-panel.tsx';
import type { Turn } from './conversation.tsx';
import { EventsTable } from './events-table.tsx';
import { FigureTiles, type WholeAnswer, WholeTiles } from './figure-tiles.tsx';
import { HeadersTable } from './headers-table.tsx';
import { ArrivalPlot, LatenessPlot } from './plots.tsx';
import { isStreamed } from './settings.ts';
import { TabList, TabPanel } from './tabs.tsx';
import { useRuns } from './use-run.ts';

const parts = { timing: 'Timing', events: 'Events', headers: 'Headers', code: 'Code' } as const;

interface WirePanelOptions {
  readonly turn: Turn | undefined;
  readonly keyed: boolean;
}

/** What went over the wire for one question. */
export function WirePanel({ turn, keyed }: WirePanelOptions): JSX.Element {
  const [part, setPart] = useState<keyof typeof parts>('timing');
  // Plots and lists cost more than a frame when they hold thousands of tokens.
  useRuns([turn?.run], 100);
  const panel = { group: 'wire', chosen: part };
  return (
    <section class="wire" aria-label="On the wire">
      <TabList
        label="On the wire"
        group="wire"
        names={parts}
        chosen={part}
        choose={(name) => setPart(name)}
      />
      {turn === undefined ? <p class="empty">Nothing has been asked yet.</p> : null}
      <TabPanel {...panel} name="timing">
        {turn === undefined || part !== 'timing' ? null : <Timing turn={turn} />}
      </TabPanel>
      <TabPanel {...panel} name="events">
        {turn === undefined || part !== 'events' ? null : <EventsTable key={turn} run={turn.run} />}
      </TabPanel>
      <TabPanel {...panel} name="headers">
        {turn === undefined || part !== 'headers' ? null : <HeadersTable run={turn.run} />}
      </TabPanel>
      <TabPanel {...panel} name="code">
        {turn === undefined || part !== 'code' ? null : <CodePanel call={turn.run.call} keyed={keyed} />}
      </TabPanel>
    </section>
  );
}

function Timing({ turn: { run, settings, schedule } }: { readonly turn: Turn }): JSX.Element {
  const { arrivals, tokens } = run.state;
  if (!isStreamed(settings)) return <WholeTiming came={arrivals[0]} tokens={tokens} />;
  const lane = { label: 'arrived', arrivals, tokens, schedule };
  return (
    <>
      <FigureTiles lane={lane} />
      <ArrivalPlot lanes={[lane]} isScheduled />
      {schedule === undefined ? (
        <p class="note">
          No pace of tokens is known here: give both numbers of the pace to see how late tokens were.
        </p>
      ) : (
        <LatenessPlot lanes={[lane]} />
      )}
    </>
  );
}

// What comes at once has neither a rate nor a token that could be late.
function WholeTiming(answer: WholeAnswer): JSX.Element {
  return (
    <>
      <WholeTiles {...answer} />
      <p class="note">
        The answer was asked for whole, so it came at once. Tick Stream to see each token’s time.
      </p>
    </>
  );
}
