import type { Category } from './categories.ts';

const words = (text: string): readonly string[] => text.split(', ');

/** Further kinds of things that people ask lists of. */
export const moreCategories: readonly Category[] = [
  {
    names: ['days', 'day'],
    ordered: true,
    members: words('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'),
  },
  { names: ['seasons', 'season'], ordered: true, members: words('Spring, Summer, Autumn, Winter') },
  { names: ['senses', 'sense'], ordered: true, members: words('Sight, Hearing, Smell, Taste, Touch') },
  {
    names: ['primary'],
    ordered: true,
    members: words('Red, Yellow, Blue'),
  },
  {
    names: ['rainbow'],
    ordered: true,
    members: words('Red, Orange, Yellow, Green, Blue, Indigo, Violet'),
  },
  {
    names: ['programming'],
    members: words(
      'C, C++, Clojure, Dart, Elixir, Go, Haskell, Java, JavaScript, Kotlin, Lua, PHP, Python, Ruby, Rust, Scala, Swift, TypeScript',
    ),
  },
  {
    names: ['languages', 'language'],
    members: words(
      'Arabic, Bengali, Chinese, Dutch, English, Finnish, French, German, Greek, Hindi, Hungarian, Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Swahili, Turkish',
    ),
  },
  {
    names: ['currencies', 'currency'],
    members: words(
      'Euro, US dollar, Pound sterling, Yen, Swiss franc, Yuan, Rupee, Real, Rand, Krona, Zloty, Won, Peso, Lira, Forint',
    ),
  },
  {
    names: ['databases', 'database'],
    members: words(
      'Cassandra, CockroachDB, DuckDB, MariaDB, MongoDB, MySQL, Neo4j, Oracle Database, PostgreSQL, Redis, SQLite',
    ),
  },
  {
    names: ['insects', 'insect'],
    members: words(
      'Ant, Bee, Beetle, Butterfly, Cricket, Dragonfly, Fly, Grasshopper, Ladybird, Moth, Mosquito, Wasp',
    ),
  },
  {
    names: ['fish', 'fishes'],
    members: words(
      'Bass, Carp, Cod, Eel, Haddock, Herring, Mackerel, Perch, Pike, Salmon, Sardine, Trout, Tuna',
    ),
  },
  {
    names: ['metals', 'metal'],
    members: words(
      'Aluminium, Chromium, Copper, Gold, Iron, Lead, Lithium, Magnesium, Nickel, Silver, Tin, Titanium, Zinc',
    ),
  },
  {
    names: ['rivers', 'river'],
    members: words(
      'Amazon, Congo, Danube, Elbe, Ganges, Mekong, Mississippi, Nile, Rhine, Seine, Thames, Volga, Yangtze, Zambezi',
    ),
  },
  {
    names: ['mountains', 'mountain', 'peaks'],
    members: words(
      'Aconcagua, Denali, Elbrus, Eiger, Everest, Fuji, K2, Kilimanjaro, Matterhorn, Mont Blanc, Olympus, Vesuvius',
    ),
  },
  {
    names: ['breeds', 'breed'],
    members: words(
      'Beagle, Border Collie, Boxer, Dachshund, Dalmatian, German Shepherd, Golden Retriever, Husky, Labrador, Poodle, Pug, Terrier',
    ),
  },
  {
    names: ['spices', 'spice', 'herbs', 'herb'],
    members: words(
      'Basil, Cardamom, Chilli, Cinnamon, Cloves, Coriander, Cumin, Ginger, Nutmeg, Oregano, Paprika, Pepper, Rosemary, Saffron, Thyme, Turmeric',
    ),
  },
  {
    names: ['cheeses', 'cheese'],
    members: words(
      'Brie, Camembert, Cheddar, Edam, Emmental, Feta, Gorgonzola, Gouda, Gruyère, Manchego, Mozzarella, Parmesan, Roquefort, Stilton',
    ),
  },
  {
    names: ['shapes', 'shape'],
    members: words(
      'Circle, Ellipse, Hexagon, Octagon, Parallelogram, Pentagon, Rectangle, Rhombus, Square, Trapezium, Triangle',
    ),
  },
  {
    names: ['composers', 'composer'],
    members: words(
      'Bach, Beethoven, Brahms, Chopin, Debussy, Handel, Haydn, Mahler, Mozart, Schubert, Stravinsky, Tchaikovsky, Verdi, Vivaldi',
    ),
  },
  {
    names: ['painters', 'painter'],
    members: words(
      'Caravaggio, Cézanne, Dürer, Frida Kahlo, Hokusai, Klimt, Leonardo, Matisse, Michelangelo, Monet, Picasso, Rembrandt, Turner, Van Gogh, Vermeer',
    ),
  },
  {
    names: ['drinks', 'drink', 'beverages'],
    members: words(
      'Apple juice, Cocoa, Coffee, Green tea, Ginger ale, Lemonade, Milk, Mint tea, Orange juice, Smoothie, Tomato juice, Water',
    ),
  },
  {
    names: ['books', 'book', 'novels', 'novel'],
    members: words(
      'Anna Karenina, Beloved, Don Quixote, Frankenstein, Jane Eyre, Middlemarch, Moby-Dick, Nineteen Eighty-Four, One Hundred Years of Solitude, Pride and Prejudice, The Great Gatsby, The Trial, To Kill a Mockingbird, To the Lighthouse, Ulysses',
    ),
  },
  {
    names: ['movies', 'movie', 'films', 'film'],
    members: words(
      'Casablanca, Citizen Kane, City Lights, Jaws, Metropolis, Psycho, Rear Window, Seven Samurai, Singin’ in the Rain, Spirited Away, Star Wars, The Godfather, The Third Man, Tokyo Story, Vertigo',
    ),
  },
];
