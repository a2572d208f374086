import type { Programs } from './program.ts';

function inMain(methods: string, main: string): string {
  const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');
  const parts = [
    ...(methods === '' ? [] : [methods]),
    `public static void main(String[] args) {\n${indent(main)}\n}`,
  ];
  return `public final class Main {\n${indent(parts.join('\n\n'))}\n}`;
}

function inC(functions: string, main: string, ...headers: readonly string[]): string {
  const includes = ['stdio.h', ...headers].map((name) => `#include <${name}>`).join('\n');
  return `${includes}\n\n${functions === '' ? '' : `${functions}\n\n`}int main(void)\n{\n${main.replace(/^(?=.)/gm, '    ')}\n    return 0;\n}`;
}

const fizzBuzzInC = `for (int n = 1; n <= 15; n++) {
    if (n % 15 == 0)
        puts("FizzBuzz");
    else if (n % 3 == 0)
        puts("Fizz");
    else if (n % 5 == 0)
        puts("Buzz");
    else
        printf("%d\\n", n);
}`;

/** Exercises in Java. */
export const java: Programs = {
  'hello-world': inMain('', 'System.out.println("Hello, world!");'),
  fibonacci: inMain(
    `static long fibonacci(int n) {
    long a = 0;
    long b = 1;
    for (int step = 0; step < n; step++) {
        long next = a + b;
        a = b;
        b = next;
    }
    return a;
}`,
    'System.out.println(fibonacci(10)); // 55',
  ),
  factorial: inMain(
    `static long factorial(int n) {
    if (n < 0) {
        throw new IllegalArgumentException("n must not be negative");
    }
    long product = 1;
    for (int factor = 2; factor <= n; factor++) {
        product *= factor;
    }
    return product;
}`,
    'System.out.println(factorial(5)); // 120',
  ),
  'reverse-string': inMain(
    `static String reverseString(String text) {
    return new StringBuilder(text).reverse().toString();
}`,
    'System.out.println(reverseString("stream")); // maerts',
  ),
  palindrome: inMain(
    `static boolean isPalindrome(String text) {
    String letters = text.toLowerCase().replaceAll("[^a-z0-9]", "");
    return new StringBuilder(letters).reverse().toString().equals(letters);
}`,
    'System.out.println(isPalindrome("Never odd or even")); // true',
  ),
  fizzbuzz: inMain(
    '',
    `for (int n = 1; n <= 15; n++) {
    if (n % 15 == 0) {
        System.out.println("FizzBuzz");
    } else if (n % 3 == 0) {
        System.out.println("Fizz");
    } else if (n % 5 == 0) {
        System.out.println("Buzz");
    } else {
        System.out.println(n);
    }
}`,
  ),
  prime: inMain(
    `static boolean isPrime(int n) {
    if (n < 2) {
        return false;
    }
    for (int divisor = 2; (long) divisor * divisor <= n; divisor++) {
        if (n % divisor == 0) {
            return false;
        }
    }
    return true;
}`,
    'System.out.println(isPrime(97) + " " + isPrime(91)); // true false',
  ),
  gcd: inMain(
    `static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
}`,
    'System.out.println(gcd(48, 18)); // 6',
  ),
  'binary-search': inMain(
    `static int binarySearch(int[] items, int target) {
    int low = 0;
    int high = items.length - 1;
    while (low <= high) {
        int middle = low + (high - low) / 2;
        if (items[middle] == target) {
            return middle;
        }
        if (items[middle] < target) {
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return -1;
}`,
    'System.out.println(binarySearch(new int[] {2, 5, 11, 37, 40}, 37)); // 3',
  ),
  'bubble-sort': inMain(
    `static void bubbleSort(int[] items) {
    for (int end = items.length - 1; end > 0; end--) {
        for (int i = 0; i < end; i++) {
            if (items[i] > items[i + 1]) {
                int swapped = items[i];
                items[i] = items[i + 1];
                items[i + 1] = swapped;
            }
        }
    }
}`,
    `int[] items = {5, 1, 4, 2};
bubbleSort(items);
System.out.println(java.util.Arrays.toString(items)); // [1, 2, 4, 5]`,
  ),
};

/** Exercises in C. */
export const c: Programs = {
  'hello-world': inC('', 'puts("Hello, world!");'),
  fibonacci: inC(
    `static unsigned long fibonacci(unsigned n)
{
    unsigned long a = 0, b = 1;
    while (n-- > 0) {
        unsigned long next = a + b;
        a = b;
        b = next;
    }
    return a;
}`,
    'printf("%lu\\n", fibonacci(10)); /* 55 */',
  ),
  factorial: inC(
    `static unsigned long factorial(unsigned n)
{
    unsigned long product = 1;
    for (unsigned factor = 2; factor <= n; factor++)
        product *= factor;
    return product;
}`,
    'printf("%lu\\n", factorial(5)); /* 120 */',
  ),
  'reverse-string': inC(
    `/* Reverses the bytes in place, which is right for ASCII text. */
static void reverse_string(char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length / 2; i++) {
        char swapped = text[i];
        text[i] = text[length - 1 - i];
        text[length - 1 - i] = swapped;
    }
}`,
    'char text[] = "stream";\nreverse_string(text);\nputs(text); /* maerts */',
    'string.h',
  ),
  fizzbuzz: inC('', fizzBuzzInC),
  prime: inC(
    `static bool is_prime(int n)
{
    if (n < 2)
        return false;
    for (int divisor = 2; divisor <= n / divisor; divisor++)
        if (n % divisor == 0)
            return false;
    return true;
}`,
    'printf("%d %d\\n", is_prime(97), is_prime(91)); /* 1 0 */',
    'stdbool.h',
  ),
  gcd: inC(
    `static int gcd(int a, int b)
{
    while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}`,
    'printf("%d\\n", gcd(48, 18)); /* 6 */',
  ),
  'binary-search': inC(
    `static int binary_search(const int items[], int count, int target)
{
    int low = 0, high = count - 1;
    while (low <= high) {
        int middle = low + (high - low) / 2;
        if (items[middle] == target)
            return middle;
        if (items[middle] < target)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}`,
    'int items[] = {2, 5, 11, 37, 40};\nprintf("%d\\n", binary_search(items, 5, 37)); /* 3 */',
  ),
};
