import type { Known } from './known.ts';

/** What is known of algorithms and data structures. */
export const algorithms: readonly Known[] = [
  {
    names: 'algorithm, algorithms',
    kind: 'concept',
    is: 'An algorithm is a finite list of exact steps that turns an input into an output.',
    how: [
      'It states what it expects, what it returns, and what happens at every step in between.',
      'Correctness is argued with invariants: statements that hold before and after each step.',
      'Its cost is given as the growth of time and memory with the size of the input.',
    ],
    why: [
      'A better algorithm can beat a faster machine by any factor, if the input is large enough.',
      'Known algorithms save you from solving a solved problem again, with its known mistakes.',
    ],
    pitfalls: [
      'The cleverest method is not the best for ten elements; simple code is often faster there.',
      'Edge cases such as empty input and equal elements break more programs than the main case.',
    ],
    example:
      'Euclid’s algorithm finds the greatest common divisor: replace the larger number by the remainder of dividing it by the smaller one, until the remainder is zero.',
    related: 'data structures, big-O notation and sorting',
  },
  {
    names:
      'hash table, hash tables, hash map, hash maps, hashmap, hashmaps, dictionary data structure, hashing, hash function, hash functions',
    kind: 'thing',
    is: 'A hash table is a structure that finds the value for a key by computing from the key where it is kept.',
    how: [
      'A hash function turns the key into a number, and the number modulo the size of the table gives the slot.',
      'Two keys may land in the same slot; then the slot holds a short list, or the search goes on to the next free slot.',
      'When the table gets too full, it is doubled and all entries are placed anew.',
      'Insert, find and delete take constant time on average, however many entries there are.',
    ],
    why: [
      'It is the fastest general way to look something up by name, which is why most languages have one built in.',
      'Sets, caches, indexes and the counting of words are all done with it.',
    ],
    pitfalls: [
      'With a poor hash function all keys crowd into a few slots, and the search becomes linear.',
      'A key that changes after it was inserted can no longer be found.',
    ],
    example:
      'To count words, use each word as a key and add one to its value; a text of a million words needs about a million quick steps.',
    related: 'hash functions, arrays, sets and trees',
  },
  {
    names: 'binary search, binary search algorithm, bisection',
    kind: 'technique',
    is: 'Binary search finds an item in a sorted list by looking at the middle and throwing away the half in which it cannot be.',
    how: [
      'Keep two bounds, look at the element halfway between them, and compare it with what you seek.',
      'If it is too small, the lower bound moves up; if it is too large, the upper bound moves down.',
      'The range halves with each comparison, so n elements need about log2(n) of them.',
      'The same idea finds the first element that meets a condition, as long as all later ones meet it too.',
    ],
    why: [
      'A million elements take about twenty comparisons, and a billion about thirty.',
      'It needs no extra memory and no preparation besides the order.',
    ],
    pitfalls: [
      'On unsorted data it gives wrong answers without any warning.',
      'Errors by one are frequent; decide whether the upper bound belongs to the range and keep to it.',
    ],
    example:
      'Looking for 37 in 2, 5, 11, 37, 40: the middle is 11, so go right; the next middle is 37, found.',
    related: 'sorting, trees and big-O notation',
  },
  {
    names:
      'sorting, sorting algorithm, sorting algorithms, quicksort, merge sort, mergesort, bubble sort, insertion sort, heapsort',
    kind: 'technique',
    is: 'Sorting brings elements into order, and the methods differ in speed, in memory and in what they do with equal elements.',
    how: [
      'Insertion sort takes one element after another and puts it in its place among those before it.',
      'Merge sort splits the list in halves, sorts each of them, and merges the two by always taking the smaller head.',
      'Quicksort chooses a pivot, moves smaller elements to its left and larger ones to its right, and sorts both sides in the same way.',
      'Methods that only compare need about n log n steps at best; counting and radix sort avoid comparing and can be faster.',
    ],
    why: [
      'Sorted data can be searched quickly, merged easily and checked for duplicates at a glance.',
      'Libraries contain sorts that have been tuned for decades, so in practice one rarely writes one.',
    ],
    pitfalls: [
      'Quicksort takes quadratic time with unlucky pivots; choosing them at random makes that unlikely.',
      'If equal elements must keep their order, the method has to be stable.',
    ],
    example: 'To sort 5, 2, 4 by insertion: put 2 before 5, then 4 between them, and the result is 2, 4, 5.',
    related: 'binary search, big-O notation, heaps and recursion',
  },
  {
    names:
      'big-o, big o, big-o notation, big o notation, time complexity, complexity analysis, algorithmic complexity, space complexity',
    kind: 'concept',
    is: 'Big-O notation describes how the time or memory of an algorithm grows with the size of its input, leaving constants aside.',
    how: [
      'O(1) means constant, O(log n) grows by one step when the input doubles, O(n) in proportion, and O(n²) with the square.',
      'Only the fastest-growing part is kept: 3n² + 10n is O(n²).',
      'Loops inside each other multiply, loops after one another add.',
      'One states whether the worst case or the average is meant.',
    ],
    why: [
      'It tells whether a program that works for a thousand items will work for a million.',
      'It compares methods without regard to machine and language.',
    ],
    pitfalls: [
      'For small inputs the constants decide, and a simple quadratic method may win.',
      'It says nothing about caches, disks and networks, which often matter more.',
    ],
    example:
      'Comparing every pair among 1,000 items takes about 500,000 comparisons; sorting them first and comparing neighbours takes about 10,000.',
    related: 'algorithms, sorting, hash tables and recursion',
  },
  {
    names: 'linked list, linked lists, singly linked list, doubly linked list',
    kind: 'thing',
    is: 'A linked list is a structure in which each element holds a value and a reference to the next element.',
    how: [
      'A variable points to the first node, and the last node points to nothing.',
      'Inserting or removing next to a known node only changes one or two references.',
      'Reaching the n-th element means walking past all those before it.',
      'In a doubly linked list each node also knows the one before it, so one can walk both ways.',
    ],
    why: [
      'Elements never have to be moved, however often one inserts in the middle.',
      'Queues, caches with an order of use and undo histories are built with it.',
    ],
    pitfalls: [
      'The nodes lie scattered in memory, so for simple iteration an array is usually faster.',
      'Losing the reference to the rest of the list while rearranging it loses the rest.',
    ],
    example:
      'To reverse a list, walk along it and turn each reference round, keeping three of them at hand: previous, current and next.',
    related: 'arrays, stacks, queues and hash tables',
  },
  {
    names:
      'stack?, stacks?, queue?, queues?, stack data structure, queue data structure, stacks and queues, stack and queue, lifo, fifo, priority queue',
    kind: 'thing',
    is: 'Stacks and queues are collections with a rule: a stack gives back what was put in last, a queue what was put in first.',
    how: [
      'A stack has push and pop at the same end, like a pile of plates.',
      'A queue adds at the back and takes from the front, like people at a counter.',
      'Both do their work in constant time, a stack with an array, a queue with a ring buffer or a linked list.',
      'A priority queue gives back the most urgent element first and is mostly built as a heap.',
    ],
    why: [
      'The call stack of every program is a stack, and so is the undo history of an editor.',
      'Queues bring order and fairness to jobs, messages and printers.',
    ],
    pitfalls: [
      'Removing the first element of an array moves all the others, so an array makes a slow queue when it is long.',
      'A stack or queue without a limit can grow until memory is full.',
    ],
    example:
      'Checking brackets: push each opening one, pop at each closing one, and compare the two; the text is balanced if the stack is empty at the end.',
    related: 'linked lists, recursion, heaps and message queues',
  },
  {
    names:
      'tree?, trees?, binary tree, binary trees, binary search tree, binary search trees, tree data structure, tree data structures, b-tree, b-trees, trie, tries',
    kind: 'thing',
    is: 'In programming a tree is a structure of nodes in which every node except the root has exactly one parent and may have children.',
    how: [
      'In a binary search tree all smaller values lie to the left of a node and all larger ones to the right.',
      'A search starts at the root and takes one branch at each node, so its cost is the height of the tree.',
      'Balanced trees such as red-black trees rearrange themselves to keep the height near log2(n).',
      'A tree is visited in depth, branch by branch, or in breadth, level by level.',
    ],
    why: [
      'Folders, HTML pages, organisation charts and the syntax of programs are trees by nature.',
      'Sorted trees give fast search and keep the order at the same time.',
    ],
    pitfalls: [
      'Inserting sorted data into a plain search tree makes a long chain, and search becomes linear.',
      'A recursive walk over a very deep tree can overflow the stack.',
    ],
    example:
      'The folder structure on a disk is a tree: the root folder holds folders, which hold others, down to the files.',
    related: 'graphs, recursion, heaps and indexes',
  },
  {
    names:
      'graph?, graphs?, graph theory, graph data structure, graph algorithms, dijkstra, breadth-first search, depth-first search, bfs, dfs',
    kind: 'concept',
    is: 'A graph is a set of nodes and of edges that join some of them, which may have a direction and a weight.',
    how: [
      'It is stored as a list of neighbours for each node, or as a matrix that says which pairs are joined.',
      'Breadth-first search visits nodes by their distance from the start; depth-first search follows one path as far as it goes.',
      'Dijkstra’s algorithm finds the cheapest paths from one node, as long as no weight is negative.',
      'A graph without cycles and with directed edges can be put in an order in which all edges point forward.',
    ],
    why: [
      'Roads, friendships, links between pages and dependencies between packages are all graphs.',
      'A problem put as a graph often has a known solution.',
    ],
    pitfalls: [
      'Mark visited nodes, or a cycle will keep the search running forever.',
      'A matrix for a million nodes has a million times a million cells; use lists when edges are few.',
    ],
    example:
      'A route planner treats crossings as nodes and roads as edges weighted by travel time, and looks for the cheapest path.',
    related: 'trees, shortest paths, networks and dynamic programming',
  },
];
