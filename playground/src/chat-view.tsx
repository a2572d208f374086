import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Message, describeCall } from './calls.ts';
import { Composer } from './composer.tsx';
import { Conversation, type Turn } from './conversation.tsx';
import { readSchedule } from './paces.ts';
import { isOver, startRun } from './run.ts';
import { SettingsForm } from './settings-form.tsx';
import { type Settings, dialects } from './settings.ts';
import { usePhase } from './use-run.ts';
import type { ServerFacts } from './use-server.ts';
import { WirePanel } from './wire-panel.tsx';

interface ChatViewOptions {
  readonly settings: Settings;
  readonly facts: ServerFacts;
  readonly apiKey: string;
  setSettings(settings: Settings): void;
}

/** A conversation with the server, and beside it what the wire said. */
export function ChatView({ settings, setSettings, facts, apiKey }: ChatViewOptions): JSX.Element {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  // What the chat was opened with; what a thread says later is in the turns.
  const [opened] = useState(settings.thread);
  const last = turns.at(-1);
  const shown = turns[chosen ?? -1] ?? last;
  usePhase(last?.run);
  const thread = last?.run.state.thread;
  // A conversation with a pipe goes on in the thread that its first answer has made, until a new one is asked for.
  useEffect(() => {
    if (thread !== undefined) setSettings({ ...settings, thread });
  }, [last?.run, thread]);

  const first = turns[0]?.settings ?? settings;
  const earlier = first.dialect === 'langbase' && first.thread === opened ? opened : '';
  const isEmpty = turns.length === 0 && earlier === '';
  const isBusy = last !== undefined && !isOver(last.run.state);
  const send = (question: string): void => {
    const call = describeCall(settings, question, dialects[settings.dialect].history ? historyOf(turns) : []);
    const run = startRun({ dialect: settings.dialect, call, key: apiKey, comesBack: settings.comesBack });
    const schedule = readSchedule(settings, facts.paces);
    setTurns([...turns, { question, settings, schedule, run }]);
    setChosen(undefined);
  };
  const clear = (): void => {
    last?.run.stop();
    setTurns([]);
    setSettings({ ...settings, thread: '' });
  };
  const startsOpen = matchMedia('(min-width: 56rem)').matches;
  return (
    <div class="chat">
      <details class="side" open={startsOpen}>
        <summary>Settings</summary>
        <SettingsForm {...{ settings, facts }} change={setSettings} />
      </details>
      <section class="talk" aria-label="Conversation">
        <Conversation {...{ turns, apiKey }} earlier={earlier} shown={shown} choose={setChosen} />
        <Composer {...{ isBusy, isEmpty, send, clear }} run={last?.run} />
      </section>
      <WirePanel turn={shown} keyed={apiKey !== ''} />
    </div>
  );
}

function historyOf(turns: readonly Turn[]): readonly Message[] {
  return turns
    .filter(({ run }) => run.state.text !== '')
    .flatMap(({ question, run }): Message[] => [
      { role: 'user', content: question },
      { role: 'assistant', content: run.state.text },
    ]);
}
