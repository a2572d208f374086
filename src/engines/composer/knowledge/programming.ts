import type { Known } from './known.ts';

/** What is known of how programs are put together. */
export const programming: readonly Known[] = [
  {
    names:
      'closure?, closures?, javascript closure, javascript closures, closures in javascript, closure in javascript, closures in python, lexical scope',
    kind: 'concept',
    is: 'A closure is a function together with the variables of the place where it was defined, which it can still use after that place has been left.',
    how: [
      'When a function mentions a variable from around it, the language keeps that variable alive for as long as the function exists.',
      'It is the variable that is kept and not a copy of its value, so later changes are visible.',
      'Each call of the outer function creates new variables, and so a closure of its own.',
    ],
    why: [
      'Closures give a function private state that nobody else can touch.',
      'Callbacks, event handlers and functions that make functions all depend on them.',
      'They let you fix some arguments now and supply the others later.',
    ],
    pitfalls: [
      'Functions made in a loop may all share one variable; in JavaScript “let” gives each round its own, “var” does not.',
      'A closure that lives long keeps everything it refers to in memory.',
    ],
    example:
      'A function makeCounter sets count to 0 and returns a function that adds one and returns count; two counters made this way count independently.',
    related: 'scope, callbacks, higher-order functions and modules',
  },
  {
    names:
      'recursion, recursive function, recursive functions, recursion in programming, recursive algorithm',
    kind: 'technique',
    is: 'Recursion is a technique in which a function solves a problem by calling itself on a smaller part of it, until a base case ends the chain.',
    how: [
      'Every recursive function has a base case, which is answered directly, and a recursive case, which reduces the problem.',
      'Each call waits on the call stack for the result of the call it made.',
      'To understand it, trust that the smaller call works and check only that its result is used correctly.',
      'Any recursion can be rewritten as a loop with a stack of its own.',
    ],
    why: [
      'Data that contains itself, such as folders or nested comments, is handled most simply by code that calls itself.',
      'Divide-and-conquer methods such as quicksort are recursive by nature.',
    ],
    pitfalls: [
      'Without a base case that is always reached, the stack overflows.',
      'A naive recursion may compute the same thing again and again; storing results cures it.',
    ],
    example: 'The factorial of 4 is 4 times the factorial of 3, and so on down to 1, which gives 24.',
    related: 'the call stack, trees, induction and dynamic programming',
  },
  {
    names: 'async/await, async await, async and await, asynchronous programming, async programming, async',
    kind: 'technique',
    is: 'Async/await is a way to write asynchronous code that reads like ordinary code, one line after another.',
    how: [
      'A function marked async returns a promise at once, and its body runs until the first await.',
      'At an await the function pauses, the thread does other work, and the function continues when the result is there.',
      'A failed promise is thrown at the await, so try and catch work as usual.',
      'To run several things at the same time, start all of them first and await them together.',
    ],
    why: [
      'It replaces nested callbacks by a straight sequence, with ordinary loops and error handling.',
      'A single thread can serve many waiting tasks.',
    ],
    pitfalls: [
      'Awaiting inside a loop does one thing after another, even where they could overlap.',
      'A forgotten await gives you a promise where you expected a value.',
      'It does not make computation faster: a long calculation still blocks the thread.',
    ],
    example:
      'Two requests of 100 ms each take 200 ms when awaited in turn, and about 100 ms with Promise.all.',
    related: 'promises, the event loop, callbacks and threads',
  },
  {
    names:
      'promise?, promises?, javascript promise, javascript promises, promises in javascript, futures?, promise.all',
    kind: 'thing',
    is: 'A promise is an object that stands for a result which will be there later, or for the reason why it will not.',
    how: [
      'It is pending at first and is then settled once and for all: fulfilled with a value or rejected with an error.',
      'The method then registers what should happen next and returns a new promise, so steps can be chained.',
      'An error passes down the chain until a catch takes it.',
      'Promise.all waits for several, Promise.race for the first, and Promise.allSettled for all of them whatever happens.',
    ],
    why: [
      'Results that come later can be stored, passed on and combined like any other value.',
      'They are what async and await are built upon.',
    ],
    pitfalls: [
      'A rejection that nobody handles is reported as an error of the whole program.',
      'A promise cannot be cancelled; pass an AbortSignal where stopping matters.',
    ],
    example:
      'A call of fetch returns a promise for the response, and response.json() another one for the parsed body.',
    related: 'async/await, callbacks and the event loop',
  },
  {
    names:
      'event loop, event loops, javascript event loop, node.js event loop, node event loop, event loop in javascript, microtasks',
    kind: 'process',
    is: 'An event loop is a loop that takes waiting tasks one after another and runs each of them to its end before it looks for the next.',
    how: [
      'Timers, network answers and clicks put tasks into queues, and the loop picks them up in order.',
      'While a task runs, nothing else of the program does; only waiting happens in the background.',
      'In JavaScript microtasks, such as the continuation of a promise, run after the current task and before the next one.',
      'When there is nothing to do, the loop sleeps until the system reports the next event.',
    ],
    why: [
      'One thread can look after thousands of connections, because waiting for them costs nothing.',
      'Since tasks never interrupt each other, much of the trouble with locks disappears.',
    ],
    pitfalls: [
      'A task that computes for a second makes every user wait for a second.',
      'A chain of microtasks without end keeps timers and input from ever being served.',
    ],
    example:
      'A timer set to 0 ms prints after the current code and after all settled promises, although it was set first.',
    related: 'promises, async/await, threads and callbacks',
  },
  {
    names:
      'thread?, threads?, multithreading, multi-threading, concurrency, parallelism, concurrent programming, process vs thread, threads and processes, concurrency and parallelism',
    kind: 'concept',
    is: 'A thread is one sequence of steps within a program; several threads of a process share its memory and may run at the same time.',
    how: [
      'The operating system switches between threads many times a second, and runs them in parallel on several cores.',
      'Each thread has a stack of its own, while the heap belongs to all of them.',
      'Locks, atomic operations and queues keep them from disturbing each other.',
      'Concurrency means dealing with many things at once; parallelism means doing them at the same moment.',
    ],
    why: [
      'Work that can be divided finishes sooner on several cores.',
      'A program stays responsive while one thread computes or waits.',
    ],
    pitfalls: [
      'Shared data without protection leads to race conditions that show up rarely and at the worst time.',
      'Thousands of threads cost memory and switching time; a pool or asynchronous code is cheaper.',
    ],
    example:
      'Four threads can each resize a quarter of the pictures in a folder, and on four cores the job takes about a quarter of the time.',
    related: 'processes, locks, race conditions and the event loop',
  },
  {
    names: 'race condition, race conditions, data race, data races',
    kind: 'concept',
    is: 'A race condition is a fault in which the result depends on which of several actions happens to come first.',
    how: [
      'The classic case is read, change, write: two threads read the same value, both change it, and one change is lost.',
      'Another one is check, then act: what was true at the check is no longer true a moment later.',
      'The cure is to make the steps indivisible, with a lock, an atomic operation or a transaction.',
      'Not sharing at all is the simplest cure: one owner, and messages to it.',
    ],
    why: [
      'Such faults are rare in tests and frequent under load, where they cost most.',
      'They occur between processes, servers and browser tabs as well, and not only between threads.',
    ],
    pitfalls: [
      'A pause in a test hides a race instead of removing it.',
      'Adding a log line can change the timing so that the fault disappears while you look.',
    ],
    example:
      'Two people buy the last ticket in the same second: both see one left, both pay, and one of them has no seat.',
    related: 'locks, transactions, atomic operations and deadlocks',
  },
  {
    names: 'deadlock, deadlocks',
    kind: 'concept',
    is: 'A deadlock is a standstill in which each of several parties waits for something that another of them holds.',
    how: [
      'Four conditions must meet: exclusive use, holding while waiting, no taking away, and a circle of waiting.',
      'Breaking any one of them prevents it; the usual way is to take locks in the same order everywhere.',
      'A timeout on a lock turns a standstill into an error that can be retried.',
      'Databases detect the circle and abort one of the transactions.',
    ],
    why: [
      'A program in a deadlock uses no processor time and reports no error, so it is easily taken for idle.',
      'Knowing the four conditions tells you where to look for a cure.',
    ],
    pitfalls: [
      'Calling foreign code while holding a lock invites it to take another one.',
      'A lock that is not released on an error is a deadlock waiting for its second half.',
    ],
    example: 'One thread holds lock A and wants B, another holds B and wants A; neither will ever go on.',
    related: 'race conditions, mutexes, threads and transactions',
  },
  {
    names: 'mutex, mutexes, lock?, locks?, semaphore, semaphores, critical section',
    kind: 'technique',
    is: 'A mutex is a lock that only one thread can hold at a time, so that a piece of code or data is used by one after another.',
    how: [
      'A thread locks the mutex before it enters the critical section, and unlocks it when it leaves.',
      'Whoever finds it locked waits, mostly asleep, until it is free.',
      'Processors provide an atomic instruction, such as compare-and-swap, on which locks are built.',
      'A semaphore is the same idea with a counter: it lets up to a given number in.',
    ],
    why: [
      'It protects data that several threads change from being seen half changed.',
      'The rule is simple to state: whoever touches this data holds this lock.',
    ],
    pitfalls: [
      'Locks held too long make threads queue up; keep the critical section short.',
      'Two mutexes taken in different orders can end in a deadlock.',
    ],
    example:
      'A bathroom with one key at the counter is a mutex; a car park with fifty places and a counter at the gate is a semaphore.',
    related: 'threads, deadlocks, race conditions and atomic operations',
  },
  {
    names: 'object-oriented programming, oop, object oriented programming, inheritance?, polymorphism',
    kind: 'concept',
    is: 'Object-oriented programming organises a program as objects that keep data and the functions on that data together.',
    how: [
      'A class describes what its objects hold and can do, and each object is an instance of it.',
      'Encapsulation hides the data behind methods, so that rules are enforced in one place.',
      'Polymorphism lets different objects answer the same call in their own way.',
      'Inheritance builds a class upon another, and composition puts objects together from smaller ones.',
    ],
    why: [
      'Code that uses an interface works with objects that did not exist when it was written.',
      'State and the rules that guard it stay in one place.',
    ],
    pitfalls: [
      'Deep inheritance makes behaviour hard to find; prefer composition.',
      'Classes without state are often just functions in disguise.',
    ],
    example:
      'A drawing program asks each shape for its area; circle and square compute it differently, and the caller need not care.',
    related: 'interfaces, functional programming and design patterns',
  },
];
