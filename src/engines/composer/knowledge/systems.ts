import type { Known } from './known.ts';

/** What is known of running services. */
export const systems: readonly Known[] = [
  {
    names:
      'rate limit, rate limits, rate limiting, rate limiter, rate limiters, api rate limits, throttling, http 429, 429',
    kind: 'technique',
    is: 'A rate limit is a rule that says how many requests a client may send in a given time, and what happens to the rest.',
    how: [
      'The server counts requests for each key, user or address, and refuses those above the limit, usually with the status 429.',
      'A token bucket refills at a steady rate and allows short bursts up to its size; a sliding window counts what happened during the last minute.',
      'Headers such as “Retry-After” tell the client how long to wait.',
      'With several servers the counters live in a shared store, often Redis.',
    ],
    why: [
      'It keeps one greedy client, or one bug, from crowding out everybody else.',
      'It bounds cost where each request is expensive, as with language models, which limit requests and tokens per minute.',
    ],
    pitfalls: [
      'Clients that retry at once make the crowd worse; wait, double the wait each time, and add some randomness.',
      'Counting in fixed minutes lets twice the limit through around the turn of the minute.',
    ],
    example:
      'With a bucket of 10 and a refill of 1 per second, a client may send ten requests at once and then one each second.',
    related: 'backpressure, retries, queues and load balancing',
  },
  {
    names: 'backpressure, back pressure, back-pressure, flow control',
    kind: 'concept',
    is: 'Backpressure is the signal by which a slow consumer makes a fast producer slow down, instead of letting data pile up between them.',
    how: [
      'Between the two there is a buffer of limited size; when it is full, the producer has to wait.',
      'TCP does this by a window: the receiver announces how much room is left, and the sender stops at zero.',
      'In Node.js a stream’s write returns false when its buffer is full, and the event “drain” says that it may go on.',
      'Where waiting is impossible, the alternatives are to drop data, to sample it or to refuse new work.',
    ],
    why: [
      'Without it the memory of a server grows with the slowest of its clients until the process dies.',
      'It makes an overload visible at its source, where something can be done about it.',
    ],
    pitfalls: [
      'An unbounded queue hides the problem and turns it into delay.',
      'A reader that has gone away never drains the buffer, so waiting must also end when the connection closes.',
    ],
    example:
      'A server streams a file to a phone on a slow network: it reads the next part from disk only once the earlier part has left its buffer.',
    related: 'streams, queues, TCP and rate limits',
  },
  {
    names:
      'latency, throughput, latency vs throughput, latency and throughput, latency versus throughput, response time, network latency, percentiles, tail latency, p99, p99 latency',
    kind: 'concept',
    is: 'Latency is the time one request takes, and throughput is the number of requests handled in a span of time; a system can be good at one and bad at the other.',
    how: [
      'By Little’s law the number of requests in progress equals throughput times latency.',
      'Working in batches raises throughput and makes single requests wait longer.',
      'As a server nears its full load, queues form, and latency rises steeply while throughput hardly grows.',
      'Latency is reported in percentiles: the 99th is the value that only one request in a hundred exceeds.',
    ],
    why: [
      'Users feel latency, and budgets feel throughput.',
      'Knowing which of the two is the problem decides whether more machines will help.',
    ],
    pitfalls: [
      'An average hides the slow tail, and a page that makes many calls meets the tail nearly every time.',
      'A load test that waits for each answer before it sends the next request understates the delay that users would see.',
    ],
    example:
      'A server that needs 200 ms per request and works on 50 at a time handles 250 requests per second.',
    related: 'time to first token, load testing, queues and caching',
  },
  {
    names: 'load balancing, load balancer, load balancers, reverse proxy, reverse proxies',
    kind: 'technique',
    is: 'Load balancing spreads incoming requests over several servers, so that none is overloaded and one may fail without harm.',
    how: [
      'A balancer stands in front and forwards each request or connection to one server of a group.',
      'It chooses by a rule: one after another, the one with the fewest open connections, or by a hash of the client’s address.',
      'Health checks take a server that stops answering out of the group, and put it back when it recovers.',
      'It can work on connections, knowing only addresses, or on HTTP, knowing paths and headers.',
    ],
    why: [
      'Capacity grows by adding servers, and new versions can be rolled out one server at a time.',
      'Users do not notice when a single machine breaks.',
    ],
    pitfalls: [
      'Servers that keep sessions in memory tie each user to one of them; move the sessions to a shared store.',
      'Long-lived connections such as WebSockets stay where they are, so a new server fills up slowly.',
    ],
    example:
      'Three servers stand behind one address; the second one fails its health check, and within seconds all requests go to the other two.',
    related: 'reverse proxies, DNS, autoscaling and caching',
  },
  {
    names: 'caching, cache, caches, cache invalidation, web caching, memoization, memoisation',
    kind: 'technique',
    is: 'Caching means keeping the result of expensive work close at hand, so that the next request for it is cheap.',
    how: [
      'A cache stores values under keys; a hit answers at once, and a miss does the work and stores the result.',
      'When it is full, something has to go, often whatever was used least recently.',
      'A time to live lets entries expire, and an explicit deletion removes them when the original changes.',
      'Caches exist on every level: processor, memory, database, web server, content delivery network and browser.',
    ],
    why: [
      'A few popular items make up most requests, so even a small cache can save most of the work.',
      'It shortens response times and takes load off the slowest part of a system.',
    ],
    pitfalls: [
      'A cached value can be out of date; decide how old is acceptable before you add a cache.',
      'When a popular entry expires, many requests may recompute it at once, which is called a stampede.',
      'A key that leaves out the user or the language serves one person’s data to another.',
    ],
    example:
      'A product page that takes 80 ms to build is kept for a minute; of a thousand visitors in that minute only the first one waits.',
    related: 'Redis, HTTP headers, content delivery networks and memoization',
  },
  {
    names: 'redis, valkey',
    kind: 'thing',
    is: 'Redis is a server that keeps data structures in memory and offers them to many programs over the network.',
    how: [
      'Values live under keys and may be strings, lists, sets, sorted sets, hashes or streams, each with commands of its own.',
      'Commands are carried out one after another by a single thread, so each of them is atomic.',
      'Keys can be given a time to live, after which they vanish.',
      'For durability it can write snapshots or a log of all changes to disk, and replicas can follow a primary.',
    ],
    why: [
      'Answers take well under a millisecond on a local network, since nothing has to be fetched from disk.',
      'Caches, sessions, rate limits, leaderboards and simple queues all fit its commands well.',
    ],
    pitfalls: [
      'All data has to fit into memory, so set a limit and a rule for what is evicted.',
      'One slow command, such as listing all keys of a large server, holds up everybody else.',
    ],
    example:
      'To limit a user to 100 calls a minute, increase a counter under the user’s key, give it 60 seconds to live, and refuse above 100.',
    related: 'caching, message queues and databases',
  },
  {
    names:
      'message queue, message queues, queueing systems, task queue, task queues, job queue, job queues, kafka, rabbitmq, message broker, message brokers, pub/sub',
    kind: 'technique',
    is: 'A message queue is a store between programs: producers put messages in, and consumers take them out when they are ready.',
    how: [
      'The producer goes on at once and need not know who will do the work.',
      'A consumer confirms a message after handling it; without a confirmation the queue delivers it again.',
      'Several consumers can share one queue, which spreads the work over them.',
      'Brokers such as RabbitMQ delete a message once it is done, while Kafka keeps a log that each consumer reads at its own pace.',
    ],
    why: [
      'Peaks are absorbed: the queue grows for a while instead of the servers breaking down.',
      'A consumer can be down for an hour without anything being lost.',
    ],
    pitfalls: [
      'Messages may arrive twice, so handling one a second time must do no harm.',
      'A message that always fails blocks or loops forever unless it is moved aside after a few attempts.',
      'A queue that only ever grows is an overload in slow motion; watch its length and age.',
    ],
    example:
      'A web shop answers “order received” at once and leaves the invoice, the mail and the warehouse to three consumers of a queue.',
    related: 'backpressure, events, Redis and idempotence',
  },
  {
    names:
      'microservices, microservice, microservice architecture, microservices architecture, monolith, monoliths',
    kind: 'concept',
    is: 'Microservices are a way of building a system from small services that run, are deployed and keep their data separately.',
    how: [
      'Each service owns one part of the business, such as orders or payments, and nobody else touches its database.',
      'Services talk by HTTP, gRPC or messages, and agree on interfaces rather than on code.',
      'A gateway in front of them handles authentication and routes each request to the right service.',
      'Tracing follows one request through all services that take part in it.',
    ],
    why: [
      'Teams can release on their own and choose what suits their part.',
      'A part under heavy load can be scaled without the rest.',
    ],
    pitfalls: [
      'A call over the network is slower and fails in more ways than a call within a program.',
      'Changes across several databases cannot share one transaction.',
      'Small teams often do better with one well-divided program, which is simpler to run and to debug.',
    ],
    example:
      'When the recommendation service of a shop is down, the page is shown without recommendations, and buying still works.',
    related: 'APIs, message queues, Kubernetes and monoliths',
  },
  {
    names:
      'docker, docker container, docker containers, containers?, container?, containerization, containerisation, docker image, docker images, dockerfile',
    kind: 'thing',
    is: 'Docker is a tool that packs a program with everything it needs into an image and runs it as an isolated container.',
    how: [
      'A Dockerfile lists the steps that build an image, beginning with a base image.',
      'Each step adds a layer; unchanged layers are reused, which makes later builds fast.',
      'A container is a process of the host with its own view of files, network and other processes, provided by namespaces and limited by control groups.',
      'Images are shared through registries under a name and a tag.',
    ],
    why: [
      'What runs on a laptop runs in the same way on a server, with the same versions of everything.',
      'Containers start in about a second and share the kernel, so they are much lighter than virtual machines.',
    ],
    pitfalls: [
      'Data inside a container is gone when it is removed, unless it lies on a volume.',
      'Large images and secrets left in a layer are common mistakes.',
    ],
    example:
      'One command starts a PostgreSQL server in a container for a test, and another one removes it without a trace.',
    related: 'Kubernetes, virtual machines, images and CI/CD',
  },
  {
    names: 'kubernetes, k8s, container orchestration',
    kind: 'thing',
    is: 'Kubernetes is a system that runs containers on many machines and keeps them in the state that has been described to it.',
    how: [
      'You declare what you want, for example three copies of a service, and controllers keep comparing that with what is there.',
      'The smallest unit is a pod, one or more containers that share a network address.',
      'A scheduler places pods on machines with enough room, and replaces those whose machine fails.',
      'A service gives a changing set of pods one stable name and spreads the traffic over them.',
    ],
    why: [
      'Restarts, rollouts, scaling and moving away from a broken machine happen without anyone getting up at night.',
      'The same description works at different providers.',
    ],
    pitfalls: [
      'It is a large system with its own vocabulary, and small projects rarely need it.',
      'Without limits on memory and processor time one pod can starve its neighbours.',
    ],
    example:
      'A new version is rolled out pod by pod; as soon as one of them fails its readiness check, the rollout stops.',
    related: 'Docker, load balancing, microservices and autoscaling',
  },
];
