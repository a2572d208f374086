import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RunState } from './run-state.ts';

const size = 100;

/** Each event as it came, with its moment; a page at a time, since a stream has thousands. */
export function EventsTable({
  state: { events, breaks },
}: {
  readonly state: Readonly<RunState>;
}): JSX.Element {
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
        <span>data</span>
      </div>
      <ol class="events" start={page * size + 1} aria-label="Events">
        {shown.map(({ at, id, event, data }, index) => (
          <li key={page * size + index}>
            <details>
              <summary>
                <time>{at.toFixed(1)}</time>
                <span>{id}</span>
                <code>{event === 'message' ? data : `${event}: ${data}`}</code>
              </summary>
              <pre tabIndex={0}>
                <code>{data}</code>
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
