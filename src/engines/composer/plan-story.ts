import type { Draft, Task } from './draft.ts';
import type { Bank } from './writer.ts';

/** A story in six to nine paragraphs. */
export function planStory(task: Task): Draft {
  const { writer } = task;
  const hero = writer.fill('[Mara|Ines|Tobias|Nils|Leonie|Oskar|Yara|Emil]');
  const friend = writer.fill('[Aunt Clara|Mr Quill|Grandmother Wren|Doctor Vale|Captain Brook|Sister Agnes]');
  const place = writer.fill(
    '[a town by the harbour|a village at the edge of a wood|a city of bridges|a valley where the fog stays until noon|a street with one lamp]',
  );
  const locals = {
    hero,
    friend,
    place,
    town: place.replace(/^a /, 'the ').replace(/^the (\w+).*$/, 'the $1'),
  };
  const blocks = [beginnings, troubles, attempts, meetings, turns, returns, endings].map((bank) =>
    writer.sentence(bank, locals),
  );
  const title = writer.sentence(titles, locals);
  return { blocks: task.style === 'plain' ? blocks : [`# ${title}`, ...blocks], spare: [] };
}

const titles: Bank = [
  '{hero} and {full}',
  'The story of {full}',
  '{full}',
  'What {hero} learned about {definite}',
];

const beginnings: Bank = [
  'In {place}, where everybody knew everybody and nobody asked questions, {hero} could think of nothing but {full}. It had begun on a Tuesday, with a remark overheard at the baker’s, and by Thursday it filled the days and most of the nights.',
  'Nobody in {place} believed in {full}, except {hero}, who had the advantage of not having been told that it was impossible. “You will see,” was all {hero} ever said about it, and went on sweeping the yard.',
  'There was once, in {place}, a story about {full}. Everyone told it differently. {hero} had heard nine versions before the age of ten, and decided to find out which of them was true.',
];
const troubles: Bank = [
  'Then came the winter in which the river froze, and with it the bad news: whatever was known about {definite} had been written in a single book, and the book was gone. Its place on the shelf was as clean as if it had never been there.',
  'One morning a letter lay on the step. It bore no name, only a single line: “If you want to know about {definite}, come before the bell rings twice.” The bell of {town} had not rung for years.',
  'It might have stayed a dream, had not a stranger arrived with a map. On it, in faded ink, somebody had drawn {definite}, and next to that a warning in a language that nobody could read.',
];
const attempts: Bank = [
  '{hero} tried the obvious things first. Asking did not help, for people laughed or looked at their shoes. Searching did not help either, since it is hard to find a thing when everyone agrees that it cannot be lost.',
  'The first attempt ended in a ditch, the second in front of a locked gate. After the third, {hero} sat down on a stone, emptied the water out of both boots, and began for the first time to think.',
  'For three days {hero} walked, from one end of the place to the other, with {part} in mind and a piece of bread in the pocket. On the evening of the third day the bread was gone and nothing had been gained but a blister.',
];
const meetings: Bank = [
  'It was {friend} who noticed. “You are looking where the light is,” said {friend}, and put a hand on the table. “Try looking where you last felt afraid.” It sounded like nonsense, and {hero} thanked politely; but the sentence stayed.',
  'At the well stood {friend}, who never said much and therefore was seldom wrong. “Everyone asks what it is,” said {friend}. “Has anyone asked what it needs?” {hero} had no answer, and that was the beginning of one.',
  '“I knew somebody like you,” said {friend}, and poured two cups of tea. “All courage and no patience. Sit down. The way does not run off while you drink.” So they drank, and the fog went by outside.',
];
const turns: Bank = [
  'That night the bell rang after all, once, very softly. {hero} ran, without a coat, past the last house and up the hill, and there it was: {definite}, smaller than in the stories and far more real. Neither of them moved for a long while.',
  'What happened next took no longer than a breath. {hero} stopped pulling and let go, and what had been stuck for so long came loose by itself. In the middle of it all, plain as a spoon, {was} {definite}.',
  'Only then did it become clear that the warning on the map had been read the wrong way round. It did not say “keep away”. It said “stay near”. {hero} laughed aloud, took a step forward, and {definite} {was} no longer frightening at all.',
];
const returns: Bank = [
  'The way back was shorter, as ways back are. In {town} people came to their windows, and for once they asked questions, all of them at the same time. {hero} answered each one, beginning with the smallest child.',
  'When the ice broke in spring, {friend} asked how it had ended. “It has not,” said {hero}. “That is the best part.” They sat on the wall together and watched the water carry the winter away.',
  'Later, when it was told again and again, the hill grew higher and the night grew darker. {hero} never corrected anybody. Stories, too, need something to eat.',
];
const endings: Bank = [
  'And if you come through {town} one day and ask about {definite}, somebody will offer you a chair. Take it. The tenth version is the one worth hearing.',
  'So it stayed, in good years and in lean ones. Whenever someone said that a thing was impossible, someone else would answer: “Ask {hero}.”',
  'The book was never found. But on the empty shelf there stands a new one, in careful handwriting, and its first sentence reads: “It began on a Tuesday.”',
];
