create table counter (key text primary key, revision int not null, applied int not null);
