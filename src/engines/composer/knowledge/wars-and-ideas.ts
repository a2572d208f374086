import type { Known } from './known.ts';

/** What is known of the great wars, of space flight and of a few works. */
export const warsAndIdeas: readonly Known[] = [
  {
    names:
      'world war i, world war 1, first world war, ww1, wwi, world war one, the first world war, great war',
    kind: 'event',
    is: 'The First World War, from 1914 to 1918, set the Allies, among them France, Britain and Russia, against Germany, Austria-Hungary and their partners.',
    how: [
      'In June 1914 the heir to the throne of Austria-Hungary was shot in Sarajevo, and within weeks alliances drew in most of Europe.',
      'In the west the fronts froze in trenches, and attacks cost hundreds of thousands of lives for a few kilometres.',
      'In 1917 the United States joined the Allies, and revolution took Russia out of the war.',
      'It ended with the armistice of 11 November 1918 and the Treaty of Versailles of 1919.',
    ],
    why: [
      'Four empires fell, and the map of Europe and the Middle East was redrawn.',
      'Its unsolved conflicts prepared the ground for the second one.',
    ],
    pitfalls: [
      'The shots in Sarajevo were the occasion; rivalry, armament and alliances were the causes.',
      'How to share out the blame is still debated by historians.',
    ],
    example: 'At the Somme in 1916 the British army had nearly 20,000 dead on the first day alone.',
    related: 'the Treaty of Versailles, the Russian Revolution and the League of Nations',
  },
  {
    names: 'world war ii, world war 2, second world war, ww2, wwii, world war two, the second world war',
    kind: 'event',
    is: 'The Second World War, from 1939 to 1945, was the deadliest war in history, fought by the Allies against Germany, Italy and Japan.',
    how: [
      'It began in Europe with the German attack on Poland on 1 September 1939.',
      'In 1941 Germany attacked the Soviet Union, and Japan attacked Pearl Harbor, which brought the United States in.',
      'Stalingrad, Midway and the landing in Normandy on 6 June 1944 marked its turn.',
      'Germany surrendered in May 1945, and Japan after the atomic bombs on Hiroshima and Nagasaki.',
    ],
    why: [
      'More than fifty million people died, among them six million Jews murdered in the Holocaust.',
      'The United Nations, the division of Europe and the Cold War all followed from it.',
    ],
    pitfalls: [
      'In Asia the war between Japan and China had already begun in 1937.',
      'Figures of the dead are estimates, and sources differ by millions.',
    ],
    example: 'On D-Day about 156,000 soldiers of the Allies landed in Normandy within a day.',
    related: 'the Holocaust, the Cold War, the United Nations and the First World War',
  },
  {
    names: 'moon landing, apollo 11, the moon landing, apollo program, apollo programme, space race',
    kind: 'event',
    is: 'On 20 July 1969 Neil Armstrong and Buzz Aldrin of Apollo 11 became the first people to land on the Moon.',
    how: [
      'A Saturn V rocket, 110 metres tall, carried three men from Florida towards the Moon.',
      'Michael Collins stayed in orbit while the other two went down in the lander Eagle.',
      'They spent about two and a half hours outside, collected rocks and set up instruments.',
      'On 24 July the capsule came down safely in the Pacific.',
    ],
    why: [
      'It decided the race in space between the United States and the Soviet Union.',
      'The rocks showed that Moon and Earth share an origin.',
    ],
    pitfalls: [
      'Reflectors left there are still used to measure the distance with lasers, which settles the rumour of a staged landing.',
      'It was the first of six landings and not the only one.',
    ],
    example:
      'Armstrong’s words on the first step were: “That’s one small step for man, one giant leap for mankind.”',
    related: 'the Moon, rockets, Sputnik and the space station',
  },
  {
    names: 'mona lisa, the mona lisa',
    kind: 'work',
    is: 'The Mona Lisa is a portrait that Leonardo da Vinci painted in oil on poplar wood from about 1503 on.',
    how: [
      'It shows most probably Lisa Gherardini, the wife of a merchant of Florence.',
      'Leonardo laid many thin, translucent layers over each other, so that no outline is hard; this is called sfumato.',
      'The corners of the mouth and eyes stay in soft shadow, which makes the smile seem to change.',
    ],
    why: [
      'It hangs in the Louvre in Paris and draws millions of visitors a year.',
      'The half-turned pose with folded hands became a model for portraits.',
    ],
    pitfalls: [
      'It is smaller than many expect: 77 by 53 centimetres.',
      'Much of its fame dates from 1911, when it was stolen and missing for two years.',
    ],
    example:
      'Seen directly, the mouth looks almost serious; seen from the corner of the eye, it seems to smile.',
    related: 'Leonardo da Vinci, the Renaissance and the Louvre',
  },
  {
    names: 'romeo and juliet, hamlet, macbeth',
    kind: 'work',
    is: 'Romeo and Juliet, Hamlet and Macbeth are tragedies by William Shakespeare, written between about 1595 and 1606.',
    how: [
      'Romeo and Juliet tells of two young people in Verona whose families are enemies, and whose secret marriage ends in their deaths.',
      'Hamlet, prince of Denmark, is to avenge his murdered father, and hesitates.',
      'Macbeth, led on by a prophecy and by his wife, murders his king and is ruined by guilt and fear.',
    ],
    why: [
      'Love, doubt and ambition have seldom been put into better lines.',
      'They are played, filmed and retold all over the world.',
    ],
    pitfalls: [
      'The plots were mostly borrowed; what is new is the language and the people.',
      '“Wherefore art thou Romeo” asks why he is Romeo, and not where he is.',
    ],
    example: '“To be, or not to be, that is the question” opens Hamlet’s most famous speech.',
    related: 'Shakespeare, tragedy, the Globe Theatre and sonnets',
  },
  {
    names: 'bible, quran, the bible',
    kind: 'work',
    is: 'The Bible is the collection of writings that is sacred to Christians, and whose first part, the Hebrew Bible, is sacred to Jews.',
    how: [
      'The Old Testament was written mostly in Hebrew over many centuries, the New Testament in Greek in the first and second.',
      'It contains stories, laws, poems, prophecies and letters.',
      'The books were copied by hand until printing came; Gutenberg’s Bible appeared around 1455.',
    ],
    why: [
      'It has shaped art, law, language and festivals in much of the world.',
      'No other book has been translated into so many languages.',
    ],
    pitfalls: [
      'Churches differ in which books they count in.',
      'Old texts need their setting: a parable, a law and a psalm want to be read in different ways.',
    ],
    example: 'Sayings such as “the writing on the wall” and “the blind leading the blind” come from it.',
    related: 'religion, translation, Hebrew and Greek',
  },
];
