/** Texts that begin the way in which people try out a model; each draws its own sentences. */
export const openings: readonly (readonly string[])[] = [
  [
    'The {pet} [sat on the wall|lay in the sun|slept under the table|looked out of the window|ran across the street|was {very} {trait}] and [waited|watched the birds|dreamed of {food}|did not move|listened]. [Nobody knew what it was thinking about.|It was a {weather} day, and there was nothing to do.|It had {colour} fur and {tiny} paws.]',
    'The {pet} of {oldname} was called {petname}. It was {colour}, and it {likedto} [sleep on the sofa|chase leaves|sit in boxes|follow people home|steal socks].',
    'The dog was {very} {trait}. Every morning it [fetched the newspaper|waited at the gate|barked at the {small}|ran {inplace}], and every evening it lay down at the feet of {hero}.',
    'The cat sat on the mat and looked at the door. It had been waiting for {hero} since [noon|the morning|yesterday].',
    'The {small} was {tiny}, but it was not {afraid}. It lived {inplace}, in a hole that was just large enough.',
  ],
  [
    '[Then|And then|One day] {hero} came by and [laughed|stopped|bent down to it|gave it a piece of {food}]. "You are a {nice} animal," {he} said. It looked at {him} as if it had understood every word.',
    'One {dayname} it did not come home. {hero} called for it, and {friend} looked behind every tree. In the evening it sat in front of the door, wet and content.',
    'It had one secret: at night, when everyone was asleep, it went {inplace} and [looked at the moon|met its friends|sang a little|counted the stars].',
    '{hero} loved it, and it loved {hero}. That is all there is to say about it.',
    'When it rained, it hid under the bed. When the sun came out, it was the first one at the door.',
  ],
  [
    'And so they lived, the two of them, and they were [content|happy|never bored].',
    'It was not a special day, but it was a good one.',
    'In the evening it fell asleep, and in its dream it ran and ran.',
    'Since then nobody has ever said that it was only an animal.',
    '{sight}',
  ],
];

/** Texts of the same kind about a day, in the first person or in the third. */
export const days: readonly (readonly string[])[] = [
  [
    'In the morning [the sun came up behind the hills|{hero} woke up before everyone else|I opened the window and looked out|there was fog {inplace}|it was still dark and {very} quiet].',
    'The weather today is {weather}. [The sky is full of clouds.|There is not a cloud in the sky.|A light wind is blowing.] It is a good day to [stay inside and read|go for a walk|visit {friend}|{doing}].',
    'Today is {dayname}. I [got up early|slept late|had {food} for breakfast|went {inplace} with {friend}].',
    'Yesterday I went {inplace}. It was {weather}, and there were many people.',
    'Last {season} we spent a week by the sea. Every morning we [walked along the beach|went swimming|collected shells].',
    'It was a {weather} day in {month}. [The streets were empty.|The trees were full of birds.|Nobody wanted to be inside.]',
    'When I was a child, I lived near {place}. My {elderword} often took me there.',
    'At night, when it is quiet, I [like to look at the stars|listen to the rain|think about the day].',
  ],
  [
    'I put on my {colour} coat and went out. {sight}',
    'After breakfast we packed a bag with {food} and {fruits} and set off.',
    'My {elderword} was already in the kitchen and made {food}. It smelled {nice}.',
    'First I wanted to work, but then I saw {friend}, and we talked for an hour.',
    'On the way I met an old man with a {pet}. He told me that he had lived there for {count} years.',
    'There was a letter on the table. It was from {friend}, who was [on a journey|in another country|coming to visit us].',
  ],
  [
    'At noon we sat {inplace} and ate. A {small} came quite close and waited for crumbs.',
    'Later it began to rain, so we went into a small shop and looked at old books.',
    'I thought about what I had to do. Then I thought that it could wait until tomorrow.',
    'We talked about [the weather|old times|our plans for the {season}|everything and nothing], and the time went by quickly.',
    'I had almost forgotten how {nice} it is to do nothing.',
  ],
  [
    'In the evening I was tired and {happy}.',
    'When we came home, it was already dark. I made tea and went to bed early.',
    'It was a good day. I would like to have more days like this one.',
    'Tomorrow I will tell you the rest.',
    'Before I fell asleep, I could still hear the [wind|rain|sea].',
  ],
];

/** Somebody who introduces himself or herself. */
export const selves: readonly (readonly string[])[] = [
  [
    'Hello, my name is {hero}. I am {age} years old, and I live {inplace}.',
    'My name is {hero}, and I am [a teacher|a baker|a gardener|a doctor|a student|a painter|a farmer|a sailor].',
    'Hi, I am {hero}. I come from [a small village|a large city|an island|a town by the sea].',
    'Hello, my name is {hero}, and this is my friend {friend}. We have known each other for {count} years.',
    'Dear {friend}, my name is {hero}, and I have read your letter. Thank you for it.',
  ],
  [
    'I {likefirst} {doing} and {doing2}.',
    'In my free time I {doing}, and on {dayname}s I {doing2} with my {elderword}.',
    'I have a {colour} {pet} named {petname}. It is {very} {trait}, and it follows me everywhere.',
    'I have [one brother|one sister|two sisters|three brothers|no brothers or sisters], and we live in a {colour} house.',
    'My favourite food is {food}, and my favourite colour is {colour2}.',
  ],
  [
    'When I grow up, I want to [be a pilot|have my own garden|travel around the world|write books|help animals|build bridges].',
    'My best friend is {friend}. {Fhe} is {trait} and {trait2}, and {fhe} can always make me laugh.',
    'What I like best is the {season}, because then we [go {inplace}|can {doing}|sit together and tell stories].',
    'I am a little {trait}, but my friends say that I am also {trait2}.',
    'I am not very good at [singing|drawing|getting up early], but I like it all the same.',
  ],
  [
    'And what about you?',
    'What is your name? Please write back soon!',
    'I hope that we will be friends.',
    'That is all about me for now.',
    'I am looking forward to meeting you.',
  ],
];

/** Opinions and favourite things. */
export const opinions: readonly (readonly string[])[] = [
  [
    'I think that [everybody needs a friend|the {season} is the best time of the year|a good breakfast is important|animals understand more than we believe|it is never too late to learn something new|people should listen more and talk less|small things can make us happy].',
    'My favourite [season|time of the year] is {season}.',
    'My favourite food is {food}. [My {elderword} makes it every {dayname}.|I could eat it every day.]',
    'My favourite animal is the {small}. It is {tiny}, {clever} and {very} {trait}.',
    'My favourite place is {place}.',
    'My favourite book is about {akind} who [wants to see the sea|lives in a tree|has lost {his} name|builds a flying machine].',
    "I believe that [every day holds something good|one learns most from one's mistakes|a walk helps against almost everything|music makes people kinder].",
    'If I could have one wish, I would like to [fly|speak all languages|talk to animals|see the future|have more time].',
    'The best thing about {season} is [the light|that we can {doing}|the smell of the air|the long evenings].',
    'The most important thing in life is [friendship|to be kind|to be curious|health|love].',
    'In the future, people will [live on the moon|talk to their houses|have more time for each other|learn from the animals|fly to the stars]. At least that is what I think.',
    'The secret of a good day is [to begin it slowly|not to expect too much|a good breakfast|a good friend].',
  ],
  [
    'Not everybody thinks so, and that is all right.',
    'My {elderword} always said so, and {ehe} was right about most things.',
    'I did not always think so. But one day {friend} showed me something, and since then I see it differently.',
    'There are many reasons for it. The first one is that it makes people {happy}. The second one is that it costs nothing.',
    'You may ask why. The answer is simple: because it is {nice}.',
    'For example, last {dayname} I was {inplace}. {sight} And I thought: that is all I need.',
  ],
  [
    'Of course one can also see it in another way.',
    'It takes a little courage and a lot of patience.',
    'We cannot change everything, but we can begin with ourselves.',
    'Children know this, and grown-ups often forget it.',
    'I have tried it myself, and it works most of the time.',
    'Sometimes it is hard, and sometimes it is quite easy.',
  ],
  [
    'What do you think?',
    'So I will [try it again tomorrow|go on like this|keep that in mind].',
    'And that is why I wrote this down.',
    'That is at least how I see it.',
    'Perhaps you will see it in the same way one day.',
  ],
];
