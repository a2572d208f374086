import type { JSX } from 'preact';
import type { Run } from './run.ts';

/** What was sent and what the answer's head said. */
export function HeadersTable({ run: { call, state, key } }: { readonly run: Run }): JSX.Element {
  const sent = Object.entries(call.headers);
  return (
    <>
      <h3>
        <code>
          {call.method} {call.path}
        </code>
      </h3>
      <Pairs label="Request headers" pairs={key === '' ? sent : [...sent, ['authorization', 'Bearer …']]} />
      {call.body === undefined ? null : (
        <pre tabIndex={0}>
          <code>{JSON.stringify(call.body, undefined, 2)}</code>
        </pre>
      )}
      <h3>{state.status === undefined ? 'No answer yet' : `Answer ${state.status}`}</h3>
      <Pairs label="Response headers" pairs={state.headers} />
    </>
  );
}

interface PairsOptions {
  readonly label: string;
  readonly pairs: readonly (readonly [string, string])[];
}

function Pairs({ label, pairs }: PairsOptions): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="pairs">
        <tbody>
          {pairs.map(([name, value]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
