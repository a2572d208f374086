import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireCall } from './calls.ts';
import { type Place, keyVariable, writeCurl, writeJavaScript, writePython } from './snippets.ts';

interface Language {
  readonly name: string;
  write(call: WireCall, place: Place): string;
}

const languages: readonly Language[] = [
  { name: 'curl', write: writeCurl },
  { name: 'Python', write: writePython },
  { name: 'JavaScript', write: writeJavaScript },
];

interface CodePanelOptions {
  readonly call: WireCall;
  readonly keyed: boolean;
}

/** The call as code to copy. */
export function CodePanel({ call, keyed }: CodePanelOptions): JSX.Element {
  const place = { url: location.origin, keyed };
  return (
    <>
      {keyed ? (
        <p class="note">The key is taken from the variable {keyVariable}, so that it is not copied.</p>
      ) : null}
      {languages.map(({ name, write }) => (
        <Snippet key={name} name={name} text={write(call, place)} />
      ))}
    </>
  );
}

function Snippet({ name, text }: { readonly name: string; readonly text: string }): JSX.Element {
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied');
    } catch {
      // Pages of other machines have no clipboard without TLS.
      setTold('The browser does not allow it: select the text');
    }
  };
  return (
    <section class="snippet" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <span role="status">{told}</span>
        <button type="button" onClick={() => void copy()}>
          Copy<span class="unseen"> as {name}</span>
        </button>
      </header>
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </section>
  );
}
