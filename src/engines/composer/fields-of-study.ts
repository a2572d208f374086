import type { Field } from './field.ts';

/** The words of the fields of study. */
export const fieldsOfStudy: readonly Field[] = [
  {
    name: 'science',
    domain: 'the natural sciences',
    clues:
      'science physics chemistry biology atom atoms molecule molecules quantum energy gravity light photon photons electron electrons cell cells dna gene genes evolution photosynthesis planet planets star stars sun moon galaxy space universe black hole ocean climate weather volcano volcanoes earthquake temperature water ice sky blue rainbow relativity entropy magnet magnets electricity plant plants animal animals species bacteria virus chemical reaction mathematics math theorem calculus algebra geometry probability statistics number numbers neural network networks learning machine entanglement computing tides',
    person: [
      'a teacher who likes naive questions',
      'a researcher in the field',
      'a fellow student',
      'somebody who does the measuring',
    ],
    people: ['students', 'researchers', 'careful amateurs', 'people who like to see the evidence'],
    tool: [
      'a labelled diagram',
      'a simple model',
      'pencil, paper and units',
      'a table of orders of magnitude',
    ],
    source: [
      'a current textbook',
      'a review article',
      'the original measurements',
      'a lecture by someone who works on it',
    ],
    trial: [
      'a thought experiment',
      'a kitchen-table experiment',
      'one worked example',
      'an estimate on the back of an envelope',
    ],
    measure: [
      'a prediction that could turn out wrong',
      'a measurement with its error bar',
      'a check of the units',
      'a repeat of the observation',
    ],
    mistake: [
      'a metaphor taken literally',
      'a correlation read as a cause',
      'a law used outside its range',
      'a unit lost on the way',
    ],
    result: [
      'a prediction that holds',
      'a diagram you can explain',
      'a number of the right size',
      'an explanation without jargon',
    ],
    aspect: [
      'the conditions',
      'the energy involved',
      'the scale',
      'the evidence',
      'the simplest model',
      'the exceptions',
    ],
  },
  {
    name: 'history',
    domain: 'history',
    clues:
      'history historical war wars empire empires revolution king queen ancient medieval century rome roman greek egypt egyptian pyramid pyramids civilization industrial napoleon caesar cleopatra renaissance colonial treaty dynasty president presidents independence',
    person: [
      'a historian of the period',
      'a museum guide',
      'an archivist',
      'somebody who grew up with the story',
    ],
    people: ['historians', 'contemporaries', 'later generations', 'the people who left no records'],
    tool: [
      'a timeline',
      'a map of the period',
      'a family tree of the main figures',
      'a list of dates and doubts',
    ],
    source: [
      'letters and records of the time',
      'a recent scholarly book',
      'two accounts from opposite sides',
      'a museum catalogue',
    ],
    trial: [
      'one year looked at closely',
      'a single document read slowly',
      'the view from one town',
      'the biography of a minor figure',
    ],
    measure: [
      'the distance between an event and its first account',
      'what changed in daily life',
      'who gained and who paid',
      'the agreement of independent sources',
    ],
    mistake: [
      'judging with hindsight',
      'a legend repeated as a record',
      'a single cause for a long process',
      'a modern word for an old idea',
    ],
    result: [
      'a timeline you can defend',
      'a story with causes as well as dates',
      'a fair account of both sides',
      'a question worth a visit to the archive',
    ],
    aspect: [
      'the causes',
      'the dates',
      'the witnesses',
      'the economy of the time',
      'the geography',
      'the consequences',
    ],
  },
  {
    name: 'learning',
    domain: 'learning',
    clues:
      'learn learning study studying student students school university exam exams homework language languages english spanish french german piano guitar violin music chess teacher teach teaching lesson lessons course vocabulary practice memory memorize skill skills drawing painting knitting dance',
    person: [
      'a teacher',
      'a learner one step ahead of you',
      'a study partner',
      'somebody who plays or speaks it daily',
    ],
    people: ['learners', 'teachers', 'adults with little time', 'people who start from zero'],
    tool: ['a stack of cards', 'a practice diary', 'a recording of yourself', 'a fixed half hour'],
    source: [
      'one good course',
      'a textbook with answers',
      'a grammar or a method you trust',
      'material made for your level',
    ],
    trial: [
      'twenty minutes a day',
      'one short piece',
      'the first hundred words',
      'a lesson taught to somebody else',
    ],
    measure: [
      'what you can do without notes',
      'a recording compared with last month',
      'a small test each week',
      'the number of days in a row',
    ],
    mistake: [
      'reading in place of practising',
      'practising only what already works',
      'a goal for the year and none for the day',
      'comparing yourself with experts',
    ],
    result: [
      'a skill you use without thinking',
      'a first real conversation or performance',
      'fewer pauses than last week',
      'a routine you look forward to',
    ],
    aspect: [
      'the daily practice',
      'the basics',
      'the feedback',
      'the motivation',
      'the review',
      'the rest between sessions',
    ],
  },
];
