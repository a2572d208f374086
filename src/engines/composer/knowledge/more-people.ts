import type { Known } from './known.ts';

/** What is known of further persons. */
export const morePeople: readonly Known[] = [
  {
    names: 'mozart, wolfgang amadeus mozart, w. a. mozart',
    kind: 'person',
    is: 'Wolfgang Amadeus Mozart (1756–1791) was a composer of the Classical period, born in Salzburg, who left more than 600 works.',
    how: [
      'His father Leopold, a musician himself, took him and his sister on concert tours through Europe as children.',
      'In 1781 he left the service of the archbishop of Salzburg and settled in Vienna as a free musician.',
      'There he wrote The Marriage of Figaro, Don Giovanni, The Magic Flute and most of his piano concertos.',
      'His Requiem was unfinished when he died at the age of 35.',
    ],
    why: [
      'His operas give each character a voice of their own, even where six of them sing at once.',
      'Haydn called him the greatest composer he knew.',
    ],
    pitfalls: [
      'He was not poisoned by Salieri; that is a legend which plays and films have spread.',
      'He earned well for years, and spent more.',
    ],
    example:
      'His last three symphonies, among them the “Jupiter”, were written within about two months in 1788.',
    related: 'Haydn, Beethoven, Vienna and opera',
  },
  {
    names: 'beethoven, ludwig van beethoven',
    kind: 'person',
    is: 'Ludwig van Beethoven (1770–1827) was a German composer who led music from the Classical to the Romantic period.',
    how: [
      'He was born in Bonn and moved to Vienna in 1792, where he took lessons with Haydn.',
      'He became known as a pianist who improvised like nobody else.',
      'From his late twenties on he lost his hearing, and he was deaf when he wrote his last works.',
      'He left nine symphonies, 32 piano sonatas, 16 string quartets and one opera, Fidelio.',
    ],
    why: [
      'His symphonies are longer, louder and more dramatic than those before them, and set the measure for the century.',
      'The melody of the Ninth is the anthem of the European Union.',
    ],
    pitfalls: [
      'The name “Moonlight Sonata” is not his; a critic invented it after his death.',
      'He was a difficult man and had generous patrons all the same.',
    ],
    example:
      'He scratched out the dedication of the Third Symphony to Napoleon when he heard that Napoleon had made himself emperor.',
    related: 'Mozart, the symphony, the piano and Vienna',
  },
  {
    names: 'napoleon, napoleon bonaparte',
    kind: 'person',
    is: 'Napoleon Bonaparte (1769–1821) was a French general who made himself emperor and ruled over much of Europe.',
    how: [
      'Born in Corsica, he rose quickly in the army of the Revolution.',
      'In 1799 he seized power, and in 1804 he crowned himself emperor.',
      'He won at Austerlitz in 1805 and lost most of his army in Russia in 1812.',
      'After a first exile on Elba he returned for a hundred days, was beaten at Waterloo in 1815, and died on Saint Helena.',
    ],
    why: [
      'His civil code of 1804 shaped the law of many countries.',
      'His wars ended the Holy Roman Empire and stirred national movements across Europe.',
    ],
    pitfalls: [
      'He was not especially small: about 1.68 metres, average for his time.',
      'His rule brought equality before the law and, in 1802, the return of slavery to the colonies.',
    ],
    example: 'Of the more than 400,000 men who marched into Russia, only a small part came back.',
    related: 'the French Revolution, Waterloo, the Napoleonic Code and Josephine',
  },
  {
    names: 'galileo, galileo galilei',
    kind: 'person',
    is: 'Galileo Galilei (1564–1642) was an Italian physicist and astronomer who joined experiment and mathematics.',
    how: [
      'He rolled balls down inclined planes and found that the distance grows with the square of the time.',
      'In 1609 he built a telescope and soon saw mountains on the Moon, the phases of Venus and four moons of Jupiter.',
      'He defended the view of Copernicus that the Earth moves round the Sun.',
      'In 1633 the Inquisition forced him to recant, and he spent the rest of his life under house arrest.',
    ],
    why: [
      'His method, to measure and to put the result into formulas, became that of physics.',
      'Newton built his laws of motion on his findings.',
    ],
    pitfalls: [
      'He did not invent the telescope; he improved it and pointed it at the sky.',
      'That he said “and yet it moves” after the trial is not attested.',
    ],
    example: 'Jupiter’s moons showed that not everything circles the Earth.',
    related: 'Copernicus, Newton, the telescope and Jupiter',
  },
  {
    names: 'julius caesar, caesar, gaius julius caesar',
    kind: 'person',
    is: 'Julius Caesar (100–44 BC) was a Roman general and statesman whose rise ended the Republic.',
    how: [
      'From 58 to 50 BC he conquered Gaul and wrote an account of it himself.',
      'In 49 BC he crossed the Rubicon with his army, which meant civil war.',
      'He defeated Pompey and became dictator, in the end for life.',
      'On the Ides of March, 15 March 44 BC, a group of senators stabbed him to death.',
    ],
    why: [
      'His calendar, with a leap day every four years, was used in Europe until 1582 and longer.',
      'His name became a title: Kaiser and tsar both come from it.',
    ],
    pitfalls: [
      'He was never emperor; the first was his adopted heir Augustus.',
      'It is uncertain whether he was born by the operation that is said to bear his name, and it is unlikely, for his mother lived on.',
    ],
    example: 'His report of a quick victory became famous: “I came, I saw, I conquered.”',
    related: 'Rome, Augustus, Cleopatra and the Roman Republic',
  },
  {
    names: 'cleopatra',
    kind: 'person',
    is: 'Cleopatra VII (69–30 BC) was the last ruler of the Ptolemaic kingdom of Egypt.',
    how: [
      'She came to the throne in 51 BC, together with her younger brother, with whom she soon fought for power.',
      'With the help of Julius Caesar she won, and bore him a son.',
      'Later she allied herself with Mark Antony, with whom she had three children.',
      'After their defeat at Actium in 31 BC both took their lives, and Egypt became Roman.',
    ],
    why: [
      'She kept her country independent for two decades between greater powers.',
      'Poets, painters and films have told her story ever since.',
    ],
    pitfalls: [
      'Her family was of Macedonian Greek origin, and she is said to have been the first of it to speak Egyptian.',
      'The snake that killed her is a tradition and not a certainty.',
    ],
    example: 'She lived closer in time to the Moon landing than to the building of the great pyramid.',
    related: 'Julius Caesar, Mark Antony, Egypt and Alexandria',
  },
  {
    names: 'gandhi, mahatma gandhi, mohandas gandhi',
    kind: 'person',
    is: 'Mohandas Gandhi (1869–1948), called Mahatma, led India’s non-violent struggle for independence from Britain.',
    how: [
      'He studied law in London and worked in South Africa for two decades, where he developed non-violent resistance.',
      'In India he called for boycotts, strikes and the spinning of one’s own cloth.',
      'In 1930 he walked some 390 kilometres to the sea to protest against the tax on salt.',
      'India became independent in August 1947, and on 30 January 1948 he was shot by a Hindu nationalist.',
    ],
    why: [
      'Martin Luther King and Nelson Mandela learned from his methods.',
      'His birthday, 2 October, is the International Day of Non-Violence.',
    ],
    pitfalls: [
      'Mahatma is a title, “great soul”, and not his first name.',
      'Independence came with the partition into India and Pakistan, which he had opposed.',
    ],
    example:
      'On the salt march he set out with fewer than a hundred companions, and thousands joined on the way.',
    related: 'India, non-violence, Nelson Mandela and the British Empire',
  },
  {
    names: 'van gogh, vincent van gogh, gogh',
    kind: 'person',
    is: 'Vincent van Gogh (1853–1890) was a Dutch painter whose strong colours and brushstrokes changed modern art.',
    how: [
      'He began to paint at the age of 27, after failing as an art dealer, teacher and preacher.',
      'His early pictures, such as The Potato Eaters, are dark; in Paris he discovered bright colours.',
      'In Arles he painted sunflowers, orchards and his bedroom, and quarrelled with Gauguin.',
      'After months in an asylum he moved to Auvers, where he died of a gunshot wound at 37.',
    ],
    why: [
      'In ten years he made about 2,100 works, some 860 of them paintings.',
      'His letters to his brother Theo are among the finest that an artist has written.',
    ],
    pitfalls: [
      'That he sold only a single painting is an exaggeration, though he sold very few.',
      'He cut off much of an ear, in a crisis and not for love.',
    ],
    example: 'The Starry Night shows the view from his window in the asylum, with a village that he added.',
    related: 'Gauguin, Impressionism, the Netherlands and Theo van Gogh',
  },
];
