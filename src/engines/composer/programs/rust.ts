import type { Programs } from './program.ts';

/** Exercises in Rust. */
export const rust: Programs = {
  'hello-world': `fn main() {
    println!("Hello, world!");
}`,
  fibonacci: `fn fibonacci(n: u32) -> u64 {
    let (mut a, mut b) = (0, 1);
    for _ in 0..n {
        (a, b) = (b, a + b);
    }
    a
}

fn main() {
    println!("{}", fibonacci(10)); // 55
}`,
  factorial: `fn factorial(n: u64) -> u64 {
    (1..=n).product()
}

fn main() {
    println!("{}", factorial(5)); // 120
}`,
  'reverse-string': `fn reverse_string(text: &str) -> String {
    text.chars().rev().collect()
}

fn main() {
    println!("{}", reverse_string("stream")); // maerts
}`,
  palindrome: `fn is_palindrome(text: &str) -> bool {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    letters.iter().eq(letters.iter().rev())
}

fn main() {
    println!("{}", is_palindrome("Never odd or even")); // true
}`,
  fizzbuzz: `fn main() {
    for n in 1..=15 {
        match (n % 3, n % 5) {
            (0, 0) => println!("FizzBuzz"),
            (0, _) => println!("Fizz"),
            (_, 0) => println!("Buzz"),
            _ => println!("{n}"),
        }
    }
}`,
  prime: `fn is_prime(n: u64) -> bool {
    n >= 2 && (2..).take_while(|d| d * d <= n).all(|d| n % d != 0)
}

fn main() {
    println!("{} {}", is_prime(97), is_prime(91)); // true false
}`,
  gcd: `fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn main() {
    println!("{}", gcd(48, 18)); // 6
}`,
  'binary-search': `fn binary_search(items: &[i32], target: i32) -> Option<usize> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match items[middle].cmp(&target) {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

fn main() {
    println!("{:?}", binary_search(&[2, 5, 11, 37, 40], 37)); // Some(3)
}`,
  'bubble-sort': `fn bubble_sort(items: &mut [i32]) {
    for end in (1..items.len()).rev() {
        for index in 0..end {
            if items[index] > items[index + 1] {
                items.swap(index, index + 1);
            }
        }
    }
}

fn main() {
    let mut items = [5, 1, 4, 2];
    bubble_sort(&mut items);
    println!("{items:?}"); // [1, 2, 4, 5]
}`,
  'two-sum': `use std::collections::HashMap;

fn two_sum(numbers: &[i32], target: i32) -> Option<(usize, usize)> {
    let mut seen = HashMap::new();
    for (index, number) in numbers.iter().enumerate() {
        if let Some(&other) = seen.get(&(target - number)) {
            return Some((other, index));
        }
        seen.insert(*number, index);
    }
    None
}

fn main() {
    println!("{:?}", two_sum(&[2, 7, 11, 15], 9)); // Some((0, 1))
}`,
  'count-words': `use std::collections::BTreeMap;

fn count_words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

fn main() {
    println!("{:?}", count_words("The cat and the dog")); // {"and": 1, "cat": 1, "dog": 1, "the": 2}
}`,
  'read-file': `use std::fs;

fn main() -> std::io::Result<()> {
    let text = fs::read_to_string("notes.txt")?;
    for (number, line) in text.lines().enumerate() {
        println!("{:3} {line}", number + 1);
    }
    Ok(())
}`,
  stack: `struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }

    fn push(&mut self, item: T) {
        self.items.push(item);
    }

    fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }

    fn len(&self) -> usize {
        self.items.len()
    }
}

fn main() {
    let mut stack = Stack::new();
    stack.push("first");
    stack.push("second");
    println!("{:?} {}", stack.pop(), stack.len()); // Some("second") 1
}`,
};
