import type { Plot } from './plot.ts';

/** Stories of wonders, journeys and things that are made. */
export const plotsOfWonder: readonly Plot[] = [
  {
    title: 'The old map',
    with: {
      found: [
        'in an old book',
        'in a bottle',
        'behind a picture',
        'in the pocket of an old coat',
        'at the bottom of a box',
        'under a loose board',
      ],
      treasure: [
        '{count} gold coins',
        'a box full of letters',
        'an old {toy}',
        'a chest full of {colour} stones',
        'a little silver bell',
        'a jar with seeds and a note',
      ],
    },
    steps: [
      [
        '{Oneday} {hero} found a piece of paper {found}. It was yellow and soft, and there were lines on it. "This is a map!" {he} cried.',
        'It was raining, and {hero} was helping {elder} to tidy up. There, {found}, lay a folded map. In one corner there was a {colour} cross.',
      ],
      [
        '{He} showed it to {friend}. "Here is the well," said {friend}, "and here is the old tree. I know where that is!"',
        '"It begins at {other}," said {hero}, "and it ends {inplace}. Are you coming?" Of course {friend} came.',
      ],
      [
        'They took bread, water and a spade and set off. {sight} They counted their steps aloud: ten to the left, {count} to the right.',
        'The way was long. They crossed a stream on a thin tree trunk and crawled through a hedge with thorns.',
      ],
      [
        'At the place with the cross there was nothing but grass. They dug. They dug until their hands were sore. "Perhaps it was only a joke," said {friend}.',
        'Then they stood in front of a large stone. The map said nothing about a stone. {hero} turned the map around. "We have been holding it upside down!" {he} cried.',
      ],
      [
        'Then the spade hit something hard. It was a box. {hero} opened it with trembling fingers. Inside there was {treasure}.',
        '{Suddenly} there was a hollow sound. They pulled out a small chest and broke the lock. Inside lay {treasure}.',
      ],
      [
        'There was also a note: "Whoever finds this is as curious as I was. Put something in for the next one." So each of them put in what {he} liked best, and they buried the box again.',
        '{Elder} looked at it and turned quite pale. "I buried that myself when I was a child," {ehe} said. "I had forgotten it." And then {ehe} told them the whole story.',
      ],
      [
        'On the way home they were tired, dirty and {happy}. "The best thing," said {friend}, "was looking for it."',
        'That night {hero} drew a map of {his} own. Somebody would find it one day.',
      ],
    ],
  },
  {
    title: 'The three wishes',
    with: {
      helper: [
        'a {tiny} fairy',
        'an old fish',
        'a talking frog',
        'a golden bird',
        'a friendly ghost',
        'a star that had fallen from the sky',
      ],
    },
    steps: [
      [
        '{Oneday} {hero} freed {helper} that had been caught in a net. "You have a good heart," it said. "Therefore I give you three wishes."',
        '{Oneday} {hero} met {helper} {inplace}. It was cold and tired, and {hero} gave it {his} last piece of bread. "For that you have three wishes," it said.',
      ],
      [
        '{hero} did not think for long. "I wish for as much {food} as I can eat!" {he} said. And there it was, a mountain of {food}.',
        '"I want to be [as big as a tree|able to fly|the richest {young} in the world]," said {hero}. There was a bang, and so it was.',
      ],
      [
        'At first it was wonderful. But after an hour {he} had a stomach ache, and after two hours {he} was lonely, because nobody could come near {him}.',
        'That was fun in the morning. By noon it was boring, and by the evening it was terrible. {friend} no longer knew {him} and ran away.',
      ],
      [
        '"I wish that everything was as it was before," said {hero}. It was quiet, and everything was as before. That was the second wish.',
        'So {he} had to use the second wish to undo the first one. "Wishing is harder than I thought," said {hero}.',
      ],
      [
        'For the third wish {he} took {his} time. {He} thought about it for {count} days. {He} asked {friend}, and {he} asked {elder}.',
        'Now only one wish was left. {hero} sat down {inplace} and thought. {sight} What did {he} really need?',
      ],
      [
        'In the end {he} said: "I wish that {friend} and I stay friends." "That is a wish that I cannot grant," it said and smiled. "You have to do that yourselves. But you are on the right way."',
        '"I wish that you are free and well," said {hero}. Then there was a bright light, and it was gone. But since that day the flowers {inplace} have never stopped blooming.',
      ],
    ],
  },
  {
    title: 'The little seed',
    steps: [
      [
        '{Elder} gave {hero} a seed. It was {tiny} and brown and did not look like much. "Take good care of it," said {elder}.',
        '{Oneday} {hero} found a seed {inplace}. "What will you be?" {he} asked it. The seed said nothing.',
      ],
      [
        '{hero} put it in a pot with earth, gave it water and waited. {He} waited a whole hour. Nothing happened.',
        '{He} dug a small hole, laid the seed in it and covered it with earth. Then {he} sat down beside it. "Now grow," {he} said.',
      ],
      [
        'The next day nothing could be seen, and on the day after that nothing either. "Is it broken?" asked {hero}. "No," said {elder}. "It is working. You just cannot see it yet."',
        '{friend} laughed. "You are looking after a pot of dirt," {fhe} said. But {hero} watered it every day, a little, not too much.',
      ],
      [
        'Then, on a {dayname}, there was something green. It was no bigger than a fingernail. {hero} ran through the whole {dwelling} and called everyone together.',
        'After {count} weeks a small green tip came out of the earth. {hero} lay down on {his} stomach and looked at it from very near.',
      ],
      [
        'It got two leaves, and then four. It grew past {his} knees, past {his} nose and, in the summer, past {elder}. And at the very top there opened a {big} {colour} flower.',
        'But {oneday} there came a heavy rain, and the wind bent the plant to the ground. {hero} tied it to a stick and talked to it. The next morning it stood up again.',
      ],
      [
        'In autumn it gave {him} {count} new seeds. {hero} gave one of them to {friend}. "It does not look like much," {he} said, "but wait and see."',
        '"How did you do that?" asked {friend}. "I did not do much," said {hero}. "I only waited, and I did not stop."',
      ],
    ],
  },
  {
    title: '{hero} builds a {craft}',
    with: {
      craft: [
        'boat',
        'tree house',
        'kite',
        'rocket',
        'raft',
        'robot',
        'windmill',
        'snow castle',
        'bridge',
        'flying machine',
      ],
    },
    steps: [
      [
        '{hero} {wanted} build a {craft}. {He} had seen one in a book, and since then {he} could think of nothing else.',
        '"I am going to build a {craft}," said {hero} at breakfast. Everybody smiled. But {he} was serious.',
      ],
      [
        '{He} collected everything that {he} could find: boards, string, an old sheet, {count} nails and a bucket without a bottom.',
        '{friend} came along to help. "Do you have a plan?" {fhe} asked. {hero} held up a piece of paper with a drawing. "It still looks a bit crooked," said {friend}, "but it is good."',
      ],
      [
        'They sawed and hammered the whole day. {hero} hit {his} thumb {count} times. In the evening the {craft} was ready.',
        'They worked for a week. {sight} But they had no time to look at it. They had work to do.',
      ],
      [
        'Then came the great moment. Everybody gathered {inplace}. There was a crack, and the {craft} fell to pieces. For a moment nobody said a word.',
        'They tried it out {inplace}. It went well for as long as it takes to say "{craft}". Then it broke in the middle.',
      ],
      [
        '{hero} was {sad}. "It was a stupid idea," {he} said. "No," said {elder}. "It was a good idea with weak knots. I can show you a better knot."',
        '"Why did it break?" asked {friend}. They looked at every piece. "Here," said {hero} {after}. "This part was too thin. Next time we take a thicker one."',
      ],
      [
        'They began again. This time they measured everything twice. And this time it held! {hero} stood on top of it and waved to the whole world.',
        'The second {craft} was smaller, but it was strong. It held on the first day, and on the second, and through the whole {season}.',
      ],
      [
        'And the old, broken {craft}? They hung a piece of it over the door, so that they would not forget how it had begun.',
        '"What do we build next?" asked {friend}. {hero} already had a new drawing in {his} pocket.',
      ],
    ],
  },
];
