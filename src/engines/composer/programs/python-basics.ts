import type { Programs } from './program.ts';

/** Exercises with numbers and texts in Python. */
export const pythonBasics: Programs = {
  'hello-world': `print("Hello, world!")`,
  fibonacci: `def fibonacci(n: int) -> int:
    """Return the n-th Fibonacci number, counted from 0."""
    if n < 0:
        raise ValueError("n must not be negative")
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print([fibonacci(n) for n in range(10)])  # [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]`,
  factorial: `def factorial(n: int) -> int:
    """Return the product of 1 to n."""
    if n < 0:
        raise ValueError("n must not be negative")
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


print(factorial(5))  # 120`,
  palindrome: `def is_palindrome(text: str) -> bool:
    """Tell whether the letters and digits read the same both ways."""
    letters = [character.lower() for character in text if character.isalnum()]
    return letters == letters[::-1]


print(is_palindrome("Never odd or even"))  # True`,
  'reverse-string': `def reverse_string(text: str) -> str:
    """Return the text with its characters in reverse order."""
    return text[::-1]


print(reverse_string("stream"))  # maerts`,
  'reverse-array': `def reverse_list(items: list) -> list:
    """Return a new list with the items in reverse order."""
    return items[::-1]


print(reverse_list([1, 2, 3]))  # [3, 2, 1]`,
  fizzbuzz: `def fizzbuzz(n: int) -> str:
    """Return Fizz, Buzz, FizzBuzz or the number itself."""
    if n % 15 == 0:
        return "FizzBuzz"
    if n % 3 == 0:
        return "Fizz"
    if n % 5 == 0:
        return "Buzz"
    return str(n)


for number in range(1, 16):
    print(fizzbuzz(number))`,
  prime: `def is_prime(n: int) -> bool:
    """Tell whether n is a prime number."""
    if n < 2:
        return False
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return True


print([n for n in range(20) if is_prime(n)])  # [2, 3, 5, 7, 11, 13, 17, 19]`,
  gcd: `def gcd(a: int, b: int) -> int:
    """Return the greatest common divisor, by Euclid's algorithm."""
    while b != 0:
        a, b = b, a % b
    return abs(a)


print(gcd(48, 18))  # 6`,
  'count-words': `from collections import Counter
import re


def count_words(text: str) -> Counter[str]:
    """Count how often each word occurs, whatever its case."""
    return Counter(re.findall(r"[\\w']+", text.lower()))


print(count_words("The cat and the dog").most_common(1))  # [('the', 2)]`,
  'count-vowels': `def count_vowels(text: str) -> int:
    """Count the vowels of a text."""
    return sum(character in "aeiou" for character in text.lower())


print(count_vowels("Understudy"))  # 3`,
  anagram: `from collections import Counter


def are_anagrams(one: str, other: str) -> bool:
    """Tell whether two texts consist of the same letters."""

    def letters(text: str) -> Counter[str]:
        return Counter(character for character in text.lower() if character.isalpha())

    return letters(one) == letters(other)


print(are_anagrams("Listen", "Silent"))  # True`,
  'sum-list': `def total(numbers: list[float]) -> float:
    """Return the sum of the numbers."""
    result = 0
    for number in numbers:
        result += number
    return result


print(total([1, 2, 3, 4]))  # 10`,
  'largest-number': `def largest(numbers: list[float]) -> float:
    """Return the largest number of a list that is not empty."""
    if not numbers:
        raise ValueError("the list must not be empty")
    best = numbers[0]
    for number in numbers[1:]:
        if number > best:
            best = number
    return best


print(largest([3, 9, 2]))  # 9`,
  'remove-duplicates': `def remove_duplicates(items: list) -> list:
    """Return the items without repeats, in their first order."""
    return list(dict.fromkeys(items))


print(remove_duplicates([3, 1, 3, 2, 1]))  # [3, 1, 2]`,
  'email-regex': `import re

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}")


def is_email(text: str) -> bool:
    """Tell whether a text looks like an e-mail address."""
    return EMAIL.fullmatch(text) is not None


print(is_email("ada@example.com"), is_email("ada@example"))  # True False`,
  'date-regex': `from datetime import date
import re

DATE = re.compile(r"\\b(\\d{4})-(\\d{2})-(\\d{2})\\b")


def find_dates(text: str) -> list[date]:
    """Return the valid dates of the form YYYY-MM-DD in a text."""
    found = []
    for year, month, day in DATE.findall(text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            pass  # 2024-02-31 has the form of a date and is none.
    return found


print(find_dates("From 2024-02-28 to 2024-02-31"))  # [datetime.date(2024, 2, 28)]`,
  'celsius-fahrenheit': `def to_fahrenheit(celsius: float) -> float:
    """Convert degrees Celsius to degrees Fahrenheit."""
    return celsius * 9 / 5 + 32


print(to_fahrenheit(100))  # 212.0`,
};
