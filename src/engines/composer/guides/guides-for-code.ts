import type { Guide } from './guide.ts';

/** Guides for developers. */
export const guidesForCode: readonly Guide[] = [
  {
    clues:
      'test stream,test streaming,test sse,test llm,test chatbot,test chat,mock openai,mock llm,mock api',
    steps: `Point the client at a stand-in :: Set its base URL to a mock server, so that tests cost nothing and need no key.
Fix the answer :: Use a fixed seed or scripted text, so that the same request gives the same stream.
Check the whole text :: Join all deltas and compare the result with what was sent; nothing may be lost or doubled.
Cut the chunks badly :: Deliver events in halves and in threes, since networks do both.
Break the connection :: Hang up in the middle and check that the client notices, reports it and can try again.
Answer with errors :: A 429 with “Retry-After”, a 500 before the stream and an error inside it are three different cases.
Slow it down :: A late first token and long pauses show whether timeouts and spinners behave.
Measure under load :: Run many streams at once and look at the percentiles of the time to first token.`,
  },
  {
    clues:
      'parse sse,read sse,consume sse,parse server-sent,read stream,consume stream,parse stream,handle streaming,consume streaming,stream openai,stream response,stream token,stream llm',
    steps: `Ask for a stream :: Send the request with streaming switched on and accept “text/event-stream”.
Check the status first :: An error before the stream is an ordinary HTTP error with a body.
Decode with state :: Use a streaming decoder, because a character of several bytes may be split between two chunks.
Collect until a blank line :: Append each chunk to a buffer and take out an event only when a blank line has arrived.
Join the data lines :: Drop the prefix “data:” and one blank, and join several lines by line ends.
Stop at the end :: Many APIs send “[DONE]”, which is no JSON; others end with an event of their own.
Parse each event alone :: Take the delta out of the JSON and append it to the text so far.
Hang up cleanly :: Abort the request when the user leaves, so that the server can stop too.`,
  },
  {
    clues: 'handle rate limit,handle 429,avoid rate limit,retry request,deal rate limit',
    steps: `Read the headers :: The status 429 usually comes with “Retry-After” or with the time of the reset.
Wait as long as you are told :: Only without such a header use a delay of your own.
Double the delay :: One second, two, four, up to a limit.
Add chance :: A random part keeps many clients from coming back at the same moment.
Limit the attempts :: After four or five tries report the failure.
Slow down before the limit :: A token bucket on your side keeps the rate below it.
Queue what can wait :: Background work need not compete with users.
Cache and batch :: The cheapest request is the one that is not sent.`,
  },
  {
    clues:
      'reduce latency,improve latency,speed up,make faster,improve performance,optimize performance,optimise performance',
    steps: `Measure first :: Record the 50th, 95th and 99th percentile, and where the time goes.
Find the slowest part :: A trace of one request shows whether it is network, database or computation.
Remove round trips :: Two calls that do not depend on each other can run at the same time.
Cache what repeats :: Decide how old a value may be, and keep it that long.
Add the missing index :: A query that reads the whole table is the most frequent culprit.
Send less :: Compress, paginate and leave out fields that nobody reads.
Stream what takes long :: The first byte counts for whoever is waiting.
Measure again :: Keep the change only if the figures improved.`,
  },
  {
    clues: 'center div,centre div,center element,centre element,vertically center',
    steps: `Choose the parent :: Centring is a matter of the element around it.
Make it a grid :: Write “display: grid; place-items: center;” in the rules of the parent.
Give it height :: Without “min-height: 100vh” or another height there is nothing to be centred in vertically.
Or use flexbox :: “display: flex; justify-content: center; align-items: center;” does the same along two axes.
Only horizontally :: For a block of known width “margin-inline: auto” is enough.
Inline text :: “text-align: center” centres text and images in a line.
Look for what interferes :: Floats, absolute positions and margins of the child are the usual suspects.`,
  },
  {
    clues: 'exit vim,quit vim,close vim,leave vim',
    steps: `Press Escape :: It brings you back to normal mode, whatever you were doing.
Type :q and Enter :: This quits if nothing has changed.
Save and quit :: Type :wq and Enter, or press ZZ.
Quit without saving :: Type :q! and Enter.
Several windows :: Type :qa to close all of them, or :qa! to throw their changes away.
If nothing reacts :: Ctrl-Q resumes a terminal that Ctrl-S has frozen.`,
  },
  {
    clues: 'undo commit,revert commit,undo git,delete commit,remove commit',
    steps: `Look before you leap :: “git log --oneline -5” shows what is there.
Keep the changes :: “git reset --soft HEAD~1” removes the last commit and leaves its changes staged.
Throw them away :: “git reset --hard HEAD~1” removes commit and changes, so be sure.
Already pushed :: “git revert <commit>” adds a new commit that undoes the old one and leaves history intact.
Only the message was wrong :: “git commit --amend” replaces the last commit.
Something got lost :: “git reflog” lists where the branch has been; a reset to one of these places brings it back.`,
  },
  {
    clues: 'merge conflict,resolve conflict',
    steps: `See where it hurts :: “git status” lists the files in conflict.
Open a file :: Between the marks stand your version and the other one.
Understand both sides :: Read the two commits before you choose.
Write what is right :: Often it is neither version but a third one that does both.
Remove the marks :: All three lines of them.
Run the tests :: A text without conflict marks can still be wrong.
Finish :: “git add” the files, then “git commit” or “git rebase --continue”.
If it goes wrong :: “git merge --abort” takes you back to the beginning.`,
  },
  {
    clues:
      'dockerize app,dockerise app,dockerize application,deploy docker,build docker,write dockerfile,create dockerfile,containerize app',
    steps: `Choose a base image :: A slim, official one with a fixed version.
Copy the list of dependencies first :: They change seldom, so their layer is reused.
Install them :: Exactly as locked, and without development packages.
Copy the code :: A .dockerignore keeps out tests, secrets and local builds.
Run as an ordinary user :: Add a user and switch to it.
Say what starts :: CMD in its form with brackets, so that signals reach the program.
Build and try :: “docker build -t app .” and “docker run --rm -p 8000:8000 app”.
Configure from outside :: Settings and secrets come as environment variables.`,
  },
  {
    clues: 'write unit,write test,unit test',
    steps: `Choose one behaviour :: A test checks one promise.
Name it after the promise :: The name should read like a sentence that is true.
Arrange :: Prepare the input and the stand-ins for clock, network and chance.
Act :: Call the code once.
Assert :: Compare with the expected result, as exactly as the promise demands.
Watch it fail :: Break the code on purpose; a test that stays green is useless.
Cover the edges :: Empty, one, many, too large, and wrong input.
Keep it fast :: Slow tests are run seldom.`,
  },
  {
    clues: 'debug program,debug code,fix bug,find bug,debug issue,debug error,debug python,debug javascript',
    steps: `Reproduce it :: Find the smallest input that shows the fault.
Read the message :: The first line of your own code in the stack trace is the place to start.
Say what you expect :: And what happens instead, in one sentence.
Halve the search :: Check a value in the middle; the fault lies before or after it.
Change one thing :: And run it again.
Ask what changed last :: The history of the code often names the culprit.
Fix the cause :: Not the spot where it became visible.
Keep a test :: It fails without the fix and passes with it.`,
  },
  {
    clues: 'optimize query,optimise query,optimize sql,slow query,speed query,improve query',
    steps: `Look at the plan :: EXPLAIN ANALYZE shows which steps are taken and how long each of them takes.
Find the full scan :: A sequential read of a large table is the first suspect.
Add an index :: On the columns of WHERE and JOIN, the most selective one first.
Leave columns bare :: A function around a column keeps its index from being used.
Fetch less :: Name the columns and limit the rows.
Avoid one query per row :: A join or a list of ids replaces a hundred small queries.
Refresh the statistics :: The planner guesses badly with old ones.
Measure with real data :: A hundred rows prove nothing.`,
  },
  {
    clues: 'ssh key,generate ssh,set ssh',
    steps: `Look whether one exists :: “ls ~/.ssh” shows files such as id_ed25519.
Create a pair :: “ssh-keygen -t ed25519 -C you@example.com”.
Protect it :: Choose a passphrase; an agent remembers it for you.
Load it :: “ssh-add ~/.ssh/id_ed25519”.
Hand over the public half :: “ssh-copy-id user@host”, or paste the .pub file into the settings of the service.
Try it :: “ssh user@host” should not ask for the account’s password any more.
Keep the private half private :: It never leaves your machine.`,
  },
  {
    clues:
      'learn code,learn program,learn programming,learn python,learn javascript,learn typescript,learn rust,learn coding,learn java,learn go,learn sql',
    steps: `Choose one small goal :: A quiz, a price watcher, a page about your hobby.
Set up as little as possible :: An editor, the language, and a program that prints one line.
Learn by typing :: Copy nothing by mouse during the first weeks.
Cover the basics in order :: Values, conditions, loops, functions, lists, dictionaries, files.
Build something after every chapter :: Twenty lines are enough.
Read error messages slowly :: They name the line and usually the reason.
Use version control early :: It makes experiments harmless.
Show your code :: A review teaches more than another tutorial.
Practise daily :: Half an hour a day beats a Sunday.`,
  },
];
