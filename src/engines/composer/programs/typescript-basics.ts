import type { Programs } from './program.ts';

/** Exercises with numbers and texts in TypeScript; what stands between ‹ and › is left out in JavaScript. */
export const typescriptBasics: Programs = {
  'hello-world': `console.log('Hello, world!'); // Hello, world!`,
  fibonacci: `function fibonacci(n‹: number›)‹: number› {
  if (n < 0) throw new RangeError('n must not be negative');
  let [a, b] = [0, 1];
  for (let step = 0; step < n; step += 1) [a, b] = [b, a + b];
  return a;
}

console.log(Array.from({ length: 10 }, (_, n) => fibonacci(n)).join(' ')); // 0 1 1 2 3 5 8 13 21 34`,
  factorial: `function factorial(n‹: number›)‹: number› {
  if (n < 0) throw new RangeError('n must not be negative');
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return product;
}

console.log(factorial(5)); // 120`,
  palindrome: `function isPalindrome(text‹: string›)‹: boolean› {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters === [...letters].reverse().join('');
}

console.log(isPalindrome('Never odd or even')); // true`,
  'reverse-string': `function reverseString(text‹: string›)‹: string› {
  return [...text].reverse().join('');
}

console.log(reverseString('stream')); // maerts`,
  'reverse-array': `function reverseArray‹<T>›(items‹: readonly T[]›)‹: T[]› {
  return [...items].reverse();
}

console.log(reverseArray([1, 2, 3]).join(' ')); // 3 2 1`,
  fizzbuzz: `function fizzBuzz(n‹: number›)‹: string› {
  if (n % 15 === 0) return 'FizzBuzz';
  if (n % 3 === 0) return 'Fizz';
  if (n % 5 === 0) return 'Buzz';
  return String(n);
}

for (let n = 1; n <= 15; n += 1) console.log(fizzBuzz(n));`,
  prime: `function isPrime(n‹: number›)‹: boolean› {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) {
    if (n % divisor === 0) return false;
  }
  return true;
}

console.log([...Array(20).keys()].filter(isPrime).join(' ')); // 2 3 5 7 11 13 17 19`,
  gcd: `function gcd(a‹: number›, b‹: number›)‹: number› {
  while (b !== 0) [a, b] = [b, a % b];
  return Math.abs(a);
}

console.log(gcd(48, 18)); // 6`,
  'count-words': `function countWords(text‹: string›)‹: Map<string, number>› {
  const counts = new Map‹<string, number>›();
  for (const [word] of text.toLowerCase().matchAll(/[\\p{L}\\p{N}']+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

console.log(countWords('The cat and the dog').get('the')); // 2`,
  'count-vowels': `function countVowels(text‹: string›)‹: number› {
  return (text.match(/[aeiou]/gi) ?? []).length;
}

console.log(countVowels('Understudy')); // 3`,
  anagram: `function areAnagrams(one‹: string›, other‹: string›)‹: boolean› {
  const letters = (text‹: string›)‹: string› =>
    [...text.toLowerCase().replace(/[^\\p{L}]/gu, '')].sort().join('');
  return letters(one) === letters(other);
}

console.log(areAnagrams('Listen', 'Silent')); // true`,
  'sum-list': `function sum(numbers‹: readonly number[]›)‹: number› {
  return numbers.reduce((total, number) => total + number, 0);
}

console.log(sum([1, 2, 3, 4])); // 10`,
  'largest-number': `function largest(numbers‹: readonly number[]›)‹: number | undefined› {
  let best = numbers[0];
  for (const number of numbers) {
    if (best === undefined || number > best) best = number;
  }
  return best;
}

console.log(largest([3, 9, 2])); // 9`,
  'remove-duplicates': `function removeDuplicates‹<T>›(items‹: readonly T[]›)‹: T[]› {
  return [...new Set(items)];
}

console.log(removeDuplicates([3, 1, 3, 2, 1]).join(' ')); // 3 1 2`,
  'email-regex': `const email = /^[\\w.%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}$/i;

function isEmail(text‹: string›)‹: boolean› {
  return email.test(text);
}

console.log(isEmail('ada@example.com'), isEmail('ada@example')); // true false`,
  'date-regex': `function findDates(text‹: string›)‹: string[]› {
  const found = text.match(/\\b\\d{4}-\\d{2}-\\d{2}\\b/g) ?? [];
  // 2024-02-31 has the form of a date and is none: only real dates come back unchanged.
  return found.filter((date) => {
    const parsed = new Date(date + 'T00:00:00Z');
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  });
}

console.log(findDates('From 2024-02-28 to 2024-02-31').join(' ')); // 2024-02-28`,
  'celsius-fahrenheit': `function toFahrenheit(celsius‹: number›)‹: number› {
  return (celsius * 9) / 5 + 32;
}

console.log(toFahrenheit(100)); // 212`,
};
