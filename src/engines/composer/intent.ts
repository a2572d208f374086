import { readCounting } from './counting.ts';
import { reportsFault, tellsMood } from './statements.ts';
import { isTask } from './subject.ts';

/** How a question that wants an explanation is put. */
export type Question =
  | 'what'
  | 'why'
  | 'how'
  | 'when'
  | 'who'
  | 'where'
  | 'amount'
  | 'whether'
  | 'which'
  | 'statement'
  | 'mood';

/** What the user wants. */
export type Intent =
  | { readonly kind: 'greeting' | 'thanks' | 'farewell' | 'identity' | 'joke' | 'recall' | 'empty' | 'ping' }
  | { readonly kind: 'echo'; readonly text: string }
  | { readonly kind: 'arithmetic'; readonly expression: string; readonly value: string }
  | { readonly kind: 'counting'; readonly from: number; readonly to: number }
  | { readonly kind: 'explanation'; readonly question: Question }
  | { readonly kind: 'how-to' }
  | { readonly kind: 'comparison'; readonly options: readonly string[] }
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'list'; readonly count?: number }
  | { readonly kind: 'advice' }
  | { readonly kind: 'story' | 'poem' | 'haiku' | 'limerick' | 'letter' }
  | { readonly kind: 'summary' | 'rewriting'; readonly material: string }
  | { readonly kind: 'translation'; readonly language: string; readonly material: string };

/** An intent, the phrase that names its subject, and whether that phrase is a task. */
export interface Reading {
  readonly intent: Intent;
  readonly phrase: string;
  readonly task: boolean;
}

type Rule = readonly [RegExp, (match: RegExpExecArray) => Reading | undefined];

/** What an instruction in one sentence asks for. */
export function readIntent(instruction: string): Reading {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(instruction);
    const reading = match === null ? undefined : read(match);
    if (reading !== undefined) return reading;
  }
  if (reportsFault(instruction)) return about({ kind: 'how-to' }, 'debug your code', true);
  if (/^(?:plan|organi[sz]e|schedule) /i.test(instruction))
    return about({ kind: 'how-to' }, instruction, true);
  return explain(tellsMood(instruction) ? 'mood' : 'statement', instruction);
}

function about(intent: Intent, phrase: string | undefined, task = false): Reading {
  return { intent, phrase: phrase ?? '', task };
}

function explain(question: Question, phrase: string | undefined): Reading {
  return about({ kind: 'explanation', question }, phrase);
}

const asking = String.raw`(?:explain|describe|discuss|define|outline|analy[sz]e|illustrate|elaborate on|tell (?:me|us)(?: more| something| a bit| a little| everything)?(?: about)?|talk (?:to me )?about|teach me(?: about)?|introduce(?: me to)?|write (?:me )?(?:a |an |the )?(?:short |long |brief |detailed )*(?:essay|article|blog post|paragraph|text|report|introduction|paper|piece|overview|post|(?:product |job )?description|review|speech|bio)s?(?: (?:about|on|of|to|explaining|describing))?|give (?:me |us )?(?:a |an |the )?(?:short |quick |brief |detailed )*(?:overview|introduction|explanation|description|definition|summary|intro)(?: (?:of|to|on|about))?|i(?:'d| would)? (?:want|like|need) to (?:know|learn|understand)(?: more)?(?: about)?|what do you know about|what can you tell me about|what about|how about|and what about|(?:give|show|find|get)(?: me| us))`;

// "Why is testing so important" is about testing.
const predicates =
  / (?:so |very |really )?(?:important|useful|necessary|popular|essential|valuable|relevant|needed|difficult|interesting|special|famous)$/i;

const rules: readonly Rule[] = [
  [
    /^(?:write|compose|create|tell|give|make|invent)?\s*(?:me |us )?(?:a |an |one )?(?:short |little |long |funny |scary |bedtime |fairy |science fiction |sci-fi )*(?:story|tale|fable|fairytale)\b(?: (?:about|of|on|in which|where|for) )?(.*)$/i,
    (m) => about({ kind: 'story' }, m[1]),
  ],
  [
    /^(?:continue|finish|go on with|carry on) (?:the|this|my|our) (?:story|tale)\b.*$/i,
    () => about({ kind: 'story' }, 'an unfinished story'),
  ],
  [
    /^(?:write|compose|create|give|make)\s*(?:me |us )?(?:a |an |one )?(?:short |little |nice )*haikus?\b(?: (?:about|on|for|of) )?(.*)$/i,
    (m) => about({ kind: 'haiku' }, m[1]),
  ],
  [
    /^(?:write|compose|create|give|make|tell)\s*(?:me |us )?(?:a |an )?(?:short |little |nice |funny )*limericks?\b(?: (?:about|on|for|of) )?(.*)$/i,
    (m) => about({ kind: 'limerick' }, m[1]),
  ],
  [
    /^(?:write|compose|create|give|make)\s*(?:me |us )?(?:a |an |one )?(?:short |little |long |funny |nice |rhyming |love )*(?:poem|poetry|verse|sonnet|song|ballad|rap)s?\b(?: (?:about|on|for|of|to) )?(.*)$/i,
    (m) => about({ kind: 'poem' }, m[1]),
  ],
  [
    /^(?:write|compose|draft|create|prepare)\s*(?:me |us )?(?:a |an )?(?:[a-z]+ ){0,3}(?:e-?mail|letter|message|memo|note|invitation|cover letter)\b(?: to [a-z' ]{2,30}?(?= (?:about|asking|to|for|that|saying|explaining|requesting)\b))?(?: (?:about|asking(?: for)?|regarding|requesting|to ask for|for|that says|saying|to) )?(.*)$/i,
    (m) => about({ kind: 'letter' }, m[1]),
  ],
  [
    /^(?:what(?:'s| is| are)? |explain |describe |tell me |discuss |list |outline )?(?:the )?(?:main |key )?(?:differences?|distinctions?) between (.*)$/i,
    (m) => compare(m[1]),
  ],
  [/^(?:compare|contrast|compare and contrast)\b(?: the)? ?(.*)$/i, (m) => compare(m[1])],
  [
    /^(?:give|show|make|create|write|draw)\b.{0,30}\bcompar(?:ing|ison (?:of|between)) (.*)$/i,
    (m) => compare(m[1]),
  ],
  [
    /^(?:how (?:does|do|is|are) )(.*?) (?:differ(?:ent)? from|compare (?:to|with)) (.*)$/i,
    (m) => compare(`${m[1] ?? ''} vs ${m[2] ?? ''}`),
  ],
  [
    /^(?:how (?:are|do|is|does)|what makes) (.{2,60}?) (?:and|from) (.{2,60}?) (?:different|differ|unlike)\b.*$/i,
    (m) => compare(`${m[1] ?? ''} vs ${m[2] ?? ''}`),
  ],
  [
    /^(.{2,80}?) (?:vs?\.?|versus) (.{2,80})$/i,
    (m) => compare(`${stripAsking(m[1] ?? '')} vs ${m[2] ?? ''}`),
  ],
  [
    /^(?:which|what)(?: [a-z]+)?(?: is| are| one is)? (?:better|best|faster|cheaper|healthier|easier|worse|safer|nicer|stronger)(?: [^:,]{0,40})?[,:] (.*)$/i,
    (m) => compare(m[1]),
  ],
  [
    /^(?:is|are) (.{2,60}?) (?:better|faster|cheaper|healthier|easier|worse|safer|stronger) than (.*)$/i,
    (m) => compare(`${m[1] ?? ''} vs ${m[2] ?? ''}`),
  ],
  [
    /^(?:should (?:i|we) )(?:[a-z]+ )?(.{2,40}) or (.{2,40})$/i,
    (m) => compare(`${m[1] ?? ''} vs ${m[2] ?? ''}`),
  ],
  [
    /^(?:count|count up)(?: (?:from|between))? (-?\d{1,3}|one|zero)? ?(?:to|till|until|through|up to|and|-) ?(-?\d{1,4}|ten|twenty|a hundred|hundred)\b/i,
    (m) => {
      const counting = readCounting(m[1], m[2]);
      return counting === undefined ? undefined : about({ kind: 'counting', ...counting }, '');
    },
  ],
  [
    /^how (?:do|can|could|should|would|might|to|must|does)(?: (?:i|we|you|one|someone|a person|people|somebody|anyone))?(?: (?:best|properly|quickly|easily|correctly|safely))? (.*)$/i,
    readHow,
  ],
  [
    /^(?:(?:what(?:'s| is) )?(?:the )?(?:best|easiest|right|fastest|proper|simplest) way|(?:show|teach|tell) me how|explain how|(?:write |give me |create )?(?:a |an )?(?:short |quick |step-by-step |simple |complete )*(?:guide|tutorial|instructions|recipe|steps|manual|directions)(?: on how)?|learn(?: how)?|i(?:'d| would)? (?:want|like|need)|i(?:'m| am) trying|help me(?: to)?|what steps (?:do i need )?|the steps) (?:to|for|on|about|of) (.*)$/i,
    (m) => readTask(m[1], m[0]),
  ],
  [
    /^i (?:need|want|would like|'d like) ((?:a |an |my )?(?:[a-z-]+ ){0,3}(?:plan|schedule|routine|strategy|budget|itinerary))\b(.*)$/i,
    (m) => readTask(`set up ${m[1] ?? ''}${m[2] ?? ''}`),
  ],
  [/^help me (?:to |with )?(.*)$/i, (m) => readTask(m[1], m[0])],
  [/^(?:can|could) you (?:help me |show me how )(?:to )?(.*)$/i, (m) => readTask(m[1], m[0])],
  [
    /^(?:recommend|suggest|advise me on|what (?:do|would) you (?:recommend|suggest|advise)(?: for| about)?|what do you think (?:about|of)|what(?:'s| is) your (?:opinion|favou?rite|view|take) ?(?:of|on|about)?|do you (?:like|prefer|recommend)|which (?:is|are) the best|what(?:'s| is| are)(?= the best)|any (?:advice|tips|recommendations) (?:on|for|about)|give me (?:some )?(?:advice|your opinion)(?: on| about| for)?|what should i|where should i|which)\b(?: (?:me|some))? ?(.*)$/i,
    (m) => about({ kind: 'advice' }, m[1]),
  ],
  [
    /^why(?:'s| is| are| was| were| do| does| did| has| have| can| can't| don't| doesn't| isn't| aren't| should| would| am)?(?:n't)? (.*)$/i,
    (m) => explain('why', m[1]?.replace(predicates, '')),
  ],
  [
    /^how (?:many|much|long|far|old|tall|big|often|high|fast|deep|heavy|expensive|large|hot|cold)(?: (?:is|are|was|does|do|did|of))? ?(.*)$/i,
    (m) => explain('amount', m[1]),
  ],
  [/^when(?:'s| is| are| was| were| do| does| did| will| should| can)? (.*)$/i, (m) => explain('when', m[1])],
  [/^who(?:'s| is| are| was| were| did| do)? (.*)$/i, (m) => explain('who', m[1])],
  [/^where(?:'s| is| are| was| were| do| does| did| can| should)? (.*)$/i, (m) => explain('where', m[1])],
  [
    new RegExp(`^${asking} (how|why|what|when|where|who)\\b(?: (?:is|are|does|do))? ?(.*)$`, 'i'),
    (m) => explain(questionOf(m[1]), dropWorking(m[2] ?? '')),
  ],
  [
    new RegExp(
      `^${asking}\\b(?: the (?:concept|idea|term|notion|meaning|topic|theory) of| what)? ?(.*)$`,
      'i',
    ),
    (m) => explain('what', m[1]),
  ],
  [/^what(?:'s|s| is| are| was| were) meant by (.*)$/i, (m) => explain('what', m[1])],
  [/^what (?:does|do) (.*?) (?:mean|stand for|do)$/i, (m) => explain('what', m[1])],
  [/^what (?:time|day|date|year) is it\b.*$/i, () => explain('amount', 'the time')],
  [/^what (?:happens|would happen|will happen) (?:if|when) .*$/i, (m) => explain('what', m[0])],
  [
    /^what(?:'s|s| is| are| was| were| do| does| did| will| would| can)? (?:the (?:meaning|definition|concept|idea|point) of )?(.*)$/i,
    (m) => explain('what', m[1]),
  ],
  [
    /^(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|am|may|must|isn't|aren't|don't|doesn't)(?: it (?:true|possible|ok|okay|safe|worth|a good idea|good|bad)(?: that| to| for me to)?)? (.*)$/i,
    (m) => explain('whether', m[1]),
  ],
];

function dropWorking(phrase: string): string {
  return phrase.replace(/ (?:works?|functions?|happens?|operates?)$/i, '');
}

function questionOf(word: string | undefined): Question {
  const small = word?.toLowerCase();
  return small === 'why' || small === 'how' || small === 'when' || small === 'who' || small === 'where'
    ? small
    : 'what';
}

function compare(phrase: string | undefined): Reading | undefined {
  const text = (phrase ?? '')
    .replace(/^(?:between|the) /i, '')
    .replace(/ (?:for|as|in terms of|when|regarding|with respect to) .*$/i, '');
  const options = text
    .split(/,? (?:and|or|vs\.?|versus|with|to|against) |, /i)
    .map((option) => option.replace(/^(?:a|an|the|either|learn|use|buy|choose|take|get|study) /i, '').trim())
    .filter((option) => /[\p{L}\p{N}]/u.test(option) && option.length <= 60);
  if (options.length < 2) return undefined;
  return about({ kind: 'comparison', options: options.slice(0, 4) }, options.slice(0, 4).join(' and '));
}

function stripAsking(text: string): string {
  return text.replace(
    /^(?:which is better|what's better|what is better|explain|compare|describe|discuss)[:,]? /i,
    '',
  );
}

function readHow(match: RegExpExecArray): Reading {
  const phrase = match[1] ?? '';
  const personal =
    /^how (?:(?:do|can|could|should|would|might|must)(?: (?:i|we|you|one|someone|a person|people|somebody|anyone))|to)\b/i.test(
      match[0],
    );
  return personal ? about({ kind: 'how-to' }, phrase, true) : explain('how', dropWorking(phrase));
}

function readTask(phrase = '', whole = ''): Reading {
  const named = phrase.replace(/^(?:do|doing) /i, '');
  const lead = whole.slice(0, whole.length - phrase.length).trimEnd();
  const verb = /\brecipe\b/i.test(lead) ? 'make' : /^help|^c/i.test(lead) ? 'work on' : 'get to know';
  const isNamed = isTask(named) || /^\w+ing\b/i.test(named) || /\bto$/i.test(lead) || lead === '';
  const isThing =
    /^(?:my|our|the|an?|this|these|some) /i.test(named) || /\b(?:for|on|about|of|with)$/i.test(lead);
  return about({ kind: 'how-to' }, isNamed || !isThing ? named : `${verb} ${named}`, true);
}
