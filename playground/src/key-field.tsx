import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { openPlace } from './storage.ts';

const place = openPlace(() => sessionStorage, 'understudy-key');

/** The key that calls show; kept as long as the browser's tab, and nowhere else. */
export function useKey(): [string, (key: string) => void] {
  const [key, setKey] = useState(place.read);
  return [
    key,
    (changed) => {
      place.write(changed);
      setKey(changed);
    },
  ];
}

interface KeyFieldOptions {
  readonly value: string;
  change(key: string): void;
}

/** The field for the key of servers that ask for one. */
export function KeyField({ value, change }: KeyFieldOptions): JSX.Element {
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label class="key">
        <span>API key</span>
        <input
          type="password"
          autocomplete="off"
          spellcheck={false}
          placeholder="none"
          value={value}
          onChange={(event) => change(event.currentTarget.value.trim())}
        />
      </label>
    </form>
  );
}
