/** How a short turn carries an earlier one on. */
export type FollowUp =
  | 'why'
  | 'example'
  | 'shorter'
  | 'longer'
  | 'simpler'
  | 'again'
  | 'doubt'
  | 'form'
  | 'topic';

const patterns: readonly (readonly [RegExp, FollowUp])[] = [
  [
    /^(?:but |and |so |ok(?:ay)? )*(?:why(?: not| so| is that| is this)?|how (?:so|come)|what for)[\s?!.]*$/i,
    'why',
  ],
  [
    /^(?:can you |could you |please )*(?:(?:give|show)(?: me)? )?(?:an?|another|some|one|more|for) ?(?:more |concrete |simple |real |good |short )*examples?(?: please)?(?: of (?:that|this|it))?[\s?!.]*$|^(?:for )?example[\s?!.]*$/i,
    'example',
  ],
  [
    /^(?:can you |could you |please |make (?:it|that|this) |keep it |even )*(?:much |a bit |a little )?(?:shorter|briefer|more concise|brief|shorten(?: it| that| this)?|summari[sz]e(?: it| that| this)?|tl;?dr|in short)(?: version)?(?: please)?[\s?!.]*$/i,
    'shorter',
  ],
  [
    /^(?:can you |could you |please |ok(?:ay)?,? )*(?:(?:make (?:it|that|this) )?(?:longer|more detailed)|(?:tell me |say )?more(?: details?| about (?:it|that|this)| please)*|continue|go on|keep going|carry on|elaborate(?: on (?:that|this|it))?|expand(?: on)?(?: it| that| this)?|and then|and|go deeper|what else)(?: please)?[\s?!.]*$/i,
    'longer',
  ],
  [
    /^(?:can you |could you |please )*(?:(?:make|explain|say|put) (?:it|that|this) )?(?:simpler|more simply|simplify(?: it| that| this)?|in simple(?:r)? (?:terms|words)|i (?:don't|do not) (?:understand|get it)|like i'?m (?:five|5))(?: please)?[\s?!.]*$/i,
    'simpler',
  ],
  [
    /^(?:can you |could you |please )*(?:try again|again|once more|retry|regenerate|rephrase(?: it| that| this)?|another one|one more|say (?:it|that) again)(?: please)?[\s?!.]*$/i,
    'again',
  ],
  [
    /^(?:really|are you (?:sure|certain)(?: about (?:that|this|it))?|is that (?:true|right|correct)|that(?:'s| is) (?:wrong|not (?:right|true|correct))|no|wrong|seriously|i don't believe (?:it|that|you))[\s?!.]*$/i,
    'doubt',
  ],
  [
    /^(?:now |please |can you |could you |and |give it |do (?:it|that|this) |put (?:it|that|this) |format (?:it|that|this) |write (?:it|that|this) |show (?:it|that|this) )*(?:in|as|using|with) (?:a |an |one |two |three |four |five |\d+ |exactly |bullet |markdown )*(?:json(?: format)?|table|list|bullet points|bullets|plain text|sentences?|words|paragraphs?|german|french|spanish|english)(?: please)?[\s?!.]*$/i,
    'form',
  ],
  [/^(?:and )?(?:what|how) about (?!you\b).{2,80}$|^and (?:for|with|in) .{2,60}\?$/i, 'topic'],
];

/** The kind of follow-up a message is, if it is one. */
export function readFollowUp(text: string): FollowUp | undefined {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length > 100) return undefined;
  return patterns.find(([pattern]) => pattern.test(flat))?.[1];
}
