/** The source code of a well-known exercise that the prompt names, where the language has it. */
export function findKnownProgram(language: string, prompt: string): string | undefined {
  const exercise = exercises.find(({ clue }) => clue.test(prompt));
  return exercise?.code[language === 'jsx' ? 'javascript' : language];
}

interface Exercise {
  readonly clue: RegExp;
  readonly code: Readonly<Record<string, string>>;
}

// A TypeScript version is the JavaScript one with types, so that the two cannot drift apart.
function both(code: string): { readonly javascript: string; readonly typescript: string } {
  return {
    typescript: code,
    javascript: code
      .replace(/(\(|, )(\w+): (?:readonly )?[\w[\]<>]+/g, '$1$2')
      .replace(/\): [\w[\]<>, |]+ (?=\{|=>)/g, ') ')
      .replace(/: (?:number|string)(?:\[\])? =/g, ' =')
      .replace(/new (Map|Set)<[^>]+>/g, 'new $1'),
  };
}

const exercises: readonly Exercise[] = [
  {
    clue: /\bfib/i,
    code: {
      python: `def fibonacci(n: int) -> int:
    """Return the n-th Fibonacci number, counted from 0."""
    if n < 0:
        raise ValueError("n must not be negative")
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print([fibonacci(n) for n in range(10)])  # [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]`,
      ...both(`function fibonacci(n: number): number {
  if (n < 0) throw new RangeError('n must not be negative');
  let [a, b] = [0, 1];
  for (let step = 0; step < n; step += 1) [a, b] = [b, a + b];
  return a;
}

console.log(Array.from({ length: 10 }, (_, n) => fibonacci(n)));`),
      java: `public final class Fibonacci {
    static long fibonacci(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative");
        }
        long a = 0;
        long b = 1;
        for (int step = 0; step < n; step++) {
            long next = a + b;
            a = b;
            b = next;
        }
        return a;
    }

    public static void main(String[] args) {
        System.out.println(fibonacci(10));
    }
}`,
      go: `package main

import "fmt"

func fibonacci(n int) int {
	a, b := 0, 1
	for i := 0; i < n; i++ {
		a, b = b, a+b
	}
	return a
}

func main() {
	fmt.Println(fibonacci(10))
}`,
      rust: `fn fibonacci(n: u32) -> u64 {
    let (mut a, mut b) = (0, 1);
    for _ in 0..n {
        (a, b) = (b, a + b);
    }
    a
}

fn main() {
    println!("{}", fibonacci(10));
}`,
    },
  },
  {
    clue: /\bfactorial/i,
    code: {
      python: `def factorial(n: int) -> int:
    """Return the product of 1 to n."""
    if n < 0:
        raise ValueError("n must not be negative")
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


print(factorial(5))  # 120`,
      ...both(`function factorial(n: number): number {
  if (n < 0) throw new RangeError('n must not be negative');
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return product;
}

console.log(factorial(5)); // 120`),
    },
  },
  {
    clue: /\bpalindrom/i,
    code: {
      python: `def is_palindrome(text: str) -> bool:
    """Tell whether the letters and digits read the same both ways."""
    letters = [character.lower() for character in text if character.isalnum()]
    return letters == letters[::-1]


print(is_palindrome("Never odd or even"))  # True`,
      ...both(`function isPalindrome(text: string): boolean {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters === [...letters].reverse().join('');
}

console.log(isPalindrome('Never odd or even')); // true`),
    },
  },
  {
    clue: /\brevers\w* .{0,20}\bstring|\bstring.{0,20} revers/i,
    code: {
      python: `def reverse_string(text: str) -> str:
    """Return the text with its characters in reverse order."""
    return text[::-1]


print(reverse_string("stream"))  # maerts`,
      ...both(`function reverseString(text: string): string {
  return [...text].reverse().join('');
}

console.log(reverseString('stream')); // maerts`),
      rust: `fn reverse_string(text: &str) -> String {
    text.chars().rev().collect()
}

fn main() {
    println!("{}", reverse_string("stream"));
}`,
      java: `public final class ReverseString {
    static String reverseString(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    public static void main(String[] args) {
        System.out.println(reverseString("stream"));
    }
}`,
      go: `package main

import "fmt"

func reverseString(text string) string {
	runes := []rune(text)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func main() {
	fmt.Println(reverseString("stream"))
}`,
    },
  },
];
