import type { Programs } from './program.ts';

/** Exercises with searching, sorting and data structures in TypeScript. */
export const typescriptStructures: Programs = {
  'binary-search': `function binarySearch(items‹: readonly number[]›, target‹: number›)‹: number› {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle]‹ ?? NaN›;
    if (item === target) return middle;
    if (item < target) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

console.log(binarySearch([2, 5, 11, 37, 40], 37)); // 3`,
  'bubble-sort': `function bubbleSort(items‹: readonly number[]›)‹: number[]› {
  const result = [...items];
  for (let end = result.length - 1; end > 0; end -= 1) {
    let swapped = false;
    for (let index = 0; index < end; index += 1) {
      const [left‹ = 0›, right‹ = 0›] = [result[index], result[index + 1]];
      if (left > right) {
        [result[index], result[index + 1]] = [right, left];
        swapped = true;
      }
    }
    if (!swapped) break;
  }
  return result;
}

console.log(bubbleSort([5, 1, 4, 2]).join(' ')); // 1 2 4 5`,
  quicksort: `function quicksort(items‹: readonly number[]›)‹: number[]› {
  const [pivot, ...rest] = items;
  if (pivot === undefined) return [];
  const smaller = rest.filter((item) => item < pivot);
  const others = rest.filter((item) => item >= pivot);
  return [...quicksort(smaller), pivot, ...quicksort(others)];
}

console.log(quicksort([5, 1, 4, 2, 4]).join(' ')); // 1 2 4 4 5`,
  'merge-sort': `function mergeSort(items‹: readonly number[]›)‹: number[]› {
  if (items.length <= 1) return [...items];
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle));
  const right = mergeSort(items.slice(middle));
  const merged‹: number[]› = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [one‹ = 0›, other‹ = 0›] = [left[i], right[j]];
    if (one <= other) {
      merged.push(one);
      i += 1;
    } else {
      merged.push(other);
      j += 1;
    }
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

console.log(mergeSort([5, 1, 4, 2]).join(' ')); // 1 2 4 5`,
  'two-sum': `function twoSum(numbers‹: readonly number[]›, target‹: number›)‹: [number, number] | undefined› {
  const seen = new Map‹<number, number>›();
  for (const [index, number] of numbers.entries()) {
    const other = seen.get(target - number);
    if (other !== undefined) return [other, index];
    seen.set(number, index);
  }
  return undefined;
}

console.log(twoSum([2, 7, 11, 15], 9)?.join(' ')); // 0 1`,
  flatten: `‹type Nested<T> = T | readonly Nested<T>[];

›function flatten‹<T>›(items‹: readonly Nested<T>[]›)‹: T[]› {
  const flat‹: T[]› = [];
  for (const item of items) {
    if (Array.isArray(item)) flat.push(...flatten‹<T>›(item));
    else flat.push(item‹ as T›);
  }
  return flat;
}

console.log(flatten([1, [2, [3, 4]], 5]).join(' ')); // 1 2 3 4 5`,
  transpose: `function transpose‹<T>›(matrix‹: readonly (readonly T[])[]›)‹: T[][]› {
  const [first = []] = matrix;
  return first.map((_, column) => matrix.map((row) => row[column]‹ as T›));
}

console.log(JSON.stringify(transpose([[1, 2, 3], [4, 5, 6]]))); // [[1,4],[2,5],[3,6]]`,
  'deep-clone': `const original = { name: 'Ada', tags: ['math', 'code'], born: new Date('1815-12-10') };
const clone = structuredClone(original);
clone.tags.push('poetry');

console.log(original.tags.length, clone.tags.length, clone.born.getUTCFullYear()); // 2 3 1815`,
  stack: `class Stack‹<T>› {
  #items‹: T[]› = [];

  push(item‹: T›)‹: void› {
    this.#items.push(item);
  }

  pop()‹: T | undefined› {
    return this.#items.pop();
  }

  peek()‹: T | undefined› {
    return this.#items.at(-1);
  }

  get size()‹: number› {
    return this.#items.length;
  }
}

const stack = new Stack‹<string>›();
stack.push('first');
stack.push('second');
console.log(stack.pop(), stack.size); // second 1`,
  queue: `class Queue‹<T>› {
  #items‹: T[]› = [];
  #head = 0;

  enqueue(item‹: T›)‹: void› {
    this.#items.push(item);
  }

  dequeue()‹: T | undefined› {
    const item = this.#items[this.#head];
    if (this.#head < this.#items.length) this.#head += 1;
    // Cutting off the used part only now and then keeps each call cheap.
    if (this.#head > 1000) {
      this.#items.splice(0, this.#head);
      this.#head = 0;
    }
    return item;
  }

  get size()‹: number› {
    return this.#items.length - this.#head;
  }
}

const queue = new Queue‹<string>›();
queue.enqueue('first');
queue.enqueue('second');
console.log(queue.dequeue(), queue.size); // first 1`,
  'reverse-linked-list': `‹interface Node<T> {
  value: T;
  next: Node<T> | undefined;
}

›function reverse‹<T>›(head‹: Node<T> | undefined›)‹: Node<T> | undefined› {
  let previous‹: Node<T> | undefined›;
  let current = head;
  while (current !== undefined) {
    const following‹: Node<T> | undefined› = current.next;
    current.next = previous;
    previous = current;
    current = following;
  }
  return previous;
}

const list = { value: 1, next: { value: 2, next: { value: 3, next: undefined } } };
const values = [];
for (let node‹: Node<number> | undefined› = reverse(list); node !== undefined; node = node.next) values.push(node.value);
console.log(values.join(' ')); // 3 2 1`,
  'linked-list': `‹interface Node<T> {
  value: T;
  next: Node<T> | undefined;
}

›class LinkedList‹<T>› {
  #head‹: Node<T> | undefined›;
  #tail‹: Node<T> | undefined›;

  append(value‹: T›)‹: void› {
    const node‹: Node<T>› = { value, next: undefined };
    if (this.#tail === undefined) this.#head = node;
    else this.#tail.next = node;
    this.#tail = node;
  }

  *[Symbol.iterator]()‹: Iterator<T>› {
    for (let node = this.#head; node !== undefined; node = node.next) yield node.value;
  }
}

const items = new LinkedList‹<number>›();
for (const value of [1, 2, 3]) items.append(value);
console.log([...items].join(' ')); // 1 2 3`,
  'lru-cache': `class LRUCache‹<K, V>› {
  #entries = new Map‹<K, V>›();
  #capacity‹: number›;

  constructor(capacity‹: number›) {
    this.#capacity = capacity;
  }

  get(key‹: K›)‹: V | undefined› {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      // A map remembers the order of insertion, so the entry used last goes to the end.
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key‹: K›, value‹: V›)‹: void› {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
  }
}

const cache = new LRUCache‹<string, number>›(2);
cache.set('a', 1);
cache.set('b', 2);
cache.get('a');
cache.set('c', 3);
console.log(cache.get('a'), cache.get('b') === undefined); // 1 true`,
};
