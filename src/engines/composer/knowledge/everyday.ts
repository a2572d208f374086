import type { Known } from './known.ts';

/** What is known of food, habits and things at home. */
export const everyday: readonly Known[] = [
  {
    names:
      'sourdough, sourdough bread, sourdough starter, bread, baking bread, bread baking, dough, making sourdough, baking sourdough bread, baking sourdough',
    kind: 'substance',
    is: 'Sourdough is a dough of flour and water that is raised by wild yeasts and lactic acid bacteria instead of bought yeast.',
    how: [
      'A starter is fed with flour and water once or twice a day until it reliably doubles within a few hours.',
      'For a loaf, mix about 500 g of flour, 350 g of water, 100 g of starter and 10 g of salt.',
      'Gluten forms as flour takes up water; folding the dough a few times makes it strong enough to hold gas.',
      'It rises for four to six hours at room temperature, is shaped, and rests overnight in the refrigerator.',
      'It is baked in a very hot oven, about 240 °C, covered at first, because steam lets the crust stretch.',
    ],
    why: [
      'The slow fermentation gives flavour, and the acids keep the bread fresh for longer.',
      'Only flour, water and salt are needed.',
    ],
    pitfalls: [
      'Time is only a guide, since dough rises faster in a warm kitchen; look at the dough and not at the clock.',
      'A loaf cut while hot turns gummy, so let it cool for an hour.',
    ],
    example: 'A spoonful of starter that floats in a glass of water is usually ready to bake with.',
    related: 'yeast, gluten, fermentation and flour',
  },
  {
    names: 'coffee, espresso, coffee beans, caffeine, brewing coffee',
    kind: 'substance',
    is: 'Coffee is a drink made from the roasted and ground seeds of the coffee plant.',
    how: [
      'The fruits are picked, the seeds are freed from the pulp, dried and shipped green.',
      'Roasting at about 200 °C creates the brown colour and hundreds of aromas.',
      'Hot water, best between 90 and 96 °C, dissolves acids first, then sugars, then bitter substances.',
      'Filter coffee takes about 60 g for a litre; espresso presses hot water through a fine bed in some 25 to 30 seconds.',
    ],
    why: [
      'Caffeine blocks the signal of tiredness in the brain and makes one more alert for a few hours.',
      'For many people the break matters as much as the cup.',
    ],
    pitfalls: [
      'Too fine a grind or too long a contact makes it bitter, the opposite makes it sour and thin.',
      'Caffeine takes around five hours to be halved in the body, so an afternoon cup can cost sleep.',
    ],
    example:
      'Two cups from the same beans, one ground coarse and one fine, taste like two different coffees.',
    related: 'caffeine, tea, roasting and espresso',
  },
  {
    names: 'tea, green tea, black tea, history of tea',
    kind: 'substance',
    is: 'Tea is a drink of hot water and the leaves of the tea plant, Camellia sinensis.',
    how: [
      'Green, oolong and black tea come from the same plant and differ in how far the leaves oxidise before they are dried.',
      'Black tea is brewed with boiling water for three to five minutes, green tea with cooler water, about 70 to 80 °C, for two or three.',
      'The leaves contain caffeine, tannins and aromas, which dissolve at different speeds.',
    ],
    why: [
      'After water it is the most widely drunk beverage in the world.',
      'From China it spread to Japan, along the trade routes and, in the 17th century, to Europe.',
    ],
    pitfalls: [
      'Boiling water makes green tea bitter.',
      'Herbal infusions such as mint or camomile are called tea and contain no tea at all.',
    ],
    example:
      'The same green leaves can be brewed two or three times, and each cup tastes a little different.',
    related: 'coffee, caffeine, tea ceremonies and trade',
  },
  {
    names: 'meditation, mindfulness, benefits of meditation',
    kind: 'technique',
    is: 'Meditation is the practice of resting the attention on one thing, such as the breath, and bringing it back whenever it wanders.',
    how: [
      'Sit upright and comfortably, set a timer for five minutes, and follow the breath.',
      'When a thought has carried you away, notice it without reproach and return to the breath.',
      'Other forms use a word, a sound, a slow walk or kind wishes for others.',
      'Short and daily works better than long and rare.',
    ],
    why: [
      'Studies find moderate effects against stress and anxiety.',
      'Noticing a mood before acting on it is useful outside the exercise as well.',
    ],
    pitfalls: [
      'A wandering mind is not failure; the return is the exercise.',
      'In a deep crisis it can stir things up, and then help from a person comes first.',
    ],
    example:
      'Counting ten breaths, and starting again at one whenever the count gets lost, is a complete exercise.',
    related: 'breathing, attention, sleep and stress',
  },
  {
    names: 'exercise, physical exercise, running, jogging, fitness, workout, working out',
    kind: 'technique',
    is: 'Physical exercise is planned movement that makes heart, muscles and bones stronger by asking a little more of them than usual.',
    how: [
      'The body adapts to a load during the rest after it, so pauses are part of the training.',
      'Endurance comes from longer, easy efforts at which one can still talk.',
      'Strength comes from few repetitions with a weight that is hard to move.',
      'Health authorities advise adults to move moderately for at least 150 minutes a week, and to train their muscles twice.',
    ],
    why: [
      'It lowers the risk of heart disease and diabetes, and improves sleep and mood.',
      'Strength and balance keep older people independent for longer.',
    ],
    pitfalls: [
      'Most beginners do too much too soon; raise the amount by small steps.',
      'Sharp pain is a signal to stop, and not a wall to break through.',
    ],
    example:
      'Three walks of thirty minutes a week, with one minute of running in every five, is a good start towards running.',
    related: 'sleep, nutrition, muscles and the heart',
  },
  {
    names: 'chess, game of chess',
    kind: 'thing',
    is: 'Chess is a board game for two, each with sixteen pieces, in which the aim is to attack the opponent’s king so that it cannot escape.',
    how: [
      'It is played on 64 squares, and each kind of piece moves in its own way.',
      'A king under attack is in check; if no move can save it, that is checkmate.',
      'A game has an opening, in which pieces are brought out, a middlegame with plans and tactics, and an endgame with few pieces.',
      'As a rule of thumb a pawn counts one, a knight or bishop three, a rook five and a queen nine.',
    ],
    why: [
      'The rules fit on a page, and nobody has ever exhausted the game.',
      'It trains looking ahead and calm judgement.',
    ],
    pitfalls: [
      'Bringing the queen out early lets the opponent gain time by chasing her.',
      'Before each move, look at what the opponent threatens.',
    ],
    example: 'In 1997 the computer Deep Blue beat the world champion Garry Kasparov in a match.',
    related: 'openings, strategy, Go and computers',
  },
  {
    names: 'cat, cats, kitten, kittens',
    kind: 'thing',
    is: 'The cat is a small predator that has lived with people for about 10,000 years.',
    how: [
      'It hunts by stealth, with sharp hearing, good sight in the dark and claws that it can draw in.',
      'Whiskers tell it whether an opening is wide enough and what moves nearby.',
      'Cats purr by making muscles of the larynx twitch, so that the vocal folds vibrate while they breathe in and out.',
      'They sleep between twelve and sixteen hours a day, mostly lightly.',
    ],
    why: [
      'Cats first came to people because grain drew mice.',
      'Purring often shows contentment, but cats also purr when they are hurt, perhaps to calm themselves.',
    ],
    pitfalls: [
      'Milk upsets the stomachs of most adult cats.',
      'Lilies, onions and chocolate are poisonous to them.',
    ],
    example: 'A slow blink is a friendly sign among cats, and many answer it when a person does it.',
    related: 'purring, dogs, lions and domestication',
  },
  {
    names: 'dog, dogs, puppy, puppies',
    kind: 'thing',
    is: 'The dog is a domesticated descendant of the wolf and the oldest animal companion of people.',
    how: [
      'Dogs read human gestures and voices remarkably well.',
      'Their noses have hundreds of millions of scent receptors, against some five or six million in ours.',
      'They learn by what follows: rewarded behaviour is repeated.',
      'Breeding has produced several hundred breeds, from two to ninety kilograms.',
    ],
    why: [
      'They herd, guard, guide, search and keep company.',
      'Walking a dog keeps its owner moving and in conversation.',
    ],
    pitfalls: [
      'Chocolate, grapes and onions are poisonous to them.',
      'A dog left alone for long hours becomes unhappy, and often loud.',
    ],
    example:
      'To teach “sit”, hold a treat above the nose, wait for the hips to go down, say the word and give the treat at once.',
    related: 'wolves, cats, training and breeds',
  },
];
