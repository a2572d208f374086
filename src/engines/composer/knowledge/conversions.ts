interface Unit {
  readonly dimension: string;
  /** How many of the dimension's smallest unit here it has. */
  readonly size: number;
  readonly plural: string;
}

/** The answer to a question about units: "10 km in miles", "how many feet are in a mile", "days in March". */
export function convert(prompt: string): string | undefined {
  return convertTemperature(prompt) ?? convertAmount(prompt) ?? countUnits(prompt) ?? countDays(prompt);
}

function convertAmount(prompt: string): string | undefined {
  const match =
    /(?<![\d.,])(\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?) ?([a-z]{1,12})\s+(?:to|in|into|as|equals? how many|is how many|are how many)\s+([a-z]{1,12})\b/i.exec(
      prompt,
    );
  if (match === null) return undefined;
  return say(Number((match[1] ?? '').replaceAll(',', '')), match[2] ?? '', match[3] ?? '');
}

function countUnits(prompt: string): string | undefined {
  const match =
    /\bhow many ([a-z]{2,12}) (?:are |is )?(?:there )?in (?:a |an |one |the )?(\d{1,6} )?(?:normal |common )?([a-z]{2,12})[?.! ]*$/i.exec(
      prompt,
    );
  if (match === null) return undefined;
  return say(Number(match[2] ?? 1), match[3] ?? '', match[1] ?? '');
}

function say(amount: number, from: string, to: string): string | undefined {
  const [source, target] = [find(from), find(to)];
  if (source === undefined || target === undefined || source === target) return undefined;
  if (source.dimension !== target.dimension) return undefined;
  const exact = (amount * source.size) / target.size;
  const value = round(exact);
  const about = Math.abs(value - exact) > Math.abs(exact) * 1e-9 ? 'about ' : '';
  return `${name(amount, source)} ${amount === 1 ? 'is' : 'are'} ${about}${name(value, target)}.`;
}

function convertTemperature(prompt: string): string | undefined {
  const match =
    /(-?\d{1,5}(?:\.\d{1,3})?) ?(?:°|degrees? )?(c|celsius|f|fahrenheit)\b.{0,12}\b(?:to|in|into)\b (?:degrees? |°)?(c|celsius|f|fahrenheit)\b/i.exec(
      prompt,
    );
  if (match === null) return undefined;
  const degrees = Number(match[1]);
  const [from, to] = [match[2] ?? '', match[3] ?? ''].map((text) => text.charAt(0).toUpperCase());
  if (from === to) return undefined;
  const value = from === 'C' ? degrees * 1.8 + 32 : (degrees - 32) / 1.8;
  return `${degrees} °${from} is ${round(value)} °${to}.`;
}

function countDays(prompt: string): string | undefined {
  const month =
    /\bhow many days\b.*\b(january|february|march|april|may|june|july|august|september|october|november|december)\b/i
      .exec(prompt)?.[1]
      ?.toLowerCase();
  if (month === undefined) return undefined;
  const title = `${month.charAt(0).toUpperCase()}${month.slice(1)}`;
  if (month === 'february') return 'February has 28 days, and 29 in a leap year.';
  return `${title} has ${/^(?:april|june|september|november)$/.test(month) ? 30 : 31} days.`;
}

function name(amount: number, unit: Unit): string {
  const text = amount.toLocaleString('en-US', { maximumFractionDigits: 6 });
  if (amount !== 1) return `${text} ${unit.plural}`;
  return `${text} ${unit.plural === 'feet' ? 'foot' : unit.plural === 'inches' ? 'inch' : unit.plural.replace(/s$/, '')}`;
}

function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value * 100) / 100 : Number(value.toPrecision(5));
}

function find(text: string): Unit | undefined {
  const small = text.toLowerCase();
  return units.get(small) ?? units.get(small.replace(/s$/, ''));
}

const units: ReadonlyMap<string, Unit> = new Map(
  `length 0.001 millimetres mm millimetre millimeter
length 0.01 centimetres cm centimetre centimeter
length 1 metres m metre meter
length 1000 kilometres km kilometre kilometer
length 0.0254 inches inch inches
length 0.3048 feet foot feet ft
length 0.9144 yards yard yd
length 1609.344 miles mile mi
mass 0.001 grams g gram gramme
mass 1 kilograms kg kilogram kilo
mass 1000 tonnes tonne
mass 0.45359237 pounds pound lb
mass 0.028349523125 ounces ounce oz
volume 0.001 millilitres ml millilitre milliliter
volume 1 litres l litre liter
volume 3.785411784 gallons gallon
volume 0.2365882365 cups cup
volume 0.01478676478125 tablespoons tablespoon tbsp
volume 0.00492892159375 teaspoons teaspoon tsp
time 0.001 milliseconds ms millisecond
time 1 seconds second sec s
time 60 minutes minute min
time 3600 hours hour h hr
time 86400 days day
time 604800 weeks week
time 31536000 years year
data 1 bytes byte
data 1000 kilobytes kb kilobyte
data 1000000 megabytes mb megabyte
data 1000000000 gigabytes gb gigabyte
data 1000000000000 terabytes tb terabyte`
    .split('\n')
    .flatMap((line) => {
      const [dimension = '', size = '1', plural = '', ...names] = line.split(' ');
      const unit: Unit = { dimension, size: Number(size), plural };
      return names.map((each): [string, Unit] => [each, unit]);
    }),
);
