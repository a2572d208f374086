import { articleFor, capitalise } from './grammar.ts';
import { nameCase } from './proper-names.ts';
import type { Subject } from './subject.ts';
import type { Bank } from './writer.ts';

/** A sentence of common knowledge about the subject, where the small glossary has one. */
export function findFact(subject: Subject, prompt: string): string | undefined {
  const capital = findCapital(prompt);
  if (capital !== undefined) return `The capital of ${capital.country} is ${capital.city}.`;
  const why = reasons.find(([clue]) => clue.test(prompt));
  if (why !== undefined) return why[1];
  const key = findKey(subject.full) ?? findKey(subject.topic);
  if (key === undefined) return undefined;
  // A plural subject is defined by one of its kind: "A closure is …".
  const name = key.split(' ').map(nameCase).join(' ');
  const subjectName = subject.plural ? `${articleFor(name)} ${name}` : subject.topic.split(' of ', 1)[0];
  return `${capitalise(subjectName ?? name)} is ${glossary.get(key) ?? ''}.`;
}

/** The country and its capital that a prompt about capitals asks for. */
export function findCapital(prompt: string): { readonly country: string; readonly city: string } | undefined {
  const country = /\bcapital(?: city)? of (?:the )?([\p{L} ]{3,30})/iu.exec(prompt)?.[1]?.toLowerCase();
  const found =
    country === undefined
      ? undefined
      : capitals.find(([name]) => new RegExp(`^${name}\\b`, 'i').test(country));
  return found === undefined ? undefined : { country: found[0], city: found[1] };
}

function findKey(phrase: string): string | undefined {
  const key = phrase.toLowerCase().replace(/^(?:the|a|an) /, '');
  const short = key.replace(/ in \S+$/, '');
  return [key, key.replace(/s$/, ''), short, short.replace(/s$/, '')].find((candidate) =>
    glossary.has(candidate),
  );
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/\bhow many planets\b/i, 'The Solar System has eight planets.'],
  [/\bhow many continents\b/i, 'By the most common count there are seven continents.'],
  [/\bhow many (?:us |american )?states\b/i, 'The United States has fifty states.'],
  [/\bspeed of light\b/i, 'Light travels at 299,792,458 metres per second in a vacuum.'],
  [/\bboiling point of water\b|\bwater boils?\b/i, 'At sea level water boils at 100 °C (212 °F).'],
  [/\b(?:largest|biggest) planet\b/i, 'Jupiter is the largest planet of the Solar System.'],
  [/\b(?:tallest|highest) mountain\b/i, 'Mount Everest is the highest mountain above sea level.'],
  [/\b(?:largest|biggest) ocean\b/i, 'The Pacific is the largest ocean.'],
  [/\bwho painted the mona lisa\b/i, 'Leonardo da Vinci painted the Mona Lisa.'],
  [/\bwho wrote (?:romeo and juliet|hamlet|macbeth|othello)\b/i, 'William Shakespeare wrote it.'],
  [/\bworld war (?:ii|2|two)\b.*\bend\b/i, 'The Second World War ended in 1945.'],
  [/\bfrench revolution\b.*\b(?:start|begin)\b/i, 'The French Revolution began in 1789.'],
  [
    /\b(?:moon landing|first man on the moon|walk on the moon)\b/i,
    'The first people walked on the Moon in July 1969, during Apollo 11.',
  ],
  [
    /\bwho (?:was|is) marie curie\b/i,
    'Marie Curie was a physicist and chemist who studied radioactivity and received two Nobel Prizes.',
  ],
  [
    /\bwho (?:was|is) (?:albert )?einstein\b/i,
    'Albert Einstein was the physicist who developed the theory of relativity.',
  ],
  [
    /\bwho (?:was|is) ada lovelace\b/i,
    'Ada Lovelace was a mathematician who in 1843 published a program for a machine that had not yet been built.',
  ],
  [/\beiffel tower\b.*\bbuilt\b/i, 'The Eiffel Tower was built from 1887 to 1889.'],
  [
    /\bwhy\b.*\bsky\b.*\bblue\b/i,
    'The sky is blue because the molecules of the air scatter short, blue wavelengths of sunlight far more strongly than long, red ones.',
  ],
  [
    /\bwhy\b.*\b(?:ice|icebergs?)\b.*\bfloats?\b/i,
    'Ice floats because water expands when it freezes, which makes ice less dense than the liquid around it.',
  ],
  [
    /\bwhy\b.*\bleaves\b.*\b(?:colou?r|red|yellow|fall)/i,
    'Leaves change colour because trees break their green chlorophyll down in autumn, and the yellow and red pigments become visible.',
  ],
  [
    /\bwhy\b.*\bseasons\b/i,
    'There are seasons because the axis of the Earth is tilted, so that each hemisphere gets more sunlight for one half of the year.',
  ],
  [
    /\bwhy\b.*\b(?:ocean|sea)\b.*\bsalt/i,
    'The sea is salty because rivers carry dissolved minerals into it, and water leaves it again only as vapour, without them.',
  ],
  [
    /\bwhy\b.*\b(?:bread|dough)\b.*\brises?\b/i,
    'Dough rises because yeast ferments its sugars and gives off carbon dioxide, which the gluten holds in bubbles.',
  ],
];

const capitals: readonly (readonly [string, string])[] =
  'Argentina Buenos Aires|Australia Canberra|Austria Vienna|Belgium Brussels|Brazil Brasília|Canada Ottawa|Chile Santiago|China Beijing|Colombia Bogotá|Croatia Zagreb|Cuba Havana|Denmark Copenhagen|Egypt Cairo|Finland Helsinki|France Paris|Germany Berlin|Greece Athens|Hungary Budapest|Iceland Reykjavík|India New Delhi|Indonesia Jakarta|Ireland Dublin|Italy Rome|Japan Tokyo|Kenya Nairobi|Mexico Mexico City|Morocco Rabat|Nigeria Abuja|Norway Oslo|Peru Lima|Poland Warsaw|Portugal Lisbon|Romania Bucharest|Russia Moscow|Spain Madrid|Sweden Stockholm|Switzerland Bern|Thailand Bangkok|Turkey Ankara|Ukraine Kyiv|Vietnam Hanoi'
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const);

const glossary: ReadonlyMap<string, string> = new Map(
  `recursion: a technique in which a function solves a problem by calling itself on a smaller part of it, until a base case ends the chain
closure: a function together with the variables of the place where it was defined
variable: a named place for a value that may change while a program runs
algorithm: a finite list of exact steps that turns an input into an output
data structure: a way of arranging data so that certain operations on it become cheap
hash table: a structure that finds the value for a key by computing from the key where it is kept
linked list: a structure in which each element holds a value and a reference to the next one
binary search: a method that finds an item in a sorted list by halving the range again and again
api: an agreed interface through which one program uses another
rest api: an interface that offers resources under URLs and acts on them with the methods of HTTP
rest: a style of interface that offers resources under URLs and acts on them with the methods of HTTP
graphql: a query language with which a client asks an API for exactly the fields it needs
json: a text format for structured data, made of objects, arrays, strings, numbers, booleans and null
http: the protocol by which clients request resources from servers on the web
https: HTTP inside a connection that TLS encrypts and authenticates
tcp: a protocol that delivers a stream of bytes in order and sends lost pieces again
udp: a protocol that sends single packets without a promise that they arrive, or in which order
dns: the system that translates names such as example.com into network addresses
docker: a tool that packs a program with everything it needs into an image and runs it as an isolated container
kubernetes: a system that runs containers on many machines and keeps them in the state described to it
git: a version control system in which every copy of a repository holds its whole history
sql: a language for querying and changing data in relational databases
database: a program and its files that keep data organised for searching and changing
compiler: a program that translates source code into a form a machine can run
machine learning: a branch of computing in which programs improve at a task by fitting models to data
neural network: a model of connected units whose weights are adjusted until its outputs fit the examples it is shown
large language model: a model trained on text to predict the next token, and so to continue a prompt
transformer: a kind of neural network that weighs, by attention, how much each part of a sequence matters to every other
blockchain: a shared list of records in which each block carries the hash of the one before it
encryption: a way of changing a message so that only those with a key can read it
server-sent events: a way for a server to send a stream of events to a client over one HTTP response
websocket: a connection that starts as HTTP and then carries messages in both directions
event loop: a loop that takes waiting tasks one after another and runs each of them to its end
promise: an object that stands for a result which will be there later
quantum computing: a form of computing that uses superposition and entanglement of quantum states to treat certain problems faster
quantum entanglement: a state in which measurements on separated particles are correlated more strongly than any classical explanation allows
photosynthesis: the process by which plants, algae and some bacteria turn light, water and carbon dioxide into sugar and oxygen
gravity: the attraction between masses, which general relativity describes as a curvature of spacetime
evolution: the change of inherited traits in a population over generations
natural selection: the process by which traits that help survival and reproduction become more common
dna: the molecule that stores hereditary information in the order of its bases
black hole: a region of space from which, by gravity, not even light can leave
entropy: a measure of how many microscopic arrangements fit what we see of a system
relativity: a theory in which measurements of time and space depend on the motion of the observer, while the speed of light does not
inflation: a general rise of prices, by which a unit of money buys less than before
compound interest: interest paid on the sum and on the interest it has already earned
opportunity cost: the value of the best alternative that a choice gives up
democracy: a form of government in which power rests with the people, who use it directly or through elected representatives
renaissance: a period of European culture, from the 14th to the 16th century, that took up the art and learning of antiquity
metaphor: a figure of speech that describes one thing as if it were another
haiku: a short poem, in English usually of three lines with five, seven and five syllables
sourdough: a dough leavened by wild yeasts and lactic acid bacteria
meditation: a practice of resting the attention on one thing and bringing it back when it wanders
python: a general-purpose programming language known for readable code and a large standard library
javascript: the programming language of the web, which runs in every browser and, by way of Node.js, on servers
typescript: a language that adds static types to JavaScript and compiles to it
java: a statically typed, object-oriented language that runs on a virtual machine`
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
);

/** Small surprises for those who ask for a fact. */
export const trivia: Bank = [
  'Honey keeps for so long because it holds too little water for most microbes to live in.',
  'Octopuses have three hearts, and two of them serve the gills alone.',
  'A day on Venus is longer than its year.',
  'Bananas count as berries for a botanist, and strawberries do not.',
  'The dot over the letters i and j is called a tittle.',
  'Wombats leave droppings in the shape of cubes.',
  'Sharks are an older group of animals than trees are of plants.',
];
