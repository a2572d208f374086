import type { Reading } from './intent.ts';

const languages: readonly (readonly [RegExp, string])[] = [
  [/\btypescript\b|\bts\b/i, 'typescript'],
  [/\bjavascript\b|\bjs\b|\bnode(?:\.?js)?\b/i, 'javascript'],
  [/\breact\b|\bjsx\b/i, 'jsx'],
  [/\bpython3?\b|\bdjango\b|\bpandas\b/i, 'python'],
  [/\bc\+\+|\bcpp\b/i, 'cpp'],
  [/\bc#|\bcsharp\b/i, 'csharp'],
  [/\bjava\b/i, 'java'],
  [/\bkotlin\b/i, 'kotlin'],
  [/\bswift\b/i, 'swift'],
  [/\brust\b/i, 'rust'],
  [/\bgolang\b|\b(?:in|using|with) go\b|\bgo (?:function|program|code)\b/i, 'go'],
  [/\bruby\b/i, 'ruby'],
  [/\bphp\b/i, 'php'],
  [/\bbash\b|\bshell (?:script|command)\b|\bshell\b/i, 'bash'],
  [/\bsql\b/i, 'sql'],
  [/\bhtml\b/i, 'html'],
  [/\bcss\b/i, 'css'],
  [/\bin c\b|\bc (?:program|function|code)\b/i, 'c'],
];

const noun =
  '(?:function|program|script|code|class|method|snippet|component|query|regex|regular expression|algorithm|implementation|one-liner|loop|decorator|macro|module|unit tests?|test|endpoint|web ?page|app|hello world)';
const making = new RegExp(
  `^(?:write|create|generate|build|implement|give|show|code|develop|make|provide|i need|need)\\b(?: me| us| you)?(?: some| an?| the)?(?: [\\w#+.'-]+){0,4}? ?${noun}\\b`,
  'i',
);

/** Reads requests to make something countable: code, and lists of so many things. */
export function readMaking(
  asked: string,
  text: string,
  readNumber: (text: string) => number | undefined,
): Reading | undefined {
  return readCode(asked, text) ?? readList(asked, readNumber);
}

const noCode =
  /^\w+(?: me| us)?(?: an?| the| some)?(?: [\w-]+){0,2}? (?:essay|article|poem|story|e-?mail|blog|letter|plan|recipe|list of|haiku|limerick|joke|about|summary|tutorial|guide|introduction|text|paragraph|comparison)\b/i;

function readCode(asked: string, text: string): Reading | undefined {
  const language = languages.find(([pattern]) => pattern.test(asked))?.[1];
  if (noCode.test(asked)) return undefined;
  const wants =
    making.test(asked) ||
    (language !== undefined &&
      /^(?:implement|code|write|program|create|build|make|generate|convert|refactor|fix|debug|show|develop)\b/i.test(
        asked,
      ));
  const asksHow =
    /^how (?:do|can|would|to|should)\b/i.test(asked) &&
    language !== undefined &&
    language !== 'jsx' &&
    /\bin \S+$/i.test(asked);
  if (!wants && !asksHow) return undefined;
  const [, connector = '', purpose] =
    /\b(that|which|to|for|of|implementing)\b (.*)$/i.exec(
      asked.replace(/^how (?:do (?:i|you|we)|can i|would (?:i|you)|should i|to) /i, 'to '),
    ) ?? [];
  if (
    purpose !== undefined &&
    /^(?:for|of)$/i.test(connector) &&
    /\b(?:regex|regular expression)\b/i.test(asked)
  )
    return {
      intent: { kind: 'code', language: language ?? 'javascript' },
      phrase: `match ${dropLanguage(purpose)}`,
      task: true,
    };
  const acts = /^(?:that|which)$/i.test(connector);
  const phrase = dropLanguage(
    purpose ?? asked.replace(making, '').replace(/^(?:write|implement|code|show|create) (?:me )?/i, ''),
  );
  const fallback = asked.replace(
    /^(?:write|create|generate|build|implement|give|show|code|develop|make|provide)(?: me)? (?:an? |the |some )?/i,
    '',
  );
  return {
    intent: {
      kind: 'code',
      language: language ?? languages.find(([pattern]) => pattern.test(text))?.[1] ?? 'python',
    },
    phrase: /\p{L}/u.test(phrase) ? (acts ? baseForm(phrase) : phrase) : fallback,
    task: acts || /^to$/i.test(connector),
  };
}

function dropLanguage(phrase: string): string {
  return phrase.replace(/,? ?\b(?:in|using|with) (?:a |plain |pure |modern )*(?:[\w#+.]+)$/i, '');
}

// "that parses logs": a task is named by its verb's base form.
function baseForm(phrase: string): string {
  return phrase
    .replace(/^(\w+(?:s|x|z|ch|sh))es\b/i, (whole, base: string) => (/[^s]s$/i.test(base) ? whole : base))
    .replace(/^(\w{2,}[^s\s])s\b/i, '$1');
}

const number = String.raw`(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a dozen|some|a few|several)`;
const listing = new RegExp(
  `^(?:list|name|give|tell|show|suggest|recommend|write|create|generate|come up with|think of|provide|share|brainstorm|find|what are|what're|i need|make)\\b(?: me| us)?(?: a list of)?(?: the)?(?: top| best| main)? ${number}\\b (.*)$`,
  'i',
);
const unnumbered =
  /^(?:list|name|brainstorm|make (?:me )?a list of|write (?:me )?a list of|give me a list of|create a list of|give me (?:some )?(?=ideas|tips|names)|suggest (?:some )?(?=ideas|names|tips)|(?:what are|what're) (?=(?:some|the (?:main|best|top|most [a-z]+|benefits|advantages|disadvantages|pros|reasons|types|kinds)) )|(?=(?:[a-z]+ )?(?:names|ideas|tips|questions to ask) (?:for|to|about) ))(?:some |all |the (?:main|best|top|most [a-z]+) )* ?(.*)$/i;
const otherWords =
  /^(?:(?:what(?:'s| is| are)|give me|find|list|tell me) )?(?:an? |the |some |another |other )*((?:synonyms?|antonyms?|words?|opposites?) (?:for|of|to) (?:the word )?["“']?[a-z]+)["”']?$/i;

function readList(asked: string, readNumber: (text: string) => number | undefined): Reading | undefined {
  const counted = listing.exec(asked) ?? new RegExp(`^(?:top )?${number} (.*)$`, 'i').exec(asked);
  const words = otherWords.exec(asked)?.[1];
  if (words !== undefined) return { intent: { kind: 'list' }, phrase: words, task: false };
  const plain = counted === null ? unnumbered.exec(asked) : null;
  const phrase = counted?.[2] ?? plain?.[1];
  if (
    phrase === undefined ||
    /^(?:minutes?|hours?|seconds?|sentences?|words?|poems?|story|stories)\b/i.test(phrase)
  )
    return undefined;
  const count = readNumber(counted?.[1] ?? '');
  return {
    intent:
      count === undefined ? { kind: 'list' } : { kind: 'list', count: Math.min(100, Math.max(1, count)) },
    phrase: phrase.replace(/^(?:different|good|great|interesting|creative|unique|fun|random|popular) /i, ''),
    task: false,
  };
}
