import type { Known } from './known.ts';

/** What is known of money, states and history. */
export const society: readonly Known[] = [
  {
    names: 'inflation, price inflation, consumer price index, deflation',
    kind: 'process',
    is: 'Inflation is a general rise of prices, by which the same amount of money buys less than before.',
    how: [
      'It is measured by the price of a basket of goods, compared with the same basket a year earlier.',
      'It rises when demand outgrows supply, when energy or wages become dearer, or when people expect it and act accordingly.',
      'Central banks counter it with higher interest rates, which make borrowing and spending less attractive.',
      'Many of them aim at about two per cent a year.',
    ],
    why: [
      'It eats into savings and fixed incomes, and makes debts easier to bear.',
      'High and changing inflation makes plans and contracts a gamble.',
    ],
    pitfalls: [
      'A single price that rises is not inflation; it is the average that counts.',
      'Falling inflation does not mean falling prices; they only rise more slowly.',
    ],
    example: 'At three per cent a year, what costs 100 today costs about 134 in ten years.',
    related: 'interest rates, central banks, wages and compound interest',
  },
  {
    names: 'compound interest, compounding',
    kind: 'concept',
    is: 'Compound interest is interest that is paid on the sum and also on the interest it has already earned.',
    how: [
      'Each year the amount is multiplied by one plus the rate, so it grows faster and faster.',
      'As a formula: final amount = start × (1 + rate) to the power of the number of years.',
      'The rule of 72 estimates the time to double: 72 divided by the rate in per cent.',
    ],
    why: [
      'Small regular savings become large sums if they are given decades.',
      'The same arithmetic makes debts grow when only a part of the interest is paid.',
    ],
    pitfalls: [
      'Fees and inflation compound too, and quietly take a good part of the gain.',
      'A figure per month looks small: two per cent a month is nearly 27 per cent a year.',
    ],
    example: 'A sum of 1,000 at five per cent becomes 1,629 in ten years and 4,322 in thirty.',
    related: 'inflation, savings, loans and exponential growth',
  },
  {
    names: 'stock market, the stock market, stocks, investing, stock exchange, index fund, index funds',
    kind: 'concept',
    is: 'The stock market is where shares, small parts of companies, are bought and sold.',
    how: [
      'A share gives its owner a part of the profit, paid as a dividend, and usually a vote.',
      'The price is whatever buyer and seller agree on, and moves with expectations about the future.',
      'An index follows the average of many companies, and an index fund lets one buy that average.',
    ],
    why: [
      'Companies raise money for growth, and savers take part in it.',
      'Over long periods broad markets have risen, with deep falls in between.',
    ],
    pitfalls: [
      'Past returns promise nothing, and money needed soon does not belong there.',
      'Frequent buying and selling costs fees and mostly earns less than patience.',
    ],
    example: 'If a company has a million shares at 20 each, the market values it at 20 million.',
    related: 'dividends, bonds, risk and compound interest',
  },
  {
    names: 'democracy, democracies, elections, separation of powers',
    kind: 'concept',
    is: 'Democracy is a form of government in which power rests with the people, who use it directly or through representatives they elect.',
    how: [
      'Elections are free, equal and repeated, so that governments can be replaced without violence.',
      'Power is divided among parliament, government and courts, which check each other.',
      'A constitution protects rights that no majority may take away.',
      'A free press and open debate let citizens judge what is done in their name.',
    ],
    why: [
      'It lets a society correct its mistakes in peace.',
      'Decisions that people had a part in are more readily accepted.',
    ],
    pitfalls: [
      'Elections alone do not make a democracy; courts, rights and a free press are needed as well.',
      'Compromise takes time, which can look like weakness.',
    ],
    example: 'In ancient Athens citizens voted in person, while women, slaves and foreigners had no vote.',
    related: 'constitutions, elections, human rights and parliament',
  },
  {
    names: 'french revolution, the french revolution, storming of the bastille',
    kind: 'event',
    is: 'The French Revolution was the upheaval from 1789 to 1799 that ended the old monarchy in France and declared the rights of citizens.',
    how: [
      'The state was nearly bankrupt, bread was dear, and the first two estates, clergy and nobility, were largely exempt from taxes.',
      'In June 1789 the Third Estate declared itself the National Assembly, and on 14 July a crowd stormed the Bastille.',
      'In August the Assembly abolished feudal privileges and adopted the Declaration of the Rights of Man and of the Citizen.',
      'In 1792 France became a republic, and in January 1793 King Louis XVI was executed.',
      'The Terror of 1793 and 1794, led by Robespierre, sent thousands to the guillotine; in 1799 Napoleon took power.',
    ],
    why: [
      'Its ideas of liberty, equality and the sovereignty of the nation shaped constitutions around the world.',
      'It brought uniform laws and the metric system, and showed that subjects could become citizens.',
    ],
    pitfalls: [
      'It was not one event but a series of them, with changing leaders and aims.',
      'The Bastille held only seven prisoners when it fell; its importance was as a symbol.',
    ],
    example:
      'The motto “Liberté, égalité, fraternité” goes back to these years and is still that of the French Republic.',
    related: 'the Enlightenment, Napoleon, Louis XVI and the American Revolution',
  },
  {
    names:
      'rome, ancient rome, roman empire, the roman empire, fall of rome, roman republic, history of rome, the romans, romans, fall of the roman empire',
    kind: 'place',
    is: 'Rome, today the capital of Italy, grew from a town on the Tiber into the centre of an empire around the whole Mediterranean.',
    how: [
      'Legend puts its foundation in 753 BC; from 509 BC it was a republic with a senate and elected consuls.',
      'After long civil wars Augustus became the first emperor in 27 BC.',
      'Roads, aqueducts, a common law and well-trained legions held the empire together, which was largest under Trajan around the year 117.',
      'The western empire ended in 476, while the eastern one, with Constantinople as its capital, lasted until 1453.',
      'Later the city became the seat of the popes, and in 1871 the capital of united Italy.',
    ],
    why: [
      'French, Spanish, Italian, Portuguese and Romanian all come from its Latin, and many laws from its law.',
      'Its buildings taught Europe how to make arches, domes and concrete.',
    ],
    pitfalls: [
      'There was no single cause for its fall; wars, taxes, epidemics and divided power all played a part.',
      'Much of what films show, such as the thumb turned down, is poorly attested.',
    ],
    example:
      'The Pantheon, finished around the year 126, still has the largest dome of concrete without steel.',
    related: 'Julius Caesar, Latin, the Colosseum and Byzantium',
  },
  {
    names: 'renaissance, the renaissance, italian renaissance',
    kind: 'event',
    is: 'The Renaissance was a period of European culture, from the 14th to the 16th century, that took up the art and learning of antiquity.',
    how: [
      'It began in the rich cities of Italy, Florence above all, where families such as the Medici paid for art.',
      'Humanists collected and edited Greek and Latin texts.',
      'Painters learned perspective and anatomy, so that bodies and rooms looked real.',
      'Printing with movable type, from about 1450, spread books and ideas at a new speed.',
    ],
    why: [
      'It put the single person and observation at the centre, and so prepared modern science.',
      'Works by Leonardo, Michelangelo and Raphael are still measures of their arts.',
    ],
    pitfalls: [
      'The Middle Ages before it were less dark than the name “rebirth” suggests.',
      'It touched a small part of society; most people lived on as before.',
    ],
    example:
      'Brunelleschi’s dome of the cathedral of Florence, finished in 1436, was built without a scaffold from the ground.',
    related: 'humanism, Leonardo da Vinci, printing and the Reformation',
  },
  {
    names: 'industrial revolution, the industrial revolution, industrialization, industrialisation',
    kind: 'event',
    is: 'The Industrial Revolution was the change from handwork to machines and factories that began in Britain in the 18th century.',
    how: [
      'Spinning machines and looms multiplied what one person could make.',
      'James Watt’s improved steam engine of the 1760s and 1770s gave power anywhere, fed with coal.',
      'Railways, from the 1820s on, made transport cheap and fast.',
      'People moved from villages to cities, where the factories were.',
    ],
    why: [
      'For the first time incomes grew steadily for generations.',
      'Working hours, child labour and crowded cities led to trade unions and social laws.',
    ],
    pitfalls: [
      'It took decades rather than years, and reached other countries much later.',
      'Early gains were shared very unequally.',
    ],
    example:
      'The railway between Liverpool and Manchester, opened in 1830, was the first to link two large cities with steam locomotives.',
    related: 'steam engines, railways, cities and economic growth',
  },
];
