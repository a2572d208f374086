/** How names of one sort are put together. */
export interface NameMaker {
  /** Words of the prompt that call for it. */
  readonly clues: string;
  /** Each pattern takes `{a}` from the first list and `{b}` from the second. */
  readonly patterns: readonly string[];
  readonly a: string;
  readonly b: string;
}

/** Makers of names for shops, places to eat, and whatever is sold. */
export const shopNames: readonly NameMaker[] = [
  {
    clues: 'coffee cafe café espresso roastery',
    patterns: ['The {a} {b}', '{a} {b}', '{a} {b} Coffee', '{b} & {a}'],
    a: 'Copper,Corner,Morning,Velvet,Quiet,Golden,Harbour,Paper,Lantern,Maple,Second,Slow,Blue,Little',
    b: 'Bean,Kettle,Grind,Cup,Roast,Brew,Crema,Mug,Drip,Press,Filter,Ember',
  },
  {
    clues: 'bakery baker bread pastry cake cakes cupcake',
    patterns: ['The {a} {b}', '{a} {b}', '{a} {b} Bakery', '{b} and {a}'],
    a: 'Golden,Early,Rising,Honest,Flour,Butter,Sunday,Village,Warm,Stone,Mill,Sweet,Daily,Hearth',
    b: 'Crust,Loaf,Oven,Crumb,Whisk,Roll,Rye,Kneads,Sheaf,Peel,Biscuit,Tin',
  },
  {
    clues: 'restaurant bistro diner pizzeria pub bar pizza taco burger',
    patterns: ['The {a} {b}', '{a} {b}', '{a} & {b}', 'The {b} Room'],
    a: 'Olive,Cedar,Salt,Copper,Garden,Wild,Fig,Saffron,Juniper,River,Amber,Long,Lemon,Smoke',
    b: 'Table,Fork,Spoon,Kitchen,Plate,Hearth,Ladle,Pantry,Vine,Thyme,Cellar,Platter',
  },
  {
    clues: 'bookshop bookstore book books library',
    patterns: ['The {a} {b}', '{a} {b}', '{a} {b} Books', '{b} & {a}'],
    a: 'Crooked,Dog-Eared,Quiet,Inkwell,Second,Paper,Lamplight,Long,Margin,Hidden,Rainy,Foxed',
    b: 'Page,Chapter,Shelf,Spine,Quill,Folio,Bookmark,Prologue,Story,Verse,Nook,Ladder',
  },
  {
    clues: 'flower flowers florist plant plants garden',
    patterns: ['{a} {b}', 'The {a} {b}', '{b} & {a}'],
    a: 'Wild,Morning,Clover,Sunny,Fern,Dewy,Meadow,Ivy,Little,Green,Corner,Hedge',
    b: 'Bloom,Petal,Stem,Bouquet,Garden,Sprig,Bud,Posy,Blossom,Root,Thicket,Leaf',
  },
  {
    clues:
      'shop store boutique business company startup brand product agency firm studio app service saas platform',
    patterns: ['{a}{b}', '{a} {b}', '{a} & {b}', '{a} {b} Works'],
    a: 'Bright,Clear,North,Swift,True,Open,Blue,Stone,Key,Field,Lumen,Harbor,Arc,Fern',
    b: 'path,loop,forge,wave,bridge,mark,nest,spark,point,craft,line,stack',
  },
];

/** Makers of names for animals, people, bands and things of one's own. */
export const ownNames: readonly NameMaker[] = [
  {
    clues: 'cat cats kitten kittens',
    patterns: ['{a}', '{b}'],
    a: 'Luna,Milo,Pepper,Saffron,Ziggy,Clementine,Felix,Juniper,Nova,Basil,Willow,Oscar,Misty,Tiger,Socks,Cleo,Simba,Shadow,Poppy,Biscuit,Marble,Pixel',
    b: 'Whiskers,Mittens,Olive,Ginger,Smokey,Binx,Minka,Tofu,Waffles,Pumpkin,Jasper,Nala,Sesame,Button,Figaro,Hazel,Inky,Pearl,Momo,Truffle,Onyx,Cricket',
  },
  {
    clues: 'dog dogs puppy puppies',
    patterns: ['{a}', '{b}'],
    a: 'Buddy,Bella,Rufus,Daisy,Scout,Rocky,Molly,Bruno,Rosie,Archie,Ruby,Teddy,Ranger,Honey,Max,Maple,Otis,Penny,Hank,Sadie,Finn,Lola',
    b: 'Duke,Piper,Bear,Stella,Murphy,Roxy,Bailey,Hunter,Coco,Moose,Winnie,Gus,Tucker,Fern,Barney,Zoe,Rolo,Tilly,Jake,Nell,Ace,Marley',
  },
  {
    clues: 'pet pets hamster rabbit parrot bird fish turtle horse goat chicken',
    patterns: ['{a}', '{b}'],
    a: 'Pip,Clover,Nibbles,Peanut,Thumper,Kiwi,Mango,Bubbles,Hazel,Dusty,Sunny,Pebbles,Biscuit,Flash,Nugget,Skye,Rio,Gizmo,Button,Maple,Star,Bandit',
    b: 'Apollo,Blaze,Coral,Dottie,Ember,Fudge,Goldie,Hopper,Iris,Jazz,Koko,Lucky,Muffin,Nemo,Opal,Patch,Quill,Rusty,Snowy,Tango,Velvet,Whistle',
  },
  {
    clues: 'baby child girl boy daughter son',
    patterns: ['{a}', '{b}'],
    a: 'Ada,Elias,Clara,Jonah,Ines,Theo,Nora,Leo,Maya,Oskar,Ivy,Samuel,Lena,Felix,Alma,Hugo,Freya,Noah,Elsa,Anton,Mila,Jasper',
    b: 'Emma,Levi,Ruth,Max,Greta,Emil,Sofia,Arlo,Lucy,Milan,Rosa,Toby,Edith,Kai,Vera,Simon,June,Adam,Thea,Paul,Iris,Owen',
  },
  {
    clues:
      'character characters hero heroine villain protagonist detective pirate knight wizard elf elves dwarf witch',
    patterns: ['{a} {b}'],
    a: 'Mara,Tobias,Elowen,Caspian,Ines,Rowan,Thorne,Sable,Orin,Lyra,Evander,Brin,Isolde,Corvin',
    b: 'Vale,Ashford,Quill,Blackwood,Wren,Hollis,Marlowe,Thistle,Fenn,Storm,Ravenhall,Carrow',
  },
  {
    clues: 'band bands group musician album song songs',
    patterns: ['The {a} {b}', '{a} {b}', '{b} of {a}'],
    a: 'Velvet,Paper,Midnight,Electric,Hollow,Silver,Broken,Neon,Winter,Static,Lonely,Distant',
    b: 'Lanterns,Foxes,Engines,Echoes,Satellites,Rivers,Ghosts,Orchards,Signals,Tigers,Harbours,Machines',
  },
  {
    clues: 'team teams club squad league',
    patterns: ['The {a} {b}', '{a} {b}'],
    a: 'Flying,Mighty,Northern,Thunder,Golden,Iron,Rapid,Fearless,River,Storm,Crimson,Steady',
    b: 'Falcons,Badgers,Comets,Otters,Wolves,Rockets,Hornets,Bears,Owls,Sharks,Foxes,Herons',
  },
  {
    clues: 'blog podcast newsletter channel youtube magazine newspaper vlog',
    patterns: ['The {a} {b}', '{a} {b}', '{b} and {a}'],
    a: 'Curious,Slow,Second,Daily,Quiet,Open,Borrowed,Kitchen,Small,Long,Honest,Weekly',
    b: 'Notebook,Hour,Margin,Dispatch,Table,Letter,Corner,Signal,Draft,Footnote,Compass,Lantern',
  },
  {
    clues:
      'project tool library package repository repo framework codename server bot robot assistant chatbot',
    patterns: ['{a}{b}', '{a}-{b}'],
    a: 'tide,spark,quill,lark,pebble,relay,ember,cinder,orbit,fable,signal,drift',
    b: 'kit,flow,box,works,line,craft,hub,lab,wire,base,note,port',
  },
  {
    clues: 'username usernames handle gamertag nickname',
    patterns: ['{a}{b}', '{a}_{b}'],
    a: 'quiet,pixel,lunar,paper,cosmic,maple,sleepy,clever,stormy,velvet,wandering,salty',
    b: 'otter,fox,comet,noodle,raven,pancake,badger,cloud,lantern,moth,biscuit,heron',
  },
  {
    clues: 'boat ship yacht spaceship spacecraft rocket starship',
    patterns: ['{a} {b}', '{b}'],
    a: 'Morning,Northern,Silver,Gentle,Restless,Southern,Evening,Merry,Faithful,Little,Bright,Distant',
    b: 'Star,Tern,Breeze,Wanderer,Pearl,Dawn,Horizon,Petrel,Gull,Comet,Swell,Venture',
  },
  {
    clues: 'planet kingdom village town city island world dragon dragons horse fantasy game',
    patterns: ['{a}{b}'],
    a: 'El,Mor,Thal,Vor,Ash,Bren,Cal,Dun,Fael,Ith,Kel,Lor,Nym,Syl',
    b: 'dara,wyn,moor,haven,ros,mira,thas,gard,nor,vale,rin,dell',
  },
];

/** Makers of names in source code; `{a}` and `{b}` become one identifier. */
export const codeNames: readonly NameMaker[] = [
  {
    clues: 'variable variables constant constants',
    patterns: ['{a}{b}'],
    a: 'user,item,order,retry,page,event,total,next,active,pending,last,max',
    b: 'Count,Index,Name,Id,Limit,List,Total,Date,Status,Key,Size,Delay',
  },
  {
    clues: 'function functions method methods',
    patterns: ['{a}{b}'],
    a: 'parse,load,find,create,update,remove,format,validate,merge,count,fetch,save',
    b: 'User,Order,Config,Message,Event,Response,Items,Token,Header,Report,Session,Path',
  },
  {
    clues: 'class classes module modules component components endpoint endpoints table tables',
    patterns: ['{a}{b}'],
    a: 'User,Order,Event,Message,Session,Payment,Report,Cache,Queue,Token,File,Report',
    b: 'Store,Reader,Writer,Service,Parser,Registry,Builder,Handler,Client,Router,Queue,View',
  },
];
