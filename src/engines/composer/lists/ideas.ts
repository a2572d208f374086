import type { Advice } from './advice.ts';

/** Concrete ideas, by what they are for. */
export const ideas: readonly Advice[] = [
  {
    clues: 'birthday party parties celebration',
    entries: `A film night in the garden :: Hang up a sheet, borrow a projector, and hand out blankets and popcorn.
A treasure hunt :: Hide ten clues around the house or the park; the last one leads to the cake.
A taste of one country :: Choose a kitchen, Italian or Mexican perhaps, and let everyone bring a dish.
A game tournament :: Four tables, four board games, a scoreboard on the wall and a silly cup for the winner.
A picnic at sunset :: Lanterns, finger food and a playlist, with a barn or a balcony as plan B.
A murder mystery dinner :: Every guest gets a role and a secret a week before.
A workshop :: Pottery, cocktails or candles: the guests take home what they have made.
A costume of one decade :: Music, snacks and clothes of the seventies, eighties or nineties.
A quiz about the guest of honour :: Twenty questions, half of them with photographs.
A bonfire :: Stick bread, a guitar, and a story from everyone who likes to tell one.
Karaoke :: A microphone, a list of songs that all know, and a rule that nobody sings alone.
A morning party :: Pancakes, juice and a walk, and the evening stays free.`,
  },
  {
    clues: 'gift gifts present presents',
    entries: `A good knife or pan :: Something used every day, and better than one would buy for oneself.
A photo book of the past year :: Thirty pictures with one line each.
Tickets :: A concert, a play or a match, with you as company.
A subscription :: Coffee, a magazine or audiobooks, for three months.
A plant in a fine pot :: Choose one that forgives being forgotten.
A handwritten letter :: One page about what you value in the person, together with something small.
A class :: An evening of pottery, bread baking or dancing.
A book you loved :: With a note on the first page that says why.
A board game :: One that is explained in ten minutes and played in forty.
A box of small things :: Tea, chocolate, a candle and a puzzle, wrapped one by one.
A warm blanket :: Wool or cotton, in a colour that suits the sofa.
Your time :: A voucher for a day of help in the garden, with the date already on it.`,
  },
  {
    clues: 'app apps software side project projects coding programming hackathon portfolio',
    entries: `A habit tracker :: One tap a day, a calendar of green squares, and no account needed.
A recipe box :: Paste a link, keep only ingredients and steps, and scale the amounts.
A chat client that streams :: It talks to any compatible model API and shows the tokens as they arrive.
A link shortener :: With counts by day, and links that expire.
A flashcard trainer :: Cards come back after one, three and seven days, depending on the answer.
A weather page :: One city, one sentence: whether to take an umbrella.
A split-the-bill calculator :: It tells a group who owes whom with as few payments as possible.
A log viewer :: It follows a file, highlights errors and filters by a regular expression.
A typing test :: Words per minute, mistakes by key, and a chart of the week.
A small search engine :: It indexes your notes and answers as you type.
A price watcher :: It looks at a page once a day and writes a mail when the number falls.
A load tester :: It sends requests at a steady rate and draws the percentiles of the latency.`,
  },
  {
    clues: 'dinner lunch meal meals cook cooking recipe recipes food supper breakfast',
    entries: `Pasta with lemon and spinach :: Ready in the time the water needs to boil.
Vegetable curry with chickpeas :: One pot, and even better on the next day.
Omelette with herbs and a salad :: Ten minutes for two.
Roast vegetables from one tray :: Carrots, peppers and potatoes with olive oil and thyme, 35 minutes at 200 °C.
Tomato soup with toasted cheese bread :: Tinned tomatoes are good enough.
Fried rice with egg and peas :: The best use of yesterday’s rice.
Tacos with beans and avocado :: Everybody fills their own.
Baked potatoes with quark and chives :: An hour in the oven and no work.
Lentil salad with feta :: Keeps for three days in the refrigerator.
Noodle soup with ginger :: Broth, noodles, spring onions, and a soft egg on top.
Flatbread pizza :: Flatbreads, tomato sauce, and whatever is left in the drawer.
Shakshuka :: Eggs in a spicy tomato sauce, eaten from the pan with bread.`,
  },
  {
    clues: 'date dates romantic anniversary',
    entries: `Cook something neither of you has ever made :: The mistakes are half of the fun.
A walk to a viewpoint :: With a thermos and two pastries.
An evening at a small museum :: Each chooses one picture and explains it to the other.
A board game bar :: Talking comes easily when the hands are busy.
A market in the morning :: Buy breakfast from five stalls and eat it on a bench.
Stargazing :: A dark field, a blanket, and an app that names the planets.
A dance class for beginners :: Both are equally lost.
A bookshop with a task :: Each buys a book for the other, for at most ten euros.
A boat on the lake :: An hour is enough.
A concert of a band you do not know :: Choose by the poster alone.
An old film and homemade popcorn :: Telephones stay in the kitchen.
A train to the next town :: Get out, look around, and be back for dinner.`,
  },
  {
    clues: 'business startup businesses income hustle company',
    entries: `Repairs at the door :: Bicycles, coffee machines or laptops, fixed where the customer lives.
Lunch for small offices :: One dish a day, ordered by ten, delivered at noon.
Bookkeeping for craftsmen :: A fixed monthly price, and receipts by photograph.
A rental for rarely used things :: Drills, tents and carpet cleaners, by the day.
Courses for older people :: Telephone, bank and railway app, in groups of four.
Test data as a service :: Realistic, invented customers for companies that may not use real ones.
Moving with plants :: Removal firms do not like them; their owners love them.
Subtitles for small channels :: Machine draft, human correction, next-day delivery.
A shared kitchen :: Young caterers rent it by the hour.
Gardens on balconies :: Planning, planting, and a visit every month.
Guided walks :: Not the sights, but the bakeries, backyards or buildings of one decade.
A newsletter for one trade :: Two pages a week that save readers an hour.`,
  },
  {
    clues: 'weekend rainy day family kids children activities activity holiday summer indoor outdoor',
    entries: `Build a den :: Chairs, blankets, a torch, and a password.
Bake bread together :: Everybody shapes one roll of their own.
A nature bingo :: Nine things to find: a feather, something red, three kinds of leaf, and so on.
A swimming pool or a lake :: With a snack for the way home.
A puppet show :: Socks, buttons and an hour of rehearsal.
A bicycle ride to an ice cream shop :: The way back is half as long.
A map of the neighbourhood :: Drawn by memory first, then corrected on a walk.
A day without screens :: Cards, dice, books and an early dinner by candlelight.
Plant something :: Cress on cotton wool shows green after two days.
A kitchen laboratory :: Baking soda and vinegar, milk and food colouring, salt crystals on a thread.
A library visit :: Everybody chooses one book for somebody else.
A family interview :: The youngest asks the oldest ten questions and records the answers.`,
  },
  {
    clues: 'story stories writing novel plot plots fiction prompt prompts',
    entries: `The last letter :: A postwoman finds an undelivered letter from forty years ago, addressed to herself.
A town without mirrors :: A stranger opens a shop that sells them.
Borrowed time :: A library lends out hours, and somebody fails to bring one back.
The wrong funeral :: A man gives the speech of his life for a person he never met.
Lighthouse keeper wanted :: The advertisement has been running for a century.
The honest map :: A map shows where things will be tomorrow.
Two clocks :: In one house it is always five minutes later than outside.
The understudy :: On the night that she finally plays the lead, the star comes back.
Apples in winter :: One tree in the village bears fruit in January, and nobody dares to eat it.
The translator :: She notices that both delegations are lying, and begins to improve the talks.
A dog that remembers :: It leads its new owner from house to house of its former life.
Signal :: A radio amateur receives his own voice.`,
  },
  {
    clues: 'blog post posts article articles content topics topic video videos youtube podcast',
    entries: `What I would do differently :: An honest look back at one decision.
A beginner’s map :: The ten terms of your field, each in two sentences.
A day in numbers :: What you did, how long it took, and what it was good for.
The mistake that taught me most :: With the moment in which you noticed it.
Tools I stopped using :: And what replaced them, if anything.
Five questions to an expert :: Short, concrete, and with one that nobody asks.
Before and after :: One example, improved step by step.
A myth, tested :: Take a common claim and try it out for a week.
Behind the scenes :: How something that readers know is made.
The short answer :: One question from your mail, answered in 300 words.
A reading list with reasons :: Three books, and for whom each of them is.
A year later :: Return to an old piece and correct it.`,
  },
];
