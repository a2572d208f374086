import type { Known } from './known.ts';

/** What is known of living things. */
export const lifeScience: readonly Known[] = [
  {
    names: 'photosynthesis',
    kind: 'process',
    is: 'Photosynthesis is the process by which plants, algae and some bacteria use light to turn water and carbon dioxide into sugar and oxygen.',
    how: [
      'Chlorophyll in the chloroplasts absorbs mostly red and blue light, which is why leaves look green.',
      'In the light reactions the energy splits water, releases oxygen and charges the carriers ATP and NADPH.',
      'In the Calvin cycle these carriers supply the energy to build sugar from carbon dioxide.',
      'Carbon dioxide enters through tiny openings in the leaf, the stomata, through which water is lost as well.',
    ],
    why: [
      'Nearly all food chains begin with it, and it made the oxygen that we breathe.',
      'It takes carbon dioxide out of the air and stores carbon in wood and soil.',
    ],
    pitfalls: [
      'Plants also breathe: they use oxygen day and night, only less than they release in good light.',
      'The oxygen comes from the water and not from the carbon dioxide.',
    ],
    example:
      'A water plant under a lamp gives off small bubbles of oxygen, and more of them when the lamp is moved closer.',
    related: 'chlorophyll, respiration, the carbon cycle and food chains',
  },
  {
    names: 'evolution, natural selection, theory of evolution, darwinism',
    kind: 'process',
    is: 'Evolution is the change of inherited traits in a population over generations, driven above all by natural selection.',
    how: [
      'Offspring differ from each other, because genes are mixed and sometimes mutate.',
      'Traits that help to survive and to have offspring are passed on more often, and so become more common.',
      'Chance plays a part too, above all in small populations, where it is called genetic drift.',
      'When groups are separated for long enough, they can become different species.',
    ],
    why: [
      'It explains both the variety of life and the likeness of relatives, from bones to DNA.',
      'Medicine depends on it: bacteria evolve resistance, and viruses evolve new variants.',
    ],
    pitfalls: [
      'It has no goal, and no species is “higher” than another.',
      'Individuals do not evolve; populations do.',
    ],
    example:
      'In sooty English woods dark moths became more common than light ones, since birds overlooked them; when the air grew cleaner, the light ones returned.',
    related: 'genetics, DNA, fossils and adaptation',
  },
  {
    names: 'dna, deoxyribonucleic acid, genes, gene, genetics, double helix',
    kind: 'substance',
    is: 'DNA is the molecule that stores hereditary information in the order of four bases, A, C, G and T.',
    how: [
      'Two strands wind around each other as a double helix, held together by pairs: A with T, and C with G.',
      'Because each strand determines the other, the molecule can be copied by separating and completing both.',
      'A gene is a stretch that is copied into RNA, and three bases at a time name one amino acid of a protein.',
      'The human genome has about three billion pairs, packed into 23 pairs of chromosomes.',
    ],
    why: [
      'It carries the building plan from cell to cell and from parents to children.',
      'Comparing DNA shows how people and species are related, and helps to find causes of disease.',
    ],
    pitfalls: [
      'Few traits depend on a single gene; most depend on many and on the surroundings.',
      'Only a small part of human DNA, between one and two per cent, codes for proteins.',
    ],
    example: 'If one strand reads A-T-G-C, the other must read T-A-C-G.',
    related: 'RNA, proteins, evolution and inheritance',
  },
  {
    names: 'vaccine, vaccines, vaccination, vaccinations, immunization, immunisation, immune system',
    kind: 'substance',
    is: 'A vaccine trains the immune system to recognise a germ before it is met, so that the body can react faster and more strongly.',
    how: [
      'It contains a harmless form or a part of the germ, or the instructions for making such a part, as mRNA vaccines do.',
      'Immune cells that fit this part multiply, and some make antibodies against it.',
      'Memory cells remain for years, and answer within days when the real germ appears.',
      'A booster shows the same part again and strengthens the memory.',
    ],
    why: [
      'Smallpox was eradicated by vaccination, and polio has almost disappeared.',
      'When enough people are immune, a disease finds few to infect, which also protects those who cannot be vaccinated.',
    ],
    pitfalls: [
      'Protection takes one or two weeks to build up and can fade with time.',
      'A sore arm or a day of fever is a usual reaction; serious side effects are rare and are watched for.',
    ],
    example: 'In 1796 Edward Jenner used the mild cowpox to protect a boy from smallpox.',
    related: 'antibodies, viruses, herd immunity and antibiotics',
  },
  {
    names: 'sleep, dreams, dreaming, rem sleep, importance of sleep',
    kind: 'process',
    is: 'Sleep is a regular state of rest in which the body recovers and the brain sorts what the day has brought.',
    how: [
      'A night consists of cycles of about ninety minutes, with light sleep, deep sleep and REM sleep.',
      'Deep sleep comes mostly early in the night, and REM sleep, in which vivid dreams are common, mostly towards morning.',
      'An inner clock follows the light of day, while pressure to sleep builds up the longer one is awake.',
      'Darkness lets the hormone melatonin rise, and bright light holds it back.',
    ],
    why: [
      'Memory, mood, attention and the immune system all suffer when sleep is short.',
      'Adults mostly need between seven and nine hours.',
    ],
    pitfalls: [
      'Caffeine in the afternoon and screens late at night push sleep back.',
      'Sleeping in at the weekend repays only a part of what was lost.',
    ],
    example:
      'Whoever learns a list of words in the evening and sleeps on it usually remembers more of it than after the same time awake.',
    related: 'the inner clock, dreams, memory and light',
  },
  {
    names: 'virus, viruses, bacteria, bacterium, germs',
    kind: 'thing',
    is: 'Bacteria are single living cells, and viruses are far smaller packets of genes that can multiply only inside the cells of others.',
    how: [
      'A bacterium feeds and divides by itself, some of them every twenty minutes.',
      'A virus attaches to a cell, brings its genes in, and makes the cell produce new viruses.',
      'The immune system recognises both by their surface.',
    ],
    why: [
      'Most bacteria are harmless or useful: they digest food, make cheese and keep soils fertile.',
      'The difference decides the treatment, as antibiotics work against bacteria and not against viruses.',
    ],
    pitfalls: [
      'Taking antibiotics for a cold does no good and helps resistant bacteria.',
      'A virus outside a cell does nothing at all, which is why people argue whether it lives.',
    ],
    example:
      'A sore throat from streptococci is treated with antibiotics, while a common cold, caused by viruses, passes by itself.',
    related: 'the immune system, vaccines, antibiotics and cells',
  },
];
