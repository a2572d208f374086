import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openPlace } from './storage.ts';

const place = openPlace(() => localStorage, 'understudy-theme');
const themes = ['auto', 'light', 'dark'] as const;

type Theme = (typeof themes)[number];

/** Chooses between light and dark, or leaves it to the system. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState<Theme>(() => readTheme(place.read()));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    place.write(theme);
    document.dispatchEvent(new Event('themechange'));
  }, [theme]);
  return (
    <label class="theme">
      <span>Theme</span>
      <select value={theme} onChange={(event) => setTheme(readTheme(event.currentTarget.value))}>
        {themes.map((each) => (
          <option value={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

function readTheme(text: string): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}

/** Calls back when colours have changed, until the returned function is called. */
export function watchTheme(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  document.addEventListener('themechange', listener);
  system.addEventListener('change', listener);
  return () => {
    document.removeEventListener('themechange', listener);
    system.removeEventListener('change', listener);
  };
}
