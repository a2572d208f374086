import type { Advice } from './advice.ts';

/** Questions to ask, by whom one asks. */
export const questions: readonly Advice[] = [
  {
    clues: 'interview interviewer job employer recruiter hiring manager',
    entries: `What does a good first half-year in this role look like? :: The answer shows what is really expected.
Why is the position open? :: Growth and departure are two different stories.
How does the team decide when opinions differ? :: Listen for an example rather than a principle.
What did the last person in this role find hardest? :: It will be hard for you too.
How is work reviewed, and how often do people get feedback? :: Vague answers are answers.
What would you change about the team if you could? :: Honest people have something to name.
How many hours does a normal week have here? :: Ask it kindly, and ask it.
Which tools and processes are given, and which are up to me? :: You will live with them every day.
What has the company decided not to do? :: A strategy shows in what it leaves out.
What are the next steps, and when will I hear from you? :: It ends the talk with a date.`,
  },
  {
    clues: 'date friend friends partner know someone somebody stranger icebreaker icebreakers couple dinner',
    entries: `What have you changed your mind about in the last few years? :: It leads to a story at once.
Which place felt like home the fastest? :: And what was it that did it?
What could you talk about for half an hour without preparation? :: Then let it happen.
Which small thing reliably makes your day better? :: Easy to answer and easy to remember.
What did you want to be at the age of ten? :: Ask what is left of it.
Who taught you something that you still use? :: People light up at this one.
What is the best meal you remember? :: The company usually matters more than the food.
Which book or film have you gone back to? :: Taste shows in repeats.
What would you do with a free Wednesday? :: More telling than a free year.
What are you looking forward to? :: It ends any conversation on a good note.`,
  },
  {
    clues: 'customer customers user users client clients product research survey',
    entries: `When did you last have this problem? :: A concrete day beats a general opinion.
What did you do about it? :: Whoever did nothing will not pay for a solution.
Which step took the longest? :: That is where the value lies.
What have you tried before, and why did you stop? :: The reasons will apply to you as well.
Who else is involved in the decision? :: Users and buyers are often two people.
What would have to be true for you to switch? :: Listen for conditions you can meet.
What would you miss if it were gone tomorrow? :: It names the core of the product.
How do you know that it worked? :: Their measure should become yours.
What does it cost you today, in time or money? :: It sets the frame for a price.
Is there anything I should have asked? :: The best answers come after this one.`,
  },
  {
    clues: 'landlord flat apartment house rent renting buying home',
    entries: `What is included in the rent? :: Heating, water, internet and rubbish are often extra.
How high were the costs of heating last winter? :: Ask to see a bill.
Who lives above, below and next door? :: Walls are thinner than brochures.
Why is the previous tenant leaving? :: The answer, and the pause before it, are both useful.
What has been repaired lately, and what is planned? :: A scaffold for a year changes the view.
How is the deposit kept and returned? :: Get it in writing.
May I paint, drill or keep a pet? :: Better now than later.
How is the water pressure, and how long does it take to get warm? :: Turn on the shower.
Where can bicycles and prams be left? :: Small things decide daily life.
Whom do I call when something breaks at the weekend? :: There should be a name.`,
  },
  {
    clues: 'doctor doctors physician diagnosis hospital dentist',
    entries: `What else could it be? :: A good doctor has a second possibility in mind.
What happens if we wait? :: Sometimes time is the treatment.
What is the aim of this treatment? :: To cure, to relieve and to prevent are three different things.
What side effects are common, and which ones should I report? :: Write them down.
How does it go together with what I already take? :: Bring the list along.
Is there a simpler or cheaper way? :: Asking costs nothing.
How will we know that it works, and when? :: Agree on a sign and a date.
What can I do myself? :: Food, movement and sleep count too.
Where can I read about it? :: Doctors know the reliable sources.
Should I get a second opinion? :: For large decisions the answer is mostly yes.`,
  },
];
