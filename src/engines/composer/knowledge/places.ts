import type { Known } from './known.ts';

/** What is known of some places. */
export const places: readonly Known[] = [
  {
    names: 'paris, city of paris, the city of paris',
    kind: 'place',
    is: 'Paris is the capital and largest city of France, on the river Seine, with about two million people in the city and more than ten in the region.',
    how: [
      'It grew from a settlement on the island in the Seine on which Notre-Dame stands.',
      'Its twenty districts, the arrondissements, are numbered in a spiral from the centre outwards.',
      'In the 1850s and 1860s Baron Haussmann cut the broad boulevards that still shape the city.',
      'The Métro, opened in 1900, is the quickest way around.',
    ],
    why: [
      'The Louvre, the Musée d’Orsay and the Centre Pompidou make it one of the great cities of art.',
      'It is the seat of the government, of UNESCO and of most large French companies.',
    ],
    pitfalls: [
      'Many museums close on Mondays or Tuesdays, so look before you go.',
      'In August a good part of the small shops and restaurants is on holiday.',
    ],
    example:
      'A good first day: the islands in the morning, the Louvre or the Orsay at noon, a walk along the Seine, and the lights of the Eiffel Tower at night.',
    related: 'the Eiffel Tower, the Louvre, Versailles and Lyon',
  },
  {
    names: 'eiffel tower, the eiffel tower',
    kind: 'work',
    is: 'The Eiffel Tower is an iron lattice tower in Paris, built from 1887 to 1889 for the world’s fair, and 330 metres tall with its antennas.',
    how: [
      'It was designed by engineers of Gustave Eiffel’s company, Maurice Koechlin and Émile Nouguier, with the architect Stephen Sauvestre.',
      'About 18,000 iron parts were made in a workshop and joined on site with two and a half million rivets.',
      'The curve of the legs follows from the force of the wind.',
      'Every few years it is painted by hand, which takes some sixty tonnes of paint.',
    ],
    why: [
      'It was the tallest structure in the world until 1930, when the Chrysler Building was finished.',
      'Nearly seven million people visit it each year.',
    ],
    pitfalls: [
      'It was meant to stand for twenty years, and was kept because it served as a radio mast.',
      'On a hot day it grows by some centimetres, as iron expands.',
    ],
    example: 'The stairs to the second floor have 674 steps; most visitors take the lift.',
    related: 'Paris, Gustave Eiffel, the world’s fair and iron construction',
  },
  {
    names: 'london, city of london, the city of london',
    kind: 'place',
    is: 'London is the capital of the United Kingdom, a city of about nine million people on the river Thames.',
    how: [
      'The Romans founded it as Londinium soon after the year 43.',
      'The Great Fire of 1666 destroyed most of the old city, and Christopher Wren built St Paul’s anew.',
      'The Underground, opened in 1863, is the oldest in the world.',
      'Greater London is made up of 32 boroughs and the small City of London, the financial district.',
    ],
    why: [
      'It is one of the two leading financial centres of the world.',
      'The British Museum, the National Gallery and Tate Modern cost no entrance.',
    ],
    pitfalls: [
      'Big Ben is the name of the bell; the tower is called the Elizabeth Tower.',
      'Distances look short on the map of the Underground, which is not to scale.',
    ],
    example:
      'A walk along the South Bank leads from Westminster past the Globe to Tower Bridge in about an hour and a half.',
    related: 'the Thames, Westminster, the Underground and England',
  },
  {
    names: 'tokyo, city of tokyo',
    kind: 'place',
    is: 'Tokyo is the capital of Japan; about 14 million people live in the prefecture and some 37 million in the greater area, more than in any other city region.',
    how: [
      'As Edo it was the seat of the shoguns from 1603, and it was renamed Tokyo, “eastern capital”, in 1868.',
      'The earthquake of 1923 and the war destroyed most of it, so nearly all buildings are modern.',
      'The Yamanote line runs in a circle and links the main centres, such as Shinjuku, Shibuya and Ueno.',
      'It is less one city than many, each around its station.',
    ],
    why: [
      'It is the political, economic and cultural centre of Japan.',
      'Trains are so punctual that most people need no car.',
    ],
    pitfalls: [
      'Trains stop around midnight and start again at about five.',
      'Addresses name blocks rather than streets, so a map with the building’s name helps.',
    ],
    example: 'At the crossing in Shibuya up to some 2,500 people may cross at a single green light.',
    related: 'Japan, Kyoto, Mount Fuji and Shinkansen trains',
  },
  {
    names: 'new york, new york city, nyc',
    kind: 'place',
    is: 'New York is the largest city of the United States, with more than eight million people in five boroughs around a natural harbour.',
    how: [
      'Dutch settlers founded it as New Amsterdam in the 1620s, and the English renamed it in 1664.',
      'Manhattan’s streets follow a grid laid out in 1811.',
      'Between 1892 and 1954 about twelve million immigrants passed through Ellis Island.',
      'The subway runs day and night.',
    ],
    why: [
      'Wall Street, the United Nations, Broadway and many publishers and broadcasters are there.',
      'Hundreds of languages are spoken in it.',
    ],
    pitfalls: [
      'It is not the capital of the country, and not even of the state, which is Albany.',
      'Express trains skip stations, so look at the sign before you get in.',
    ],
    example: 'The ferry to Staten Island costs nothing and passes the Statue of Liberty.',
    related: 'Manhattan, the Statue of Liberty, Central Park and Washington',
  },
  {
    names: 'berlin, city of berlin',
    kind: 'place',
    is: 'Berlin is the capital and largest city of Germany, with more than three and a half million people, on the river Spree.',
    how: [
      'It became the capital of Prussia in the 18th century and that of the German Empire in 1871.',
      'After the Second World War it was divided, and from 1961 to 1989 the Wall separated East and West.',
      'Since 1999 parliament and government have been back in the city.',
    ],
    why: [
      'Museum Island, three opera houses and a lively club scene draw visitors from everywhere.',
      'Few places show the history of the 20th century so closely together.',
    ],
    pitfalls: [
      'It is large and has several centres, so plan by district.',
      'The Wall enclosed West Berlin and did not simply run through the middle of the country.',
    ],
    example:
      'At the East Side Gallery more than a kilometre of the Wall still stands, covered with paintings.',
    related: 'Germany, the Berlin Wall, Prussia and the Cold War',
  },
  {
    names: 'mount everest, everest, the mount everest, himalaya, himalayas',
    kind: 'place',
    is: 'Mount Everest, on the border of Nepal and China in the Himalayas, is the highest mountain above sea level, at 8,849 metres.',
    how: [
      'It was raised by the collision of the Indian plate with Asia, which began about 50 million years ago and still goes on.',
      'Edmund Hillary and Tenzing Norgay were the first to reach the summit, on 29 May 1953.',
      'Most climbers go in May, when the wind drops for some days.',
      'Above 8,000 metres the air holds about a third of the oxygen at sea level.',
    ],
    why: [
      'Its ice and that of its neighbours feed great rivers of Asia.',
      'For the Sherpa it is a home and a livelihood, and in Tibetan it is called Chomolungma.',
    ],
    pitfalls: [
      'More than 300 people have died on it; most deaths come from falls, avalanches, cold and altitude.',
      'Measured from its base in the sea, Mauna Kea in Hawaii is taller.',
    ],
    example: 'Water boils at about 70 °C on the summit, because the pressure is so low.',
    related: 'the Himalayas, Nepal, K2 and plate tectonics',
  },
  {
    names: 'france, the country of france',
    kind: 'place',
    is: 'France is a republic in western Europe with about 68 million people, its overseas regions included.',
    how: [
      'Its capital is Paris; other large cities are Marseille, Lyon and Toulouse.',
      'The Fifth Republic, founded in 1958, has a strong president.',
      'Nuclear power stations supply about two thirds of its electricity.',
      'The high-speed trains, the TGV, link Paris with most regions within a few hours.',
    ],
    why: [
      'It is among the countries with the most foreign visitors in the world.',
      'Its Revolution, its language and its cuisine have shaped Europe.',
    ],
    pitfalls: [
      'Lunch hours are taken seriously, and many offices close then.',
      'A “bonjour” before any question is expected.',
    ],
    example:
      'Mont Blanc, on the border with Italy, rises to about 4,806 metres and is the highest peak of the Alps.',
    related: 'Paris, the French Revolution, the Alps and the European Union',
  },
];
