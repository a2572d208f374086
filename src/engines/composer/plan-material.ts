import { plainPhrase } from './clean.ts';
import type { Draft, Task } from './draft.ts';
import { capitalise, enumerate } from './grammar.ts';
import { findNounPhrases } from './noun-phrases.ts';
import { functionWords } from './word-classes.ts';

/** A summary made of the text's own weightiest sentences. */
export function planSummary(task: Task, material: string): Draft {
  const sentences = splitSentences(material);
  const best = rankSentences(sentences);
  const names = findNounPhrases(material)
    .slice(0, 6)
    .map((phrase) => phrase.text);
  const { writer } = task;
  const points = best.slice(0, 5).map((sentence) => `- ${sentence}`);
  return {
    blocks: [
      `${writer.sentence(['In short:', 'The gist:', 'Summed up:'])} ${best[0] ?? plainPhrase(material, 300)}`,
      ...(points.length > 1 && task.style !== 'plain'
        ? [
            `${writer.sentence(['The points that carry the text:', 'What the text says:', 'Its main statements:'])}\n\n${points.join('\n')}`,
          ]
        : best.slice(1, 4)),
      ...(names.length > 1
        ? [
            `${writer.sentence(['It turns on', 'The text keeps coming back to', 'Its recurring terms are'])} ${enumerate(names)}.`,
          ]
        : []),
      writer.sentence([
        'The sentences above are taken from your text as they stand, chosen by the weight of their words, so check that no condition was lost on the way.',
        'I picked the sentences whose words occur most often in the text; tone and irony do not survive such a choice.',
      ]),
    ],
    spare: ['checks', 'balance', 'idea', 'example'],
  };
}

/** The text tidied up mechanically, with what was changed. */
export function planRewriting(task: Task, material: string): Draft {
  const { writer } = task;
  const tidy = tidyText(material);
  return {
    blocks: [
      writer.sentence([
        'Here is a revised version:',
        'A cleaned-up version:',
        'Revised, it reads like this:',
      ]),
      tidy
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
      writer.sentence([
        'What changed: contractions are written out, blanks and capitals are in order, and each sentence ends with a mark.',
        'I wrote out the contractions, put capitals and blanks in order, and left the meaning alone.',
      ]),
      writer.sentences(advice, 3),
    ],
    spare: ['checks', 'balance', 'example'],
  };
}

/** Says plainly that a stand-in does not translate, and helps on. */
export function planTranslation(task: Task, language: string, material: string): Draft {
  const { writer } = task;
  const target = capitalise(language.toLowerCase());
  const phrase = plainPhrase(material, 200);
  const advise = (count: number): string =>
    Array.from({ length: count }, () => writer.sentence(translationAdvice, { language: target })).join(' ');
  const known = phrasebook.get(`${target} ${phrase.toLowerCase().replace(/[.!?]+$/, '')}`);
  return {
    blocks: [
      known === undefined
        ? `I am a stand-in and do not translate, so I will not offer you invented ${target} for “${phrase}”. What I can do is prepare the text for somebody or something that does.`
        : `“${phrase}” is “${known}” in ${target}. That one comes from a small phrasebook; beyond it, a stand-in does not translate.`,
      advise(3),
      advise(4),
      writer.sentence(['Before you hand it on:', 'A short checklist:', 'What a translator will ask you:']) +
        '\n\n' +
        [
          '- Who will read it, and how well do they know you?',
          '- Should it sound spoken or written?',
          '- Which words must stay as they are?',
          '- Is there a limit on its length?',
        ].join('\n'),
    ],
    spare: ['balance', 'checks', 'example'],
    closing: writer.sentence([
      'Send me the text again with these points settled, and I can mark the places that need care.',
      'If you like, I can shorten or simplify the original first, which makes every translation easier.',
    ]),
  };
}

function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => plainPhrase(sentence, 300))
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`));
}

function rankSentences(sentences: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const wordsOf = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !functionWords.has(word));
  for (const sentence of sentences)
    for (const word of wordsOf(sentence)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scored = sentences.map((sentence, index) => {
    const words = wordsOf(sentence);
    const weight =
      words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(words.length + 1);
    return { sentence, index, weight: index === 0 ? weight * 1.5 : weight };
  });
  const kept = scored.toSorted((a, b) => b.weight - a.weight).slice(0, 5);
  return [...new Set(kept.toSorted((a, b) => a.index - b.index).map(({ sentence }) => sentence))];
}

function tidyText(text: string): string {
  const written = text
    .replace(/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]?t\b/gi, '$1 not')
    .replace(/\bcan['’]?t\b/gi, 'cannot')
    .replace(/\bwon['’]t\b/gi, 'will not')
    .replace(/\b(I)['’]m\b/g, '$1 am')
    .replace(/\b(you|we|they)['’]re\b/gi, '$1 are')
    .replace(/\b(I|you|we|they)['’]ve\b/gi, '$1 have')
    .replace(/\b(I|you|he|she|we|they|it)['’]ll\b/gi, '$1 will')
    .replace(/\bi\b/g, 'I')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
  const capital = capitalise(written).replace(
    /([.!?] )(\p{Ll})/gu,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
  return /[.!?…”"]$/.test(capital) ? capital : `${capital}.`;
}

const phrasebook = new Map([
  ['French good morning', 'bonjour'],
  ['French hello', 'bonjour'],
  ['French thank you', 'merci'],
  ['French goodbye', 'au revoir'],
  ['French please', "s'il vous plaît"],
  ['German good morning', 'guten Morgen'],
  ['German hello', 'hallo'],
  ['German thank you', 'danke'],
  ['German goodbye', 'auf Wiedersehen'],
  ['German please', 'bitte'],
  ['Spanish good morning', 'buenos días'],
  ['Spanish hello', 'hola'],
  ['Spanish thank you', 'gracias'],
  ['Spanish goodbye', 'adiós'],
  ['Spanish please', 'por favor'],
  ['Italian good morning', 'buongiorno'],
  ['Italian hello', 'ciao'],
  ['Italian thank you', 'grazie'],
  ['Italian goodbye', 'arrivederci'],
  ['Italian please', 'per favore'],
]);

const advice = [
  'If a sentence still feels heavy, look for its verb and move it nearer to the front.',
  'Read the two versions aloud, one after the other, and keep the better half of each.',
  'A reader in a hurry looks at the first sentence and the last; make sure that those two can stand alone.',
  'Cut one adjective in every line and see whether you miss it.',
  'Tell me whom the text is for, and I can point out which phrases to make more formal or more friendly.',
];

const translationAdvice = [
  'Humour and politeness are the hardest to carry over into {language}, so explain in a note what you intend.',
  'If only the sense matters, say so, because a free {language} version is often shorter and better.',
  'Quotations should be looked up in a published {language} edition rather than made anew.',
  'Give the translator the whole text, even if only one sentence has to be in {language}; context decides between two good words.',
  'Where {language} has two words for one of yours, ask which of them your readers use.',
  'A machine makes a useful first draft in {language}; a person should make the last one.',
  'Pictures and captions belong to the text as well, and they are easily forgotten.',
  'Leave the line breaks alone until the end, since {language} will move them anyway.',
  'A dictionary gives you words, and a bilingual collection of sentences gives you the company they keep; for {language} use both.',
  'Watch the length: the {language} version may need more room than the original, which matters for buttons and headlines.',
  'Keep a list of recurring terms with one agreed {language} word for each, so that the text does not wander.',
  'Dates, units and forms of address follow the habits of {language} readers and not those of the original.',
  'A good translation into {language} begins with short sentences, so split whatever has more than one thought.',
  'Replace idioms by what they mean, because figures of speech seldom survive the journey into {language}.',
  'Mark names, product terms and numbers that must not be touched.',
  'Say whether the {language} text addresses one person or many, a friend or a stranger; many languages make you choose.',
  'Have a native speaker of {language} read the result aloud, and listen for the place where they hesitate.',
  'Translate a few lines back as a test: where the meaning has shifted, the original was ambiguous.',
];
