import type { Programs } from './program.ts';

/** Exercises for the shell. */
export const bash: Programs = {
  'hello-world': `#!/usr/bin/env bash
echo "Hello, world!"`,
  loop: `#!/usr/bin/env bash
set -euo pipefail

for number in {1..5}; do
  echo "round $number"
done

# The same over files; the check skips the pattern itself where nothing matches.
for file in *.txt; do
  [[ -e $file ]] || continue
  echo "$file has $(wc -l < "$file") lines"
done`,
  factorial: `#!/usr/bin/env bash
set -euo pipefail

factorial() {
  local product=1 factor
  for ((factor = 2; factor <= $1; factor++)); do
    ((product *= factor))
  done
  echo "$product"
}

factorial 5 # 120`,
  fizzbuzz: `#!/usr/bin/env bash
for ((n = 1; n <= 15; n++)); do
  if ((n % 15 == 0)); then
    echo FizzBuzz
  elif ((n % 3 == 0)); then
    echo Fizz
  elif ((n % 5 == 0)); then
    echo Buzz
  else
    echo "$n"
  fi
done`,
  'reverse-string': `#!/usr/bin/env bash
set -euo pipefail

echo "stream" | rev # maerts`,
  'count-words': `#!/usr/bin/env bash
set -euo pipefail

# The ten most frequent words of a text, whatever their case.
tr -cs '[:alpha:]' '\\n' | tr '[:upper:]' '[:lower:]' | sort | uniq -c | sort -rn | head -n 10`,
  'read-file': `#!/usr/bin/env bash
set -euo pipefail

# IFS= and -r keep blanks and backslashes as they are.
while IFS= read -r line; do
  printf '%s\\n' "$line"
done < "\${1:?usage: $0 FILE}"`,
  'http-get': `#!/usr/bin/env bash
set -euo pipefail

curl --fail --silent --show-error --max-time 10 \\
  --header 'accept: application/json' https://api.github.com`,
  'sse-client': `#!/usr/bin/env bash
set -euo pipefail

# --no-buffer shows each event as soon as it arrives.
curl --no-buffer --silent --header 'accept: text/event-stream' http://127.0.0.1:8000/events |
  sed -un 's/^data: \\{0,1\\}//p'`,
  'chat-stream': `#!/usr/bin/env bash
set -euo pipefail

curl --no-buffer --silent http://127.0.0.1:8000/v1/chat/completions \\
  --header 'content-type: application/json' \\
  --data '{"model": "gpt-4o-mini", "stream": true, "messages": [{"role": "user", "content": "Hello!"}]}'`,
  backup: `#!/usr/bin/env bash
set -euo pipefail

source=\${1:?usage: $0 FOLDER [TARGET]}
target=\${2:-backups}
name=$(basename "$source")-$(date +%Y-%m-%d-%H%M%S).tar.gz

mkdir -p "$target"
tar -czf "$target/$name" -C "$(dirname "$source")" "$(basename "$source")"
echo "wrote $target/$name"`,
};

/** Exercises for databases. */
export const sql: Programs = {
  join: `-- Every customer with the number and the sum of their orders, those without orders included
SELECT c.id,
       c.name,
       COUNT(o.id)               AS orders,
       COALESCE(SUM(o.total), 0) AS spent
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id
GROUP BY c.id, c.name
ORDER BY spent DESC;`,
  'group-by': `-- How many orders there were in each country, where there were more than ten
SELECT country,
       COUNT(*)   AS orders,
       SUM(total) AS revenue
FROM orders
WHERE created_at >= '2024-01-01'
GROUP BY country
HAVING COUNT(*) > 10
ORDER BY orders DESC;`,
  duplicates: `-- E-mail addresses that occur more than once
SELECT email,
       COUNT(*) AS times
FROM users
GROUP BY email
HAVING COUNT(*) > 1
ORDER BY times DESC;`,
  'second-highest': `-- The second highest salary; equal salaries count once
SELECT MAX(salary) AS second_highest
FROM employees
WHERE salary < (SELECT MAX(salary) FROM employees);`,
  'create-table': `CREATE TABLE users (
    id         INTEGER PRIMARY KEY,
    email      VARCHAR(255) NOT NULL UNIQUE,
    name       VARCHAR(100) NOT NULL,
    created_at TIMESTAMP    NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX users_created_at ON users (created_at);`,
  insert: `INSERT INTO users (email, name)
VALUES ('ada@example.com', 'Ada'),
       ('alan@example.com', 'Alan');`,
  update: `-- Look at the rows first: the same condition in a SELECT shows what would change
UPDATE users
SET name = 'Ada Lovelace'
WHERE email = 'ada@example.com';`,
  delete: `-- Run it inside a transaction, and look at the count before you commit
BEGIN;
DELETE FROM sessions
WHERE expires_at < CURRENT_TIMESTAMP;
COMMIT;`,
  select: `-- The twenty newest active users
SELECT id, name, email
FROM users
WHERE active = TRUE
ORDER BY created_at DESC
LIMIT 20;`,
};
