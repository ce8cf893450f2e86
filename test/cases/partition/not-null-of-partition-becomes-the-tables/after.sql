create table ev (id int, kind text not null) partition by list (id);
create table ev_1 partition of ev for values in (1);
create table ev_2 partition of ev for values in (2);
