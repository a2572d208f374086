import type { Known } from './known.ts';
import { topics } from './topics.ts';

/** The topic that one of the phrases names; `programming` admits names that mean something else in everyday life. */
export function findKnown(phrases: readonly string[], programming: boolean): Known | undefined {
  for (const phrase of phrases) {
    for (const name of spellings(phrase)) {
      const found = names.get(name) ?? (programming ? technicalNames.get(name) : undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const names = new Map<string, Known>();
const technicalNames = new Map<string, Known>();
for (const topic of topics) {
  for (const name of topic.names.split(', ')) {
    if (name.endsWith('?')) technicalNames.set(name.slice(0, -1), topic);
    else names.set(name, topic);
  }
}

// From the phrase as it stands to its core: "the basics of modern database indexes in SQL" ends as "database indexes".
function spellings(phrase: string): string[] {
  const whole = dropArticle(phrase.toLowerCase().replace(/['’]s\b/g, ''));
  const head =
    whole.split(/ (?:in|for|with|using|on|to|when|from|and how|and why|is|are|works?|functions?) /, 1)[0] ??
    whole;
  const inner = dropArticle(whole.replace(aspects, ''));
  const innerHead = inner.split(/ (?:in|for|with|using|on|to|when|from) /, 1)[0] ?? inner;
  const found = [whole, head, inner, innerHead].map((text) => text.trim());
  return [...new Set(found.flatMap((text) => [text, text.replace(tails, ''), text.replace(leads, '')]))];
}

function dropArticle(text: string): string {
  return text.replace(/^(?:the|a|an|your|our|this|these) /, '');
}

const aspects =
  /^(?:(?:the |a |an |main |key |whole |entire |brief |short )*(?:history|basics|fundamentals|concept|concepts|idea|role|importance|impact|future|origins?|causes?|effects?|meaning|theory|life|story|purpose|use|uses|usage|process|science|works?|benefits?|advantages|disadvantages|drawbacks|pros and cons|power|point|nature|structure|definition|principles?|need|discovery|invention|fall|rise|internals|workings) (?:of|for|behind) )/;
const tails =
  / (?:works?|basics|protocol|algorithm|algorithms|concepts?|technology|technologies|technique|pattern|language|programming|api|data structures?|fundamentals|explained|really|exactly|system|systems|framework|theory)$/;
const leads =
  /^(?:modern|basic|simple|good|real|distributed|relational|javascript|python|java|typescript|rust|go|node\.js|database|sql|web|browser|http|software|computer|programming|large|plain|classic|classical) /;
