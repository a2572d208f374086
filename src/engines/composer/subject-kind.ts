import { isPlaceName } from './facts.ts';
import type { Field } from './field.ts';
import type { Intent } from './intent.ts';
import type { Kind, Known } from './knowledge/known.ts';
import type { Subject } from './subject.ts';

/** The kind of a subject: what is known of it, else what the question and the words suggest. */
export function guessKind(subject: Subject, intent: Intent, field: Field, known: Known | undefined): Kind {
  if (known !== undefined) return known.kind;
  const question = intent.kind === 'explanation' ? intent.question : undefined;
  if (subject.task !== undefined || intent.kind === 'how-to') return 'technique';
  if (isPlaceName(subject.topic) || question === 'where') return 'place';
  if (question === 'who') return 'person';
  return hint(subject.topic, field) ?? 'concept';
}

function hint(topic: string, field: Field): Kind | undefined {
  const last = topic.toLowerCase().split(' ').at(-1) ?? '';
  const kind = nouns.get(last) ?? nouns.get(last.replace(/s$/, ''));
  if (kind !== undefined) return kind;
  if (/^(?:the )?(?:battle|war|siege|treaty|fall|death|birth|discovery|invention) of\b/i.test(topic))
    return 'event';
  return isTangible(field) && /[a-z]s$/.test(last) ? 'thing' : undefined;
}

function isTangible(field: Field): boolean {
  return field.name === 'nature' || field.name === 'cooking' || field.name === 'travel';
}

const nouns = new Map<string, Kind>();
for (const [kind, words] of [
  [
    'place',
    'city town village country island river lake mountain desert beach forest park museum street region valley castle cathedral temple continent bay coast',
  ],
  [
    'person',
    'president king queen emperor pope singer actor actress painter composer author writer poet philosopher scientist inventor footballer president minister artist',
  ],
  [
    'event',
    'war battle revolution treaty election festival olympics crisis crash pandemic earthquake wedding coronation genocide strike',
  ],
  ['work', 'novel film movie book song album painting poem opera symphony play series sculpture statue'],
  [
    'substance',
    'water milk oil gold silver iron steel glass paper wood plastic salt sugar flour rice wine beer honey cheese chocolate concrete cotton wool silk petrol',
  ],
  [
    'thing',
    'car bicycle bike phone computer laptop camera clock watch lamp chair table house bridge ship boat train aeroplane airplane plane rocket satellite tree flower animal bird fish insect bee ant spider whale elephant horse cow lion tiger bear wolf snake dinosaur guitar piano violin bottle knife cup shoe iceberg planet',
  ],
] satisfies [Kind, string][]) {
  for (const word of words.split(' ')) nouns.set(word, kind);
}
