import type { Known } from './known.ts';

/** What is known of storing, finding and writing down data. */
export const data: readonly Known[] = [
  {
    names:
      'database, databases, relational database, relational databases, database management system, dbms, postgresql, postgres, mysql, sqlite',
    kind: 'thing',
    is: 'A database is an organised collection of data together with the program that stores, finds and changes it safely.',
    how: [
      'A relational database keeps rows in tables, and keys link a row in one table to rows in another.',
      'Queries say what is wanted, and a planner decides how to fetch it.',
      'Indexes make searches fast, and constraints refuse data that would break the rules.',
      'Changes are first written to a log, so that a crash loses nothing that was confirmed.',
    ],
    why: [
      'Many programs can read and write at the same time without spoiling each other’s work.',
      'Questions nobody thought of when the data was stored can still be asked later.',
    ],
    pitfalls: [
      'A query that is quick on a hundred rows may crawl on a million; test with realistic amounts.',
      'A backup that has never been restored is only a hope.',
    ],
    example:
      'A library keeps books, members and loans in three tables, and one query finds all loans that are overdue.',
    related: 'SQL, indexes, transactions and NoSQL',
  },
  {
    names: 'sql, structured query language, sql join, sql joins, sql queries',
    kind: 'technique',
    is: 'SQL is the language in which one asks relational databases for data and changes it.',
    how: [
      'SELECT names the columns, FROM the tables, WHERE the conditions, and ORDER BY the order.',
      'JOIN combines rows of several tables that belong together, mostly by a key.',
      'GROUP BY puts rows with equal values together, so that COUNT, SUM or AVG can be computed for each group.',
      'One describes the result and not the way to it; the planner of the database finds the way.',
    ],
    why: [
      'It has been in use since the 1970s and works, with small differences, in almost all relational databases.',
      'A few lines can replace a long program with loops.',
    ],
    pitfalls: [
      'Never paste user input into a query; pass it as a parameter, or an attacker can inject commands.',
      'A comparison with a missing value is neither true nor false, and it needs a test of its own.',
      'An UPDATE or DELETE without WHERE changes every row.',
    ],
    example:
      '“SELECT country, COUNT(id) FROM customers GROUP BY country” returns the number of customers in each country.',
    related: 'databases, indexes, joins and transactions',
  },
  {
    names:
      'index?, indexes?, indices?, database index, database indexes, database indices, database indexing, sql index, sql indexes',
    kind: 'thing',
    is: 'A database index is an additional structure, usually a tree, that finds the rows with a given value without reading the whole table.',
    how: [
      'The usual B-tree keeps the values sorted, so a search follows a few pages from the root to a leaf, even among millions of rows.',
      'Because it is sorted, the same index serves ranges and ORDER BY as well.',
      'An index on several columns is sorted by the first, then the second, so it helps only queries that use its leading columns.',
      'The planner uses an index when it expects few rows; for many rows reading the table is cheaper.',
    ],
    why: [
      'It can turn a query of seconds into one of milliseconds.',
      'A unique index also guarantees that a value, such as an e-mail address, occurs only once.',
    ],
    pitfalls: [
      'Every index must be updated with each write, so too many of them slow changes down.',
      'A function around the column, such as LOWER(email), keeps a plain index from being used.',
    ],
    example:
      'Without an index a search among ten million orders reads all of them; with one it reads four or five pages.',
    related: 'B-trees, query plans, SQL and hash tables',
  },
  {
    names:
      'transaction?, transactions?, database transaction, database transactions, acid, sql transactions, isolation levels',
    kind: 'concept',
    is: 'A transaction is a group of changes to a database that takes effect as a whole or not at all.',
    how: [
      'It begins, makes its changes, and ends with a commit that keeps them or a rollback that undoes them.',
      'Its promises are known as ACID: atomicity, consistency, isolation and durability.',
      'Isolation is achieved with locks or by giving each transaction its own snapshot of the data.',
      'A log on disk makes a commit survive a crash.',
    ],
    why: [
      'Money that leaves one account always reaches the other, even if the power fails in between.',
      'Code can treat several steps as one and need not clean up after half of them.',
    ],
    pitfalls: [
      'The default isolation level of many databases still allows some surprises, so look up what yours promises.',
      'A transaction that stays open while waiting for a user holds locks that block everyone else.',
    ],
    example:
      'A transfer subtracts 50 from one account and adds 50 to another; if the second step fails, the first is undone.',
    related: 'ACID, locks, isolation levels and databases',
  },
  {
    names: 'nosql, nosql databases, nosql database, mongodb, document database, key-value store',
    kind: 'concept',
    is: 'NoSQL is a loose name for databases that do not keep data in related tables, such as document, key-value, wide-column and graph stores.',
    how: [
      'A document store keeps whole objects, mostly in a form like JSON, under a key.',
      'A key-value store offers little more than reading and writing by key, and is very fast at it.',
      'Many of them spread data over machines by a hash of the key and keep several copies.',
    ],
    why: [
      'They scale over many machines more easily than most relational databases.',
      'Records of varying shape need no migration of a table.',
    ],
    pitfalls: [
      'Joins and transactions over several records may be missing or slow.',
      'The shape of the data then lives in the code, where old and new versions have to be handled.',
    ],
    example: 'A shop keeps each shopping basket as one document, which is read and written as a whole.',
    related: 'SQL, consistency, sharding and Redis',
  },
  {
    names: 'regular expression, regular expressions, regex, regexes, regexp',
    kind: 'technique',
    is: 'A regular expression is a pattern that describes a set of texts, used to find, check or replace them.',
    how: [
      'Most characters stand for themselves; a dot stands for any character, and a class in square brackets for one of several.',
      'Quantifiers say how often: a question mark for at most once, a plus sign for at least once, an asterisk for any number of times.',
      'Anchors tie a pattern to the beginning or the end, and parentheses form groups that can be reused in a replacement.',
      'Engines either try one possibility after another and step back when stuck, or follow all of them at once.',
    ],
    why: [
      'One line can express a search that would take a page of code.',
      'Editors, command lines and almost all programming languages understand them.',
    ],
    pitfalls: [
      'Nested repetition can take exponential time on unlucky input, which attackers exploit.',
      'Nested structures such as HTML or JSON need a parser and not a regular expression.',
    ],
    example:
      'The pattern “\\d{4}-\\d{2}-\\d{2}” finds dates such as 2024-05-17, and also nonsense such as 2024-99-99.',
    related: 'parsers, finite automata and text editors',
  },
  {
    names: 'unicode, utf-8, utf8, character encoding, character encodings, text encoding, utf-16',
    kind: 'concept',
    is: 'Unicode gives every character of every script a number, its code point, and UTF-8 is the usual way to write those numbers as bytes.',
    how: [
      'UTF-8 uses one byte for the characters of ASCII, and two to four bytes for all others.',
      'The first byte tells how many follow, and following bytes always begin with the bits 10, so a reader can find its place again.',
      'What looks like one character may be several code points, such as a letter with an accent or an emoji with a skin tone.',
      'Normalisation brings equal-looking texts into the same form, so that they can be compared.',
    ],
    why: [
      'One encoding serves all languages, and old ASCII files are valid UTF-8 as they stand.',
      'More than nine of ten web pages use it.',
    ],
    pitfalls: [
      'Length in bytes, in code points and in visible characters are three different numbers.',
      'Cutting a byte stream at an arbitrary place can split a character; decode with a decoder that keeps the rest.',
    ],
    example:
      'The letter “é” is the code point U+00E9 and takes two bytes in UTF-8, while the emoji “😀” takes four.',
    related: 'ASCII, tokenization, fonts and normalisation',
  },
];
