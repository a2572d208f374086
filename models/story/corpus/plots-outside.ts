import type { Plot } from './plot.ts';

/** Stories of nights, trips and lights. */
export const plotsOfTrips: readonly Plot[] = [
  {
    title: 'The strange noise',
    with: {
      noise: ['a knocking', 'a scratching', 'a humming', 'a soft singing', 'a rattling', 'a snoring'],
      maker: [
        'a family of mice',
        'an old clock that had begun to work again',
        'a branch that the wind moved',
        'a hedgehog who was looking for a place to sleep',
        'a swarm of bees',
        'a young owl',
        'the neighbour, who was practising the trumpet',
      ],
    },
    steps: [
      [
        'Every night, when it was quiet, {hero} heard {noise}. It came from above. Or did it come from below?',
        '{Oneday} {hero} woke up in the middle of the night. There was {noise}. {He} pulled the blanket up to {his} nose.',
      ],
      [
        '"That is only the wind," said {elder}. But {hero} knew what the wind sounds like, and this was something else.',
        'In the morning {he} told {friend} about it. "Perhaps it is a ghost," said {friend}. "Ghosts do not exist," said {hero}. But {he} did not sound very sure.',
      ],
      [
        'The next night they waited together with a lamp and a bag of biscuits. They ate all the biscuits. They had almost fallen asleep when it began.',
        'So {hero} took a lamp, {ran} to the stairs and listened. One step creaked. Then another. {He} held {his} breath.',
      ],
      [
        'They followed the sound, past the kitchen, past the clock, up to a small door that nobody ever used. {hero} put {his} hand on the handle. "One, two, three!"',
        'It became louder and louder. It had to be behind this wall. {hero} lifted the lamp, and {friend} held on to {his} sleeve.',
      ],
      [
        'And what was it? It was {maker}. {hero} had to laugh, because {he} had been so {afraid}.',
        'There was no ghost, and there was no robber. It was only {maker}. "Is that all?" whispered {friend}.',
      ],
      [
        'Now, when {he} hears {noise} at night, {he} turns over and goes back to sleep. What you know is not so frightening.',
        '"Good night," said {hero} into the dark. And it seemed to {him} as if something answered.',
      ],
    ],
  },
  {
    title: 'A day {inplace}',
    steps: [
      [
        '{Oneday} {elder} said: "Today we will not work. Today we go to {place}." {hero} jumped for joy.',
        'For weeks {hero} had looked forward to the trip. {He} had packed {his} bag {count} times and unpacked it again.',
      ],
      [
        'They took {food}, {fruits} and a {colour} blanket. {friend} was allowed to come too. All the way they sang songs, and some of them were even right.',
        'They left early, when the grass was still wet. The sun came up, round and {colour}, and {hero} yawned and was {happy}.',
      ],
      [
        '{sight} "Look, a {small}!" cried {hero}. They kept very still, and it came so close that they could see its eyes.',
        'There was so much to see. {sight} {hero} wanted to take everything home with {him}, but {his} pockets were already full.',
      ],
      [
        'At noon they sat down to eat. But where was the bag with the {food}? {hero} had put it down for only a moment. A {pet} was just eating the last piece.',
        'Then {suddenly} it began to rain. They had no umbrella, so they all sat under the blanket, close together, and the drops sang above their heads.',
      ],
      [
        'First they were angry. Then {elder} began to laugh, and then everybody laughed. "Now we have a story to tell," {ehe} said.',
        '"What a pity," said {friend}. "Not at all," said {elder}. "Fine days are nice. But it is the strange ones that you remember."',
      ],
      [
        'On the way back {hero} fell asleep. {He} did not notice how {elder} carried {him} into {his} {bed} and covered {him} up.',
        'In the evening {hero} drew a picture of everything. "That was the best day of the whole {season}," {he} wrote under it.',
      ],
    ],
  },
  {
    title: 'The moon that would not shine',
    with: {
      lamp: ['the moon', 'the smallest star', 'the evening star', 'the lighthouse', 'the old street lamp'],
    },
    steps: [
      [
        'Every evening {hero} said good night to {lamp}. But {oneday} it did not shine. The window stayed black.',
        '{hero} could not sleep. Something was missing. Then {he} saw it: {lamp} was dark.',
      ],
      [
        '{He} put on {his} boots, took {his} {toy} and went out. It was so dark that {he} could not see {his} hand before {his} eyes.',
        '"Somebody has to find out what is wrong," {he} said. {friend} rubbed {fhis} eyes and came with {him}.',
      ],
      [
        '"Why do you not shine?" {he} called. "Because nobody looks at me any more," said a small voice. "They all sit inside and close the curtains."',
        '"I am tired," said {lamp}. "Every night I shine, and nobody has ever said thank you." It sounded very unhappy.',
      ],
      [
        '"I look at you," said {hero}. "Every evening. Without you I cannot find the way into my dreams."',
        '{hero} thought about that. It was true. {He} had never said thank you either. "Wait here," {he} said. "I will be back soon."',
      ],
      [
        '{He} ran from house to house and knocked at the doors. One after the other they came out, in nightgowns and slippers, and looked up. "Thank you!" they called.',
        '{hero} began to sing, and {friend} joined in. A window opened, and then another one. Soon the whole street was singing.',
      ],
      [
        'There was a glimmer, then a gleam, and then {lamp} shone brighter than ever before. It was so bright that a cock began to crow.',
        'And slowly it became light, soft and silver. "Good night," said {hero}. "Good night," said {lamp}, "and sleep well."',
      ],
    ],
  },
];
