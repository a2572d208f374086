import type { Bank } from './writer.ts';

// Frames for subjects that are no ideas: `@` names the kinds that a frame fits.

/** What can be said of things, places, persons, events and works without claiming a fact about them. */
export const kindIdeas: Bank = [
  '@thing What {topic} {is} made of, what {it} {verb:need} and what {it} {verb:do} are three questions that together give a fair portrait.',
  '@thing Look at {topic} in use, for a thing at rest shows only half of what there is to know.',
  '@thing Much depends on where {topic} {verb:come} from and in what surroundings {it} {is} usually found.',
  '@thing Variety is the rule: hardly two examples of {topic} are quite alike, so look at several.',
  '@thing Everyday names lump together what specialists keep apart, and with {topic} it is worth knowing at least the main kinds.',
  '@thing Begin with the senses: what one can see, hear, touch or taste of {topic} needs no theory.',
  '@thing How {topic} came to be as {it} {is} tells more than a list of properties.',
  '@thing What people do with {topic}, and what {it} would be without people, are two different stories.',
  '@place A place is its position, its people and its past, and {topic} can be told along each of the three.',
  '@place Maps show where {topic} {verb:lie}, and walks show what {it} {is} like.',
  '@place Water, heights and old roads explain why {topic} stands where {it} {verb:stand}.',
  '@place What strangers come to see in {topic} and what locals care about are seldom the same.',
  '@place The name of {topic} has a history of its own, as names of places usually do.',
  '@place Seasons change a place more than pictures show, so ask how {topic} {verb:look} in each of them.',
  '@place The food, the market and the early morning tell more of {topic} than its monuments.',
  '@place Every place has a centre on the map and another in daily life.',
  '@person A life is easier to follow with three dates: a beginning, a turning point and an end or the present day.',
  '@person What {topic} did and what was later made of it are worth keeping apart.',
  '@person Teachers, rivals and friends often explain more of a career than talent does.',
  '@person The best introduction is something by {topic} rather than something about {topic}.',
  '@person Fame picks out a few moments, while the years between them were the work.',
  '@person Letters, interviews and the memories of others give three different portraits of the same person.',
  '@person The times set the stage: what was possible, what was forbidden and what was in fashion.',
  '@person Ask what would be missing today if {topic} had chosen another trade.',
  '@event An event such as {topic} has conditions that lasted for years and an occasion that lasted for hours.',
  '@event Those who took part in {topic} did not know how it would end, and their choices only make sense with that in mind.',
  '@event The order of what happened is the backbone; causes and consequences are attached to it later.',
  '@event Eyewitnesses saw a part of {topic}, and historians see the whole from afar.',
  '@event Numbers about {topic} differ from source to source, and the reasons for that are worth a look.',
  '@event Consequences came at different speeds: some on the next day, some a generation later.',
  '@work A work can be approached by what it shows, by how it is made and by when it was made.',
  '@work Look at {topic} before you read about {them}, for the first impression cannot be repeated.',
  '@work Every work answers other works, so ask what {topic} took up and what {it} did differently.',
  '@work What the maker intended and what people have found in {topic} need not be the same.',
  '@work Small decisions carry the effect: a word, a colour, a pause in the right place.',
  '@work How {topic} was received at first, and how later, says much about the taste of both times.',
];

/** Ways to get to know them, as `title :: text`. */
export const kindSteps: Bank = [
  '@thing,place,person,event,work Begin with a picture :: One good photograph or map saves a page of description.',
  '@thing,place,event,person,work Write a timeline :: Five dates in a row show what came first and what took long.',
  '@thing,place,person,event,work Read two accounts :: One friendly, one critical; the truth tends to be told in what both admit.',
  '@place,thing See it for yourself :: If you can, go there or hold it in your hands before you read on.',
  '@person,work Go to the source :: A page in the original words beats a chapter about them.',
  '@event,person Learn the setting :: Who held power, what things cost and what people feared explains many decisions.',
  '@work,thing Look slowly :: Ten minutes with one example show more than an hour with twenty.',
  '@place,event,person Place it on the map :: Distances and borders make many riddles simple.',
  '@thing,place,person,event,work Note what surprises you :: A surprise marks the spot where your picture was wrong.',
  '@thing,place,person,event,work Tell it to somebody :: Two minutes without notes show what has stayed with you.',
];

/** What goes wrong with them, as `title :: text`. */
export const kindPitfalls: Bank = [
  '@place,thing,work The postcard view :: The famous angle hides what lies to the left and right of it.',
  '@person,event,work The good story :: What is told best is not always what is attested best.',
  '@person,event Hindsight :: Knowing the end makes every step towards it look planned.',
  '@thing,place One for all :: A single example stands for the whole only if it is typical.',
  '@thing,place,person,event,work Old information :: Check when a source was written before you rely on it.',
  '@thing,place,person,event,work Copied figures :: A number that appears everywhere may come from a single place.',
  '@thing,place,person,event,work Mixed-up names :: Make sure that two sources mean the same one.',
];

/** Worked examples for them. */
export const kindExamples: Bank = [
  '@thing,place,person,event,work Take a blank page and write down ten things that you believe about {topic}. Put a tick where you could name a source, a question mark where you only heard it said, and a cross where you made it up while writing. The question marks are your reading list.',
  '@thing,place,person,event,work Imagine a label in a museum: forty words, no more, to be read standing. What would it say about {topic}? Whoever has to choose forty words finds out quickly what belongs to the core.',
  '@thing,place,event,work Suppose that a child asks you about {topic} on the way home. You have five minutes, no pictures and no notes. You would begin with what can be seen, go on to what one can do with it, and end with a question of your own.',
  '@person,place,event Picture a shelf with three books on {topic}: one by somebody who was there, one by a scholar, one for children. Read the third first, the second next, and keep the first for the end, when you can tell what is new in it.',
];

/** Openings for them. */
export const kindOpenings: Bank = [
  '@thing {full} can be described from three sides: what {it} {is}, where {it} {verb:come} from and what {it} {is} used for.',
  '@thing With {full}, [seeing comes before explaining|a look comes before an explanation], so this answer begins with what can be observed.',
  '@thing There is more to {full} than the everyday word lets on.',
  '@place {full} is best approached as a traveller would do it: from afar first, then closer, then on foot.',
  '@place Whoever wants to know {full} should ask for its position, its people and its past.',
  '@place {full} means one thing on the map and another to those who live there.',
  '@person {full} is a name behind which stand a life, a body of work and a good many stories.',
  '@person To get to know {full}, take the life, the work and the reputation one after another.',
  '@event {full} can be told as a sequence of days or as the result of years, and both are needed.',
  '@event To understand {full}, keep apart what led up to it, what happened and what followed.',
  '@work {full} is a work to be looked at first and explained second.',
  '@work With {full}, three questions lead far: what is shown, how is it made, and for whom.',
];
