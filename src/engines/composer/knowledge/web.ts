import type { Known } from './known.ts';

/** What is known of the protocols of the web. */
export const web: readonly Known[] = [
  {
    names:
      'server-sent events, sse, server sent events, server-sent event, eventsource, event source, event stream, event streams, sse streaming',
    kind: 'technique',
    is: 'Server-sent events (SSE) are a standard way for a server to send a stream of text events to a client over one HTTP response that stays open.',
    how: [
      'The server answers with the content type “text/event-stream” and keeps the connection open.',
      'Each event is a few lines of text such as “event: update” and “data: hello”, and a blank line ends it.',
      'In the browser, EventSource opens the stream, hands every event to a listener, and connects again by itself when the connection breaks.',
      'An “id” line lets the client resume: on reconnecting it sends the last id in the header “Last-Event-ID”.',
    ],
    why: [
      'It is plain HTTP, so it works with ordinary servers, proxies, authentication and logs.',
      'For data that flows in one direction, such as the tokens of a language model, prices or progress, nothing more is needed.',
    ],
    pitfalls: [
      'A proxy that buffers or compresses the response delays the events until its buffer is full.',
      'EventSource can only send GET requests without headers of your own, which is why API clients read the stream with fetch instead.',
      'With HTTP/1.1 browsers open only about six connections to a host, so many tabs can use them up.',
    ],
    example:
      'A chat server writes “data: Hel” and a blank line, then “data: lo” and a blank line; the client joins the two pieces and shows “Hello”.',
    related: 'WebSockets, HTTP, long polling and token streaming',
  },
  {
    names: 'websocket, websockets, web socket, web sockets, websocket protocol',
    kind: 'technique',
    is: 'A WebSocket is a lasting connection between client and server over which both can send messages at any time.',
    how: [
      'It starts as an HTTP request with the header “Upgrade: websocket”, and the server agrees with the status 101.',
      'From then on the same TCP connection carries small frames of text or binary data in both directions.',
      'Ping and pong frames show whether the other side is still there.',
      'Frames from the client are masked with a random key, which protects old proxies from being confused.',
    ],
    why: [
      'Both sides can speak without being asked, which suits chats, games and shared editing.',
      'A message costs a few bytes of overhead instead of a whole set of HTTP headers.',
    ],
    pitfalls: [
      'Reconnecting, resuming and authenticating are left to the application.',
      'Each connection occupies one server, so load balancing and deployments need more care than with plain requests.',
    ],
    example:
      'In a shared document every keystroke travels to the server as a message, and the server passes it on to all other editors.',
    related: 'server-sent events, HTTP, TCP and backpressure',
  },
  {
    names: 'http, hypertext transfer protocol, http protocol, http request, http requests',
    kind: 'technique',
    is: 'HTTP is the protocol of the web: a client sends a request with a method and a path, and the server answers with a status, headers and usually a body.',
    how: [
      'The method says what is wanted: GET reads, POST submits, PUT replaces, PATCH changes and DELETE removes.',
      'The status code tells the outcome by its first digit: 2 for success, 3 for redirection, 4 for a mistake of the client, 5 for one of the server.',
      'Headers carry everything about the message, such as its type, its length, cookies and caching rules.',
      'Each request stands alone; whatever the server should remember must come with it, for example in a cookie or a token.',
      'HTTPS is the same protocol inside an encrypted TLS connection.',
    ],
    why: [
      'Browsers, apps and servers all speak it, so anything that offers HTTP can be used from almost anywhere.',
      'Being stateless makes it easy to spread requests over many servers and to cache the answers.',
    ],
    pitfalls: [
      'GET should change nothing, because browsers, crawlers and proxies repeat it freely.',
      'A timeout does not mean that nothing happened: the server may have done the work and only the answer got lost.',
    ],
    example:
      'Opening a page sends “GET /index.html”, and the answer begins with “200 OK” and the content type “text/html”.',
    related: 'TLS, REST, caching and HTTP/2',
  },
  {
    names: 'http/2, http2, http 2, http/3, http3, quic',
    kind: 'technique',
    is: 'HTTP/2 is a version of HTTP that carries many requests and answers at the same time over a single connection, in a binary format.',
    how: [
      'Messages are cut into frames, and each frame names the stream to which it belongs, so that frames of many messages can alternate.',
      'Headers are compressed with HPACK, which sends repeated ones as short references.',
      'Flow control works per stream and per connection, so one slow reader cannot flood the other side.',
      'Browsers use it only over TLS, and agree on it while the connection is being set up.',
    ],
    why: [
      'A page with a hundred small files no longer needs several connections or waits for one file after another.',
      'Methods, status codes and headers mean the same as before, so applications need no change.',
    ],
    pitfalls: [
      'A lost packet stops all streams of the connection, because TCP delivers in order; HTTP/3 avoids this with QUIC over UDP.',
      'Tricks from the days of HTTP/1.1, such as bundling everything into one file, help less or even hurt.',
    ],
    example:
      'A browser asks for a style sheet, a script and ten pictures at once, and the server interleaves their frames.',
    related: 'HTTP, TCP, TLS and gRPC',
  },
  {
    names:
      'rest?, rest api, rest apis, restful api, restful apis, restful, restful services, representational state transfer',
    kind: 'concept',
    is: 'REST is a style for APIs in which resources have URLs and are read and changed with the ordinary methods of HTTP.',
    how: [
      'A URL names a thing, for example an order, and the method says what to do with it.',
      'Client and server exchange representations of the resource, mostly as JSON.',
      'Every request carries all that is needed to understand it, so the server keeps no session between requests.',
      'Status codes and headers tell the outcome, the type and how long an answer may be cached.',
    ],
    why: [
      'Whoever knows HTTP can guess most of a well-made REST API.',
      'Caches, proxies and monitoring tools understand it without being told about the application.',
    ],
    pitfalls: [
      'Verbs in the path, such as “/getOrder”, usually mean that the method is not doing its job.',
      'Screens that need many resources cause many round trips; that is what GraphQL and composed endpoints try to avoid.',
    ],
    example:
      '“GET /orders/42” reads the order, “PATCH /orders/42” changes it, and “DELETE /orders/42” removes it.',
    related: 'HTTP, JSON, GraphQL and OpenAPI',
  },
  {
    names:
      'api, apis, application programming interface, application programming interfaces, web api, web apis',
    kind: 'concept',
    is: 'An API is an agreed interface through which one program uses another without knowing how it works inside.',
    how: [
      'It names the operations, what each of them takes, what it returns and how it fails.',
      'On the web an API is mostly a set of HTTP endpoints that accept and return JSON.',
      'A description such as OpenAPI states the interface in a form from which documentation and clients can be generated.',
      'Keys or tokens tell the provider who is calling, and limits keep one caller from crowding out the rest.',
    ],
    why: [
      'Both sides can change their insides freely as long as the agreement holds.',
      'A program can build on payments, maps or language models that somebody else runs.',
    ],
    pitfalls: [
      'Whatever an API shows will be relied upon, so it is easier to add a field than to take one away.',
      'Plan for errors, slow answers and limits from the first day, as every remote call can fail.',
    ],
    example:
      'A weather app sends a city to the endpoint of a weather service and receives the temperature as JSON.',
    related: 'REST, GraphQL, JSON and versioning',
  },
  {
    names: 'graphql, graphql api, graphql apis',
    kind: 'technique',
    is: 'GraphQL is a query language for APIs with which the client asks for exactly the fields it needs.',
    how: [
      'A typed schema lists all objects, fields and operations.',
      'The client sends a query that has the shape of the answer it wants, usually by POST to a single endpoint.',
      'On the server a resolver function fetches the value of each field.',
      'Queries read, mutations change and subscriptions deliver updates.',
    ],
    why: [
      'One request can fetch what would take several REST calls, without fields that nobody needs.',
      'The schema serves as documentation and lets tools check queries before they run.',
    ],
    pitfalls: [
      'A naive resolver asks the database once per item; batching such calls is the usual cure.',
      'A deeply nested query can be very expensive, so servers limit depth or cost.',
    ],
    example: 'A query for a user with the titles of the last three posts returns just those, in one answer.',
    related: 'REST, APIs and schemas',
  },
  {
    names: 'json, javascript object notation, json format',
    kind: 'technique',
    is: 'JSON is a text format for structured data, made of objects, arrays, strings, numbers, booleans and an empty value.',
    how: [
      'An object lists pairs of key and value between braces; an array lists values between square brackets.',
      'Keys and strings always stand in double quotes, and special characters are escaped with a backslash.',
      'Parsers in every common language turn the text into the native lists and maps, and back.',
      'A JSON schema can describe which fields a document must have and of which type.',
    ],
    why: [
      'People can read it, machines can parse it quickly, and practically every API speaks it.',
      'It needs no agreement beforehand beyond the names of the fields.',
    ],
    pitfalls: [
      'There are no comments, no dates and no trailing commas; dates are written as text by convention.',
      'Large integers can lose digits, since many parsers read all numbers as floating point.',
    ],
    example:
      'A person can be written as an object with the keys “name” and “age”, the first a string and the second a number.',
    related: 'APIs, schemas, YAML and parsing',
  },
  {
    names: 'cors, cross-origin resource sharing, cross origin resource sharing',
    kind: 'technique',
    is: 'CORS is the set of HTTP headers with which a server tells browsers which other sites may read its answers.',
    how: [
      'By default a script may read answers only from its own origin, that is the same scheme, host and port.',
      'For a request to another origin the browser adds an “Origin” header and lets the script see the answer only if “Access-Control-Allow-Origin” matches.',
      'Requests with unusual methods or headers are preceded by a preflight: an OPTIONS request that asks for permission.',
      'Cookies are sent along only if the page asks for it and the server names the exact origin and allows credentials.',
    ],
    why: [
      'Without this rule any page you visit could read your mail with the cookies of your session.',
      'It lets an API decide for itself which pages may use it.',
    ],
    pitfalls: [
      'CORS protects users of browsers and not the server: a script outside a browser ignores it.',
      'A wildcard for the origin cannot be combined with credentials.',
    ],
    example:
      'A page on app.example calls api.example; the API answers with “Access-Control-Allow-Origin: https://app.example”, and the script may read the result.',
    related: 'HTTP, cookies, the same-origin policy and preflight requests',
  },
  {
    names:
      'cookie?, cookies?, http cookie, http cookies, browser cookies, web cookies, session cookie, session cookies',
    kind: 'thing',
    is: 'A cookie is a small piece of text that a server asks the browser to keep and to send back with later requests.',
    how: [
      'The server sets it with the header “Set-Cookie”, and the browser returns it in the header “Cookie”.',
      'Attributes say for which domain and path it counts, when it expires and whether it needs HTTPS.',
      '“HttpOnly” hides it from scripts, and “SameSite” keeps it out of requests that other sites trigger.',
      'A login is usually a cookie with a random session id, behind which the server keeps the rest.',
    ],
    why: [
      'HTTP itself remembers nothing, and cookies are what keeps a person signed in from page to page.',
      'They also remember choices such as the language or the contents of a shopping basket.',
    ],
    pitfalls: [
      'Cookies of third parties can follow people across sites, which is why browsers restrict them and laws ask for consent.',
      'A session cookie without the secure attributes can be stolen and used by others.',
    ],
    example: 'After a login the answer contains “Set-Cookie: session=…; HttpOnly; Secure; SameSite=Lax”.',
    related: 'sessions, CORS, OAuth and privacy',
  },
];
