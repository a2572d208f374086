import type { HelpNotes, HelpRow } from './help.ts';

/** The files that settings come from, for the help of commands that take all of them. */
export const settingsFiles: readonly HelpRow[] = [
  ['.env', 'variables, read in the folder it is started in'],
  ['understudy.config.json', 'settings by name, in that folder; or .yaml'],
];

/** Where settings come from, for the help of commands that take all of them. */
export const settingsFooter = `Every setting can also stand in the variable named in brackets, in .env, or in
understudy.config.json or .yaml (limits, storage and models there alone). Flags
win over variables, variables over .env, .env over the file. A switch is turned
off by --no-NAME. understudy config shows what counts.`;

/** What help tells of the server, also where no command is named. */
export const serveNotes: HelpNotes = {
  examples: [
    ['understudy', 'answers on http://127.0.0.1:8080'],
    ['understudy --port 0 --instant', 'a free port, no pacing'],
    ['understudy --ttft 500 --tokens-per-second 20', 'a slower model'],
    ['understudy --message "Hi there"', 'your own words, word by word'],
    ['understudy --preset wordstream', 'words on port 8000'],
    ['understudy --engine gpt2', 'a real model, for every id'],
  ],
  variables: [['XDG_CACHE_HOME', 'where caches are, if UNDERSTUDY_CACHE is not set (default ~/.cache)']],
  files: [
    ...settingsFiles,
    ['.understudy/', 'threads and all else that is kept, unless --data says where'],
    ['~/.cache/understudy/', 'fetched and converted weights'],
  ],
  exits: [
    ['0', 'stopped by SIGTERM or Ctrl-C, and running answers ended'],
    ['1', 'it could not start, or did not close well; a line on stderr says why'],
    ['2', 'a command, a flag, a variable or a file is wrong'],
    ['130, 143', 'stopped at once by a second Ctrl-C or SIGTERM'],
  ],
  footer: settingsFooter,
};
