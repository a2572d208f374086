import type { Question } from './intent.ts';
import type { Bank } from './writer.ts';

/** First sentences for each way to put a question. */
export const openings: Readonly<Record<Question, Bank>> = {
  what: [
    '@idea [The quickest way|A good way|One honest way] into {full} is to ask what would be missing without {them}.',
    '@idea {full} {verb:look} [simpler|less forbidding|more orderly] once the parts have names, so that is where this answer [begins|starts].',
    '@idea Behind {full} stands one main idea and a handful of details, and [it pays|it helps] to keep the two apart.',
    '@idea Put briefly, {full} {is} easier to grasp by [use than by definition|example than by definition], yet a definition gives the example its frame.',
    '@idea There are two ways to talk about {full}: from the outside, by [purpose|what it is for], and from the inside, by [construction|how the parts fit].',
    '@idea To get a firm hold on {full}, take three questions in turn: what belongs to the subject, what holds it together, and where it ends.',
    '@idea Most explanations of {full} start with [terminology|a definition]; this one starts with the [problem|need] and lets the terms follow.',
  ],
  why: [
    'A question such as “{prompt}” [asks for a cause|wants a cause], and causes come in layers: the immediate one, the one behind it, and the conditions that let both act.',
    'With {topic}, “why” can mean two things: what sets it going, and what keeps it from being otherwise.',
    'The [short|honest] answer to “{prompt}” is that several causes work together, and that one of them [usually carries|tends to carry] most of the weight.',
    'Reasons for what we see in {topic} are best sorted by distance: [near causes first, remote ones after|the nearest cause first, then what lies behind it].',
    'To answer “{prompt}” well, separate what has to be so from what merely happens to be so.',
  ],
  how: [
    'To see how this works for {topic}, follow one case from [beginning to end|start to finish] and note what changes at each stage.',
    'Your question, “{prompt}”, is about a mechanism, so the useful answer is a [chain|sequence] of small steps.',
    'What happens with {topic} can be told as a short story: something goes in, something acts on it, and something else comes out.',
    'A mechanism like the one behind {topic} is easiest to follow when each step [needs only|rests only on] the one before it.',
    'Take {topic} apart slowly and the mystery shrinks to [a few|four or five] ordinary steps.',
  ],
  when: [
    '“{prompt}” asks for a moment, and moments are easiest to pin down between two others: what had to come before, and what could only come after.',
    'The timing of {topic} depends on which event you count, the first sign or the [finished thing|settled state].',
    'For a date or a time concerning {topic}, start with the order of events and add the numbers [last|afterwards].',
    'Time questions about {topic} have a [short|simple] answer and a useful one; the useful one says what the moment depends on.',
  ],
  who: [
    'About {topic} I know nothing certain, since a stand-in knows few people and invents none.',
    '{topic} {is} not in my small glossary, and I will not make a life up; here is how to get a reliable picture.',
    'Asked “{prompt}”, most of us want more than a name: the role, the setting, and the reason why {topic} still {verb:come} up.',
    'A portrait of {topic} needs three strokes: what was done, in which circumstances, and [what others made of it|who was affected].',
    'Names are the easy part of “{prompt}”; the interesting part is what the name stands for.',
    'To place {topic}, begin with the deeds that are well attested and treat the anecdotes as [decoration|colour].',
  ],
  where: [
    'Places are best described from the outside in, so for {topic} start with the region and [close in|narrow down] from there.',
    '“{prompt}” has an answer on the map and another in practice: how you get to it and what surrounds it.',
    'The location of {topic} matters less than the route, unless you only want a [pin|dot] on a map.',
    'To find {topic}, [think|reason] in landmarks: something large, something near, and something that cannot be missed.',
  ],
  amount: [
    'A number is only as good as its unit and its conditions, and both need fixing before “{prompt}” has one answer.',
    'Figures about {topic} vary with the way of counting, so settle what counts [first|before anything else].',
    'The useful form of an answer to “{prompt}” is a range with a reason rather than a single figure.',
    'Before quoting a figure for {topic}, decide whether you need it exact, rounded, or merely of the right size.',
  ],
  whether: [
    '[It depends|That depends], and it helps to say on what: on your aim, on the conditions, and on how much certainty “{prompt}” really needs.',
    'A plain yes or no to “{prompt}” would hide the interesting part, which is the condition under which the answer [changes|flips].',
    'Yes, within limits; the limits are what makes the question “{prompt}” worth asking.',
    'In most cases [yes|probably yes], provided that a few conditions hold, and for {topic} they are easily listed.',
    'The careful answer to “{prompt}” is a yes with a condition attached, or a no with a way round it.',
  ],
  which: [
    'The best choice concerning {topic} is the one whose drawbacks you can live with, so start with the drawbacks.',
    'My suggestion for {topic}: decide first what must not go wrong, and let that rule out most of the [field|options].',
    'A recommendation about {topic} is only worth something with its reasons, so here are [the reasons first|both].',
    'For {topic} I would rather give you a way to choose than a [winner|name], because your circumstances decide.',
    'Three things settle a choice about {topic}: what you need on an ordinary day, what it costs to change your mind, and [who has to live with it|how soon you need it].',
  ],
  mood: [
    'Thank you for telling me. “{prompt}” [is worth taking seriously|deserves more than a quick reply].',
    '“{prompt}”: that is an honest sentence, and it deserves [an honest reply|a calm answer].',
    'It is good that you put it into words: “{prompt}”.',
    '“{prompt}”: that sounds like a lot for one day, so [let us take it apart|let us look at it] without hurry.',
  ],
  statement: [
    'You write: “{prompt}”. [That leaves room for several replies|There is more than one good reply to that], so this one takes the main thread, {topic}, and follows it.',
    'Taking “{prompt}” as a starting point, the part that deserves a closer look is {topic}.',
    'What you say, “{prompt}”, touches {topic}, and that is worth a few careful paragraphs.',
    '“{prompt}” is a good place to begin, and {topic} [gives us|offers] something to hold on to.',
    'Let me take up “{prompt}” and sort what [belongs to it|follows from it].',
  ],
};

/** Second sentences, which say what the answer will do. */
export const outlooks: Bank = [
  'What follows is [a frame to think with|a frame rather than a lecture]: the core first, then the parts, then what to do with them.',
  'The next paragraphs go from the general to the particular, and {part} [{partverb:come} up|{partverb:appear}] along the way.',
  'I will keep the terms plain and point out where {part} [{partverb:enter} the picture|{partverb:start} to matter].',
  'The plan is simple: one idea, a few steps, the usual traps, and a way to check that you have understood.',
  'Details can wait until the outline stands, and the outline fits on a [page|card].',
  'Once that is clear, {part} and the rest fit together with little effort.',
  'Read it as a map: accurate enough to walk by, and no substitute for the walk.',
  'Along the way it is worth watching {part}, since that is where [opinions|explanations] part company.',
  'Each section stands alone, so [skip|jump over] what you know and stay with what you do not.',
];
