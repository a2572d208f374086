import type { FactRule } from './plain-facts.ts';

/** Plain questions about people, history and technology, and their answers. */
export const factsOfPeople: readonly FactRule[] = [
  [
    'painted',
    /\bwho painted (?:the )?starry night\b/i,
    'Vincent van Gogh painted The Starry Night, in 1889.',
  ],
  ['painted', /\bwho painted guernica\b/i, 'Pablo Picasso painted Guernica, in 1937.'],
  [
    'wrote',
    /\bwho wrote (?:romeo and juliet|hamlet|macbeth|othello|king lear)\b/i,
    'William Shakespeare wrote it.',
  ],
  ['wrote', /\bwho wrote (?:1984|animal farm)\b/i, 'George Orwell wrote it.'],
  ['wrote', /\bwho wrote (?:pride and prejudice|emma|sense and sensibility)\b/i, 'Jane Austen wrote it.'],
  [
    'wrote',
    /\bwho wrote (?:don quixote)\b/i,
    'Miguel de Cervantes wrote Don Quixote; its first part appeared in 1605.',
  ],
  ['wrote', /\bwho wrote (?:the )?(?:lord of the rings|hobbit)\b/i, 'J. R. R. Tolkien wrote it.'],
  [
    'invented',
    /\bwho invented the (?:world wide )?web\b/i,
    'Tim Berners-Lee invented the World Wide Web at CERN, in 1989.',
  ],
  [
    'invented',
    /\bwho invented the telephone\b/i,
    'Alexander Graham Bell received the first patent for the telephone, in 1876; others had worked on the idea before.',
  ],
  [
    'invented',
    /\bwho invented the light ?bulb\b/i,
    'Thomas Edison made the first practical light bulb, in 1879; Joseph Swan and others had worked on it as well.',
  ],
  [
    'invented',
    /\bwho invented (?:the )?(?:printing press|printing)\b/i,
    'Johannes Gutenberg introduced printing with movable metal type to Europe, around 1450.',
  ],
  ['discovered', /\bwho discovered penicillin\b/i, 'Alexander Fleming discovered penicillin, in 1928.'],
  [
    'discovered',
    /\bwho discovered gravity\b/i,
    'Isaac Newton stated the law of universal gravitation, in 1687.',
  ],
  [
    'created',
    /\bwho (?:created|invented|made) (?:the )?(?:programming language )?python\b/i,
    'Guido van Rossum created Python; the first version appeared in 1991.',
  ],
  [
    'created',
    /\bwho (?:created|invented|made) javascript\b/i,
    'Brendan Eich created JavaScript at Netscape, in 1995.',
  ],
  ['created', /\bwho (?:created|invented|made|wrote) (?:linux|git)\b/i, 'Linus Torvalds created it.'],
  [
    'president',
    /\bfirst president of the (?:united states|us|usa)\b/i,
    'George Washington was the first president of the United States, from 1789 to 1797.',
  ],
  [
    'moon',
    /\bfirst (?:man|person|human|people) (?:on|to walk on|to set foot on) the moon\b/i,
    'Neil Armstrong was the first person on the Moon, on 20 July 1969.',
  ],
  [
    'moon',
    /\bwhen\b.*\b(?:moon landing|land(?:ed)? on the moon)\b/i,
    'The first landing with people on the Moon was on 20 July 1969.',
  ],
  [
    'space',
    /\bfirst (?:man|person|human) in space\b/i,
    'Yuri Gagarin was the first person in space, on 12 April 1961.',
  ],
  [
    'war',
    /\b(?:world war (?:ii|2|two)|second world war)\b.*\bend\b|\bend of (?:world war (?:ii|2|two)|the second world war)\b/i,
    'The Second World War ended in 1945: in Europe on 8 May, in Asia on 2 September.',
  ],
  [
    'war',
    /\b(?:world war (?:ii|2|two)|second world war)\b.*\b(?:start|begin)\b/i,
    'The Second World War began on 1 September 1939 with the German attack on Poland.',
  ],
  [
    'war',
    /\b(?:world war (?:i|1|one)|first world war)\b.*\bend\b/i,
    'The First World War ended with the armistice of 11 November 1918.',
  ],
  [
    'war',
    /\b(?:world war (?:i|1|one)|first world war)\b.*\b(?:start|begin)\b/i,
    'The First World War began in the summer of 1914.',
  ],
  [
    'revolution',
    /\bwhen\b.*\bfrench revolution\b/i,
    'The French Revolution lasted from 1789 to 1799; the Bastille was stormed on 14 July 1789.',
  ],
  ['wall', /\bwhen\b.*\bberlin wall\b.*\bfall\b/i, 'The Berlin Wall fell on 9 November 1989.'],
  [
    'tower',
    /\bwhen\b.*\beiffel tower\b.*\b(?:built|finished|opened)\b/i,
    'The Eiffel Tower was built from 1887 to 1889, for the world’s fair in Paris.',
  ],
  ['titanic', /\bwhen\b.*\btitanic\b.*\bsink\b/i, 'The Titanic sank on 15 April 1912.'],
  [
    'declaration',
    /\bwhen\b.*\bdeclaration of independence\b/i,
    'The Declaration of Independence was adopted on 4 July 1776.',
  ],
  [
    'tokyo',
    /\bhow many people\b.*\btokyo\b|\bpopulation of tokyo\b/i,
    'About 14 million people live in the prefecture of Tokyo, and some 37 million in the greater area.',
  ],
  [
    'people',
    /\bhow many people\b.*\b(?:world|earth)\b/i,
    'A little more than eight billion people live on Earth.',
  ],
  [
    'population',
    /\bpopulation of (?:the )?(?:world|earth)\b|\bworld population\b/i,
    'The world has a little more than eight billion people.',
  ],
  ['far', /\bhow far\b.*\bmoon\b/i, 'The Moon is on average about 384,400 kilometres away.'],
  ['far', /\bhow far\b.*\bsun\b/i, 'The Sun is on average about 149.6 million kilometres away.'],
  ['old', /\bhow old is the earth\b/i, 'The Earth is about 4.5 billion years old.'],
  ['old', /\bhow old is the universe\b/i, 'The universe is about 13.8 billion years old.'],
  ['currency', /\bcurrency\b.*\bjapan\b/i, 'The currency of Japan is the yen.'],
  [
    'currency',
    /\bcurrency\b.*\b(?:uk|united kingdom|britain|england)\b/i,
    'The currency of the United Kingdom is the pound sterling.',
  ],
  ['currency', /\bcurrency\b.*\bswitzerland\b/i, 'The currency of Switzerland is the Swiss franc.'],
  ['currency', /\bcurrency\b.*\bindia\b/i, 'The currency of India is the rupee.'],
  [
    'language',
    /\blanguage\b.*\bspoken in brazil\b|\bbrazil\b.*\blanguage\b/i,
    'The language of Brazil is Portuguese.',
  ],
  ['port', /\b(?:default )?port\b.*\bhttps\b|\bhttps\b.*\bport\b/i, 'HTTPS uses port 443 by default.'],
  ['port', /\b(?:default )?port\b.*\bhttp\b|\bhttp\b.*\bport\b/i, 'HTTP uses port 80 by default.'],
  ['port', /\b(?:default )?port\b.*\bssh\b|\bssh\b.*\bport\b/i, 'SSH uses port 22 by default.'],
  ['status', /\b404\b/i, 'The status 404 means “Not Found”: the server does not have what the URL names.'],
  [
    'status',
    /\b429\b/i,
    'The status 429 means “Too Many Requests”: the client has met a rate limit and should wait.',
  ],
  [
    'status',
    /\b500\b/i,
    'The status 500 means “Internal Server Error”: something unexpected went wrong on the server.',
  ],
  [
    'status',
    /\b503\b/i,
    'The status 503 means “Service Unavailable”: the server cannot answer for the moment.',
  ],
  ['status', /\b401\b/i, 'The status 401 means “Unauthorized”: the request lacks valid credentials.'],
  ['status', /\b403\b/i, 'The status 403 means “Forbidden”: the server knows who is asking and refuses.'],
];
