create table ev (id int, n int generated always as identity) partition by list (id);
create table ev_1 partition of ev for values in (1);
