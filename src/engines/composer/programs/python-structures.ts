import type { Programs } from './program.ts';

/** Exercises with searching, sorting and data structures in Python. */
export const pythonStructures: Programs = {
  'binary-search': `def binary_search(items: list[int], target: int) -> int:
    """Return the index of the target in a sorted list, or -1."""
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1


print(binary_search([2, 5, 11, 37, 40], 37))  # 3`,
  'bubble-sort': `def bubble_sort(items: list[int]) -> list[int]:
    """Return a sorted copy; neighbours in the wrong order change places."""
    result = list(items)
    for end in range(len(result) - 1, 0, -1):
        swapped = False
        for index in range(end):
            if result[index] > result[index + 1]:
                result[index], result[index + 1] = result[index + 1], result[index]
                swapped = True
        if not swapped:
            break
    return result


print(bubble_sort([5, 1, 4, 2]))  # [1, 2, 4, 5]`,
  quicksort: `def quicksort(items: list[int]) -> list[int]:
    """Return a sorted copy, by splitting around a pivot."""
    if len(items) <= 1:
        return list(items)
    pivot = items[len(items) // 2]
    smaller = [item for item in items if item < pivot]
    equal = [item for item in items if item == pivot]
    larger = [item for item in items if item > pivot]
    return quicksort(smaller) + equal + quicksort(larger)


print(quicksort([5, 1, 4, 2, 4]))  # [1, 2, 4, 4, 5]`,
  'merge-sort': `def merge_sort(items: list[int]) -> list[int]:
    """Return a sorted copy, by sorting both halves and merging them."""
    if len(items) <= 1:
        return list(items)
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


print(merge_sort([5, 1, 4, 2]))  # [1, 2, 4, 5]`,
  'two-sum': `def two_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Return the indices of two numbers that add up to the target."""
    seen: dict[int, int] = {}
    for index, number in enumerate(numbers):
        if target - number in seen:
            return seen[target - number], index
        seen[number] = index
    return None


print(two_sum([2, 7, 11, 15], 9))  # (0, 1)`,
  flatten: `from collections.abc import Iterator


def flatten(items: list) -> Iterator:
    """Yield the elements of nested lists one after another."""
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, 4]], 5])))  # [1, 2, 3, 4, 5]`,
  transpose: `def transpose(matrix: list[list[int]]) -> list[list[int]]:
    """Turn the rows of a matrix into columns."""
    return [list(column) for column in zip(*matrix)]


print(transpose([[1, 2, 3], [4, 5, 6]]))  # [[1, 4], [2, 5], [3, 6]]`,
  'deep-clone': `import copy

original = {"name": "Ada", "tags": ["math", "code"]}
clone = copy.deepcopy(original)
clone["tags"].append("poetry")

print(original["tags"], clone["tags"])  # ['math', 'code'] ['math', 'code', 'poetry']`,
  stack: `class Stack:
    """A stack: the element pushed last is popped first."""

    def __init__(self) -> None:
        self._items: list = []

    def push(self, item) -> None:
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty stack")
        return self._items.pop()

    def peek(self):
        return self._items[-1] if self._items else None

    def __len__(self) -> int:
        return len(self._items)


stack = Stack()
stack.push("first")
stack.push("second")
print(stack.pop(), len(stack))  # second 1`,
  queue: `from collections import deque


class Queue:
    """A queue: the element added first is taken first."""

    def __init__(self) -> None:
        self._items: deque = deque()

    def enqueue(self, item) -> None:
        self._items.append(item)

    def dequeue(self):
        if not self._items:
            raise IndexError("dequeue from an empty queue")
        return self._items.popleft()

    def __len__(self) -> int:
        return len(self._items)


queue = Queue()
queue.enqueue("first")
queue.enqueue("second")
print(queue.dequeue(), len(queue))  # first 1`,
  'reverse-linked-list': `class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following


def reverse(head: Node | None) -> Node | None:
    """Turn every link round and return the new head."""
    previous = None
    while head is not None:
        head.following, previous, head = previous, head, head.following
    return previous


def values(head: Node | None) -> list:
    found = []
    while head is not None:
        found.append(head.value)
        head = head.following
    return found


print(values(reverse(Node(1, Node(2, Node(3))))))  # [3, 2, 1]`,
  'linked-list': `class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following


class LinkedList:
    """A singly linked list that one can append to and walk along."""

    def __init__(self) -> None:
        self._head: Node | None = None
        self._tail: Node | None = None

    def append(self, value) -> None:
        node = Node(value)
        if self._tail is None:
            self._head = node
        else:
            self._tail.following = node
        self._tail = node

    def __iter__(self):
        node = self._head
        while node is not None:
            yield node.value
            node = node.following


items = LinkedList()
for value in (1, 2, 3):
    items.append(value)
print(list(items))  # [1, 2, 3]`,
  'lru-cache': `from collections import OrderedDict


class LRUCache:
    """Keeps the entries used last and drops the one used longest ago."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._entries: OrderedDict = OrderedDict()

    def get(self, key):
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key, value) -> None:
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)


cache = LRUCache(2)
cache.put("a", 1)
cache.put("b", 2)
cache.get("a")
cache.put("c", 3)
print(cache.get("a"), cache.get("b"))  # 1 None`,
};
