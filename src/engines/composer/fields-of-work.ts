import type { Field } from './field.ts';

/** The words of the fields of work. */
export const fieldsOfWork: readonly Field[] = [
  {
    name: 'programming',
    domain: 'computing',
    clues:
      'code coding program programming programmer software function functions class classes variable variables loop recursion closure closures algorithm algorithms api apis rest graphql database databases sql server servers http json python javascript typescript java rust golang ruby php kotlin c++ c# html css react vue angular node docker kubernetes git linux bash shell compiler debug bug bugs test tests unit async await promise promises thread threads cache caching queue pointer pointers array arrays string strings hash regex library framework frontend backend deploy deployment microservice microservices websocket websockets sse streaming token tokens endpoint cloud devops tcp udp dns encryption data structure type types generics object-oriented functional monad prompt prompts agent agents stack stacks mutex index indexes transaction transactions graph graphs mock mocks stub stubs llm llms embedding embeddings rag latency throughput backpressure oauth cors json yaml tokenizer container containers recursive binary tree semaphore lock-free deadlock concurrency parallelism',
    person: [
      'a colleague who reviews your code',
      'the maintainer of the module',
      'whoever is on call tonight',
      'a pair-programming partner',
    ],
    people: ['developers', 'people who write code every day', 'newcomers to the trade', 'engineers'],
    tool: ['a debugger', 'a scratch file and a terminal', 'the type checker', 'a log with time stamps'],
    source: [
      'the official documentation',
      'the source code itself',
      'the specification',
      'the release notes of your exact version',
    ],
    trial: ['a ten-line program', 'a throwaway branch', 'one failing test', 'a minimal reproduction'],
    measure: [
      'a benchmark on real data',
      'a test that can fail',
      'a look at memory and latency',
      'a trace of one request',
    ],
    mistake: [
      'an edge case left for later',
      'a default nobody looked up',
      'an error that is caught and forgotten',
      'state shared without anyone noticing',
    ],
    result: [
      'a passing test',
      'a small change that is easy to review',
      'code that reads like its explanation',
      'a module with one job',
    ],
    aspect: [
      'the input data',
      'the interface',
      'the error handling',
      'the tests',
      'the running time',
      'the names',
    ],
  },
  {
    name: 'business',
    domain: 'business',
    clues:
      'business company startup market marketing sales customer customers product products revenue profit price pricing budget finance money invest investing investment stock stocks bank inflation economy economics tax taxes manager management team teams meeting meetings project projects strategy brand career job jobs interview resume salary negotiate negotiation remote office leadership employee employees client clients',
    person: [
      'a customer who left',
      'the person who pays the invoice',
      'a colleague from another department',
      'somebody who has run the numbers',
    ],
    people: ['founders', 'managers', 'small teams', 'customers'],
    tool: [
      'a spreadsheet with few columns',
      'a one-page plan',
      'a shared calendar',
      'a list of open decisions',
    ],
    source: [
      'your own books',
      'notes from ten customer conversations',
      'the contract itself',
      'published accounts',
    ],
    trial: [
      'a pilot with three customers',
      'a two-week experiment',
      'a prototype made of slides',
      'one region before all of them',
    ],
    measure: [
      'one number that everybody understands',
      'the cost of a mistake',
      'a review after thirty days',
      'what customers do rather than say',
    ],
    mistake: [
      'a goal without an owner',
      'a forecast mistaken for a fact',
      'a meeting in place of a decision',
      'a price that nobody tested',
    ],
    result: [
      'a decision with a date and a name',
      'a plan that fits on a page',
      'a customer who comes back',
      'a budget that survives contact with reality',
    ],
    aspect: [
      'the customers',
      'the costs',
      'the timing',
      'the risks',
      'the people responsible',
      'the alternatives',
    ],
  },
  {
    name: 'writing',
    domain: 'language and writing',
    clues:
      'write writing writer essay essays novel novels poem poems poetry story stories book books blog article articles grammar paragraph paragraphs sentence sentences edit editing author character characters plot dialogue letter email headline style metaphor reading',
    person: [
      'an editor',
      'a reader who owes you nothing',
      'a friend who reads aloud',
      'your most impatient reader',
    ],
    people: ['writers', 'readers', 'editors', 'people with a deadline'],
    tool: [
      'an outline on one page',
      'a pencil',
      'a timer set to twenty minutes',
      'a list of words to strike out',
    ],
    source: [
      'three texts you admire',
      'a style guide',
      'the first draft itself',
      'the notes you took on the way',
    ],
    trial: [
      'a bad first draft',
      'one paragraph rewritten three times',
      'a page a day',
      'the opening sentence alone',
    ],
    measure: [
      'reading it aloud',
      'what a reader remembers a day later',
      'the number of words you could lose',
      'the place where a reader stops',
    ],
    mistake: [
      'an introduction that clears its throat',
      'two ideas in one sentence',
      'a clever word in place of the right one',
      'an ending that explains the joke',
    ],
    result: [
      'a page that is read to its end',
      'a sentence nobody trips over',
      'a draft worth cutting',
      'a voice that sounds like yours',
    ],
    aspect: ['the reader', 'the opening', 'the order of ideas', 'the tone', 'the examples', 'the ending'],
  },
];
