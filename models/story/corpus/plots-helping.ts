import type { Plot } from './plot.ts';

/** Stories of those who help each other. */
export const plotsOfHelp: readonly Plot[] = [
  {
    title: 'The storm',
    steps: [
      [
        'For {count} days it had been hot and still. Then the sky turned dark, first grey, then black. "A storm is coming," said {elder}.',
        '{Oneday} the wind began to blow. At first it only played with the leaves. By the evening it was pulling at the roofs.',
      ],
      [
        'Everybody {ran} home and closed the windows. {hero} looked out. Over there, {inplace}, stood the little hut of old {oldname}.',
        '{hero} and {elder} brought in the chairs, the washing and the hens. "Is everyone inside?" asked {elder}. {hero} counted. Somebody was missing.',
      ],
      [
        '"Where is {friend}?" {hero} asked. Nobody knew. {He} took the lamp and {his} thick coat.',
        '"{Oldname} is all alone out there," said {hero}. "We must fetch {oldhim}." They took a rope and went out into the rain.',
      ],
      [
        'The rain beat into their faces. A tree had fallen across the path. They climbed over it and went on, hand in hand.',
        'Thunder rolled, and lightning made everything white for a moment. {hero} was {afraid}, but {he} did not let go of the rope.',
      ],
      [
        'They came just in time. The roof was shaking, and water was already running under the door. "Quickly, come with us!" they called.',
        'They heard a weak voice, and then they saw a light. "Here!" it called. "Here I am!" Together they made their way back.',
      ],
      [
        'At home they all sat close together around the stove. They drank hot tea and told stories, and the storm outside sounded farther and farther away.',
        'They lit a candle and ate {food}. "I was never so glad to see anybody," said the guest, and had tears in the eyes.',
      ],
      [
        'In the morning the sun was shining as if nothing had happened. There was much to repair. But when everyone helps, everything goes faster.',
        'The next day they all came with hammers and nails. {after} the roof was better than before, and above it stood a rainbow.',
      ],
    ],
    with: { oldname: ['Mr Brown', 'Mr Hill', 'Mr Olsen', 'Mr Green', 'Mr Bird'], oldhim: ['him'] },
  },
  {
    title: 'The big cake',
    with: {
      mistake: [
        'salt instead of sugar',
        'pepper instead of cinnamon',
        'vinegar instead of milk',
        '{count} eggs too many',
        'chalk instead of flour',
        'too much yeast',
      ],
    },
    steps: [
      [
        '{hero} {wanted} surprise {elder} with a cake. "That cannot be difficult," {he} said to {friend}. "One mixes everything together and puts it in the oven."',
        'It was the birthday of {elder}, and {hero} and {friend} had decided to bake a cake, all by themselves.',
      ],
      [
        'They took flour, butter, eggs and {fruits}. Flour fell on the floor, on the cat and into their hair. Soon everything in the kitchen was white.',
        '{hero} read the recipe aloud and {friend} stirred. "How much flour?" asked {friend}. "A lot," said {hero}, because there was a spot of butter on the number.',
      ],
      [
        'But they had made a mistake. They had used {mistake}. They did not notice it.',
        'What they did not know: they had taken {mistake}. The dough looked a little strange, but {friend} said that it had to be so.',
      ],
      [
        'In the oven the cake grew. It grew and grew. It grew out of the tin and made a noise like a sleeping bear.',
        'After an hour a strange smell came out of the oven. {hero} opened the door. The cake was flat on one side, black on the other and hard as a stone.',
      ],
      [
        'They each tried a piece. {hero} looked at {friend}. {friend} looked at {hero}. "It is {very} special," said {friend} politely. Then they both ran for water.',
        '"Oh no," said {hero}. "What do we do now?" Just then the door opened, and in came {elder}.',
      ],
      [
        '{Elder} looked at the kitchen. {Ehe} looked at the cake. Then {ehe} began to laugh, and {ehe} laughed until {ehe} had to sit down.',
        '{hero} told {ehim} everything. "You wanted to give me a treat," said {elder}, "and that is the sweetest thing of all."',
      ],
      [
        'They cleaned the kitchen together and baked a second cake. It was not big and not beautiful, but it tasted {nice}, and nothing was left of it.',
        'The birds got the first cake, and even they thought about it for a while. The second one they baked with {elder}, and that one was perfect.',
      ],
    ],
  },
  {
    title: '{friend} is ill',
    steps: [
      [
        '{friend} was ill. {Fhe} had to stay in bed for a whole week, and {hero} was not allowed to come in.',
        'Every day {hero} and {friend} played together. But {oneday} {friend} did not come. "{Fhe} has a fever," said {elder}.',
      ],
      [
        '{hero} missed {fhim}. Nothing was fun alone, not the {toy} and not {place}.',
        '"It must be so boring to lie in bed all day," thought {hero}. "I wish I could do something."',
      ],
      [
        'Then {he} had an idea. {He} took a [basket|long string|piece of paper] and went to the window of {friend}.',
        '{hero} went {inplace} and collected things: a feather, a {colour} leaf, a stone that looked like an egg. {He} put them in a box.',
      ],
      [
        'Every day {he} wrote a letter. {He} told {fhim} what had happened {inplace}: how the {small} had stolen a biscuit, and how the teacher had sat down on {his} hat.',
        '{hero} stood under the window and acted out a whole play. {He} was the king, and the dragon, and also the horse.',
      ],
      [
        '{friend} laughed for the first time in days. Then {fhe} coughed, and then {fhe} laughed again. "More!" {fhe} called.',
        'And inside, {friend} lay and smiled. "I can already smell the forest," {fhe} said when {fhe} opened the box.',
      ],
      [
        '"What kind of medicine did you take?" asked the doctor. "You are well sooner than I thought." {friend} looked at {hero}. "The best kind," {fhe} said.',
        '{After} {friend} was well again. The first thing {fhe} did was to run over to {hero}. "Now tell me everything once more," {fhe} said, "but with the dragon."',
      ],
    ],
  },
  {
    title: 'The soup for everyone',
    only: 'beasts',
    with: {
      hungry: [
        'an old traveller',
        'a tired wolf',
        'a thin dog',
        'a wet cat',
        'a goose with a broken wing',
        'a hungry stork',
      ],
    },
    steps: [
      [
        'It was a hard winter. The snow was deep, and there was little to eat {inplace}. {hero} had only one {food} left.',
        '{hero} had worked the whole {season} and had filled {his} store. "Now winter may come," {he} said, and locked the door.',
      ],
      [
        '{Oneday} there was a knock at the door. Outside stood {hungry}. "Please," said the stranger, "I have not eaten for {count} days."',
        '{Oneday} {hungry} came by and asked for something to eat. "Go away," said the crow. "We have nothing ourselves," said the pig.',
      ],
      [
        '{hero} looked at {his} supper. It was just enough for one. {He} thought about it. Then {he} took a second plate from the shelf.',
        '{hero} wanted to close the door. But then {he} saw how the stranger was shivering. "Come in," {he} said. "Half is better than nothing."',
      ],
      [
        'They ate together by the fire. And the strange thing was that both of them were full. "Thank you," said the guest. "Now I will show you something."',
        'The guest put a large pot on the fire and filled it with water. "If everyone brings a little," the guest said, "it will be enough for all."',
      ],
      [
        '{friend} brought a carrot. The mole brought an onion. The crow was ashamed and brought a bag of corn. Soon the whole house smelled of soup.',
        'The neighbours saw the light and came, one after the other, and each of them brought something small. It became the best soup of the whole winter.',
      ],
      [
        'Since then they have cooked together every {dayname}. And nobody {inplace} has been hungry again.',
        'In spring the stranger went on. But on the doorstep of {hero} lay a little bag of seeds, and from it grew the biggest pumpkin that anyone had ever seen.',
      ],
    ],
  },
];
