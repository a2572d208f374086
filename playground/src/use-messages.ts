import { useEffect, useState } from 'preact/hooks';
import { listAt } from './json.ts';
import { getJson } from './server.ts';

/** The messages that the server keeps of a thread, or why it does not tell them; nothing is asked for where no thread is named. */
export interface KeptMessages {
  readonly messages: readonly unknown[];
  readonly problem: string;
}

const nothing: KeptMessages = { messages: [], problem: '' };

/** Reads the messages of a thread, and again each time that the number of looks changes. */
export function useMessages(thread: string, apiKey: string, looks = 0): KeptMessages {
  const [kept, setKept] = useState(nothing);
  useEffect(() => {
    if (thread === '') return undefined;
    let isAsked = true;
    getJson(`/v1/threads/${encodeURIComponent(thread)}/messages`, apiKey).then(
      (list) => isAsked && setKept({ messages: listAt(list), problem: '' }),
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (isAsked) setKept(({ messages }) => ({ messages, problem }));
      },
    );
    return () => {
      isAsked = false;
    };
  }, [thread, apiKey, looks]);
  return thread === '' ? nothing : kept;
}
