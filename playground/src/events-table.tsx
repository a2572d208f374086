import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readEvent } from './answers.ts';
import type { HeardEvent } from './run-state.ts';
import type { Run } from './run.ts';
import type { Dialect } from './settings.ts';

const size = 100;

/** Each event as it came, with its moment; a page at a time, since a stream has thousands. */
export function EventsTable({ run: { state, dialect } }: { readonly run: Run }): JSX.Element {
  const { events, breaks } = state;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const last = Math.max(0, Math.ceil(events.length / size) - 1);
  // Until a page is chosen the end is followed.
  const page = Math.min(chosen ?? last, last);
  const shown = events.slice(page * size, (page + 1) * size);
  return (
    <>
      <div class="pager">
        <span>
          {events.length === 0
            ? 'No events yet'
            : `${page * size + 1}–${page * size + shown.length} of ${events.length}`}
          {breaks.length === 0 ? '' : `, ${breaks.length} × broken off`}
        </span>
        <button type="button" disabled={page === 0} onClick={() => setChosen(page - 1)}>
          Earlier
        </button>
        <button
          type="button"
          disabled={page === last}
          onClick={() => setChosen(page + 1 >= last ? undefined : page + 1)}
        >
          Later
        </button>
      </div>
      <div class="events-head" aria-hidden="true">
        <span>ms</span>
        <span>id</span>
        <span>tells</span>
        <span>data</span>
      </div>
      <ol class="events" start={page * size + 1} aria-label="Events">
        {shown.map((heard, index) => (
          <li key={page * size + index}>
            <details>
              <summary>
                <time>{heard.at.toFixed(1)}</time>
                <span>{heard.id}</span>
                <q>{describe(dialect, heard)}</q>
                <code>{heard.data}</code>
              </summary>
              <pre tabIndex={0}>
                <code>{heard.data}</code>
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

// What tells one event from the next: their data begin alike.
function describe(dialect: Dialect, event: HeardEvent): string {
  if (event.event === 'body') return 'whole body';
  const { text, finish, error, over, tokens } = readEvent(dialect, event);
  if (text !== undefined) return JSON.stringify(text);
  if (finish !== undefined) return `finish: ${finish}`;
  if (error !== undefined) return 'error';
  if (tokens !== undefined) return 'usage';
  return over === true ? 'end' : 'begin';
}
