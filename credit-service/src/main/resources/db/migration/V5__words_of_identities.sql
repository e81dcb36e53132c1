-- Everything that a diplomate can be found by: the keys of the family name, the number with and without its leading
-- zeros, and the NPI. The index finds them by their beginnings too.
create function identity_words(name_keys text[], diplomate_id text, npi text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(array_remove(
        name_keys || array[lower(diplomate_id), nullif(ltrim(lower(diplomate_id), '0'), ''), npi], null));

create index identity_words on identity using gin (identity_words(name_keys, diplomate_id, npi));
