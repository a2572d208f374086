import { hints } from '../guides/hints.ts';
import type { Bank } from '../writer.ts';
import { memberOpenings, memberRemarks } from './members.ts';

/** What a list is made of, which decides what is said around it. */
export type ListKind = 'names' | 'members' | 'words' | 'ideas' | 'tips' | 'questions' | 'facts' | 'steps';

/** What stands before, behind and at the end of a list. */
export interface Remarks {
  readonly openings: Bank;
  readonly remarks: Bank;
  readonly closings: Bank;
}

/** The sentences around each kind of list. */
export const remarksOn: Readonly<Record<ListKind, Remarks>> = {
  names: {
    openings: [
      'Here are {full}, to be read aloud once before you judge them.',
      'For {full}, I would begin with these.',
      'These came up for {full}; [none of them has been checked for being free|the order means nothing].',
    ],
    remarks: [
      'Say each candidate on the telephone: a name that has to be spelled out every time costs effort for years.',
      'Short names are remembered more easily, and two syllables are enough for most purposes.',
      'Imagine it on a sign, in a sentence and shouted across a yard, and see whether it works in all three.',
      'Look it up before you fall in love with it: somebody else may have it already.',
      'A name need not explain anything, since it will mean whatever it comes to stand for.',
      'Puns are amusing once; ask yourself how the name will feel on the hundredth day.',
      'Check what it means in the languages of the people who will use it.',
      'Ask three people to repeat the favourites from memory on the next day, and keep the one that all of them recall.',
      'Names that differ in the first letter are easier to tell apart in lists.',
      'If two of them please you, take the one that is easier to pronounce.',
      'Write it in capitals and in small letters, because some names look good in only one of the two.',
      'A name with a small story behind it gives people something to ask about.',
      'Beware of names that follow a fashion, for they tell their age after a few years.',
      'Let it rest for a night; what still sounds right in the morning usually stays right.',
      'Mixing the halves of two entries gives further candidates, and some of them may be better than either.',
    ],
    closings: [
      'Tell me which of them comes closest, and I will look in that direction.',
      'I can make them shorter, stranger or more serious; just say the word.',
      'Say what the name should sound like, and I will draw up another round.',
    ],
  },
  members: {
    openings: memberOpenings,
    remarks: memberRemarks,
    closings: [
      'If you need more of them, or another kind, say how many.',
      'I can sort them, shorten the list or turn it into JSON.',
      'Ask for another number, and I will draw again.',
    ],
  },
  words: {
    openings: ['These come close: {full}.', 'Here are {full}.', 'For {full}, take your pick.'],
    remarks: [
      'No two words mean exactly the same, so try each of them in your own sentence.',
      'They differ in strength: put them in a row from the weakest to the strongest, and choose the step you need.',
      'Some belong to speech and some to print; read the sentence aloud to hear which is which.',
      'Watch the company a word keeps, because a dictionary of collocations knows which nouns go with it.',
      'A repeated plain word is often better than a rare one that was chosen only to avoid the repetition.',
      'If a word feels borrowed, it probably is; take the one you would use in conversation.',
      'Synonyms can carry a judgement, so ask whether the new word praises or blames.',
      'Look the favourite up once, since some words have narrowed their meaning over the years.',
      'The opposite can help too: say what a thing is not, and the shade becomes clearer.',
      'In a text for learners the first, most common word is the right one.',
      'Longer words slow a sentence down, which is an advantage at its end and a burden at its beginning.',
      'Rhythm decides between two words of equal meaning: count the syllables and listen for the stress.',
    ],
    closings: [
      'Send me the sentence, and I can say which of them stays closest to its tone.',
      'Name another word, and I will look for its relatives.',
    ],
  },
  ideas: {
    openings: [
      'Here are {full}.',
      'For {full}, these come to mind first.',
      '{full}, from the simple to the more elaborate in no strict order:',
    ],
    remarks: [
      'To choose among them, cross out whatever you would not start this week.',
      'If two appeal to you equally, prefer the one that needs fewer people to agree.',
      'Some of them combine well: take the frame of one and a detail of another.',
      'Put the most tempting one aside for a day; if it still tempts you, it was more than a mood.',
      'Each can be made smaller: half the time, half the people, half the money.',
      'Decide early what it may cost, because a limit makes choices easier.',
      'A list such as this is a beginning: the best entry is often the one you add yourself after reading it.',
      'Where several people have a say, let each of them strike one out, and take what is left.',
      'Should none of them fit, look at what they have in common and turn exactly that around.',
      'Ask who would enjoy it most, and let that person choose.',
      'Prepare the first ten minutes well; after that most things run by themselves.',
      'Leave room for something unplanned, since that is what people will remember.',
      'Say the candidates aloud, one after the other; the ear is often quicker than the head.',
      'It is worth having a second choice ready in case weather, time or tickets decide otherwise.',
      'Keep the ones you reject as well, because next time may be different.',
    ],
    closings: [
      'Tell me which of them comes closest, and I will work it out in detail.',
      'I can make the list longer, cheaper or stranger; just say the word.',
      'Say how much time and money there is, and I will choose one for you.',
    ],
  },
  tips: {
    openings: [
      'For {full}, I would begin with these.',
      'Here are {full}.',
      'These are easy to try: {full}, in no strict order.',
    ],
    remarks: [
      'Choose one of them and keep to it for two weeks before you add another.',
      'What is tied to a fixed time and place becomes a habit soonest.',
      'Begin with the one that costs least, since an early success carries the next step.',
      'Note each day with a tick whether you did it; a row of ticks wants to be continued.',
      'If one does not suit you after a fair trial, drop it without regret.',
      'Small changes that stay are worth more than large ones that do not.',
      'Tell somebody what you intend to change, and ask them to ask you about it.',
      'Make the good choice the easy one: prepare it the evening before, or put it in sight.',
      'A missed day is no failure; only the second one in a row needs attention.',
      'After a month, look back and ask which of them made a difference that you would miss.',
      'Most of them help other things along as well, for habits are connected.',
      'Circumstances differ, so take the list as a menu and not as a set of rules.',
    ],
    closings: [
      'Tell me which of them you have tried already, and I will go on from there.',
      'Say what makes it difficult in your case, and I will pick the one that fits.',
    ],
  },
  questions: {
    openings: [
      'Here are {full}.',
      'For {full}, these have proved useful.',
      '{full}, each with the reason for asking:',
    ],
    remarks: [
      'Ask open questions, those that begin with what, how or why, and then wait.',
      'A pause after the answer often brings the more interesting half of it.',
      'Three or four are enough; a conversation is no questionnaire.',
      'Follow up on what you hear instead of going to the next item.',
      'Write the answers down soon afterwards, in the words that were used.',
      'Put the easy ones first and the important ones in the middle.',
      'Do not ask what you could have looked up; it costs goodwill.',
      'Listen for examples: whoever can name one has experienced it.',
      'If an answer surprises you, say so and ask how it came about.',
      'Be ready to answer the same question yourself.',
      'Leave out any that would embarrass either side.',
      'End by asking whether you have forgotten anything.',
    ],
    closings: [
      'Tell me more about the occasion, and I will narrow the list down.',
      'I can put them in an order for a conversation of twenty minutes.',
    ],
  },
  steps: {
    openings: ['Here are {full}, in order.', '{full}, from first to last:'],
    remarks: hints,
    closings: [
      'Tell me where you get stuck, and I will go into that step.',
      'Ask for more steps, and they get smaller.',
    ],
  },
  facts: {
    openings: [
      'Here are {full}.',
      '{full}, as far as a small glossary has them:',
      'For {full}, these are the plainest.',
    ],
    remarks: [],
    closings: ['Ask about any of them, and I will go into it.', 'If you need more, ask for the whole topic.'],
  },
};
