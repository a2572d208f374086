import type { Plot } from './plot.ts';

/** Stories in which something or somebody is lost, stuck or hurt. */
export const plotsOfLoss: readonly Plot[] = [
  {
    title: 'The lost {toy}',
    with: {
      spot: [
        'under the bed',
        'behind the door',
        'in the tall grass',
        'under a bush',
        'on a branch of the old tree',
        'at the bottom of the basket',
        'between two big stones',
        'on the roof of the shed',
        'under the stairs',
      ],
    },
    steps: [
      [
        '{He} had a {colour} {toy} that {he} {liked} more than anything else. {He} took it everywhere, even to {bed}.',
        '{His} best thing was a {colour} {toy}. It had been a present from {elder}, and {he} never left it behind.',
        'On {his} birthday {he} had got a {colour} {toy}, and since then {he} had played with it every day.',
      ],
      [
        '{Oneday} the {toy} was gone. {He} {looked} in every corner of the {dwelling}, but {he} could not find it.',
        '{Oneday} {he} wanted to play, but the {toy} was not in its place. "Where is my {toy}?" {he} cried. [Nobody knew.|Nobody had seen it.]',
        '{Oneday} {hero} came back from {place} and noticed that {his} {toy} was missing. {His} heart began to beat fast. "I must have lost it!" {he} said.',
      ],
      [
        '"When did you see it last?" asked {elder}. {hero} thought hard. "Yesterday, {inplace}," {he} said. So they went back there together.',
        '{He} was {sad}. Then {friend} came by. "Do not cry," said {friend}. "Four eyes see more than two. Let us look for it together."',
        '{Friend} heard {him} and came to help. They asked everyone they met, but everyone shook their heads.',
      ],
      [
        'They looked {inplace}. {sight} But there was no {toy} to be seen. {hero} wanted to give up.',
        'They looked up and down and left and right. They found a button, an old spoon and a {tiny} {small}, but no {toy}.',
        'First they looked where {he} had played. Then they looked where {he} had walked. It was getting late, and still they had found nothing.',
      ],
      [
        '{Suddenly} {friend} saw something {colour}. "What is that, {spot}?" {fhe} asked. {hero} {ran} to look. It was the {toy}!',
        'Then {hero} remembered something. "Wait!" {he} said. "I know where I put it." And there it was, {spot}, just where {he} had left it.',
        'A {tiny} {small} sat {spot} and looked at them. And right beside it lay the {colour} {toy}. "There it is!" they both cried.',
      ],
      [
        '{hero} held it tight. "Thank you," {he} said. "Without you I would never have found it." From then on {he} always put it back in its place.',
        '{hero} was {happy}. That night {he} went to sleep with the {toy} in {his} arms and a smile on {his} face.',
        '"Next time I will take better care of it," said {hero}. And to say thank you, {he} let {friend} play with the {toy} all day.',
      ],
    ],
  },
  {
    title: 'The {small} with the hurt [leg|foot]',
    with: {
      hurt: ['leg', 'foot', 'back'],
      rest: ['a box with soft grass', 'a basket with a warm cloth', 'a bed of moss'],
    },
    steps: [
      [
        '{Oneday} {hero} was walking {inplace}. {sight} Then {he} heard a {tiny} sound. It was so soft that {he} almost missed it.',
        '{Oneday} {hero} and {friend} were playing {inplace} when they heard somebody crying. They stood still and listened.',
        '{Oneday} {hero} went {inplace} to look for berries. Something was moving in the grass, and {he} bent down to see what it was.',
      ],
      [
        'There, under a leaf, sat a {tiny} {small}. It could not move, because its {hurt} was hurt. It looked at {him} with [big|dark|sad] eyes.',
        'A {small} was lying on the ground. It had hurt its {hurt} and was trembling. "Poor thing," said {hero}.',
        'It was a {small}. It tried to get away, but its {hurt} hurt too much. "Do not be afraid," said {hero} {softly}. "I will not harm you."',
      ],
      [
        '{hero} did not know what to do. {He} could not leave it there alone. So {he} took off {his} scarf, wrapped the {small} in it and carried it home.',
        '"We have to help it," said {hero}. {He} lifted it up, very carefully, and carried it home step by step.',
        '{He} ran home as fast as {he} could and came back with {elder}. "You did right to call me," said {elder}.',
      ],
      [
        'At home {elder} looked at the {hurt}. "It is not broken," {ehe} said. "It needs rest, water and somebody who is patient." They made {rest} for it.',
        '{Elder} washed the {hurt} with warm water, and {hero} made {rest}. The {small} drank a little and fell asleep.',
        'They made {rest} and put it near the stove. {hero} brought water and a few crumbs, and sat beside it until it slept.',
      ],
      [
        'Every day {hero} fed the {small} and talked to it. Every day it grew a little stronger. It began to [hop about|look around|eat from {his} hand].',
        'For {count} days {hero} took care of it. {He} got up early and never forgot the water. Slowly the {hurt} got better.',
        'On the first day it only slept. On the second day it ate. And on the third day it looked at {hero} as if it wanted to say thank you.',
      ],
      [
        'Then the day came when the {small} was well again. {hero} carried it back to {place} and opened {his} hands. "Goodbye, little one," {he} said. It looked back once, and then it was gone.',
        '"It is time to let it go," said {elder}. {hero} was a little sad, but {he} knew that it was right. The {small} belonged {inplace}, with its family.',
        'One morning the {small} was ready to leave. {hero} opened the door and watched it go. {He} was sad and {happy} at the same time.',
      ],
      [
        'And sometimes, when {hero} walks {inplace}, a {small} comes very close and is not afraid at all.',
        'The next spring a {small} sat in front of the {dwelling}, and it was not alone. It had brought its {count} little ones.',
        '"You have a good heart," said {elder}. And {hero} felt warm inside, all the way to the tips of {his} toes.',
      ],
    ],
  },
  {
    title: 'Lost in the fog',
    steps: [
      [
        '{Oneday} {hero} went for a walk. {He} followed a butterfly, and then a path, and then the sound of water. {He} did not notice how far {he} had gone.',
        '"Stay near the {dwelling}," {elder} had said. But {hero} saw a {colour} bird and ran after it, farther and farther, until {he} did not know where {he} was.',
        '{Oneday} {hero} and {friend} went to look for mushrooms. They were so busy that they did not see the fog coming up behind them.',
      ],
      [
        'When {he} looked around, everything was strange. The trees all looked the same, and it was getting dark. "I am lost," {he} whispered.',
        'Suddenly the path was gone. {hero} called {loudly}, but nobody answered. {He} sat down on a stone and felt very small.',
        'The fog was white and thick. {hero} could hardly see {his} own feet. {He} was {afraid}, and {he} wished {he} had stayed at home.',
      ],
      [
        'Then {he} remembered what {elder} always said: "When you are lost, do not run. Sit down, breathe, and listen." So {he} sat down, and breathed, and listened.',
        '"Do not panic," {he} said to {himself}. "Think." {He} wiped {his} eyes and tried to remember what {elder} had taught {him}.',
        'An old owl was sitting on a branch above {him}. "Who is crying there?" asked the owl. "Me," said {hero}. "I cannot find the way home."',
      ],
      [
        'Far away {he} heard a bell. It was the bell of the village! {He} walked slowly toward the sound, and whenever it stopped, {he} stopped too.',
        '{He} heard the stream. "Our stream runs past the {dwelling}," {he} thought. "If I follow the water, I must come home." And that is what {he} did.',
        'Then {he} saw a {tiny} light between the trees. It moved from side to side. It was a lantern, and somebody was calling {his} name.',
      ],
      [
        'At the edge of the trees stood {elder} with a lamp in {ehis} hand. "There you are!" {ehe} cried, and took {him} in {ehis} arms. "I was so worried."',
        'And there, at last, was the {dwelling}, with a light in the window. {Elder} came running and hugged {him} for a long, long time.',
        '"{hero}! {hero}!" It was {friend}, who had gone out to look for {him}. They held hands all the way home.',
      ],
      [
        'Later they sat by the fire and drank warm milk. "I was {afraid}," said {hero}, "but I listened, as you told me." {Elder} smiled. "That was brave and clever," {ehe} said.',
        '"I am sorry," said {hero}. "Next time I will tell you where I go." And {he} kept that promise.',
        'That night {hero} lay in {bed} and listened to the wind. It sounded quite friendly now.',
      ],
    ],
  },
  {
    title: 'The {pet} that ran away',
    with: {
      petname: ['Bella', 'Socks', 'Fluffy', 'Milo', 'Coco', 'Spot', 'Buddy', 'Luna', 'Tiger', 'Muffin'],
    },
    only: 'children',
    steps: [
      [
        '{hero} had a {pet} named {petname}. {petname} was {colour} and {very} [soft|lively|funny|clever]. Every day after school they played together.',
        'There was a {pet} in the {dwelling}, and its name was {petname}. It {liked} {hero} best of all and followed {him} everywhere.',
      ],
      [
        '{Oneday} somebody forgot to close the gate. When {hero} came home, {petname} was gone.',
        '{Oneday} there was a loud noise in the street. {petname} was so frightened that it ran away before anyone could stop it.',
        '{Oneday} {petname} saw a bird, jumped over the fence and did not come back.',
      ],
      [
        '{hero} called and called. {He} {looked} {inplace} and behind every house. {He} even shook the box of food, but no {pet} came.',
        '"{petname}! Where are you?" called {hero}. {He} asked the neighbours. {He} asked the man at the shop. Nobody had seen a {colour} {pet}.',
      ],
      [
        '"Let us make a picture," said {friend}. They drew {petname} on a large sheet of paper and wrote "Have you seen our {pet}?" under it. Then they put it up on a tree.',
        '"Think," said {elder}. "If you were a {pet}, where would you go?" {hero} thought about it. "I would go where it is warm and where there is something to eat," {he} said.',
      ],
      [
        'In the evening somebody knocked at the door. It was an old woman from the next street, and in her arms she held {petname}! "It was sleeping in my kitchen," she said.',
        'They went to the bakery. And there, behind the warm oven, lay {petname}, with crumbs all over its face.',
        'They heard a small sound from the shed of the neighbour. {hero} opened the door, and out came {petname}, dusty and hungry.',
      ],
      [
        '{hero} laughed and cried at the same time. "You silly {pet}," {he} said. "Do not do that again." {petname} only looked at {him} and was content.',
        '"Welcome home, {petname}," said {hero}. {He} gave it something good to eat, and this time {he} closed the gate {himself}.',
      ],
    ],
  },
  {
    title: 'The {small} in the well',
    with: {
      stuck: [
        'in a deep hole',
        'between two rocks',
        'in an old bucket',
        'in the mud',
        'under a fallen branch',
        'in a net',
        'high up in a tree',
      ],
    },
    steps: [
      [
        '{Oneday} {hero} heard a voice. "Help! Help!" It came from {inother}, and it sounded {very} thin and tired.',
        '{Oneday} {friend} came running. "Come quickly!" {fhe} called. "A {small} is in trouble!"',
      ],
      [
        'A {small} was stuck {stuck}. It had been there since the morning and could not get out by itself.',
        'They found a {small} {stuck}. It had tried everything, but it was stuck. "Please help me," it said.',
      ],
      [
        '{hero} pulled, but {he} was not strong enough. Then {friend} pulled too. It still did not work.',
        '{hero} tried to reach it with {his} hands. {He} tried with a stick. It was no use.',
        '"I will just pull harder," said {friend}. But the more they pulled, the more it hurt, and so they stopped.',
      ],
      [
        '"We need to think," said {hero}. {He} walked around it once, and then once more. "If we cannot pull it out, perhaps we can [dig|lift it|make a little ladder]."',
        'Then {hero} had an idea. "Let us call the others," {he} said. "What one cannot do, many can."',
        '{Elder} came with a rope. "Slowly," {ehe} said. "Strength is good, but patience is better."',
      ],
      [
        'They worked together, slowly and carefully. One held, one pulled and one counted: "One, two, three!" And out came the {small}.',
        'It took a long time. But {after} the {small} was free. It shook itself and took a deep breath.',
      ],
      [
        '"How can I thank you?" asked the {small}. "You do not have to," said {hero}. "But you could be our friend." And so it was.',
        '"You never gave up," said the {small}. "I will not forget that." Many weeks later, when {hero} was in trouble {himself}, it was the {small} that came to help.',
        'In the evening they all ate {food} together, and the {small} got the biggest piece.',
      ],
    ],
  },
  {
    title: 'The missing [letter|book|key]',
    with: {
      item: ['key', 'letter', 'book', 'ring', 'map', 'spoon'],
      thief: ['crow', 'magpie', 'squirrel', 'goat', 'mouse', 'monkey'],
    },
    steps: [
      [
        '{Elder} had a little {item} that was very old and very important. It always lay on the shelf beside the clock.',
        'In the {dwelling} of {hero} there was a {item} that nobody was allowed to touch. {Elder} had it from {ehis} own grandmother.',
      ],
      [
        '{Oneday} the {item} was gone. "That is strange," said {elder}. "It cannot walk away by itself." {hero} decided to find out what had happened.',
        '{Oneday} {elder} called: "Who has taken the {item}?" Nobody had. {hero} put on {his} hat. "This is a case for me," {he} said.',
      ],
      [
        'First {he} looked for traces. On the floor {he} found {count} crumbs. By the window {he} found a {tiny} footprint. It was not the foot of a child.',
        '{hero} looked at everything very closely. The window was open a little. And on the sill lay something that did not belong there: a [feather|nut|straw].',
      ],
      [
        '{He} followed the traces through the grass, past the shed and up to a tall tree. {Friend} came too and carried the lamp.',
        '"Somebody came in through the window," {he} said to {friend}. "Somebody small and quick." They hid behind the curtain and waited.',
      ],
      [
        'And who was sitting there, with the {item}? A {thief}! It {liked} things that shine and had only wanted to look at it.',
        'There was a soft noise. A {thief} climbed in through the window, looked around and reached for a spoon. "Stop!" said {hero}. The {thief} was so surprised that it dropped the {item}.',
      ],
      [
        '"You may not take what belongs to others," said {hero}. "But you may have this." And {he} gave the {thief} a shiny button. They were both content.',
        '{Elder} laughed when {ehe} heard the story. "My clever {hero}," {ehe} said, and put the {item} back on the shelf. From then on the window stayed closed at night.',
      ],
    ],
  },
];
