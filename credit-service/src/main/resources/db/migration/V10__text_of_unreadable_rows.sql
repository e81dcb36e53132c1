-- The text of a row of a roster that could not be read, so that it can be handed back.
alter table roster_row add column line text;
