/** What the request asks of the answer's form. */
export interface Constraints {
  readonly words?: number;
  readonly sentences?: number;
  readonly paragraphs?: number;
  readonly items?: number;
  readonly json?: { readonly keys: readonly string[]; readonly array: boolean };
  readonly table?: boolean;
  readonly bullets?: boolean;
  readonly brief?: boolean;
  readonly plain?: boolean;
  readonly codeOnly?: boolean;
  readonly audience?: string;
}

/** The constraints found, and the text without them. */
export interface Constrained {
  readonly constraints: Constraints;
  readonly rest: string;
}

const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const number = String.raw`(\d{1,4}|a single|a|${numberWords.slice(1).join('|')}|thirty|forty|fifty|hundred|a hundred)`;
const measured = new RegExp(
  String.raw`[,(]?\s*\b(?:in|with|using|use|of|within)?\s*(?:exactly|only|just|about|around|roughly|at most|no more than|up to|max(?:imum)?(?: of)?|under|less than|fewer than)?\s*\b${number}[ -](?:short |simple |single |brief |long )?(words?|sentences?|paragraphs?|lines?)\b(?: or less| or fewer| max(?:imum)?| only| long)?\)?`,
  'gi',
);

/** Reads how the answer should be formed. */
export function findConstraints(text: string): Constrained {
  const found: { -readonly [Key in keyof Constraints]: Constraints[Key] } = {};
  let rest = text.replace(measured, (whole: string, count: string, unit: string) => {
    const value = readNumber(count);
    if (value === undefined || value === 0 || /\bwords?\s+(that|which|with|for|of|in)\b/i.test(whole))
      return whole;
    if (/^a$/i.test(count) && !/\b(in|with|using)\b/i.test(whole)) return whole;
    const key = /^w/i.test(unit)
      ? 'words'
      : /^p/i.test(unit)
        ? 'paragraphs'
        : /^s/i.test(unit)
          ? 'sentences'
          : undefined;
    if (key === undefined) return whole;
    found[key] = value;
    return ' ';
  });
  for (const [pattern, apply] of [...forms, ...foreignForms]) {
    const match = pattern.exec(rest);
    if (match === null || isSubject(rest, match)) continue;
    apply(found, match);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  return {
    constraints: found,
    rest: rest
      .replace(/[ \t]+/g, ' ')
      .replace(/ ([.,;:!?])/g, '$1')
      .trim(),
  };
}

// "What is JSON?" asks about it and not for it.
function isSubject(text: string, match: RegExpExecArray): boolean {
  return (
    /^[\s,]*(?:a |an |valid )*json(?: format)?$/i.test(match[0]) &&
    /\b(?:is|are|was|about|explain|define|describe|of|does|do|why|how|use|using|learn|understand|parse|read|validate|the|vs|versus|and|or|between|to|than|with|compare)$/i.test(
      text.slice(0, match.index),
    )
  );
}

/** A number in digits or in an English word. */
export function readNumber(text: string): number | undefined {
  const small = text.toLowerCase();
  if (/^\d+$/.test(small)) return Number(small);
  if (/^(a|a single|single)$/.test(small)) return 1;
  const tens = new Map([
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
    ['hundred', 100],
    ['a hundred', 100],
    ['a dozen', 12],
  ]);
  const index = numberWords.indexOf(small);
  return index >= 0 ? index : tens.get(small);
}

type Found = { -readonly [Key in keyof Constraints]: Constraints[Key] };

const forms: readonly (readonly [RegExp, (found: Found, match: RegExpExecArray) => void])[] = [
  [
    /,?\s*\b(?:respond |reply |answer |return |output |give me |provide |formatted |generate |create |make |write |build |produce )?(?:always |only )?(?:as|in|with|using)? ?(?:a |an |valid |raw |pure |strict |only |one |single )*\bjson\b(?! (?:web|schema|file|parser|data|string|and|vs|or)\b)(?: (array|list|object|format|only))?(?: (?:with|having|containing|using) (?:the |these |following |only |exactly |string )*(?:keys?|fields?|properties|attributes)?:? ?([^.?!:\n]{1,200}?)(?= (?:for|about|of|describing)\b|[.?!:\n]|$))?/i,
    (found, match) => {
      found.json = { keys: readKeys(match[2] ?? ''), array: /array|list/i.test(match[1] ?? '') };
    },
  ],
  [
    /,?\s*\b(?:as|in|using|with) (?:a |an )?(?:markdown |comparison )*table\b(?: format| form)?/i,
    (found) => {
      found.table = true;
    },
  ],
  [
    /,?\s*\b(?:no|without|don't use|do not use|avoid) (?:any )?(?:markdown|formatting|bullet points|bullets|lists|headings)\b|\b(?:in|as) plain text\b/i,
    (found) => {
      found.plain = true;
    },
  ],
  [
    /,?\s*\b(?:as|in|using|with) (?:a )?(?:bullet(?:ed)?[ -]?(?:points?|list)?s?|list of bullet points)\b(?: form| format)?/i,
    (found) => {
      found.bullets = true;
    },
  ],
  [
    /,?\s*\b(?:code only|only (?:the )?code|just (?:the )?code|no (?:explanation|comments?|prose)|without (?:any )?explanation)\b/i,
    (found) => {
      found.codeOnly = true;
    },
  ],
  [
    /,?\s*\b(?:be (?:very )?(?:brief|concise|short|terse)|briefly|concisely|keep it (?:short|brief|concise)|(?:answer|respond|reply|speak) (?:very )?(?:briefly|concisely|tersely)|in short|short(?:ly)? (?:answers?|replies|responses?)( only)?|in a nutshell|tl;?dr)\b/i,
    (found) => {
      found.brief = true;
    },
  ],
  [
    /,?\s*\b(?:(?:like|as if|as though) i(?:'m| am| was| were)? (?:5|five|a (?:child|kid|five-year-old|5-year-old|beginner|complete beginner))(?: years? old)?|to (?:a|an) (child|kid|beginner|five-year-old|5-year-old|toddler|teenager|student|layperson|expert|grandmother|ten-year-old|10-year-old|\d+[- ]year[- ]old)|for (beginners|kids|children|dummies|experts|students|newcomers|a beginner)|(?:in|with) (?:very )?(?:simple|plain|easy|layman's|simpler) (?:terms|words|english|language))\b/i,
    (found, match) => {
      found.audience =
        (match[1] === undefined ? match[2] : `a ${match[1]}`)?.toLowerCase() ??
        (/child|kid|five|5/.test(match[0]) ? 'a child' : 'a newcomer');
    },
  ],
  [
    /^(?:please )?(?:write|compose|draft|create|give me|make) (?:me )?(?:a |an |one )?(?:short |catchy |funny )?(?:tweet|caption|tagline|one-liner about)\b/i,
    (found) => {
      found.brief = true;
    },
  ],
  [
    /,?\s*\b(?:step[- ]by[- ]step|in detail|in depth|with (?:some |a few |an )?examples?)\b/i,
    () => undefined,
  ],
];

// The same in German, French and Spanish.
const foreignForms: typeof forms = [
  [
    /\b(?:in einem (?:einzigen )?satz|en une (?:seule )?phrase|en una (?:sola )?frase)\b/i,
    (found) => {
      found.sentences = 1;
    },
  ],
  [
    /\b(?:in|en) (\d{1,4}) (?:wörtern|worten|mots|palabras)\b/i,
    (found, match) => {
      found.words = Number(match[1]);
    },
  ],
  [
    /\b(?:als|en|como|au format) json\b/i,
    (found) => {
      found.json = { keys: [], array: false };
    },
  ],
];

function readKeys(text: string): string[] {
  const keys: string[] = [];
  for (const part of text.split(/,|\band\b|&/)) {
    const key = /[\p{L}_][\p{L}\p{N}_-]*/u.exec(part.trim())?.[0];
    if (key !== undefined && key.length <= 40 && keys.length < 20 && !keys.includes(key)) keys.push(key);
  }
  return keys;
}
