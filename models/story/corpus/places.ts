/** Where a story may happen. */
export interface Place {
  /** With its article: "the forest". */
  readonly at: string;
  /** With its preposition: "in the forest". */
  readonly in: string;
  /** What one notices there. */
  readonly sights: readonly string[];
}

/** The places of all stories. */
export const places: readonly Place[] = [
  {
    at: 'the forest',
    in: 'in the forest',
    sights: [
      'The tall trees [whispered|moved softly] in the wind.',
      'Somewhere a woodpecker was knocking on a tree.',
      'The ground was soft with old leaves and moss.',
      'Thin lines of sunlight fell between the branches.',
    ],
  },
  {
    at: 'the park',
    in: 'in the park',
    sights: [
      'Children were playing on the swings.',
      'The pigeons were looking for crumbs under the benches.',
      'An old man was reading a newspaper on a bench.',
      'The grass had just been cut and smelled [sweet|fresh].',
    ],
  },
  {
    at: 'the beach',
    in: 'on the beach',
    sights: [
      'Small waves rolled over the sand.',
      'The gulls were crying above the water.',
      'The air tasted of salt.',
      'Shells lay in long lines where the tide had left them.',
    ],
  },
  {
    at: 'the garden',
    in: 'in the garden',
    sights: [
      'Bees were humming among the flowers.',
      'The tomatoes were slowly turning red.',
      'A snail was climbing up the wall, very slowly.',
      'The roses smelled [sweet|wonderful].',
    ],
  },
  {
    at: 'the village',
    in: 'in the village',
    sights: [
      'Smoke was rising from the chimneys.',
      'The bell of the little church rang [twice|three times].',
      'A cat was sleeping on the wall of the well.',
      'The baker was putting fresh bread in his window.',
    ],
  },
  {
    at: 'the river',
    in: 'by the river',
    sights: [
      'The water ran over the stones and made a [soft|cheerful] sound.',
      'A dragonfly stood still in the air and then shot away.',
      'Little fish were moving in the shade of the bridge.',
      'The reeds bent in the wind.',
    ],
  },
  {
    at: 'the meadow',
    in: 'in the meadow',
    sights: [
      'The grass was full of yellow flowers.',
      'Grasshoppers were singing everywhere.',
      'Butterflies went from flower to flower.',
      'The cows looked up for a moment and went on eating.',
    ],
  },
  {
    at: 'the farm',
    in: 'on the farm',
    sights: [
      'The hens were scratching in the yard.',
      'A tractor was humming far away in the field.',
      'The barn smelled of hay.',
      'The horse put its head over the gate.',
    ],
  },
  {
    at: 'the hill',
    in: 'on the hill',
    sights: [
      'From up there everything looked as small as a toy.',
      'The wind pulled at the grass.',
      'Far below, the road was a thin grey line.',
      'Clouds were sailing by, one after the other.',
    ],
  },
  {
    at: 'the market',
    in: 'at the market',
    sights: [
      'There were baskets of red apples and green beans.',
      'A woman was selling honey and candles.',
      'Everybody was talking at the same time.',
      'It smelled of fresh bread, cheese and oranges.',
    ],
  },
  {
    at: 'the lake',
    in: 'by the lake',
    sights: [
      'The water was as smooth as a mirror.',
      'Two ducks were swimming in a slow circle.',
      'A small boat was tied to the landing.',
      'The mountains stood upside down in the water.',
    ],
  },
  {
    at: 'the town',
    in: 'in the town',
    sights: [
      'Buses and bicycles went past.',
      'The shop windows were full of bright things.',
      'Somebody was playing the [violin|piano|trumpet] behind an open window.',
      'The clock on the tower showed a quarter past [two|three|four].',
    ],
  },
];
