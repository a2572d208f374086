/** The words that a field of knowledge lends to an answer; each is a noun phrase with its article, or a plural. */
export interface Field {
  readonly name: string;
  readonly clues: string;
  readonly person: readonly string[];
  readonly people: readonly string[];
  readonly tool: readonly string[];
  readonly source: readonly string[];
  readonly trial: readonly string[];
  readonly measure: readonly string[];
  readonly mistake: readonly string[];
  readonly result: readonly string[];
  readonly aspect: readonly string[];
}

/** The words for subjects that hint at no field. */
export const general: Field = {
  name: 'general',
  clues: '',
  person: ['somebody who has done it before', 'a patient friend', 'a person with practical experience', 'someone who disagrees with you'],
  people: ['newcomers', 'people with experience', 'those who come to it late', 'curious readers'],
  tool: ['a sheet of paper', 'a simple list', 'a small sketch', 'a notebook'],
  source: ['a source you would quote by name', 'a good reference work', 'an account written first-hand', 'two sources that do not copy each other'],
  trial: ['a small trial', 'an afternoon of trying', 'one case looked at closely', 'a rough first attempt'],
  measure: ['a plain before-and-after comparison', 'a count kept for a week', 'a yes-or-no test', 'a deadline with a date on it'],
  mistake: ['a guess that nobody checked', 'a detail taken for granted', 'a word used in two senses', 'an exception treated as the rule'],
  result: ['an answer you can defend', 'a decision you can explain', 'a picture you can draw from memory', 'something you can show to others'],
  aspect: ['the purpose', 'the people involved', 'the timing', 'the surroundings', 'the first step', 'the limits'],
};

/** The fields of knowledge that have words of their own. */
export const fields: readonly Field[] = [
  {
    name: 'programming',
    clues: 'code coding program programming programmer software function functions class classes variable variables loop recursion closure closures algorithm algorithms api apis rest graphql database databases sql server servers http json python javascript typescript java rust golang ruby php kotlin c++ c# html css react vue angular node docker kubernetes git linux bash shell compiler debug bug bugs test tests unit async await promise promises thread threads cache caching queue pointer pointers array arrays string strings hash regex library framework frontend backend deploy deployment microservice microservices websocket websockets sse streaming token tokens endpoint cloud devops tcp udp dns encryption data structure type types generics object-oriented functional monad',
    person: ['a colleague who reviews your code', 'the maintainer of the module', 'whoever is on call tonight', 'a pair-programming partner'],
    people: ['developers', 'people who maintain old code', 'newcomers to the codebase', 'those who run the system at night'],
    tool: ['a debugger', 'a scratch file and a terminal', 'the type checker', 'a log with time stamps'],
    source: ['the official documentation', 'the source code itself', 'the specification', 'the release notes of your exact version'],
    trial: ['a ten-line program', 'a throwaway branch', 'one failing test', 'a minimal reproduction'],
    measure: ['a benchmark on real data', 'a test that can fail', 'a look at memory and latency', 'a trace of one request'],
    mistake: ['an edge case left for later', 'a default nobody looked up', 'an error that is caught and forgotten', 'state shared without anyone noticing'],
    result: ['a passing test', 'a small change that is easy to review', 'code that reads like its explanation', 'a module with one job'],
    aspect: ['the data that goes in', 'the interface', 'the error handling', 'the tests', 'the running time', 'the names'],
  },
  {
    name: 'cooking',
    clues: 'cook cooking bake baking recipe recipes bread sourdough dough flour oven pan soup sauce pasta pizza cake cakes cookie cookies rice egg eggs meat chicken fish vegetable vegetables salad spice spices salt sugar butter coffee tea espresso breakfast lunch dinner meal meals dish dishes kitchen chef curry stew grill roast chocolate cheese wine beer ferment pancake pancakes omelette risotto',
    person: ['a cook who makes it every week', 'whoever taught you to taste', 'a baker at the market', 'a guest with an honest palate'],
    people: ['home cooks', 'people who cook for a crowd', 'beginners at the stove', 'patient bakers'],
    tool: ['a kitchen scale', 'a heavy pan', 'a thermometer', 'a timer within earshot'],
    source: ['a cookbook that gives weights', 'a recipe with a photograph of each stage', 'the notes in your own kitchen notebook', 'two recipes laid side by side'],
    trial: ['a half batch', 'a single portion', 'a test piece', 'a quiet evening with no guests'],
    measure: ['the colour, the smell and the sound', 'a spoonful tasted halfway', 'a weight written down', 'the temperature in the middle'],
    mistake: ['heat that is turned up too early', 'an ingredient straight from the fridge', 'salt added only at the end', 'a lid lifted too often'],
    result: ['a plate that goes back empty', 'a crust or a sauce you would make again', 'a flavour with a beginning and an end', 'a recipe in your own words'],
    aspect: ['the ingredients', 'the heat', 'the resting time', 'the seasoning', 'the texture', 'the order of the steps'],
  },
  {
    name: 'travel',
    clues: 'travel trip trips visit visiting vacation holiday holidays tourist tourism flight flights hotel hotels hostel itinerary city cities country countries island beach mountain mountains hike hiking backpack passport visa luggage train trains airport museum museums paris london rome tokyo kyoto berlin lisbon barcelona japan italy france spain iceland weekend sightseeing road',
    person: ['somebody who lives there', 'a traveller who has just come back', 'the person at the hotel desk', 'a friend who packs light'],
    people: ['first-time visitors', 'slow travellers', 'families on the road', 'people with a single free day'],
    tool: ['a map with your own pins', 'a small phrasebook', 'an offline timetable', 'a packing list'],
    source: ['the local tourist office', 'a guidebook of this year', 'the official timetable', 'a resident with time to talk'],
    trial: ['a day trip', 'a first weekend', 'one neighbourhood on foot', 'a short walk without a plan'],
    measure: ['the hours spent outside vehicles', 'a budget per day', 'the number of things you would repeat', 'the way you feel on the third evening'],
    mistake: ['a day with five sights', 'a connection without slack', 'a closing day that nobody checked', 'a suitcase packed for every case'],
    result: ['a day you remember without photographs', 'a plan with room in it', 'a place you could find again', 'a good story told at home'],
    aspect: ['the season', 'the way there', 'the budget', 'the food', 'the quiet hours', 'the local habits'],
  },
  {
    name: 'science',
    clues: 'science physics chemistry biology atom atoms molecule molecules quantum energy gravity light photon photons electron electrons cell cells dna gene genes evolution photosynthesis planet planets star stars sun moon galaxy space universe black hole ocean climate weather volcano volcanoes earthquake temperature water ice sky blue rainbow relativity entropy magnet magnets electricity plant plants animal animals species bacteria virus chemical reaction mathematics math theorem calculus algebra geometry probability statistics number numbers neural network networks learning machine entanglement computing tides',
    person: ['a teacher who likes naive questions', 'a researcher in the field', 'a fellow student', 'somebody who does the measuring'],
    people: ['students', 'researchers', 'careful amateurs', 'people who like to see the evidence'],
    tool: ['a labelled diagram', 'a simple model', 'pencil, paper and units', 'a table of orders of magnitude'],
    source: ['a current textbook', 'a review article', 'the original measurements', 'a lecture by someone who works on it'],
    trial: ['a thought experiment', 'a kitchen-table experiment', 'one worked example', 'an estimate on the back of an envelope'],
    measure: ['a prediction that could turn out wrong', 'a measurement with its error bar', 'a check of the units', 'a repeat of the observation'],
    mistake: ['a metaphor taken literally', 'a correlation read as a cause', 'a law used outside its range', 'a unit lost on the way'],
    result: ['a prediction that holds', 'a diagram you can explain', 'a number of the right size', 'an explanation without jargon'],
    aspect: ['the conditions', 'the energy involved', 'the scale', 'the evidence', 'the simplest model', 'the exceptions'],
  },
  {
    name: 'health',
    clues: 'health healthy sleep sleeping exercise exercises fitness diet nutrition vitamin vitamins weight muscle muscles run running marathon yoga meditation stress anxiety headache pain doctor medicine medical disease heart blood protein calories gym workout stretching posture breathing tired insomnia',
    person: ['a doctor or pharmacist', 'a good coach', 'a person who knows your history', 'a training partner'],
    people: ['beginners', 'busy people', 'patients and those who care for them', 'people who have tried three times'],
    tool: ['a simple diary', 'a calendar', 'a pair of comfortable shoes', 'a reminder at a fixed hour'],
    source: ['your doctor', 'a public health service', 'a guideline rather than a headline', 'a professional who can examine you'],
    trial: ['two quiet weeks', 'ten minutes a day', 'one changed habit', 'the gentlest version'],
    measure: ['how you feel in the morning', 'a note each evening', 'a trend over weeks rather than days', 'one number that your doctor agrees with'],
    mistake: ['too much in the first week', 'advice meant for somebody else', 'a symptom explained away', 'a plan without rest in it'],
    result: ['a habit that survives a bad week', 'steadier days', 'a routine you no longer think about', 'a conversation with a professional that starts well prepared'],
    aspect: ['rest', 'the daily routine', 'the load', 'the signals of the body', 'the surroundings', 'the pace'],
  },
  {
    name: 'business',
    clues: 'business company startup market marketing sales customer customers product products revenue profit price pricing budget finance money invest investing investment stock stocks bank inflation economy economics tax taxes manager management team teams meeting meetings project projects strategy brand career job jobs interview resume salary negotiate negotiation remote office leadership employee employees client clients',
    person: ['a customer who left', 'the person who pays the invoice', 'a colleague from another department', 'somebody who has run the numbers'],
    people: ['founders', 'managers', 'small teams', 'customers'],
    tool: ['a spreadsheet with few columns', 'a one-page plan', 'a shared calendar', 'a list of open decisions'],
    source: ['your own books', 'ten conversations with customers', 'the contract itself', 'published accounts'],
    trial: ['a pilot with three customers', 'a two-week experiment', 'a prototype made of slides', 'one region before all of them'],
    measure: ['one number that everybody understands', 'the cost of a mistake', 'a review after thirty days', 'what customers do rather than say'],
    mistake: ['a goal without an owner', 'a forecast mistaken for a fact', 'a meeting in place of a decision', 'a price that nobody tested'],
    result: ['a decision with a date and a name', 'a plan that fits on a page', 'a customer who comes back', 'a budget that survives contact with reality'],
    aspect: ['the customers', 'the costs', 'the timing', 'the risks', 'the people responsible', 'the alternatives'],
  },
  {
    name: 'history',
    clues: 'history historical war wars empire empires revolution king queen ancient medieval century rome roman greek egypt egyptian pyramid pyramids civilization industrial napoleon caesar cleopatra renaissance colonial treaty dynasty president presidents independence',
    person: ['a historian of the period', 'a museum guide', 'an archivist', 'somebody who grew up with the story'],
    people: ['historians', 'contemporaries', 'later generations', 'the people who left no records'],
    tool: ['a timeline', 'a map of the period', 'a family tree of the main figures', 'a list of dates and doubts'],
    source: ['letters and records of the time', 'a recent scholarly book', 'two accounts from opposite sides', 'a museum catalogue'],
    trial: ['one year looked at closely', 'a single document read slowly', 'the view from one town', 'the biography of a minor figure'],
    measure: ['the distance between an event and its first account', 'what changed in daily life', 'who gained and who paid', 'the agreement of independent sources'],
    mistake: ['judging with hindsight', 'a legend repeated as a record', 'a single cause for a long process', 'a modern word for an old idea'],
    result: ['a timeline you can defend', 'a story with causes as well as dates', 'a fair account of both sides', 'a question worth a visit to the archive'],
    aspect: ['the causes', 'the dates', 'the witnesses', 'the economy of the time', 'the geography', 'the consequences'],
  },
  {
    name: 'writing',
    clues: 'write writing writer essay essays novel novels poem poems poetry story stories book books blog article articles grammar paragraph paragraphs sentence sentences edit editing author character characters plot dialogue letter email headline style metaphor reading',
    person: ['an editor', 'a reader who owes you nothing', 'a friend who reads aloud', 'your most impatient reader'],
    people: ['writers', 'readers', 'editors', 'people with a deadline'],
    tool: ['an outline on one page', 'a pencil', 'a timer set to twenty minutes', 'a list of words to strike out'],
    source: ['three texts you admire', 'a style guide', 'the first draft itself', 'the notes you took on the way'],
    trial: ['a bad first draft', 'one paragraph rewritten three times', 'a page a day', 'the opening sentence alone'],
    measure: ['reading it aloud', 'what a reader remembers a day later', 'the number of words you could lose', 'the place where a reader stops'],
    mistake: ['an introduction that clears its throat', 'two ideas in one sentence', 'a clever word in place of the right one', 'an ending that explains the joke'],
    result: ['a page that is read to its end', 'a sentence nobody trips over', 'a draft worth cutting', 'a voice that sounds like yours'],
    aspect: ['the reader', 'the opening', 'the order of ideas', 'the tone', 'the examples', 'the ending'],
  },
  {
    name: 'learning',
    clues: 'learn learning study studying student students school university exam exams homework language languages english spanish french german piano guitar violin music chess teacher teach teaching lesson lessons course vocabulary practice memory memorize skill skills drawing painting knitting dance',
    person: ['a teacher', 'a learner one step ahead of you', 'a study partner', 'somebody who plays or speaks it daily'],
    people: ['learners', 'teachers', 'adults with little time', 'people who start from zero'],
    tool: ['a stack of cards', 'a practice diary', 'a recording of yourself', 'a fixed half hour'],
    source: ['one good course', 'a textbook with answers', 'a teacher who listens', 'material made for your level'],
    trial: ['twenty minutes a day', 'one short piece', 'the first hundred words', 'a lesson taught to somebody else'],
    measure: ['what you can do without notes', 'a recording compared with last month', 'a small test each week', 'the number of days in a row'],
    mistake: ['reading in place of practising', 'practising only what already works', 'a goal for the year and none for the day', 'comparing yourself with experts'],
    result: ['a skill you use without thinking', 'a first real conversation or performance', 'fewer pauses than last week', 'a routine you look forward to'],
    aspect: ['the daily practice', 'the basics', 'the feedback', 'the motivation', 'the review', 'the rest between sessions'],
  },
  {
    name: 'nature',
    clues: 'garden gardening tomato tomatoes flower flowers tree trees soil seed seeds compost dog dogs cat cats pet pets puppy kitten bird birds bee bees fish aquarium forest river lake houseplant houseplants lawn rose roses horse horses',
    person: ['a neighbour with a good garden', 'an experienced keeper', 'a vet or a nursery gardener', 'someone who watches patiently'],
    people: ['gardeners', 'keepers of animals', 'patient observers', 'families'],
    tool: ['a watering can and a notebook', 'a calendar of the seasons', 'a pair of sharp shears', 'a quiet corner to watch from'],
    source: ['a local nursery', 'a handbook for your climate', 'an association of keepers', 'the plant or the animal itself'],
    trial: ['one pot before a whole bed', 'a single season', 'a small corner', 'a week of watching'],
    measure: ['new growth', 'appetite and behaviour', 'a photograph each Sunday', 'the state of the soil or the coat'],
    mistake: ['too much water and too much love', 'a change made too fast', 'advice for another climate', 'a sign noticed too late'],
    result: ['healthy growth', 'a calm animal or a full bed', 'a season with a harvest', 'a routine that suits both of you'],
    aspect: ['the light', 'the water', 'the food', 'the season', 'the space', 'the signs of trouble'],
  },
];

/** The field that most of the words hint at. */
export function findField(words: Iterable<string>): Field {
  const seen = [...words];
  let best = general;
  let most = 0;
  for (const field of fields) {
    const clues = ` ${field.clues} `;
    let hits = 0;
    for (const word of seen) if (clues.includes(` ${word} `)) hits += 1;
    if (hits > most) [best, most] = [field, hits];
  }
  return best;
}
