// KEYS[1] is the log's hash, KEYS[2] its stream, both of one hash tag, so that a cluster keeps them together.
// Fields: state (open, ended, failed), epoch, next, owner, claim (its epoch), failure, maker, and for the strikes: claimed (next at the last claim) and
// tried (whoever has claimed it there). A stream entry's id is the index after its last event.

// A Redis without room refuses what may take memory, but only as the first write of a script: whatever has to work then too
// writes a time to live first, which takes none. So it is in all versions, for scripts that name no flags.

/** ARGV: ms that an open log is kept, who asks. Gives 1, also where the answer got lost and it is asked again, or 0 where the id is taken. */
export const createScript = `
if redis.call('EXISTS', KEYS[1]) == 1 then
  return redis.call('HGET', KEYS[1], 'maker') == ARGV[2] and 1 or 0
end
redis.call('HSET', KEYS[1], 'state', 'open', 'epoch', 0, 'next', 0, 'maker', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1`;

/** ARGV: owner, control channel, ms that an open log is kept. Gives the epoch, the strikes and all entries, or false where the log is over. */
export const claimScript = `
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return false end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local epoch = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
local place = redis.call('HMGET', KEYS[1], 'next', 'claimed', 'tried')
local tried, strikes = '', 0
if place[1] == place[2] then
  for owner in string.gmatch(place[3], '[^\\n]+') do
    if owner ~= ARGV[1] then tried, strikes = tried .. owner .. '\\n', strikes + 1 end
  end
end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'claim', epoch, 'claimed', place[1], 'tried', tried .. ARGV[1])
redis.call('PUBLISH', ARGV[2], tostring(epoch))
return { epoch, strikes, redis.call('XRANGE', KEYS[2], '-', '+') }`;

/**
 * ARGV: epoch, index, count, events, whether they end the log, failure, live channel, ms kept after the end, most events,
 * the failure of a log that says more, ms that an open log is kept, the failure of a log for which there is no room, ms that it is kept.
 */
export const appendScript = `
local state = redis.call('HMGET', KEYS[1], 'state', 'epoch', 'next')
if not state[1] then return 'over' end
if state[2] ~= ARGV[1] then return 'fenced' end
if state[1] ~= 'open' then return 'over' end
local index, count, next = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(state[3])
if index > next then return 'gap' end
if index < next then return 'duplicate' end
local function close(state, failure, kept)
  redis.call('PEXPIRE', KEYS[1], kept)
  redis.call('PEXPIRE', KEYS[2], kept)
  redis.call('HSET', KEYS[1], 'state', state, 'failure', failure)
end
local function fail(failure, kept)
  close('failed', failure, kept)
  redis.call('PUBLISH', ARGV[7], 'over')
end
if ARGV[6] ~= '' then
  fail(ARGV[6], ARGV[8])
  return 'ok'
end
if next + count > tonumber(ARGV[9]) then
  fail(ARGV[10], ARGV[8])
  return 'over'
end
local added = redis.pcall('XADD', KEYS[2], (next + count) .. '-0', 'e', ARGV[4])
if type(added) == 'table' and added.err then
  if not string.find(added.err, 'OOM ', 1, true) then return added end
  fail(ARGV[12], ARGV[13])
  return 'over'
end
redis.call('HSET', KEYS[1], 'next', next + count)
if ARGV[5] == '1' then close('ended', '', ARGV[8]) elseif next == 0 then redis.call('PEXPIRE', KEYS[2], ARGV[11]) end
redis.call('PUBLISH', ARGV[7], next .. ' ' .. ARGV[5] .. ' ' .. ARGV[4])
return 'ok'`;

/** ARGV: failure, live channel, control channel, ms kept after the end. Gives 1, or 0 where the log is over. */
export const cancelScript = `
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
local epoch = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
redis.call('HSET', KEYS[1], 'state', 'failed', 'failure', ARGV[1])
redis.call('PUBLISH', ARGV[2], 'over')
redis.call('PUBLISH', ARGV[3], tostring(epoch))
return 1`;

/** ARGV: ms that an open log is kept. Gives 1, or 0 where the log has not failed. */
export const reopenScript = `
if redis.call('HGET', KEYS[1], 'state') ~= 'failed' then return 0 end
redis.call('HSET', KEYS[1], 'state', 'open')
redis.call('HDEL', KEYS[1], 'failure', 'claimed')
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[1])
return 1`;

/** ARGV: the first entry id that is asked for. Gives state, failure and the entries, all of one moment. */
export const readScript = `
local state = redis.call('HMGET', KEYS[1], 'state', 'failure')
if not state[1] then return false end
return { state[1], state[2] or '', redis.call('XRANGE', KEYS[2], ARGV[1], '+') }`;
