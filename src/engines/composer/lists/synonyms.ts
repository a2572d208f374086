/** The other words for one that a phrase such as "synonyms for happy" asks for, or its opposites. */
export function findOtherWords(phrase: string): readonly string[] | undefined {
  const asked =
    /\b(synonyms?|other words|alternatives?|another word|words?|antonyms?|opposites?)\b(?: words?)? (?:for|of|to) (?:the word |the )?["“']?([a-z]+)/i.exec(
      phrase,
    );
  if (asked === null) return undefined;
  const [same, opposite] = words.get((asked[2] ?? '').toLowerCase()) ?? [];
  return (/^(?:ant|opp)/i.test(asked[1] ?? '') ? opposite : same)?.split(' ');
}

const words = new Map<string, readonly [string, string]>();
for (const line of `happy|glad cheerful joyful content delighted merry pleased elated|sad unhappy miserable gloomy sorrowful dejected
sad|unhappy sorrowful gloomy downcast mournful dejected blue wistful|happy cheerful joyful glad merry delighted
big|large huge great vast enormous immense sizeable giant|small little tiny minute slight compact
small|little tiny slight compact minor minute petite modest|big large huge vast enormous giant
good|fine excellent pleasant worthy decent sound splendid admirable|bad poor awful dreadful terrible inferior
bad|poor awful dreadful terrible nasty inferior harmful rotten|good fine excellent pleasant decent splendid
fast|quick rapid swift speedy brisk hasty fleet prompt|slow sluggish leisurely unhurried gradual dawdling
slow|sluggish leisurely unhurried gradual lingering plodding tardy dawdling|fast quick rapid swift speedy brisk
beautiful|lovely pretty attractive gorgeous handsome stunning graceful elegant|ugly plain unattractive hideous unsightly grim
ugly|plain unattractive unsightly hideous grim unlovely homely unpleasant|beautiful lovely pretty attractive handsome graceful
smart|clever bright intelligent sharp quick astute brainy able|stupid dull slow foolish dim dense
important|significant vital essential crucial weighty major key central|unimportant minor trivial slight negligible marginal
easy|simple effortless light straightforward painless plain smooth undemanding|hard difficult tough demanding complex laborious
hard|difficult tough demanding challenging complex laborious stiff firm|easy simple soft light effortless straightforward
difficult|hard tough demanding tricky challenging complicated arduous thorny|easy simple effortless plain straightforward painless
hot|warm burning scorching boiling heated fiery blazing torrid|cold cool chilly icy freezing frosty
cold|cool chilly icy freezing frosty wintry bitter frigid|hot warm burning boiling heated scorching
old|aged ancient elderly antique mature vintage weathered venerable|new young modern fresh recent youthful
new|fresh modern recent novel latest original current unused|old ancient used stale former worn
angry|cross furious irate annoyed mad livid irritated enraged|calm pleased content peaceful patient gentle
calm|peaceful quiet still serene tranquil composed placid relaxed|agitated stormy nervous excited restless angry
brave|courageous bold fearless daring valiant heroic plucky gallant|cowardly timid fearful afraid shy faint-hearted
funny|amusing comical humorous witty hilarious droll entertaining laughable|serious solemn sad grave dull humourless
interesting|engaging absorbing fascinating gripping intriguing compelling stimulating curious|boring dull tedious dreary flat tiresome
boring|dull tedious dreary tiresome flat monotonous humdrum uninteresting|interesting exciting gripping lively absorbing thrilling
rich|wealthy affluent prosperous well-off moneyed opulent comfortable flush|poor needy penniless broke destitute impoverished
strong|powerful sturdy robust mighty muscular solid tough vigorous|weak feeble frail delicate fragile flimsy
nice|pleasant kind agreeable friendly charming likeable delightful lovely|nasty unpleasant mean unkind rude disagreeable
great|excellent superb wonderful splendid terrific outstanding grand marvellous|poor awful terrible small minor inferior
quiet|silent still hushed peaceful soundless muted noiseless calm|loud noisy deafening rowdy blaring boisterous
tired|weary exhausted drained sleepy fatigued worn-out drowsy spent|fresh rested energetic lively alert awake
start|begin commence launch open initiate originate embark arise|end finish stop conclude close cease
help|assist aid support serve back guide relieve sustain|hinder hamper obstruct harm block impede
say|tell state speak utter remark mention declare express|deny withhold conceal suppress hush retract
love|adore cherish treasure prize admire worship fancy value|hate detest loathe despise dislike abhor`.split(
  '\n',
)) {
  const [word = '', same = '', opposite = ''] = line.split('|');
  words.set(word, [same, opposite]);
}
