create table ev (id int not null, n int) partition by list (id);
create table ev_1 partition of ev (primary key (id)) for values in (1);
