import type { Known } from './known.ts';

/** What is known of machines that learn, and of quantum computers. */
export const learning: readonly Known[] = [
  {
    names: 'machine learning, ml?, supervised learning',
    kind: 'concept',
    is: 'Machine learning is the branch of computing in which programs improve at a task by fitting a model to data instead of following rules written by hand.',
    how: [
      'A model is a function with adjustable numbers, and training looks for the numbers that make its errors on examples small.',
      'In supervised learning the examples come with the right answers; in unsupervised learning the program looks for structure by itself.',
      'In reinforcement learning an agent tries actions and is told how good the outcome was.',
      'Data that was held back during training shows whether the model has learned something general.',
    ],
    why: [
      'Some tasks, such as recognising speech, are easy to show by examples and nearly impossible to state as rules.',
      'A model can be trained again when the world changes.',
    ],
    pitfalls: [
      'A model that fits its examples too closely fails on new ones; this is overfitting.',
      'Whatever is skewed in the data will be skewed in the answers.',
      'If information about the answer leaks into the input, the test looks splendid and practice does not.',
    ],
    example:
      'Shown thousands of mails marked as spam or not, a classifier learns which words and senders speak for spam.',
    related: 'neural networks, statistics, gradient descent and deep learning',
  },
  {
    names:
      'neural network, neural networks, artificial neural networks, neural net, neural nets, deep learning, backpropagation, deep neural networks, how neural networks learn',
    kind: 'thing',
    is: 'A neural network is a model made of layers of simple units, each of which adds up its weighted inputs and passes the sum through a curve.',
    how: [
      'Data enters at the first layer, and every layer turns the numbers of the one before into new ones, until the last gives the answer.',
      'Training compares the answer with the right one and computes the error.',
      'Backpropagation works out, from the last layer to the first, how much each weight contributed to that error.',
      'Gradient descent then moves each weight a little in the direction that makes the error smaller, and repeats this with many examples.',
    ],
    why: [
      'With enough layers and data a network finds useful features by itself, such as edges, then shapes, then faces.',
      'Networks are behind speech recognition, translation, image search and language models.',
    ],
    pitfalls: [
      'They need a great deal of data and computing, and a simpler model is often enough.',
      'It is hard to say why a network decided as it did.',
    ],
    example:
      'A network for handwritten digits takes the grey values of 28 by 28 pixels and returns ten numbers, of which the largest names the digit.',
    related: 'gradient descent, machine learning, transformers and overfitting',
  },
  {
    names: 'gradient descent, stochastic gradient descent, sgd, learning rate',
    kind: 'technique',
    is: 'Gradient descent finds a minimum of a function by taking small steps in the direction in which it falls most steeply.',
    how: [
      'The gradient is the vector of slopes in all directions and points uphill, so one steps against it.',
      'The learning rate sets the length of a step.',
      'Stochastic gradient descent estimates the slope from a small batch of examples, which is noisy and much cheaper.',
      'Momentum and methods such as Adam smooth the steps and adapt them for each parameter.',
    ],
    why: [
      'It works for functions of billions of parameters, where no formula gives the minimum.',
      'Nearly all neural networks are trained with some form of it.',
    ],
    pitfalls: [
      'Steps too large overshoot and may diverge; steps too small take forever.',
      'It may stop in a valley that is not the deepest one.',
    ],
    example:
      'For f(x) = x² the slope at 4 is 8; with a learning rate of 0.1 the next point is 4 − 0.8 = 3.2, then 2.56, and so on towards 0.',
    related: 'neural networks, derivatives, optimisation and backpropagation',
  },
  {
    names:
      'transformer, transformers, attention mechanism, self-attention, attention in transformers, transformer architecture, transformers and attention, attention in neural networks, transformer model, transformer models',
    kind: 'thing',
    is: 'A transformer is a kind of neural network that processes a sequence by letting each position look at all others, weighted by how relevant they are.',
    how: [
      'Each token is turned into a query, a key and a value; query times key says how much attention one token pays to another.',
      'The weights are normalised, and each position receives the weighted mean of the values.',
      'Several such heads work side by side, so that different relations can be followed at the same time.',
      'Positions are encoded as well, because attention itself does not know the order.',
    ],
    why: [
      'All positions are computed at once during training, which suits modern hardware far better than reading word by word.',
      'It links distant words directly, and it is the basis of today’s language models.',
    ],
    pitfalls: [
      'The work of attention grows with the square of the length.',
      'A picture of attention weights is suggestive and no proof of what the model used.',
    ],
    example:
      'In “The animal did not cross the street because it was tired”, attention lets “it” draw on “animal” rather than on “street”.',
    related: 'large language models, embeddings and neural networks',
  },
  {
    names: 'artificial intelligence, ai, generative ai',
    kind: 'concept',
    is: 'Artificial intelligence is the effort to make machines do things that seem to need intelligence, such as understanding language, seeing or planning.',
    how: [
      'Early systems followed rules and searched through possibilities, as chess programs did.',
      'Today most systems learn from data, above all with neural networks.',
      'Generative systems produce text, pictures or sound by learning what such things usually look like.',
    ],
    why: [
      'It takes over tasks that used to need people, from sorting mail to reading scans, and helps with many others.',
      'It raises questions of work, fairness and responsibility that are not technical.',
    ],
    pitfalls: [
      'Systems can be confident and wrong, so decisions that matter need a check.',
      'The word covers so much that it helps to ask which method is meant.',
    ],
    example:
      'A navigation system that searches routes, a camera that finds faces and a chatbot are all called artificial intelligence, and work in three different ways.',
    related: 'machine learning, large language models and ethics',
  },
  {
    names: 'quantum computing, quantum computer, quantum computers, qubit, qubits, superposition',
    kind: 'concept',
    is: 'Quantum computing uses quantum states, with superposition and entanglement, to solve certain problems with far fewer steps than an ordinary computer.',
    how: [
      'A qubit can be in a combination of 0 and 1, and a measurement gives one of the two with certain probabilities.',
      'The state of n qubits is described by 2 to the power of n numbers, which gates change all at once.',
      'An algorithm arranges the gates so that wrong answers cancel each other out and right ones add up.',
      'Only a measurement yields a result, and it gives a single outcome, so runs are repeated.',
    ],
    why: [
      'Shor’s algorithm could factor large numbers and so break much of today’s public-key encryption.',
      'Molecules are quantum systems themselves, and simulating them is the most natural use.',
    ],
    pitfalls: [
      'It is not simply faster: for most everyday tasks there is no gain.',
      'Qubits lose their state through the slightest disturbance, so error correction needs many physical qubits for one reliable one.',
    ],
    example:
      'Searching an unsorted list of a million entries takes about half a million looks on average; Grover’s algorithm needs in the order of a thousand steps.',
    related: 'entanglement, encryption, superposition and algorithms',
  },
  {
    names: 'quantum mechanics, quantum physics, quantum theory',
    kind: 'concept',
    is: 'Quantum mechanics describes matter and light on the smallest scale, where states are combinations of possibilities and measurements give one of them by chance.',
    how: [
      'A wave function holds all that can be known of a system, and its square gives the probabilities of the outcomes.',
      'Some quantities come only in steps, such as the energies of an electron in an atom.',
      'Position and momentum cannot both be sharp at once, as Heisenberg’s uncertainty relation says.',
      'Entangled particles share one state, so measurements on them are correlated over any distance.',
    ],
    why: [
      'It explains atoms, chemical bonds, the colours of light and the behaviour of semiconductors.',
      'Lasers, transistors and magnetic resonance scanners are built on it.',
    ],
    pitfalls: [
      'Entanglement cannot send messages faster than light, since each outcome by itself is random.',
      'What the theory predicts is beyond dispute, what it means is still debated.',
    ],
    example:
      'When single electrons pass two slits, each leaves one dot on the screen, and after thousands of them the dots form stripes like those of waves.',
    related: 'quantum computing, atoms, light and uncertainty',
  },
  {
    names: 'quantum entanglement, entanglement, entangled particles',
    kind: 'concept',
    is: 'Quantum entanglement is a state in which measurements on separated particles are correlated more strongly than any classical explanation allows.',
    how: [
      'Two particles that come from one process can share a single state, although each of them alone has no definite one.',
      'Measuring one gives a random result, and the result for the other is then certain or nearly so, however far away it is.',
      'John Bell showed in 1964 how to tell this from particles that simply carry hidden instructions, and experiments have ruled such instructions out.',
    ],
    why: [
      'Quantum computers and quantum cryptography are built on it.',
      'The Nobel Prize in Physics of 2022 went to experiments on it.',
    ],
    pitfalls: [
      'No message can be sent with it, since each result by itself is random.',
      'Entanglement is fragile: contact with the surroundings destroys it quickly.',
    ],
    example:
      'Two people with a pair of gloves in two boxes know each other’s colour at once; with entangled particles the colour is not settled before somebody looks, and that can be tested.',
    related: 'quantum mechanics, quantum computing, Bell’s theorem and cryptography',
  },
];
