// What names of tools and members are made of, compared by stems.

/** The words of a name: "getWeather", "get_weather" and "get-weather" have the same. */
export function splitName(name: string): string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** The words of a text, small. */
export function splitText(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d°'’]+/u)
    .filter((word) => word !== '');
}

/** What the forms of a word share, near enough to compare two words. */
export function stem(word: string): string {
  const small = word.toLowerCase().replace(/['’]s$/, '');
  if (small.length < 4 || unchanged.has(small)) return small;
  const single = small
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<![sui])s$/, '');
  return single.length < 5 ? single : single.replace(/(?:ing|ed|e)$/, '');
}

const unchanged = new Set('news this thing string king ring bring spring need feed speed during'.split(' '));
