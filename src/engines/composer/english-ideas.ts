import type { Bank } from './writer.ts';

/** What can be said of any subject without claiming a fact about it. */
export const ideas: Bank = [
  'At the centre there is usually one decision, one force or one habit that explains most of what {people} notice about {topic}.',
  'Keep two layers apart: what {topic} {verb:do} every time, and what merely tends to happen around {them}.',
  '[Names come later|Terms can wait]; the first thing to see is which parts change and which stay put.',
  'The word itself can mislead, because {people} use it for [a narrow thing and a wide one|both the whole and one of its parts].',
  'A helpful [habit|move] is to describe {topic} twice, once for a child and once for an expert, and to compare what got lost.',
  '{part} {partverb:deserve} attention here, since a small change there [shows up everywhere else|travels a long way].',
  'If you had to keep only one sentence about {topic}, keep the one that tells you what would happen without {them}.',
  'None of this stands alone: {part} {partverb:set} the frame, and inside it there is [more freedom than it seems|plenty of room].',
  'What makes {topic} interesting is the tension between what is simple to state and what is [hard to carry out|awkward in practice].',
  'Much of the confusion goes away once cause and occasion are no longer [mixed up|treated as one].',
  'Think of {topic} as an arrangement rather than a thing: take the pieces out of order and little of it remains.',
  'There is a static view, a list of parts, and a moving view, a list of changes; {topic} {verb:need} both.',
  'The parts matter less than the [joints|connections] between them; look at what {part} {partverb:touch}.',
  'Two people can agree on every detail of {topic} and still disagree on what {it} {is} for, so state the purpose early.',
  'Scale changes the picture: what holds for one case of {topic} may look different for a thousand.',
  'It is fair to ask what {topic} {is} not, and the nearest neighbour that people confuse {them} with gives the best answer.',
  'A rule of thumb earns its place here as long as you remember [where it came from|what it leaves out].',
  'Seen from {part}, the same subject looks different, and both views are [worth having|correct].',
  '{people} tend to meet {topic} in the middle of some other task, which is why the beginning so often gets skipped.',
  'You can [test|check] your grip on this by explaining {part} without using the word you started from.',
  'The boundary of the subject is a matter of convention, but the core of {topic} is not.',
  'A picture helps: draw {part} in the middle of the page and put everything that depends on it around the edge.',
  'Whatever you read about {topic}, look for the sentence that could turn out to be false, because that one carries the content.',
  'Exceptions are not a nuisance here; each one shows [where an assumption was hiding|an assumption at work].',
  'Order matters more than speed, and with {topic} the [right|natural] order begins with {part}.',
  'It [costs little|takes a minute] to write down what you already believe about {topic}, and the list makes every later correction visible.',
];

/** Steps with a title, as `title :: text`, in the order in which one would take them. */
export const steps: Bank = [
  'Check the vocabulary :: Make sure that everybody involved means the same by {part}.',
  'Start smaller :: Shrink the question until it fits into {trial}, and grow it again from there.',
  'Name the parts :: Write down what {topic} {verb:involve}, [one noun a line|in single words], before you judge any of it.',
  'Find the starting point :: Ask what has to be in place first; with {topic}, begin by looking at {part}.',
  'Follow one case :: Choose {trial} and stay with it to the end, even where it [gets tedious|becomes untidy].',
  'Watch what changes :: Compare before and after, and note what {topic} {verb:leave} untouched.',
  'Look for the bottleneck :: Somewhere one step holds up the rest; [look at|suspect] {part} first.',
  'Ask for the reason :: For each step say why it stands there, and strike out the ones that have none.',
  'Vary one thing :: Change {part}, leave the rest alone, and see whether the result still [holds|stands].',
  'Draw the limits :: Say plainly what no longer counts as {topic}, so that the edge cases [have a home|are settled].',
  'Use {tool} :: It keeps the [details|moving parts] outside your head, where you can point at them.',
  'Consult {source} :: [Read it|Go to it] with one precise question, and stop when that question is answered.',
  'Ask {person} :: Two minutes of conversation often replace an hour of guessing about {part}.',
  'Measure something :: A sensible choice is {measure}; anything you can repeat will do.',
  'Put it in your own words :: If you can explain {topic} without the original terms, you have [understood|got] the core.',
  'Connect it :: Tie {part} to something you already know well, and say where the likeness ends.',
  'Turn it round :: Ask how you would prevent {topic}, or undo {them}; the answer shows what really carries the weight.',
  'Leave a trace :: Note what you tried and what came of it, so that next time starts [further on|one step ahead].',
];

/** What goes wrong, as `title :: text`. */
export const pitfalls: Bank = [
  'Too wide a question :: Asked about everything at once, {topic} [gives|yields] only general answers; narrow it to one situation.',
  'A borrowed definition :: Repeating a definition feels like knowledge until somebody asks for a case that it excludes.',
  'The wrong level :: It is easy to argue about {part} when the real question lies one level up.',
  'Haste at the start :: Skipping the first step saves minutes and [costs hours|is paid for later].',
  'One striking example :: A single vivid case of {topic} says little about the ordinary ones.',
  'Hidden assumptions :: Look out for {mistake}; it rarely announces itself.',
  'Silent change :: What was true of {part} last year need not be true [now|today], so date your notes.',
  'No way back :: Before you commit to anything, know how to undo it.',
  'Advice without context :: What works for {people} may not suit your case, whatever the tone of the advice.',
  'Measuring the easy thing :: What is simple to count is not always what matters about {topic}.',
  'Too many tools :: One well-known instrument, perhaps {tool}, beats three new ones.',
  'Stopping at the name :: Knowing the name of {part} is the beginning of an explanation and not the end of one.',
  'Perfect first attempts :: Waiting for the ideal plan means that {trial} never happens.',
  'Arguing from memory :: Memory tidies up; notes made at the time do not.',
];

/** How to make sure, in whole sentences. */
export const checks: Bank = [
  'To check your understanding, predict what happens when {part} {partverb:change}, and only then look it up.',
  'A good test is {measure}: it is [cheap|quick], and it can prove you wrong.',
  'Hold what you have read against {source}, and [note|mark] every point where the two disagree.',
  'Try to explain it to {person}; the questions you get back show which step is still [soft|shaky].',
  'Set yourself a small goal such as {result}, and give it a date.',
  'Wait a day and retell the whole of it from memory; the gaps are your reading list.',
  'Make {trial} out of it, because doing reveals what reading conceals.',
  'Ask what you would accept as evidence against your view of {topic}, and go and look for exactly that.',
  'Compare two cases that differ only in {part}, and see whether the outcome differs as you expect.',
  'Collect three counterexamples; if you cannot find any, you have probably not looked [far|long] enough.',
  'Watch for {mistake}, for it is what {people} report most often when something did not add up.',
  'Write the main point on a card, and revise the card whenever a new fact does not fit.',
];

/** Worked examples, a few sentences each, which invent only what they say they invent. */
export const examples: Bank = [
  'Suppose two friends, Mara and Theo, disagree about {topic}. Mara argues from {part}, Theo from a case he has seen himself. They settle on {trial}, write down beforehand what each of them expects, and find that both were right about different halves of the question. [The disagreement was about words|Neither had to give in], and the next time they begin by naming what they mean.',
  'Imagine that you have one hour for {topic} and nothing prepared. Spend the first ten minutes on a list of what you know, the next thirty on {trial}, and the rest on comparing the result with {source}. You end with less than an expert knows and more than most people [ever check|have tried].',
  'Here is an invented case. Ines meets {topic} for the first time on a Monday and asks {person} the most basic question she can think of. The reply mentions {part}, which she had not considered at all. By Friday she has {result}, and her notes consist of three sentences and a sketch.',
  'Picture a table with two columns, “before” and “after”. The first row belongs to {part}; the second, to whatever you would notice first about {topic}. Fill in both columns for a single concrete case, and the row that changes most [tells you where to look|is where the explanation lies].',
  'Take the smallest case you can think of: one instance, no complications, nobody in a hurry. What is left of {topic} in that case is the core. Now add one complication at a time, beginning with {part}, and say at each point what you would do differently.',
  'A made-up conversation shows the idea. “What is the first thing you look at?” asks the visitor. “Always {part},” says the expert, “because everything else can be repaired later.” “And if I only have {tool}?” “Then you already have more than I had.”',
  'Consider an ordinary day on which {topic} {verb:come} up by accident. Nobody has prepared, the only help at hand is {tool}, and the decision cannot wait. Most people then fall back on a rule they once heard; the better move is to ask which part of the rule depended on {part}.',
];

/** Sentences that weigh one side against the other. */
export const balances: Bank = [
  'In favour speaks that the basic idea is easy to share; against it, that {part} {partverb:tend} to be [underestimated|forgotten].',
  'What you gain in clarity you pay for in time, and whether that is a good bargain depends on how often {topic} {verb:come} up.',
  'A strict approach gives you predictable results, a loose one gives you early ones; few situations call for both at once.',
  'The benefits arrive late and the costs early, which is why {people} give up just before it gets [interesting|easier].',
  'More detail helps up to the point where nobody can keep {part} in mind any longer.',
  'Doing it alone is quicker at first; doing it with {person} is quicker in the end.',
  'There is a cheap version and a thorough one, and it is no shame to choose the cheap one for something you will only do once.',
  'Simplicity wins when the situation is new, and precision wins when it is familiar.',
  'It would be wrong to call this settled, because reasonable people weigh {part} differently.',
  'Whoever has to live with the outcome should have the last word on {part}.',
];
