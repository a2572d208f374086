/** Kinds of things whose members can be listed by name. */
export interface Category {
  readonly names: readonly string[];
  readonly members: readonly string[];
  /** Whether the members have an order of their own. */
  readonly ordered?: boolean;
}

const words = (text: string): readonly string[] => text.split(', ');

/** The kinds of things that people ask lists of. */
export const categories: readonly Category[] = [
  {
    names: ['european', 'europe'],
    members: words(
      'Austria, Belgium, Croatia, Denmark, Estonia, Finland, France, Germany, Greece, Ireland, Italy, Latvia, Norway, Poland, Portugal, Romania, Slovenia, Spain, Sweden, Switzerland',
    ),
  },
  {
    names: ['asian', 'asia'],
    members: words(
      'Bangladesh, Cambodia, China, India, Indonesia, Japan, Jordan, Laos, Malaysia, Mongolia, Nepal, Philippines, South Korea, Sri Lanka, Thailand, Vietnam',
    ),
  },
  {
    names: ['african', 'africa'],
    members: words(
      'Algeria, Botswana, Egypt, Ethiopia, Ghana, Kenya, Madagascar, Mali, Morocco, Namibia, Nigeria, Rwanda, Senegal, Tanzania, Tunisia, Zambia',
    ),
  },
  {
    names: ['planets', 'planet'],
    ordered: true,
    members: words('Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune'),
  },
  {
    names: ['weekdays', 'weekday'],
    ordered: true,
    members: words('Monday, Tuesday, Wednesday, Thursday, Friday'),
  },
  {
    names: ['months', 'month'],
    ordered: true,
    members: words(
      'January, February, March, April, May, June, July, August, September, October, November, December',
    ),
  },
  {
    names: ['continents', 'continent'],
    ordered: true,
    members: words('Africa, Antarctica, Asia, Australia, Europe, North America, South America'),
  },
  {
    names: ['oceans', 'ocean'],
    ordered: true,
    members: words('Arctic Ocean, Atlantic Ocean, Indian Ocean, Pacific Ocean, Southern Ocean'),
  },
  {
    names: ['fruits', 'fruit'],
    members: words(
      'Apple, Banana, Cherry, Fig, Grape, Kiwi, Lemon, Mango, Orange, Papaya, Peach, Pear, Pineapple, Plum, Raspberry, Strawberry, Watermelon',
    ),
  },
  {
    names: ['vegetables', 'vegetable'],
    members: words(
      'Asparagus, Beetroot, Broccoli, Cabbage, Carrot, Cauliflower, Celery, Kale, Leek, Onion, Parsnip, Pea, Potato, Spinach, Turnip',
    ),
  },
  {
    names: ['colors', 'colours', 'color', 'colour'],
    members: words(
      'Amber, Blue, Brown, Crimson, Cyan, Green, Grey, Indigo, Magenta, Olive, Orange, Purple, Red, Teal, Turquoise, Violet, White, Yellow',
    ),
  },
  {
    names: ['animals', 'animal', 'mammals', 'mammal'],
    members: words(
      'Badger, Bat, Bear, Beaver, Camel, Dolphin, Elephant, Fox, Giraffe, Hedgehog, Horse, Kangaroo, Lion, Otter, Panda, Rabbit, Tiger, Whale, Wolf, Zebra',
    ),
  },
  {
    names: ['birds', 'bird'],
    members: words(
      'Albatross, Blackbird, Crane, Eagle, Finch, Heron, Kingfisher, Magpie, Nightingale, Owl, Penguin, Robin, Sparrow, Stork, Swallow',
    ),
  },
  {
    names: ['countries', 'country'],
    members: words(
      'Argentina, Australia, Brazil, Canada, Chile, Egypt, France, Germany, Ghana, India, Italy, Japan, Kenya, Mexico, Morocco, Norway, Peru, Portugal, Spain, Vietnam',
    ),
  },
  {
    names: ['capitals'],
    members: words(
      'Athens, Berlin, Buenos Aires, Cairo, Canberra, Dublin, Helsinki, Lima, Lisbon, London, Madrid, Nairobi, Oslo, Ottawa, Paris, Rome, Tokyo, Vienna, Warsaw',
    ),
  },
  {
    names: ['cities', 'city'],
    members: words(
      'Amsterdam, Barcelona, Boston, Cape Town, Edinburgh, Hamburg, Istanbul, Kyoto, Lyon, Melbourne, Montreal, Naples, New York, Porto, Prague, Seoul, Singapore, Stockholm, Sydney, Valencia',
    ),
  },
  {
    names: ['instruments', 'instrument'],
    members: words(
      'Accordion, Bassoon, Cello, Clarinet, Drums, Flute, Guitar, Harp, Oboe, Organ, Piano, Saxophone, Trombone, Trumpet, Viola, Violin',
    ),
  },
  {
    names: ['sports', 'sport'],
    members: words(
      'Archery, Badminton, Basketball, Cycling, Fencing, Football, Gymnastics, Handball, Hockey, Judo, Rowing, Rugby, Sailing, Swimming, Table tennis, Tennis, Volleyball',
    ),
  },
  {
    names: ['hobbies', 'hobby'],
    members: words(
      'Baking, Birdwatching, Bookbinding, Chess, Climbing, Cycling, Drawing, Gardening, Hiking, Knitting, Model building, Photography, Pottery, Reading, Singing, Stargazing, Woodworking',
    ),
  },
  {
    names: ['flowers', 'flower'],
    members: words(
      'Anemone, Carnation, Crocus, Daffodil, Dahlia, Daisy, Hyacinth, Iris, Lavender, Lily, Marigold, Orchid, Peony, Poppy, Rose, Sunflower, Tulip, Violet',
    ),
  },
  {
    names: ['trees', 'tree'],
    members: words(
      'Alder, Ash, Beech, Birch, Cedar, Chestnut, Elm, Fir, Hazel, Larch, Lime, Maple, Oak, Pine, Poplar, Spruce, Willow, Yew',
    ),
  },
  {
    names: ['elements', 'element'],
    members: words(
      'Aluminium, Argon, Calcium, Carbon, Chlorine, Copper, Gold, Helium, Hydrogen, Iron, Lead, Lithium, Mercury, Neon, Nitrogen, Oxygen, Silicon, Silver, Sodium, Zinc',
    ),
  },
  {
    names: ['desserts', 'dessert'],
    members: words(
      'Apple crumble, Baklava, Brownies, Cheesecake, Chocolate mousse, Crème brûlée, Ice cream, Lemon tart, Panna cotta, Pavlova, Rice pudding, Tiramisu, Trifle, Waffles',
    ),
  },
];
