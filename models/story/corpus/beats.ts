/** How a story introduces its hero. */
export const introductions: readonly string[] = [
  'Once upon a time, there was {akind} named {hero}.',
  'Once upon a time, there was {akind} called {hero}, who lived near {place}.',
  'Once upon a time, {inplace}, there lived {akind} whose name was {hero}.',
  'Once there was {akind} named {hero}, who {liked} nothing more than to {doing}.',
  'There was once {akind} called {hero}. {He} was {trait} and {trait2}.',
  '{hero} was {akind} who lived with {elder} in a {colour2} house {inplace}.',
  '{hero} was {akind}. {He} {likedto} {doing}, and {he} {likedto} {doing2} even more.',
  'In a {tiny} {colour2} house near {place} lived {akind} named {hero}.',
  'Not far from {place} lived {akind}. {His} name was {hero}, and {he} was {very} {trait}.',
  'Far away, behind {count} hills, there lived {akind} named {hero}.',
  'A long time ago, {akind} named {hero} lived {inplace} with {elder}.',
  'This is the story of {hero}, {akind} who was {very} {trait}.',
  '{hero} was the most {trait} {young} {inplace}. Everybody said so.',
  'It was a {weather} {season}, and {hero}, {akind}, had nothing to do.',
  'Nobody {inplace} was as {trait} as {hero}, {akind} with a {colour2} hat.',
  'Do you know {hero}? {He} is {akind}, and one day something happened to {him} that {he} has never forgotten.',
  'Let me tell you about {hero}. {He} was {akind} and lived {inplace}.',
  'When {hero} was still {very} small, {he} lived with {elder} near {place}.',
  'The wind was blowing {inplace}, and {hero} sat at the window. {He} was {akind}, and {he} was {trait} and {trait2}.',
  '{hero} and {friend} lived next door to each other. {hero} was {trait}, and {friend} was {trait2}.',
];

/** What may be said of the hero before anything happens. */
export const remarks: readonly string[] = [
  '{He} {likedto} {doing}.',
  '{He} {likedto} {doing}, and sometimes {he} did it the whole day long.',
  'Every morning {he} ate {food} and then went out to {doing}.',
  '{His} best friend was {friend}, a {trait} {friendkind} who {likedto} {doing2}.',
  '{He} lived with {elder}, who was {kind} and knew a lot of stories.',
  '{He} had {count} {colour} buttons on {his} coat and was proud of every one of them.',
  '{He} was {trait}, but sometimes {he} was also {trait2}.',
  '{Elder} always said: "{hero}, you are {very} {trait}."',
  '{He} knew every stone {inplace}.',
  'If you wanted to find {him}, you only had to look {inplace}.',
  '{He} was not the biggest and not the fastest, but {he} had a good heart.',
  'People said that {he} could {doing} better than anyone else.',
  'In the evening {he} {likedto} sit beside {elder} and listen.',
  '{He} asked a hundred questions a day, and {elder} answered most of them.',
];

/** What may happen between two steps of a story. */
export const pauses: readonly string[] = [
  '{sight}',
  '{sight}',
  'For a moment nobody said anything.',
  'A {colour2} butterfly flew by.',
  'The sun came out from behind a cloud.',
  'It was so quiet that one could hear the leaves.',
  '{hero} took a deep breath.',
  '{hero} looked at {friend}, and {friend} looked at {hero}.',
  'A {small} sat on a branch and watched.',
  '"Hm," said {hero}, and scratched {his} head.',
  'Somewhere a dog was barking.',
  '{His} heart was beating fast.',
  'Time went by slowly.',
  'The wind became a little stronger.',
  '"What now?" asked {hero}.',
  'Then it was still again.',
];

/** How a story may close, after its last step. */
export const endings: readonly string[] = [
  'And they all lived happily ever after.',
  'The end.',
  'And that was a very good day.',
  'That night {hero} slept deeply and dreamed of {place}.',
  'And when {he} grew up, {hero} told this story to {his} own children.',
  '{hero} never forgot that day.',
  'And {hero} learned that [it is good to ask for help|kindness always comes back|small steps lead far|it is better to tell the truth|friends are worth more than things|patience pays|everyone makes mistakes|two can do more than one|it is never too late to try].',
  'From that day on, {hero} and {friend} were the best of friends.',
  '"Good night, {hero}," said {elder}, and turned off the light.',
  'And if you go {inplace} on a {weather} day, you may still hear them laugh.',
  'The next morning the sun rose again over {place}, and a new day began.',
  'So it was, and so I have told it to you.',
];

/** Titles that fit every story. */
export const titles: readonly string[] = [
  'The story of {hero}',
  '{hero} and {friend}',
  '{hero} {inplace}',
  'A story about {akind}',
  'What happened to {hero}',
];

/** What somebody says who asks for a story. */
export const wishes: readonly string[] = [
  'Tell me a story.',
  'Tell me a [short |]story about {akind}.',
  'Please tell me a story about {a_young}.',
  'Can you tell me a story about {a_young} named {hero}?',
  'Write a [short |]story about {a_young} and {a_friendkind}.',
  'I would like to hear a story about friendship.',
  'Write a story that takes place {inplace}.',
  'Do you know a good story?',
  'Tell me a bedtime story, please.',
  'Write a [short |little |]story.',
  'Make up a story about {hero}.',
  'Tell me something nice.',
  'Once more, please: a story about {a_young} called {hero}.',
];
