import type { Known } from './known.ts';

/** What is known of machines and networks of everyday life. */
export const technology: readonly Known[] = [
  {
    names:
      'internet, the internet, history of the internet, how the internet works, world wide web, the web, www',
    kind: 'thing',
    is: 'The Internet is the worldwide network of networks whose computers exchange packets by the Internet Protocol; the web is one of the services on it.',
    how: [
      'It goes back to the ARPANET of 1969, which linked four computers at first.',
      'Data is cut into packets, each with the address of its destination, and routers pass them on from network to network.',
      'Since 1983 all parts have used TCP/IP, and since then DNS has translated names into addresses.',
      'Tim Berners-Lee proposed the web at CERN in 1989: pages in HTML, fetched by HTTP and linked by URLs.',
    ],
    why: [
      'No part is in charge of the whole, so a broken link is simply routed around.',
      'Mail, calls, shops, films and language models all travel over the same wires.',
    ],
    pitfalls: [
      'Internet and web are not the same: mail and video calls need no browser.',
      'What is sent without encryption can be read on the way.',
    ],
    example:
      'A page from another continent usually arrives in a few hundred milliseconds, through a dozen or more routers.',
    related: 'TCP, DNS, HTTP and submarine cables',
  },
  {
    names:
      'airplane, airplanes, aeroplane, aeroplanes, plane, planes, flight, how planes fly, aircraft, flying',
    kind: 'thing',
    is: 'An aeroplane flies because its wings push air downwards, and the air pushes the wings up in return.',
    how: [
      'The wing is curved and slightly tilted, so that the air flowing past it is turned downwards.',
      'The pressure above the wing is lower than below, and the difference is the lift.',
      'Engines provide the thrust that overcomes the drag of the air.',
      'Flaps make the wing larger and more curved for take-off and landing; rudder, elevator and ailerons steer.',
    ],
    why: [
      'In level flight lift equals weight and thrust equals drag.',
      'High up the air is thin, so there is less drag and less fuel is needed for the distance.',
    ],
    pitfalls: [
      'The popular story that air above the wing must arrive at the same time as that below is wrong.',
      'If the wing is tilted too far, the flow breaks away and lift collapses, which is called a stall.',
    ],
    example:
      'Hold a hand out of the window of a moving car and tilt it: at a small angle it is lifted, at a large one it is only pushed back.',
    related: 'lift, drag, the Wright brothers and jet engines',
  },
  {
    names: 'electricity, electric current, electrical current, voltage, electric power',
    kind: 'concept',
    is: 'Electricity is the set of effects of electric charge; what comes from the socket is charge in motion, a current.',
    how: [
      'Voltage is what drives the charge, current is how much of it flows, and resistance is what hinders it.',
      'Ohm’s law links them: voltage equals current times resistance.',
      'Power is voltage times current, measured in watts.',
      'Generators make current by moving magnets past coils, batteries by chemical reactions.',
    ],
    why: [
      'It can be sent over hundreds of kilometres and turned into light, heat, motion and information.',
      'Hospitals, water works and networks all stop without it.',
    ],
    pitfalls: [
      'The effect travels nearly at the speed of light, the electrons themselves move slowly.',
      'Even currents far below those of a household fuse can be deadly.',
    ],
    example: 'A lamp of 10 watts at 230 volts draws about 0.04 amperes.',
    related: 'magnetism, batteries, generators and semiconductors',
  },
  {
    names: 'battery, batteries, lithium-ion battery, lithium-ion batteries, rechargeable batteries',
    kind: 'thing',
    is: 'A battery stores energy in chemical form and gives it back as electric current.',
    how: [
      'It has two electrodes of different materials and an electrolyte between them.',
      'While it is used, electrons flow through the device from one electrode to the other, and ions move inside to balance them.',
      'In a rechargeable battery an outside voltage drives the reaction backwards.',
      'In lithium-ion cells lithium ions wander between graphite and a metal oxide.',
    ],
    why: [
      'Telephones, tools and cars become independent of the socket.',
      'Large ones store power from wind and sun for the evening.',
    ],
    pitfalls: [
      'Heat and staying at 100 or 0 per cent for long make a lithium-ion battery age faster.',
      'Old batteries belong in collection, for the materials and because damaged ones can burn.',
    ],
    example: 'A telephone battery of 4,000 mAh at 3.8 volts holds about 15 watt-hours.',
    related: 'electricity, electric cars, chemistry and recycling',
  },
  {
    names: 'computer, computers, cpu, processor, how computers work',
    kind: 'thing',
    is: 'A computer is a machine that carries out instructions on data, both of which are stored in its memory as numbers.',
    how: [
      'The processor fetches an instruction, decodes it, carries it out and goes on to the next, billions of times a second.',
      'Everything is built from transistors that act as switches and are combined into logic gates.',
      'Fast, small memory near the processor holds what is in use; slower, larger memory holds the rest.',
      'The operating system shares the machine among programs and hides the differences between devices.',
    ],
    why: [
      'The same machine can calculate, write, play music and steer a car, since only the program changes.',
      'Copying data costs almost nothing and loses nothing.',
    ],
    pitfalls: [
      'It does what it is told and not what was meant.',
      'More cores help only programs that can be divided.',
    ],
    example:
      'Adding two numbers takes a processor less than a nanosecond, and fetching one of them from main memory about a hundred times as long.',
    related: 'programs, memory, operating systems and Alan Turing',
  },
  {
    names: 'process?, processes?, operating system process, unix process, process in operating systems',
    kind: 'thing',
    is: 'A process is a running program with a memory of its own, which the operating system keeps apart from all others.',
    how: [
      'The system gives it an address space, open files, rights and at least one thread.',
      'Switching between processes saves the state of one and loads that of the next.',
      'Processes talk through pipes, sockets, files or explicitly shared memory.',
    ],
    why: [
      'If one process crashes, the others go on.',
      'Separate memory means that no process can read or spoil the data of another by accident.',
    ],
    pitfalls: [
      'Starting a process and passing data to it costs more than starting a thread.',
      'Processes that nobody waits for or ends pile up.',
    ],
    example:
      'A browser runs each site in a process of its own, so that a crashed page takes only its own tab down.',
    related: 'threads, operating systems, pipes and containers',
  },
];
