import type { Plot } from './plot.ts';

/** Stories in which somebody learns, dares, loses or wins. */
export const plotsOfLearning: readonly Plot[] = [
  {
    title: '{hero} learns to [swim|ride a bicycle]',
    with: {
      skill: [
        'swim',
        'ride a bicycle',
        'whistle',
        'skate',
        'play the flute',
        'tie {his} shoes',
        'juggle',
        'row a boat',
        'bake bread',
        'stand on {his} hands',
        'play the drum',
        'read',
        'knit',
        'climb the rope',
      ],
    },
    steps: [
      [
        'All {his} friends could {skill}, only {hero} could not. {He} {wanted} learn it, but {he} was {afraid} that the others would laugh.',
        '{hero} {wanted} {skill}. It looked so easy when {elder} did it.',
        '"I will never be able to {skill}," said {hero}. "Everyone can do it but me."',
      ],
      [
        '{Oneday} {he} tried it for the first time. It went wrong at once. {He} tried again, and it went wrong again.',
        '{Oneday} {he} went out alone, where nobody could see {him}, and tried. It was much harder than {he} had thought.',
        'The first time was bad. The second time was worse. {hero} threw {himself} into the grass and did not want to go on.',
      ],
      [
        '{Elder} had seen it. "Do you know how often I fell when I was small?" {ehe} asked. "A hundred times. And I got up a hundred and one times."',
        '"Nobody can do it on the first day," said {friend}. "Shall I show you how I learned it? One small step, and then the next."',
        '"You can not do it yet," said {elder}. "Yet is a small word, but it is an important one."',
      ],
      [
        'So {hero} practised every day, before breakfast and after supper. Some days it went better, and some days it went worse.',
        '{hero} began with the easiest part. When that worked, {he} took the next part. After {count} days {he} could already do half of it.',
        '{He} made mistakes, and {he} learned something from each of them. {Friend} sat beside {him} and counted: one, two, three, again!',
      ],
      [
        'And then, on a {dayname}, it happened. {hero} did not think about it at all, and {suddenly} {he} could {skill}. "Look!" {he} cried. "Look at me!"',
        '{After} it worked. At first only for a moment, then longer and longer. {hero} could {skill}!',
      ],
      [
        '"I knew it," said {elder}. {hero} was {happy} and also a little proud. "What shall I learn next?" {he} asked.',
        'The next week {he} met [a small boy|a small girl|somebody] who could not do it. "I will help you," said {hero}. "It is hard at first. But I know how it goes."',
        'That is how {hero} learned to {skill}: not because {he} was better than the others, but because {he} did not stop trying.',
      ],
    ],
  },
  {
    title: '{hero} and the dark',
    with: {
      fear: [
        'the dark',
        'the thunder',
        'the deep water',
        'the big dog next door',
        'the high bridge',
        'the old house',
        'the long night',
        'the cellar',
      ],
      helper: ['a small lamp', 'an old song', 'a smooth stone', 'a deep breath', '{his} own hand'],
    },
    steps: [
      [
        '{hero} was not afraid of spiders, and {he} was not afraid of bears. But {he} was afraid of {fear}.',
        'There was one thing that {hero} did not tell anybody: {he} was afraid of {fear}.',
        'Whenever {he} thought of {fear}, {his} knees became soft and {his} mouth became dry.',
      ],
      [
        '{Oneday} {his} friends wanted to go {inother}, and there was no way around {fear}. "Are you coming?" asked {friend}. {hero} looked at {his} feet.',
        '{Oneday} {elder} asked {him} to help. To do that, {he} had to face {fear}, all alone. {He} did not know what to say.',
      ],
      [
        '"I cannot do it," {he} said {softly}. "I am scared." {He} thought that everyone would laugh. But nobody laughed.',
        '"What is the matter?" asked {friend}. {hero} told {fhim} the truth. It was not easy, but afterwards {he} felt lighter.',
      ],
      [
        '"Do you know what?" said {friend}. "I am scared too, sometimes. Then I think of {helper}, and it gets better."',
        '"To be brave does not mean that you are not afraid," said {elder}. "It means that you are afraid and do it all the same. Take {helper} with you."',
      ],
      [
        'So {hero} took one step. Then {he} took another one. {His} heart was beating like a drum, but {he} did not turn back.',
        '{hero} closed {his} eyes, counted to {count} and went. It was not nice. But it was not as bad as {he} had thought, either.',
        '{He} held on to {friend}. Together they went on, slowly at first, then a little faster. And nothing bad happened.',
      ],
      [
        'And when it was over, {he} stood there and was surprised. "Is that all?" {he} asked. Everybody laughed, and {hero} laughed loudest.',
        '"I did it!" cried {hero}. "I was afraid, and I did it!" {Elder} gave {him} a big hug.',
        'Since that day {fear} is a little smaller, and {hero} is a little bigger.',
      ],
    ],
  },
  {
    title: 'The great race',
    with: {
      race: [
        'a race around the lake',
        'a race to the old tree',
        'a boat race',
        'a sack race',
        'a singing contest',
        'a cake contest',
        'a kite contest',
        'a jumping contest',
      ],
    },
    steps: [
      [
        'Every {season} there was {race}. The winner got a {colour} ribbon and a basket of sweet {fruits}. {hero} {wanted} win it once.',
        '"On {dayname} there will be {race}!" {friend} called. "Everybody may take part." {hero} could hardly wait.',
      ],
      [
        'There was also somebody who always won. It was Rocco, who was big and strong and {very} proud. "You have no chance," he said to {hero}. "You are too small."',
        '{hero} practised day and night. {He} told everyone that {he} would win, and {he} did not want to hear anything else.',
      ],
      [
        'The day came. {sight} Everybody stood at the line. "Ready, steady, go!" cried {elder}.',
        'On {dayname} all the neighbours were there. There were flags, and there was lemonade. {hero} was so excited that {he} could not eat.',
      ],
      [
        'At first it went well. {hero} was right behind the first. Then {he} saw that {friend} had fallen and was holding {fhis} foot.',
        '{hero} did {his} best. But in the middle of it {he} heard somebody crying. It was a {tiny} {small} that had lost its mother in the crowd.',
      ],
      [
        '{hero} looked ahead. {He} could still win. {He} looked back. Then {he} turned around. "Come, lean on me," {he} said.',
        '{He} thought only for a moment. "A ribbon is only a ribbon," {he} said to {himself}, and stopped to help.',
      ],
      [
        'So {hero} came in last, and Rocco came in first. But when {he} arrived, everybody clapped, much louder than before.',
        'When {he} came to the finish, the others had been there for a long time. It was very quiet. Then {elder} began to clap, and everyone else did too.',
      ],
      [
        '"You should have this," said Rocco, and gave {him} the ribbon. "I was faster. But you were better." And from that day on the two were friends.',
        'There was no ribbon for {hero}. But {friend} baked a cake for {him}, and on it stood in big letters: For the best friend of all.',
      ],
    ],
  },
  {
    title: 'The first day',
    with: {
      event: [
        'the first day of school',
        'the school play',
        'the big concert',
        'the first day at the new school',
        'the spring party',
      ],
    },
    steps: [
      [
        'Tomorrow was {event}. {hero} had put out {his} best shirt and polished {his} shoes. But {he} could not sleep.',
        '"Are you looking forward to {event}?" asked {elder}. "Yes," said {hero}. But in {his} stomach there was a strange feeling, as if {count} butterflies were flying about.',
      ],
      [
        '"What if nobody talks to me?" {he} thought. "What if I do everything wrong?" The moon looked in at the window and did not answer.',
        'In the morning {he} said that {his} stomach hurt. {Elder} sat down on the edge of the bed. "Is it your stomach," {ehe} asked, "or is it your courage?"',
      ],
      [
        'On the way they passed {place}. {sight} {hero} walked slower and slower, until {elder} took {his} hand.',
        '{Elder} gave {him} a {tiny} stone. "Put it in your pocket," {ehe} said. "When you are nervous, hold it tight. It knows that you can do it."',
      ],
      [
        'There were so many new faces. {hero} stood by the wall and wished {he} were invisible. Next to {him} stood {friend}, who also looked at the floor.',
        'When it was {his} turn, {he} forgot every word. It was terribly quiet. Then somebody in the first row smiled at {him}. It was {friend}.',
      ],
      [
        '"Are you nervous?" asked {hero}. "Very," said {friend}. "Me too," said {hero}. And then they both had to laugh.',
        '{hero} felt the stone in {his} pocket, took a deep breath and began. {His} voice was small at first. Then it grew.',
      ],
      [
        'When {elder} came to fetch {him}, {hero} did not want to go home. "May I come again tomorrow?" {he} asked.',
        'In the evening {hero} told everything, from the beginning to the end. "And your stomach?" asked {elder}. "Which stomach?" said {hero}.',
      ],
    ],
  },
  {
    title: 'The broken [vase|window|cup]',
    with: { item: ['vase', 'window', 'cup', 'clock', 'lamp', 'plate', 'mirror', 'jar'] },
    steps: [
      [
        '{Oneday} {hero} was alone at home. {He} was not supposed to play ball inside, but it was raining, and {he} was bored.',
        '{Oneday} {hero} and {friend} ran through the {dwelling}. "Not so wild!" {elder} had called. But they did not listen.',
      ],
      [
        'There was a crash. The {colour} {item} of {elder} lay on the floor, in {count} pieces. {hero} held {his} breath.',
        'Something fell. Something broke. It was the {item}, the {colour} one that {elder} {liked} so much.',
      ],
      [
        'Quickly {he} pushed the pieces under the carpet. "Nobody will notice," {he} thought. But {his} face was hot, and the {food} at supper did not taste of anything.',
        '"We could say that the cat did it," whispered {friend}. {hero} looked at the cat. The cat looked at {hero}. It had done nothing at all.',
      ],
      [
        'At night {hero} could not sleep. The {item} lay under the carpet, and it was as if it lay on {his} chest. {after} {he} got up and went to {elder}.',
        '"No," said {hero}. "That would not be right." {He} took all {his} courage together and went to {elder}.',
      ],
      [
        '"I broke your {item}," {he} said. "I am very sorry." {Elder} was silent for a while. It was a long while.',
        '{He} told {ehim} everything and left nothing out. A tear ran down {his} nose. "I wanted to hide it," {he} said, "but I could not."',
      ],
      [
        '"I am sad about the {item}," said {elder}. "But I am glad that you told me. A {item} can be glued. Trust is much harder to glue."',
        '"Thank you for telling the truth," said {elder}. "That was harder than breaking it." And {ehe} gave {him} a hug.',
      ],
      [
        'The next day they glued the pieces together. There was a crack left, and whenever {hero} saw it, {he} remembered how light {he} had felt.',
        'They put the pieces together like a puzzle. One of them was missing. "That does not matter," said {elder}. "Now it has a story."',
      ],
    ],
  },
];
