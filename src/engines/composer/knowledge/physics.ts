import type { Known } from './known.ts';

/** What is known of forces, light and the sky. */
export const physics: readonly Known[] = [
  {
    names: 'gravity, gravitation, gravitational force, law of gravity',
    kind: 'concept',
    is: 'Gravity is the attraction between all masses, which makes things fall and keeps planets in their orbits.',
    how: [
      'By Newton’s law the force grows with both masses and falls with the square of their distance.',
      'In Einstein’s general relativity mass bends space and time, and bodies follow the straightest paths in it.',
      'Near the ground everything falls with the same acceleration, about 9.8 metres per second in each second, if air does not interfere.',
      'An orbit is a fall that keeps missing: the Moon falls towards the Earth and moves sideways fast enough never to hit it.',
    ],
    why: [
      'It holds the Earth, its air and its seas together, and it made stars and galaxies out of thin gas.',
      'Tides, satellites and the paths of spacecraft are computed from it.',
    ],
    pitfalls: [
      'Weight and mass differ: on the Moon you would weigh a sixth and have the same mass.',
      'Astronauts float because they fall together with their station, and not because gravity is absent there.',
    ],
    example:
      'On the Moon an astronaut let a hammer and a feather drop in 1971, and both reached the ground together.',
    related: 'relativity, tides, orbits and black holes',
  },
  {
    names: 'relativity, theory of relativity, special relativity, general relativity, e=mc2',
    kind: 'concept',
    is: 'Relativity is Einstein’s theory that measurements of time and space depend on the motion of the observer, while the speed of light is the same for all.',
    how: [
      'Special relativity of 1905 deals with steady motion: moving clocks run slower and moving lengths shrink in the direction of motion.',
      'It also shows that mass and energy are two forms of the same thing, E = mc².',
      'General relativity of 1915 adds gravity as a curvature of space and time.',
      'Clocks run slower where gravity is stronger.',
    ],
    why: [
      'Satellite navigation would be wrong by kilometres within a day without it.',
      'It predicted black holes, the bending of light and gravitational waves, which were measured a century later.',
    ],
    pitfalls: [
      'It does not say that everything is relative: the speed of light and the laws of physics are the same for everyone.',
      'At everyday speeds the effects are far too small to notice.',
    ],
    example:
      'Clocks on navigation satellites gain about 38 millionths of a second a day compared with clocks on the ground, and are set to make up for it.',
    related: 'gravity, light, black holes and spacetime',
  },
  {
    names: 'black hole, black holes, event horizon',
    kind: 'thing',
    is: 'A black hole is a region of space in which gravity is so strong that nothing, not even light, can leave it.',
    how: [
      'Many form when the core of a very heavy star collapses at the end of its life.',
      'The border is called the event horizon; whatever crosses it cannot return.',
      'Gas that falls towards it forms a hot, bright disc, which is how most of them are found.',
      'Giant ones of millions or billions of solar masses sit at the centres of most large galaxies.',
    ],
    why: [
      'They are a test of general relativity under extreme conditions.',
      'Giant black holes influence how their galaxies grow.',
    ],
    pitfalls: [
      'They do not suck everything in: from afar they attract like any other body of the same mass.',
      'If the Sun were replaced by a black hole of equal mass, the Earth would keep its orbit.',
    ],
    example:
      'In 2019 a network of radio telescopes published the first picture of the glowing ring around the black hole in the galaxy M87.',
    related: 'gravity, relativity, stars and galaxies',
  },
  {
    names: 'rainbow, rainbows, colors of the rainbow, colours of the rainbow',
    kind: 'thing',
    is: 'A rainbow is the spectrum of sunlight, spread out into a bow by drops of water in the air.',
    how: [
      'Light enters a drop, is bent, is reflected once at the back, and is bent again as it leaves.',
      'Blue light is bent more than red, so the colours leave at slightly different angles, about 42 degrees for red and 40 for violet.',
      'You see each colour from those drops that stand at its angle, and together they form an arc.',
      'The Sun is always behind you, and the centre of the bow lies opposite to it.',
    ],
    why: [
      'It shows plainly that white light is a mixture of colours, as Newton proved with a prism.',
      'Astronomers use the same spreading of light to find out what stars are made of.',
    ],
    pitfalls: [
      'A rainbow is not at a place: everyone sees a bow of their own, from other drops.',
      'At noon in summer there is none to be seen from the ground, because the Sun stands too high.',
    ],
    example: 'With your back to the Sun, a garden hose with a fine spray makes a small rainbow.',
    related: 'light, refraction, prisms and the colour of the sky',
  },
  {
    names: 'tide, tides, ocean tides, high tide, low tide',
    kind: 'process',
    is: 'Tides are the regular rise and fall of the sea, caused by the gravity of the Moon and, to a lesser degree, of the Sun.',
    how: [
      'The Moon pulls the near side of the Earth more strongly than its centre, and the centre more strongly than the far side.',
      'This stretches the oceans into two bulges, and as the Earth turns, most coasts see two high and two low tides a day.',
      'From one high tide to the next it takes about 12 hours and 25 minutes.',
      'At new and full moon the Sun helps, and the tides are largest; at half moon they are smallest.',
    ],
    why: [
      'Harbours, fishing and coastal wildlife all follow their rhythm.',
      'The friction of the tides slows the Earth down and moves the Moon away by almost four centimetres a year.',
    ],
    pitfalls: [
      'The height depends strongly on the shape of the coast, from a few centimetres to more than ten metres.',
      'A so-called tidal wave, or tsunami, has nothing to do with tides.',
    ],
    example: 'In the Bay of Fundy in Canada the water rises by up to sixteen metres.',
    related: 'the Moon, gravity, currents and coasts',
  },
  {
    names: 'moon, the moon, phases of the moon, moon phases, lunar eclipse',
    kind: 'thing',
    is: 'The Moon is the only natural satellite of the Earth, a rocky body about a quarter as wide as the Earth.',
    how: [
      'It circles the Earth in a little over 27 days, at a mean distance of about 384,400 kilometres.',
      'Its phases arise because we see more or less of its sunlit half; from one full moon to the next it takes 29.5 days.',
      'It turns once on its axis for each orbit, so it always shows us the same side.',
      'Most scientists think that it formed from debris after a large body struck the young Earth.',
    ],
    why: [
      'It raises the tides and steadies the tilt of the Earth’s axis, and so the seasons.',
      'Calendars and the word month go back to it.',
    ],
    pitfalls: [
      'The far side is not dark: it receives as much sunlight as the side we see.',
      'The phases are not the shadow of the Earth; that falls on the Moon only during an eclipse.',
    ],
    example: 'Twelve people have walked on the Moon, all of them between 1969 and 1972.',
    related: 'tides, eclipses, the Earth and Apollo',
  },
  {
    names: 'sun, the sun, star, stars, solar energy',
    kind: 'thing',
    is: 'The Sun is the star at the centre of the Solar System, a ball of hot gas that shines by fusing hydrogen into helium.',
    how: [
      'In its core, at about 15 million degrees, nuclei of hydrogen fuse and release energy.',
      'Gravity pulls inward and pressure pushes outward, and the two are in balance.',
      'The energy takes very long to reach the surface, and then about eight minutes to reach us as light.',
      'The surface has some 5,500 °C; darker, cooler patches are called sunspots.',
    ],
    why: [
      'Its light drives weather, plants and nearly all life.',
      'It holds more than 99 per cent of the mass of the Solar System.',
    ],
    pitfalls: [
      'It does not burn like a fire, for that would need oxygen; it shines by nuclear fusion.',
      'Looking into it, even for a moment, can damage the eyes.',
    ],
    example: 'A square metre that faces the Sun above the air receives about 1,360 watts.',
    related: 'stars, nuclear fusion, the planets and light',
  },
  {
    names: 'light, speed of light, color of the sky, colour of the sky, blue sky, sky',
    kind: 'thing',
    is: 'Light is an electromagnetic wave that also comes in packets, the photons, and nothing is faster.',
    how: [
      'It travels at 299,792,458 metres per second in empty space, and more slowly in water or glass.',
      'Its wavelength is its colour: about 400 nanometres for violet and 700 for red.',
      'It is reflected by mirrors, bent by lenses, and scattered by small particles.',
      'Molecules of the air scatter blue light far more strongly than red, so the sky is blue and the setting sun is red.',
    ],
    why: [
      'Almost all we know of the universe has come to us as light.',
      'Plants live on it, and data travels as light through glass fibres.',
    ],
    pitfalls: [
      'Wave or particle is not an either-or: which side shows depends on the experiment.',
      'A light year is a distance, about 9.5 trillion kilometres, and not a time.',
    ],
    example:
      'Light from the Sun is about eight minutes old when it arrives, and light from the next star more than four years.',
    related: 'rainbows, photons, lenses and relativity',
  },
];
