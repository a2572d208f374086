import type { Known } from './known.ts';

/** What is known of programming languages and their runtimes. */
export const languages: readonly Known[] = [
  {
    names: 'typescript, ts?, typescript types',
    kind: 'thing',
    is: 'TypeScript is a language that adds static types to JavaScript and compiles to it by leaving the types out.',
    how: [
      'The compiler checks how values are used before the program runs, and then removes all annotations.',
      'Most types are inferred, so annotations are needed mainly at the borders of functions and modules.',
      'Types are compared by structure: whatever has the right properties fits, whatever its name.',
      'Unions describe values of several shapes, and a test narrows them to one.',
    ],
    why: [
      'Misspelled properties, forgotten cases and wrong arguments show up in the editor and not in production.',
      'Types serve as documentation that cannot go out of date, and they make renaming safe.',
    ],
    pitfalls: [
      'Types vanish at run time, so data from outside must still be validated.',
      'The type “any” switches checking off and spreads quietly; “unknown” is the safe choice.',
    ],
    example:
      'A function that takes a string or a number must test with typeof before it may call a method of strings.',
    related: 'JavaScript, type inference and schema validation',
  },
  {
    names: 'javascript, js, ecmascript',
    kind: 'thing',
    is: 'JavaScript is the programming language of the web; it runs in every browser and, by way of Node.js and others, on servers.',
    how: [
      'Code runs on one thread, and an event loop calls functions when timers, clicks or network answers are due.',
      'Functions are values: they can be passed around, stored and returned.',
      'Objects inherit from other objects through prototypes, and classes are a friendlier way to write that.',
      'Engines such as V8 compile frequently used code to machine code while it runs.',
    ],
    why: [
      'No installation is needed to run it, as every browser brings it along.',
      'One language can serve page, server and tools.',
    ],
    pitfalls: [
      'Comparison with two equals signs converts types in surprising ways; use three.',
      'All numbers are floating point unless written as BigInt, so 0.1 + 0.2 is not exactly 0.3.',
      'A promise that nobody awaits can fail unseen.',
    ],
    example:
      'A click handler of three lines can fetch data from a server and replace a part of the page without loading it anew.',
    related: 'TypeScript, the event loop, promises and Node.js',
  },
  {
    names: 'node.js, nodejs, node js, deno, bun',
    kind: 'thing',
    is: 'Node.js is a program that runs JavaScript outside the browser, with access to files, processes and the network.',
    how: [
      'It combines the engine V8 with libuv, a library that waits for files and sockets in the background.',
      'JavaScript runs on one thread; slow input and output never blocks it as long as the asynchronous calls are used.',
      'Packages come from the npm registry and are listed in a file called package.json.',
      'Streams hand large data on piece by piece.',
    ],
    why: [
      'One process can serve thousands of open connections, since waiting costs next to nothing.',
      'Front end and back end share a language, tools and sometimes code.',
    ],
    pitfalls: [
      'A long computation stops everything else; move it to a worker thread.',
      'An error that nobody catches in an asynchronous call ends the process.',
    ],
    example: 'A server of ten lines listens on a port and answers every request with a greeting.',
    related: 'JavaScript, the event loop, npm and streams',
  },
  {
    names: 'python, python programming, python language',
    kind: 'thing',
    is: 'Python is a general-purpose programming language known for readable code and a large library for almost every purpose.',
    how: [
      'Blocks are marked by indentation, which makes the layout of a program part of its meaning.',
      'Types belong to values and are checked at run time; optional annotations let tools check them earlier.',
      'The interpreter compiles source to byte code and runs that on a virtual machine.',
      'Heavy numerical work is done by libraries written in C, such as NumPy.',
    ],
    why: [
      'Beginners get far with little syntax, and experts write short programs.',
      'It is the common language of data analysis and machine learning.',
    ],
    pitfalls: [
      'A default argument such as an empty list is created once and shared by all calls.',
      'In the usual build a global lock lets only one thread run Python code at a time.',
      'Packages of different projects clash unless each has its own virtual environment.',
    ],
    example: 'Counting the words of a text takes one line: Counter(text.split()).',
    related: 'NumPy, type hints, virtual environments and JavaScript',
  },
  {
    names:
      'rust?, rust programming, rust language, rust programming language, ownership in rust, rust ownership, borrow checker, rust borrow checker',
    kind: 'thing',
    is: 'Rust is a compiled programming language that guarantees memory safety without a garbage collector.',
    how: [
      'Every value has one owner, and it is freed when the owner goes out of scope.',
      'Others may borrow it: either many readers at once or a single writer, which the compiler checks.',
      'Lifetimes describe how long a reference may be used, and most of them are inferred.',
      'Errors are ordinary values of the type Result, and a missing value is an Option, so neither can be overlooked.',
    ],
    why: [
      'Whole classes of bugs, such as use after free and data races, do not compile.',
      'Programs run about as fast as in C and start without a runtime.',
    ],
    pitfalls: [
      'The borrow checker has to be learned, and structures with cycles are awkward.',
      'Large projects take long to compile.',
    ],
    example:
      'After “let b = a” for a String, using “a” again is a compile error, because the value has moved to “b”.',
    related: 'C++, memory management and Go',
  },
  {
    names: 'go?, golang, go language, go programming language, goroutines, goroutine, go channels',
    kind: 'thing',
    is: 'Go is a compiled programming language with a small syntax, garbage collection and built-in concurrency.',
    how: [
      'A goroutine is a very light thread; the runtime spreads thousands of them over a few threads of the system.',
      'Channels pass values between goroutines and make them wait for each other.',
      'Interfaces are satisfied implicitly, by having the right methods.',
      'A function returns its error beside its result, and the caller checks it.',
    ],
    why: [
      'It compiles quickly to a single file that can be copied to a server as it is.',
      'The language is small enough to be learned in a week, and all Go code looks alike.',
    ],
    pitfalls: [
      'A goroutine that waits forever is a leak; give it a way to stop, usually a context.',
      'Checking errors by hand is verbose, and a forgotten check fails silently.',
    ],
    example:
      'Writing “go handle(connection)” serves each client in its own goroutine, and ten thousand of them are no problem.',
    related: 'concurrency, channels and Rust',
  },
  {
    names: 'java, java programming, jvm',
    kind: 'thing',
    is: 'Java is a statically typed, object-oriented language that compiles to byte code for a virtual machine.',
    how: [
      'The virtual machine runs the same byte code on every system, and compiles the busy parts to machine code.',
      'A garbage collector frees objects that can no longer be reached.',
      'Code is organised in classes and packages; interfaces say what a class can do.',
    ],
    why: [
      'Old programs keep running on new versions, which large companies value.',
      'Tools, libraries and people who know it are easy to find.',
    ],
    pitfalls: [
      'Two strings are compared with equals and not with two equals signs, which compare identity.',
      'Layers of abstraction can hide a simple idea.',
    ],
    example:
      'A record such as “record Point(int x, int y)” declares a class with constructor, accessors and equality in one line.',
    related: 'Kotlin, garbage collection and object-oriented programming',
  },
  {
    names: 'react, react hooks, react.js, reactjs',
    kind: 'thing',
    is: 'React is a JavaScript library that builds user interfaces from components, functions that return what should be on the screen.',
    how: [
      'A component receives properties, may hold state, and is called again when either changes.',
      'React compares the new result with the old one and changes only what differs on the page.',
      'Hooks such as useState and useEffect give a function state and access to the outside world.',
      'Data flows down from parent to child, and events are passed up by callbacks.',
    ],
    why: [
      'One describes what the screen should look like for a given state, and not the steps from one state to the next.',
      'Components can be tested alone and used in many places.',
    ],
    pitfalls: [
      'Effects with missing dependencies see old values.',
      'Items of a list need stable keys, or their state ends up with the wrong item.',
    ],
    example: 'A counter keeps a number in useState and shows it on a button that adds one with each click.',
    related: 'JavaScript, JSX, state management and Vue',
  },
];
