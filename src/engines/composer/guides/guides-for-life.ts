import type { Guide } from './guide.ts';

/** Guides for work, learning and oneself. */
export const guidesForLife: readonly Guide[] = [
  {
    clues: 'write resume,write cv,make resume,make cv,improve resume,create resume,update resume',
    steps: `Read the advertisement :: Mark what is asked for and use the same words where they are true.
Start with contact and profile :: Name, place, mail, telephone, and two lines about what you do.
List the latest job first :: Role, company, dates, and three results each.
Give numbers :: “Cut the build time from 20 to 6 minutes” says more than “improved builds”.
Cut what is old :: Ten years are enough for most applications.
Keep it on a page or two :: One font, clear headings, no tables that a parser stumbles over.
Have it read :: Somebody else finds the gap and the typing error.
Send it as PDF :: With your name in the name of the file.`,
  },
  {
    clues: 'prepare interview,job interview,ace interview,pass interview',
    steps: `Study the advertisement :: Note an example of yours for each requirement.
Study the company :: Products, customers, and what changed lately.
Prepare five stories :: Situation, task, action, result.
Practise aloud :: Once with a friend, once in front of a camera.
Prepare the awkward ones :: Gaps, failures, and why you want to leave.
Write down your own questions :: Three about the work, one about the team.
Sort out the practical side :: Route or link, clothes, papers, a glass of water.
Follow up :: A short thank-you on the same day.`,
  },
  {
    clues:
      'learn language,learn spanish,learn french,learn german,learn english,learn italian,learn japanese,learn chinese,learn korean,learn portuguese',
    steps: `Set a reason and a date :: A trip, an exam, a conversation with somebody you like.
Begin with sounds :: Listen and repeat before you read.
Learn the thousand most common words :: In sentences, with spaced repetition, ten a day.
Take grammar in small doses :: One pattern a week, used the same day.
Speak from the first week :: Ten minutes with a teacher or partner are worth an hour of reading.
Listen every day :: Something you mostly understand.
Write five lines a day :: And have them corrected.
Accept mistakes :: They are how one gets to the right form.`,
  },
  {
    clues:
      'learn guitar,play guitar,learn piano,play piano,learn instrument,play violin,learn violin,learn drums',
    steps: `Get an instrument that stays in tune :: Borrow or rent for a start.
Sit well :: Relaxed shoulders, and no strain in the wrists.
Practise daily :: Fifteen minutes, at a fixed time.
Learn a few basics well :: Three chords, or five notes with each hand.
Play slowly :: With a metronome, and faster only when it is clean.
Choose a simple song :: It should be recognisable within a week.
Repeat the hard bar :: Four notes before it, four after it, ten times.
Record yourself :: The ear at the instrument is generous.
Take a lesson now and then :: Bad habits are cheap to correct early.`,
  },
  {
    clues: 'save money,spend less,manage money,budget money,make budget,create budget',
    steps: `See where it goes :: Write down every expense for a month.
Sort :: Fixed, necessary, pleasant, forgotten.
Cancel the forgotten ones :: Subscriptions first.
Pay yourself first :: A standing order to savings on payday.
Set a limit for the pleasant ones :: An amount for each week, in cash if that helps.
Build a reserve :: Three months of expenses.
Pay off dear debts :: The highest interest first.
Check once a month :: Fifteen minutes, always on the same day.`,
  },
  {
    clues: 'sleep better,fall asleep,improve sleep,get sleep,sleep faster',
    steps: `Get up at the same time :: Every day, whatever the night was like.
Go out into the morning light :: Twenty minutes set the inner clock.
Stop caffeine at noon :: It works for longer than one thinks.
Move during the day :: But not hard in the last two hours.
Dim the evening :: Little light, no screens in the last hour.
Cool and darken the bedroom :: About 18 °C.
Write down what worries you :: So that it need not be remembered.
Get up if sleep does not come :: Read something dull, and go back when tired.`,
  },
  {
    clues:
      'start running,run 5k,train marathon,begin running,run marathon,start exercising,get fit,get shape',
    steps: `Ask a doctor if in doubt :: After long pauses, or with heart and joints that give trouble.
Get shoes that fit :: A thumb’s breadth of room in front.
Walk first :: Thirty minutes, three times a week.
Mix :: One minute of running, two of walking, for twenty minutes.
Run slowly :: You should be able to talk.
Add little by little :: A tenth more a week at most.
Rest :: A day off between runs, and sleep.
Set a goal with a date :: Five kilometres in ten weeks is realistic for most.`,
  },
  {
    clues: 'lose weight,weight loss,eat healthy,eat healthier',
    steps: `Set a small goal :: Half a kilogram a week is plenty.
Write down what you eat :: For a week, without changing anything.
Drop the drinks :: Water instead of juice and soda saves the most.
Fill half of the plate with vegetables :: And a quarter with protein.
Eat slowly :: Fullness arrives after twenty minutes.
Move daily :: Walking counts.
Sleep enough :: Tired people eat more.
Weigh yourself once a week :: Look at the month and not at the day.
Talk to a doctor :: If there is much to lose, or illness is involved.`,
  },
  {
    clues: 'write essay,write paper,write article,write report',
    steps: `Answer the question in one sentence :: That is your thesis.
Collect :: Evidence for it and against it, with sources.
Outline :: One line for each paragraph.
Draft quickly :: Without correcting.
Give each paragraph one job :: First sentence: the point; the rest: the proof.
Meet the best objection :: And answer it fairly.
Revise for structure :: Then for sentences, then for spelling.
Read it aloud :: The ear finds what the eye forgives.`,
  },
  {
    clues:
      'give presentation,give speech,give talk,prepare presentation,public speaking,make presentation,write speech',
    steps: `Name the one point :: What should people repeat at dinner?
Know the audience :: What do they know, and what do they want?
Build three parts :: A beginning with a question, a middle with proof, an end with a request.
Make few slides :: One idea each, and large type.
Learn the first minute by heart :: Nerves last that long.
Rehearse aloud :: Standing up, with a clock.
Speak to one person at a time :: And pause between thoughts.
End on time :: With the sentence you have prepared.`,
  },
  {
    clues: 'start meditating,meditate,learn meditate,practice mindfulness',
    steps: `Choose a time :: The same every day, perhaps before breakfast.
Sit comfortably :: Upright, hands at rest, eyes closed or lowered.
Set a timer :: Five minutes are enough.
Follow the breath :: Where you feel it most clearly.
Notice wandering :: As soon as you see it, you are back.
Return kindly :: Without marking yourself.
End slowly :: One deep breath, and then stand up.
Repeat tomorrow :: Regularity matters more than length.`,
  },
  {
    clues: 'negotiate salary,ask raise,salary negotiation,get raise',
    steps: `Collect your results :: With numbers and dates.
Know the market :: Three sources for your role and region.
Set three figures :: The wish, the goal, and the limit.
Choose the moment :: After a success or before the budget.
Name a figure :: Precise, a little above your goal, with a reason.
Be silent :: And let the other side answer.
Have alternatives :: Days off, training, a date for the next talk.
Get it in writing :: The same day.`,
  },
  {
    clues: 'start business,start startup,start company,launch startup,found company',
    steps: `Find a problem :: One that people already spend money or hours on.
Talk to ten of them :: About what they do today, not about your idea.
Describe the smallest offer :: Something you can deliver next week by hand.
Sell it once :: A paying customer is the only proof.
Count :: What it costs to win a customer, and what is left over.
Settle the formalities :: Legal form, tax, insurance, accounts.
Improve the weakest step :: One each week.
Keep a reserve :: Half a year of living costs calms the mind.`,
  },
  {
    clues:
      'stop procrastinating,beat procrastination,overcome procrastination,be productive,focus better,stay focused,improve focus,improve productivity,manage time',
    steps: `Name the next action :: So small that it takes two minutes.
Put it at a fixed time :: And in a fixed place.
Remove the rival :: The telephone goes to another room.
Work for twenty-five minutes :: Then rest for five.
Begin badly :: A poor first version is easier to improve than an empty page.
Promise it to somebody :: With a time.
Notice what you avoid :: Boredom, fear or vagueness each need another remedy.
Stop in the middle :: The next start will be easier.`,
  },
  {
    clues: 'make friends,meet people',
    steps: `Go where people meet again :: A choir, a sports group, a course; friendship needs repetition.
Arrive a little early :: Small groups are easier to join.
Ask and listen :: Questions about what somebody enjoys open most doors.
Remember names :: And one detail.
Take the first step :: Suggest something concrete, with a day.
Be reliable :: Turning up counts for more than being witty.
Give it time :: Acquaintances become friends over dozens of hours.
Accept some refusals :: They are seldom about you.`,
  },
  {
    clues: 'plan trip,plan vacation,plan holiday,plan weekend,plan itinerary,plan journey',
    steps: `Fix the frame :: Dates, budget, company, and what must not be missed.
Arrange arrival and bed :: A central place saves hours.
Give each day one focus :: One quarter or one theme, with one sight that is booked in advance.
Morning for the famous :: Queues are shortest at opening time.
Noon for a long meal :: A street or two away from the crowds.
Afternoon on foot :: A park, a market, a viewpoint, without a timetable.
Evening close to the hotel :: Reserve a table for at least one of them.
Keep one half-day free :: Rain, tired feet and discoveries will use it.
Pack light :: Comfortable shoes, a charger, and copies of the papers.`,
  },
  {
    clues: 'create password,protect account,secure account,strong password,stay safe',
    steps: `Use a password manager :: It remembers hundreds so that you remember one.
Make the one long :: Four or five random words.
Let it generate the others :: A different one for each site.
Switch on a second factor :: An app or a key rather than a text message.
Store the recovery codes :: On paper, in a safe place.
Keep systems up to date :: Most attacks use holes that have been closed.
Distrust urgent mails :: Open the site yourself instead of following the link.`,
  },
];
