import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChatView } from './chat-view.tsx';
import { CompareView } from './compare-view.tsx';
import { KeyField, useKey } from './key-field.tsx';
import { ServerView } from './server-view.tsx';
import { firstSettings } from './settings.ts';
import { TabList, TabPanel } from './tabs.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { ThreadsView } from './threads-view.tsx';
import { useServer } from './use-server.ts';

const views = { chat: 'Chat', compare: 'Compare', threads: 'Threads', server: 'Server' } as const;

type View = keyof typeof views;

/** The whole page. */
export function App(): JSX.Element {
  const [view, setView] = useState<View>('chat');
  const [settings, setSettings] = useState(firstSettings);
  const [key, setKey] = useKey();
  const { facts, problem } = useServer(key);
  // A thread is opened to be gone on with.
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    document.title = `${views[view]} · Understudy playground`;
  }, [view]);
  return (
    <>
      <header class="top">
        <h1>
          <Logo /> Understudy <span>playground</span>
        </h1>
        <TabList label="Views" group="view" chosen={view} names={views} choose={(name) => setView(name)} />
        <div class="top-end">
          <KeyField value={key} change={setKey} />
          <ThemeSwitch />
        </div>
      </header>
      {problem === '' ? null : (
        <p class="banner" role="alert">
          {problem}
        </p>
      )}
      <main>
        <TabPanel group="view" name="chat" chosen={view}>
          <ChatView key={opened} {...{ settings, setSettings, facts }} apiKey={key} />
        </TabPanel>
        <TabPanel group="view" name="compare" chosen={view}>
          <CompareView {...{ settings, facts }} apiKey={key} />
        </TabPanel>
        <TabPanel group="view" name="threads" chosen={view}>
          <ThreadsView
            apiKey={key}
            isShown={view === 'threads'}
            goOn={(thread) => {
              setSettings({ ...settings, dialect: 'langbase', thread });
              setOpened(opened + 1);
              setView('chat');
            }}
          />
        </TabPanel>
        <TabPanel group="view" name="server" chosen={view}>
          <ServerView apiKey={key} isShown={view === 'server'} />
        </TabPanel>
      </main>
    </>
  );
}

function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <path d="M8 11h16M8 16h11M8 21h6" />
      <circle cx="22" cy="21" r="2.5" />
    </svg>
  );
}
