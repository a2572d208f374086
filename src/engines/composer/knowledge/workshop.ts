import type { Known } from './known.ts';

/** What is known of the daily work of developers: versions, tests, delivery. */
export const workshop: readonly Known[] = [
  {
    names: 'git, version control, version control system, git branches, git branch, git rebase, git merge',
    kind: 'thing',
    is: 'Git is a version control system that records the history of a project, and every copy of it holds the whole history.',
    how: [
      'A commit is a snapshot of all files with an author, a message and a link to the commit before it.',
      'Each commit is named by a hash of its contents, so history cannot change unnoticed.',
      'A branch is only a movable name for a commit, which makes branches cheap.',
      'Merging joins two lines of work; rebasing moves your commits on top of the newest ones.',
    ],
    why: [
      'Many people can work at the same time and bring their changes together later.',
      'Every line can be traced to the change that introduced it and to the reason for it.',
    ],
    pitfalls: [
      'Rewriting commits that others already have makes their copies disagree with yours.',
      'A password that was committed once stays in the history, even after it is deleted from the file.',
    ],
    example:
      'When a bug appears, “git bisect” halves the range of suspicious commits again and again: among 1,000 it finds the culprit in about ten steps.',
    related: 'branches, pull requests and continuous integration',
  },
  {
    names:
      'ci/cd, ci cd, cicd, continuous integration, continuous delivery, continuous deployment, ci?, ci pipeline, ci/cd pipeline, ci/cd pipelines, devops',
    kind: 'process',
    is: 'CI/CD is the practice of checking every change automatically and bringing it to users in small steps.',
    how: [
      'Continuous integration builds and tests each change as soon as it is pushed, on a clean machine.',
      'Continuous delivery turns each version that passes into a package that could be released at any time.',
      'Continuous deployment goes one step further and releases it without anybody pressing a button.',
      'A file in the repository describes the pipeline, so it is reviewed and versioned like code.',
    ],
    why: [
      'A mistake is found minutes after it was made, while its author still remembers the change.',
      'Small releases are easier to understand and to undo than large ones.',
    ],
    pitfalls: [
      'Tests that fail at random teach people to ignore red results.',
      'A pipeline of an hour is too slow to be useful; put the quick checks first.',
    ],
    example:
      'A pull request triggers formatting, type check and tests; after it is merged the same pipeline deploys to five per cent of the servers first.',
    related: 'unit tests, Git, Docker and feature flags',
  },
  {
    names:
      'unit test, unit tests, unit testing, testing, tests?, automated testing, automated tests, software testing, test-driven development, tdd, integration test, integration tests',
    kind: 'technique',
    is: 'A unit test is a short program that runs one small piece of code with known input and checks that the result is the expected one.',
    how: [
      'A test has three parts: arrange what is needed, act by calling the code, and assert what should hold.',
      'A test runner finds all tests, runs them in isolation from each other, and reports which have failed.',
      'Time, randomness and the network are passed in, so that a test can supply its own.',
      'Unit tests are many and fast; integration tests, which join several parts, are fewer and slower.',
    ],
    why: [
      'They let you change code with confidence, because a broken promise shows within seconds.',
      'A good test documents what the code is meant to do, with examples that are known to be true.',
    ],
    pitfalls: [
      'Tests of inner details break with each refactoring; test what a caller can see.',
      'A test that cannot fail is worse than none, so watch every new one fail once.',
    ],
    example:
      'For a function that adds tax, one test checks that 100 at 20% gives 120, one that 0 stays 0, and one that a negative price is refused.',
    related: 'mocks, stubs, integration tests and coverage',
  },
  {
    names:
      'mock?, mocks?, mocking, stub?, stubs?, test double, test doubles, mocks and stubs, stubs and mocks, mock object, mock objects, fakes?',
    kind: 'technique',
    is: 'Mocks and stubs are stand-ins for the real parts around a piece of code, so that it can be tested alone.',
    how: [
      'A stub returns prepared answers and asks no questions.',
      'A mock also records how it was called, and the test checks those calls.',
      'A fake is a simple working version, for example a database that lives in memory.',
      'The code under test receives the stand-in as an argument, in place of the real thing.',
    ],
    why: [
      'Tests become fast and repeatable, as no network, clock or payment provider takes part.',
      'Rare situations such as a timeout or a full disk can be produced at will.',
    ],
    pitfalls: [
      'A stand-in that behaves differently from the original makes tests pass and programs fail.',
      'Too many mocks tie a test to the way the code is written instead of to what it does.',
    ],
    example:
      'To test a retry, a stub fails twice and succeeds the third time, and the test checks that the caller received the result.',
    related: 'unit tests, dependency injection and mock servers',
  },
  {
    names:
      'mock server, mock servers, mock api, mock apis, api mocking, mock llm, mock openai server, mock llm server, fake server, service virtualization',
    kind: 'thing',
    is: 'A mock server is a stand-in for a real API: it speaks the same protocol and returns prepared or generated answers.',
    how: [
      'It offers the same paths, accepts the same requests and answers in the same format, including errors.',
      'The program under test only needs another base URL.',
      'Delays, broken connections and error statuses can be switched on to see how a client copes.',
      'For a model API it also imitates the stream: the pieces, their pace and the event that ends them.',
    ],
    why: [
      'Tests cost nothing, need no key and give the same result every time.',
      'Load tests can run at full speed without paying for tokens or meeting rate limits.',
    ],
    pitfalls: [
      'A mock is only as good as its likeness, so compare it with the real API now and then.',
      'What an answer says is not real knowledge; test how your program handles it and not whether it is right.',
    ],
    example:
      'In continuous integration a chat application runs against a mock that streams at 50 tokens per second and fails every tenth request.',
    related: 'stubs, contract tests, streaming and load testing',
  },
  {
    names: 'load test, load tests, load testing, stress testing, performance testing, benchmarking',
    kind: 'technique',
    is: 'Load testing means sending a system as many requests as in real life, or more, and watching how it behaves.',
    how: [
      'A generator simulates many users, with pauses and a mix of requests like the real ones.',
      'The rate rises in steps, and each step runs until the figures are steady.',
      'What is measured is throughput, error rate and the percentiles of latency, beside processor, memory and connections.',
    ],
    why: [
      'It shows where the limit lies before customers find it.',
      'It also shows what gives way first, which is the part worth improving.',
    ],
    pitfalls: [
      'The generator itself may be the bottleneck; watch its processor too.',
      'A test against empty databases and warm caches flatters the system.',
    ],
    example:
      'At 400 requests per second the 99th percentile is 120 ms, and at 450 it is two seconds: the limit lies in between.',
    related: 'latency, throughput, rate limits and mock servers',
  },
];
