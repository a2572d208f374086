import type { Known } from './known.ts';

/** What is known of some persons. */
export const people: readonly Known[] = [
  {
    names: 'marie curie, curie, madame curie',
    kind: 'person',
    is: 'Marie Curie (1867–1934) was a physicist and chemist who studied radioactivity and received two Nobel Prizes.',
    how: [
      'She was born in Warsaw as Maria Skłodowska and moved to Paris in 1891 to study at the Sorbonne.',
      'With her husband Pierre she discovered the elements polonium and radium in 1898.',
      'In 1903 she shared the Nobel Prize in Physics, and in 1911 she received that in Chemistry alone.',
      'In the First World War she set up mobile X-ray units for field hospitals.',
    ],
    why: [
      'She was the first woman to receive a Nobel Prize, and is still the only person honoured in two different sciences.',
      'The word radioactivity is hers, and her work opened the way to nuclear physics and to radiotherapy.',
    ],
    pitfalls: [
      'She did not discover X-rays; that was Wilhelm Röntgen in 1895.',
      'The danger of radiation was unknown, and she died of a blood disease that it probably caused.',
    ],
    example:
      'From tonnes of pitchblende she gained a tenth of a gram of radium chloride, by hand and over years.',
    related: 'radioactivity, Pierre Curie, the Nobel Prize and X-rays',
  },
  {
    names: 'albert einstein, einstein',
    kind: 'person',
    is: 'Albert Einstein (1879–1955) was the physicist who developed the theory of relativity.',
    how: [
      'He was born in Ulm, studied in Zurich and worked at the patent office in Bern.',
      'In 1905 he published papers on light quanta, on Brownian motion and on special relativity.',
      'In 1915 he completed general relativity, which explains gravity as curved spacetime.',
      'He left Germany in 1933 and spent the rest of his life in Princeton.',
    ],
    why: [
      'His theories changed what physicists mean by time, space and matter.',
      'He received the Nobel Prize for 1921, for the photoelectric effect and not for relativity.',
    ],
    pitfalls: [
      'He was never bad at mathematics; the story of the poor pupil is a legend.',
      'Many sayings that go around under his name are not his.',
    ],
    example:
      'During the eclipse of 1919 stars near the Sun appeared shifted just as his theory had predicted, and he became famous overnight.',
    related: 'relativity, quantum theory, Niels Bohr and spacetime',
  },
  {
    names: 'isaac newton, newton, sir isaac newton',
    kind: 'person',
    is: 'Isaac Newton (1643–1727) was the English mathematician and physicist who stated the laws of motion and of universal gravitation.',
    how: [
      'He studied at Cambridge, and during the plague years at home he began his work on gravity, light and calculus.',
      'The Principia of 1687 explains the fall of bodies and the orbits of planets by the same laws.',
      'With a prism he showed that white light is made of colours, and he built the first working reflecting telescope.',
      'Later he was Master of the Mint and President of the Royal Society.',
    ],
    why: [
      'For two centuries his mechanics was the model for all of science, and engineers use it to this day.',
      'Calculus, which he and Leibniz found independently, is the language of physics.',
    ],
    pitfalls: [
      'The apple that fell on his head is an embroidered story; he said only that he had seen one fall.',
      'By the calendar then used in England he was born on Christmas Day of 1642.',
    ],
    example:
      'His third law says that every action has an equal reaction: a rocket pushes gas down, and the gas pushes the rocket up.',
    related: 'gravity, calculus, optics and Leibniz',
  },
  {
    names: 'charles darwin, darwin',
    kind: 'person',
    is: 'Charles Darwin (1809–1882) was the English naturalist who explained evolution by natural selection.',
    how: [
      'From 1831 to 1836 he sailed around the world on the Beagle, collecting animals, plants and fossils.',
      'On the Galápagos Islands he noticed that similar birds differed from island to island.',
      'He worked on his theory for twenty years, and published it after Alfred Russel Wallace had come to the same idea.',
      'On the Origin of Species appeared in 1859.',
    ],
    why: [
      'He gave biology a principle that connects everything else in it.',
      'His way of collecting objections against himself is still a model.',
    ],
    pitfalls: [
      'He did not know of genes, so he could not explain how traits are passed on.',
      'He never said that people descend from today’s monkeys, but that both have common ancestors.',
    ],
    example:
      'From pigeon breeders he learned how far selection can change an animal within a few generations.',
    related: 'evolution, natural selection, Wallace and genetics',
  },
  {
    names: 'ada lovelace, lovelace',
    kind: 'person',
    is: 'Ada Lovelace (1815–1852) was an English mathematician who published a program for a machine that had not yet been built.',
    how: [
      'She was the daughter of the poet Byron, and was taught mathematics from childhood.',
      'At seventeen she met Charles Babbage, who was planning calculating machines.',
      'In 1843 she translated an article on his Analytical Engine and added notes three times as long as the article.',
      'One of the notes contains step-by-step instructions for computing Bernoulli numbers.',
    ],
    why: [
      'She is often called the first programmer.',
      'She saw that such a machine could work on symbols and music, and not only on numbers.',
    ],
    pitfalls: [
      'How much of the program was hers and how much Babbage’s is debated.',
      'The Analytical Engine was never completed.',
    ],
    example: 'The programming language Ada was named after her.',
    related: 'Charles Babbage, computers, algorithms and Alan Turing',
  },
  {
    names: 'alan turing, turing',
    kind: 'person',
    is: 'Alan Turing (1912–1954) was an English mathematician who laid foundations of computer science.',
    how: [
      'In 1936 he described an abstract machine that reads and writes symbols on a tape, and showed that some questions no machine can decide.',
      'In the Second World War he helped to break the German Enigma cipher at Bletchley Park.',
      'Afterwards he designed early computers and wrote about machine intelligence.',
      'In 1952 he was convicted for a homosexual relationship; he was pardoned in 2013.',
    ],
    why: [
      'What can be computed at all is still defined by his machine.',
      'The most important prize of computer science bears his name.',
    ],
    pitfalls: [
      'Enigma was not broken by him alone; Polish mathematicians had done the first work.',
      'The Turing test asks whether a machine can pass for a person in conversation, and not whether it thinks.',
    ],
    example:
      'In his imitation game a judge exchanges messages with a person and a machine and has to tell which is which.',
    related: 'Turing machines, Enigma, artificial intelligence and computability',
  },
  {
    names: 'leonardo da vinci, leonardo, da vinci',
    kind: 'person',
    is: 'Leonardo da Vinci (1452–1519) was an Italian painter, draughtsman and engineer of the Renaissance.',
    how: [
      'He learned in the workshop of Verrocchio in Florence and later served the duke of Milan.',
      'He painted the Last Supper in Milan and the Mona Lisa, and left fewer than twenty paintings in all.',
      'His notebooks hold thousands of pages on anatomy, water, birds and machines, in mirror writing.',
      'He spent his last years in France, as a guest of King Francis I.',
    ],
    why: [
      'His soft transitions from light to shade changed painting.',
      'He stands for a time in which art and science were one curiosity.',
    ],
    pitfalls: [
      'Most of his machines were never built, and some could not have worked.',
      'Da Vinci means “from Vinci”, so historians call him Leonardo.',
    ],
    example:
      'He dissected bodies and drew muscles and a child in the womb more exactly than anyone before him.',
    related: 'the Mona Lisa, the Renaissance, Michelangelo and anatomy',
  },
  {
    names: 'william shakespeare, shakespeare',
    kind: 'person',
    is: 'William Shakespeare (1564–1616) was an English poet and playwright, the author of Hamlet, Macbeth and Romeo and Juliet.',
    how: [
      'He was born in Stratford-upon-Avon and made his career in London as an actor, writer and shareholder of a theatre company.',
      'He wrote about 37 plays, tragedies, comedies and histories, and 154 sonnets.',
      'His company played at the Globe, an open-air theatre south of the Thames.',
      'Seven years after his death two colleagues published his plays in the First Folio.',
    ],
    why: [
      'His characters change and contradict themselves like living people.',
      'Many English words and sayings appear first in his plays.',
    ],
    pitfalls: [
      'Little is known of his private life, which leaves room for legends.',
      'The theory that somebody else wrote the plays has hardly any supporters among scholars.',
    ],
    example: '“All the world’s a stage, and all the men and women merely players” comes from As You Like It.',
    related: 'Hamlet, the Globe Theatre, sonnets and Elizabethan England',
  },
];
