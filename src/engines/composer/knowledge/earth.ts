import type { Known } from './known.ts';

/** What is known of the Earth and its weather. */
export const earth: readonly Known[] = [
  {
    names: 'climate, climate change, global warming, greenhouse effect, climate crisis',
    kind: 'process',
    is: 'Climate is the weather of a region averaged over decades, and climate change today means its warming through greenhouse gases that people release.',
    how: [
      'Sunlight warms the ground, which gives the heat back as infrared radiation.',
      'Carbon dioxide, methane and water vapour hold a part of this heat back; without them the Earth would be about 33 degrees colder.',
      'Burning coal, oil and gas has raised carbon dioxide by about half since the 18th century.',
      'A warmer air holds more water vapour and a warmer sea expands, so effects add to each other.',
    ],
    why: [
      'Heat waves, heavy rain and droughts become more frequent or stronger, and the sea level rises.',
      'Fields, cities and wildlife are adapted to the climate as it was.',
    ],
    pitfalls: [
      'A cold winter in one place says nothing against warming, since weather is not climate.',
      'The ozone hole is a different problem with a different cause.',
    ],
    example:
      'The average temperature at the surface is already more than one degree above that of the late 19th century.',
    related: 'weather, the carbon cycle, renewable energy and the oceans',
  },
  {
    names: 'volcano, volcanoes, volcanos, volcanic eruption, volcanic eruptions, lava, magma',
    kind: 'thing',
    is: 'A volcano is an opening in the crust of the Earth through which molten rock, ash and gases reach the surface.',
    how: [
      'Rock melts in the depths; the melt, called magma, is lighter than the rock around it and rises.',
      'It gathers in a chamber, and gas dissolved in it forms bubbles as the pressure falls, which drives the eruption.',
      'Thin magma flows out as lava, while thick magma holds the gas back until it explodes.',
      'Most volcanoes stand where plates of the crust part or collide; a few, such as those of Hawaii, stand above hot spots.',
    ],
    why: [
      'Eruptions have built islands and made fertile soils, and their gases formed much of the early air.',
      'A large one can cool the whole Earth for a year or two by its veil of sulphur.',
    ],
    pitfalls: [
      'A volcano that has been quiet for centuries may only be asleep.',
      'Ash clouds and mud flows kill more people than lava, which is mostly slow.',
    ],
    example: 'Vesuvius buried Pompeii in the year 79, and the ash preserved streets, bread and paintings.',
    related: 'plate tectonics, earthquakes, magma and islands',
  },
  {
    names: 'earthquake, earthquakes, plate tectonics, tectonic plates',
    kind: 'event',
    is: 'An earthquake is a sudden shaking of the ground, caused when rock under tension breaks or slips along a fault.',
    how: [
      'The crust consists of plates that move a few centimetres a year and catch on each other at their edges.',
      'Tension builds up for decades, and is released within seconds.',
      'Waves run out from the source: fast pressure waves first, then slower ones that shake sideways.',
      'The magnitude is logarithmic: one step up means about 32 times the energy.',
    ],
    why: [
      'They show where the crust moves, and their waves have revealed the inside of the Earth.',
      'Whether a quake becomes a disaster depends mostly on how houses are built.',
    ],
    pitfalls: [
      'Nobody can yet predict the day of a quake; one can only give probabilities.',
      'Aftershocks follow and may bring damaged houses down.',
    ],
    example: 'The earthquake off Japan in March 2011 had a magnitude of about 9 and set off a tsunami.',
    related: 'volcanoes, plate tectonics, tsunamis and seismographs',
  },
  {
    names: 'water cycle, rain, weather, clouds, precipitation',
    kind: 'process',
    is: 'The water cycle is the constant journey of water from the sea into the air, down as rain or snow, and back through rivers and the ground.',
    how: [
      'The Sun evaporates water from seas, lakes and leaves.',
      'Moist air rises, cools, and its vapour condenses on tiny particles to form the droplets of clouds.',
      'When droplets join or ice crystals grow, they become too heavy and fall as rain, snow or hail.',
      'What falls on land runs off in streams, seeps into the ground or is taken up by plants.',
    ],
    why: [
      'It supplies nearly all the fresh water that people, animals and plants use.',
      'It moves heat around the globe, and so drives much of the weather.',
    ],
    pitfalls: [
      'Clouds are not vapour, which is invisible, but small drops or crystals.',
      'Only about three per cent of all water is fresh, and most of that is ice.',
    ],
    example:
      'A puddle that vanishes on a sunny morning may return as part of a shower a hundred kilometres away.',
    related: 'evaporation, weather, rivers and climate',
  },
  {
    names: 'ocean, oceans, sea, the ocean, the sea, the oceans',
    kind: 'thing',
    is: 'The ocean is the connected body of salt water that covers about 71 per cent of the Earth.',
    how: [
      'It is divided by name into the Pacific, Atlantic, Indian, Southern and Arctic oceans.',
      'Its salt comes mostly from rocks: rivers bring dissolved minerals, and evaporation takes only the water away.',
      'Winds drive the currents at the surface, and differences in temperature and salt drive those in the depth.',
      'On average it is about 3,700 metres deep, and the Mariana Trench reaches nearly 11,000.',
    ],
    why: [
      'Its plankton produces roughly half of the oxygen that is made each day.',
      'It stores heat and carbon dioxide, and so slows the warming of the air.',
    ],
    pitfalls: [
      'Sea water looks blue chiefly because water absorbs red light, and not only because it mirrors the sky.',
      'Drinking it makes one thirstier, because the body needs more water to get rid of the salt.',
    ],
    example:
      'The Gulf Stream carries warm water across the Atlantic and helps to keep the winters of western Europe mild.',
    related: 'tides, currents, the water cycle and coral reefs',
  },
  {
    names: 'season, seasons, four seasons, autumn, winter, summer, equinox, solstice',
    kind: 'process',
    is: 'The seasons are the yearly change of weather and daylight, caused by the tilt of the Earth’s axis of about 23.4 degrees.',
    how: [
      'As the Earth circles the Sun, first one hemisphere leans towards it and then the other.',
      'Where the Sun stands higher, its light falls more steeply and for longer each day, and it is summer.',
      'Around 20 March and 22 September day and night are about equally long everywhere.',
      'Near the equator the differences are small, and there are often wet and dry seasons instead.',
    ],
    why: [
      'Sowing, harvest, migration and hibernation all follow them.',
      'They explain why it is winter in Australia while it is summer in Europe.',
    ],
    pitfalls: [
      'The distance from the Sun is not the cause: the Earth is nearest to it in early January.',
      'The warmest weeks come after the longest day, since land and sea warm up slowly.',
    ],
    example: 'In June the Sun does not set at all north of the Arctic Circle on at least one day.',
    related: 'the Earth’s orbit, daylight, climate and calendars',
  },
];
