import type { Schema } from './schema.ts';

const languages: ReadonlyMap<string, string> = new Map(
  'english en|german de|french fr|spanish es|italian it|portuguese pt|dutch nl|polish pl|russian ru|ukrainian uk|turkish tr|arabic ar|hebrew he|hindi hi|chinese zh|japanese ja|korean ko|swedish sv|danish da|norwegian no|finnish fi|greek el|czech cs|latin la|thai th|vietnamese vi'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

/** The languages that a text names, those after "to" first: they are what one translates to. */
export function findLanguages(text: string): string[] {
  const found = text.match(/\p{L}+/gu)?.filter((word) => languages.has(word.toLowerCase())) ?? [];
  const wanted = /\b(?:to|into|in) (\p{L}+)/giu;
  const targets = Array.from(text.matchAll(wanted), (match) => match[1] ?? '').filter((word) =>
    found.includes(word),
  );
  return [...new Set([...targets, ...found])];
}

/** A language as the schema wants it: a code where its description or its bounds speak of codes. */
export function codeOfLanguage(name: string, { description, maxLength, pattern }: Schema): string {
  const wantsCode =
    (typeof description === 'string' && /\bcode\b|\bISO\b/.test(description)) ||
    maxLength === 2 ||
    typeof pattern === 'string';
  const code = languages.get(name.toLowerCase()) ?? name;
  return wantsCode ? code : name.charAt(0).toUpperCase() + name.slice(1);
}

const currencies: ReadonlyMap<string, string> = new Map(
  'usd USD|dollar USD|dollars USD|$ USD|eur EUR|euro EUR|euros EUR|€ EUR|gbp GBP|pound GBP|pounds GBP|£ GBP|jpy JPY|yen JPY|chf CHF|franc CHF|francs CHF|cad CAD|aud AUD|inr INR|rupee INR|rupees INR|cny CNY|yuan CNY|btc BTC|bitcoin BTC|eth ETH|ethereum ETH'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

/** The currencies that a text names, in order. */
export function findCurrencies(text: string): string[] {
  const found = text.match(/\p{L}+|[$€£]/gu)?.filter((word) => currencies.has(word.toLowerCase())) ?? [];
  return [...new Set(found)];
}

/** The code of a currency: USD for dollars. */
export function codeOfCurrency(name: string): string {
  return currencies.get(name.toLowerCase()) ?? name;
}

const companies: ReadonlyMap<string, string> = new Map(
  'apple AAPL|microsoft MSFT|google GOOGL|alphabet GOOGL|amazon AMZN|tesla TSLA|nvidia NVDA|meta META|facebook META|netflix NFLX|intel INTC|ibm IBM|oracle ORCL|disney DIS'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

/** The symbols of stocks and coins that a text names: written out, or as the company. */
export function findSymbols(text: string): string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  const known = words.flatMap((word) => companies.get(word.toLowerCase()) ?? []);
  const written = words.filter((word) => /^[A-Z]{2,5}$/.test(word) && !companies.has(word.toLowerCase()));
  return [...new Set([...known, ...written])];
}
