import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Message, describeCall } from './calls.ts';
import { Composer } from './composer.tsx';
import { Conversation, type Turn } from './conversation.tsx';
import { isOver, startRun } from './run.ts';
import { SettingsForm } from './settings-form.tsx';
import { type Settings, dialects } from './settings.ts';
import { useRuns } from './use-run.ts';
import { WirePanel } from './wire-panel.tsx';

interface ChatViewOptions {
  readonly settings: Settings;
  readonly models: readonly string[];
  readonly apiKey: string;
  setSettings(settings: Settings): void;
}

/** A conversation with the server, and beside it what the wire said. */
export function ChatView({ settings, setSettings, models, apiKey }: ChatViewOptions): JSX.Element {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const last = turns.at(-1);
  const shown = turns[chosen ?? -1] ?? last;
  useRuns([last?.run]);

  const isBusy = last !== undefined && !isOver(last.run.state);
  const send = (question: string): void => {
    const thread = settings.thread === '' && last !== undefined ? threadOf(last, settings) : settings.thread;
    const asked = { ...settings, thread };
    if (thread !== settings.thread) setSettings(asked);
    const call = describeCall(asked, question, dialects[settings.dialect].history ? historyOf(turns) : []);
    const run = startRun({ dialect: settings.dialect, call, key: apiKey, comesBack: settings.comesBack });
    setTurns([...turns, { question, settings: asked, run }]);
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
        <SettingsForm {...{ settings, models }} change={setSettings} />
      </details>
      <section class="talk" aria-label="Conversation">
        <Conversation {...{ turns }} shown={shown} choose={setChosen} />
        <Composer isBusy={isBusy} isEmpty={turns.length === 0} {...{ send, clear }} run={last?.run} />
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

// A conversation with a pipe goes on in the thread that its first answer made.
function threadOf({ run }: Turn, { dialect }: Settings): string {
  return dialect === 'langbase' ? (run.state.thread ?? '') : '';
}
