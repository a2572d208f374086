import type { Plot } from './plot.ts';

/** Stories of friends, gifts, quarrels and neighbours. */
export const plotsOfFriends: readonly Plot[] = [
  {
    title: 'Two friends and one {toy}',
    steps: [
      [
        '{hero} and {friend} were best friends. They shared everything: their bread, their secrets and even their colds.',
        '{hero} had a friend named {friend}. They had known each other since they were very small.',
      ],
      [
        '{Oneday} they found a {colour} {toy} {inplace}. "I saw it first!" cried {hero}. "No, I did!" cried {friend}.',
        '{Oneday} {elder} gave them a {colour} {toy}. There was only one of it, and both wanted to have it.',
      ],
      [
        'They pulled and pulled. {hero} pulled on one side and {friend} on the other. Then there was a crack, and the {toy} was broken.',
        '"You are mean!" said {hero}. "And you are selfish!" said {friend}. They turned their backs on each other and each went home alone.',
      ],
      [
        '{hero} sat in {his} room. {He} had the {toy} now, but it was no fun at all. There was nobody to laugh with.',
        'At home it was {very} quiet. {hero} tried to play, but {he} kept thinking of {friend}. What was {fhe} doing now?',
      ],
      [
        '"What is more important," asked {elder}, "the {toy} or your friend?" {hero} did not have to think about that for long.',
        '{He} took the {toy} and went out. On the way {he} met {friend}, who was just coming to see {him}. "I am sorry," they both said at the same time.',
      ],
      [
        'They repaired the {toy} together. On one day it lived with {hero}, and on the next day with {friend}. But most of the time they played with it together.',
        '"You have it today," said {hero}. "No, you," said {friend}. And so they almost quarrelled again, and then they laughed until their stomachs hurt.',
      ],
      [
        'A {toy} can break, but a good friendship lasts.',
        'From that day on they had a rule: whoever shouts first has to bake a cake.',
        'And if they have not stopped playing, they are playing still.',
      ],
    ],
  },
  {
    title: 'A present for {friend}',
    with: {
      gift: [
        'a necklace of shells',
        'a picture of the two of them',
        'a cake in the shape of a star',
        'a song',
        'a small wooden boat',
        'a book with empty pages',
        'a scarf in all colours',
        'a box full of kind words',
        'a bird house',
      ],
    },
    steps: [
      [
        'Tomorrow was the birthday of {friend}, and {hero} did not have a present yet. {He} counted {his} coins. There were only {count}.',
        '{hero} {wanted} give {friend} something special. But {he} had no money, and everything in the shop was too dear.',
      ],
      [
        'So {he} went {inplace} to think. {sight} "What makes {friend} happy?" {he} asked {himself}.',
        '"What shall I do?" {he} asked {elder}. "The best presents cannot be bought," said {elder}. "They are made with time."',
      ],
      [
        'Then {he} had an idea. {He} would make {gift}! {He} started at once.',
        '{hero} smiled. Now {he} knew what it should be: {gift}. {He} got everything {he} needed and shut the door behind {him}.',
      ],
      [
        'It was not easy. {He} had to begin again {count} times. {His} fingers hurt, and the clock went on ticking. But {he} did not give up.',
        'The first try looked terrible. The second one looked funny. But the third one was just right.',
      ],
      [
        'At the party there were big boxes with {colour} ribbons. {hero} looked at {his} small present and felt ashamed. {He} put it at the very back of the table.',
        'The next day {he} wrapped it in {colour} paper and carried it over to {friend}. {His} heart was beating fast. What if {fhe} did not like it?',
      ],
      [
        '{friend} opened it last. Then {fhe} was quiet. "Did you make this yourself?" {fhe} asked. {hero} nodded. "It is the best present of all," said {friend}.',
        '{friend} looked at it for a long time. Then {fhe} threw {fhis} arms around {hero}. "Nobody has ever made anything for me before," {fhe} said.',
      ],
      [
        'And {hero} was even happier than {friend}. That is how it is with good presents.',
        '{friend} kept it for many years, long after the big boxes had been forgotten.',
      ],
    ],
  },
  {
    title: 'The new neighbour',
    with: {
      strange: [
        'wore {count} hats at once',
        'spoke to nobody',
        'only came out at night',
        'painted the whole door {colour}',
        'came from a country far away',
        'spoke a language that nobody understood',
      ],
    },
    steps: [
      [
        '{Oneday} somebody moved into the empty house {inplace}. It was a {friendkind} named {friend}, who {strange}.',
        'A new neighbour had come. The others whispered: "Have you seen? It is a {friendkind}, and {fhe} {strange}."',
      ],
      [
        '"Stay away from {fhim}," said the goose. "One never knows," said the hen. So nobody went there, and nobody said hello.',
        'Nobody wanted to play with {friend}. {hero} did not know what to think. {He} watched from behind the hedge.',
      ],
      [
        '{Oneday} {hero} saw {friend} sitting on the steps, all alone. {fhe} had a game for two on {fhis} knees and was playing against {fhimself}.',
        'In the evening {hero} heard music from the open window. It was a {nice} song, but it was a sad one.',
      ],
      [
        '{hero} took a plate of {food} and went over. {He} knocked. "Hello," {he} said. "My name is {hero}. I live over there. Do you like {food}?"',
        '"It must be hard to be new," thought {hero}. {He} took all {his} courage together, went across and rang the bell.',
      ],
      [
        '{friend} was surprised. Then {fhe} smiled, and it was a smile that went from one ear to the other. "Come in," {fhe} said. "I was hoping that somebody would come."',
        'They talked the whole afternoon. {friend} knew how to fold birds out of paper, and {hero} knew all the good places {inplace}.',
      ],
      [
        'The next day {hero} brought {friend} along. "This is my friend," {he} said. And after an hour nobody could remember why they had been afraid.',
        'The others came too, one after the other. First they only wanted to look. But then they stayed for the {food}.',
      ],
      [
        '"Why did you come to me?" {friend} asked later. "Because everyone is new somewhere," said {hero}.',
        'A stranger is often just a friend whom you have not met yet.',
      ],
    ],
  },
];
