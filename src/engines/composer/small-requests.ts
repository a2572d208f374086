import { evaluate } from './arithmetic.ts';
import type { Intent } from './intent.ts';

/** The intent of requests that a short answer suits: greetings, thanks, echoes, sums, questions about the speaker. */
export function readSmallRequest(text: string): Intent | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty' };
  for (const [pattern, kind] of patterns) if (pattern.test(text)) return { kind };
  return readEcho(text) ?? readArithmetic(text);
}

const end = String.raw`(?: (?:there|everyone|all|bot|friend|assistant|again|understudy|computer|world|so much|very much|a lot|a bunch|you|for (?:your|the) help|that helped|for that|man|mate))*[\s!.,?:)]*$`;
const please = String.raw`(?:please |can you |could you |would you )*`;

const patterns: readonly (readonly [
  RegExp,
  'greeting' | 'thanks' | 'farewell' | 'identity' | 'joke' | 'recall' | 'ping',
])[] = [
  [
    new RegExp(
      `^(?:hello|hi|hey|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day)|what's up|sup|hello world)${end}`,
      'i',
    ),
    'greeting',
  ],
  [
    /^(?:hello|hi|hey)?[,!. ]*(?:how are you(?: doing)?(?: today)?|how's it going|how do you do)[\s?!.]*$/i,
    'greeting',
  ],
  [
    /^(?:hallo|guten (?:tag|morgen|abend)|moin|servus|bonjour|salut|bonsoir|hola|buenos d[ií]as|buenas tardes|ciao)[\s!.,?]*$/i,
    'greeting',
  ],
  [
    new RegExp(
      `^(?:ok(?:ay)?[,.]? |great[,!.]? |perfect[,!.]? )?(?:thanks?|thank you|thx|cheers|many thanks|much appreciated|danke(?: sch[oö]n)?|merci(?: beaucoup)?|(?:muchas )?gracias)${end}`,
      'i',
    ),
    'thanks',
  ],
  [
    new RegExp(
      `^(?:bye|goodbye|good night|see you(?: later| soon| tomorrow)?|farewell|bye bye|tsch[uü]ss|au revoir|adi[oó]s)${end}`,
      'i',
    ),
    'farewell',
  ],
  [
    /\b(?:who|what) (?:exactly )?are you\b(?! (?:doing|going|talking|thinking|waiting|looking))|\bare you (?:really |actually |just )?(?:a |an )?(?:real |human |actual )*(?:chatgpt|gpt\S*|claude|gemini|llama|an? ai|ai|language model|llm|model|robot|bot|human|person|openai|machine|mock|stand-in|fake)\b|\b(?:what|which) (?:ai |language |llm )*(?:model|version|llm) (?:are you|is this|am i|do you)|\bwhat(?:'s| is) your name\b|\bintroduce yourself\b|\btell me about yourself\b|\bwho (?:made|created|built|trained|wrote) you\b|\bwhat can you do\b|\b(?:wer|was) bist du\b|\bqui es[- ]tu\b|\bqui [eê]tes[- ]vous\b|\bqui[eé]n eres\b/i,
    'identity',
  ],
  [
    new RegExp(
      `^${please}(?:tell|give|make|say|do you know|got|know|share|write)?(?: me| us)?(?: a| an| one| any| another| some)?(?: good| funny| short| random| quick| nice| new| silly)* ?jokes?(?: please)?[\\s!.,?]*$`,
      'i',
    ),
    'joke',
  ],
  [
    /\b(?:what|which question) (?:did|have|was) (?:i|my)(?: just)? (?:ask(?:ed)?|said|say|written|write|told|first|last|previous|earlier|original)\b|\bwhat was my (?:first|last|previous|earlier|original) (?:question|message|prompt|request)\b|\bwhat(?:'s| is) my name\b|\bdo you remember (?:what|my)\b|\bwhat (?:were|are|have) we (?:been )?talk(?:ing|ed) about\b/i,
    'recall',
  ],
  [
    /^(?:hi|hello|hey)?[,!. ]*(?:can|could|will) you (?:please )?help(?: me)?(?: please)?[\s?!.]*$/i,
    'greeting',
  ],
  [/^ping[\s!.?]*$/i, 'ping'],
];

function readEcho(text: string): Intent | undefined {
  const match =
    /^(?:please |can you |could you )*(?:repeat after me|repeat(?: this| the following)?(?: back)?(?: to me)?(?: exactly)?|say|echo|(?:just |only )*(?:reply|respond|answer)(?: only| just)?(?: with|:)(?: only| just| exactly)*(?: the)?(?: single)?(?: words?| text| phrase| string)?|print(?: exactly)?)(?:\s*[:,-]\s*|\s+)(\S[^]*)$/i.exec(
      text,
    );
  const said = match?.[1]?.trim() ?? '';
  if (said === '' || said.length > 1500) return undefined;
  if (
    /^(?:something|anything|what|how|why|more|nothing|a few|an? |that again|it again|again|the (?:last|previous|above)|json|in |as |valid )/i.test(
      said,
    ) &&
    !/^["'“]/.test(said)
  )
    return undefined;
  return { kind: 'echo', text: unquote(said) };
}

function unquote(text: string): string {
  const match = /^(["'“‘«`]+)([^]*?)["'”’»`]+(?: and nothing else| only| exactly)?[.!]?$/.exec(text);
  const bare = match?.[2] ?? text.replace(/,? and nothing else\.?$| and only that\.?$/i, '');
  return bare.trim() === '' ? text : bare.trim();
}

function readArithmetic(text: string): Intent | undefined {
  const asked = text
    .replace(
      /^(?:please |hey |hi,? )*(?:what(?:'s|s| is| does)?|how much is|calculate|compute|solve|evaluate|tell me|work out)? ?/i,
      '',
    )
    .replace(/,? and (?:why|explain|show|tell me)\b[^\d]*$/i, '')
    .replace(/(?: equals?| equal to|\s*=)?(?: please)?[\s?!.=]*$/i, '');
  if (!/\d/.test(asked) || asked.length > 200) return undefined;
  const expression = spellOut(asked);
  const value = evaluate(expression);
  return value === undefined ? undefined : { kind: 'arithmetic', expression: tidy(expression), value };
}

function spellOut(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/(\d+(?:\.\d+)?) ?(?:%|percent) of /g, '$1 / 100 * ')
    .replace(/\bplus\b/g, '+')
    .replace(/\bminus\b|−/g, '-')
    .replace(/\btimes\b|\bmultiplied by\b|×|·|(?<=\d ?)x(?= ?\d)/g, '*')
    .replace(/\bdivided by\b|\bover\b|÷/g, '/')
    .replace(/\bmod(?:ulo)?\b/g, '%')
    .replace(/\bto the power of\b|\*\*/g, '^')
    .replace(/ ?\bsquared\b/g, '^2')
    .replace(/\bsquare root of ?/g, 'sqrt ');
}

function tidy(expression: string): string {
  return expression
    .replace(/\s+/g, '')
    .replace(/(?<=[\d)])[-+*/%^]/g, ' $& ')
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replace(/sqrt\(?([\d.]+)\)?/g, '√$1');
}
