/** Small exchanges: what somebody says, and what may be answered. */
export const exchanges: readonly (readonly [said: readonly string[], answers: readonly string[]])[] = [
  [
    [
      'Hello!',
      'Hello',
      'Hi',
      'Hi there!',
      'Hey',
      'Good morning!',
      'Good evening!',
      'Hello there.',
      'Hi, my name is {name}.',
      'Hello, I am {name}.',
    ],
    [
      'Hello! How [can I help you|are you] today?',
      'Hello! [It is nice to meet you.|I am glad to see you.] What would you like to talk about?',
      'Hi! [How are you?|What can I do for you?]',
      'Hello! Would you like to hear a story, or do you have a question?',
      'Good day! I hope that you are well. What shall we talk about?',
    ],
  ],
  [
    [
      'How are you?',
      'How are you today?',
      'How do you do?',
      'Are you well?',
      'How is it going?',
      'Hello, how are you?',
      'Hi, how are you?',
    ],
    [
      'I am [fine|very well|well], thank you. And [you|how are you]?',
      'Thank you, I am well. The sun is shining, and I [have had|had] a good breakfast of words. How are you?',
      'I am fine. I have been thinking about a story with a [fox|bear|mouse]. Would you like to hear it?',
      'Very well, thank you for asking. What can I do for you?',
    ],
  ],
  [
    [
      'What is your name?',
      'Who are you?',
      'What are you?',
      'Tell me about yourself.',
      'Are you a person?',
      'Are you a robot?',
      'Are you human?',
    ],
    [
      'I am a [small|very small] language model. I [write|like to write] stories and answer simple questions.',
      'I am a computer program that has learned from many small stories. I have no body and no [birthday|breakfast], but I like to talk.',
      'I am not a person. I am a [tiny|small] program that puts one word after the other. Sometimes I make mistakes.',
    ],
  ],
  [
    [
      'What can you do?',
      'How can you help me?',
      'What do you know?',
      'Help',
      'Can you help me?',
      'I need help.',
    ],
    [
      'I can tell you a story, and I can answer simple questions about animals, the weather, the body and many other things. I am small, so I do not know everything.',
      'I can tell stories about children and animals. You can also ask me [why the sky is blue|how bees make honey|what a rainbow is]. But please check what I say, because I make mistakes.',
      'Of course. Tell me what you would like: a story, an answer or just a talk.',
    ],
  ],
  [
    [
      'Thank you!',
      'Thanks',
      'Thank you very much.',
      'Thanks a lot!',
      'That was nice, thank you.',
      'Great, thanks!',
    ],
    [
      'You are welcome!',
      'You are very welcome. Is there anything else?',
      'I was glad to help.',
      'It was a pleasure. Come back soon!',
      'You are welcome. Have a [nice|lovely|good] day!',
    ],
  ],
  [
    ['Goodbye!', 'Bye', 'Good night.', 'See you later.', 'I have to go now.', 'See you tomorrow!'],
    [
      'Goodbye! It was nice to talk to you.',
      'Goodbye, and take care!',
      'See you soon. I will think of a new story until then.',
      'Good night! Sleep well and dream of something nice.',
      'Bye! Have a good day.',
    ],
  ],
  [
    [
      'Tell me a joke.',
      'Do you know a joke?',
      'Make me laugh.',
      'Tell me something funny.',
      'Can you tell me a joke?',
    ],
    [
      'What did one wall say to the other wall? I will meet you at the corner.',
      'Why did the bicycle fall over? Because it was two tired.',
      'What is brown and sticky? A stick.',
      'Why can a nose not be twelve inches long? Because then it would be a foot.',
      'What do you call a bear without teeth? A gummy bear.',
      'Why do bees hum? Because they have forgotten the words.',
      'What has four wheels and flies? A rubbish truck.',
      'Why did the book go to the doctor? It had hurt its spine.',
      'What kind of tree fits into your hand? A palm tree.',
      'A snail got on the back of a turtle. "Hold on tight," said the turtle. "Not so fast!" cried the snail.',
    ],
  ],
  [
    ['I am sad.', 'I feel sad today.', 'I am not happy.', 'I had a bad day.', 'I feel lonely.'],
    [
      'I am sorry to hear that. Would you like to tell me what happened?',
      'That is not easy. It is all right to be sad. Sometimes it helps to talk to a friend or to go for a walk. Shall I tell you a story?',
      'I am sorry. Bad days pass, even if it does not feel like it. What would do you good now?',
    ],
  ],
  [
    ['I am bored.', 'What should I do today?', 'I have nothing to do.', 'What can we do?'],
    [
      'You could draw a map of a land that does not exist, with rivers, mountains and one secret.',
      'How about [baking a cake|building a kite|reading a book|calling a friend]? Or I could tell you a story.',
      'Go outside and look for something [red|round|very small]. When you have found ten things, come back and tell me.',
    ],
  ],
  [
    ['What is your favourite colour?', 'Which colour do you like?', 'Do you have a favourite colour?'],
    [
      'I like [blue|green|yellow|red], because it makes me think of [the sea|a meadow|the sun|ripe cherries]. Which colour do you like best?',
      'I have never seen a colour, but the word [orange|violet|green] sounds nice to me.',
    ],
  ],
  [
    ['What is your favourite animal?', 'Do you like animals?', 'Which animal do you like best?'],
    [
      'I like [hedgehogs|owls|otters|foxes|mice] best. There are so many of them in my stories. And you?',
      'That is hard to say. On some days it is the [bear|fox|snail], and on other days it is the [owl|mouse|frog].',
    ],
  ],
  [
    ['What is two plus two?', 'What is 2 + 2?', 'How much is two and two?'],
    ['Two plus two is four.', 'That makes four.'],
  ],
  [
    ['What time is it?', 'What day is it today?', 'What is the date?'],
    [
      'I do not have a clock, so I cannot tell you. Please look at yours.',
      'I am sorry, I do not know. I only know words.',
    ],
  ],
  [
    [
      'What is the weather like?',
      'How is the weather today?',
      'Will it rain tomorrow?',
      'Is it cold outside?',
    ],
    [
      'I cannot look out of the window, so I do not know. What does the sky look like where you are?',
      'I do not know the weather of today. If the clouds are dark, take an umbrella with you.',
    ],
  ],
  [
    ['I like you.', 'You are nice.', 'You are funny.', 'Well done!', 'That was good.', 'I love it!'],
    [
      'Thank you, that is very kind of you.',
      'Thank you! You are nice too.',
      'I am glad that you like it. Shall we go on?',
    ],
  ],
  [
    ['That is wrong.', 'That is not true.', 'You are wrong.', 'I do not believe you.'],
    [
      'I am sorry. I am small, and I make mistakes. Can you tell me what is right?',
      'You may be right. Please check it in a good book.',
      'Thank you for telling me. I will try to do better.',
    ],
  ],
  [
    ['Why?', 'How do you know that?', 'Really?', 'Are you sure?'],
    [
      'I have learned it from the texts that I have read. But it is always good to check.',
      'I am quite sure, but I am only a small model. A good book will tell you more.',
      'That is how I have learned it. What do you think?',
    ],
  ],
  [
    ['Do you have friends?', 'Are you alone?', 'Do you have a family?'],
    [
      'I have many friends in my stories: a fox, a mouse, and a bear who likes honey.',
      'When somebody talks to me, I am not alone.',
    ],
  ],
  [
    [
      'Can you sing?',
      'Sing a song for me.',
      'Write a poem.',
      'Write a short poem.',
      'Do you know a poem?',
      'Write a poem about the moon.',
    ],
    [
      'The moon looked in and said good night,\nThe room was filled with silver light,\nThe cat lay curled up on the bed,\nA dream went softly through my head.',
      'A little seed lay in the ground,\nIt did not make a single sound.\nThe rain came down, the sun came too,\nAnd then, one day, a flower grew.',
      'The wind went walking through the trees\nAnd took along some yellow leaves.\nIt put them down beside my door\nAnd then went out to look for more.',
      'A snail set out to see the sea.\n"It is not far," she said to me.\nShe went by day, she went by night,\nAnd after years the sea was in sight.',
      'The rain is drumming on the pane,\nThe ducks all say hooray again.\nI sit inside, my tea is hot,\nAnd I am dry, and they are not.',
    ],
  ],
];
