import type { Exercise } from './exercise.ts';

/** Exercises with structures, files, the network and databases. */
export const furtherExercises: readonly Exercise[] = [
  {
    name: 'lru-cache',
    clue: /\blru\b|\bleast recently used/i,
    notes: [
      'Both operations take constant time, since the order of use is kept by the map itself.',
      'Reading counts as use, and therefore moves an entry to the end.',
    ],
  },
  {
    name: 'debounce',
    clue: /\bdebounc/i,
    notes: [
      'Each call cancels the one before, so that only the last of a burst is carried out.',
      'It suits input fields and resizing; for a steady rhythm use throttling.',
    ],
  },
  {
    name: 'throttle',
    clue: /\bthrottl/i,
    notes: [
      'Calls that come too early are dropped, so the action runs at most once per pause.',
      'To carry out the last call of a burst, use debouncing.',
    ],
  },
  {
    name: 'retry',
    clue: /\bretr(?:y|ies)\b|\bexponential backoff/i,
    notes: [
      'The pause doubles after each failure, and a little chance keeps many clients from returning at the same moment.',
      'Only repeat what may safely happen twice.',
    ],
  },
  {
    name: 'stack',
    clue: /\bstack\b(?! ?(?:trace|overflow))/i,
    notes: [
      'Both operations work at the end of the list and take constant time.',
      'Popping from an empty stack is a case of its own and is treated as one.',
    ],
  },
  {
    name: 'queue',
    clue: /\bqueue\b/i,
    notes: [
      'Adding and taking cost constant time on average.',
      'Taking the first element of a plain array would move all the others each time.',
    ],
  },
  {
    name: 'email-regex',
    clue: /\be-?mails?\b.{0,40}\b(?:regex|valid|check|match|pattern)|\b(?:regex|regular expression|validat\w*)\b.{0,40}\be-?mail/i,
    notes: [
      'It accepts the usual addresses and not every one that the standard allows.',
      'Whether an address exists only a message sent to it can tell.',
    ],
  },
  {
    name: 'date-regex',
    clue: /\bdates?\b.{0,30}\b(?:regex|pattern)|\b(?:regex|regular expression)\b.{0,40}\bdates?\b/i,
    notes: [
      'The pattern finds the form, and a calendar check sorts out days that do not exist.',
      'Word boundaries keep it from matching inside longer numbers.',
    ],
  },
  {
    name: 'celsius-fahrenheit',
    clue: /\b(?:celsius|fahrenheit)\b/i,
    notes: ['The scales meet at −40 degrees, which makes a good test.'],
  },
  {
    name: 'read-csv',
    clue: /\bcsv\b/i,
    notes: [
      'The first line names the columns.',
      'All values are text at first; convert numbers and dates afterwards.',
    ],
  },
  {
    name: 'parse-json',
    clue: /\bpars\w*\b.{0,20}\bjson|\bjson\b.{0,20}\bpars/i,
    notes: [
      'Parsing can fail, so the failure is handled where something can be said about it.',
      'A schema check should follow before the data is trusted.',
    ],
  },
  {
    name: 'read-file',
    clue: /\bread\w*\b.{0,25}\bfiles?\b|\bfile\b.{0,20}\bline by line/i,
    notes: [
      'The encoding is named, so that the result does not depend on the machine.',
      'For files larger than the memory, read line by line instead.',
    ],
  },
  {
    name: 'http-server',
    clue: /\b(?:http|web|simple|rest)\b.{0,15}\bserver\b/i,
    notes: [
      'It listens on the local machine only, which is the safe default.',
      'For anything public, put a reverse proxy with TLS in front.',
    ],
  },
  {
    name: 'http-get',
    clue: /\b(?:http|get|api) (?:get )?request\b|\bfetch\w*\b.{0,30}\b(?:url|api|json|data|page|http)|\bcall\b.{0,20}\bapi\b|\bdownload\b/i,
    notes: [
      'A timeout is set, because a server that never answers would block the program for good.',
      'A status of 400 or above is treated as an error.',
    ],
  },
  {
    name: 'password',
    clue: /\bpasswords?\b/i,
    notes: [
      'The characters come from a source that is fit for secrets, which ordinary random numbers are not.',
    ],
  },
  {
    name: 'timer',
    clue: /\b(?:measure|time)\b.{0,30}\b(?:execution|runtime|how long|takes)|\bstopwatch\b|\btimer\b/i,
    notes: ['A monotonic clock is used, since the time of day can jump.'],
  },
  {
    name: 'second-highest',
    clue: /\bsecond[ -](?:highest|largest)\b/i,
    notes: [
      'The inner query finds the highest value, and the outer one the highest below it.',
      'If all values are equal, the result is empty.',
    ],
  },
  {
    name: 'duplicates',
    clue: /\bduplicates?\b/i,
    notes: ['HAVING filters the groups after they have been counted.'],
  },
  {
    name: 'join',
    clue: /\bjoin(?:s|ing|ed)?\b/i,
    notes: [
      'The LEFT JOIN keeps customers without orders, and COUNT ignores the missing ids.',
      'COALESCE turns the missing sum into 0.',
    ],
  },
  {
    name: 'group-by',
    clue: /\bgroup(?:s|ed|ing)?(?: by)?\b|\b(?:count|sum|average|number of)\b.{0,40}\b(?:by|per|each|orders)\b/i,
    notes: [
      'WHERE filters rows before grouping, and HAVING filters groups after it.',
      'Every selected column is either grouped or aggregated.',
    ],
  },
  {
    name: 'create-table',
    clue: /\bcreate\b.{0,20}\btable\b/i,
    notes: ['The constraints refuse what would break the rules later.'],
  },
  {
    name: 'insert',
    clue: /\binsert/i,
    notes: ['From a program, pass the values as parameters and never as part of the text.'],
  },
  { name: 'update', clue: /\bupdate\b/i, notes: ['Without the condition every row would change.'] },
  { name: 'delete', clue: /\bdelete\b/i, notes: ['The transaction leaves a way back until the commit.'] },
  {
    name: 'select',
    clue: /\bselect\b|\bfind all\b|\bquery\b.{0,30}\busers\b/i,
    notes: [
      'Naming the columns keeps the query stable when the table grows.',
      'An index on the column in ORDER BY makes it quick.',
    ],
  },
  {
    name: 'backup',
    clue: /\bback(?:s|ing)?[ -]?up|\bbackup/i,
    notes: [
      'The date in the name keeps older copies from being overwritten.',
      'A backup counts only after a restore has been tried.',
    ],
  },
  {
    name: 'loop',
    clue: /\b(?:for |while )?loops?\b/i,
    notes: ['Quoting the variables keeps names with blanks in one piece.'],
  },
  {
    name: 'hello-world',
    clue: /\bhello,? world/i,
    notes: ['If it prints its line, the language and its tools are in order.'],
  },
];
