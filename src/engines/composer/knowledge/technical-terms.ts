/** Terms of computing, one a line: the names, a colon, and a sentence. */
export const technicalTerms = `variable: A variable is a named place for a value that may change while a program runs.
constant: A constant is a name for a value that does not change while a program runs.
array: An array is a row of values that lie side by side in memory and are reached by their number.
data structure: A data structure is a way of arranging data so that certain operations on it become cheap.
pointer: A pointer is a value that holds the address of another value in memory.
function: A function is a named piece of a program that takes arguments and returns a result.
string: A string is a sequence of characters, the usual form of text in a program.
boolean: A boolean is a value that is either true or false.
loop: A loop repeats a piece of code until a condition tells it to stop.
class: A class describes what objects of one sort hold and can do.
interface: An interface names what a part of a program can do and leaves open how it does it.
generic, type parameter: A generic is a piece of code with a type left open, which is filled in where the code is used.
type system: A type system assigns a type to every value and refuses operations that do not fit.
compiler: A compiler is a program that translates source code into a form a machine can run.
interpreter: An interpreter is a program that carries out source code directly, step by step.
debugger: A debugger is a tool that stops a running program at a chosen line and shows its variables.
garbage collection, garbage collector: Garbage collection frees the memory of objects that a program can no longer reach.
memory leak: A memory leak is memory that a program keeps although it will never use it again.
callback: A callback is a function passed to other code, which calls it when something has happened.
decorator: A decorator is a wrapper around a function that adds behaviour without changing the function itself.
iterator: An iterator is an object that hands out the elements of a collection one at a time.
generator: A generator is a function that yields values one at a time and pauses in between.
monad: A monad is a type together with a way to chain functions that return values of that type.
functional programming: Functional programming builds programs from functions that return results without changing anything outside.
pure function: A pure function depends only on its arguments and changes nothing outside itself.
dependency injection: Dependency injection means that a part receives what it needs from outside instead of creating it.
design pattern: A design pattern is a proven way to arrange code for a problem that keeps coming back.
singleton: A singleton is a class of which a program has exactly one instance.
refactoring: Refactoring means improving the structure of code without changing what it does.
technical debt: Technical debt is the extra work that an easy solution of today causes later.
code review: A code review is the reading of a change by someone other than its author before it is accepted.
pair programming: In pair programming two people work on the same code at one screen, one typing and one thinking ahead.
idempotence, idempotency: An operation is idempotent if doing it twice has the same effect as doing it once.
eventual consistency: Eventual consistency promises that all copies of a value will agree at some point after the last change.
cap theorem: The CAP theorem says that when a network splits, a distributed store must give up either consistency or availability.
sharding: Sharding splits a database over several machines, each of which holds a part of the rows.
replication: Replication keeps copies of the same data on several machines, for safety and for speed.
observability: Observability is the degree to which one can tell from outside what goes on inside a system.
feature flag: A feature flag is a switch in the configuration that turns a part of a program on or off.
a/b test, a/b testing: An A/B test shows two versions to random halves of the users and compares what they do.
semantic versioning: Semantic versioning numbers releases as major, minor and patch, so that the number tells whether a change breaks anything.
open source: Open source software is published with its source code under a licence that lets everybody use and change it.
operating system: An operating system manages the hardware and lets programs share processor, memory, files and devices.
kernel: A kernel is the innermost part of an operating system, which controls memory, processes and devices.
linux: Linux is a free operating system kernel, begun by Linus Torvalds in 1991, that runs most servers and phones.
cpu, processor: A CPU is the part of a computer that carries out the instructions of programs.
gpu: A GPU is a processor with thousands of small units that do the same calculation on many data at once.
ram: RAM is the fast memory that a computer works in and that is empty again after it is switched off.
virtual machine: A virtual machine is a computer imitated in software, with an operating system of its own.
cloud computing, the cloud: Cloud computing means renting computers, storage and services over the network instead of owning them.
serverless: Serverless means that a provider runs your functions on demand and charges only for the time they run.
cdn, content delivery network: A content delivery network keeps copies of files in many places, so that each user gets them from nearby.
webhook: A webhook is an HTTP request that a service sends to a URL of yours when something happens.
polling: Polling means asking again and again whether something new has happened.
long polling: Long polling is a request that the server answers only when it has news or a time limit is reached.
grpc: gRPC is a framework for remote calls that sends compact binary messages over HTTP/2.
protocol buffer, protobuf: Protocol buffers are a compact binary format for structured data with a schema.
yaml: YAML is a text format for structured data that shows nesting by indentation.
xml: XML is a text format that marks up data with nested, named tags.
csv: CSV is a plain text format for tables, with one row a line and commas between the values.
html: HTML is the markup language in which the structure of web pages is written.
css: CSS is the language that describes how the elements of a web page look.
dom: The DOM is the tree of objects through which scripts read and change a web page.
npm: npm is the package manager of Node.js and the registry behind it.
framework: A framework is a skeleton of an application that calls your code at the right places.
library: A library is a collection of ready-made code that a program can call.
ide: An IDE is an editor with tools for building, running and debugging programs.
ip address: An IP address is the number by which a device is reached in a network.
router: A router passes packets from one network to another, along the way to their destination.
firewall: A firewall is a filter that lets through only the network traffic that its rules allow.
vpn: A VPN is an encrypted tunnel that makes a distant device appear to be part of another network.
proxy: A proxy is a server that makes requests on behalf of others.
url: A URL is the address of a resource on the web, made of a scheme, a host and a path.
internet: The Internet is the worldwide network of networks that speak the Internet Protocol.
world wide web: The World Wide Web is the collection of pages and services on the Internet that are linked by URLs and fetched by HTTP.
jwt, json web token: A JWT is a signed token that carries claims, such as who a user is, as JSON.
api key: An API key is a secret string by which a service recognises who is calling.
two-factor authentication, 2fa: Two-factor authentication asks for a second proof, such as a code from a phone, beside the password.
phishing: Phishing is the attempt to obtain passwords or money by messages that pretend to come from someone else.
sql injection: SQL injection is an attack in which user input is executed as part of a database query.
xss, cross-site scripting: Cross-site scripting is an attack in which foreign script code runs in somebody else’s web page.
csrf: CSRF is an attack in which one site makes a browser send a request to another site with the user’s cookies.
checksum: A checksum is a short number computed from data, by which a change can be noticed.
compression: Compression stores data in fewer bytes by describing repetitions briefly.
bug: A bug is a fault in a program that makes it behave differently from what was meant.
agile, agile development: Agile development works in short rounds, each of which ends with something usable and a look back.
scrum: Scrum is a way of working in short sprints with a few fixed roles and meetings.
kanban: Kanban shows work as cards on a board and limits how many may be in progress at once.
overfitting: Overfitting means that a model has learned its examples by heart and fails on new ones.
reinforcement learning: In reinforcement learning an agent tries actions and learns from the rewards that follow.
computer vision: Computer vision is the field in which programs learn to recognise what pictures show.
natural language processing, nlp: Natural language processing is the field in which programs deal with human language.
chatbot: A chatbot is a program that holds a conversation in writing or speech.
robot: A robot is a machine that senses its surroundings and acts on them under the control of a program.
hello world: A “Hello, world” program is the smallest program that shows that a language and its tools are working.`;
