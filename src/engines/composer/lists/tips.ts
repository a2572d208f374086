import type { Advice } from './advice.ts';

/** Tips and ways, by what they are for. */
export const tips: readonly Advice[] = [
  {
    clues: 'sleep sleeping asleep insomnia bedtime',
    entries: `Get up at the same time every day :: Even at weekends; the inner clock follows the morning.
Keep the bedroom cool and dark :: About 18 °C suits most people.
Drink the last coffee at noon :: Caffeine is only half gone after five hours.
Put the telephone in another room :: An alarm clock costs little.
Seek daylight early :: Twenty minutes outside in the morning make you tired at the right time.
Move during the day :: Though not hard in the last two hours before bed.
Write down what is on your mind :: Paper keeps it until tomorrow.
Use the bed for sleep :: Work and films belong elsewhere.
Get up if you lie awake :: Read something dull in dim light and return when tired.
Go easy on alcohol :: It makes you fall asleep and wakes you at four.`,
  },
  {
    clues: 'energy electricity power heating environment planet climate co emissions carbon',
    entries: `Lower the heating by one degree :: It saves roughly six per cent of the heating energy.
Switch to LED bulbs :: They need less than a fifth of what filament bulbs need.
Turn devices off at the socket :: A power strip with a switch ends standby.
Wash at 30 °C :: Most of the energy of a wash goes into heating the water.
Dry on a line :: The dryer is among the hungriest machines of a household.
Cook with a lid :: The water boils sooner with much less energy.
Seal windows and doors :: A strip of foam costs a few coins.
Air briefly and fully :: Five minutes with windows wide open beat an hour of tilting.
Set the refrigerator to 7 °C :: And keep it away from the oven.
Shower shorter :: Hot water is often the second largest item after heating.
Run dishwasher and washing machine full :: Half loads cost nearly as much.
Leave the car for short trips :: An engine needs most during the first kilometres.`,
  },
  {
    clues: 'money save saving savings budget spend spending debt finances',
    entries: `Pay yourself first :: Move a fixed sum to savings on the day your pay arrives.
Write down every expense for a month :: Nothing else shows so clearly where it goes.
Cancel what you forgot :: Look for subscriptions in the last three statements.
Wait two days before larger purchases :: Many wishes pass.
Cook twice as much :: The second half is tomorrow’s lunch.
Compare contracts once a year :: Electricity, telephone and insurance.
Keep an emergency fund :: Three months of expenses let you sleep.
Pay off the dearest debt first :: The one with the highest interest, whatever its size.
Shop with a list :: And not when you are hungry.
Buy used :: Bicycles, furniture and tools lose value faster than use.`,
  },
  {
    clues: 'stress relax anxiety calm burnout worry relaxation',
    entries: `Breathe out longer than in :: Four seconds in, six out, for two minutes.
Walk for twenty minutes :: Outdoors, and without a podcast.
Write a list and strike out half :: What is left gets a time in the calendar.
Say no once a week :: Politely and without a reason.
Turn notifications off :: Look at messages when you decide to.
Talk to somebody :: Said aloud, most worries shrink.
Do one thing with your hands :: Cooking, knitting, repairing a bicycle.
Set an end to the working day :: A fixed small ritual helps to close it.
Sleep first, decide later :: Things look different after a night.
Get help in time :: If it lasts for weeks, a doctor is the right address.`,
  },
  {
    clues: 'interview job hired cv resume application',
    entries: `Read the advertisement three times :: Mark each requirement and note an example of yours beside it.
Prepare five stories :: A success, a failure, a conflict, a learning curve, a decision.
Tell them in order :: Situation, task, action, result, each in a sentence or two.
Look up the company :: What it sells, to whom, and what changed last year.
Practise aloud :: Once with a friend, once in front of a camera.
Prepare questions of your own :: No questions looks like no interest.
Arrive ten minutes early :: Online, test sound and light an hour before.
Take your time :: A pause to think makes a better impression than a quick muddle.
Speak well of former employers :: Criticism falls back on the speaker.
Write a short thank-you :: The same day, two sentences, one of them about the conversation.`,
  },
  {
    clues: 'learn learning study studying exam exams school students language memory vocabulary',
    entries: `Test yourself instead of rereading :: Recalling is what makes it stay.
Spread it out :: Four times half an hour beat two hours at once.
Explain it to somebody :: Where you stumble, you have found the gap.
Mix the topics :: Switching between kinds of problems is harder and works better.
Begin with the hardest part :: The head is fresh only once.
Put the telephone away :: In another room, not face down.
Use old exam papers :: They show the form of the questions.
Make the first step tiny :: Open the book and read one page; the second follows by itself.
Sleep on it :: Memory is sorted at night.
Keep a list of mistakes :: It is the most personal textbook there is.`,
  },
  {
    clues: 'productivity productive work working focus concentration time remote home office procrastination',
    entries: `Choose three tasks in the evening :: The morning begins without a decision.
Protect the first ninety minutes :: No mail, no meetings.
Work in rounds :: Twenty-five minutes of work, five of rest.
Do small things at once :: What takes two minutes is not worth a list.
Batch the mail :: Twice a day is enough for almost everybody.
Turn meetings into notes :: If nobody has to answer, a message will do.
Leave a note for tomorrow :: Stop in the middle, and write down the next step.
Tidy the desk before you go :: The next day starts lighter.
Say what you will deliver :: A promise to somebody is stronger than a plan.
Take real breaks :: Away from the screen, and on your feet.`,
  },
  {
    clues:
      'code coding programming programmer api apis developer software clean test tests testing debug debugging',
    entries: `Name things for what they mean :: A good name saves a comment.
Keep functions short :: One screen, one task.
Write the test that would have caught the bug :: Then fix the bug.
Reproduce before you repair :: A fault you cannot repeat you cannot prove fixed.
Change one thing at a time :: And run it in between.
Handle errors where something can be done :: Elsewhere let them rise.
Read the message :: The first line of an error names the place more often than one thinks.
Delete what is not used :: The history remembers it.
Measure before you optimise :: The slow part is seldom where it is suspected.
Ask for a review early :: A draft is easier to change than a monument.
Keep interfaces small :: Each option is a promise.
Automate the second time :: By the third it would have paid off.`,
  },
  {
    clues: 'healthy health eat eating diet weight fit fitness nutrition',
    entries: `Fill half of the plate with vegetables :: The rest arranges itself.
Drink water :: A glass with every meal and one in between.
Walk every day :: Half an hour counts, in three pieces too.
Eat slowly :: The feeling of being full takes about twenty minutes.
Choose wholegrain :: Bread, pasta and rice that keep you full for longer.
Plan two meals ahead :: Hunger is a poor adviser.
Lift something twice a week :: Muscles want to be used at every age.
Keep sweets out of sight :: What has to be fetched is eaten less.
Cook at home :: You decide about salt, sugar and fat.
Sleep enough :: Tiredness feels like hunger.`,
  },
  {
    clues: 'speech speaking presentation presentations talk public speech',
    entries: `Begin with the point :: One sentence that people could repeat at dinner.
Three ideas are enough :: Nobody remembers the fourth.
Learn the first minute by heart :: After that the nerves are over.
Show less on each slide :: One picture or six words.
Practise aloud, standing up :: Silent practice trains something else.
Look at one person per thought :: And move on with the next.
Pause :: Two seconds feel long to you and calm to the listeners.
Tell one story :: With a name, a place and a turn.
Know how you end :: The last sentence deserves as much care as the first.
Stop on time :: It is the easiest way to be liked.`,
  },
];
