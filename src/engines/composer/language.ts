import { plainPhrase } from './clean.ts';
import type { Subject } from './subject.ts';

/** The languages that the composer writes. */
export type LanguageCode = 'en' | 'de' | 'fr' | 'es';

// Words of each language, and those that no other language here has.
const marks: readonly (readonly [LanguageCode, ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    'de',
    new Set(
      'der die das und ist nicht ein eine einen wie was warum wer wo ich du sie wir für mit auf bitte erkläre erklär mir von zu den dem gibt es kannst schreibe schreib über zwischen unterschied welche in einem einer satz'.split(
        ' ',
      ),
    ),
    new Set(
      'wie warum erkläre erklär ist nicht bitte funktioniert bist kannst schreibe beschreibe hallo danke tschüss zwischen für guten nenne sprichst'.split(
        ' ',
      ),
    ),
  ],
  [
    'fr',
    new Set(
      'le la les et est une un des du que qui pourquoi comment quoi je tu nous vous pour avec dans sur explique expliquez moi bonjour merci quel quelle sont ce cette entre différence écris phrase'.split(
        ' ',
      ),
    ),
    new Set(
      'pourquoi comment explique expliquez bonjour merci quel quelle êtes qui écris décris fonctionne sont bonsoir salut'.split(
        ' ',
      ),
    ),
  ],
  [
    'es',
    new Set(
      'el la los las y es una un de que qué por cómo quién dónde yo tú para con en explica explícame me hola gracias cuál son este esta entre diferencia escribe porque frase'.split(
        ' ',
      ),
    ),
    new Set(
      'cómo qué explica explícame hola gracias cuál quién dónde escribe adiós eres funciona buenos'.split(
        ' ',
      ),
    ),
  ],
  [
    'en',
    new Set(
      'the a and is not an how what why who where i you we for with on please explain me of to in are do does it this that can write about'.split(
        ' ',
      ),
    ),
    new Set('the what how please explain'.split(' ')),
  ],
];

/** The language that most of the words belong to; English where nothing decides. */
export function detectLanguage(text: string): LanguageCode {
  const words = text
    .slice(0, 600)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  let best: LanguageCode = 'en';
  let most = 1;
  for (const [code, set, sure] of marks) {
    let hits = 0;
    for (const word of words) hits += sure.has(word) ? 2 : set.has(word) ? 1 : 0;
    if (hits > most || (code === 'en' && hits === most)) [best, most] = [code, hits];
  }
  return best;
}

const askingWords = new Set(
  'unterschied zwischen différence entre diferencia entre erkläre erklär erkläre mir bitte was wie warum wieso ist sind funktioniert funktionieren bedeutet gib nenne schreibe schreib beschreibe erzähle kannst du mal etwas über eine einen ein den die das der dem zwischen explique expliquez moi donne comment pourquoi quoi quel quelle quels est ce que qu fonctionne fonctionnent sont la le les l un une des du de parle écris décris explica explícame dime cómo por qué funciona funcionan es son cuál cuáles el los las una describe escribe sobre me para s t j je peux tu'.split(
    ' ',
  ),
);

/** The subject of a prompt that is not in English: its words from the first that is no asking word. */
export function nameForeignSubject(text: string, language: LanguageCode): Subject {
  const words = plainPhrase(text.replace(/^[¿¡\s]+/, '').split(/[.!?:\n]/, 1)[0] ?? '', 200).split(' ');
  const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}'’-]/gu, '');
  let start = 0;
  while (
    start < words.length - 1 &&
    bare(words[start] ?? '')
      .split(/['’-]/)
      .every((part) => askingWords.has(part))
  )
    start += 1;
  const nouns = words.slice(start).filter((word) => /^\p{Lu}/u.test(word));
  const rest =
    language === 'de' && nouns.length > 0 && words.length - start > 4
      ? nouns.slice(0, 3)
      : words.slice(start, start + 5);
  const topic = rest
    .join(' ')
    .replace(/[^\p{L}\p{N})+#…]+$/u, '')
    .replace(/ (?:de|du|la|le|el|und|et|y|der|die|das|en|in|a|à)$/i, '');
  return { full: topic, topic, plural: false, parts: [] };
}
