-- Reads. Arguments: path, in which %07d stands for the number of a diplomate; token; number of diplomates.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("id", threads)
end

function init(args)
    path, diplomates = args[1], tonumber(args[3])
    headers = { ["Authorization"] = "Bearer " .. args[2] }
    math.randomseed(id)
end

function request()
    return wrk.format("GET", string.format(path, math.random(1, diplomates)), headers)
end

dofile(string.match(debug.getinfo(1).source, "@(.*/)") .. "done.lua")
