import type { Field } from './field.ts';

/** Words that describe what belongs to a field, more than any answer of a few words needs. */
export function traitsOf(field: Field): string[] {
  return (traits.get(field.name) ?? everyday).split(' ');
}

const everyday =
  'useful practical familiar surprising varied lasting personal simple valuable changing modest common rewarding demanding lively curious honest deep open patient subtle';

const traits: ReadonlyMap<string, string> = new Map([
  [
    'programming',
    'exact testable fast reusable structured logical automatic repeatable modular efficient abstract reliable portable composable debuggable documented versioned scalable powerful practical precise',
  ],
  [
    'business',
    'measurable competitive strategic profitable risky planned shared negotiated growing customer-focused seasonal scalable regulated costly practical visible long-term flexible focused accountable steady',
  ],
  [
    'writing',
    'expressive rhythmic vivid concise personal memorable layered playful precise emotional inventive readable musical figurative honest structured revised quotable timeless quiet clear',
  ],
  [
    'science',
    'natural measurable lawful ancient powerful invisible universal surprising physical testable observable complex predictable energetic gradual fascinating essential vast fundamental dynamic beautiful',
  ],
  [
    'history',
    'influential contested documented gradual dramatic political social far-reaching retold complex human decisive foundational remembered turbulent debated consequential cultural economic layered formative',
  ],
  [
    'learning',
    'gradual repeatable rewarding personal demanding lasting social playful structured motivating active patient measurable encouraging varied cumulative practical curious thoughtful steady lifelong',
  ],
  [
    'cooking',
    'warm fragrant simple filling seasonal comforting crisp savoury homemade shared traditional nourishing rich fresh golden quick hearty affordable versatile satisfying beloved',
  ],
  [
    'travel',
    'lively historic distant colourful walkable memorable scenic crowded welcoming coastal surprising varied sunny charming photogenic layered affordable relaxed cosmopolitan old unforgettable',
  ],
  [
    'health',
    'calming healthy gentle regular restorative personal gradual protective natural steadying strengthening preventive balanced mindful sustainable individual soothing daily simple effective vital',
  ],
  [
    'nature',
    'wild green living seasonal ancient vast quiet diverse graceful resilient fragile beautiful deep untamed changing fertile migratory sheltering alert patient delicate',
  ],
]);
