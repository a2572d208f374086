import type { Known } from './known.ts';

/** What is known of people, body and mind. */
export const human: readonly Known[] = [
  {
    names: 'brain, human brain, the brain, the human brain, memory, how memory works',
    kind: 'thing',
    is: 'The human brain is an organ of about 1.4 kilograms in which some 86 billion nerve cells exchange signals.',
    how: [
      'A nerve cell collects signals from thousands of others and sends a pulse of its own when they add up.',
      'Learning changes the strength of the connections between cells, the synapses.',
      'Different areas serve sight, speech, movement and planning, and work together all the time.',
      'New memories depend on the hippocampus and are fixed above all during sleep.',
    ],
    why: [
      'It uses about a fifth of the body’s energy at rest.',
      'All that we see, feel and decide is its work.',
    ],
    pitfalls: [
      'That we use only ten per cent of it is a myth.',
      'Memories are rebuilt each time, and can change without our noticing.',
    ],
    example:
      'London taxi drivers, who learn thousands of streets, were found to have a larger rear part of the hippocampus.',
    related: 'nerve cells, sleep, learning and neural networks',
  },
  {
    names: 'heart, human heart, the heart, the human heart, blood, circulatory system, blood circulation',
    kind: 'thing',
    is: 'The heart is a muscle the size of a fist that pumps blood through the body, about 100,000 times a day.',
    how: [
      'The right half sends blood to the lungs, the left half sends it to the rest of the body.',
      'Valves make sure that it flows in one direction.',
      'A small knot of cells sets the beat, and the nervous system makes it faster or slower.',
      'Arteries carry blood away from the heart, veins carry it back.',
    ],
    why: [
      'Every cell depends on the oxygen and the nutrients that blood brings.',
      'At rest it moves about five litres a minute, the whole blood of the body.',
    ],
    pitfalls: [
      'Blood is never blue; veins only look so through the skin.',
      'Pain or pressure in the chest is a reason to call for help at once.',
    ],
    example: 'Regular exercise makes the heart stronger, so that it needs fewer beats for the same work.',
    related: 'blood pressure, lungs, exercise and circulation',
  },
  {
    names: 'love, romantic love, falling in love',
    kind: 'concept',
    is: 'Love is a deep affection and care for another, which goes beyond one’s own advantage.',
    how: [
      'The Greeks had several words for it: eros for desire, philia for friendship, storge for family, agape for charity.',
      'Falling in love goes along with dopamine and noradrenaline, lasting attachment with oxytocin.',
      'The psychologist Robert Sternberg described it by three parts: intimacy, passion and commitment.',
      'Attention, reliability and the ability to make up after a quarrel keep it alive.',
    ],
    why: [
      'Close relations are among the best predictors of a contented life.',
      'Poems, songs and novels have no greater theme.',
    ],
    pitfalls: [
      'Being in love is a state, and loving is also a decision.',
      'Nobody can guess what is never said.',
    ],
    example: 'A cup of tea at the bedside, made without being asked, can say more than a letter.',
    related: 'friendship, attachment, trust and happiness',
  },
  {
    names: 'meaning of life, the meaning of life, purpose of life, the purpose of life, life',
    kind: 'concept',
    is: 'The meaning of life is an old question with several serious answers: given by God, found in others and in tasks, made by oneself, or not to be had at all.',
    how: [
      'Religions see it in a purpose that goes beyond the single life.',
      'Aristotle saw it in eudaimonia, a life in which one’s abilities are used well.',
      'Existentialists such as Sartre held that there is no given meaning and that we have to make one.',
      'Viktor Frankl observed that people bear almost anything if they have something to live for.',
    ],
    why: [
      'The answer shapes what one does with the next ten years, and with the next afternoon.',
      'People who see a purpose in what they do tend to be healthier and to recover better from setbacks.',
    ],
    pitfalls: [
      'The question “of life” can be too large; “in my life” is easier to answer.',
      'Waiting for the answer before acting puts the cart before the horse.',
    ],
    example:
      'In The Hitchhiker’s Guide to the Galaxy a computer calculates the answer, 42, and nobody knows the question.',
    related: 'philosophy, happiness, religion and Viktor Frankl',
  },
  {
    names: 'happiness, being happy, happy life',
    kind: 'concept',
    is: 'Happiness means both a good moment and a life that seems worthwhile as a whole.',
    how: [
      'People get used to improvements quickly, which is known as the hedonic treadmill.',
      'Relationships, health and meaningful work matter more than possessions.',
      'Income helps, and each further step helps less than the one before.',
      'Gratitude, movement and helping others raise the mood in studies, by a little and reliably.',
    ],
    why: [
      'Contented people are healthier and more helpful.',
      'Asking what happiness is made of is a way to ask how to live.',
    ],
    pitfalls: [
      'Whoever pursues it too hard notices mostly what is missing.',
      'Comparing yourself upwards is a reliable way to lose it.',
    ],
    example:
      'In a Harvard study that has run since 1938, good relationships were the best predictor of healthy and happy old age.',
    related: 'gratitude, friendship, the meaning of life and psychology',
  },
  {
    names: 'remote work, working from home, home office, telework, remote working',
    kind: 'technique',
    is: 'Remote work means doing a job away from the office, mostly at home and over the network.',
    how: [
      'Work is shared through documents, tickets and chat, and meetings take place by video.',
      'Teams that do it well write decisions down, so that nobody depends on having been in the room.',
      'A fixed place, fixed hours and a clear end of the day keep work and home apart.',
      'Hybrid forms mix days at home with days in the office.',
    ],
    why: [
      'It saves the commute, and lets people live where they like.',
      'Quiet hours make concentrated work easier.',
    ],
    pitfalls: [
      'Beginners learn less by watching, and chance conversations do not happen.',
      'Without limits the working day grows longer.',
      'Loneliness builds up slowly and is noticed late.',
    ],
    example:
      'A team that replaces the daily meeting by three written lines from everyone saves hours each week.',
    related: 'asynchronous communication, meetings, trust and time zones',
  },
];
