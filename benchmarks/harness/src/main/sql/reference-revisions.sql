-- What is known already, for a reference that takes in what comes.
insert into reference.completion_revision select * from completion_revision;
