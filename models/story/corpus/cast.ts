import { pick, type Random } from '../../../src/core/chance.ts';
import { chance, type Scope } from './expand.ts';

interface Elder {
  readonly word: string;
  readonly call: string;
  readonly male: boolean;
}

const girls =
  'Lily Mia Anna Ella Nora Ruby Clara Sara Lucy Emma Zoe Maya Rosa Ivy Hanna Lena Tara Molly Nina Alice Amy Daisy Eva Grace Holly Jane Kate Lola Mary Olive Penny Sofia Tess Wendy Yara Amina Greta Freya Leila Priya'.split(
    ' ',
  );
const boys =
  'Tom Ben Max Sam Leo Jack Finn Oscar Tim Noah Adam Paul Luke Theo Hugo Omar Jonas Peter Felix Nico Anton Ali Bob Carl Dan Eli Fred George Henry Ivan Jim Kai Liam Marco Ned Otto Ravi Simon Toby Will'.split(
    ' ',
  );
const beastNames =
  'Rusty Pip Bramble Hazel Nutmeg Pebble Tuck Sunny Clover Dusty Fern Biscuit Willow Pepper Moss Berry Honey Poppy Acorn Ginger Snow Maple Coco Ziggy Button Flick Bean Shadow Plum Misty'.split(
    ' ',
  );
const beasts =
  'fox rabbit bear mouse squirrel hedgehog duck frog turtle owl badger otter goat lamb kitten puppy beaver deer crow donkey pig mole'.split(
    ' ',
  );

const elders: readonly Elder[] = [
  { word: 'mother', call: 'Mum', male: false },
  { word: 'mum', call: 'Mum', male: false },
  { word: 'father', call: 'Dad', male: true },
  { word: 'dad', call: 'Dad', male: true },
  { word: 'grandmother', call: 'Grandma', male: false },
  { word: 'grandma', call: 'Grandma', male: false },
  { word: 'grandfather', call: 'Grandpa', male: true },
  { word: 'grandpa', call: 'Grandpa', male: true },
  { word: 'aunt', call: 'Auntie', male: false },
  { word: 'uncle', call: 'Uncle', male: true },
];

/** The persons of a story, with their pronouns; `kind` says whether they are children or animals. */
export interface Cast {
  readonly kind: 'children' | 'beasts';
  readonly hero: string;
  readonly scope: Scope;
}

/** A hero, a friend and an elder with names that differ. */
export function drawCast(random: Random): Cast {
  return chance(0.66, random) ? drawChildren(random) : drawBeasts(random);
}

function drawChildren(random: Random): Cast {
  const [heroMale, friendMale] = [chance(0.5, random), chance(0.5, random)];
  const hero = pick(heroMale ? boys : girls, random);
  const friend = pickOther(friendMale ? boys : girls, [hero], random);
  const young = heroMale ? 'boy' : 'girl';
  return {
    kind: 'children',
    hero,
    scope: {
      ...drawElder(heroMale, random),
      ...persons(hero, friend, heroMale, friendMale),
      young,
      akind: `a [little|small|young|] ${young}`,
      friendkind: friendMale ? 'boy' : 'girl',
      dwelling: ['house', 'house', 'home', 'flat'],
      bed: 'bed',
    },
  };
}

function drawBeasts(random: Random): Cast {
  const [heroMale, friendMale] = [chance(0.5, random), chance(0.5, random)];
  const beast = pick(beasts, random);
  const other = pickOther(beasts, [beast], random);
  const hero = pick(beastNames, random);
  const friend = pickOther(beastNames, [hero], random);
  return {
    kind: 'beasts',
    hero,
    scope: {
      ...drawElder(heroMale, random),
      ...persons(hero, friend, heroMale, friendMale),
      young: beast,
      akind: `a [little|small|young|] ${beast}`,
      friendkind: other,
      dwelling: ['home', 'den', 'house', 'little house'],
      bed: ['bed', 'nest', 'warm bed'],
    },
  };
}

function drawElder(heroMale: boolean, random: Random): Scope {
  const { word, call, male } = pick(elders, random);
  return {
    elder: `${heroMale ? 'his' : 'her'} ${word}`,
    elderword: word,
    call,
    ehe: male ? 'he' : 'she',
    ehim: male ? 'him' : 'her',
    ehis: male ? 'his' : 'her',
  };
}

function persons(hero: string, friend: string, heroMale: boolean, friendMale: boolean): Scope {
  return {
    hero,
    he: heroMale ? 'he' : 'she',
    him: heroMale ? 'him' : 'her',
    his: heroMale ? 'his' : 'her',
    himself: heroMale ? 'himself' : 'herself',
    friend,
    fhe: friendMale ? 'he' : 'she',
    fhim: friendMale ? 'him' : 'her',
    fhis: friendMale ? 'his' : 'her',
    fhimself: friendMale ? 'himself' : 'herself',
  };
}

function pickOther(items: readonly string[], taken: readonly string[], random: Random): string {
  return pick(
    items.filter((item) => !taken.includes(item)),
    random,
  );
}
