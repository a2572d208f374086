import { findKnownProgram, type KnownProgram } from './programs/known-programs.ts';
import { compiledSketches } from './sketches-compiled.ts';
import { scriptedSketches } from './sketches-scripted.ts';
import type { Subject } from './subject.ts';
import { functionWords } from './word-classes.ts';

/** Source code in the language for what the subject names: a known program, or a sketch with fitting names. */
export function findProgram(language: string, subject: Subject, prompt: string): KnownProgram {
  return findKnownProgram(language, prompt) ?? { code: sketch(language, subject), notes: [] };
}

function sketch(language: string, subject: Subject): string {
  const words = nameWords(subject);
  const model =
    compiledSketches.get(language) ?? scriptedSketches.get(language) ?? scriptedSketches.get('python');
  return (model ?? '')
    .replaceAll('snake_name', words.join('_'))
    .replaceAll('camelName', camel(words))
    .replaceAll('PascalName', pascal(words))
    .replaceAll('kebab-name', words.join('-'))
    .replaceAll('plain name', words.join(' '));
}

function nameWords(subject: Subject): string[] {
  const words = (subject.task ?? subject.topic)
    .replace(/^implement /, '')
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(
      (word) =>
        /^[a-z]/.test(word) &&
        !functionWords.has(word) &&
        !/^(?:a|an|the|your|my|its|all|given|simple)$/.test(word),
    );
  const short = words.slice(0, 3).map((word) => word.slice(0, 16));
  if (short.length === 0) return ['process', 'items'];
  // A name of one word could be a keyword of the language.
  return short.length === 1 ? ['handle', ...short] : short;
}

function camel(words: readonly string[]): string {
  const name = pascal(words);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function pascal(words: readonly string[]): string {
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}
