/** Terms of nature, culture and daily life, one a line: the names, a colon, and a sentence. */
export const worldlyTerms = `atom: An atom is the smallest unit of a chemical element, a nucleus with electrons around it.
molecule: A molecule is a group of atoms held together by chemical bonds.
electron: An electron is a light particle with a negative charge that surrounds the nuclei of atoms.
electricity: Electricity is the set of effects of electric charge, above all of charge that flows as a current.
magnetism, magnet: Magnetism is a force that moving charges exert on each other and that makes magnets attract iron.
energy: Energy is the ability to do work; it can change its form and is never lost.
entropy: Entropy is a measure of how many microscopic arrangements fit what we see of a system.
friction: Friction is the force that resists the sliding of surfaces against each other.
sound: Sound is a wave of pressure that travels through air or another medium.
temperature: Temperature is a measure of the average motion of the particles of a thing.
acid: An acid is a substance that gives off hydrogen ions in water.
gold: Gold is a soft, dense, yellow metal that does not rust.
iron: Iron is a strong, magnetic metal and the main part of steel.
water: Water is a compound of hydrogen and oxygen that is liquid at room temperature and essential for all known life.
oxygen: Oxygen is the gas that makes up about a fifth of the air and that animals and plants need to breathe.
carbon: Carbon is the element whose atoms form the chains and rings of all living matter.
cell: A cell is the smallest unit of life, enclosed by a membrane.
protein: A protein is a large molecule folded from a chain of amino acids, with which cells do most of their work.
mitochondria, mitochondrion: Mitochondria are the parts of a cell that turn nutrients into usable energy.
neuron: A neuron is a nerve cell that receives and passes on electrical and chemical signals.
brain: The brain is the organ that processes what the senses report and controls thought, movement and the body.
heart: The heart is the muscle that pumps blood through the body, about 100,000 times a day.
ecosystem: An ecosystem is a community of living things together with the place they live in.
food chain: A food chain is the sequence in which one living thing is eaten by the next.
biodiversity: Biodiversity is the variety of species, genes and habitats in a place.
planet: A planet is a large round body that orbits a star and has cleared its path of other bodies.
comet: A comet is a small icy body that grows a tail of gas and dust when it comes near the Sun.
galaxy: A galaxy is a huge group of stars, gas and dust held together by gravity.
universe: The universe is all of space and time with everything in it.
big bang: The Big Bang is the hot, dense state from which the universe has been expanding for about 13.8 billion years.
solar system: The Solar System is the Sun with everything that orbits it: eight planets, their moons, and many smaller bodies.
earth: The Earth is the third planet from the Sun and the only place known to have life.
mars: Mars is the fourth planet from the Sun, a cold desert coloured red by iron oxide.
mercury: Mercury is the smallest planet of the Solar System and the one closest to the Sun.
venus: Venus is the second planet from the Sun, wrapped in thick clouds and hotter than any other.
uranus: Uranus is an icy giant that lies on its side as it orbits the Sun.
neptune: Neptune is the outermost planet, a blue giant with very strong winds.
jupiter: Jupiter is the largest planet of the Solar System, a ball of mostly hydrogen and helium.
saturn: Saturn is the planet known for its rings, which consist of countless pieces of ice and rock.
glacier: A glacier is a mass of ice, formed from snow, that flows slowly under its own weight.
iceberg: An iceberg is a piece of a glacier that has broken off into the sea and floats with about nine tenths under water.
tsunami: A tsunami is a series of long sea waves set off by an earthquake, a landslide or a volcano.
hurricane: A hurricane is a large tropical storm that rotates around a calm eye and draws its energy from warm sea water.
tornado: A tornado is a narrow, violently rotating column of air that reaches from a cloud to the ground.
desert: A desert is a region with so little rain that few plants can live there.
rainforest: A rainforest is a dense, warm and very wet forest with more species than any other habitat on land.
coral reef: A coral reef is a ridge in warm, shallow sea built from the limestone skeletons of tiny animals.
bee: A bee is a flying insect that feeds on nectar and pollen and pollinates flowers on the way.
honey: Honey is the sweet food that bees make from nectar and store in combs.
tree: A tree is a tall plant with a woody trunk that lives for many years.
snow: Snow is water that has frozen to six-sided crystals in the clouds.
ice: Ice is frozen water, which takes up about nine per cent more room than the liquid and therefore floats.
cheese: Cheese is a food made from milk by curdling it and draining off the whey.
chocolate: Chocolate is a food made from the roasted seeds of the cacao tree, mostly with sugar.
wine: Wine is a drink made by fermenting grape juice.
beer: Beer is a drink brewed from malted grain, hops, water and yeast.
pasta: Pasta is a food made of a dough of wheat and water or eggs, shaped and then boiled.
pizza: Pizza is a flat round of dough baked with tomatoes, cheese and other toppings.
rice: Rice is a cereal grown mostly in flooded fields and the staple food of about half of humanity.
vitamin: A vitamin is a substance that the body needs in small amounts and cannot make enough of.
yoga: Yoga is a practice from India that joins postures, breathing and meditation.
jazz: Jazz is a style of music from the American South, known for improvisation and swing.
opera: An opera is a play set to music in which most of the words are sung.
symphony: A symphony is a long piece for orchestra, usually in four movements.
novel: A novel is a long story in prose, mostly about invented people.
poetry: Poetry is language arranged for sound, rhythm and image as much as for meaning.
haiku: A haiku is a short Japanese poem, in English usually of three lines with five, seven and five syllables.
sonnet: A sonnet is a poem of fourteen lines with a fixed scheme of rhymes.
metaphor: A metaphor is a figure of speech that describes one thing as if it were another.
irony: Irony is saying the opposite of what is meant, in a way that lets it be noticed.
photography: Photography is the art of recording pictures with light.
philosophy: Philosophy is the attempt to answer basic questions about knowledge, reality and the good by argument.
ethics: Ethics is the study of what makes actions right or wrong.
logic: Logic is the study of which conclusions follow from which premises.
stoicism: Stoicism is an ancient philosophy that seeks calm by caring only about what is in one’s own power.
psychology: Psychology is the study of mind and behaviour.
happiness: Happiness is a state of well-being in which life feels good and worthwhile.
love: Love is a deep affection and care for another, which goes beyond one’s own advantage.
friendship: Friendship is a bond of trust and liking between people who choose each other.
time: Time is the order in which events follow each other, measured by clocks.
economics: Economics is the study of how people use scarce means to reach their ends.
supply and demand: Supply and demand are the two forces that set a price: what sellers offer and what buyers want at it.
opportunity cost: Opportunity cost is the value of the best alternative that a choice gives up.
gdp: GDP is the market value of all final goods and services that a country produces in a year.
capitalism: Capitalism is an economic order in which the means of production are privately owned and markets set the prices.
socialism: Socialism is an economic order in which the means of production belong to society as a whole.
tax: A tax is a payment that the state demands without giving a particular service in return.
budget: A budget is a plan that sets expected income against expected spending.
mortgage: A mortgage is a long loan that is secured by the house it pays for.
insurance: Insurance spreads the cost of rare losses over many people who each pay a premium.
bond: A bond is a loan to a state or company that pays interest and is repaid at a fixed date.
marketing: Marketing is everything a company does to find out what customers want and to bring it to them.
startup: A startup is a young company that looks for a business model it can grow quickly.
brand: A brand is what people expect and feel when they hear a name.
leadership: Leadership is the ability to give a group a direction and to win people over to it.
negotiation: A negotiation is a conversation in which parties with different interests look for an agreement.
remote work: Remote work means doing a job away from the office, mostly at home and over the network.
constitution: A constitution is the basic law of a state, which sets up its organs and protects rights.
human rights: Human rights are rights that belong to every person simply for being human.
united nations: The United Nations are an organisation of 193 states, founded in 1945 to keep peace.
european union: The European Union is a union of 27 states with a common market and common institutions.
cold war: The Cold War was the conflict between the United States and the Soviet Union, from about 1947 to 1991, without direct battle.
middle ages: The Middle Ages are the period of European history from about 500 to about 1500.
enlightenment: The Enlightenment was a movement of the 17th and 18th centuries that put reason and criticism above tradition.
silk road: The Silk Road was a network of trade routes that joined China with the Mediterranean.
piano: The piano is a keyboard instrument in which hammers strike strings, so that it can be played softly and loudly.
guitar: The guitar is an instrument with mostly six strings that are plucked or strummed.
football, soccer: Football is a game in which two teams of eleven try to bring a ball into the other’s goal without using their hands.
tennis: Tennis is a game in which two or four players hit a ball over a net with rackets.
bicycle: A bicycle is a vehicle with two wheels that its rider drives with pedals.
electric car: An electric car is driven by a motor that takes its power from a battery.
renewable energy: Renewable energy comes from sources that do not run out, such as sun, wind and water.
nuclear power, nuclear energy: Nuclear power turns the heat from splitting uranium nuclei into electricity.
wind power: Wind power turns the motion of air into electricity by way of turbines.`;
