import type { Bank } from './writer.ts';

/** Tips, as `title :: text`. */
export const tips: Bank = [
  'Begin earlier than you think :: Most of the trouble with {topic} is trouble with too little time.',
  'Make it easy to start :: Prepare everything the evening before, so that the first step needs no decision.',
  'Keep a fixed time :: What happens at the same hour every day soon needs no willpower.',
  'Change one thing at a time :: You will know what helped, and you can undo what did not.',
  'Write it down :: A line a day about {topic} shows patterns that memory hides.',
  'Remove the temptation :: It is simpler to put an obstacle out of sight than to resist it.',
  'Look after {part} :: It is easily neglected, and it makes more difference than it seems to.',
  'Ask {person} :: An outside view finds in a minute what you have stopped noticing.',
  'Set a lower limit :: Decide what counts as the smallest acceptable effort, and never go below it.',
  'Plan for the bad day :: Know in advance what you will do when you are tired, late or discouraged.',
  'Measure sparingly :: One number, such as {measure}, is enough; five are a hobby.',
  'Finish what you began :: A completed small thing does more for {topic} than a large one left half done.',
  'Allow for rest :: Pauses are part of the work, and skipping them is a false economy.',
  'Learn from one good example :: Choose somebody who does it well, and copy a single habit.',
  'Say no once a day :: Whatever you leave out makes room for what matters to {topic}.',
  'Review it monthly :: Keep what worked, drop what did not, and be glad that the list gets shorter.',
  'Use {tool} :: Familiar and unspectacular, it does most of what special equipment promises.',
  'Tell somebody :: A promise made aloud is harder to forget.',
];

/** Benefits and reasons, as `title :: text`. */
export const benefits: Bank = [
  'It makes the next step easier :: Whoever has begun with {topic} rarely has to begin from nothing again.',
  'It can save time :: Perhaps not in the first week, but as soon as the routine carries you.',
  'It builds confidence :: Small successes add up, and they stay with you in other matters.',
  'It brings people together :: {topic} {verb:give} you something in common with others who care about the same thing.',
  'It sharpens attention :: You begin to notice {part} where you used to look past it.',
  'It leaves room for your own style :: There is more than one right way, and finding yours is part of the pleasure.',
  'It can be scaled :: What works on a small scale can grow with your needs, and shrink again.',
  'It costs little to try :: {trial} is enough to see whether {it} {verb:suit} you.',
  'It teaches patience :: Results come with delay, and waiting for them well is a skill in itself.',
  'It reveals priorities :: What you are ready to give up for {topic} tells you how much it matters.',
  'It offers variety :: Even those who have known {topic} for years still come across something new.',
  'It creates a habit of checking :: You learn to test what you are told, for instance by {measure}.',
  'It is easy to share :: What you have learned about {topic} can be passed on in an afternoon.',
  'It gives structure :: A fixed place for {part} brings order to what lies around it.',
];

/** Causes and factors, as `title :: text`. */
export const causes: Bank = [
  'The conditions beforehand :: What was already under strain, long before anybody spoke of {topic}?',
  'The occasion :: The event that set things off is easily named and seldom explains much by itself.',
  'Interests :: Ask who hoped to gain, and who only feared to lose.',
  'Chains of consequence :: One step made the next one likely, and at some point turning back cost more than going on.',
  'Misjudgements :: People acted on what they believed about {part}, and belief and fact had parted ways.',
  'Resources :: Money, time and space set limits that no intention could move.',
  'Habits of mind :: What everybody took for granted narrowed the choices that were seen at all.',
  'Alliances and dependencies :: Whoever was tied to others moved with them.',
  'Chance :: Weather, illness and missed messages belong in every honest account.',
  'Missing brakes :: What might have slowed matters down was weak, late or absent.',
  'New means :: A new tool or method made possible what had been out of reach before.',
  'Fear of waiting :: It seemed safer to act early than to be the last.',
];

/** Drawbacks, risks and problems, as `title :: text`. */
export const drawbacks: Bank = [
  'It takes time at first :: The early weeks with {topic} ask for more than they give back.',
  'The costs come first :: What you pay is known at once, and what you gain shows later.',
  'It depends on others :: Without {person} or somebody like them, parts of it are hard to do.',
  'It can be overdone :: More of the same stops helping at some point, and the point is easy to miss.',
  'It is hard to compare :: Claims about {topic} use different measures, so they seldom fit together.',
  'It invites {mistake} :: That is common enough to be worth planning for.',
  'It does not suit everyone :: Circumstances differ, above all when it comes to {part}.',
  'It needs upkeep :: What is gained with {topic} is lost again without a little regular effort.',
  'It changes other things too :: A step forward here may mean a compromise elsewhere.',
  'It is difficult to reverse :: Going back later costs more than a slow decision now.',
  'Expectations run ahead :: Stories of quick success make an ordinary pace look like failure.',
  'Information ages :: What was true of {topic} some years ago may mislead today.',
];

/** Questions to ask, as `title :: text`. */
export const questions: Bank = [
  'What would be different without {topic}? :: The answer shows what is really at stake.',
  'Who decides about {part}? :: And who merely thinks so?',
  'What was tried before? :: Somebody has probably met the same difficulty and left a trace of it.',
  'How would we notice success? :: Name a sign that everyone involved would accept.',
  'Which part is hardest to explain? :: That is where understanding is thinnest.',
  'What is the smallest version? :: If it still has a point, begin with it.',
  'What are we assuming about {part}? :: Write the assumption down and give it a date.',
  'Who would disagree, and why? :: A good opponent saves weeks.',
  'What could make us change course? :: Decide that now, while nobody is tired.',
  'When do we look at {topic} again? :: An answer without a date is a wish.',
  'What does it cost to do nothing? :: Sometimes very little, and then that is the answer.',
  'Where can it be seen at work? :: An hour on the spot replaces a file of reports.',
];
