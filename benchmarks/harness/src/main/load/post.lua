-- Distinct completions of matched diplomates. Arguments: path, token, name of the run, number of diplomates, pause in
-- milliseconds between two requests of a connection (0: none), beginning of the ids of the diplomates.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("id", threads)
end

function init(args)
    path, run, diplomates, prefix = args[1], args[3], tonumber(args[4]), args[6]
    headers = { ["Authorization"] = "Bearer " .. args[2], ["Content-Type"] = "application/json" }
    count = 0
    local pause = tonumber(args[5])
    if pause > 0 then
        -- Spread out, so that the connections do not fall into step.
        delay = function() return math.random(0, 2 * pause) end
    end
end

function request()
    count = count + 1
    local diplomate = (count * 7919 + id * 104729) % diplomates + 1
    local body = string.format(
        '{"externalId":"%s-%d-%d","diplomateId":"%s%07d","familyName":"Bench%d","activity":"BENCH-%d",' ..
        '"completedOn":"2025-%02d-%02d","credits":%d.5,"patientSafetyCredits":0.25,"category":"AMA_PRA_1"}',
        run, id, count, prefix, diplomate, diplomate, count % 20, count % 12 + 1, count % 28 + 1, count % 9 + 1)
    return wrk.format("POST", path, headers, body)
end

dofile(string.match(debug.getinfo(1).source, "@(.*/)") .. "done.lua")
