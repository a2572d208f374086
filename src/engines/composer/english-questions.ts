import type { Question } from './intent.ts';
import type { Bank } from './writer.ts';

const who: Bank = [
  'A name such as {topic} stands for a person and for everything that others have attached to it since, and the two need not agree.',
  'Begin with the setting: which city, which years, which trade, and who else was in the room.',
  'Letters, accounts and records of the time show more than a portrait painted afterwards.',
  'It helps to separate what was done alone from what was done with others, because fame tends to round up.',
  'The best-known story about {topic} is not always the best-attested one.',
  'Ask what would have happened anyway; whatever is left is the personal contribution.',
  'Turning points in a life are usually visible only from a distance, so read the years before them as well.',
  'Opponents make good witnesses: what they conceded about {topic} is probably true.',
  'Early failures explain more than late honours, and they are less often retold.',
  'A short list of dates keeps the anecdotes in order and shows the quiet years between them.',
  'Where sources fall silent, say so; a gap is a finding too.',
  'The influence of {topic} can be measured by what later people took for granted.',
  'Biographies differ mostly in what they leave out, so it pays to compare two of them.',
  'Titles and offices tell you what was expected, and the daily work tells you what was done.',
  'If you read only one text, choose one in which {topic} speaks in the first person.',
  'Every age rewrites its famous names, so notice when the account in front of you was written.',
];

const when: Bank = [
  'Before you fix a date for {topic}, decide what counts as the beginning: the idea, the first attempt, or the day it was noticed.',
  'Dates come with a precision of their own; a year may be certain while the month is a guess.',
  'The order of events is sturdier than the dates, so write it down first.',
  'Anniversaries are chosen for convenience, and they are not evidence.',
  'Look for something that must have happened earlier and something that can only have happened later; the answer lies between.',
  'Calendars have changed, and so has the habit of when a year begins, which explains some stubborn contradictions.',
  'Long processes have no single day, although people like to give them one.',
  'A date that everybody repeats may go back to a single careless source.',
  'For {topic}, {source} would be my first stop, and a second, independent one would be the next.',
  'If you need the figure for a talk, round it and say that you did.',
  'Construction, opening and first use are three different moments, and texts often mix them up.',
  'Whoever wrote the date down had a reason to; ask which.',
  'A timeline with five entries is enough to see whether a claimed date for {topic} can be right.',
  'Sometimes the better question is how long it took, because the span says more than either end.',
];

const where: Bank = [
  'Start from a place you know and describe the way, since a route is easier to remember than a position.',
  'Names of places repeat themselves, so make sure which one is meant before you look for {topic}.',
  'Borders move and maps age; check the year of the map along with its scale.',
  'Height, water and roads explain the location of most things that people have built.',
  'What lies around {topic} often matters more than the point itself.',
  'The distance in hours is more useful than the distance in kilometres.',
  'If a place has several names, note all of them: locals, maps and older books may each use another.',
  'The centre and the edge of a region are matters of agreement, which is why sources differ.',
  'To be sure, compare a map, a photograph from above and a report by somebody who was there.',
  'For a first orientation the country, the nearest large city and the direction from it are enough.',
  'The season can decide whether a place is reachable at all.',
  'Ask {person} how they would get there; the answer contains what no map shows.',
  'Coordinates are exact and tell you nothing, landmarks are vague and bring you there.',
  'Seen from afar {topic} may look close to everything, and seen from nearby it rarely is.',
];

const amount: Bank = [
  'First settle the unit, because half of all disagreements about figures are disagreements about units.',
  'Then settle the boundary: what counts towards {topic}, and what is left out?',
  'An estimate from three rough factors is often closer than a precise figure remembered wrongly.',
  'A good estimate names its largest uncertainty, and here that is probably {part}.',
  'Ask for the smallest and the largest value you would still believe; the answer lies in between, and the width tells you how much you know.',
  'Averages hide the interesting cases, so look at the spread as well.',
  'Compare the number with something familiar, and see whether it survives the comparison.',
  'Figures grow old at different speeds, so every number needs a date.',
  'If two sources give the very same unusual figure, one of them has probably copied the other.',
  'Round numbers were rounded by somebody; find out in which direction.',
  'It depends on how intensively you go about it: a little every day and a lot on one day do not add up to the same.',
  'Conditions matter: ask who counted, when, and what they were paid to find.',
  'For {topic}, {source} would be the place to look the current value up.',
  'Whatever number you settle on, keep the sum that led to it, so that you can redo it when something changes.',
  'A figure without its method is an opinion with digits.',
  'What you want to do with the number decides how exact it has to be.',
];

const mood: Bank = [
  'Nobody can tell you how to feel about it, and you need not agree with yourself every hour.',
  'Eat something warm, move a little and keep your usual bedtime; the body has a vote in this.',
  'It is all right to put the matter down for an evening, since it will still be there when you come back to it with more strength.',
  'Some days are for solving and some are only for getting through, and both count.',
  'Look at what you have already managed this week, including the things that nobody saw.',
  'Choose one person who should know, and tell them in two sentences.',
  'Careful with big decisions today; most of them keep until the weekend.',
  'If thoughts go round in circles, write them down in any order, because paper does not interrupt.',
  'Set a time for thinking about {definite}, a quarter of an hour perhaps, and do something with your hands before and after it.',
  'Comparing yourself with others rarely helps, as you see their outside and your own inside.',
  'The strength of a feeling says how much something matters to you, and little about how it will end.',
  'You are allowed to ask for help before it is urgent.',
  'Said out loud, a thing like this [already gets smaller|takes on a shape], and that is a start.',
  'It may help to ask what exactly is on your mind: the thing itself, what others will think, or what comes after it.',
  'What would a good outcome look like tomorrow evening? A modest answer is enough.',
  'Some of it is in your hands and some is not, and a line between the two on a sheet of paper brings relief.',
  'You need not solve all of it today; one small step that can be finished before dinner is worth more than a perfect plan.',
  'Talk to {person}, and say at the start whether you want advice or only an ear.',
  'Think back to a time when something similar went better than you expected, and ask what you did then.',
  'Feelings are information rather than instructions, so note them and decide with a clear head.',
  'A walk, a glass of water and a night of sleep solve less than people claim and more than they seem to.',
  'As far as {definite} {is} concerned, preparation beats worry, because it uses the same energy.',
  'Write down the question you fear most, and two sentences in reply; you may never need them, but you will have them.',
  'Be as fair to yourself as you would be to a friend who told you the same.',
  'Whatever happens with {definite}, it will be one day among many, and the day after it will start as usual.',
  'If there is more behind it, tell me, and I will take it up with the same care.',
  'And if it weighs on you for longer than a few days, speak to somebody who can be there in person.',
  'What would make it ten percent easier? Begin with that.',
];

const which: Bank = [
  'Begin with the occasion: what suits an ordinary day may be wrong for a special one.',
  'Name the one requirement that is not negotiable, and let it clear the field before taste has a say.',
  'Three candidates are enough; with ten, the comparison takes longer than the mistake would.',
  'Ask {person} what they chose last time and whether they would choose it again, which are two different questions.',
  'Reviews tell you about the reviewer first, so look for one who wants what you want.',
  'If it can be returned, borrowed or tried, try it; {trial} settles more than an evening of reading.',
  'Price is one figure among several, next to the time it takes and the trouble of changing later.',
  'What you already own or know counts in favour of whatever fits with it.',
  'A recommendation from {source} is a good default, and a default needs no justification.',
  'Should two remain, take the simpler, because simple things fail in ways you can see.',
  'Notice which option you defend when somebody criticises it.',
  'The popular choice is seldom the worst, and its questions have usually been answered somewhere.',
  'Give yourself a deadline for {topic}; after it, more information mostly repeats what you know.',
  'Good enough today and better next time is a respectable plan.',
  'Consider {part} as well, even if it seems secondary now.',
  'With {topic} I would rather regret something modest than something grand.',
  'Leave room for one surprise: put a candidate on the list that you would not normally consider.',
  'Once chosen, stop comparing, and spend the energy on making good use of the choice.',
];

/** What such answers say about themselves. */
export const frames: Bank = [
  'What follows is a frame to think with rather than a lecture.',
  'Details can wait until the outline stands, and the outline fits on a [page|card].',
  'Read it as a map: accurate enough to walk by, and no substitute for the walk.',
  'I will keep to what helps whatever the particulars turn out to be.',
  'Here is how I would go about it.',
];

/** What is said about things that change by the day. */
export const timely: Bank = [
  'A stand-in sees no clock, no news and no sky, so how things stand with {definite} today is for a live source to say.',
  'Whatever changes from day to day is out of my reach as a stand-in; for {definite} as of now, turn to something that is updated by the hour.',
];

/** Sentences for the questions that general ones do not suit. */
export const bodies: Readonly<Partial<Record<Question, Bank>>> = { who, when, where, amount, mood, which };
