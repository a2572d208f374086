import type { Known } from './known.ts';

/** What is known of networks and of keeping them safe. */
export const securityAndNetwork: readonly Known[] = [
  {
    names: 'oauth, oauth 2, oauth2, oauth 2.0, open authorization',
    kind: 'technique',
    is: 'OAuth is a standard by which a user lets an application use an account at another service without giving it the password.',
    how: [
      'The application sends the user to the service, where the user signs in and agrees to certain rights, the scopes.',
      'The service sends the browser back with a short-lived code, which the application exchanges for an access token.',
      'Every call to the API then carries the token, and the service checks whether it covers the request.',
      'A refresh token can fetch a new access token when the old one has expired.',
    ],
    why: [
      'The password stays with the service that issued it, and access can be withdrawn for each application.',
      'Scopes limit what an application can do, for instance to reading a calendar.',
    ],
    pitfalls: [
      'OAuth grants access and does not by itself prove who somebody is; OpenID Connect adds that.',
      'Public clients should use PKCE, so that a stolen code is of no use to anyone else.',
    ],
    example:
      'A printing service asks to see your photos: you sign in at the photo site, agree to “read photos”, and the printer receives a token for just that.',
    related: 'tokens, OpenID Connect, cookies and API keys',
  },
  {
    names: 'tls, https, ssl, transport layer security, tls handshake, ssl/tls',
    kind: 'technique',
    is: 'TLS is the protocol that encrypts a connection, protects it from being changed on the way, and proves whom one is talking to.',
    how: [
      'In the handshake both sides agree on a version and on ciphers, and derive shared keys by a Diffie–Hellman exchange.',
      'The server shows a certificate, which links its name to a public key and is signed by an authority that the client trusts.',
      'After that all data is encrypted with fast symmetric keys, and every record carries a check against changes.',
      'TLS 1.3 needs one round trip before data can flow.',
    ],
    why: [
      'Nobody between the two ends can read passwords, messages or card numbers, or alter a page.',
      'HTTPS is HTTP inside TLS, and browsers warn about pages without it.',
    ],
    pitfalls: [
      'Certificates expire, so renewal should be automatic and watched.',
      'A client that skips the check of the certificate encrypts its data for whoever happens to answer.',
    ],
    example:
      'Opening a bank’s page, the browser checks that the certificate is valid for that very name before it sends a single byte of the login.',
    related: 'encryption, certificates, HTTP and DNS',
  },
  {
    names: 'dns, domain name system, domain name servers',
    kind: 'technique',
    is: 'DNS is the system that translates names such as example.com into the network addresses of machines.',
    how: [
      'A resolver asks step by step: the root servers point to those of “com”, these to those of “example.com”, and those know the address.',
      'Answers come with a time to live, during which they may be cached.',
      'Record types say what an entry holds: A and AAAA for addresses, CNAME for another name, MX for mail, TXT for notes.',
      'Most questions travel in a single UDP packet.',
    ],
    why: [
      'Names stay the same while machines and addresses behind them change.',
      'One name can lead to many servers, which spreads load and survives failures.',
    ],
    pitfalls: [
      'A change becomes visible only as old entries run out of caches, so lower the time to live beforehand.',
      'Plain DNS is neither encrypted nor signed; DNSSEC adds signatures, and DNS over HTTPS adds encryption.',
    ],
    example:
      'Before a browser can open example.com, it asks the resolver of the network for the address and usually gets it from a cache.',
    related: 'IP addresses, caching, HTTP and load balancing',
  },
  {
    names: 'tcp, transmission control protocol, tcp/ip',
    kind: 'technique',
    is: 'TCP is the protocol that turns a network of unreliable packets into a connection on which bytes arrive complete and in order.',
    how: [
      'A connection begins with a handshake of three packets: SYN, SYN-ACK and ACK.',
      'Every byte is numbered, the receiver confirms what has arrived, and what is not confirmed is sent again.',
      'The receiver announces how much it can take, and the sender waits when that window is full.',
      'Congestion control starts slowly, speeds up, and slows down when packets get lost.',
    ],
    why: [
      'Programs can treat the connection as a simple stream, without thinking of losses.',
      'The web, mail and file transfer are all built upon it.',
    ],
    pitfalls: [
      'TCP keeps no message boundaries: two writes may arrive as one read, or one write as two.',
      'A lost packet holds back everything after it, which hurts calls and games.',
    ],
    example:
      'Downloading a file, your machine confirms each stretch of bytes, and a missing stretch is sent once more without your noticing.',
    related: 'UDP, IP, HTTP and backpressure',
  },
  {
    names: 'udp, user datagram protocol',
    kind: 'technique',
    is: 'UDP is a protocol that sends single packets to an address, without a connection and without a promise that they arrive or in which order.',
    how: [
      'A packet carries little more than two port numbers, a length and a checksum.',
      'There is no handshake, so the first packet can already carry data.',
      'Whatever else is needed, such as repeats or order, the application adds itself.',
    ],
    why: [
      'Calls, games and live video prefer a small gap to a late packet.',
      'Short questions such as those of DNS fit into one packet each way.',
      'New protocols such as QUIC build their own reliability on top of it.',
    ],
    pitfalls: [
      'Without congestion control of its own a careless sender can clog a network.',
      'Source addresses are easily forged, which attackers use to multiply traffic.',
    ],
    example:
      'In a video call a lost packet means a flicker for a moment; waiting for a repeat would mean a pause.',
    related: 'TCP, DNS, QUIC and streaming media',
  },
  {
    names: 'encryption, cryptography, public key cryptography, asymmetric encryption, symmetric encryption',
    kind: 'technique',
    is: 'Encryption changes a message so that only someone with the right key can read it.',
    how: [
      'Symmetric methods such as AES use the same key to lock and to unlock, and are fast enough for large amounts of data.',
      'Asymmetric methods use a pair: what the public key locks, only the private key opens.',
      'In practice the two are combined: the slow asymmetric method agrees on a key, and the fast symmetric one does the rest.',
      'A digital signature works the other way round: the private key signs, and anyone with the public key can check.',
    ],
    why: [
      'It keeps data secret on the way and on the disk, even when somebody else holds the medium.',
      'Payments, messages and software updates all depend on it.',
    ],
    pitfalls: [
      'Home-made ciphers fail; use a well-known library and its recommended settings.',
      'The key is the weak point: whoever stores it next to the data has locked the door and left the key in it.',
    ],
    example:
      'A messenger encrypts every message on your phone with a key that only you and the receiver hold, so that the server in between sees only noise.',
    related: 'TLS, hashing, keys and digital signatures',
  },
  {
    names: 'blockchain, blockchains, bitcoin, cryptocurrency, cryptocurrencies',
    kind: 'technique',
    is: 'A blockchain is a shared list of records in which each block carries the hash of the one before it, so that old entries cannot be changed unnoticed.',
    how: [
      'Many computers keep a copy and accept a new block only if it follows the rules.',
      'A consensus method decides who may add the next block; Bitcoin uses proof of work, which makes that costly.',
      'Transactions are signed with private keys, so only the owner of a coin can spend it.',
      'Changing an old block would change its hash and break every block after it.',
    ],
    why: [
      'People who do not trust each other can agree on one history without a central keeper.',
      'Anybody can check the whole list.',
    ],
    pitfalls: [
      'It is slow and costly compared with a database, so it pays only where no trusted party exists.',
      'A lost private key cannot be replaced, and a wrong payment cannot be called back.',
    ],
    example:
      'To alter a payment made ten blocks ago, an attacker would have to redo the work of all ten faster than everybody else adds new ones.',
    related: 'hash functions, consensus and digital signatures',
  },
];
