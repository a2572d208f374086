import { writeFileSync } from 'node:fs';
import { encode } from 'gpt-tokenizer/encoding/r50k_base';
import { createEncoder, readVocabulary } from './bpe.ts';

// npx node models/story/tokens-reference.ts <out.json> <story folder> <tiny folder>
const [out = '', story = '', tiny = ''] = process.argv.slice(2);

const hard = [
  '',
  ' ',
  'The dog',
  'Hello, world!',
  "I'm sure they'll say it's Tom's, won't they? WE'RE not.",
  'two  spaces,   three, trailing   ',
  'tabs\tand\nlines\n\n\r\nmore \n x',
  'In 2024, 3.14159 and 1,000,000 were 50% of №7.',
  'naïve café Übergröße façade',
  'Привет, мир! Γειά σου Κόσμε',
  '日本語のテキスト、全角　空白。',
  'مرحبا بالعالم שלום',
  'a\u00a0b\u2003c\u200bd\ufeffe',
  '👩‍👩‍👧‍👦 family 🇨🇭 👍🏽',
  'e\u0301 versus é',
  '\u0000\u0001\u007f\u0085',
  'const x = (a, b) => { return a?.b ?? `${c}`; } // ok',
  'snake_case __init__ CamelCase ALLCAPS',
  'https://example.org/a?b=c&d=%20#e',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '................ ---- ____ ====',
  'Once upon a time, there was a little fox named Rusty.',
  'User: Why is the sky blue?\nAssistant:',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ½ ² Ⅷ',
];

const prompts = [
  'Once upon a time',
  'The dog',
  'User: Why is the sky blue?\nAssistant:',
  'Hello, my name is',
  'naïve 日本語 👍🏽 – “quoted”\n\n  x',
  ' ',
];

const load = (folder: string): ((text: string) => number[]) => createEncoder(readVocabulary(folder));
const tables = { gpt2: encode, story: load(story), tiny: load(tiny) };
const result = Object.fromEntries(
  Object.entries(tables).map(([name, encodeText]) => {
    const cases = (texts: readonly string[]): readonly object[] =>
      texts.map((text) => ({ text, ids: encodeText(text) }));
    return [name, name === 'gpt2' ? { texts: cases(hard) } : { texts: cases(hard), prompts: cases(prompts) }];
  }),
);
writeFileSync(out, `${JSON.stringify(result, undefined, 1).replace(/\n\s+(?=-?\d|\])/g, ' ')}\n`);
