const names = `
  Python JavaScript TypeScript Java Kotlin Swift Ruby PHP Perl Rust Haskell Scala Elixir Erlang Lua Dart Julia Fortran Cobol
  SQL HTML CSS JSON XML YAML CSV PDF HTTP HTTPS TCP UDP IP DNS API APIs REST GraphQL SSE URL CPU GPU RAM SSD LLM LLMs AI GPT BERT
  React Vue Angular Svelte Django Flask Rails Laravel Spring Kubernetes Docker Linux Windows Android GitHub GitLab Git
  PostgreSQL Postgres MySQL SQLite MongoDB Redis Kafka RabbitMQ Nginx AWS Azure NumPy Pandas TensorFlow PyTorch Excel
  English German French Spanish Italian Portuguese Russian Chinese Japanese Korean Arabic Hindi Latin Greek Dutch Polish Turkish
  France Germany Spain Italy Portugal England Scotland Ireland Britain Europe America Africa Asia Australia Canada Mexico Brazil
  Argentina China Japan India Korea Russia Ukraine Poland Sweden Norway Denmark Finland Greece Turkey Egypt Iceland Austria Switzerland
  Paris London Berlin Rome Madrid Lisbon Vienna Amsterdam Tokyo Kyoto Beijing Sydney Toronto Chicago Boston Moscow
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December
  Einstein Newton Darwin Shakespeare Mozart Beethoven Napoleon Cleopatra Caesar Mars Venus Jupiter Saturn Neptune Christmas Easter
  Understudy OpenAI ChatGPT Claude Wikipedia YouTube Google Apple Microsoft Amazon DNA RNA UNESCO NASA
`;
// Names that are everyday words too when written small.
const ambiguous = new Set([
  'spring',
  'rust',
  'swift',
  'go',
  'rest',
  'april',
  'june',
  'mars',
  'apple',
  'windows',
  'turkey',
  'china',
  'express',
]);
const byLowerCase = new Map<string, string>();
for (const name of names.trim().split(/\s+/)) byLowerCase.set(name.toLowerCase(), name);

/** The word with its usual capitals, when it is a well-known name written small. */
export function nameCase(word: string): string {
  return ambiguous.has(word) ? word : (byLowerCase.get(word) ?? word);
}

/** Whether the word, capitalised, is a name and not just the first of a sentence. */
export function isName(word: string): boolean {
  return byLowerCase.has(word.toLowerCase()) || /[a-z][A-Z]|^[A-Z0-9]{2,}$|[0-9#+]/.test(word);
}
