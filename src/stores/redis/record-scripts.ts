// As in thread-scripts.ts: one operation each, which looks before it writes.

const prelude = `
local totals, values, bytes, places = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local kind, name = ARGV[1], ARGV[2]
local ofKind = 'kind:' .. kind
local function size()
  local value = redis.call('HSTRLEN', values, name)
  return #kind + #name + value + redis.call('HSTRLEN', bytes, name)
end
local function count(records, taken)
  redis.call('HINCRBY', totals, 'records', records)
  redis.call('HINCRBY', totals, 'bytes', taken)
  redis.call('HINCRBY', totals, ofKind, taken)
end
`;

/** Arguments: kind, name, what to do if it is there, maxRecords, maxBytes, value, and bytes where there are some. Gives whether it has been written. */
export const writeRecord = `${prelude}
local isThere = redis.call('HEXISTS', values, name) == 1
if isThere and ARGV[3] == 'leave' then return {'ok', 0} end
local records = tonumber(redis.call('HGET', totals, 'records') or 0)
if not isThere and records >= tonumber(ARGV[4]) then return {'records', records} end
local taken = #kind + #name + #ARGV[6] + #(ARGV[7] or '')
if isThere then taken = taken - size() end
local all = tonumber(redis.call('HGET', totals, 'bytes') or 0) + taken
if taken > 0 and all > tonumber(ARGV[5]) then return {'bytes', all} end
redis.call('HSET', values, name, ARGV[6])
if ARGV[7] then redis.call('HSET', bytes, name, ARGV[7]) else redis.call('HDEL', bytes, name) end
if not isThere then redis.call('ZADD', places, redis.call('HINCRBY', totals, 'sequence', 1), name) end
count(isThere and 0 or 1, taken)
return {'ok', 1}
`;

/** Arguments: kind, name. Gives value and bytes, or nothing. */
export const readRecord = `${prelude}
local value = redis.call('HGET', values, name)
if not value then return {'ok'} end
return {'ok', value, redis.call('HGET', bytes, name)}
`;

/** Arguments: kind. Gives name and value in turn. */
export const listRecords = `${prelude}
local rows = {}
for _, each in ipairs(redis.call('ZRANGE', places, 0, -1)) do
  rows[#rows + 1] = each
  rows[#rows + 1] = redis.call('HGET', values, each)
end
return {'ok', rows}
`;

/** Arguments: kind, name. Gives whether there was one. */
export const deleteRecord = `${prelude}
if redis.call('HEXISTS', values, name) == 0 then return {'ok', 0} end
local taken = size()
redis.call('HDEL', values, name)
redis.call('HDEL', bytes, name)
redis.call('ZREM', places, name)
count(-1, -taken)
if redis.call('EXISTS', values) == 0 then redis.call('HDEL', totals, ofKind) end
return {'ok', 1}
`;

/** Arguments: kind. */
export const clearRecords = `${prelude}
local held = redis.call('HLEN', values)
if held == 0 then return {'ok'} end
local taken = tonumber(redis.call('HGET', totals, ofKind) or 0)
redis.call('UNLINK', values, bytes, places)
count(-held, -taken)
redis.call('HDEL', totals, ofKind)
return {'ok'}
`;
