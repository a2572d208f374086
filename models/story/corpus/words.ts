import { pick, type Random } from '../../../src/core/chance.ts';
import type { Scope } from './expand.ts';
import { places } from './places.ts';

const weathers = 'sunny|warm|cold|windy|cloudy|rainy|bright|foggy|quiet|grey|hot|fresh'.split('|');

/** A place with its sights, and words that every template may use. */
export function drawWorld(random: Random): Scope {
  const place = pick(places, random);
  const other = pick(
    places.filter(({ at }) => at !== place.at),
    random,
  );
  return {
    ...lexicon,
    place: place.at,
    inplace: place.in,
    sight: place.sights,
    other: other.at,
    inother: other.in,
    weather: pick(weathers, random),
    colour: pick(colours, random),
    colour2: pick(colours, random),
    toy: pick(toys, random),
    food: pick(foods, random),
    ...drawFruit(random),
    pet: pick(pets, random),
    small: pick(smallBeasts, random),
    big: pick(['big', 'large', 'huge', 'great', 'very big'], random),
    tiny: pick(['tiny', 'little', 'small', 'very small'], random),
    count: pick(['two', 'three', 'four', 'five', 'six', 'seven', 'ten', 'twelve'], random),
    dayname: pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], random),
    season: pick(['spring', 'summer', 'autumn', 'winter'], random),
  };
}

function drawFruit(random: Random): Scope {
  const fruit = pick(fruits, random);
  return { fruit, fruits: plurals[fruit] ?? `${fruit}s` };
}

const colours = 'red blue green yellow white black brown orange purple pink silver golden grey'.split(' ');
const toys =
  'ball|kite|doll|teddy bear|toy boat|wooden horse|toy train|drum|puzzle|toy car|scarf|hat|whistle|picture book|lantern|umbrella|watch|flute|bell|spinning top'.split(
    '|',
  );
const foods =
  'bread|soup|apple pie|honey cake|porridge|cheese|pancakes|biscuits|jam|rice|carrot cake|noodles|berry pie|buns'.split(
    '|',
  );
const fruits = ['apple', 'pear', 'plum', 'cherry', 'peach', 'strawberry', 'orange', 'banana', 'fig', 'melon'];
const plurals: Readonly<Record<string, string>> = {
  cherry: 'cherries',
  peach: 'peaches',
  strawberry: 'strawberries',
};
const pets = ['cat', 'dog', 'rabbit', 'parrot', 'pony', 'hamster', 'goose', 'hen', 'kitten', 'puppy'];
const smallBeasts =
  'bird|mouse|hedgehog|duckling|frog|squirrel|butterfly|bee|ladybird|sparrow|robin|snail|lizard|bat'.split(
    '|',
  );

const lexicon: Scope = {
  said: ['said', 'said', 'said', 'answered', 'replied', 'told {him}'],
  happy: ['happy', 'glad', 'very happy', 'so happy', 'delighted', 'full of joy'],
  sad: ['sad', 'unhappy', 'very sad', 'close to tears', 'disappointed'],
  afraid: ['afraid', 'scared', 'frightened', 'a little afraid', 'nervous'],
  smiled: ['smiled', 'laughed', 'grinned', 'nodded', 'smiled and nodded'],
  softly: ['softly', 'quietly', 'in a soft voice', 'in a low voice'],
  loudly: ['loudly', 'as loud as {he} could', 'with all {his} strength', 'in a loud voice'],
  suddenly: ['suddenly', 'all at once', 'just then', 'at that moment', 'then', 'a moment later'],
  after: 'after a while|a little later|soon|before long|after some time|in the end|at last'.split('|'),
  ran: ['ran', 'hurried', 'rushed', 'went quickly', 'walked as fast as {he} could'],
  looked: ['looked', 'searched', 'looked carefully', 'looked everywhere'],
  nice: ['nice', 'lovely', 'fine', 'beautiful', 'wonderful', 'pretty', 'good'],
  kind: ['kind', 'friendly', 'gentle', 'good', 'warm-hearted', 'patient'],
  clever: ['clever', 'smart', 'bright', 'quick', 'wise'],
  very: ['very', 'very', 'really', 'quite', 'rather'],
  oneday:
    'one day|one morning|one afternoon|one {weather} day|one {weather} morning|one {season} day|on a {weather} {dayname}|one {dayname}|one evening|early one morning|on {dayname} afternoon|one {season} morning'.split(
      '|',
    ),
  wanted: ['wanted to', 'wished to', 'hoped to', 'was eager to', 'had always wanted to'],
  liked: ['liked', 'loved', 'enjoyed', 'was very fond of'],
  likedto: ['liked to', 'loved to', 'was happy to', 'often used to'],
  doing:
    'climb trees|draw pictures|read books|sing songs|look at the stars|collect stones|play in the mud|run barefoot|build towers|tell jokes|watch the clouds|count the birds|dance in the kitchen|ask questions|make up stories|swim|help in the garden|feed the ducks|jump into puddles|listen to old stories|paint|bake|whistle|catch fish|ride a bicycle'.split(
      '|',
    ),
  trait:
    'curious|shy|brave|cheerful|quiet|stubborn|careful|impatient|dreamy|helpful|lively|thoughtful|proud|funny|gentle|clever|restless|polite'.split(
      '|',
    ),
};
