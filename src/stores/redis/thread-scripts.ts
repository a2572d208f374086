// Each script is one operation: Redis runs it whole, and nothing between its parts. It looks before it writes, so that a refusal
// has changed nothing. Redis itself refuses a script for want of memory at its first write or not at all.
// What a script gives begins with a word: `ok`, or why not.

// A thread's row is its second of creation, then names and values of its metadata in turn, each one as JSON: so they can be merged
// here as JavaScript would do it, without Lua's own JSON, which changes numbers and order.
const prelude = `
local totals, threads, places, sizes, messages = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local key = ARGV[1]
local function readRow(id)
  local packed = redis.call('HGET', threads, id)
  return packed and cmsgpack.unpack(packed)
end
local function describe(row)
  local pairs = {}
  for at = 2, #row, 2 do pairs[#pairs + 1] = row[at] .. ':' .. row[at + 1] end
  return '{' .. table.concat(pairs, ',') .. '}'
end
local function full(held, bytes, taken, first)
  if held > tonumber(ARGV[first]) or bytes > tonumber(ARGV[first + 1]) then return {'fill', held, bytes} end
  local all = tonumber(redis.call('HGET', totals, 'bytes') or 0) + taken
  if taken > 0 and all > tonumber(ARGV[first + 2]) then return {'bytes', all} end
end
`;

/** Keys: all of a thread. Arguments: key, three bounds of a fill, maxThreads, second, if there, if not, count of metadata, metadata, messages. */
export const writeThread = `${prelude}
local created, present, absent, pieces = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9])
local isThere = redis.call('HEXISTS', threads, key) == 1
if isThere and present == 'refuse' then return {'exists'} end
if not isThere and absent == 'refuse' then return {'missing'} end
local first = 10 + pieces
local bytes, taken, row = 0, 0, nil
for at = first, #ARGV do bytes = bytes + #ARGV[at] end
local held = #ARGV - first + 1
if isThere then
  taken = bytes
  bytes = bytes + tonumber(redis.call('HGET', sizes, key))
  held = held + redis.call('LLEN', messages)
else
  local count = redis.call('HLEN', threads)
  if count >= tonumber(ARGV[5]) then return {'threads', count} end
  row = {created}
  for at = 10, first - 1 do row[#row + 1] = ARGV[at] end
  bytes = bytes + #describe(row)
  taken = bytes + #key
end
local refusal = full(held, bytes, taken, 2)
if refusal then return refusal end
if row then
  redis.call('HSET', threads, key, cmsgpack.pack(row))
  redis.call('ZADD', places, redis.call('HINCRBY', totals, 'sequence', 1), key)
end
redis.call('HSET', sizes, key, bytes)
redis.call('HINCRBY', totals, 'bytes', taken)
for at = first, #ARGV do redis.call('RPUSH', messages, ARGV[at]) end
return {'ok'}
`;

/** Arguments: key. Gives second and metadata. */
export const readThread = `${prelude}
local row = readRow(key)
if not row then return {'missing'} end
return {'ok', row[1], describe(row)}
`;

/** Arguments: key, three bounds of a fill, names and values. Gives second and metadata. */
export const updateThread = `${prelude}
local row = readRow(key)
if not row then return {'missing'} end
local before = #describe(row)
local at = {}
for index = 2, #row, 2 do at[row[index]] = index end
for index = 5, #ARGV, 2 do
  local name = ARGV[index]
  if not at[name] then
    at[name] = #row + 1
    row[at[name]] = name
  end
  row[at[name] + 1] = ARGV[index + 1]
end
local text = describe(row)
local taken = #text - before
local bytes = tonumber(redis.call('HGET', sizes, key)) + taken
local refusal = full(redis.call('LLEN', messages), bytes, taken, 2)
if refusal then return refusal end
redis.call('HSET', threads, key, cmsgpack.pack(row))
redis.call('HSET', sizes, key, bytes)
redis.call('HINCRBY', totals, 'bytes', taken)
return {'ok', row[1], text}
`;

/** Arguments: key. */
export const deleteThread = `${prelude}
if redis.call('HEXISTS', threads, key) == 0 then return {'missing'} end
local bytes = tonumber(redis.call('HGET', sizes, key)) + #key
redis.call('HDEL', threads, key)
redis.call('HDEL', sizes, key)
redis.call('ZREM', places, key)
redis.call('UNLINK', messages)
redis.call('HINCRBY', totals, 'bytes', -bytes)
return {'ok'}
`;

/** Arguments: key, and how many at most, 0 for none and -1 for all. Gives messages. */
export const readMessages = `${prelude}
if redis.call('HEXISTS', threads, key) == 0 then return {'missing'} end
local last = tonumber(ARGV[2])
if last == 0 then return {'ok', {}} end
return {'ok', redis.call('LRANGE', messages, last < 0 and 0 or -last, -1)}
`;

/** Arguments: the key before which to begin or nothing, whether there is one, and how many at most. Gives key, second and metadata in turn. */
export const listThreads = `${prelude}
local top = '+inf'
if ARGV[2] == 'before' then
  local place = redis.call('ZSCORE', places, key)
  if not place then return {'missing'} end
  top = '(' .. place
end
local rows = {}
for _, id in ipairs(redis.call('ZREVRANGEBYSCORE', places, top, '-inf', 'LIMIT', 0, ARGV[3])) do
  local row = readRow(id)
  rows[#rows + 1] = id
  rows[#rows + 1] = row[1]
  rows[#rows + 1] = describe(row)
end
return {'ok', rows}
`;
