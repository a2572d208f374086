/** Where the page keeps what a person has set; a browser that keeps nothing for it gives what was there before: nothing. */
export interface Place {
  read(): string;
  write(value: string): void;
}

/** A place of the browser's tab, or of the browser for good. */
export function openPlace(open: () => Storage, name: string): Place {
  return {
    read: () => attempt(() => open().getItem(name)) ?? '',
    write: (value) => attempt(() => open().setItem(name, value)),
  };
}

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    // Some browsers are told to keep nothing: then it is set anew each time.
    return undefined;
  }
}
