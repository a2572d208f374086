/** A tool of the sort that most examples have, as JSON Schema. */
export const weatherParameters = {
  type: 'object' as const,
  properties: {
    location: { type: 'string' as const, description: 'The city, for example Paris' },
    unit: { type: 'string' as const, enum: ['celsius', 'fahrenheit'] },
  },
  required: ['location'],
  additionalProperties: false,
};

/** A question that asks for the tool once. */
export const question = 'What is the weather in Paris, in Celsius?';

/** What a weather service says of a place. */
export function lookUp({ location }: { readonly location: string }) {
  return { location, temperature: 21, sky: 'clear' };
}
