import type { Sort } from './sorts.ts';

/** Parts of a sentence that stand for a member's text: what is to be searched, said, named or translated. */
export function findPhrase(sort: Sort | undefined, text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  if (sort === 'expression') return findExpression(line);
  if (sort === 'query') return withoutRequest(line);
  const patterns = sort === undefined ? undefined : phrases.get(sort);
  for (const pattern of patterns ?? []) {
    const found = pattern.exec(line)?.[1]?.trim();
    if (found !== undefined && found !== '') return found.slice(0, longest).toWellFormed();
  }
  return undefined;
}

const longest = 300;

/** A sum that the text says, in digits and signs. */
export function findExpression(text: string): string | undefined {
  const spoken = text
    .replace(/(?<=\d) ?(?:times|multiplied by|x|×) ?(?=\d)/gi, ' * ')
    .replace(/(?<=\d) ?plus ?(?=\d)/gi, ' + ')
    .replace(/(?<=\d) ?minus ?(?=\d)/gi, ' - ')
    .replace(/(?<=\d) ?(?:divided by|÷) ?(?=\d)/gi, ' / ');
  const found =
    /\({0,5}-?\d[\d.]{0,20}\){0,5}(?:\s?(?:\*\*|[-+*/%^])\s?\({0,5}-?\d[\d.]{0,20}\){0,5}){1,50}/.exec(
      spoken,
    )?.[0];
  return found?.replace(/(?<=\d)[.]+$/, '');
}

const phrases: ReadonlyMap<Sort, readonly RegExp[]> = new Map([
  ['person', [/\b(?:called|named) (.{1,80}?)(?= (?:on|at|for|by|with|in|from|and)\b|[.?!,;]|$)/i]],
  [
    'message',
    [
      /\b(?:saying|that says|to say|telling (?:him|her|them|everyone))(?: that)? (.{1,300})$/i,
      /\b(?:tell|email|mail|message|text|inform|notify|write|let) .{1,40}? (?:that|know) (.{1,300})$/i,
      /\bsay (.{1,200}?) (?:in|to) \p{L}+\b/iu,
      /\btranslate[: ]+(?:the (?:word|phrase|sentence|text) )?(.{1,300}?) (?:in|into|to) \p{L}+[.?!]?$/iu,
      /\b(?:message|text|note):? (.{1,300})$/i,
      /^[^:]{3,60}: ?(.{1,300})$/i,
    ],
  ],
  [
    'title',
    [
      /\b(?:called|named|titled|entitled) (.{1,120}?)(?= (?:on|at|for|by|with|in|from|and)\b|[.?!,;]|$)/i,
      /\bremind me (?:to|about) (.{1,120}?)(?= (?:on|at|by|in|tomorrow|today|tonight|next)\b|[.?!,;]|$)/i,
      /\b(?:about|regarding|re:|task:?|todo:?) (.{1,120}?)(?= (?:on|at|by|saying|that|tomorrow|today)\b|[.?!,;]|$)/i,
      /\b(?:add|buy|order|put|book|schedule|create)(?: me)?(?: a| an| the| some| my)? (.{1,120}?)(?= (?:to|on|from|for|at|with|in|into|called|tomorrow|today|next)\b|[.?!,;]|$)/i,
    ],
  ],
]);

const request =
  /^(?:(?:please|kindly|hey|hi|hello|ok|okay|now|so)[,! ]+|(?:can|could|would|will) you (?:please )?|i (?:want|need|would like|'d like) (?:you )?to |(?:search|look)(?: (?:the |my |our )?(?:web|internet|docs?|documentation|knowledge base|database|files?|online|wikipedia))?(?: (?:for|up|about|on))? |(?:find|google|look up|get|fetch|retrieve)(?: me| out)?(?: (?:information|info|something|everything|anything|articles?|papers?|documents?|news|the latest)(?: (?:about|on|for))?)? |tell me (?:about |more about )?|show me |give me |what do you know about )+/i;

function withoutRequest(line: string): string | undefined {
  const rest = line
    .replace(request, '')
    .replace(/[\s?!.]+$/, '')
    .trim();
  return rest === '' ? undefined : rest.slice(0, longest).toWellFormed();
}
