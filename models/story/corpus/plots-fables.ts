import type { Plot } from './plot.ts';

/** Fables and small tales of proud, greedy, lazy and clever ones. */
export const plotsOfQuarrels: readonly Plot[] = [
  {
    title: 'The {young} who wanted everything',
    steps: [
      [
        '{hero} always wanted more. If {he} had one {fruit}, {he} wanted two, and if {he} had two, {he} wanted {count}.',
        '{hero} collected things: stones, {fruits}, feathers, everything. "Mine!" {he} said, even when it was not true.',
      ],
      [
        '{Oneday} {he} discovered a tree full of {fruits} {inplace}. "I will tell nobody about it," {he} said, and began to pick.',
        '{Oneday} {elder} put a large bowl of {fruits} on the table. "They are for all of us," said {elder}. But {hero} was already reaching for them.',
      ],
      [
        '{He} filled {his} pockets. {He} filled {his} hat. {He} filled {his} boots, and then {he} filled {his} mouth as well.',
        '{He} took so many that {he} could not carry them. Whenever {he} picked one up, another one fell down.',
      ],
      [
        '{friend} came by. "May I have one?" {fhe} asked. "No," said {hero} with {his} mouth full. {friend} shrugged and went on.',
        'A {tiny} {small} asked for a bit. "There is not enough," said {hero}, although there was enough for the whole village.',
      ],
      [
        'On the way home the branch broke, the bag tore, and everything rolled down the hill and into the water. {hero} stood there with empty hands.',
        'In the night {he} had a terrible stomach ache. {He} lay in {bed} and groaned, and the rest of the {fruits} went bad in the corner.',
      ],
      [
        '{friend} sat down beside {him} and gave {him} half of {fhis} own {food}. "Why do you share with me?" asked {hero}. "I gave you nothing." "Because it tastes better that way," said {friend}.',
        '"I had so much," said {hero}, "and now I have nothing." "You had much," said {elder}, "but you had nobody to eat it with."',
      ],
      [
        'The next day {hero} brought {friend} the biggest {fruit} that {he} could find. And {he} saw that {friend} had been right.',
        'Since then {hero} has always taken only what {he} can carry in one hand. The other hand {he} needs for holding on to {friend}.',
      ],
    ],
  },
  {
    title: 'The crow and the {young}',
    only: 'beasts',
    steps: [
      [
        '{Oneday} {hero} found a piece of cheese {inplace}. A crow had seen it too. "What a {nice} piece of cheese," said the crow.',
        '{hero} was sitting {inplace} with {his} {food} when a crow landed beside {him}.',
      ],
      [
        '"I bet," said the crow, "that you cannot jump over that ditch with your eyes closed." "Of course I can," said {hero}, for {he} was proud.',
        '"Your voice is said to be the finest {inplace}," said the crow. "Would you sing for me?" {hero} was flattered.',
      ],
      [
        '{hero} put down {his} food and closed {his} eyes. When {he} opened them again, the crow was sitting in the tree, and the food was with it.',
        'No sooner had {he} begun than the crow grabbed the food and flew away. "Thank you for the song!" it called.',
      ],
      [
        '{hero} was angry, first with the crow and then with {himself}. {friend} had seen it all. "I have an idea," said {friend}.',
        '"Wait," thought {hero}. "What you can do, I can do too." {He} went to {friend}, and together they made a plan.',
      ],
      [
        'The next day they put a shiny lid in the grass and spoke very loudly: "Nobody may have this silver plate!" The crow came at once, and while it looked at the lid, {friend} fetched the food.',
        '{friend} lay down in the grass and laughed {loudly}. "Why are you laughing?" asked the crow, and as it opened its beak, it dropped everything.',
      ],
      [
        '"Now we are even," said {hero}. The crow was silent for a moment. Then it had to laugh too. "You are {clever}," it said. "Shall we share?"',
        'And because {he} was not mean, {hero} gave the crow a piece of it. "But next time, just ask," {he} said.',
      ],
      [
        'Whoever flatters you may only want your cheese.',
        'It is not a shame to be fooled once. But one should learn something from it.',
      ],
    ],
  },
  {
    title: 'Tomorrow',
    with: {
      task: [
        'repair the roof',
        'collect wood',
        'mend {his} coat',
        'water the garden',
        'build a nest',
        'clean the {dwelling}',
        'write to {elder}',
      ],
    },
    steps: [
      [
        '{hero} was not lazy, {he} only had a favourite word. It was "tomorrow".',
        '"I will do it tomorrow," {hero} always said. And then {he} lay down in the sun.',
      ],
      [
        '"Winter is coming," said {friend}. "You should {task}." "Tomorrow," said {hero}.',
        '{Elder} asked {him} to {task}. "Yes, yes," said {hero}. "Tomorrow. Today the sun is so {nice}."',
      ],
      [
        'Tomorrow came and was called today. And {hero} said again: "Tomorrow." So it went for {count} weeks.',
        'On {dayname} it was too hot. The next day it was too wet. And on the day after that {hero} had no wish to.',
      ],
      [
        'Then {oneday} a cold wind was blowing, and it was raining in big drops. Now {hero} wanted to {task}, but it was too late.',
        '{Oneday} {he} woke up, and everything was white. {He} sat there and shivered. "If only I had begun yesterday," {he} said.',
      ],
      [
        '{friend} did not scold {him}. {Fhe} brought a blanket and {food}. "Come to me until spring," {fhe} said. "There is room enough for two."',
        '"Shall I help you?" asked {friend}. "When?" asked {hero}. "Now," said {friend}. And together they did it in one afternoon.',
      ],
      [
        'When the work was done, {hero} was astonished. "It was not bad at all," {he} said. "The worst part was thinking about it."',
        'Now {hero} has a new favourite word. It is "now". And afterwards {he} lies down in the sun, and it is twice as warm.',
      ],
    ],
  },
  {
    title: 'The smallest one',
    with: {
      job: [
        'crawl through the narrow hole',
        'reach the key behind the wall',
        'find the way out of the cave',
        'gnaw through the rope',
        'carry the message to the other side',
      ],
    },
    only: 'beasts',
    steps: [
      [
        '{hero} was the smallest of all. When they played, {he} was chosen last, and when they talked, nobody heard {him}.',
        '"You are too small," the others always said. Too small to play, too small to help, too small to know anything.',
      ],
      [
        '{Oneday} they all went into the old cave. Then there was a rumble, and stones fell in front of the entrance. They were shut in.',
        '{Oneday} a big net fell from a tree, and everyone was caught in it: the bear, the deer, the badger, everyone.',
      ],
      [
        'The bear pushed, but the stones were too heavy. The badger dug, but the ground was too hard. "It is no use," they said.',
        'They pulled and kicked and shouted. That only made it worse. In the end they all lay there and did not know what to do.',
      ],
      [
        '"Let me try," said {hero}. The others would have laughed, if they had not been so {afraid}. "You?" asked the bear.',
        '"I could {job}," said a small voice. They looked around. It was {hero}.',
      ],
      [
        'It was dark and narrow. {hero} made {himself} as thin as {he} could. {He} had to {job}, and nobody could help {him}. {He} was {afraid}, but {he} went on.',
        '{hero} set to work. It took an hour, and it took another one. {His} paws hurt. But {he} did it: {he} was able to {job}.',
      ],
      [
        'And then they were free! The bear lifted {hero} up on his shoulders so that everyone could see {him}. "Three cheers for the smallest one!" they shouted.',
        'Out in the sun they were all very quiet. Then the badger said: "We were wrong. You are not too small. You were exactly right."',
      ],
      [
        'Since then {hero} is chosen first. And when {he} says something, everyone listens.',
        '{He} was still the smallest. But {he} did not feel small any more.',
      ],
    ],
  },
  {
    title: 'The first snow',
    steps: [
      [
        '{Oneday} {hero} woke up, and it was strangely quiet. {He} looked out. Everything was white: the roofs, the trees and even the mailbox.',
        '"Snow!" cried {hero}. It was the first snow of the year, and it lay on everything like sugar.',
      ],
      [
        '{He} put on {his} thick {colour} coat, two pairs of socks and a hat, and ran out. {friend} was already there.',
        '{Elder} wrapped {him} in so many scarves that only {his} nose could be seen. Then {he} was allowed to go out.',
      ],
      [
        'They made the first footprints. They caught snowflakes with their tongues. Then they built a snowman with a carrot for a nose and {count} buttons.',
        'They rolled a ball, and it grew bigger and bigger until they could not move it any more. "That will be the belly," said {friend}.',
      ],
      [
        '"He looks lonely," said {hero}. So they built a second one, and because two are still few, a third one.',
        '"He is cold," said {friend}. {hero} took off {his} own scarf and put it around the neck of the snowman.',
      ],
      [
        'In the evening their fingers were red and their shoes were wet. They sat by the stove and drank cocoa. Through the window they could see the snowman, and it looked as if he was smiling.',
        'When it grew dark, {elder} called them in. There was hot {food}, and it had never tasted so good.',
      ],
      [
        'A few days later the sun came back. The snowman grew thinner and thinner, and one morning only a carrot lay in the grass. {hero} was sad. "He will come back," said {elder}. "He only has to wait for the winter."',
        'At night it went on snowing. {hero} lay in {his} {bed}, and outside everything became soft and silent.',
      ],
    ],
  },
];
