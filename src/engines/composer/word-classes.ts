/** Words that belong to no noun phrase. */
export const functionWords = setOf(`
  i me you he him she it we us they them who whom which what whose when where why how there here this that these those
  am is are was were be been being do does did done doing have has had having will would shall should can could may might must
  not no yes and or but if then than as so because while although though since until unless whether nor yet
  of in on at by for with from to into onto over under about between among through during before after above below up down out off
  against without within along across behind beyond near around per via like unlike versus vs
  very too also just only even still already again ever never always often sometimes usually maybe perhaps quite rather almost
  please thanks thank hello hi hey ok okay well now today tomorrow yesterday really actually basically exactly instead else
  more most less least much many few several both either neither such same other another one ones something anything nothing everything
  someone anyone everyone nobody etc mine yours ours theirs myself yourself itself im ive dont doesnt cant wont lets
  i'm i've i'd i'll don't doesn't can't won't isn't aren't didn't it's that's what's who's there's let's you're we're they're
`);

/** Words that open a noun phrase. */
export const determiners = setOf(
  'the a an my our your his her their its some any each every this that these those',
);

/** Verbs in their base form: those that people use to ask, and those of everyday tasks. */
export const verbs = setOf(`
  explain describe tell give show list name write make create build draw design define discuss compare contrast outline summarize
  summarise translate rewrite rephrase paraphrase improve fix correct edit shorten expand generate produce compose draft suggest
  recommend propose find search look check help need want use try start begin stop finish end keep let get take put set go come
  know think understand believe feel mean say speak talk ask answer reply respond repeat learn teach study practise practice read
  bake cook boil fry roast grill mix stir knead cut slice chop peel serve eat drink brew clean wash remove open close turn move
  install configure deploy run test debug compile parse convert sort reverse merge split count sum print return call implement
  refactor code program develop launch update upgrade delete add insert select query connect host serve monitor measure optimize optimise
  plan organize organise prepare manage handle deal solve choose decide pick buy sell pay save spend invest earn grow raise train
  travel visit fly drive ride walk swim climb pack book stay live work play sing dance paint knit sew fold tie assemble repair
  become happen occur exist change differ depend cause affect prevent avoid reduce increase lose gain win improve protect treat cure
  sleep relax breathe lift push pull hold carry throw catch jump meet greet invite apologize apologise negotiate present
  apply submit calculate compute evaluate analyze analyse classify extract detect identify predict estimate simulate render stream
  purr bark melt freeze float sink rise fall shine burn migrate hibernate evaporate rust spin orbit rotate
  send receive store load export import copy share follow join leave escape enter pass fail break bend
  center centre exit quit undo revert unclog unblock paint negotiate meditate dockerize dockerise containerize resolve boot reboot water
  match validate matter seem look sound act behave differ consist contain include involve require provide offer support
`);

/** Adjectives that end no noun phrase. */
export const adjectives = setOf(`
  good better best bad worse worst great nice easy hard difficult simple complex quick fast slow big small large little long short
  high low new old young early late hot cold warm cool blue red green yellow black white dark bright clear clean dirty safe dangerous
  cheap expensive free important useful useless possible impossible necessary popular common rare different similar true false right
  wrong real healthy sick strong weak happy sad angry tired sure ready open full empty heavy light deep shallow wide narrow
  interesting boring funny beautiful ugly correct efficient effective reliable modern ancient salty sweet sour bitter round flat worth main afraid nervous worried excited bored lonely stressed curious confused stuck proud annoyed anxious
`);

/** Nouns in -ing that are no gerunds. */
export const nounsInIng = setOf(
  'thing something anything nothing everything king ring spring string wing ceiling building morning evening wedding meeting painting feeling clothing',
);

/** Words that look singular and are plural. */
export const irregularPlurals = setOf(
  'people children men women mice geese feet teeth police cattle criteria phenomena bacteria fungi cacti alumni',
);

/** Words that look plural and are singular. */
export const singularsInS = setOf(
  'news physics mathematics maths economics politics ethics statistics athletics gymnastics electronics linguistics genetics aerobics kubernetes redis postgres sass css dns tls https aws ios macos windows paris texas brussels athens mars venus series species chess tennis diabetes always bus gas lens atlas christmas rabies bias canvas express express.js analytics robotics graphics logistics optics acoustics dynamics thermodynamics mechanics',
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
